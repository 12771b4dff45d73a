import { CONTENTS_LEFT_OUT } from '../text/contents.ts';
import { atBlankLines } from './blankLines.ts';
import { plainText } from './joinWords.ts';
import { isLabel, listOf, withLabel } from './labels.ts';
import { isNode, type PdfItem, type PdfPage, type TreeContent, type TreeNode } from './page.ts';
import { type NotePart, type ParagraphPart, type Part, type Piece, paragraphOf } from './parts.ts';
import { isRaised } from './references.ts';
import { readTable } from './tagTable.ts';

/** What stands around words in the tree. */
interface Around {
  readonly href: string | undefined;
  /** Whether tables are to be paragraphs, as they must be in a cell. */
  readonly flat: boolean;
  /** Whether a paragraph, a heading or an item is open, in which elements without a meaning part nothing. */
  readonly inBlock?: boolean;
}

const MEANINGLESS = new Set(['NonStruct', 'Private']);

const INLINE = new Set([
  ...['Span', 'Link', 'Reference', 'Quote', 'Em', 'Strong', 'Code', 'Annot', 'Ruby', 'RB', 'RT', 'Warichu'],
  ...['BibEntry', 'Lbl', 'Sub', 'Formula', 'Form', 'LBody'],
]);
const GROUPS = new Set([
  'Root',
  'Document',
  'DocumentFragment',
  'Part',
  'Sect',
  'Div',
  'Art',
  'NonStruct',
  'Private',
  'L',
  'TOC',
  'Aside',
  'Index',
]);

/** Reads a page by its tree; what is not in the tree is given back, to be placed by where it stands. */
export class PageReader {
  readonly #page: PdfPage;
  readonly #byContent = new Map<string, Piece[]>();
  readonly #links: ReadonlyMap<string, string>;
  /** Items that are not in the tree, or not yet read. */
  readonly left = new Set<PdfItem>();

  constructor(page: PdfPage, gone: (item: PdfItem) => boolean) {
    this.#page = page;
    this.#links = new Map(page.links.map(({ id, url }) => [id, url]));
    for (const [index, item] of page.items.entries()) {
      if (gone(item)) continue;
      this.left.add(item);
      if (item.content === undefined) continue;
      const piece: Piece = { item, page: page.number, index, href: undefined };
      const same = this.#byContent.get(item.content);
      if (same === undefined) this.#byContent.set(item.content, [piece]);
      else same.push(piece);
    }
  }

  get page(): PdfPage {
    return this.#page;
  }

  read(): readonly Part[] {
    return this.#page.tree === undefined ? [] : this.partsOf([this.#page.tree], false);
  }

  /** The parts of some elements; in a cell tables become paragraphs. */
  partsOf(nodes: readonly TreeNode[], flat: boolean): readonly Part[] {
    const walker = new Walker(this);
    for (const node of nodes) walker.visit(node, { href: undefined, flat });
    walker.close();
    return walker.parts;
  }

  /** The words of an element, where they have not been read. */
  wordsIn(node: TreeNode): readonly Piece[] {
    return node.children.flatMap((child) =>
      isNode(child) ? this.wordsIn(child) : (this.#byContent.get(child.content) ?? []),
    );
  }

  /** Takes the words of a marked content, once. */
  take({ content }: TreeContent, href: string | undefined): readonly Piece[] {
    const pieces = this.#byContent.get(content) ?? [];
    this.#byContent.delete(content);
    for (const { item } of pieces) this.left.delete(item);
    return href === undefined ? pieces : pieces.map((piece) => ({ ...piece, href }));
  }

  linkOf(node: TreeNode): string | undefined {
    for (const child of node.children) {
      const url = isNode(child) ? this.linkOf(child) : this.#links.get(child.content);
      if (url !== undefined) return url;
    }
    return undefined;
  }
}

/** Goes through elements and gathers paragraphs. */
class Walker {
  readonly parts: Part[] = [];
  readonly #reader: PageReader;
  #pieces: Piece[] = [];
  #level: number | undefined;
  /** Whether an item of a list is open that has no words yet. */
  #inItem = false;
  #label: readonly Piece[] = [];
  /** Whether the open item has a label without words: its bullet was drawn, not written. */
  #isDrawn = false;
  #isRest = false;
  /** Notes within the open paragraph, which stand behind it. */
  #notes: NotePart[] = [];

  constructor(reader: PageReader) {
    this.#reader = reader;
  }

  visit(node: TreeNode, around: Around): void {
    const { role } = node;
    if (role === 'Table') this.#table(node, around);
    else if (role === 'Note' || role === 'FENote') this.#note(node);
    else if (role === 'Figure') this.#figure(node, around);
    else if (role === 'TOC' || role === 'TOCI') this.#contents(node);
    else if (role === 'LI') this.#item(node, around);
    else if (role === 'Lbl' && this.#inItem && this.#pieces.length === 0) this.#itemLabel(node, around);
    else if (INLINE.has(role) || this.#isTransparent(role, around)) this.#children(node, around);
    else if (GROUPS.has(role)) {
      if (role === 'L') this.close();
      this.#children(node, around);
      this.close();
    } else this.#block(node, around);
  }

  #itemLabel(node: TreeNode, around: Around): void {
    this.#label = this.#take(node, around);
    const isEmpty = this.#label.length === 0;
    this.#isDrawn = isEmpty && node.children.length > 0;
    // The label of an item that goes on from the page before is there without content.
    this.#isRest = isEmpty && node.children.length === 0;
  }

  /** Whether an element parts nothing from what is around it. */
  #isTransparent(role: string, { inBlock }: Around): boolean {
    if (role === 'P') return this.#inItem && this.#pieces.length === 0;
    return inBlock === true && MEANINGLESS.has(role);
  }

