import type { RawTable } from './blocks.ts';
import { around, type Box, median } from './box.ts';
import type { Line } from './line.ts';
import { mergeRow, type Row } from './rows.ts';
import { readTextTable } from './textTables.ts';

/** Lines and tables of one column, from top to bottom. */
export type Column = readonly (Line | RawTable)[];

/** What stands at one height of a page. */
type Strip = readonly (Line | RawTable)[];

const DEEPEST = 8;
const BIN = 2;
// A gutter is at least so many bins wide.
const GUTTER = 4;
const FEWEST_LINES = 3;

/**
 * The columns of a page in reading order. It is the XY-cut of Nagy and Seth (1984), turned round: a page is cut at the
 * gutter that the fewest lines cross, but only beside those lines which keep it, so that a title above two columns is
 * read before both, and blank space that both columns happen to have at one height cuts neither.
 */
export function readColumns(rows: readonly Row[], tables: readonly RawTable[]): readonly Column[] {
  const strips: Strip[] = [...rows.filter((row) => row.length > 0), ...tables.map((table) => [table])];
  return cut(
    strips.sort((a, b) => topOf(a) - topOf(b)),
    0,
  );
}

export function isTable(part: Line | RawTable): part is RawTable {
  return 'cells' in part;
}

function topOf(strip: Strip): number {
  const [first] = strip;
  return first === undefined ? 0 : isTable(first) ? first.y1 : first.y;
}

function cut(strips: readonly Strip[], depth: number): readonly Column[] {
  const gutter = depth < DEEPEST ? gutterOf(strips) : undefined;
  if (gutter === undefined) return whole(strips);
  const columns: Column[] = [];
  let across: Strip[] = [];
  let beside: Strip[] = [];
  let found = false;
  const close = (): void => {
    const split = splitAt(beside, gutter);
    if (split === undefined) across.push(...beside);
    else {
      found = true;
      columns.push(
        ...cut([...across, ...split.above], depth + 1),
        ...cut(split.left, depth + 1),
        ...cut(split.right, depth + 1),
      );
      across = [...split.below];
    }
    beside = [];
  };
  for (const strip of strips) {
    if (strip.every((part) => part.x2 <= gutter + 1 || part.x1 >= gutter - 1)) beside.push(strip);
    else {
      close();
      across.push(strip);
    }
  }
  close();
  if (!found) return whole(strips);
  return [...columns, ...cut(across, depth + 1)];
}

/** A column from top to bottom, with the tables that have no rulings found in it. */
function whole(strips: readonly Strip[]): readonly Column[] {
  const column: (Line | RawTable)[] = [];
  let at = 0;
  let failed = 0;
  while (at < strips.length) {
    const strip = strips[at] ?? [];
    const found = at >= failed ? readTextTable(linesFrom(strips, at)) : undefined;
    if (found !== undefined) column.push(found.table);
    else column.push(...mergedStrip(strip));
    // Where rows have just been looked at in vain they are not looked at again, one by one.
    if (found === undefined && strip.length > 1 && at >= failed) failed = at + 2;
    at += found?.taken ?? 1;
  }
  return column.length === 0 ? [] : [column];
}

const MOST_ROWS = 400;

/** The rows from one on to the next table. */
function linesFrom(strips: readonly Strip[], start: number): readonly Row[] {
  const rows: Row[] = [];
  if ((strips[start]?.length ?? 0) < 2) return rows;
  for (const strip of strips.slice(start, start + MOST_ROWS)) {
    const lines = strip.filter((part): part is Line => !isTable(part));
    if (lines.length < strip.length) break;
    rows.push(lines);
  }
  return rows;
}

function mergedStrip(strip: Strip): Strip {
  const lines = strip.filter((part): part is Line => !isTable(part));
  return lines.length === strip.length ? [mergeRow(lines)] : strip;
}

