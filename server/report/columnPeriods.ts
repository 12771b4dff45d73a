import { type CalendarDate, lastOf } from '../values/calendar.ts';
import { readDate } from '../values/dates.ts';
import { type MonthName, type Period, readMonth, readPeriod } from '../values/periods.ts';

/** What a column's header says of time. */
export interface ColumnPeriod {
  /** Undefined for a month whose year nothing in the table tells. */
  readonly period: Period | undefined;
  /** 1 to 12, where the header names a month. */
  readonly month: number | undefined;
}

/**
 * The periods that headers name; undefined for headers that name none. A month without a year takes it from the
 * nearest one that has a year, since the columns follow each other in time.
 */
export function readColumnPeriods(headers: readonly string[]): readonly (ColumnPeriod | undefined)[] {
  const named = headers.map((header) => (header.length > 40 ? undefined : readHeader(header)));
  const anchors = named.flatMap((own, index) =>
    own?.year === undefined || own.month === undefined ? [] : [index],
  );
  const isBackward = goesBack(named);
  const years = named.map((own, index) =>
    own?.month === undefined || own.year !== undefined
      ? own?.year
      : yearFrom(named, nearestOf(anchors, index), index, isBackward),
  );
  const isYearly = named.some((own) => own?.period?.kind === 'financial-year');
  return named.map((own, index) => {
    const header = headers[index] ?? '';
    if (own === undefined) return isYearly ? twofoldYear(header) : undefined;
    const year = years[index];
    if (own.period !== undefined) return { period: own.period, month: own.month };
    return { period: year === undefined ? undefined : monthOf(year, own.month ?? 1), month: own.month };
  });
}

interface Header {
  readonly period: Period | undefined;
  readonly month: number | undefined;
  readonly year: number | undefined;
}

function readHeader(header: string): Header | undefined {
  const text = header
    .replace(/^(?:as at|as of|at|on|end(?: of)?|to|ytd|snapshot)\s+/i, '')
    .replace(/\s+/g, ' ');
  const month = readMonth(text);
  if (month !== undefined) return ofMonth(month);
  const period = readPeriod(text);
  if (period !== undefined) {
    const isMonthly = period.kind === 'month' || period.kind === 'day';
    return { period, month: isMonthly ? period.start.month : undefined, year: period.start.year };
  }
  const day = /^(\d{1,2})(?:st|nd|rd|th)?\s+(\p{L}+)$/u.exec(text);
  return day === null ? undefined : ofMonth(readMonth(day[2] ?? ''));
}

function ofMonth(name: MonthName | undefined): Header | undefined {
  if (name === undefined) return undefined;
  const period = name.year === undefined ? undefined : monthOf(name.year, name.month);
  return { period, month: name.month, year: name.year };
}

function monthOf(year: number, month: number): Period {
  const start: CalendarDate = { year, month, day: 1 };
  return { kind: 'month', start, end: lastOf(year, month) };
}

/** `2011-12` may be a month; among financial years it is one of them. */
function twofoldYear(header: string): ColumnPeriod | undefined {
  const [, first, second] = /^(\d{4})-(\d\d)$/.exec(header.trim()) ?? [];
  if (first === undefined || (Number(first) + 1) % 100 !== Number(second)) return undefined;
  const start = readDate(`1 April ${first}`)?.date;
  if (start === undefined) return undefined;
  const end: CalendarDate = { year: start.year + 1, month: 3, day: 31 };
  return { period: { kind: 'financial-year', start, end }, month: undefined };
}

/** Of two that are equally near the earlier one counts. */
function nearestOf(indices: readonly number[], index: number): number | undefined {
  return indices.reduce<number | undefined>(
    (best, own) => (best === undefined || Math.abs(own - index) < Math.abs(best - index) ? own : best),
    undefined,
  );
}

/** Whether most months stand behind the one that follows them in the year: the newest comes first. */
function goesBack(named: readonly (Header | undefined)[]): boolean {
  const months = named.flatMap((own) => own?.month ?? []);
  const steps = months.slice(1).map((month, at) => (month - (months[at] ?? 0) + 12) % 12);
  return steps.filter((step) => step > 6).length > steps.filter((step) => step > 0 && step < 6).length;
}

/** The year of the month at `index`, counted from the column `anchor` over the months between. */
function yearFrom(
  named: readonly (Header | undefined)[],
  anchor: number | undefined,
  index: number,
  isBackward: boolean,
): number | undefined {
  if (anchor === undefined) return undefined;
  const step = index > anchor ? 1 : -1;
  let year = named[anchor]?.year;
  let month = named[anchor]?.month;
  for (let at = anchor + step; at !== index + step; at += step) {
    const next = named[at]?.month;
    if (next === undefined || month === undefined || year === undefined) continue;
    const isLater = step > 0 !== isBackward;
    if (isLater && next < month) year += 1;
    if (!isLater && next > month) year -= 1;
    month = next;
  }
  return year;
}
