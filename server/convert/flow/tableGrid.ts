import type { FlowCell, FlowParagraph, FlowTable } from './flow.ts';

/** A table as rows of equal length: each cell where it begins, nothing where a merged one goes on. */
export interface TableGrid {
  readonly width: number;
  /** The rows that name the columns. */
  readonly head: readonly GridRow[];
  readonly body: readonly GridRow[];
}

export type GridRow = readonly (FlowCell | undefined)[];

/** For each row the cells that began above it and reach down to it, by their column. */
export function reaching(rows: readonly GridRow[]): readonly GridRow[] {
  const left = new Map<number, { readonly cell: FlowCell; rows: number }>();
  return rows.map((row) =>
    row.map((cell, column) => {
      if (cell !== undefined) {
        left.set(column, { cell, rows: cell.rows - 1 });
        return undefined;
      }
      const above = left.get(column);
      if (above === undefined || above.rows < 1) return undefined;
      above.rows -= 1;
      return above.cell;
    }),
  );
}

/** More columns than any table has; more would be a hostile file's. */
const MOST_COLUMNS = 200;

/**
 * Lays the cells of a table out. Rows and columns in which nothing stands are left out.
 * @param isData whether a cell holds what no header does, such as a judgement
 */
export function gridOf(table: FlowTable, isData: (cell: FlowCell) => boolean): TableGrid {
  const width = Math.min(
    MOST_COLUMNS,
    table.rows.reduce((most, { cells }) => cells.reduce((m, cell) => Math.max(m, cell.column + 1), most), 0),
  );
  const rows = table.rows.map(({ header, cells }) => ({ header, row: rowOf(cells, width) }));
  const filled = rows.filter(({ row }) => row.some((cell) => cell !== undefined && cell.blocks.length > 0));
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) =>
    filled.some(({ row }) => (row[column]?.blocks.length ?? 0) > 0),
  );
  const cut = filled.map(({ header, row }) => ({ header, row: columns.map((column) => row[column]) }));
  const marked = headRows(cut);
  const firstData = cut.findIndex(({ row }) => row.some((cell) => cell !== undefined && isData(cell)));
  const heads = firstData < 0 ? marked : Math.min(marked, firstData);
  return {
    width: columns.length,
    head: cut.slice(0, heads).map(({ row }) => row),
    body: cut.slice(heads).map(({ row }) => row),
  };
}

function rowOf(cells: readonly FlowCell[], width: number): GridRow {
  const row: (FlowCell | undefined)[] = Array.from({ length: width }, () => undefined);
  for (const cell of cells) if (cell.column < width) row[cell.column] = cell;
  return row;
}

/** How many of the first rows are headers: by the word of the format, or because all that stands in them stands out. */
function headRows(rows: readonly { readonly header: boolean; readonly row: GridRow }[]): number {
  const marked = rows.findIndex(({ header }) => !header);
  if (marked > 0) return marked;
  if (marked < 0) return Math.min(1, rows.length);
  const [first, second] = rows;
  if (first === undefined || second === undefined || !allStandsOut(first.row)) return 0;
  return allStandsOut(second.row) && rows.every(({ row }) => allStandsOut(row)) ? 0 : 1;
}

function allStandsOut(row: GridRow): boolean {
  const cells = row.filter((cell) => cell !== undefined && cell.blocks.length > 0);
  return cells.length > 1 && cells.every((cell) => cell?.blocks.every(({ standsOut }) => standsOut));
}

/** The paragraphs of a table that has a single column and no header by the word of its format: a box around text. */
export function boxedText(table: FlowTable): readonly FlowParagraph[] | undefined {
  const cells = table.rows.flatMap((row) => row.cells.filter(({ blocks }) => blocks.length > 0));
  const columns = new Set(cells.map(({ column }) => column));
  const hasHeader = table.rows.length > 1 && table.rows[0]?.header === true;
  return columns.size > 1 || hasHeader ? undefined : cells.flatMap(({ blocks }) => blocks);
}
