import type { SheetCell, SheetRow } from '../../text/workbook.ts';

/** A rectangle of cells; columns counted from 0, rows from 1, all four included. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Reads `B7`. */
export function readReference(text: string): { readonly column: number; readonly row: number } | undefined {
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(text) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  const column = [...letters.toUpperCase()].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);
  return { column: column - 1, row: Number(digits) };
}

/** Reads `A1:B7`. */
export function readArea(text: string): Area | undefined {
  const [first = '', second = ''] = text.split(':');
  const [from, to] = [readReference(first), readReference(second)];
  if (from === undefined || to === undefined || to.column < from.column || to.row < from.row)
    return undefined;
  return { left: from.column, top: from.row, right: to.column, bottom: to.row };
}

/** What is merged is no table's own cells but a banner, or hostile, when it is larger than this. */
const MOST_CELLS = 1000;

/** Rows in which every cell that a merged one covers says what that one says. */
export function withMerged(rows: readonly SheetRow[], areas: readonly Area[]): readonly SheetRow[] {
  if (areas.length === 0) return rows;
  const byNumber = new Map(rows.map(({ number, cells }) => [number, [...cells]]));
  for (const { left, top, right, bottom } of areas) {
    if ((right - left + 1) * (bottom - top + 1) > MOST_CELLS) continue;
    const first = byNumber.get(top)?.find(({ column }) => column === left);
    if (first === undefined) continue;
    for (let number = top; number <= bottom; number += 1) {
      const cells = byNumber.get(number) ?? [];
      byNumber.set(number, cells);
      for (let column = left; column <= right; column += 1) put({ ...first, column }, cells);
    }
  }
  return [...byNumber].sort(([a], [b]) => a - b).map(([number, cells]) => ({ number, cells }));
}

/** Puts a cell among those of its row, where there is none at its place. */
function put(cell: SheetCell, cells: SheetCell[]): void {
  const at = cells.findIndex(({ column }) => column >= cell.column);
  if (cells[at]?.column === cell.column) return;
  cells.splice(at < 0 ? cells.length : at, 0, cell);
}
