import type { Vocabulary } from '../framework/vocabulary.ts';
import type { ReportTable, StatusRow } from './contents.ts';
import { statusOf } from './sectionFields.ts';

/** The rows of the tables that repeat the statuses of other sections. */
export function readStatusRows(
  tables: readonly ReportTable[],
  { framework }: Vocabulary,
): readonly StatusRow[] {
  return tables.filter(({ kind }) => kind === 'status-summary').flatMap((table) => rowsOf(table, framework));
}

function rowsOf(
  { table, columns, block }: ReportTable,
  framework: Vocabulary['framework'],
): readonly StatusRow[] {
  const nameColumn = columns.findIndex(({ field }) => field === undefined);
  return table.rows.slice(1).flatMap(({ cells }): StatusRow[] => {
    const name = cells[nameColumn];
    if (name === undefined || name.prose.text === '') return [];
    const statuses = columns.flatMap(({ field }, index) => {
      const cell = cells[index];
      if (field === undefined || cell === undefined) return [];
      const value = { text: cell.prose.text, at: { block, span: cell.span } };
      return [{ field, value, status: statusOf(value.text, field, framework) }];
    });
    return [{ name: { text: name.prose.text, at: { block, span: name.span } }, statuses }];
  });
}
