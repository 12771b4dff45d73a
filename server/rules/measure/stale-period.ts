import { type MetaEntry, metaText } from '../../model/model.ts';
import type { Measure, ReportTable } from '../../report/contents.ts';
import { anchorSpan, type Section } from '../../report/report.ts';
import { isBlank, isPending, type Step, seriesOf, whenOf } from '../../report/series.ts';
import { datedField } from '../../report/speaksFrom.ts';
import type { Span } from '../../text/span.ts';
import { type CalendarDate, compareDates } from '../../values/calendar.ts';
import type { Period } from '../../values/periods.ts';
import { type Draft, defineRule } from '../rule.ts';
import { monthsBetween } from './standing.ts';

export default defineRule({
  scope: 'document',
  summary: 'The newest figures of a table must belong to the time that the document reports on.',
  why: 'A report for May whose figures end in March looks up to date and is not, and decisions are taken on what was two months ago.',
  severity: 'warning',
  *check({ report }) {
    const period = datedField(report, ['period']);
    const speaks = period ?? datedField(report, ['date']);
    if (speaks === undefined) return;
    // By its date alone a document need not have the figures of the month that has just ended.
    const grace = period === undefined ? 1 : 0;
    for (const section of report.sections) {
      for (const [index, table] of section.content.tables.entries()) {
        const measures = section.content.measures.filter((measure) => measure.table === index);
        const newest = newestOf(measures);
        if (newest === undefined || !isBehind(newest.period, speaks.end, grace)) continue;
        yield finding(section, table, newest, speaks.entry, grace > 0);
      }
    }
  },
});

interface Newest {
  readonly step: Step;
  readonly period: Period;
}

/** The last time for which a table says anything; `N/A` says something. Few columns are no series that goes on. */
function newestOf(measures: readonly Measure[]): Newest | undefined {
  let newest: Newest | undefined;
  for (const measure of measures) {
    const steps = seriesOf(measure);
    if (steps.filter(({ period }) => period !== undefined).length < 3) continue;
    for (const step of steps) {
      if (step.period === undefined || isBlank(step.actual) || isPending(step.actual)) continue;
      if (newest === undefined || compareDates(step.period.end, newest.period.end) > 0) {
        newest = { step, period: step.period };
      }
    }
  }
  return newest;
}

/** What ended longer ago than this is history, and is there to be looked back on. */
const HISTORY = 12;

/** Whether more than one month, or quarter, went by after the newest figures. Those of years come late. */
function isBehind({ kind, end }: Period, until: CalendarDate, grace: number): boolean {
  const own = kind === 'month' || kind === 'day' ? 1 : kind === 'quarter' ? 3 : undefined;
  const lag = monthsBetween(end, until);
  return own !== undefined && lag > own + grace && lag <= HISTORY;
}

function finding(
  section: Section,
  { table, columns, block }: ReportTable,
  { step }: Newest,
  { key, value, valueSpan }: MetaEntry,
  isByDate: boolean,
): Draft<Span> {
  const column = columns.findLastIndex(({ header }) => header === step.header);
  const cell = table.rows[0]?.cells[column];
  const at = cell === undefined ? step.actual?.at : { block, span: cell.span };
  return {
    at: at === undefined ? valueSpan : anchorSpan(section, at),
    severity: isByDate ? 'info' : 'warning',
    message: `The newest figures of this table are those of ${whenOf(step)}, but the document's ${key} is "${metaText(value).trim()}". Add the figures since then, or write N/A where there are none.`,
    related: [{ at: valueSpan, message: `The document's ${key}.` }],
  };
}
