import { compare, whole as wholeNumber } from '../../values/rational.ts';
import {
  type FigureGrid,
  figureAt,
  isSummed,
  isTotalBeside,
  isWithin,
  mayOverlap,
  readGrid,
  totalLabel,
} from '../figureGrid.ts';
import { Readings } from '../readings.ts';
import type { CellPlace } from '../share/shareGrid.ts';
import { columnSums } from './columnSums.ts';
import { agrees, isShareOf, printedSum } from './sums.ts';
import type { Certainty, Figure, SumForm, SumTie } from './sumTie.ts';

/** Rows or columns that may make up another: by their index. */
type Parts = readonly number[];

/** One way in which sums may be laid out, with the ties that it makes. */
interface Layout {
  readonly ties: readonly SumTie[];
  readonly holding: number;
  readonly wrong: number;
}

interface Line {
  readonly form: SumForm;
  readonly whole: CellPlace;
  readonly parts: readonly CellPlace[];
  readonly kind: 'amount' | 'share';
  readonly names: NonNullable<SumTie['names']>;
}

function tieOf(grid: FigureGrid, line: Line): SumTie | undefined {
  const whole = figureAt(grid, line.whole, line.kind);
  if (whole === undefined) return undefined;
  const parts: Figure[] = [];
  let isOpen = false;
  for (const place of line.parts) {
    const figure = figureAt(grid, place, line.kind);
    if (figure !== undefined) parts.push(figure);
    // Blanks are not zero: the parts that are given may be less than the whole.
    else if (grid.cells[place.row]?.[place.column]?.isUnknown !== false) isOpen = true;
    else return undefined;
  }
  const isOneKind = parts.every(({ quantity }) => quantity.kind === whole.quantity.kind);
  if (parts.length < 2 || !isOneKind) return undefined;
  return { kind: 'total', form: line.form, parts, whole, isOpen, certainty: 'near', names: line.names };
}

/** A whole that lies between its parts may be their average. */
function mayBeAverage({ parts, whole }: SumTie): boolean {
  const values = parts.map(({ quantity }) => quantity.exact);
  const own = whole?.quantity.exact;
  if (own === undefined) return false;
  return values.some((value) => compare(value, own) >= 0) && values.some((value) => compare(value, own) <= 0);
}

/** Whether a sum that agrees says that the layout is meant: nothing and a single part say nothing. */
function bearsOut(tie: SumTie): boolean {
  const counted = tie.parts.filter(({ quantity }) => compare(quantity.exact, wholeNumber(0)) > 0);
  return counted.length > 1 && !tie.isOpen && agrees(tie);
}

function layoutOf(grid: FigureGrid, lines: readonly Line[]): Layout {
  const ties = lines
    .flatMap((line) => tieOf(grid, line) ?? [])
    .filter((tie) => agrees(tie) || !mayBeAverage(tie));
  return {
    ties,
    holding: ties.filter(bearsOut).length,
    wrong: ties.filter((tie) => !agrees(tie)).length,
  };
}

/** The layout that most sums bear out; of two alike the first. */
function best(layouts: readonly Layout[]): Layout | undefined {
  const filled = layouts.filter(({ ties }) => ties.length > 0);
  return filled.sort((a, b) => b.holding - a.holding || a.wrong - b.wrong)[0];
}

/**
 * Whether enough sums hold that the others are meant to: as many as do not. What is called a total needs but half as many
 * if they cannot be chance: two sums of three parts or more that make ten or more.
 */
function isBorneOut({ ties, holding, wrong }: Layout, label: 'sure' | 'perhaps'): boolean {
  if (holding >= 2 && wrong <= holding) return true;
  const sure = ties.filter((tie) => bearsOut(tie) && isNoChance(tie)).length;
  return label === 'sure' && sure >= 2 && wrong <= 2 * sure;
}

function isNoChance({ parts, whole }: SumTie): boolean {
  const counted = parts.filter(({ quantity }) => compare(quantity.exact, wholeNumber(0)) > 0);
  return counted.length >= 3 && whole !== undefined && compare(whole.quantity.exact, wholeNumber(10)) >= 0;
}

function certain(layout: Layout, label: 'sure' | 'perhaps', isOverlapping: boolean): readonly SumTie[] {
  const unsure: Certainty = label === 'perhaps' || isOverlapping ? 'possible' : 'near';
  const certainty = isBorneOut(layout, label) ? 'explicit' : unsure;
  return layout.ties
    .map((tie): SumTie => ({ ...tie, certainty }))
    .filter((tie) => tie.certainty !== 'possible' || agrees(tie));
}

