import type { Span } from '../text/span.ts';
import type { Analysis } from './analysis.ts';
import { type PastedTable, pasteTable } from './pasteTable.ts';
import {
  type CellMove,
  type CellStep,
  moveInTable,
  type TableValues,
  tablePlace,
  tableValues,
} from './tableCells.ts';

/** What is said of the tables of a document; what changes them is missing where the document cannot be changed. */
export interface TableAnswers {
  /** Whether a place stands in a table that is written with pipes, and at the end of a row. */
  readonly place?: (offset: number) => { readonly atEnd: boolean } | undefined;
  readonly move?: (offset: number, step: CellStep) => CellMove | undefined;
  /** The rows of the table at a place, as spreadsheets take them. */
  readonly values: (offset: number) => TableValues | undefined;
  /** Puts rows of cells, each as Markdown, into the table at a place, or a table of them there. */
  readonly paste?: (at: Span, rows: readonly (readonly string[])[]) => PastedTable | undefined;
}

export function tableAnswers(analysis: Analysis): TableAnswers {
  return {
    place: (offset) => tablePlace(analysis, offset),
    move: (offset, step) => moveInTable(analysis, offset, step),
    values: (offset) => tableValues(analysis, offset),
    paste: (at, rows) => pasteTable(analysis, at, rows),
  };
}
