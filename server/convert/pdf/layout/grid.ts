import type { Box } from './box.ts';
import { type Ruling, Sets } from './rulings.ts';

/** Cells between rulings. */
export interface Grid {
  /** Where columns and rows begin and end, ascending. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** In reading order. */
  readonly cells: readonly GridCell[];
}

export interface GridCell extends Box {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

const SNAP = 2.5;
const MOST_CELLS = 20_000;

/**
 * The cells of a frame of rulings, after Nurminen ("Algorithmic extraction of data in tables in PDF documents", 2013),
 * whose way Tabula, Camelot and pdfplumber go too: all places of rulings make a grid, and neighbours without a ruling
 * between them are one cell. What has no ruling at its outer edge ends where the rulings across it end.
 */
export function gridOf(frame: readonly Ruling[]): Grid | undefined {
  const level = frame.filter((ruling) => ruling.level);
  const upright = frame.filter((ruling) => !ruling.level);
  const xs = edges(upright, level);
  const ys = edges(level, upright);
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1 || columns * rows > MOST_CELLS) return undefined;
  const between = new Between(level, upright, xs, ys);
  const sets = new Sets(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      if (column > 0 && !between.upright(row, column)) sets.join(at, at - 1);
      if (row > 0 && !between.level(row, column)) sets.join(at, at - columns);
    }
  }
  return squared({ xs, ys }, sets);
}

/** Where rulings of one kind stand, and where those of the other begin and end beyond them. */
function edges(rulings: readonly Ruling[], across: readonly Ruling[]): readonly number[] {
  const ends = across.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [
    ends.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    ends.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
  ];
  const places: number[] = [];
  for (const at of [...rulings.map((ruling) => ruling.at), low, high].sort((a, b) => a - b)) {
    if (Number.isFinite(at) && at - (places.at(-1) ?? Number.NEGATIVE_INFINITY) > 2 * SNAP) places.push(at);
  }
  return places;
}

/** Which cells of a grid a ruling parts. */
class Between {
  readonly #level: ReadonlyMap<number, readonly Ruling[]>;
  readonly #upright: ReadonlyMap<number, readonly Ruling[]>;
  readonly #xs: readonly number[];
  readonly #ys: readonly number[];

  constructor(
    level: readonly Ruling[],
    upright: readonly Ruling[],
    xs: readonly number[],
    ys: readonly number[],
  ) {
    this.#xs = xs;
    this.#ys = ys;
    this.#level = nearest(level, ys);
    this.#upright = nearest(upright, xs);
  }

  /** Whether a ruling stands on the left of a cell. */
  upright(row: number, column: number): boolean {
    return covers(this.#upright.get(column), this.#ys[row] ?? 0, this.#ys[row + 1] ?? 0);
  }

  /** Whether a ruling lies above a cell. */
  level(row: number, column: number): boolean {
    return covers(this.#level.get(row), this.#xs[column] ?? 0, this.#xs[column + 1] ?? 0);
  }
}

function nearest(
  rulings: readonly Ruling[],
  places: readonly number[],
): ReadonlyMap<number, readonly Ruling[]> {
  const found = new Map<number, Ruling[]>();
  for (const ruling of rulings) {
    const at = places.findIndex((place) => Math.abs(place - ruling.at) <= 2 * SNAP);
    const others = found.get(at);
    if (others === undefined) found.set(at, [ruling]);
    else others.push(ruling);
  }
  return found;
}

function covers(rulings: readonly Ruling[] | undefined, from: number, to: number): boolean {
  const middle = (from + to) / 2;
  return rulings?.some((ruling) => ruling.from <= middle && ruling.to >= middle) ?? false;
}

const MOST_TURNS = 40;

/** The sets of a grid as rectangles: what is merged into another shape takes all that its rectangle holds. */
function squared({ xs, ys }: Pick<Grid, 'xs' | 'ys'>, sets: Sets): Grid | undefined {
  const columns = xs.length - 1;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const boxes = rectangles(sets, columns);
    if (!boxes.map((box) => fill(box, sets, columns)).includes(true))
      return { xs, ys, cells: cellsOf(boxes, xs, ys) };
  }
  return undefined;
}

/** Joins all cells of a rectangle; whether there were others among them. */
function fill({ top, left, bottom, right }: Rectangle, sets: Sets, columns: number): boolean {
  const at = top * columns + left;
  let grew = false;
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      if (sets.of(row * columns + column) === sets.of(at)) continue;
      sets.join(row * columns + column, at);
      grew = true;
    }
  }
  return grew;
}

function cellsOf(
  boxes: readonly Rectangle[],
  xs: readonly number[],
  ys: readonly number[],
): readonly GridCell[] {
  const cells = boxes.map(({ top, left, bottom, right }) => ({
    ...{ row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 },
    ...{ x1: xs[left] ?? 0, x2: xs[right + 1] ?? 0, y1: ys[top] ?? 0, y2: ys[bottom + 1] ?? 0 },
  }));
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

function rectangles(sets: Sets, columns: number): readonly Rectangle[] {
  return sets.groups().map((group) => {
    const rows = group.map((at) => Math.floor(at / columns));
    const places = group.map((at) => at % columns);
    const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b));
    const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b));
    return { top: least(rows), left: least(places), bottom: most(rows), right: most(places) };
  });
}
