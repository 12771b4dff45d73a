import type { Cell, Comment, Footnote, Leaf, Link, Marker, Table } from '../syntax/block.ts';
import type { Prose } from '../syntax/prose.ts';
import type { Span } from '../text/span.ts';
import type { PageRange } from '../values/pageRange.ts';
import type { Reference } from './reference.ts';

/**
 * A piece of a document, the same for Markdown and YAML: a heading, a paragraph, one item of a list, a table,
 * a group of fields. It knows nothing of where it stands: its spans are offsets into `source`, and `place`
 * turns them into places in the document.
 */
export interface Block {
  readonly kind:
    | 'heading'
    | 'paragraph'
    | 'item'
    | 'table'
    | 'quote'
    | 'code'
    | 'comment'
    | 'fields'
    | 'other';
  readonly source: string;
  /** Passages that a reader sees, in order; the cells of tables are in `tables`. */
  readonly leaves: readonly Leaf[];
  /** Of a heading. */
  readonly heading: Heading | undefined;
  /** The number that opens a numbered paragraph. */
  readonly number: Numbering | undefined;
  /** Of a list item. */
  readonly marker: Marker | undefined;
  /** Whether a list item opens its list. */
  readonly first: boolean;
  /** The block itself where it is a table, or the tables in a numbered paragraph or an item. */
  readonly tables: readonly Table[];
  /** `Name: value` lines. */
  readonly labels: readonly Label[];
  readonly directives: readonly Directive[];
  /** The other comments within its text, in order: what they say is for people, or names the measure of a figure. */
  readonly notes: readonly Comment[];
  /** The destinations of links and pictures, in order. */
  readonly links: readonly Link[];
  /** The marks of footnotes and the notes, in order. */
  readonly footnotes: readonly Footnote[];
  /** Words that send a reader to another place of the document. */
  readonly references: readonly Reference[];
  /** What others may call it by: "Table 2", "Appendix B". */
  readonly caption: Pick<Reference, 'kind' | 'name'> | undefined;
  /** The id that a comment `<!-- id: mash -->` gives to the section, or the `id:` of a YAML section. */
  readonly sectionId: string | undefined;
  /**
   * Where each line of `source` begins in the document, from the block's start, when the lines do not stand
   * there one after the other: Markdown in YAML is indented.
   */
  readonly lineStarts: readonly number[] | undefined;
}

export interface Heading {
  /** 1 for the outermost. */
  readonly level: number;
  readonly prose: Prose;
  /** Leading number, as written: `3.1`. */
  readonly number: string | undefined;
  /** Where the number stands, from the block's start; in data it may stand before the block. */
  readonly numberSpan: Span | undefined;
  /** The name without its number, in the prose's offsets. */
  readonly name: Span;
  /** The pages that stand in brackets at its end, as in an agenda: the brackets in the prose's offsets. */
  readonly pages: { readonly range: PageRange; readonly at: Span } | undefined;
}

export interface Numbering {
  /** As written, without a stop at its end: `11`, `10.3`. */
  readonly text: string;
  readonly span: Span;
}

/** `Name: value` as written on a line. All spans in the block's source. */
export interface Label {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: string;
  readonly valueSpan: Span;
  /** Whether the name is bold, which makes it a field whatever the framework knows. */
  readonly bold: boolean;
}

/** What a comment tells the checker. */
export interface Directive {
  readonly action: 'disable-next-line' | 'disable' | 'enable';
  readonly span: Span;
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  readonly reason: string | undefined;
}

/** The cells of all tables of a block, row by row. */
export function cellsOf({ tables }: Pick<Block, 'tables'>): readonly Cell[] {
  return tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
}

/** A block at its place: `from` is absolute in the document. */
export interface PlacedBlock {
  readonly block: Block;
  readonly from: number;
}

/** Where an offset into the block's source stands in the document. */
export function placeOffset({ block, from }: PlacedBlock, offset: number): number {
  if (block.lineStarts === undefined) return from + offset;
  let line = 0;
  let lineFrom = 0;
  for (let end = block.source.indexOf('\n'); end >= 0 && end < offset; ) {
    line += 1;
    lineFrom = end + 1;
    end = block.source.indexOf('\n', lineFrom);
  }
  return from + (block.lineStarts[line] ?? 0) + offset - lineFrom;
}

/** Where a span of the block's source stands in the document. */
export function placeSpan(placed: PlacedBlock, span: Span): Span {
  const from = placeOffset(placed, span.from);
  return { from, to: span.to === span.from ? from : placeOffset(placed, span.to - 1) + 1 };
}

/** The stretch of the document that the block takes. */
export function blockSpan(placed: PlacedBlock): Span {
  return placeSpan(placed, { from: 0, to: placed.block.source.length });
}

/** Where a heading stands with its number, which in data may be on a line of its own; any other block as it is. */
export function wholeSpan(placed: PlacedBlock): Span {
  const own = blockSpan(placed);
  const number = placed.block.heading?.numberSpan;
  if (number === undefined) return own;
  const { from, to } = placeSpan(placed, number);
  return { from: Math.min(own.from, from), to: Math.max(own.to, to) };
}
