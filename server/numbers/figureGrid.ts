import { HIDDEN } from '../values/childWords.ts';
import { type Quantity, readFigure } from '../values/quantity.ts';
import { Readings } from './readings.ts';
import type { CellPlace } from './share/shareGrid.ts';
import { readPartWithShare } from './share/shares.ts';
import { asShare, partWithPlainShare, type ShareHeader, shareHeader } from './shareColumns.ts';
import type { Figure } from './sum/sumTie.ts';

/** What a cell holds when it holds nothing else: `12`, `£1,200`, `40%` or `12 (40%)`. */
export interface GridCell {
  readonly amount: Quantity | undefined;
  readonly share: Quantity | undefined;
  /** Whether a number may be meant that is not given: an empty cell, a dash, `n/a`, `*`. */
  readonly isUnknown: boolean;
  /** Whether a number is there and kept from readers: `*`, `withheld`. */
  readonly isHidden: boolean;
}

/** The figures of a table with what its author calls rows and columns. */
export interface FigureGrid {
  readonly cells: readonly (readonly GridCell[])[];
  /** The header of each column, of several rows where there are. */
  readonly headers: readonly string[];
  /** The label of each row. */
  readonly labels: readonly string[];
  /** The rows below the headers, by index. */
  readonly body: readonly number[];
  readonly columns: readonly number[];
}

// Larger tables are lists of data, in which trying all columns with all others would take long.
const MOST_COLUMNS = 16;
const MOST_ROWS = 100;
const LONGEST_CELL = 40;
const MOST_HEADER_ROWS = 3;

const NOTHING: GridCell = { amount: undefined, share: undefined, isUnknown: false, isHidden: false };

function readCell(text: string, readings: Readings, header: ShareHeader | undefined): GridCell {
  if (!/\d/.test(text) && HIDDEN.test(text)) return { ...NOTHING, isUnknown: true, isHidden: true };
  if (/^(?:[-–—*.]{0,3}|n\/?a|tbc|nil return)$/i.test(text)) return { ...NOTHING, isUnknown: true };
  if (text.length > LONGEST_CELL || !/\d/.test(text)) return NOTHING;
  const both = text.includes('(') ? bothIn(text, readings, header) : undefined;
  if (both !== undefined) return { ...NOTHING, amount: both.part, share: both.share };
  const read = readFigure(text);
  const quantity = (header === 'shares' && read && asShare(read)) || read;
  if (quantity?.kind === 'percentage') return { ...NOTHING, share: quantity };
  const isAmount = quantity?.kind === 'count' || quantity?.kind === 'money';
  return isAmount ? { ...NOTHING, amount: quantity } : { ...NOTHING, isUnknown: true };
}

function bothIn(text: string, readings: Readings, header: ShareHeader | undefined) {
  const plain = header === undefined ? undefined : partWithPlainShare(readings.passage(text));
  return plain ?? readPartWithShare(text, readings);
}

