import { type ShareVerdict, verdictOf } from '../judge.ts';
import type { CellFigures, CellPlace, Grid, TableTie } from './shareGrid.ts';
import { shareTie } from './shareTie.ts';

/** What the words of a table say of its columns. */
export interface Words {
  /** The last row that gives totals. */
  readonly total: number;
  readonly named: { readonly part: number; readonly whole: number } | undefined;
  readonly headers: readonly string[];
  /** Whether rows stand for columns: each share has to bring its part along. */
  readonly isTurned: boolean;
}

/** How the columns of a table may belong together, and what that makes of its rows. */
interface Layout {
  readonly ties: readonly TableTie[];
  readonly verdicts: readonly ShareVerdict[];
  readonly holding: number;
}

/** The layouts that the shares of one column may be of. */
interface Column {
  readonly column: number;
  /** Those that rows enough bear out, the most borne out first. */
  readonly meant: readonly Layout[];
  /** By the column of wholes, where each share brings its part along. */
  readonly own: ReadonlyMap<number, Layout>;
}

/** The layouts of one column in which rows enough agree. */
export function layoutsOf(grid: Grid, column: number, words: Words): Column {
  const filled = (figure: keyof CellFigures, of: number) =>
    grid.filter((row, index) => index > 0 && row[of]?.[figure] !== undefined).length > 1;
  if (!filled('share', column)) return { column, meant: [], own: new Map() };
  const columns = [...(grid[0] ?? []).keys()].filter((other) => filled('count', other));
  const parts = words.isTurned ? columns.filter((part) => part === column) : columns;
  const wholesOf = (part: number) => columns.filter((whole) => whole !== part && whole !== column);
  const beside = (part: number, whole: number) =>
    layoutOf(grid, column, (row) => [at(row, part), at(row, whole)]);
  const own = new Map(
    parts.includes(column) ? wholesOf(column).map((whole) => [whole, beside(column, whole)]) : [],
  );
  const others = parts.filter((part) => part !== column);
  const across = others.flatMap((part) => wholesOf(part).map((whole) => beside(part, whole)));
  const down = parts.map((part) =>
    layoutOf(grid, column, (row) =>
      row === words.total ? undefined : [at(row, part), at(words.total, part)],
    ),
  );
  const stated = parts.map((part) => layoutOf(grid, column, (row) => [at(row, part), at(0, column)]));
  const meant = [...own.values(), ...across, ...down, ...stated]
    .filter((layout) => isMeant(layout) || isNamed(layout, words.named))
    .sort((a, b) => b.holding - a.holding);
  return { column, meant: preferred(meant, words.headers, column), own };
}

function at(row: number, column: number): CellPlace {
  return { row, column };
}

function isNamed({ holding, ties }: Layout, named: Words['named']): boolean {
  return (
    holding > 0 &&
    ties.every(({ part, whole }) => part.column === named?.part && whole.column === named.whole)
  );
}

/** "Seen in time (%)" is the share of "Seen in time": no other layout that as many rows bear out is meant. */
function preferred(meant: readonly Layout[], headers: readonly string[], column: number): readonly Layout[] {
  const name = nameOf(headers[column] ?? '');
  const isOwn = ({ ties, holding }: Layout) =>
    name !== '' &&
    holding === meant[0]?.holding &&
    ties.every(({ part }) => part.column !== column && nameOf(headers[part.column] ?? '') === name);
  const own = meant.filter(isOwn);
  return own.length > 0 ? own : meant;
}

/** What a header names, whether it is given as a number or a share. */
function nameOf(header: string): string {
  return header
    .toLowerCase()
    .replace(/%|\b(?:no|number|percentage|per ?cent|share|of)\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The ties of the shares in one column, in the layout that most rows bear out. */
export function chosenTies(own: Column, all: readonly Column[]): readonly TableTie[] {
  const besides = likeOthers(own, all);
  const [first, ...others] = besides === undefined ? own.meant : [besides];
  // What holds in another layout that is borne out as well is not wrong.
  return (first?.ties ?? []).filter(
    ({ share }, index) =>
      !isWrong(first?.verdicts[index]) ||
      others.every(({ ties, verdicts }) => {
        const same = ties.findIndex((other) => other.share.row === share.row);
        return same < 0 || isWrong(verdicts[same]);
      }),
  );
}

/**
 * The layout that the other columns of the kind `n (p%)` have without exception, where this one has none that is borne out better,
 * and no share of it is far off: in a table of three rows two slips leave but one row to bear it out.
 */
function likeOthers({ column, meant, own }: Column, all: readonly Column[]): Layout | undefined {
  const proven = new Set(
    all.flatMap((other) =>
      other.column === column
        ? []
        : [...other.own].flatMap(([whole, layout]) => (isProven(layout) ? [whole] : [])),
    ),
  );
  const [whole] = proven;
  const layout = proven.size === 1 && whole !== undefined ? own.get(whole) : undefined;
  if (layout === undefined || layout.holding < Math.max(1, meant[0]?.holding ?? 0)) return undefined;
  return isMeant(layout) || (meant.length === 0 && layout.ties.every(isNear)) ? layout : undefined;
}

function isProven({ verdicts, holding }: Layout): boolean {
  return holding > 2 && !verdicts.some(isWrong);
}

/** Whether a share is less than twice, and more than half, of what its part is of its whole. */
function isNear({ tie: { share, part, whole } }: TableTie): boolean {
  if (share === undefined || share.exact.numerator <= 0n) return false;
  const stated = share.exact.numerator * whole.value.digits;
  const counted = 100n * part.value.digits * share.exact.denominator;
  return stated < 2n * counted && counted < 2n * stated;
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

export function isWrong(verdict: ShareVerdict | undefined): boolean {
  return verdict === 'contradiction' || verdict === 'impossible';
}
