import { type CalendarDate, lastOf } from '../../values/calendar.ts';
import type { Period } from '../../values/periods.ts';

/**
 * Sheets often write a month as its first day, or its last. Where all periods are such days, of months of which two
 * follow each other, each stands for its month.
 */
export function monthsMeant(periods: readonly Period[]): (period: Period) => Period {
  const days = periods.map(({ start }) => start);
  const isDaily = periods.every(({ kind }) => kind === 'day');
  const isFirst = days.every(({ day }) => day === 1);
  const isLast = days.every((date) => date.day === lastOf(date.year, date.month).day);
  const months = new Set(days.map(monthNumber));
  const follow = [...months].some((month) => months.has(month + 1));
  if (!isDaily || !follow || !(isFirst || isLast)) return (period) => period;
  return ({ start: { year, month } }) => ({
    kind: 'month',
    start: { year, month, day: 1 },
    end: lastOf(year, month),
  });
}

function monthNumber({ year, month }: CalendarDate): number {
  return 12 * year + month;
}
