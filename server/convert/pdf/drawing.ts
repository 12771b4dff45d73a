import type { PDFOperatorList } from 'pdfjs-dist/types/src/display/api';
import { apply, boxOf, type Matrix, multiply, numbersOf } from './matrix.ts';
import type { Box, Drawing, Fill } from './page.ts';

type Codes = Readonly<Record<string, number>>;
type Point = readonly [number, number];

interface State {
  readonly matrix: Matrix;
  readonly fill: string;
}

const WHITE = 'ffffff';
/** What is no thicker is a line, be it stroked or filled. */
const THICKEST_RULE = 4;
const MOST_SHAPES = 20_000;
/** How wide and high the bullets of lists are, in points. */
const [SMALLEST_DOT, LARGEST_DOT] = [1.8, 9];
// The library writes a path as numbers: what to do (move, line, curve, curve, close), then so many points.
const POINTS_OF = [1, 1, 3, 2, 0];
const MOVE = 0;

/** Reads ruled lines and filled areas from what would be drawn; `view` turns the page's own places into ours. */
export function readDrawing(list: PDFOperatorList, codes: Codes, view: Matrix): Drawing {
  const shapes = new Shapes(codes);
  const stack: State[] = [];
  let state: State = { matrix: view, fill: '000000' };
  for (const [index, code] of list.fnArray.entries()) {
    const args: unknown = list.argsArray[index];
    const [first, second]: readonly unknown[] = Array.isArray(args) ? args : [];
    if (code === codes.save) stack.push(state);
    else if (code === codes.restore || code === codes.paintFormXObjectEnd) state = stack.pop() ?? state;
    else if (code === codes.transform) state = { ...state, matrix: multiply(state.matrix, numbersOf(args)) };
    else if (code === codes.paintFormXObjectBegin) {
      stack.push(state);
      state = { ...state, matrix: multiply(state.matrix, numbersOf(first)) };
    } else if (code === codes.setFillRGBColor) state = { ...state, fill: colourOf(first) };
    else if (code === codes.constructPath && Array.isArray(second)) {
      shapes.add(Number(first), numbersOf(second[0]), state);
      if (shapes.full) break;
    }
  }
  return shapes;
}

class Shapes implements Drawing {
  readonly rules: Box[] = [];
  readonly fills: Fill[] = [];
  readonly dots: Box[] = [];
  readonly #filling: ReadonlySet<number | undefined>;
  readonly #stroking: ReadonlySet<number | undefined>;

  constructor(codes: Codes) {
    const both = ['fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'];
    this.#filling = new Set(['fill', 'eoFill', ...both].map((name) => codes[name]));
    this.#stroking = new Set(['stroke', 'closeStroke', ...both].map((name) => codes[name]));
  }

  /** A page with more of them is a drawing, not a table. */
  get full(): boolean {
    return this.rules.length + this.fills.length + this.dots.length > MOST_SHAPES;
  }

  add(paint: number, path: readonly number[], { matrix, fill }: State): void {
    const fills = this.#filling.has(paint);
    const strokes = this.#stroking.has(paint);
    if (!fills && !strokes) return;
    for (const points of outlines(path, matrix)) {
      const box = boxAround(points);
      if (isDot(box)) this.dots.push(box);
      if (fills) this.#fill(box, fill);
      if (strokes) this.#stroke(points);
    }
  }

  #fill(box: Box, colour: string): void {
    if (isThin(box)) this.rules.push(box);
    else if (colour !== WHITE) this.fills.push({ ...box, colour });
  }

  #stroke(points: readonly Point[]): void {
    for (const [index, point] of points.entries()) {
      const before = points[index - 1];
      if (before === undefined) continue;
      const box = boxOf(before, point);
      if (isThin(box)) this.rules.push(box);
    }
  }
}

function boxAround(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return boxOf([Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)]);
}

function isDot({ left, top, right, bottom }: Box): boolean {
  const [width, height] = [right - left, bottom - top];
  return (
    Math.min(width, height) >= SMALLEST_DOT && Math.max(width, height) <= LARGEST_DOT && isEven(width, height)
  );
}

function isEven(width: number, height: number): boolean {
  return Math.abs(width - height) <= 0.2 * Math.max(width, height);
}

function isThin({ left, top, right, bottom }: Box): boolean {
  return Math.min(right - left, bottom - top) <= THICKEST_RULE;
}

/** The corners of each part of a path. */
function outlines(path: readonly number[], matrix: Matrix): readonly (readonly Point[])[] {
  const all: Point[][] = [];
  let at = 0;
  while (at < path.length && all.length < MOST_SHAPES) {
    const what = path[at] ?? 0;
    const count = POINTS_OF[what] ?? 0;
    at += 1 + 2 * count;
    const current = all.at(-1);
    if (count === 0) {
      const [start] = current ?? [];
      if (start !== undefined) current?.push(start);
      continue;
    }
    const point = apply(matrix, path[at - 2] ?? 0, path[at - 1] ?? 0);
    if (what === MOVE || current === undefined) all.push([point]);
    else if (current.length < MOST_SHAPES) current.push(point);
  }
  return all.filter((points) => points.length > 1);
}

function colourOf(value: unknown): string {
  return typeof value === 'string' && /^#[\da-f]{6}$/i.test(value) ? value.slice(1).toLowerCase() : '000000';
}
