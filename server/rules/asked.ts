import type { Editing, MissingCell, TableRow } from '../model/editing.ts';
import type { Anchor, ColumnPart, ReportTable } from '../report/contents.ts';
import type { Row } from '../syntax/block.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { asking, type DraftFix } from './rule.ts';

/** A cell of a table, by its row and its column. */
export interface CellAt {
  readonly at: Anchor;
  readonly row: Anchor;
  /** What its column is headed with. */
  readonly header: string;
}

/** The cell at a place that stands in a column of a part; undefined for a place in no table, or behind a row that lost a cell. */
export function cellOf(tables: readonly ReportTable[], at: Anchor, part: ColumnPart): CellAt | undefined {
  for (const { block, body, columns } of tables) {
    if (block !== at.block) continue;
    const index = columns.findIndex((column) => column.part === part);
    const row = body.find(({ cells }) => isSame(cells[index]?.span, at.span));
    if (row !== undefined)
      return { at, row: { block, span: row.span }, header: columns[index]?.header ?? '' };
  }
  return undefined;
}

function isSame(a: Span | undefined, b: Span): boolean {
  return a?.from === b.from && a.to === b.to;
}

/** Writes into a cell, which as data may have to be added first. The words may be a tab stop. */
export function writeCell(
  edit: Editing,
  place: (at: Anchor) => Span,
  { at, row, header }: CellAt,
  words: string,
): readonly TextEdit[] {
  const added: MissingCell = { row: place(row), header };
  return edit.setCell(place(at), words, added);
}

/** The fix that puts the cursor into an empty cell; none where there is no such cell. */
export function askedCell(title: string, cell: CellAt | undefined): readonly DraftFix<Anchor>[] {
  if (cell === undefined) return [];
  return [asking(title, (edit, place) => writeCell(edit, place, cell, '$1'))];
}

/** The rows of a table at their places in the document. */
export function placedRows(
  rows: readonly Row[],
  block: number,
  place: (at: Anchor) => Span,
): readonly TableRow[] {
  return rows.map(({ span, cells }) => ({
    span: place({ block, span }),
    cells: cells.map((cell) => ({ span: place({ block, span: cell.span }) })),
  }));
}
