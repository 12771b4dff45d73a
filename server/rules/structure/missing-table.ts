import type { TableDef } from '../../framework/framework.ts';
import { headingSpan, type Report, type Section, sectionsWithin } from '../../report/report.ts';
import { listed } from '../../values/listing.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  scope: 'document',
  summary: 'A section must have the tables that the framework asks for.',
  why: 'What belongs into a table cannot be compared from month to month when it is told in sentences.',
  severity: 'warning',
  *check({ report }) {
    for (const section of report.sections) {
      for (const { table, required } of section.content.role?.def.tables ?? []) {
        const def = report.vocabulary?.framework.tables.get(table);
        if (!required || def === undefined || hasTable(report, section, def)) continue;
        yield {
          at: headingSpan(section),
          message: `"${section.content.title}" has no table with ${columnList(def)}. Add one below the heading.`,
        };
      }
    }
  },
});

/** Whether the table stands in the section or below it; actions may be a list as well. */
function hasTable(report: Report, section: Section, def: TableDef): boolean {
  return sectionsWithin(report, section).some(
    ({ content }) =>
      content.tables.some((table) => table.def === def || table.kind === def.kind) ||
      (def.kind === 'actions' && content.actions.length > 0),
  );
}

function columnList({ columns }: TableDef): string {
  const named = columns.filter(({ required }) => required).map(({ heading }) => `"${heading}"`);
  const all = named.length > 0 ? named : columns.map(({ heading }) => `"${heading}"`);
  return `${all.length === 1 ? 'a column' : 'the columns'} ${listed(all, 'and')}`;
}
