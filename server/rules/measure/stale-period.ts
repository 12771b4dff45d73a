import { type MetaEntry, metaText } from '../../model/model.ts';
import type { ReportTable, Step } from '../../report/contents.ts';
import { anchorSpan, type Section } from '../../report/report.ts';
import { isBlank, isFigure, isPending, whenOf } from '../../report/series.ts';
import { datedField } from '../../report/speaksFrom.ts';
import type { Span } from '../../text/span.ts';
import { type CalendarDate, compareDates, monthsBetween } from '../../values/calendar.ts';
import type { Period } from '../../values/periods.ts';
import { type Draft, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'document',
  summary: 'The newest figures of a table must belong to the time that the document reports on.',
  why: 'A report for May whose figures end in March looks up to date and is not, and decisions are taken on what was two months ago.',
  severity: 'warning',
  reads: ['measures', 'tables'],
  *check({ report }) {
    const period = datedField(report, ['period']);
    const speaks = period ?? datedField(report, ['date']);
    if (speaks === undefined) return;
    // By its date alone a document need not have the figures of the month that has just ended.
    const grace = period === undefined ? 1 : 0;
    const tables = report.sections.flatMap((section) => tablesOf(section));
    const isBehind = ({ period: own }: TimedTable) => lags(own, speaks.end, grace);
    // Beside tables that are up to date one without targets is of something that came to its end.
    const isCurrent = tables.some((table) => !isBehind(table));
    for (const table of tables) {
      if (!isBehind(table) || (isCurrent && !table.isAimed)) continue;
      yield finding(table, speaks.entry, grace > 0);
    }
  },
});

/** A table with the last time for which it says anything. */
interface TimedTable {
  readonly section: Section;
  readonly table: ReportTable;
  readonly step: Step;
  readonly period: Period;
  /** Whether it sets targets. */
  readonly isAimed: boolean;
}

function tablesOf(section: Section): readonly TimedTable[] {
  const { tables, measures } = section.content;
  return tables.flatMap((table, index): readonly TimedTable[] => {
    const series = measures.filter((measure) => measure.table === index).map(({ steps }) => steps);
    const newest = newestOf(series);
    const isAimed = series.some((steps) => steps.some(({ target }) => isFigure(target)));
    return newest === undefined ? [] : [{ section, table, ...newest, isAimed }];
  });
}

/** `N/A` says something. A few columns are no series that goes on. */
function newestOf(series: readonly (readonly Step[])[]): Pick<TimedTable, 'step' | 'period'> | undefined {
  let newest: Pick<TimedTable, 'step' | 'period'> | undefined;
  for (const steps of series) {
    const step = steps.findLast(({ actual }) => !isBlank(actual) && !isPending(actual));
    if (step?.period === undefined || steps.length < 3) continue;
    const { period } = step;
    if (newest === undefined || compareDates(period.end, newest.period.end) > 0) newest = { step, period };
  }
  return newest;
}

/** What ended longer ago than this is history, and is there to be looked back on. */
const HISTORY = 12;

/** Whether more than one month, or quarter, went by after the newest figures. Those of years come late. */
function lags({ kind, end }: Period, until: CalendarDate, grace: number): boolean {
  const own = kind === 'month' || kind === 'day' ? 1 : kind === 'quarter' ? 3 : undefined;
  const lag = monthsBetween(end, until);
  return own !== undefined && lag > own + grace && lag <= HISTORY;
}

function finding(
  { section, table: { columns, block }, step }: TimedTable,
  { key, value, valueSpan }: MetaEntry,
  isByDate: boolean,
): Draft<Span> {
  const column = columns.findLastIndex(({ header }) => header === step.header);
  const cell = columns[column]?.head;
  const at = cell === undefined ? step.actual?.at : { block, span: cell.span };
  return {
    at: at === undefined ? valueSpan : anchorSpan(section, at),
    severity: isByDate ? 'info' : 'warning',
    message: `The newest figures of this table are those of ${whenOf(step)}, but the document's ${key} is "${metaText(value).trim()}". Add the figures since then, or write N/A where there are none.`,
    related: [{ at: valueSpan, message: `The document's ${key}.` }],
  };
}
