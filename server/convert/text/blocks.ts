import type { SectionRole } from '../../framework/vocabulary.ts';
import type { Span } from '../../text/span.ts';

/** What the lines of a source were read as, in its order. */
export type Block = HeadingBlock | GroupBlock | JudgementBlock | TableBlock | Paragraph;

export interface HeadingBlock {
  readonly kind: 'heading';
  readonly role: SectionRole;
  readonly name: readonly Span[];
  readonly judgement: Span | undefined;
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
