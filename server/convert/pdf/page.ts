/** A page of a PDF as it was drawn, whatever its words mean. Places are points from the top left corner of the page. */
export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** In the order in which they were drawn, which may not be the one in which they are read. */
  readonly items: readonly PdfItem[];
  /** Undefined where nobody asked for it, since it costs as much as all the rest. */
  readonly drawing: Drawing | undefined;
  readonly links: readonly PdfLink[];
  readonly fields: readonly PdfField[];
  /** What the author's program says of the order and the meaning of the words; undefined when it says nothing. */
  readonly tree: TreeNode | undefined;
  /** Whether it could not be read; it has no words then. */
  readonly isDamaged: boolean;
}

/** A stretch of words on one line and in one font. Words far apart, as in two cells, are in items of their own. */
export interface PdfItem {
  /** Its words with single blanks between them, and none at either end. */
  readonly text: string;
  readonly x: number;
  /** Of the line on which the letters stand, from the top of the page. */
  readonly y: number;
  readonly width: number;
  /** Of the font. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** The name of its font without the prefix of a subset: "Tahoma-Bold". */
  readonly font: string;
  /** Whether a blank stands at its end, which its width counts. */
  readonly spaced: boolean;
  /** What stands between the item that was drawn before it and this one. */
  readonly before: '' | ' ' | '\n';
  /** The marked content that it belongs to, which the tree refers to. */
  readonly content: string | undefined;
  /** Whether it was marked as no part of the text: a header, a footer, a rule. */
  readonly artifact: boolean;
  /** Whether it does not run from left to right. */
  readonly turned: boolean;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is drawn besides words. */
export interface Drawing {
  /** Straight lines along the page's edges, as boxes that are no more than a few points thick. */
  readonly rules: readonly Box[];
  /** Areas filled with a colour that is not white, in the order in which they were painted. */
  readonly fills: readonly Fill[];
  /** Small round or square shapes, as some programs draw the bullets of lists; they may be among the others too. */
  readonly dots?: readonly Box[];
}

export interface Fill extends Box {
  /** Six hexadecimal digits. */
  readonly colour: string;
}

export interface PdfLink extends Box {
  /** What the tree calls it. */
  readonly id: string;
  readonly url: string;
}

/** What was filled into a form. */
export interface PdfField extends Box {
  readonly text: string;
}

/** An element of the tree that gives words their meaning: "P", "H1", "Table". */
export interface TreeNode {
  readonly role: string;
  /** What its author says is to be seen. */
  readonly alt: string | undefined;
  /** Where it stands, as far as that was said. */
  readonly box: Box | undefined;
  readonly children: readonly (TreeNode | TreeContent)[];
}

/** A marked content, or an annotation such as a link. */
export interface TreeContent {
  readonly content: string;
}

export function isNode(child: TreeNode | TreeContent): child is TreeNode {
  return 'children' in child;
}

/** Whether the author's program said what the words mean, on one page at least. */
export function isTagged(page: PdfPage): boolean {
  return page.tree?.children.some(isNode) === true;
}
