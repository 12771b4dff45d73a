import type { ColumnDef, TableDef } from '../../framework/framework.ts';
import { type ActionCells, actionCells, dueEnding } from './actionCells.ts';
import type { Block, GridCell } from './blocks.ts';
import { type HeaderRow, readHeaderRow } from './columnNames.ts';
import type { Line } from './lines.ts';
import type { ImportNote } from './note.ts';
import { sourceCell } from './writeCells.ts';

/** What a section of actions was read as. */
export interface ActionTable {
  readonly blocks: readonly Block[];
  readonly notes: readonly ImportNote[];
}

export interface ActionContext {
  readonly lines: readonly Line[];
  readonly table: TableDef;
  /** Reads lines of words as paragraphs. */
  readonly text: (lines: readonly Line[]) => readonly Block[];
}

const UNSURE =
  'touchstone-disable-next-line table/blank-where-due -- where the cells of a row could not be told apart, the first has them all';

/**
 * Reads the lines from `from` to `to` as a table of actions. Nothing but its words says where a cell ends: a row
 * whose cells are not sure keeps all its words in the first.
 */
export function readActionTable(from: number, to: number, context: ActionContext): ActionTable {
  const { lines, table, text } = context;
  const own = lines.slice(from, to);
  // Cells that are parted by tabs need no guessing.
  const start = own.some(({ raw }) => /\S\t+\S/.test(raw)) ? -1 : headerAt(lines, from, to, table);
  const header = start < 0 ? undefined : readHeaderRow(lines, start, table);
  if (header === undefined || header.next > to) return { blocks: text(own), notes: [] };
  const above = text(lines.slice(from, start));
  const { rows, notes } = readRows(lines, header, to, table);
  if (rows.length === 0) return { blocks: text(own), notes: [] };
  const cells = rows.map((row) => readRow(row, header));
  const unsure = rows.filter((_, index) => cells[index]?.isSure === false);
  const isFilled = header.columns.slice(1).some(({ def }) => def.filled);
  const grid: Block = {
    kind: 'grid',
    rows: [header.columns.map(({ name }) => sourceCell(name)), ...cells.map((row) => row.cells)],
    directive: unsure.length > 0 && isFilled ? UNSURE : undefined,
  };
  return { blocks: [...above, grid], notes: [...notes, ...unsure.flatMap(unsureNote)] };
}

function headerAt(lines: readonly Line[], from: number, to: number, table: TableDef): number {
  for (let at = from; at < to; at += 1) {
    if (lines[at]?.text !== '' && readHeaderRow(lines, at, table) !== undefined) return at;
  }
  return -1;
}

/** The lines of each row: a row ends with the line that ends with a timescale. */
function readRows(
  lines: readonly Line[],
  header: HeaderRow,
  to: number,
  table: TableDef,
): { readonly rows: readonly (readonly Line[])[]; readonly notes: readonly ImportNote[] } {
  const rows: (readonly Line[])[] = [];
  const notes: ImportNote[] = [];
  let open: Line[] = [];
  for (let index = header.next; index < to; index += 1) {
    const line = lines[index];
    if (line === undefined || line.text === '') continue;
    const again = open.length === 0 ? readHeaderRow(lines, index, table) : undefined;
    if (again !== undefined && again.columns.length === header.columns.length && again.next <= to) {
      const span = { from: line.from, to: lines[again.next - 1]?.to ?? line.to };
      notes.push({ span, message: 'The header of a table that goes on was left out.', kind: 'dropped' });
      index = again.next - 1;
      continue;
    }
    open.push(line);
    const ending = dueEnding(line);
    if (ending === undefined) continue;
    // A timescale alone is the end of the row before, which seemed to have ended.
    const before = ending === 'whole' && open.length === 1 ? rows.pop() : undefined;
    rows.push([...(before ?? []), ...open]);
    open = [];
  }
  if (open.length > 0) rows.push(open);
  return { rows, notes };
}

function readRow(
  lines: readonly Line[],
  { columns }: HeaderRow,
): { readonly isSure: boolean; readonly cells: readonly GridCell[] } {
  const found = inOrder(columns.map(({ def }) => def)) ? actionCells(lines) : undefined;
  const place = lines.at(-1)?.to ?? 0;
  if (found === undefined) {
    const all = sourceCell(lines.map(({ from, to }) => ({ from, to })));
    return { isSure: false, cells: [all, ...columns.slice(1).map(() => ({ ...sourceCell([]), place }))] };
  }
  const cells = columns.map(({ def }) => {
    const pieces = found[partOf(def)];
    return pieces.length === 0 ? { ...sourceCell([]), place } : sourceCell(pieces);
  });
  return { isSure: true, cells };
}

const PARTS: readonly (keyof ActionCells)[] = ['action', 'owner', 'impact', 'due'];

function partOf({ id }: ColumnDef): keyof ActionCells {
  return PARTS.find((part) => part === id) ?? 'impact';
}

/** Cells are told apart only in the order that they usually have. */
function inOrder(defs: readonly ColumnDef[]): boolean {
  return defs.length === PARTS.length && defs.every(({ id }, index) => id === PARTS[index]);
}

function unsureNote(lines: readonly Line[]): readonly ImportNote[] {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return [];
  const message = 'Which cells these words belong to could not be told; they stand together in the first.';
  return [{ span: { from: first.from, to: last.to }, message, kind: 'kept' }];
}
