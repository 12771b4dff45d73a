import { wordCount } from '../../text/prose.ts';
import type { RawCell, RawTable, TableBlock, TableCell, TableRow, TextBlock } from './blocks.ts';
import type { Line } from './line.ts';
import { measureOf, readParagraphs } from './paragraphs.ts';
import { mergeRow, readRows } from './rows.ts';
import type { Style } from './style.ts';

/** The lines of a cell from top to bottom. */
export function cellLines({ runs }: RawCell): readonly Line[] {
  return readRows(runs).map(mergeRow);
}

/**
 * Reads the words of a table's cells, and which of its rows are headers. A row that is one cell with running text is no
 * row but a box within the frame: it ends the table, as a reader sees it.
 */
export function readTable(table: RawTable, style: Style): readonly (TableBlock | TextBlock)[] {
  const rows: TableCell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) {
    const { column, columns, rows: height, shade } = cell;
    rows[cell.row]?.push({ column, columns, rows: height, shade, blocks: readCell(cell, style) });
  }
  const blocks: (TableBlock | TextBlock)[] = [];
  let open: TableCell[][] = [];
  const close = (): void => {
    const count = headerRows(open);
    const read = open.map((cells, at) => ({ header: at < count, cells }));
    if (open.length > 0) blocks.push({ kind: 'table', page: table.page, xs: table.xs, rows: read });
    open = [];
  };
  for (const cells of rows) {
    const [only] = cells;
    if (only !== undefined && cells.length === 1 && isBox(only, table)) {
      close();
      blocks.push(...only.blocks);
    } else open.push(cells);
  }
  close();
  return blocks;
}

const RUNNING_TEXT = 40;

function isBox({ columns, rows, blocks }: TableCell, table: RawTable): boolean {
  const words = blocks.flatMap(({ lines }) => lines.map(({ text }) => wordCount(text)));
  const all = words.reduce((sum, count) => sum + count, 0);
  return columns === table.xs.length - 1 && rows === 1 && all >= RUNNING_TEXT;
}

function readCell(cell: RawCell, style: Style): readonly TextBlock[] {
  const lines = cellLines(cell);
  const { left, right } = measureOf(lines);
  // The space on the left of the words is also kept on their right.
  const margin = Math.min(Math.max(left - cell.x1, 1), 12);
  return readParagraphs(lines, { left, right: Math.max(right, cell.x2 - margin) }, style);
}

const MOST_HEADERS = 3;

/** How many rows at the top are headers: bold, or shaded, as the rows below them are not. */
function headerRows(rows: readonly (readonly TableCell[])[]): number {
  for (const test of [isBold, isShaded]) {
    const count = rows.findIndex((cells) => !test(cells));
    if (count > 0 && count <= MOST_HEADERS && !rows.slice(count).every(test)) return count;
  }
  return 0;
}

function isBold(cells: TableRow['cells']): boolean {
  const lines = cells.flatMap(({ blocks }) => blocks.flatMap((block) => block.lines));
  const columns = cells.filter(({ blocks }) => blocks.length > 0).length;
  return columns > 1 && lines.every(({ bold }) => bold);
}

function isShaded(cells: TableRow['cells']): boolean {
  return cells.length > 1 && cells.every(({ shade }) => shade !== undefined);
}