/** The place within the middle of some strips that the fewest of them cross. */
function gutterOf(strips: readonly Strip[]): number | undefined {
  if (strips.length < 2 * FEWEST_LINES) return undefined;
  const parts = strips.flat();
  const left = parts.reduce((least, part) => Math.min(least, part.x1), Number.POSITIVE_INFINITY);
  const right = parts.reduce((most, part) => Math.max(most, part.x2), Number.NEGATIVE_INFINITY);
  const bins = Math.ceil((right - left) / BIN);
  if (bins < 20 || bins > 5000) return undefined;
  const begin = new Map<number, number>();
  const end = new Map<number, number>();
  for (const part of parts) {
    count(begin, Math.floor((part.x1 - left) / BIN));
    count(end, Math.ceil((part.x2 - left) / BIN));
  }
  let crossed = 0;
  const crossings = Array.from({ length: bins }, (_, bin) => {
    crossed += (begin.get(bin) ?? 0) - (end.get(bin) ?? 0);
    return crossed;
  });
  const best = lowest(crossings);
  return best === undefined ? undefined : left + best * BIN;
}

function count(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The middle of the widest stretch that is crossed least, leaving out the edges. */
function lowest(crossings: readonly number[]): number | undefined {
  const [from, to] = [Math.floor(crossings.length * 0.12), Math.ceil(crossings.length * 0.88)];
  const windows: number[] = [];
  for (let bin = from; bin + GUTTER <= to; bin += 1)
    windows.push(Math.max(...crossings.slice(bin, bin + GUTTER)));
  const least = windows.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  let best: { from: number; length: number } | undefined;
  let open = 0;
  for (const [index, value] of windows.entries()) {
    open = value === least ? open + 1 : 0;
    if (open > (best?.length ?? 0)) best = { from: index - open + 1, length: open };
  }
  return best === undefined ? undefined : from + best.from + (best.length + GUTTER) / 2;
}

interface Split {
  readonly above: readonly Strip[];
  readonly left: readonly Strip[];
  readonly right: readonly Strip[];
  readonly below: readonly Strip[];
}

/** Strips that all keep a gutter as two columns; undefined when they are not text in columns. */
function splitAt(strips: readonly Strip[], gutter: number): Split | undefined {
  const isLeft = (part: Box): boolean => part.x2 <= gutter + 1;
  const first = (side: boolean): number =>
    strips.findIndex((strip) => strip.some((part) => isLeft(part) === side));
  const start = Math.max(first(true), first(false));
  if (first(true) < 0 || first(false) < 0) return undefined;
  const end = endOf(strips, isLeft);
  const kept = strips.slice(start, end);
  const side = (left: boolean): readonly Strip[] =>
    kept.map((strip) => strip.filter((part) => isLeft(part) === left)).filter((strip) => strip.length > 0);
  const [left, right] = [side(true), side(false)];
  if (!isText(left) || !isText(right) || !besideEachOther(left, right)) return undefined;
  return { above: strips.slice(0, start), left, right, below: strips.slice(end) };
}

/** Where the columns end: a heading below both, on one side, begins what comes next. */
function endOf(strips: readonly Strip[], isLeft: (part: Box) => boolean): number {
  const lines = strips.flat().filter((part): part is Line => !isTable(part));
  const usual = median(lines.map(({ size }) => size));
  let end = strips.length;
  while (end > 0) {
    const [only, other] = strips[end - 1] ?? [];
    if (
      only === undefined ||
      other !== undefined ||
      isTable(only) ||
      !isLeft(only) ||
      only.size < usual * 1.1
    )
      break;
    end -= 1;
  }
  return end;
}

/** Whether one side reads as running text: lines of some width below each other; a table or box counts as text. */
function isText(strips: readonly Strip[]): boolean {
  const parts = strips.flat();
  if (parts.some(isTable)) return true;
  const lines = strips.flatMap(mergedStrip).filter((part): part is Line => !isTable(part));
  if (strips.length < FEWEST_LINES) return false;
  const { x1: left, x2: right } = around(lines) ?? { x1: 0, x2: 0 };
  const wide = median(lines.map(({ x1, x2 }) => x2 - x1)) > 0.5 * (right - left);
  const words = median(lines.map(({ text }) => text.length)) >= 16;
  const distances = lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? 0));
  return wide && words && median(distances) < 2 * median(lines.map(({ size }) => size));
}

function besideEachOther(left: readonly Strip[], right: readonly Strip[]): boolean {
  const top = Math.max(topOf(left[0] ?? []), topOf(right[0] ?? []));
  const bottom = Math.min(bottomOf(left), bottomOf(right));
  return bottom > top;
}

function bottomOf(strips: readonly Strip[]): number {
  return strips.flat().reduce((most, { y2 }) => Math.max(most, y2), 0);
}
