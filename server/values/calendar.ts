import { ENGLISH } from './language.ts';

/** A day of the Gregorian calendar as it was written; it need not exist. `month` counts from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

const WEEKDAYS: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** How many days a month has; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether the calendar has this day. */
export function exists(date: CalendarDate): boolean {
  return date.day >= 1 && date.day <= daysInMonth(date.year, date.month);
}

/** Negative, zero or positive as `a` is earlier than, the same as or later than `b`. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

/**
 * Days since 1 March of the year 0, so that differences count days between dates.
 * Source: the usual shift of the year's start to March, which puts the leap day last.
 */
export function dayNumber(date: CalendarDate): number {
  const year = date.month < 3 ? date.year - 1 : date.year;
  const month = (date.month + 9) % 12;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return 365 * year + leapDays + Math.floor((153 * month + 2) / 5) + date.day - 1;
}

/** How many months lie between the months of two days. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  return 12 * (to.year - from.year) + to.month - from.month;
}

/** The day of the week of an existing date. */
export function weekdayOf(date: CalendarDate): Weekday {
  // 1 March of the year 0 was a Wednesday.
  return WEEKDAYS[(((dayNumber(date) + 2) % 7) + 7) % 7] ?? 'monday';
}

/** The weekdays by their names, in full or by their usual short forms, in lower case. */
export const WEEKDAY_NAMES: ReadonlyMap<string, Weekday> = new Map(
  WEEKDAYS.flatMap((name, at) => (ENGLISH.weekdays[at] ?? []).map((word) => [word, name] as const)),
);

/** The months, 1 to 12, by their names and these names' short forms, in lower case. */
export const MONTH_NAMES: ReadonlyMap<string, number> = new Map(
  ENGLISH.months.flatMap((names, at) => names.map((name) => [name, at + 1] as const)),
);

/** The weekday that a word names, in full or by its usual short form; `lower` is in lower case. */
export function weekdayNamed(lower: string): Weekday | undefined {
  return WEEKDAY_NAMES.get(lower);
}

/** The month that a word names, 1 to 12: `January`, `Jan`, `Sept`; `lower` is in lower case. */
export function monthNamed(lower: string): number | undefined {
  return MONTH_NAMES.get(lower);
}

/** The last day of a month. */
export function lastOf(year: number, month: number): CalendarDate {
  return { year, month, day: daysInMonth(year, month) };
}

/** The day that comes some days later; `days` is not negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  let { year, month } = date;
  let day = date.day + days;
  for (let length = daysInMonth(year, month); day > length; length = daysInMonth(year, month)) {
    day -= length;
    year += month === 12 ? 1 : 0;
    month = (month % 12) + 1;
  }
  return { year, month, day };
}

/** The same day some months later, or the last of its month where that is shorter; `months` is not negative. */
export function addMonths({ year, month, day }: CalendarDate, months: number): CalendarDate {
  const later = month - 1 + months;
  const last = lastOf(year + Math.floor(later / 12), (later % 12) + 1);
  return { ...last, day: Math.min(day, last.day) };
}

/** A month by its name, as written in a sentence: `May`; undefined for a number that no month has. */
export function monthName(month: number): string | undefined {
  const name = ENGLISH.months[month - 1]?.[0];
  return name && name.charAt(0).toUpperCase() + name.slice(1);
}

/** Writes a date as British documents do: `22 May 2020`. */
export function formatDate(date: CalendarDate): string {
  const name = monthName(date.month);
  return name === undefined ? `${date.day}.${date.month}.${date.year}` : `${date.day} ${name} ${date.year}`;
}
