import type { Quantity } from '../../values/quantity.ts';
import {
  add,
  compare,
  multiply,
  type Rational,
  subtract,
  whole as wholeNumber,
} from '../../values/rational.ts';
import { type FigureGrid, figureAt, isPeriod, isWithin, readGrid, totalLabel } from '../figureGrid.ts';
import { Readings } from '../readings.ts';
import type { CellPlace } from '../share/shareGrid.ts';
import { mayNameShares } from '../shareColumns.ts';
import { coverageOfShares } from './partition.ts';
import { agrees, isShareOf } from './sums.ts';
import type { Certainty, Figure, SumForm, SumTie } from './sumTie.ts';

const ZERO = wholeNumber(0);
const HUNDRED = wholeNumber(100);

/** Shares in a row or column with the counts that may stand with them. */
interface Line {
  readonly form: SumForm;
  readonly name: string;
  readonly shares: readonly Figure[];
  readonly labels: readonly string[];
  /** Whether a share may be meant that is not given. */
  readonly isOpen: boolean;
  /** Counts for the shares, one by one, in each way in which the table may give them. */
  readonly counts: readonly (readonly (Quantity | undefined)[])[];
  /** Whether the table says that they make 100%. */
  readonly isWhole: boolean;
}

/** What is asked of a table for each of its rows and columns, found once. */
interface Outline {
  readonly grid: FigureGrid;
  /** The rows of totals, and the others that have figures and are no part of a row above. */
  readonly totalRows: readonly number[];
  readonly rows: readonly number[];
  /** The columns of totals, and the others that have shares. */
  readonly totalColumns: readonly number[];
  readonly shareColumns: readonly number[];
  /** The columns that have counts, with shares or without. */
  readonly countColumns: readonly number[];
  /** Figures over times are one measure, and no parts of a whole. */
  readonly areRowsTimes: boolean;
  readonly areColumnsTimes: boolean;
}

function outlineOf(grid: FigureGrid): Outline {
  const { body, columns, labels, headers, cells } = grid;
  const totalRows = body.filter((row) => totalLabel(labels[row] ?? '') !== undefined);
  const rows = body.filter(
    (row) => !totalRows.includes(row) && !isWithin(labels[row] ?? '') && hasFigure(grid, row),
  );
  const totalColumns = columns.filter((column) => totalLabel(headers[column] ?? '') !== undefined);
  const shareColumns = columns
    .slice(1)
    .filter((column) => !totalColumns.includes(column))
    .filter((column) => body.some((row) => cells[row]?.[column]?.share !== undefined));
  return {
    grid,
    totalRows,
    rows,
    totalColumns,
    shareColumns,
    countColumns: columns
      .slice(1)
      .filter((column) => body.some((row) => cells[row]?.[column]?.amount !== undefined)),
    areRowsTimes: rows.some((row) => isPeriod(labels[row] ?? '')),
    areColumnsTimes: shareColumns.some((column) => isPeriod(headers[column] ?? '')),
  };
}

function sumOf(counts: readonly (Quantity | undefined)[]): Rational {
  return counts.map((count) => count?.exact ?? ZERO).reduce(add, ZERO);
}

/** How many shares are those of their counts, and how many are not. None and all say nothing. */
function support({ shares }: Line, counts: readonly (Quantity | undefined)[]) {
  const all = sumOf(counts);
  let holding = 0;
  let wrong = 0;
  if (counts.some((count) => count === undefined) || compare(all, ZERO) <= 0) return { holding, wrong: 1 };
  shares.forEach(({ quantity }, index) => {
    const count = counts[index];
    if (count === undefined) return;
    const isPlain = compare(count.exact, ZERO) > 0 && compare(count.exact, all) < 0;
    if (!isShareOf(quantity, count, all)) wrong += 1;
    else if (isPlain) holding += 1;
  });
  return { holding, wrong };
}

/** The counts that most shares of the lines are shares of, for each line. */
function countsOf(lines: readonly Line[]): readonly (readonly (Quantity | undefined)[] | undefined)[] {
  const ways = Math.max(0, ...lines.map(({ counts }) => counts.length));
  for (let way = 0; way < ways; way += 1) {
    let [holding, wrong] = [0, 0];
    for (const line of lines) {
      const own = support(line, line.counts[way] ?? []);
      holding += own.holding;
      wrong += own.wrong;
    }
    if (holding >= 2 && 2 * wrong <= holding) return lines.map(({ counts }) => counts[way]);
  }
  return lines.map(() => undefined);
}

function certaintyOf({ labels, isWhole }: Line, isCounted: boolean): Certainty {
  if (isCounted) return 'explicit';
  const covered = coverageOfShares(
    labels.map((label) =>
      label
        .toLowerCase()
        .replace(/[^\p{L}-]+/gu, ' ')
        .trim(),
    ),
  );
  if (covered === 'all') return 'explicit';
  return isWhole || covered === 'both' ? 'near' : 'possible';
}

const OPINION =
  /\b(?:(?:dis)?agree|(?:dis)?satisfied|neither|neutral|always|often|sometimes|never|rarely|very|yes|no|likely|unlikely)\b/i;

/** Answers leave out those who gave none: less than all of them is no gap. */
function areAnswers({ labels }: Line): boolean {
  return labels.filter((label) => OPINION.test(label)).length >= 2;
}

