import type { Drawing } from '../page.ts';
import type { RawTable } from './blocks.ts';
import { type Box, holds, lastNotAbove } from './box.ts';
import { type Grid, gridOf } from './grid.ts';
import type { Run } from './line.ts';
import { frames, joinRulings, type Ruling } from './rulings.ts';
import { cutAt } from './runs.ts';

/** Tables with ruled cells, and the words outside of them. */
export interface RuledTables {
  readonly tables: readonly RawTable[];
  readonly loose: readonly Run[];
}

const MOST_GRIDS = 300;

/** Takes the words of a page that stand in ruled cells out of it. A frame around text is no table. */
export function readRuledTables(
  runs: readonly Run[],
  drawing: Drawing | undefined,
  page: number,
): RuledTables {
  const grids = frames(joinRulings(rulingsOf(drawing)))
    .map(gridOf)
    .filter((grid) => grid !== undefined && grid.cells.length > 1)
    .flatMap((grid) => grid ?? [])
    .sort((a, b) => area(b) - area(a))
    .slice(0, MOST_GRIDS);
  const tables: RawTable[] = [];
  let loose = runs;
  for (const grid of grids) {
    const { inside, outside } = share(grid, loose);
    // What looks like a table but has its words in one column is a box, a chart, or the underlining of a text.
    if (new Set([...inside.keys()].map((at) => grid.cells[at]?.column)).size < 2) continue;
    tables.push(tableOf(grid, inside, drawing, page));
    loose = outside;
  }
  return { tables, loose };
}

/** The straight lines that were drawn. */
export function rulingsOf(drawing: Drawing | undefined): readonly Ruling[] {
  return (drawing?.rules ?? []).map(({ left, top, right, bottom }) => {
    const level = right - left >= bottom - top;
    return level
      ? { level, at: (top + bottom) / 2, from: left, to: right }
      : { level, at: (left + right) / 2, from: top, to: bottom };
  });
}

/** The words in each cell of a grid, by the cell's index, and those in none. */
function share(
  grid: Grid,
  runs: readonly Run[],
): { inside: ReadonlyMap<number, readonly Run[]>; outside: readonly Run[] } {
  const inside = new Map<number, Run[]>();
  const outside: Run[] = [];
  const cellAt = placesOf(grid);
  const edges = edgesOf(grid);
  const isNear = ({ y, size }: Run): boolean => y >= edges.y1 && y - size <= edges.y2;
  for (const run of runs.flatMap((one) => (isNear(one) ? cutAtEdges(one, grid, cellAt) : [one]))) {
    // Most of a word stands in its cell, and letters above their line.
    const at = !isNear(run) ? undefined : cellAt((run.x1 + run.x2) / 2, run.y - run.size * 0.3);
    if (at === undefined) {
      outside.push(run);
      continue;
    }
    const others = inside.get(at);
    if (others === undefined) inside.set(at, [run]);
    else others.push(run);
  }
  return { inside, outside };
}

/** A run in as many parts as cells that it runs through: what stands close to each other was taken for one text. */
function cutAtEdges(run: Run, { xs }: Grid, cellAt: CellAt): readonly Run[] {
  const parts: Run[] = [];
  let rest: Run | undefined = run;
  const height = run.y - run.size * 0.3;
  for (let at = lastNotAbove(xs, run.x1 + 1) + 1; at < xs.length && rest !== undefined; at += 1) {
    const x: number = xs[at] ?? 0;
    if (x >= run.x2 - 1) break;
    if (cellAt(x - 1, height) === cellAt(x + 1, height)) continue;
    const [before, behind] = cutAt(rest, x);
    if (before !== undefined) parts.push(before);
    rest = behind;
  }
  return rest === undefined ? parts : [...parts, rest];
}

type CellAt = (x: number, y: number) => number | undefined;

function placesOf({ xs, ys, cells }: Grid): CellAt {
  const columns = xs.length - 1;
  const byPlace = new Map<number, number>();
  for (const [at, cell] of cells.entries()) {
    for (let row = cell.row; row < cell.row + cell.rows; row += 1) {
      for (let column = cell.column; column < cell.column + cell.columns; column += 1)
        byPlace.set(row * columns + column, at);
    }
  }
  return (x, y) => {
    const [column, row] = [lastNotAbove(xs, x), lastNotAbove(ys, y)];
    return column < 0 || column >= columns || row < 0 ? undefined : byPlace.get(row * columns + column);
  };
}

function tableOf(
  grid: Grid,
  inside: ReadonlyMap<number, readonly Run[]>,
  drawing: Drawing | undefined,
  page: number,
): RawTable {
  const { columns, rows } = usedPlaces(grid);
  const cells = grid.cells.map((cell, at) => ({
    ...cell,
    ...{ column: columns.indexOf(cell.column), row: rows.indexOf(cell.row) },
    columns: between(columns, cell.column, cell.columns),
    rows: between(rows, cell.row, cell.rows),
    shade: shadeOf(cell, drawing),
    runs: inside.get(at) ?? [],
  }));
  const xs = [...columns.map((column) => grid.xs[column] ?? 0), grid.xs.at(-1) ?? 0];
  return { page, xs, rows: rows.length, cells, ...edgesOf(grid) };
}

/** The columns and rows in which a cell begins: others come of rulings that part nothing. */
function usedPlaces({ cells }: Grid): { columns: readonly number[]; rows: readonly number[] } {
  const used = (places: readonly number[]): readonly number[] => [...new Set(places)].sort((a, b) => a - b);
  return { columns: used(cells.map(({ column }) => column)), rows: used(cells.map(({ row }) => row)) };
}

function between(places: readonly number[], from: number, count: number): number {
  return places.filter((place) => place >= from && place < from + count).length;
}

/** The colour behind a cell: what was painted last. */
function shadeOf(cell: Box, drawing: Drawing | undefined): string | undefined {
  const [x, y] = [(cell.x1 + cell.x2) / 2, (cell.y1 + cell.y2) / 2];
  const fill = drawing?.fills.findLast(({ left, top, right, bottom }) =>
    holds({ x1: left, y1: top, x2: right, y2: bottom }, x, y),
  );
  if (fill === undefined || (fill.right - fill.left) * (fill.bottom - fill.top) > 12 * area2(cell))
    return undefined;
  return fill.colour;
}

function area2({ x1, y1, x2, y2 }: Box): number {
  return (x2 - x1) * (y2 - y1);
}

function edgesOf({ xs, ys }: Grid): Box {
  return { x1: xs[0] ?? 0, x2: xs.at(-1) ?? 0, y1: ys[0] ?? 0, y2: ys.at(-1) ?? 0 };
}

function area(grid: Grid): number {
  return area2(edgesOf(grid));
}
