import type { Box } from './box.ts';
import type { Label } from './labels.ts';
import type { Line, Run } from './line.ts';

/** What a page is found to hold, in reading order, before it is written as text. */
export type Block = TextBlock | TableBlock | LeftOutBlock | NoteBlock;

export interface TextBlock {
  readonly kind: 'text';
  /** Without the label. */
  readonly lines: readonly Line[];
  readonly label: Label | undefined;
  /** The left edge of the column or cell that it stands in. */
  readonly left: number;
  /** Whether a reader goes on behind it at the top of the next column. */
  readonly full: boolean;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly page: number;
  /** Where its columns begin and end. */
  readonly xs: readonly number[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly header: boolean;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly shade: string | undefined;
  readonly blocks: readonly TextBlock[];
}

export interface LeftOutBlock {
  readonly kind: 'leftOut';
  readonly lines: readonly Line[];
  readonly message: string;
}

export interface NoteBlock {
  readonly kind: 'note';
  readonly id: string;
  readonly label: Line | undefined;
  readonly blocks: readonly TextBlock[];
}

/** A table as its rulings or its gaps have it, before its words are read. */
export interface RawTable extends Box {
  readonly page: number;
  readonly xs: readonly number[];
  readonly rows: number;
  readonly cells: readonly RawCell[];
}

export interface RawCell extends Box {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly shade: string | undefined;
  readonly runs: readonly Run[];
}
