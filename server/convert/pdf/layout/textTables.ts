import type { RawCell, RawTable } from './blocks.ts';
import { around, median } from './box.ts';
import { readLabel } from './labels.ts';
import type { Line } from './line.ts';
import type { Row } from './rows.ts';

/** A table without rulings, and how many rows of the page it takes. */
export interface TextTable {
  readonly table: RawTable;
  readonly taken: number;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

const FEWEST_ROWS = 3;
const FURTHEST = 2.8;
const LONGEST_CELL = 45;
const ALIGNED = 3;

/**
 * The table without rulings that begins with the first of some rows, after the "stream" tables of Camelot and the text
 * edges of Nurminen: rows of short texts, in columns that no text crosses and whose edges or middles are in one line.
 * Only what leaves no doubt counts, since a table that is none loses its reading order.
 */
export function readTextTable(rows: readonly Row[]): TextTable | undefined {
  if ((rows[0]?.length ?? 0) < 2) return undefined;
  const { taken, columns } = extent(rows);
  const inside = rows.slice(0, taken);
  const whole = inside.filter((row) => row.length > 1);
  if (columns.length < 2 || whole.length < FEWEST_ROWS || whole.length < 0.7 * taken) return undefined;
  if (
    !columns.every((column) => isAligned(inside.flatMap((row) => row.filter((line) => isIn(line, column)))))
  )
    return undefined;
  if (whole.filter(isItem).length * 2 > whole.length) return undefined;
  if (median(inside.flat().map(({ text }) => text.length)) > LONGEST_CELL || !isEven(inside))
    return undefined;
  return { table: tableOf(inside, columns), taken };
}

/** How many rows keep to common columns, and these. */
function extent(rows: readonly Row[]): { taken: number; columns: readonly Stretch[] } {
  let columns: readonly Stretch[] = [];
  let taken = 0;
  for (const [index, row] of rows.entries()) {
    const [first, before] = [row[0], rows[index - 1]?.[0]];
    if (first === undefined || (before !== undefined && first.y - before.y > FURTHEST * first.size)) break;
    const wider = merged([...columns, ...row.map(({ x1, x2 }) => ({ from: x1, to: x2 }))]);
    const apart = row.every((line, at) =>
      row.every((other, to) => at === to || !wider.some((one) => isIn(line, one) && isIn(other, one))),
    );
    if (wider.length < 2 || wider.length < columns.length || !apart) break;
    columns = wider;
    // A single text at the end is more likely the paragraph below.
    if (row.length > 1) taken = index + 1;
    else if (index - taken >= 2) break;
  }
  const kept = rows
    .slice(0, taken)
    .flat()
    .map(({ x1, x2 }) => ({ from: x1, to: x2 }));
  return { taken, columns: merged(kept) };
}

/** Stretches that overlap as one. */
function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const all: Stretch[] = [];
  for (const one of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last !== undefined && one.from <= last.to + 2)
      all[all.length - 1] = { from: last.from, to: Math.max(last.to, one.to) };
    else all.push(one);
  }
  return all;
}

function isIn(line: Line, { from, to }: Stretch): boolean {
  return line.x1 >= from - 1 && line.x2 <= to + 1;
}

/** Whether texts below each other share their left edge, their right edge or their middle. */
function isAligned(lines: readonly Line[]): boolean {
  if (lines.length < 2) return false;
  return [({ x1 }: Line) => x1, ({ x2 }: Line) => x2, ({ x1, x2 }: Line) => (x1 + x2) / 2].some((place) => {
    const usual = median(lines.map(place));
    return lines.filter((line) => Math.abs(place(line) - usual) <= ALIGNED).length >= 0.8 * lines.length;
  });
}

/** Whether a row is a bullet or number with its text. */
function isItem(row: Row): boolean {
  const [first] = row;
  return (
    row.length === 2 &&
    first !== undefined &&
    readLabel(first)?.rest === undefined &&
    readLabel(first) !== undefined
  );
}

/** Whether rows follow each other at like distances. */
function isEven(rows: readonly Row[]): boolean {
  const distances = rows.slice(1).map((row, index) => (row[0]?.y ?? 0) - (rows[index]?.[0]?.y ?? 0));
  const usual = median(distances);
  return (
    distances.filter((distance) => distance > 0.6 * usual && distance < 1.7 * usual).length >=
    0.8 * distances.length
  );
}

/** Rows as cells; a row without a first cell goes on with the one before. */
function tableOf(rows: readonly Row[], columns: readonly Stretch[]): RawTable {
  const groups: Line[][] = [];
  const [first = { from: 0, to: 0 }] = columns;
  for (const row of rows) {
    const last = groups.at(-1);
    if (last === undefined || row.some((line) => isIn(line, first))) groups.push([...row]);
    else last.push(...row);
  }
  const cells = groups.flatMap((lines, row) => {
    const { y1, y2 } = around(lines) ?? { y1: 0, y2: 0 };
    return columns.map(({ from, to }, column): RawCell => {
      const runs = lines.filter((line) => isIn(line, { from, to })).flatMap((line) => line.runs);
      return { ...{ row, column, rows: 1, columns: 1, shade: undefined, runs }, x1: from, x2: to, y1, y2 };
    });
  });
  const box = around(rows.flat()) ?? { x1: 0, y1: 0, x2: 0, y2: 0 };
  const xs = [...columns.map(({ from }) => from), box.x2];
  return { ...box, page: rows[0]?.[0]?.page ?? 0, xs, rows: groups.length, cells };
}
