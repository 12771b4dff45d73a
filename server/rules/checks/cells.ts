import type { CheckDef } from '../../framework/checkDef.ts';
import type { Anchor, ReportTable } from '../../report/contents.ts';
import type { SectionContent } from '../../report/report.ts';
import type { Row } from '../../syntax/block.ts';
import { isWithin } from './check.ts';

/** A cell with the row that it stands in. */
export interface PlacedCell {
  readonly text: string;
  readonly at: Anchor;
  readonly row: Row;
}

/** The tables of a section that a check looks at. */
export function tablesOf(
  { tables, role }: Pick<SectionContent, 'tables' | 'role'>,
  { table, section }: Pick<CheckDef, 'table' | 'section'>,
): readonly ReportTable[] {
  if (table === undefined || (section !== undefined && !isWithin(role, section))) return [];
  return tables.filter(({ def }) => def?.id === table);
}

/** The rows below the header in which anything stands. */
export function rowsOf({ body }: ReportTable): readonly Row[] {
  return body.filter(({ cells }) => cells.some(({ prose }) => prose.text !== ''));
}

/** The cells of a column, one for each row that has it; none where the table lacks the column. */
export function cellsIn(table: ReportTable, column: string | undefined): readonly PlacedCell[] {
  const index = columnIndex(table, column);
  if (index < 0) return [];
  return rowsOf(table).flatMap((row) => cellAt(table, row, index) ?? []);
}

export function columnIndex({ columns }: ReportTable, id: string | undefined): number {
  return id === undefined ? -1 : columns.findIndex(({ def }) => def?.id === id);
}

export function cellAt({ block }: ReportTable, row: Row, index: number): PlacedCell | undefined {
  const cell = row.cells[index];
  return cell && { text: cell.prose.text, at: { block, span: cell.span }, row };
}

/** The header of a column as written. */
export function headerOf({ columns }: ReportTable, id: string | undefined): string {
  return columns.find(({ def }) => def?.id === id)?.header ?? id ?? '';
}

/** What the first cell of a row says, by which a reader knows it. */
export function rowName({ cells }: Row): string {
  return cells[0]?.prose.text ?? '';
}
