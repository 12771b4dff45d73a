import { headersOf } from '../figureGrid.ts';
import { verdictOf } from '../judge.ts';
import { countAt, percentageAt } from '../passage.ts';
import { Readings } from '../readings.ts';
import {
  asShare,
  mayNameShares,
  partWithPlainShare,
  type ShareHeader,
  shareHeader,
} from '../shareColumns.ts';
import type { CellFigures, CellPlace, Grid, TableTie } from './shareGrid.ts';
import { chosenTies, isWrong, layoutsOf, type Words } from './shareLayouts.ts';
import { readPartWithShare } from './shares.ts';

// Larger tables are lists of data, in which trying all columns with all others would take long.
const MOST_COLUMNS = 12;
const MOST_ROWS = 100;
const TOTAL = /^\W*(?:(?:grand |overall )?total|all|overall)\b/i;

// Rows are compared with all other rows only in tables that are read at a glance.
const MOST_ROWS_TURNED = 40;

/** Headers that leave no doubt which column holds the parts and which the wholes. */
const PART = /^\W*(?:numerator|number|nos?\.?|n|count)\W*$/i;
const WHOLE = /^\W*(?:denominator|out of|base|cohort)\W*$/i;

/** `% of 410 assessments`, `Staff trained (of 120)`: the figure is the whole of all shares that stand below or beside. */
const STATED_WHOLE =
  /(?:^\W*(?:%|per ?cent(?:age)?|proportion|share) of|\((?:out )?of|\(n ?=) (?:the |all )?(?=(\d[\d,]*)\b(?!%))/i;

/**
 * The ties between cells of a table. Which columns hold the parts, the wholes and the shares is read off the figures:
 * where two rows and more agree and at most half as many do not, the layout is what the author meant. Rows are read like
 * columns where each share brings its part along. In: the text of every cell, the header's row first. Out: a tie for each
 * share of such a layout, those that do not hold among them.
 */
export function readTableTies(
  rows: readonly (readonly string[])[],
  readings = new Readings(),
): readonly TableTie[] {
  const headers = rows[0] ?? [];
  const grid = rows.length < 3 ? [] : readings.of(readShareGrid, rows);
  if (grid.length === 0) return [];
  const across = gridTies(grid, {
    total: rows.findLastIndex((row) => TOTAL.test(row[0] ?? '')),
    named: namedColumns(headers),
    headers,
    isTurned: false,
  });
  if (rows.length > MOST_ROWS_TURNED || headers.length < 4) return across;
  const turned: Grid = headers.map((_, column) =>
    grid.map((row, index) => {
      if (index === 0) return EMPTY;
      return column === 0 ? statedWhole(rows[index]?.[0] ?? '', readings) : (row[column] ?? EMPTY);
    }),
  );
  const total = headers.findLastIndex((header) => TOTAL.test(header));
  return merged(
    across,
    gridTies(turned, { total, named: undefined, headers: [], isTurned: true }).map(turnedBack),
  );
}

/** The counts and shares of a table cell by cell; none of a table without shares, or too large to be read at a glance. */
export function readShareGrid(rows: readonly (readonly string[])[], readings = new Readings()): Grid {
  if (rows.length > MOST_ROWS || (rows[0] ?? []).length > MOST_COLUMNS) return [];
  if (!rows.some((row) => row.some(mayNameShares))) return [];
  const shares = headersOf(rows).map((header, column) => (column === 0 ? undefined : shareHeader(header)));
  const read: Grid = rows.map((row, index) =>
    row.map((cell, column) =>
      index === 0 ? statedWhole(cell, readings) : readCell(cell, readings, shares[column]),
    ),
  );
  return withCountedYears(read, rows, readings);
}

function gridTies(grid: Grid, words: Words): readonly TableTie[] {
  const columns = [...(grid[0] ?? []).keys()].map((column) => layoutsOf(grid, column, words));
  return columns.flatMap((own) => chosenTies(own, columns));
}

function turnedBack({ tie, ...places }: TableTie): TableTie {
  const back = ({ row, column }: CellPlace): CellPlace => ({ row: column, column: row });
  return { tie, share: back(places.share), part: back(places.part), whole: back(places.whole) };
}

/** Every share once: of two ties the one that holds. */
function merged(across: readonly TableTie[], along: readonly TableTie[]): readonly TableTie[] {
  const isSame = ({ share: a }: TableTie, { share: b }: TableTie) => a.row === b.row && a.column === b.column;
  const kept = across.map((own) => {
    const other = isWrong(verdictOf(own.tie)) ? along.find((one) => isSame(one, own)) : undefined;
    return other === undefined || isWrong(verdictOf(other.tie)) ? own : other;
  });
  return [...kept, ...along.filter((own) => !across.some((other) => isSame(own, other)))];
}

function namedColumns(headers: readonly string[]): Words['named'] {
  const [part, whole] = [PART, WHOLE].map((names) => headers.findIndex((header) => names.test(header)));
  if (part === undefined || whole === undefined || part < 0 || whole < 0) return undefined;
  return { part, whole };
}

const EMPTY: CellFigures = { count: undefined, share: undefined };

function readCell(text: string, readings: Readings, header: ShareHeader | undefined): CellFigures {
  const items = text.length > 40 || !/\d/.test(text) ? [] : readings.passage(text);
  const plain = header === undefined ? undefined : partWithPlainShare(items);
  const both = plain ?? readPartWithShare(text, readings);
  if (both !== undefined) return { count: both.part, share: both.share };
  if (items.length !== 1) return EMPTY;
  const quantity = items[0]?.quantity;
  const share = header === 'shares' && quantity !== undefined ? asShare(quantity) : undefined;
  return share === undefined
    ? { count: countAt(items, 0), share: percentageAt(items, 0) }
    : { count: undefined, share };
}

const YEAR = /^\s*(?:19|20)\d\d\s*$/;

/** The grid with figures that look like years read as counts where others of their column are counts: 2027 above 704. */
function withCountedYears(grid: Grid, rows: readonly (readonly string[])[], readings: Readings): Grid {
  const counted = new Set(
    grid.slice(1).flatMap((row) => row.flatMap(({ count }, column) => (count === undefined ? [] : [column]))),
  );
  return grid.map((row, index) =>
    row.map((figures, column) => {
      const text = rows[index]?.[column] ?? '';
      if (index === 0 || column === 0 || !counted.has(column) || !YEAR.test(text)) return figures;
      // A share behind it says that it is a count.
      return { ...figures, count: countAt(readings.passage(`${text.trimEnd()} (0%)`), 0) };
    }),
  );
}

/** The whole that a header states, read as a figure of the header's cell. */
function statedWhole(header: string, readings: Readings): CellFigures {
  const stated = header.length > 100 ? null : STATED_WHOLE.exec(header);
  if (stated === null) return EMPTY;
  const from = stated.index + stated[0].length;
  const items = readings.passage(header);
  const at = items.findIndex((_, index) => countAt(items, index)?.span.from === from);
  return { count: at < 0 ? undefined : countAt(items, at), share: undefined };
}
