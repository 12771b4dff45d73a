import type { Cell, Row, Table } from '../syntax/block.ts';
import { COUNT_HEADER, HIDDEN, TOTAL } from '../values/childWords.ts';
import { readMonth, readPeriod } from '../values/periods.ts';
import { isOtherRow, namesChildren, namesOthers } from './children.ts';
import type { Item } from './passage.ts';

/** A cell that tells how many of a few children there are, by itself or by what is left of its total. */
export interface SmallCell {
  readonly cell: Cell;
  readonly count: number;
  /** What the row and the column call it. */
  readonly row: string;
  readonly column: string;
  /** Where the figure is hidden and follows from the total: that total, and what the others come to. */
  readonly follows: { readonly total: Cell; readonly whole: number; readonly others: number } | undefined;
  /** The least other part of each total, from which it could be worked out once it is hidden. */
  readonly complements: readonly { readonly cell: Cell; readonly count: number }[];
}

/** A count of children, or one that is hidden. */
interface Part {
  readonly cell: Cell;
  readonly row: string;
  readonly column: string;
  /** Undefined where it is hidden. */
  readonly count: number | undefined;
}

type Read = (text: string) => readonly Item[];

/** Cells of a table that tell of fewer than `threshold` children, and of at least one; in reading order. */
export function smallCells({ rows }: Table, threshold: number, read: Read): readonly SmallCell[] {
  const [header, ...body] = rows;
  if (header === undefined || !body.some(({ cells }) => cells.some((cell) => mayBetray(cell, threshold))))
    return [];
  const names = header.cells.map(({ prose }) => prose.text);
  const grid = gridOf(names, body, read);
  const columns = names.map((_, index) => grid.flatMap((row) => row[index] ?? []));
  const lines = [
    ...columns.map((line) => lineOf(line, ({ row }) => TOTAL.test(row))),
    ...grid.map((row) =>
      lineOf(
        row.flatMap((part) => part ?? []),
        ({ column }) => TOTAL.test(column),
      ),
    ),
  ];
  const found = new Map<Cell, SmallCell>();
  for (const line of lines) {
    for (const one of smallIn(line, threshold)) {
      const known = found.get(one.cell);
      const complements = [...(known?.complements ?? []), ...one.complements];
      found.set(one.cell, { ...one, follows: known?.follows ?? one.follows, complements });
    }
  }
  return [...found.values()].sort((a, b) => a.cell.span.from - b.cell.span.from);
}

function mayBetray({ prose }: Cell, threshold: number): boolean {
  const count = countIn(prose.text);
  return HIDDEN.test(prose.text) || (count !== undefined && count >= 1 && count < threshold);
}

const WORDS: ReadonlyMap<string, number> = new Map([
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
]);

/** `3`, `three` and `3 (12%)`. */
function countIn(text: string): number | undefined {
  const [, digits] =
    /^(\d{1,3}(?:,\d{3})|\d{1,6})(?:\s?\(\s?[\d.]{1,6}\s?(?:%|per cent)\s?\))?$/u.exec(text) ?? [];
  return digits === undefined ? WORDS.get(text.toLowerCase()) : Number(digits.replace(',', ''));
}

/** The counts of children, row by row, each under the index of its column. */
function gridOf(
  names: readonly string[],
  body: readonly Row[],
  read: Read,
): readonly (readonly (Part | undefined)[])[] {
  const corner = namesChildren(names[0] ?? '', read);
  const hasTotal = names.some((name) => TOTAL.test(name));
  const ofChildren = names.map(
    (name, index) =>
      index > 0 &&
      (namesChildren(name, read) || (corner && (hasTotal || isBare(name)) && !namesOthers(name))),
  );
  const all = ofChildren.every((own, index) => own || index === 0);
  const byRow = names.map((name) => (hasTotal || isBare(name)) && !namesOthers(name));
  return body.map(({ cells }) => {
    const row = cells[0]?.prose.text ?? '';
    // A label is read only where the headers leave it open what is counted.
    const isRow = (!all || isOtherRow(row)) && namesChildren(row, read);
    const isOthers = !isRow && isOtherRow(row);
    return cells.map((cell, index) => {
      const column = names[index] ?? '';
      const isByRow = isRow && byRow[index] === true;
      if (index === 0 || isOthers || !(isByRow || ofChildren[index] === true)) return undefined;
      const count = countIn(cell.prose.text);
      return count === undefined && !HIDDEN.test(cell.prose.text) ? undefined : { cell, row, column, count };
    });
  });
}

/** A header that leaves it to the rows what is counted: "Number", "May 2020", "2019/20". */
function isBare(name: string): boolean {
  return COUNT_HEADER.test(name) || readPeriod(name) !== undefined || readMonth(name) !== undefined;
}

interface Line {
  readonly total: Part | undefined;
  readonly parts: readonly Part[];
}

function lineOf(all: readonly Part[], isTotal: (part: Part) => boolean): Line {
  const totals = all.filter(isTotal);
  // Of several totals nobody knows which parts are whose.
  return { total: totals.length === 1 ? totals[0] : undefined, parts: all.filter((part) => !isTotal(part)) };
}

function smallIn({ total, parts }: Line, threshold: number): readonly SmallCell[] {
  const isSmall = (count: number | undefined) => count !== undefined && count >= 1 && count < threshold;
  const hidden = parts.filter(({ count }) => count === undefined);
  const shown = parts.flatMap((part) => (part.count === undefined ? [] : [{ ...part, count: part.count }]));
  const least = [...shown].filter(({ count }) => count > 0).sort((a, b) => a.count - b.count);
  const beside = (cell: Cell) => {
    const other = least.find((part) => part.cell !== cell);
    return total === undefined || other === undefined ? [] : [{ cell: other.cell, count: other.count }];
  };
  const own = shown
    .filter(({ count }) => isSmall(count))
    .map(
      (part): SmallCell => ({
        ...part,
        follows: undefined,
        complements: hidden.length > 0 ? [] : beside(part.cell),
      }),
    );
  const [only] = hidden;
  const whole = total?.count;
  if (
    only === undefined ||
    hidden.length > 1 ||
    whole === undefined ||
    total === undefined ||
    shown.length === 0
  )
    return own;
  const others = shown.reduce((sum, { count }) => sum + count, 0);
  const count = whole - others;
  if (!isSmall(count)) return own;
  return [
    ...own,
    { ...only, count, follows: { total: total.cell, whole, others }, complements: beside(only.cell) },
  ];
}