const YEAR = /^(?:19|20)\d\d(?:[/–-]\d\d)?$/;
const MONTH = /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*[ ’'-]?(?:19|20)?\d\d$/i;

/** A row without figures below the first, or one of years alone, goes on with the headers. */
function isHeader(row: readonly string[]): boolean {
  const figures = row.filter((cell) => /\d/.test(cell));
  if (figures.length === 0) return true;
  const isUnnamed = (row[0] ?? '') === '';
  return isUnnamed && figures.every((cell) => YEAR.test(cell) || MONTH.test(cell));
}

function headerRows(rows: readonly (readonly string[])[]): number {
  let count = 1;
  while (count < MOST_HEADER_ROWS && count < rows.length - 2 && isHeader(rows[count] ?? [])) {
    // A row that only names a group of rows is no header: nothing stands below its columns.
    if ((rows[count] ?? []).slice(1).every((cell) => cell === '')) break;
    count += 1;
  }
  return count;
}

/** The words above a column; a cell that stands over several columns is written once, above the first of them. */
function headerOf(rows: readonly (readonly string[])[], column: number): string {
  const texts = rows.map((row, index) => {
    const own = row[column] ?? '';
    const isOver = own === '' && column > 1 && (rows[index + 1]?.[column] ?? '') !== '';
    return isOver ? (row.slice(1, column).findLast((text) => text !== '') ?? '') : own;
  });
  return texts.filter((text, index) => text !== '' && texts.indexOf(text) === index).join(' ');
}

/** What is written above each column of a table, of several rows where there are. */
export function headersOf(rows: readonly (readonly string[])[]): readonly string[] {
  const above = rows.slice(0, headerRows(rows));
  return [...(rows[0] ?? []).keys()].map((column) => headerOf(above, column));
}

/** Reads the cells of a table, the header's row first. `undefined` for one in which no sums are looked for. */
export function readGrid(
  rows: readonly (readonly string[])[],
  readings = new Readings(),
): FigureGrid | undefined {
  const width = rows[0]?.length ?? 0;
  if (rows.length < 2 || rows.length > MOST_ROWS || width < 2 || width > MOST_COLUMNS) return undefined;
  const heads = headerRows(rows);
  const columns = [...(rows[0] ?? []).keys()];
  const headers = headersOf(rows);
  const shares = headers.map((header, column) => (column === 0 ? undefined : shareHeader(header)));
  const cells = rows.map((row, index) =>
    index < heads
      ? row.map(() => NOTHING)
      : row.map((cell, column) => readCell(cell, readings, shares[column])),
  );
  const labels = rows.map((row) => (row[0] === '' ? (row[1] ?? '') : (row[0] ?? '')));
  return { cells, headers, labels, body: [...rows.keys()].slice(heads), columns };
}

/** The figure of one kind in a cell, with its place. */
export function figureAt(
  grid: FigureGrid,
  { row, column }: CellPlace,
  kind: 'amount' | 'share',
): Figure | undefined {
  const quantity = grid.cells[row]?.[column]?.[kind];
  return quantity && { quantity, cell: { row, column } };
}

const TOTAL = /^\W*(?:(?:grand|overall|sub|row|column)[\s-]?)?totals?\b/i;
const ALL = /^\W*(?:all|overall|combined|altogether)\b[^\d]*$/i;
// "Total (England)", "Total last year": another total than that of the rows.
const OTHER =
  /\b(?:england|national|regional|neighbours?|target|benchmark|previous|last|rate|average|mean|median|per)\b|%/i;

/** Whether a label says that its row or column is a sum: for sure, perhaps, or not. */
export function totalLabel(label: string): 'sure' | 'perhaps' | undefined {
  if (OTHER.test(label)) return undefined;
  if (TOTAL.test(label)) return 'sure';
  return ALL.test(label) ? 'perhaps' : undefined;
}

/** Whether a row or column stands apart from those that another total sums: a total, or at least as likely one. */
export function isTotalBeside(label: string, other: string): boolean {
  const own = totalLabel(label);
  return own === 'sure' || (own === 'perhaps' && totalLabel(other) === 'perhaps');
}

const NOT_SUMMED =
  /\b(?:average|mean|median|rates?|ratio|per|percent(?:age)?|proportion|score|rank(?:ing)?|ages?|target|index|cumulative|ytd|year to date|highest|lowest|min|max|minimum|maximum)\b|%/i;

/** Whether what a header names can be summed: averages, rates and running totals cannot. */
export function isSummed(header: string): boolean {
  return !NOT_SUMMED.test(header);
}

const WITHIN = /^\W*(?:of (?:which|whom|these|those)|including|incl\b|thereof)|^\s*[-–—•]\s/i;

/** Whether a row is a part of the row above it: "of which boys". */
export function isWithin(label: string): boolean {
  return WITHIN.test(label);
}

// What is given these headings may be given twice for one case.
const OVERLAPPING =
  /\b(?:reasons?|factors?|needs?|concerns?|themes?|issues?|multiple|categor(?:y|ies) of abuse)\b/i;

/** Whether the rows of a table may count one case twice. */
export function mayOverlap(grid: FigureGrid): boolean {
  return [...grid.headers, ...grid.labels].some((text) => OVERLAPPING.test(text));
}

const PERIOD =
  /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b|\b(?:19|20)\d\d\b|\bq(?:tr|uarter)?\s?[1-4]\b|\b(?:month|quarter|year|week|term)\s?(?:\d|ending|commencing|to date)|\b(?:this|last|previous|current) (?:month|quarter|year|week|term)\b|\b\d\d[/-]\d\d\b/i;

/** Whether a header or label names a time: figures over times are one measure, and no parts of a whole. */
export function isPeriod(label: string): boolean {
  return PERIOD.test(label);
}
