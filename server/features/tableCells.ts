import { type PlacedBlock, placeSpan } from '../model/block.ts';
import { blockIndexAt } from '../model/suppression.ts';
import {
  alignedTable,
  isKeptAligned,
  slotStarts,
  type TableLines,
  tableLine,
  tableLines,
} from '../model/tableLayout.ts';
import type { Table } from '../syntax/block.ts';
import { composed } from '../text/compose.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { SourceText } from '../text/sourceText.ts';
import { type Span, shift, touches } from '../text/span.ts';
import type { Analysis } from './analysis.ts';

/** Where a cursor goes in a table: to a cell beside, or into a new row behind its own. */
export type CellStep = 'next' | 'previous' | 'row';

export interface CellMove {
  readonly edits: readonly TextEdit[];
  /** What is selected then, in the text after the edits. */
  readonly selection: Span;
}

/** A table that is written with pipes, and where in it a cursor stands. */
export interface TablePlace {
  readonly placed: PlacedBlock;
  readonly table: Table;
  readonly lines: TableLines;
  /** From 0 for the header; the line below it belongs to it. */
  readonly row: number;
  /** The cell that the cursor stands in, from 0. */
  readonly column: number;
  /** Whether nothing but blanks and pipes stands behind the cursor on its line. */
  readonly atEnd: boolean;
}

/** The table at a place, where it is one that is written with pipes. */
export function tablePlace({ report: { model } }: Analysis, offset: number): TablePlace | undefined {
  const placed = model.blocks[blockIndexAt(model.blocks, offset)];
  if (placed === undefined) return undefined;
  const own = model.text.lineAt(offset);
  for (const table of placed.block.tables) {
    const lines = linesOf(model.text, placed, table);
    const all = lines === undefined ? [] : [...lines.rows, lines.rule];
    const line = all.find(({ to }) => to === own.to);
    if (lines === undefined || line === undefined || offset < line.from) continue;
    const row = Math.max(0, lines.rows.indexOf(line));
    const behind = slotStarts(model.text, line).filter((start) => start <= offset).length;
    const atEnd = /^[ \t|]*$/.test(model.text.slice(offset, line.to));
    return { placed, table, lines, row, column: Math.max(0, behind - 1), atEnd };
  }
  return undefined;
}

function linesOf(text: SourceText, placed: PlacedBlock, { rows }: Table): TableLines | undefined {
  return tableLines(
    text,
    rows.map(({ span }) => placeSpan(placed, span)),
  );
}

/** Where a step from a place in a table leads, with what has to change for it; undefined outside of tables. */
export function moveInTable(analysis: Analysis, offset: number, step: CellStep): CellMove | undefined {
  const place = tablePlace(analysis, offset);
  if (place === undefined) return undefined;
  if (step === 'row' && isEmptyEnd(analysis, place)) return leaveTable(analysis, place);
  const target = targetOf(place, step);
  const added = target.added ? newRow(analysis, place) : [];
  return selected(analysis, place, added, target);
}

interface Target {
  readonly row: number;
  readonly column: number;
  /** Whether the row is to be made. */
  readonly added: boolean;
}

function targetOf({ lines: { rows }, row, column }: TablePlace, step: CellStep): Target {
  const width = (at: number) => rows[at]?.cells.length ?? 1;
  if (step === 'row') return { row: row + 1, column: 0, added: true };
  if (step === 'previous') {
    if (column > 0) return { row, column: column - 1, added: false };
    return row > 0
      ? { row: row - 1, column: width(row - 1) - 1, added: false }
      : { row, column, added: false };
  }
  if (column + 1 < width(row)) return { row, column: column + 1, added: false };
  return { row: row + 1, column: 0, added: row + 1 === rows.length };
}

function isEmptyEnd({ report: { model } }: Analysis, { lines: { rows }, row }: TablePlace): boolean {
  const isLast = row > 0 && row === rows.length - 1;
  return isLast && (rows[row]?.cells ?? []).every(({ from, to }) => model.text.slice(from, to).trim() === '');
}

function leaveTable(
  { report: { model } }: Analysis,
  { lines: { rows }, row }: TablePlace,
): CellMove | undefined {
  const line = rows[row];
  if (line === undefined) return undefined;
  const edits = model.editing.endTable(line);
  const [edit] = edits;
  const end = edit === undefined ? line.to : edit.span.from + edit.insert.length;
  return { edits, selection: { from: end, to: end } };
}

/** An empty row behind the cursor's, its cells as wide as the line below the header draws them. */
function newRow({ report: { model } }: Analysis, { lines, row }: TablePlace): readonly TextEdit[] {
  const before = row === 0 ? lines.rule : lines.rows[row];
  const cells = lines.rule.cells.map(({ from, to }) => ' '.repeat(to - from));
  return before === undefined ? [] : model.editing.addRow(before, cells);
}

/** In a longer table a step moves nothing else: to align it takes its time. */
const MOST_ROWS = 500;

/** The cell that a step leads to, in the text after the changes, for which a table that was kept aligned stays so. */
function selected(
  { report: { model } }: Analysis,
  { lines, row }: TablePlace,
  added: readonly TextEdit[],
  target: Target,
): CellMove | undefined {
  const { text } = model;
  const { rows, rule } = lines;
  const [header, own] = [rows[0], rows[row]];
  if (header === undefined || own === undefined) return undefined;
  const { from } = text.lineAt(header.from);
  const before = text.slice(from, Math.max(rule.to, rows.at(-1)?.to ?? 0));
  const first = added.map(({ span, insert }) => ({ span: shift(span, -from), insert }));
  const grown = rowsIn(SourceText.of(applyEdits(before, first)), header.from - from);
  const isKept = rows.length <= MOST_ROWS && isKeptAligned(text, lines, own);
  const second = isKept ? alignedTable(grown.text, grown.rows) : [];
  const after = rowsIn(SourceText.of(applyEdits(grown.text.toString(), second)), header.from - from);
  const line = after.rows[target.row];
  const cell = line && tableLine(after.text, line.from, line.to).cells[target.column];
  const edits = composed(before.length, [first, second]);
  return (
    cell && {
      edits: edits.map(({ span, insert }) => ({ span: shift(span, from), insert })),
      selection: shift(cell, from),
    }
  );
}

/** The rows of a table that is all of a text. Only its header may stand behind a bullet or a number. */
function rowsIn(
  text: SourceText,
  indent: number,
): { readonly text: SourceText; readonly rows: readonly Span[] } {
  const lines = Array.from({ length: text.lines }, (_, index) => text.line(index + 1));
  const rows = lines
    .filter(({ number }) => number !== 2)
    .map((line) => {
      const blanks = line.number === 1 ? indent : (/^[ \t>]*/.exec(line.text)?.[0].length ?? 0);
      return { from: line.from + blanks, to: line.to };
    });
  return { text, rows };
}

export interface TableValues {
  readonly text: string;
  readonly rows: number;
}

/** A table as rows of tab-separated values, as spreadsheets take them. */
export function tableValues({ report: { model } }: Analysis, offset: number): TableValues | undefined {
  const placed = model.blocks[blockIndexAt(model.blocks, offset)];
  const table = placed?.block.tables.find(({ span }) => touches(placeSpan(placed, span), offset));
  if (table === undefined) return undefined;
  const lines = table.rows.map(({ cells }) => cells.map(({ prose }) => value(prose.text)).join('\t'));
  return { text: `${lines.join('\n')}\n`, rows: lines.length };
}

/** In quotes, where its end could not be told otherwise. */
function value(text: string): string {
  return /["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