  /** Ends the open paragraph. */
  close(): void {
    const part = this.#paragraph();
    if (part !== undefined) this.parts.push(...atBlankLines(part));
    this.parts.push(...this.#notes);
    this.#pieces = [];
    this.#label = [];
    this.#isDrawn = false;
    this.#isRest = false;
    this.#notes = [];
    this.#level = undefined;
    this.#inItem = false;
  }

  #paragraph(): ParagraphPart | undefined {
    const part = paragraphOf(this.#pieces, this.#level);
    if (part === undefined) return paragraphOf(this.#label);
    if (this.#label.length > 0) {
      const label = plainText(this.#label);
      if (!isLabel(label)) return { ...part, pieces: [...this.#label, ...part.pieces] };
      return { ...part, list: listOf(label, this.#label) };
    }
    if (this.#isRest) return { ...part, isRest: true };
    return this.#isDrawn ? { ...part, list: listOf('•', []) } : withLabel(part, this.#inItem);
  }

  #children(node: TreeNode, around: Around): void {
    const href = node.role === 'Link' ? (this.#reader.linkOf(node) ?? around.href) : around.href;
    for (const child of node.children) {
      if (isNode(child)) this.visit(child, { ...around, href });
      else for (const piece of this.#reader.take(child, href)) this.#pieces.push(piece);
    }
  }

  #take(node: TreeNode, { href }: Around): readonly Piece[] {
    return node.children.flatMap((child) =>
      isNode(child) ? this.#take(child, { href, flat: true }) : this.#reader.take(child, href),
    );
  }

  #block(node: TreeNode, around: Around): void {
    this.close();
    const level = /^H([1-6])$/.exec(node.role)?.[1];
    this.#level =
      level === undefined ? (node.role === 'H' || node.role === 'Title' ? 1 : undefined) : Number(level);
    this.#children(node, { ...around, inBlock: true });
    this.close();
  }

  #item(node: TreeNode, around: Around): void {
    this.close();
    this.#inItem = true;
    this.#children(node, { ...around, inBlock: true });
    this.close();
  }

  #contents(node: TreeNode): void {
    this.close();
    const pieces = this.#take(node, { href: undefined, flat: true });
    if (pieces.length > 0) this.parts.push({ kind: 'out', pieces, message: CONTENTS_LEFT_OUT });
  }

  #table(node: TreeNode, around: Around): void {
    this.close();
    this.parts.push(...readTable(node, this.#reader, around.flat));
  }

  #note(node: TreeNode): void {
    const parts = this.#reader.partsOf(node.children.filter(isNode), true);
    const loose = this.#take(
      { ...node, children: node.children.filter((child) => !isNode(child)) },
      { href: undefined, flat: true },
    );
    const paragraphs = [paragraphOf(loose), ...parts].filter((part) => part?.kind === 'paragraph');
    this.#notes.push(...notesOf(paragraphs));
    if (this.#pieces.length === 0) this.close();
  }

  #figure(node: TreeNode, around: Around): void {
    const inParagraph = this.#pieces.length > 0;
    const words = this.#reader.wordsIn(node);
    if (words.length === 0) {
      if (!inParagraph) this.close();
      this.parts.push({ kind: 'figure', page: this.#reader.page.number, alt: node.alt ?? '', box: node.box });
      return;
    }
    this.close();
    this.#children(node, around);
    this.close();
  }
}

/** The notes of some paragraphs: each that begins with a mark begins one. */
function notesOf(paragraphs: readonly ParagraphPart[]): readonly NotePart[] {
  const notes: { readonly label: readonly Piece[]; readonly parts: ParagraphPart[] }[] = [];
  for (const part of paragraphs) {
    const { label, words } = withoutMark(part);
    const open = notes.at(-1);
    if (label.length === 0 && open !== undefined) open.parts.push(words);
    else notes.push({ label, parts: [words] });
  }
  return notes.map((note): NotePart => ({ kind: 'note', ...note }));
}

/** A paragraph of a note and the mark before its words. */
function withoutMark(part: ParagraphPart): {
  readonly label: readonly Piece[];
  readonly words: ParagraphPart;
} {
  const { list, pieces } = part;
  if (list !== undefined) return { label: list.pieces, words: { ...part, list: undefined } };
  const [mark, second] = pieces;
  const isMark =
    mark !== undefined &&
    second !== undefined &&
    (isRaised(mark, second) || /^\[?\d{1,3}\]?$/.test(mark.item.text));
  return isMark ? { label: [mark], words: { ...part, pieces: pieces.slice(1) } } : { label: [], words: part };
}
