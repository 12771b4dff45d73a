import { type Model, metaEntry } from '../../model/model.ts';
import { entryOf } from '../../syntax/data.ts';
import { monthName, monthNamed } from '../../values/calendar.ts';
import { readDate } from '../../values/dates.ts';

/** The period behind those that headers name, worded as the last of them is; undefined where there is none. */
export function nextHeading(headers: readonly string[]): string | undefined {
  const last = headers.findLastIndex((header) => following(header, false) !== undefined);
  const header = headers[last];
  if (header === undefined) return undefined;
  // "May" is as short as it is long: its neighbours tell which is meant.
  const isShort = headers.some((other) => /^\p{L}{3}\b/u.test(other) && !/^may\b/i.test(other));
  const next = following(header, isShort);
  return headers[last - 1] === next ? undefined : next;
}

const MONTH = /^(\p{L}{3,9})([ -]?'?)(\d{4}|\d{2})?$/u;
const ISO = /^(\d{4})-(\d\d)$/;
const QUARTER = /^(Q)([1-4])(?:( )(\d{2,4})([/-])(\d{2}))?$/i;
const YEARS = /^(\d{2,4})([/-])(\d{2})$/;

function following(header: string, isShort: boolean): string | undefined {
  const text = header.trim();
  return nextIso(text) ?? nextMonth(text, isShort) ?? nextQuarter(text) ?? nextYears(text) ?? nextYear(text);
}

/** The month behind one that is written `2020-05`. */
export function nextIso(text: string): string | undefined {
  const [, year = '', month = ''] = ISO.exec(text) ?? [];
  if (year === '' || Number(month) < 1 || Number(month) > 12) return undefined;
  const index = 12 * Number(year) + Number(month);
  return isoOf(index);
}

/** A month that is counted from the year 0, written `2020-05`. */
export function isoOf(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

function nextMonth(text: string, isShort: boolean): string | undefined {
  const [, name = '', gap = '', year] = MONTH.exec(text) ?? [];
  const month = name === '' ? undefined : monthNamed(name.toLowerCase());
  const full = month === undefined ? undefined : monthName((month % 12) + 1);
  if (month === undefined || full === undefined) return undefined;
  const written =
    isShort || (name.length <= 4 && monthName(month) !== capital(name)) ? full.slice(0, 3) : full;
  if (year === undefined) return written;
  const next = String(Number(year) + (month === 12 ? 1 : 0)).padStart(year.length, '0');
  return `${written}${gap}${next}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

function nextQuarter(text: string): string | undefined {
  const [, q = '', quarter = '', gap = '', first = '', sign = '', second = ''] = QUARTER.exec(text) ?? [];
  if (q === '') return undefined;
  const isLast = quarter === '4';
  const name = `${q}${isLast ? 1 : Number(quarter) + 1}`;
  if (first === '') return name;
  return `${name}${gap}${isLast ? (nextYears(`${first}${sign}${second}`) ?? '') : `${first}${sign}${second}`}`;
}

function nextYears(text: string): string | undefined {
  const [, first = '', sign = '', second = ''] = YEARS.exec(text) ?? [];
  if (first === '' || (Number(first) + 1) % 100 !== Number(second)) return undefined;
  return `${Number(first) + 1}${sign}${String((Number(second) + 1) % 100).padStart(2, '0')}`;
}

function nextYear(text: string): string | undefined {
  return /^(?:19|20)\d\d$/.test(text) ? String(Number(text) + 1) : undefined;
}

/** The last months up to the end of what a document speaks of, the oldest first, written `2020-05`; none where it says no time. */
export function lastMonths(model: Model, count: number): readonly string[] {
  const value = metaEntry(model, 'period')?.value ?? metaEntry(model, 'date')?.value;
  const end = value?.kind === 'map' ? (entryOf(value, 'to') ?? entryOf(value, 'from'))?.value : value;
  const text = end?.kind === 'scalar' ? end.text.trim() : '';
  const read = readDate(text)?.date ?? readDate(`1 ${text}`)?.date ?? readDate(`${text}-01`)?.date;
  if (read === undefined) return [];
  const last = 12 * read.year + read.month - 1;
  return Array.from({ length: count }, (_, at) => isoOf(last - count + 1 + at));
}

/** A month that is written `2020-05` as the header of a column. */
export function monthHeading(iso: string): string {
  const [year = '', month = ''] = iso.split('-');
  return `${monthName(Number(month)) ?? month} ${year}`;
}
