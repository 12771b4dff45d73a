import type { FieldDef, StatusValue } from '../../framework/framework.ts';
import type { Action, SectionField, StatusRow } from '../../report/contents.ts';
import { LooseNames } from '../../report/loosely.ts';
import { anchorSpan, type Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, defineRule } from '../rule.ts';
import { shortly } from '../shortly.ts';

export default defineRule({
  scope: 'document',
  summary:
    'A status must be the same in the dashboard and on its own page, and what stands beside it must not deny it.',
  why: 'Whoever reads only the dashboard must not come away with another picture than whoever reads the page.',
  severity: 'error',
  reads: ['actions', 'fields', 'statusRows'],
  *check({ report }) {
    const pages = report.sections.filter(({ content }) => content.fields.some(({ status }) => status));
    const named = new LooseNames(pages, ({ content }) => content.title);
    for (const section of report.sections) {
      for (const row of section.content.statusRows) {
        const page = named.find(row.name.text);
        if (page !== undefined) yield* conflicts(section, row, page);
      }
      for (const action of section.content.actions) yield* withinRow(section, action);
    }
  },
});

/** An action that is complete by one of its cells, and not begun by another. */
function* withinRow(section: Section, { action, standing: { contrary } }: Action): Iterable<Draft<Span>> {
  if (contrary === undefined) return;
  const { done, notBegun } = contrary;
  yield {
    at: anchorSpan(section, notBegun.at),
    severity: 'warning',
    message: `"${shortly(action.text)}" is "${shortly(notBegun.text)}" here, and "${shortly(done.text)}" beside it. Decide which of them holds.`,
    related: [{ at: anchorSpan(section, done.at), message: `Here it is "${shortly(done.text)}".` }],
  };
}

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
