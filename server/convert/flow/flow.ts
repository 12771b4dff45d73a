import type { Span } from '../../text/span.ts';
import type { ImportNote } from '../text/note.ts';

/**
 * A document as its format gives it, before any framework is known: what a Word document, a PDF and a page of HTML have
 * in common. Every word that its reader sees stands in `text` once; blocks, marks and notes are spans of it.
 */
export interface Flow {
  /** All words in reading order, with LF line ends; what is parted in the document is parted by white space here. */
  readonly text: string;
  /** In reading order; every word of `text` is in one of them. */
  readonly blocks: readonly FlowBlock[];
  /** Where in `text` each page begins, the first at 0; empty for a format without pages. */
  readonly pages: readonly number[];
  /** What the reader of the format was not sure of, or had to leave out. */
  readonly notes: readonly ImportNote[];
  readonly pictures: readonly Picture[];
}

export type FlowBlock = FlowParagraph | FlowTable | FlowFootnote | FlowPicture | FlowLeftOut;

export interface FlowParagraph {
  readonly kind: 'paragraph';
  /** Its words without the bullet or number before them; a line break that the author set is "\n". */
  readonly span: Span;
  /** The level of a heading, from 1; undefined for text. */
  readonly level: number | undefined;
  /** Whether all of it stands out, by weight or size, as headings do that were not made as such. */
  readonly standsOut: boolean;
  readonly list: ListMark | undefined;
  /** In their order; they do not overlap but for those of one stretch. */
  readonly marks: readonly Mark[];
}

/** The bullet, number or letter before a paragraph. */
export interface ListMark {
  /** How many lists are around this one: 0 for the outermost. */
  readonly depth: number;
  readonly ordered: boolean;
  /** As it is shown: "•", "1.", "(a)", "2.3"; empty for a paragraph that goes on with the item above. */
  readonly label: string;
  /** Where the label stands in the text; undefined when the format counts by itself. */
  readonly span: Span | undefined;
}

/** What is done to a stretch of words. */
export interface Mark {
  readonly span: Span;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Where a link leads. It is never followed. */
  readonly href?: string;
  /** The stretch is the mark of the footnote with that id; its span is empty when the format counts by itself. */
  readonly note?: string;
}

export interface FlowTable {
  readonly kind: 'table';
  readonly rows: readonly FlowRow[];
}

export interface FlowRow {
  /** Whether the row is a header by the word of the format. */
  readonly header: boolean;
  /** Only cells that begin in this row and column: a merged cell stands once, with its spans. */
  readonly cells: readonly FlowCell[];
}

export interface FlowCell {
  /** From 0, counted in columns of the table. */
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly header: boolean;
  /** The colour behind it as six hexadecimal digits, where it is not white. */
  readonly shade: string | undefined;
  readonly blocks: readonly FlowParagraph[];
}

/** A footnote or endnote; it stands behind the block that refers to it. */
export interface FlowFootnote {
  readonly kind: 'footnote';
  readonly id: string;
  /** The mark before its words, where it stands in the text. */
  readonly label: Span | undefined;
  readonly blocks: readonly FlowParagraph[];
}

export interface FlowPicture {
  readonly kind: 'picture';
  /** Index into the pictures of the document. */
  readonly picture: number;
  /** The place in the text behind which it stands. */
  readonly at: number;
}

/** Words that are no part of the document's own text: page headers and footers, page numbers, lists of contents. */
export interface FlowLeftOut {
  readonly kind: 'leftOut';
  readonly span: Span;
  /** For the report of the import, such as "A page number was left out." */
  readonly message: string;
}

export interface Picture {
  /** What the author says is to be seen on it; empty when nothing is said. */
  readonly alt: string;
  /** Undefined when it cannot be taken out: then it is reported as lost. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | undefined;
}
