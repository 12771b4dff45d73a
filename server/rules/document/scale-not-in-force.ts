import type { Scale } from '../../framework/framework.ts';
import { daysOf } from '../../framework/inForce.ts';
import { anchorSpan, type PlacedStatement, type Report, statementsOn } from '../../report/report.ts';
import { type DatedField, datedField } from '../../report/speaksFrom.ts';
import type { Span } from '../../text/span.ts';
import { compareDates, formatDate } from '../../values/calendar.ts';
import { type Draft, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'document',
  summary: 'A judgement must be on a scale that was in use on the day of the inspection.',
  why: 'Inspectorates change their scales; a grade that did not exist on that day can be compared with nothing.',
  severity: 'error',
  reads: ['statements'],
  *check({ report }) {
    const day = datedField(report, ['inspected', 'date', 'published']);
    if (day === undefined) return;
    for (const [scale, statements] of byScale(report)) {
      const fault = outOfForce(scale, day);
      if (fault !== undefined) yield finding(scale, statements, day, fault);
    }
  },
});

/** What is judged on each scale, in the order of the document. */
function byScale(report: Report): ReadonlyMap<Scale, readonly PlacedStatement[]> {
  const found = new Map<Scale, PlacedStatement[]>();
  for (const area of report.vocabulary?.areas ?? []) {
    const stated = statementsOn(report, area).filter(
      ({ statement }) => (statement.label?.value ?? statement.grade?.value) !== undefined,
    );
    if (stated.length > 0) found.set(area.scale, [...(found.get(area.scale) ?? []), ...stated]);
  }
  return found;
}

/** Since when or until when the scale was in use, where that leaves the day out. */
function outOfForce({ inForce }: Scale, { start, end }: DatedField): string | undefined {
  const { from, until } = daysOf(inForce);
  if (from !== undefined && compareDates(end, from) < 0) return `was not in use before ${formatDate(from)}`;
  if (until !== undefined && compareDates(start, until) > 0)
    return `was not in use after ${formatDate(until)}`;
  return undefined;
}

function finding(
  { values }: Scale,
  statements: readonly PlacedStatement[],
  { entry, start, end }: DatedField,
  fault: string,
): Draft<Span> {
  const places = statements
    .map(({ section, statement }) => ({ text: statement.text, at: anchorSpan(section, statement.at) }))
    .sort((a, b) => a.at.from - b.at.from);
  const [first] = places;
  const days =
    compareDates(start, end) === 0 ? formatDate(start) : `${formatDate(start)} to ${formatDate(end)}`;
  const scale = values.map(({ label }) => label).join(', ');
  return {
    at: first?.at ?? entry.valueSpan,
    message: `"${first?.text}" is on the scale ${scale}, which ${fault}; "${entry.key}" says ${days}. Correct the day, or follow the framework of that time.`,
    related: [{ at: entry.valueSpan, message: `The day that counts: ${days}.` }],
  };
}