/** Rows that a total row may sum: those since the total before it, all rows before it, the totals before it. */
function rowSets({ body, labels }: FigureGrid, total: number): readonly Parts[] {
  const isTotal = (row: number) => isTotalBeside(labels[row] ?? '', labels[total] ?? '');
  const plain = body.filter((row) => !isTotal(row) && !isWithin(labels[row] ?? ''));
  const before = plain.filter((row) => row < total);
  if (before.length === 0) {
    const next = body.find((row) => row > total && isTotal(row)) ?? Number.POSITIVE_INFINITY;
    return [plain.filter((row) => row > total && row < next)];
  }
  const last = body.findLast((row) => row < total && isTotal(row)) ?? -1;
  const totals = body.filter((row) => row < total && isTotal(row));
  return [before.filter((row) => row > last), before, totals];
}

function totalRows(grid: FigureGrid): readonly SumTie[] {
  const { body, labels, headers, columns } = grid;
  return body.flatMap((row) => {
    const label = totalLabel(labels[row] ?? '');
    if (label === undefined) return [];
    const summed = columns.slice(1).filter((column) => isSummed(headers[column] ?? ''));
    const lines = (rows: Parts): Line[] =>
      summed.map((column) => ({
        form: 'total row',
        whole: { row, column },
        // A row without any figure only names the rows below it.
        parts: rows.filter((own) => hasFigures(grid, own)).map((own) => ({ row: own, column })),
        kind: 'amount',
        names: { parts: headers[column] ?? '', whole: labels[row] ?? '' },
      }));
    const layout = best(rowSets(grid, row).map((rows) => layoutOf(grid, lines(rows))));
    if (layout === undefined) return [];
    return certain(layout, label, mayOverlap(grid)).map((tie) =>
      isSharedOut(grid, tie) ? { ...tie, certainty: 'explicit' } : tie,
    );
  });
}

/** Whether a column gives of every part its share of what all make together: then the total is meant to be that. */
function isSharedOut({ cells, columns }: FigureGrid, tie: SumTie): boolean {
  const all = printedSum(tie);
  if (tie.isOpen || tie.parts.length < 3 || compare(all, wholeNumber(0)) <= 0) return false;
  return columns.some((column) =>
    tie.parts.every(({ quantity, cell }) => {
      const share = cell && cells[cell.row]?.[column]?.share;
      return share !== undefined && isShareOf(share, quantity, all);
    }),
  );
}

function hasFigures({ cells }: FigureGrid, row: number): boolean {
  const own = (cells[row] ?? []).slice(1);
  return own.some(({ amount, share, isHidden }) => amount !== undefined || share !== undefined || isHidden);
}

/** Columns that a total column may sum: those before it, those since the total before it, those behind it. */
function columnSets({ columns, headers }: FigureGrid, total: number): readonly Parts[] {
  const isTotal = (column: number) => isTotalBeside(headers[column] ?? '', headers[total] ?? '');
  const plain = columns.slice(1).filter((column) => !isTotal(column) && isSummed(headers[column] ?? ''));
  const before = plain.filter((column) => column < total);
  const last = columns.findLast((column) => column < total && isTotal(column)) ?? -1;
  // The first column of figures may be a label: "Number of plans".
  return [
    before,
    before.filter((column) => column > last),
    before.slice(1),
    plain.filter((own) => own > total),
  ];
}

function columnLines(grid: FigureGrid, total: number, parts: Parts, kind: Line['kind']): readonly Line[] {
  return grid.body.map((row) => ({
    form: 'total column',
    whole: { row, column: total },
    parts: parts.map((column) => ({ row, column })),
    kind,
    names: { parts: grid.labels[row] ?? '', whole: grid.headers[total] ?? '' },
  }));
}

function totalColumns(grid: FigureGrid): readonly SumTie[] {
  return grid.columns.slice(1).flatMap((column) => {
    const label = totalLabel(grid.headers[column] ?? '');
    if (label === undefined) return [];
    const sets = columnSets(grid, column).filter((set) => set.length > 1);
    const layout = best(sets.map((set) => layoutOf(grid, columnLines(grid, column, set, 'amount'))));
    // One row that agrees may be chance, unless it has many parts; then another that all but agrees has a slip in it.
    const parts = layout?.ties.find(agrees)?.parts.length ?? 0;
    const enough = label === 'sure' && parts > 3 ? 1 : 2;
    return layout === undefined || layout.holding < enough ? [] : certain(layout, label, false);
  });
}

/**
 * The totals of a table: in rows and columns that are called so, and columns that others make up. Which cells
 * are summed is read off the figures. In: the text of every cell, the header's row first. Out: ties, those that do not
 * hold among them; their spans are in the text of their cells.
 */
export function readTotalTables(
  rows: readonly (readonly string[])[],
  readings = new Readings(),
): readonly SumTie[] {
  const grid = readings.of(readGrid, rows);
  if (grid === undefined) return [];
  return [...totalRows(grid), ...totalColumns(grid), ...columnSums(grid)];
}
