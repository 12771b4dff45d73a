import type { ColumnDef, TableDef } from '../../framework/framework.ts';
import type { Span } from '../../text/span.ts';
import { sharedParts } from '../../values/sharedCells.ts';
import { type ActionCells, type ActionRow, actionCells } from './actionCells.ts';
import { dueEnding, dueLines } from './actionDue.ts';
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

/** The comment that switches off what would tell of the cells that were not filled. */
function unsureComment(
  columns: HeaderRow['columns'],
  rows: readonly (ActionRow | undefined)[],
  cells: readonly (readonly GridCell[])[],
): string | undefined {
  const filled = columns.slice(1).flatMap(({ def }) => (def.filled ? def.id : []));
  const rules = [
    ...(filled.some((id) => id !== 'owner' && id !== 'due') ? ['table/blank-where-due'] : []),
    ...(filled.includes('owner') && lacksOwner(columns, cells) ? ['action/missing-owner'] : []),
    ...(filled.includes('due') && rows.includes(undefined) ? ['action/missing-due'] : []),
  ];
  if (rules.length === 0) return undefined;
  return `touchstone-disable-next-line ${rules.join(', ')} -- where the cells of a row could not be told apart, the first has them all`;
}

/** Whether a row seems to have no owner: what may share the one above has one, and a row of one cell tells nothing. */
function lacksOwner(columns: HeaderRow['columns'], cells: readonly (readonly GridCell[])[]): boolean {
  const named = columns.map(({ def }) => PARTS.find((part) => part === def.id));
  const empty = cells.map((row) => row.map(({ parts }) => parts.every((pieces) => pieces.length === 0)));
  const shared = sharedParts(empty, named);
  const owner = named.indexOf('owner');
  return empty.some((row, at) => {
    return row[owner] && !shared[at]?.has('owner') && row.slice(1).includes(false);
  });
}

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
  const isOrdered = inOrder(header.columns.map(({ def }) => def));
  const read = rows.map(({ lines: own, due }) => (isOrdered ? actionCells(own, due) : undefined));
  const cells = rows.map((row, index) => cellsOf(row.lines, header, read[index]));
  const unsure = rows.filter((_, index) => read[index]?.kind !== 'cells');
  const grid: Block = {
    kind: 'grid',
    rows: [header.columns.map(({ name }) => sourceCell(name)), ...cells],
    directive: unsure.length > 0 ? unsureComment(header.columns, read, cells) : undefined,
  };
  return {
    blocks: [...above, grid],
    notes: [...notes, ...unsure.flatMap(({ lines: own }) => unsureNote(own))],
  };
}

function headerAt(lines: readonly Line[], from: number, to: number, table: TableDef): number {
  for (let at = from; at < to; at += 1) {
    if (lines[at]?.text !== '' && readHeaderRow(lines, at, table) !== undefined) return at;
  }
  return -1;
}

/** The lines of a row, and where its timescale begins where that was told by more than its own words. */
interface Row {
  readonly lines: readonly Line[];
  readonly due?: number | undefined;
}

/** The lines of each row: a row ends with the line that ends with a timescale. */
function readRows(
  lines: readonly Line[],
  header: HeaderRow,
  to: number,
  table: TableDef,
): { readonly rows: readonly Row[]; readonly notes: readonly ImportNote[] } {
  const rows: Row[] = [];
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
    const behind = lines.slice(index + 1, Math.min(to, index + 1 + LOOK_AHEAD));
    const count = dueLines([line, ...behind]);
    const own = [...open, line, ...behind.slice(0, count - 1)].filter(({ text }) => text !== '');
    // What begins like a timescale may be an action, or go on with its effect: only a row that has its post ends so.
    if (
      count > 0 &&
      own.length <= LONGEST_ROW &&
      open.length > 0 &&
      actionCells(own, line.from)?.kind === 'cells'
    ) {
      rows.push({ lines: own, due: line.from });
      open = [];
      index += count - 1;
      continue;
    }
    open.push(line);
    const ending = dueEnding(line, behind);
    if (ending === undefined) continue;
    // A timescale alone is the end of the row before, which seemed to have ended.
    const before = ending === 'whole' && open.length === 1 ? rows.pop() : undefined;
    rows.push({ lines: [...(before?.lines ?? []), ...open], due: before?.due });
    open = [];
  }
  if (open.length > 0) rows.push({ lines: open });
  return { rows, notes };
}

/** A row takes fewer lines. */
const LONGEST_ROW = 30;

/** How many lines behind one may belong to its timescale. */
const LOOK_AHEAD = 8;

/** The cells of a row. What could not be told apart stands in the first. */
function cellsOf(
  lines: readonly Line[],
  { columns }: HeaderRow,
  row: ActionRow | undefined,
): readonly GridCell[] {
  const place = lines.at(-1)?.to ?? 0;
  const cell = (pieces: readonly Span[]) =>
    pieces.length === 0 ? { ...sourceCell([]), place } : sourceCell(pieces);
  if (row?.kind === 'cells') return columns.map(({ def }) => cell(row.cells[partOf(def)]));
  const all = row?.rest ?? lines.map(({ from, to }) => ({ from, to }));
  const due = row?.due ?? [];
  return columns.map((_, index) => cell(index === 0 ? all : index === columns.length - 1 ? due : []));
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
