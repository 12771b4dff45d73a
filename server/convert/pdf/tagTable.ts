import { cellColumns } from './columns.ts';
import { plainText } from './joinWords.ts';
import { isNode, type PdfPage, type TreeNode } from './page.ts';
import {
  boxAround,
  type CellPart,
  type ParagraphPart,
  type Part,
  type Piece,
  paragraphOf,
  piecesOf,
  type RowPart,
} from './parts.ts';
import { shadeAt } from './shade.ts';

/** What reads the elements of a page. */
export interface NodeReader {
  readonly page: PdfPage;
  partsOf(nodes: readonly TreeNode[], flat: boolean): readonly Part[];
  /** The words of an element that have not been read yet. */
  wordsIn(node: TreeNode): readonly Piece[];
}

interface TagRow {
  readonly inHead: boolean;
  readonly cells: readonly TagCell[];
}

interface TagCell {
  readonly node: TreeNode;
  readonly header: boolean;
  readonly words: readonly Piece[];
}

const SHORT = 80;

/**
 * Reads a table. Many have no columns but are there to lay text out: their cells are read as the text that they hold,
 * and rows that have columns become a table of their own.
 *
 * @param flat whether its cells are to be paragraphs, as they are in a cell of another table.
 */
export function readTable(table: TreeNode, reader: NodeReader, flat: boolean): readonly Part[] {
  const rows = rowsOf(table, reader, false).filter(({ cells }) => filled(cells).length > 0);
  if (flat) return rows.flatMap(({ cells }) => cells.flatMap(({ node }) => reader.partsOf([node], true)));
  const loose = table.children.filter((child) => isNode(child) && child.role === 'Caption').filter(isNode);
  const caption = reader.partsOf(loose, false);
  return [...caption, ...stretches(rows, reader.page).flatMap((stretch) => readStretch(stretch, reader))];
}

function rowsOf(node: TreeNode, reader: NodeReader, inHead: boolean): readonly TagRow[] {
  return node.children.flatMap((child): readonly TagRow[] => {
    if (!isNode(child)) return [];
    if (child.role !== 'TR') {
      const isGroup = ['THead', 'TBody', 'TFoot', 'NonStruct', 'Div', 'Sect'].includes(child.role);
      return isGroup ? rowsOf(child, reader, inHead || child.role === 'THead') : [];
    }
    const cells = child.children.filter(isNode).flatMap((cell): readonly TagCell[] => {
      const words = reader.wordsIn(cell);
      const isCell = cell.role === 'TD' || cell.role === 'TH';
      return isCell || words.length > 0 ? [{ node: cell, header: cell.role === 'TH', words }] : [];
    });
    return [{ inHead, cells }];
  });
}

function filled(cells: readonly TagCell[]): readonly TagCell[] {
  return cells.filter(({ words }) => words.length > 0);
}

/** Rows with columns and rows without, in turns. */
function stretches(rows: readonly TagRow[], page: PdfPage): readonly (readonly TagRow[])[] {
  const kinds = rows.map(({ cells }) => isColumned(cells));
  // A short row amid others is a row of theirs that goes across, or has empty cells.
  const inTable = kinds.map((isOne, index) => {
    if (isOne) return true;
    const row = rows[index];
    if (row === undefined) return false;
    // At the top of a page it may be what had no room on the page before.
    if (!kinds.slice(0, index).includes(true))
      return (
        index === 0 && kinds[1] === true && row.cells.length === rows[1]?.cells.length && isRow(row, page)
      );
    const below = kinds.slice(index + 1).includes(true);
    return row.cells.length > 1 ? isRow(row, page) : below && isRow(row, page);
  });
  const out: TagRow[][] = [];
  for (const [index, row] of rows.entries()) {
    const current = out.at(-1);
    if (current === undefined || inTable[index] !== inTable[index - 1]) out.push([row]);
    else current.push(row);
  }
  return out;
}

function isColumned(cells: readonly TagCell[]): boolean {
  return filled(cells).length > 1;
}

