import type { Report } from '../report/report.ts';
import { datedField } from '../report/speaksFrom.ts';
import { type CalendarDate, daysInMonth } from '../values/calendar.ts';
import type { Period } from '../values/periods.ts';
import type { Time } from '../values/times.ts';

/** What a document says of the time that it speaks of. */
export interface Reported {
  /** The month that it reports on last, where it names its period. */
  readonly month: string | undefined;
  /** Its last day, by its period or its date: a month without a year is the last one before. */
  readonly end: CalendarDate | undefined;
}

export function reportedTime(report: Report): Reported {
  const period = datedField(report, ['period', 'reporting-period']);
  const end = period?.end ?? datedField(report, ['date', 'published'])?.end;
  return { month: period && monthKey(period.end.year, period.end.month), end };
}

function monthKey(year: number, month: number): string {
  return `${year}-${month}`;
}

/** A period as it is compared. The last day of a month stands for the month: that is when its figures are taken. */
export function periodKey({ kind, start, end }: Period): string {
  if (kind === 'month') return monthKey(start.year, start.month);
  if (kind === 'day') {
    const isLast = start.day === daysInMonth(start.year, start.month);
    return isLast ? monthKey(start.year, start.month) : `${monthKey(start.year, start.month)}-${start.day}`;
  }
  return [start, end].map(({ year, month, day }) => `${year}-${month}-${day}`).join(' ');
}

/** The time of a figure as it is compared; undefined for one that nobody knows. */
export function timeKey(time: Time, { end }: Reported): string | undefined {
  if (time.kind === 'other') return undefined;
  if (time.kind === 'period') return periodKey(time.period);
  if (end === undefined) return undefined;
  return monthKey(time.month > end.month ? end.year - 1 : end.year, time.month);
}
