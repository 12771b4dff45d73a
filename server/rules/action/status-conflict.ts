import type { FieldDef, StatusValue } from '../../framework/framework.ts';
import type { SectionField, StatusRow } from '../../report/contents.ts';
import { LooseNames } from '../../report/loosely.ts';
import { anchorSpan, type Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'document',
  summary: 'A status in a dashboard must be the one that its own page gives.',
  why: 'Whoever reads only the dashboard must not come away with another picture than whoever reads the page.',
  severity: 'error',
  *check({ report }) {
    const pages = report.sections.filter(({ content }) => content.fields.some(({ status }) => status));
    const named = new LooseNames(pages, ({ content }) => content.title);
    for (const section of report.sections) {
      for (const row of section.content.statusRows) {
        const page = named.find(row.name.text);
        if (page !== undefined) yield* conflicts(section, row, page);
      }
    }
  },
});

function* conflicts(dashboard: Section, row: StatusRow, page: Section): Iterable<Draft<Span>> {
  for (const { field, value, status } of row.statuses) {
    const own = page.content.fields.find(({ def }) => def?.id === field.id);
    if (status === undefined || own?.status === undefined || own.status.label === status.label) continue;
    yield conflict(field, status, anchorSpan(dashboard, value.at), own, own.status, page);
  }
}

function conflict(
  field: FieldDef,
  inDashboard: StatusValue,
  at: Span,
  own: SectionField,
  onPage: StatusValue,
  page: Section,
): Draft<Span> {
  const place = anchorSpan(page, own.value.at);
  const name = page.content.title;
  return {
    at,
    message: `"${field.label}" is "${inDashboard.label}" here and "${onPage.label}" in "${name}". Decide which of them holds.`,
    related: [{ at: place, message: `Here "${field.label}" is "${onPage.label}".` }],
    fixes: [
      {
        title: `Change the dashboard to "${onPage.label}"`,
        edits: (edit) => edit.replace(at, onPage.label),
      },
      {
        title: `Change "${field.label}" in "${name}" to "${inDashboard.label}"`,
        edits: (edit) => edit.replace(place, inDashboard.label),
      },
    ],
  };
}
