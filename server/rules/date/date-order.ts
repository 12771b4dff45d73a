import { metaText } from '../../model/model.ts';
import { datesIn } from '../../report/reportDates.ts';
import { type DatedField, datedField } from '../../report/speaksFrom.ts';
import type { Span } from '../../text/span.ts';
import { type CalendarDate, compareDates } from '../../values/calendar.ts';
import { type Draft, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'document',
  summary: 'Dates must come in the order in which things happen.',
  why: 'A report that is published before its inspection, or a period that ends before it begins, has one date wrong.',
  severity: 'warning',
  reads: ['dates'],
  *check({ report, dates }) {
    const field = (id: string) => datedField(report, [id]);
    const about = field('inspected') ?? field('visited');
    const [date, published, period] = ['date', 'published', 'period'].map(field);
    if (about !== undefined) {
      yield* before(published, about, about.end, 'last');
      yield* before(date, about, about.start, 'first');
    }
    // A plan may be written before the time that it is for.
    const isPlan = report.vocabulary?.framework.kind === 'improvement-plan';
    if (period !== undefined && !isPlan) yield* before(date, period, period.start, 'first');
    const read = datesIn(report, dates);
    for (const { place, first, second } of read.reversed) yield reversed(place, first, second);
    if (about !== undefined || date === undefined) return;
    for (const { place, text, when } of read.own) {
      if (compareDates(date.end, when.start) < 0) yield later(place, text, date);
    }
  },
});

/** What is wrong with a field that is earlier than a day of another. */
function* before(
  field: DatedField | undefined,
  about: DatedField,
  day: CalendarDate,
  which: 'first' | 'last',
): Iterable<Draft<Span>> {
  if (field === undefined || compareDates(field.end, day) >= 0) return;
  yield {
    at: field.entry.valueSpan,
    severity: 'error',
    message: `"${field.entry.key}" is "${said(field)}", before the ${which} day of "${about.entry.key}", which is "${said(about)}". Correct one of them.`,
    related: [{ at: about.entry.valueSpan, message: `This is what "${about.entry.key}" says.` }],
  };
}

function said({ entry }: DatedField): string {
  return metaText(entry.value).trim();
}

function reversed(at: Span, first: string, second: string): Draft<Span> {
  return {
    at,
    message: `This ends before it begins: "${second}" is earlier than "${first}". Correct one of the two.`,
  };
}

function later(at: Span, text: string, date: DatedField): Draft<Span> {
  return {
    at,
    severity: 'error',
    message: `The document is dated "${said(date)}" and speaks of what took place on "${text}", which is later. Correct one of them.`,
    related: [{ at: date.entry.valueSpan, message: `This is what "${date.entry.key}" says.` }],
  };
}
