import type { Quantity } from '../values/quantity.ts';
import { type ShareVerdict, verdictOf } from './judge.ts';
import { countAt, percentageAt } from './passage.ts';
import { Readings } from './readings.ts';
import { readPartWithShare } from './shares.ts';
import { type ShareTie, shareTie } from './shareTie.ts';

/** A cell by its row and column, counted from 0, the header's row included. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A tie whose figures stand in cells of a table; their spans are in the text of their cells. */
export interface TableTie {
  readonly tie: ShareTie;
  readonly share: CellPlace;
  readonly part: CellPlace;
  readonly whole: CellPlace;
}

/** What a cell holds when it holds nothing else: `12`, `40%` or `12 (40%)`. */
export interface CellFigures {
  readonly count: Quantity | undefined;
  readonly share: Quantity | undefined;
}

export type Grid = readonly (readonly CellFigures[])[];

/** How the columns of a table may belong together, and what that makes of its rows. */
interface Layout {
  readonly ties: readonly TableTie[];
  readonly verdicts: readonly ShareVerdict[];
  readonly holding: number;
}

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

/** What the words of a table say of its columns. */
interface Words {
  /** The last row that gives totals. */
  readonly total: number;
  readonly named: { readonly part: number; readonly whole: number } | undefined;
  /** Whether rows stand for columns: each share has to bring its part along. */
  readonly isTurned: boolean;
}

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
  return merged(across, gridTies(turned, { total, named: undefined, isTurned: true }).map(turnedBack));
}

/** The counts and shares of a table cell by cell; none of a table without shares, or too large to be read at a glance. */
export function readShareGrid(rows: readonly (readonly string[])[], readings = new Readings()): Grid {
  if (rows.length > MOST_ROWS || (rows[0] ?? []).length > MOST_COLUMNS) return [];
  if (!rows.some((row) => row.some((cell) => cell.includes('%')))) return [];
  const read: Grid = rows.map((row, index) =>
    row.map((cell) => (index === 0 ? statedWhole(cell, readings) : readCell(cell, readings))),
  );
  return withCountedYears(read, rows, readings);
}

function gridTies(grid: Grid, words: Words): readonly TableTie[] {
  return [...(grid[0] ?? []).keys()].flatMap((column) => columnTies(grid, column, words));
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

function readCell(text: string, readings: Readings): CellFigures {
  const both = readPartWithShare(text, readings);
  if (both !== undefined) return { count: both.part, share: both.share };
  const items = text.length > 40 || !/\d/.test(text) ? [] : readings.passage(text);
  if (items.length !== 1) return EMPTY;
  return { count: countAt(items, 0), share: percentageAt(items, 0) };
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

/** The ties of the shares in one column, in the layout that most rows bear out. */
function columnTies(grid: Grid, column: number, { total, named, isTurned }: Words): readonly TableTie[] {
  const filled = (figure: keyof CellFigures, of: number) =>
    grid.filter((row, index) => index > 0 && row[of]?.[figure] !== undefined).length > 1;
  if (!filled('share', column)) return [];
  const columns = [...(grid[0] ?? []).keys()].filter((other) => filled('count', other));
  const parts = isTurned ? columns.filter((part) => part === column) : columns;
  const layouts = parts.flatMap((part) =>
    columns
      .filter((whole) => whole !== part && whole !== column)
      .map((whole) =>
        layoutOf(grid, column, (row) => [
          { row, column: part },
          { row, column: whole },
        ]),
      ),
  );
  const down = layoutOf(grid, column, (row) =>
    row === total
      ? undefined
      : [
          { row, column },
          { row: total, column },
        ],
  );
  const stated = parts.map((part) =>
    layoutOf(grid, column, (row) => [
      { row, column: part },
      { row: 0, column },
    ]),
  );
  const isNamed = (own: Layout) =>
    own.holding > 0 &&
    own.ties.every(({ part, whole }) => part.column === named?.part && whole.column === named.whole);
  const meant = [...layouts, down, ...stated]
    .filter((own) => isMeant(own) || isNamed(own))
    .sort((a, b) => b.holding - a.holding);
  // What holds in another layout that is borne out as well is not wrong.
  return (meant[0]?.ties ?? []).filter(
    ({ share }, index) =>
      !isWrong(meant[0]?.verdicts[index]) ||
      meant.slice(1).every(({ ties, verdicts }) => {
        const same = ties.findIndex((other) => other.share.row === share.row);
        return same < 0 || isWrong(verdicts[same]);
      }),
  );
}

function layoutOf(
  grid: Grid,
  column: number,
  places: (row: number) => readonly [part: CellPlace, whole: CellPlace] | undefined,
): Layout {
  const ties: TableTie[] = [];
  const verdicts: ShareVerdict[] = [];
  let wrong = 0;
  for (const row of grid.keys()) {
    const own = grid[row]?.[column];
    const place = own?.share === undefined ? undefined : places(row);
    if (own?.share === undefined || place === undefined) continue;
    const [part, whole] = place;
    // "12 (40%)" brings its own part along.
    if (own.count !== undefined && part.column !== column) continue;
    const n = grid[part.row]?.[part.column]?.count;
    const N = grid[whole.row]?.[whole.column]?.count;
    if (n === undefined || N === undefined || N.value.digits < 2n) continue;
    const tie = shareTie({ form: 'cells of a table', share: own.share, part: n, whole: N });
    ties.push({ tie, share: { row, column }, part, whole });
    const verdict = verdictOf(tie);
    verdicts.push(verdict);
    if (isWrong(verdict)) wrong += 1;
    // With so many that are wrong the layout cannot be borne out any more.
    if (3 * wrong > grid.length) break;
  }
  return { ties, verdicts, holding: ties.filter((own, index) => bearsOut(own, verdicts[index])).length };
}

/** None and all are shares of any whole, and say nothing about the layout. */
function bearsOut({ tie: { part, whole } }: TableTie, verdict: ShareVerdict | undefined): boolean {
  return verdict === 'holds' && part.value.digits > 0n && part.value.digits < whole.value.digits;
}

function isMeant({ verdicts, holding }: Layout): boolean {
  return holding >= 2 && 2 * verdicts.filter(isWrong).length <= holding;
}

function isWrong(verdict: ShareVerdict | undefined): boolean {
  return verdict === 'contradiction' || verdict === 'impossible';
}
