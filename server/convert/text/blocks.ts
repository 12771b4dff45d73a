import type { SectionRole } from '../../framework/vocabulary.ts';
import type { Span } from '../../text/span.ts';

/** What the lines of a source were read as, in its order. */
export type Block =
  | HeadingBlock
  | SubheadingBlock
  | GroupBlock
  | JudgementBlock
  | FieldsBlock
  | TableBlock
  | GridBlock
  | Paragraph;

export interface HeadingBlock {
  readonly kind: 'heading';
  readonly role: SectionRole;
  readonly name: readonly Span[];
  /** The judgement behind the name, in as many pieces as it takes lines; empty without one. */
  readonly judgement: readonly Span[];
  /** What stands between the two and is not white space: a dash, a colon, "is". */
  readonly joint: readonly Span[];
}

/** A heading that its author words, or a field's name above its block. */
export interface SubheadingBlock {
  readonly kind: 'subheading';
  readonly level: number;
  readonly name: readonly Span[];
  /** Written where the source has no name. */
  readonly otherwise: string;
}

/** The fields of a section, written as a list. */
export interface FieldsBlock {
  readonly kind: 'fields';
  readonly fields: readonly { readonly name: readonly Span[]; readonly value: GridCell }[];
}

/** A table whose cells were made out one by one; the first row is its header. */
export interface GridBlock {
  readonly kind: 'grid';
  readonly rows: readonly (readonly GridCell[])[];
  /** What stands above the table as a comment. */
  readonly directive: string | undefined;
}

/** A cell: words that the source does not have, and paragraphs of those that it has. */
export interface GridCell {
  /** Written before the words of the source. */
  readonly before: string;
  readonly parts: readonly (readonly Span[])[];
  /** What stands between the pieces of a part: nothing where a figure was cut in two. */
  readonly joint: string;
  /** Where in the source an inserted text belongs. */
  readonly place: number;
  /** Written behind the words of the source. */
  readonly behind?: string;
}

/** The timescale above a list of recommendations; the span leaves the colon out. */
export interface GroupBlock {
  readonly kind: 'group';
  readonly span: Span;
}

/** A judgement on a line of its own. */
export interface JudgementBlock {
  readonly kind: 'judgement';
  readonly span: Span;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly rows: readonly Row[];
  /** Whether the first row holds the heads of the columns, in the source's own words. */
  readonly headed: boolean;
  /** The section that the table stands in. */
  readonly role: SectionRole | undefined;
}

/** The cells of a row, each of them pieces of the source. */
export type Row = readonly (readonly Span[])[];

/** A paragraph, numbered or not, or an item of a list. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly bullet: { readonly glyph: string; readonly indent: number } | undefined;
  readonly number: ParagraphNumber | undefined;
  readonly pieces: readonly Span[];
  readonly words: number;
  /** The lines of an address or a list of names, which are kept as lines. */
  readonly keepsLines: boolean;
  /** Whether a paragraph with a bullet is an item of a list, rather than a paragraph that was given one. */
  readonly isItem: boolean;
  /** Whether a paragraph without a number goes on with the numbered one before. */
  readonly goesOn: boolean;
  /** The section that the paragraph stands in; undefined above the first heading. */
  readonly role: SectionRole | undefined;
}

/** A paragraph's number as the source has it, or one that was lost and could be told from its neighbours. */
export type ParagraphNumber =
  | { readonly value: number; readonly span: Span }
  | { readonly value: number; readonly span: undefined };
