import type { Report } from '../../report/report.ts';
import { datedField } from '../../report/speaksFrom.ts';
import { type CalendarDate, daysInMonth } from '../../values/calendar.ts';
import type { Period } from '../../values/periods.ts';
import type { Time } from '../../values/times.ts';

/** What a document says of the time that it speaks of. */
export interface Reported {
  /** The period that it reports on as times are compared, where it names one: its month, or the stretch that it is. */
  readonly period: string | undefined;
  /** The last month of that period. */
  readonly month: string | undefined;
  /** Its last day, by its period or its date: a month without a year is the last one before. */
  readonly end: CalendarDate | undefined;
}

export function reportedTime(report: Report): Reported {
  const period = datedField(report, ['period', 'reporting-period']);
  const end = period?.end ?? datedField(report, ['date', 'published'])?.end;
  return {
    period: period && stretchKey(period),
    month: period && monthKey(period.end.year, period.end.month),
    end,
  };
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
  return stretchKey({ start, end });
}

function stretchKey({ start, end }: Pick<Period, 'start' | 'end'>): string {
  if (start.year === end.year && start.month === end.month) return monthKey(end.year, end.month);
  return [start, end].map(({ year, month, day }) => `${year}-${month}-${day}`).join(' ');
}

/** The time of a figure as it is compared; undefined for one that nobody knows. */
export function timeKey(time: Time, { end }: Reported): string | undefined {
  if (time.kind === 'other') return undefined;
  if (time.kind === 'period') return periodKey(time.period);
  // In a document that says nothing of when it was written a month is that month, of whatever year.
  if (end === undefined) return `month ${time.month}`;
  return monthKey(time.month > end.month ? end.year - 1 : end.year, time.month);
}
