import type { ColumnDef } from '../../framework/framework.ts';
import type { Anchor, ReportTable } from '../../report/contents.ts';
import { tableDef } from '../../report/tables.ts';
import { placedRows } from '../asked.ts';
import { type DraftFix, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'section',
  summary: 'A table must have every column that the framework asks for.',
  why: 'Readers look for the same answers in every table of a kind: who does it, by when, and how it stands.',
  severity: 'warning',
  *check({ content, vocabulary }) {
    for (const table of content.tables) {
      const def = tableDef(table, content.role, vocabulary);
      const header = table.table.rows[0];
      if (def === undefined || header === undefined) continue;
      for (const column of def.columns) {
        if (!column.required || hasColumn(table, column)) continue;
        yield {
          at: { block: table.block, span: header.span },
          message: `This table has no column "${column.heading}"${aliasHint(column)}. Add it, so that every row says so.`,
          fixes: [addition(table, column)],
        };
      }
    }
  },
});

function addition({ block, table: { rows } }: ReportTable, { heading }: ColumnDef): DraftFix<Anchor> {
  return {
    title: `Add the column "${heading}", to be filled in`,
    edits: (edit, place) =>
      edit.addColumns(placedRows(rows, block, place), rows[0]?.cells.length ?? 0, [
        { heading, key: heading.toLowerCase() },
      ]),
  };
}

function hasColumn({ columns }: ReportTable, wanted: ColumnDef): boolean {
  return columns.some(
    ({ def, part, field }) => def === wanted || part === wanted.id || field?.id === wanted.id,
  );
}

function aliasHint({ aliases }: ColumnDef): string {
  const [first] = aliases;
  return first === undefined ? '' : `, nor one named "${first}"`;
}
