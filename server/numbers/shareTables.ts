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
interface CellFigures {
  readonly count: Quantity | undefined;
  readonly share: Quantity | undefined;
}

type Grid = readonly (readonly CellFigures[])[];

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

/**
 * The ties between cells of a table. Which columns hold the parts, the wholes and the shares is read off the figures:
 * where two rows and more agree and at most half as many do not, the layout is what the author meant. In: the text of
 * every cell, the header's row first. Out: a tie for each row of such a layout, those that do not hold among them.
 */
export function readTableTies(
  rows: readonly (readonly string[])[],
  readings = new Readings(),
): readonly TableTie[] {
  if (rows.length < 4 || rows.length > MOST_ROWS || (rows[0]?.length ?? 0) > MOST_COLUMNS) return [];
  if (!rows.some((row) => row.some((cell) => cell.includes('%')))) return [];
  const grid: Grid = rows.map((row, index) =>
    row.map((cell) => (index === 0 ? EMPTY : readCell(cell, readings))),
  );
  const total = rows.findLastIndex((row) => TOTAL.test(row[0] ?? ''));
  return [...(rows[0] ?? []).keys()].flatMap((column) => columnTies(grid, column, total));
}

const EMPTY: CellFigures = { count: undefined, share: undefined };

function readCell(text: string, readings: Readings): CellFigures {
  const both = readPartWithShare(text, readings);
  if (both !== undefined) return { count: both.part, share: both.share };
  const items = text.length > 40 || !/\d/.test(text) ? [] : readings.passage(text);
  if (items.length !== 1) return EMPTY;
  return { count: countAt(items, 0), share: percentageAt(items, 0) };
}

/** The ties of the shares in one column, in the layout that most rows bear out. */
function columnTies(grid: Grid, column: number, total: number): readonly TableTie[] {
  const filled = (figure: keyof CellFigures, of: number) =>
    grid.filter((row) => row[of]?.[figure] !== undefined).length > 1;
  if (!filled('share', column)) return [];
  const columns = [...(grid[0] ?? []).keys()].filter((other) => filled('count', other));
  const layouts = columns.flatMap((part) =>
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
  const meant = [...layouts, down].filter(isMeant).sort((a, b) => b.holding - a.holding);
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
