import { boxAround, type Piece } from './parts.ts';

export interface CellColumns {
  readonly column: number;
  readonly columns: number;
}

/** How far the words of cells in one column may begin from each other. */
const REACH = 12;

/**
 * In which column each cell of each row begins and how many it takes. Where all rows have as many cells that is their
 * order; else the places of their words tell, measured on the rows that have the most.
 */
export function cellColumns(
  rows: readonly (readonly (readonly Piece[])[])[],
): readonly (readonly CellColumns[])[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const lefts = columnLefts(
    rows.filter((row) => row.length === width),
    width,
  );
  return rows.map((row) => (row.length === width ? inOrder(row) : byPlace(row, lefts)));
}

function inOrder(row: readonly unknown[]): readonly CellColumns[] {
  return row.map((_, column) => ({ column, columns: 1 }));
}

/** Where each column's words begin, at the least; undefined for one that no full row has words in. */
function columnLefts(
  rows: readonly (readonly (readonly Piece[])[])[],
  width: number,
): readonly (number | undefined)[] {
  return Array.from({ length: width }, (_, column) => {
    const lefts = rows.flatMap((row) => {
      const words = row[column] ?? [];
      return words.length === 0 ? [] : [boxAround(words).left];
    });
    return lefts.length === 0 ? undefined : lefts.reduce((least, left) => Math.min(least, left));
  });
}

function byPlace(
  row: readonly (readonly Piece[])[],
  lefts: readonly (number | undefined)[],
): readonly CellColumns[] {
  const starts: number[] = [];
  for (const [index, words] of row.entries()) {
    const least = (starts.at(-1) ?? -1) + 1;
    const most = lefts.length - (row.length - index);
    const left = words.length === 0 ? undefined : boxAround(words).left;
    const found =
      left === undefined ? least : lefts.findLastIndex((one) => one !== undefined && one <= left + REACH);
    starts.push(Math.min(Math.max(found, least), most));
  }
  return starts.map((column, index) => {
    const right = boxAround(row[index] ?? []).right;
    const end = lefts.findIndex((left, at) => at > column && left !== undefined && left > right - REACH);
    const next = starts[index + 1] ?? lefts.length;
    const reach = end < 0 ? next : Math.min(end, next);
    return { column, columns: Math.max(1, index === row.length - 1 ? next - column : reach - column) };
  });
}
