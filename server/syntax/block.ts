import type { Span } from '../text/span.ts';
import type { Prose } from './prose.ts';

/**
 * A block of Markdown that knows nothing of where it stands: every span in it is relative to its start.
 * The items of an outermost list are blocks of their own, so that an edit in one leaves the others be.
 */
export interface SyntaxBlock {
  readonly kind: BlockKind;
  /** The Markdown as written. */
  readonly source: string;
  /** What a reader sees, passage by passage, in order. Cells are in `tables` instead. */
  readonly leaves: readonly Leaf[];
  /** Of a heading: 1 to 6. */
  readonly level: number;
  /** Of a list item: its bullet or number. */
  readonly marker: Marker | undefined;
  /** Of a list item: whether it opens its list. */
  readonly first: boolean;
  /** The block itself where it is a table, or the tables in an item of a list. */
  readonly tables: readonly Table[];
  readonly comments: readonly Comment[];
  /** The destinations of links and pictures, in order. */
  readonly links: readonly Link[];
  /** The marks of footnotes, in order, and of the notes themselves. */
  readonly footnotes: readonly Footnote[];
}

export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'table'
  | 'quote'
  | 'code'
  | 'comment'
  | 'html'
  | 'rule'
  | 'definition';

export interface Marker {
  readonly span: Span;
  /** The number as written, without its stop; undefined for a bullet. */
  readonly number: string | undefined;
}

/** A passage of text without a block boundary in it: a paragraph, a heading's text, a list item's line. */
export interface Leaf {
  readonly span: Span;
  readonly prose: Prose;
  /** How many lists the leaf is nested in, below the block itself. */
  readonly depth: number;
  readonly quoted: boolean;
  /** The marker of the nested list item that the leaf opens. */
  readonly marker: Marker | undefined;
}

export interface Table {
  readonly span: Span;
  /** The header row, then the body's. */
  readonly rows: readonly Row[];
}

export interface Row {
  readonly span: Span;
  readonly cells: readonly Cell[];
}

export interface Cell {
  /** Without the blanks around it and the comments behind its words; empty, and between the pipes, for an empty cell. */
  readonly span: Span;
  readonly prose: Prose;
}

/** An HTML comment, `<!--` to `-->`. `text` is what stands between, trimmed. */
export interface Comment {
  readonly span: Span;
  readonly text: string;
  /** Where `text` begins. */
  readonly textAt: number;
}

/** A link or a picture with where it leads, as in `[see above](#plans)`. */
export interface Link {
  readonly kind: 'link' | 'picture';
  /** All of it, and what stands for it where a reader sees words: those of the link, or instead of the picture. */
  readonly at: Span;
  readonly text: string;
  /** The destination's own place. */
  readonly span: Span;
  /** As the author means it, without escapes: `#plans`, `../plan.md`. */
  readonly target: string;
}

/** `[^3]`: in running text, or in front of the note itself. */
export interface Footnote {
  readonly span: Span;
  /** What stands between the brackets, without the sign: `3`. */
  readonly label: string;
  /** Whether it is the note itself, `[^3]: The audit of May 2020`. */
  readonly isNote: boolean;
}

/** Something at a place. `from` is absolute in the text that was read. */
export interface Placed<T> {
  readonly from: number;
  readonly block: T;
}