function isRow({ cells }: TagRow, page: PdfPage): boolean {
  const words = filled(cells).flatMap((cell) => cell.words);
  const { left, right } = boxAround(words);
  return plainText(words).length < SHORT || right - left < page.width / 3;
}

function readStretch(rows: readonly TagRow[], reader: NodeReader): readonly Part[] {
  if (isSingleColumn(rows, reader)) return [readColumn(rows, reader)];
  if (!rows.some(({ cells }) => isColumned(cells)) && !isHeadedColumn(rows))
    return rows.flatMap(({ cells }) => cells.flatMap(({ node }) => reader.partsOf([node], false)));
  if (rows.every(isField)) return rows.flatMap((row) => readField(row, reader));
  const columns = cellColumns(rows.map(({ cells }) => cells.map(({ words }) => words)));
  return [{ kind: 'table', rows: rows.map((row, index) => readRow(row, columns[index] ?? [], reader)) }];
}

/**
 * Whether rows are those of a table that has a single column, and no box around text or page laid out in a table: each
 * of its rows is a header, as Word marks the first cells of rows, and holds one paragraph, with a list at most.
 */
function isSingleColumn(rows: readonly TagRow[], reader: NodeReader): boolean {
  return rows.every(({ cells: [cell, ...rest] }) => {
    if (rest.length > 0 || cell?.header !== true) return false;
    const inside = cell.node.children.filter(isNode).filter((node) => reader.wordsIn(node).length > 0);
    const paragraphs = inside.filter(({ role }) => role === 'P');
    return paragraphs.length === 1 && inside.every(({ role }) => role === 'P' || role === 'L');
  });
}

/** A table of a single column; its first row is the head of it where that alone is bold. */
function readColumn(rows: readonly TagRow[], reader: NodeReader): Part {
  const bold = rows.map(({ cells }) =>
    filled(cells).every(({ words }) => words.every(({ item }) => item.bold)),
  );
  const hasHead = rows.length > 1 && bold[0] === true && !bold.includes(true, 1);
  return {
    kind: 'table',
    rows: rows.map((row, index) => {
      const { cells } = readRow(row, [], reader);
      const header = hasHead && index === 0;
      return { header, cells: cells.map((cell) => ({ ...cell, header })) };
    }),
  };
}

/** Whether rows are such a table as other programs mark it: only the first is a header, and the others are plain text. */
function isHeadedColumn([head, ...rows]: readonly TagRow[]): boolean {
  if (head === undefined || rows.length === 0 || !head.cells.every(({ header }) => header)) return false;
  if (plainText(head.cells.flatMap(({ words }) => words)).length >= SHORT) return false;
  return rows.every(
    ({ cells }) => cells.length === 1 && cells.every(({ header, node }) => !header && isPlain(node)),
  );
}

/** Whether an element holds no headings, lists or tables. */
function isPlain({ children }: TreeNode): boolean {
  return children.filter(isNode).every((child) => !/^(?:H\d?|L|Table)$/.test(child.role) && isPlain(child));
}

/** "Lead inspector:" and a name, which some lay out in two cells. */
function isField({ cells }: TagRow): boolean {
  const [label, value, ...rest] = filled(cells);
  return label !== undefined && value !== undefined && rest.length === 0 && /:$/.test(plainText(label.words));
}

function readField({ cells }: TagRow, reader: NodeReader): readonly ParagraphPart[] {
  const parts = cells.flatMap(({ node }) => reader.partsOf([node], true));
  const part = paragraphOf(parts.flatMap(piecesOf));
  return part === undefined ? [] : [part];
}

function readRow(
  row: TagRow,
  columns: readonly { readonly column: number; readonly columns: number }[],
  reader: NodeReader,
): RowPart {
  const cells = row.cells.map((cell, index): CellPart => {
    const parts = reader.partsOf([cell.node], true);
    const place = columns[index] ?? { column: index, columns: 1 };
    return {
      ...place,
      rows: 1,
      header: cell.header,
      shade: shadeAt(reader.page, cell.words),
      parts: parts.filter((part) => part.kind === 'paragraph'),
    };
  });
  return { header: row.inHead || (cells.length > 0 && cells.every(({ header }) => header)), cells };
}