function tieOf(line: Line, counts: readonly (Quantity | undefined)[] | undefined): SumTie | undefined {
  const certainty = certaintyOf(line, counts !== undefined);
  if (certainty === 'possible') return undefined;
  const made = madeTie(line, certainty);
  const isOpen = made.isOpen || (counts === undefined && areAnswers(line) && !agrees(made));
  const tie = { ...made, isOpen };
  return counts === undefined ? tie : { ...tie, counts };
}

function madeTie({ form, shares: parts, isOpen, name }: Line, certainty: Certainty): SumTie {
  const names = { parts: name, whole: '' };
  return { kind: 'distribution', form, parts, whole: undefined, isOpen, certainty, names };
}

/** Of the shares at some places those that are given; a count of none needs no share. */
function sharesAt(grid: FigureGrid, places: readonly CellPlace[]) {
  const given = places.filter((place) => figureAt(grid, place, 'share') !== undefined);
  const missing = places.filter((place) => !given.includes(place));
  const isNone = ({ row, column }: CellPlace) => grid.cells[row]?.[column]?.amount?.value.digits === 0n;
  return {
    places: given,
    shares: given.flatMap((place) => figureAt(grid, place, 'share') ?? []),
    isOpen: missing.some((place) => !isNone(place)),
  };
}

function isHundred(quantity: Quantity): boolean {
  const by = subtract(quantity.exact, HUNDRED);
  return compare(multiply(by, by), wholeNumber(1)) <= 0;
}

function columnLine({ grid, rows, totalRows, countColumns }: Outline, column: number): Line | undefined {
  const { labels, headers } = grid;
  const total = totalRows.find((row) => figureAt(grid, { row, column }, 'share'));
  const whole = total === undefined ? undefined : figureAt(grid, { row: total, column }, 'share')?.quantity;
  if (whole !== undefined && !isHundred(whole)) return undefined;
  const { places, shares, isOpen } = sharesAt(
    grid,
    rows.map((row) => ({ row, column })),
  );
  if (shares.length < 2) return undefined;
  const isOwn = (own: number) => own === column;
  const beside = [...countColumns.filter(isOwn), ...countColumns.filter((own) => !isOwn(own))];
  return {
    form: 'shares in a column',
    name: headers[column] ?? '',
    shares,
    labels: places.map(({ row }) => labels[row] ?? ''),
    isOpen,
    counts: beside.map((own) => places.map(({ row }) => grid.cells[row]?.[own]?.amount)),
    isWhole: whole !== undefined,
  };
}

function hasFigure({ cells }: FigureGrid, row: number): boolean {
  return (cells[row] ?? []).slice(1).some(({ amount, share }) => amount !== undefined || share !== undefined);
}

function rowLine({ grid, totalColumns, shareColumns }: Outline, row: number): Line | undefined {
  const { headers, labels } = grid;
  const total = totalColumns.find((column) => figureAt(grid, { row, column }, 'share'));
  const whole = total === undefined ? undefined : figureAt(grid, { row, column: total }, 'share')?.quantity;
  if (whole !== undefined && !isHundred(whole)) return undefined;
  const { places, shares, isOpen } = sharesAt(
    grid,
    shareColumns.map((column) => ({ row, column })),
  );
  if (shares.length < 2) return undefined;
  return {
    form: 'shares in a row',
    name: labels[row] ?? '',
    shares,
    labels: places.map(({ column }) => headers[column] ?? ''),
    isOpen,
    counts: [places.map(({ column }) => grid.cells[row]?.[column]?.amount)],
    isWhole: whole !== undefined,
  };
}

/** Whether most of the lines make 100, which is no chance. */
function areWhole(lines: readonly Line[]): boolean {
  const ties = lines.map((line) => madeTie(line, 'likely'));
  const holding = ties.filter((tie) => !tie.isOpen && agrees(tie)).length;
  return holding >= 2 && 2 * (ties.length - holding) <= holding;
}

function tiesOf(lines: readonly Line[], areMeant: boolean): readonly SumTie[] {
  const counts = countsOf(lines);
  const ties = lines.flatMap(
    (line, index) => tieOf({ ...line, isWhole: line.isWhole || areMeant }, counts[index]) ?? [],
  );
  return ties;
}

/**
 * The rows and columns of a table whose shares make 100: those that stand with a total of 100%, with the counts that they
 * are shares of, or that name all grades of a scale; and rows most of which do make 100. In: the text of every cell, the
 * header's row first. Out: ties, those that do not hold among them; their spans are in the text of their cells.
 */
export function readDistributionTables(
  rows: readonly (readonly string[])[],
  readings = new Readings(),
): readonly SumTie[] {
  if (!rows.some((row) => row.some(mayNameShares))) return [];
  const grid = readings.of(readGrid, rows);
  if (grid === undefined) return [];
  const outline = outlineOf(grid);
  const across = outline.areColumnsTimes ? [] : grid.body.flatMap((row) => rowLine(outline, row) ?? []);
  const inRows = tiesOf(across, areWhole(across));
  const isListed = outline.areRowsTimes || outline.totalRows.length > 1;
  const down = isListed ? [] : grid.columns.slice(1).flatMap((column) => columnLine(outline, column) ?? []);
  const areColumns = areWhole(down);
  const inColumns = down.flatMap((line) => tiesOf([line], areColumns));
  // A cell's share is of its row or of its column: what is borne out one way is not read the other way.
  const taken = new Set(inRows.filter(agrees).flatMap(({ parts }) => parts.map(keyOf)));
  return [...inRows, ...inColumns.filter(({ parts }) => !parts.some((part) => taken.has(keyOf(part))))];
}

function keyOf({ cell }: Figure): string {
  return `${cell?.row}:${cell?.column}`;
}
