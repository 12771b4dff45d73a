import type { TableDef } from '../../framework/framework.ts';
import type { Editing } from '../../model/editing.ts';
import { headingSpan, type Report, type Section, sectionsWithin } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { listed } from '../../values/listing.ts';
import { type DraftFix, defineRule } from '../rule.ts';

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
          fixes: addition(section, def),
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

/** A table with its columns and one row, empty. */
function addition({ heading, own }: Section, { columns }: TableDef): readonly DraftFix<Span>[] {
  if (heading === undefined) return [];
  const heads = columns.map(({ heading: head }) => head);
  const table = (row: readonly string[]) =>
    [heads, heads.map(() => '---'), row].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const put = (text: string) => (edit: Editing) => {
    const last = own.at(-1);
    return last === undefined ? edit.fillSection(heading, text) : edit.addParagraph(last, text);
  };
  const named = listed(
    heads.map((head) => `"${head}"`),
    'and',
  );
  return [
    {
      title: `Add a table with ${named}, to be filled in`,
      edits: put(table(heads.map(() => ''))),
      snippet: put(table(heads.map((_, index) => `$${index + 1}`))),
    },
  ];
}

function columnList({ columns }: TableDef): string {
  const named = columns.filter(({ required }) => required).map(({ heading }) => `"${heading}"`);
  const all = named.length > 0 ? named : columns.map(({ heading }) => `"${heading}"`);
  return `${all.length === 1 ? 'a column' : 'the columns'} ${listed(all, 'and')}`;
}
