import { type CalendarDate, MONTH_NAMES, WEEKDAY_NAMES, type Weekday } from './calendar.ts';
import { ENGLISH } from './language.ts';

/** Nothing longer is a date alone. */
const LONGEST = 60;

const WORDS = new RegExp(
  String.raw`^(?<lead>(?:${names(WEEKDAY_NAMES)}),?\s+(?:the\s+)?)?(?<day>\d{1,2})(?<suffix>${ENGLISH.daySuffixes.join('|')})?` +
    String.raw`(?<of>\s+(?:of\s+)?|-)(?<month>${names(MONTH_NAMES)})(?:(?<comma>,?\s+|\s*[’'‘]|-)(?<year>\d{4}|\d{2}))?$`,
  'i',
);
const MONTH_FIRST = new RegExp(
  String.raw`^(?<month>${names(MONTH_NAMES)})(?<of>\s+)(?<day>\d{1,2})(?<suffix>${ENGLISH.daySuffixes.join('|')})?(?<comma>,?\s+)(?<year>\d{4})$`,
  'i',
);
const FIGURES =
  /^(?:(?<year>\d{4})(?<sign>[/-])(?<month>\d{2})[/-](?<day>\d{2})|(?<day2>\d{1,2})(?<sign2>[/.-])(?<month2>\d{1,2})[/.-](?<year2>\d{2,4}))$/;

function names(map: ReadonlyMap<string, unknown>): string {
  return [...map.keys()].sort((a, b) => b.length - a.length).join('|');
}

/**
 * Another day in the form in which one was written: `1st May 2020` for `30th April 2020`, `01.05.20` for `30.04.20`.
 * A weekday before it is written for the other day, and a year only where there was one. Gives `undefined` for a form that is not known.
 */
export function dateLike(written: string, date: CalendarDate, weekday: Weekday): string | undefined {
  if (written.length > LONGEST) return undefined;
  const words = WORDS.exec(written)?.groups;
  if (words !== undefined) {
    const { lead = '', day = '', suffix, of = ' ', month = '', comma = ' ', year } = words;
    const name = /[a-z]+/i.exec(lead)?.[0] ?? '';
    const start = name === '' ? '' : lead.replace(name, weekdayLike(name, weekday));
    const end = year === undefined ? '' : `${comma}${String(date.year).slice(-year.length)}`;
    return `${start}${padded(day, date.day)}${suffixLike(suffix, date.day)}${of}${monthLike(month, date.month)}${end}`;
  }
  const american = MONTH_FIRST.exec(written)?.groups;
  if (american !== undefined) {
    const { day = '', suffix, of = ' ', month = '', comma = ', ' } = american;
    return `${monthLike(month, date.month)}${of}${padded(day, date.day)}${suffixLike(suffix, date.day)}${comma}${date.year}`;
  }
  return figuresLike(written, date);
}

function figuresLike(written: string, date: CalendarDate): string | undefined {
  const groups = FIGURES.exec(written)?.groups;
  if (groups === undefined) return undefined;
  const { year, sign, day2 = '', sign2 = '', month2 = '', year2 = '' } = groups;
  if (year !== undefined) return [date.year, padded('00', date.month), padded('00', date.day)].join(sign);
  const shown = String(date.year).slice(-year2.length);
  return [padded(day2, date.day), padded(month2, date.month), shown].join(sign2);
}

/** A weekday in the form in which another was written: `Thu` for `Fri`, `Thursday` for `Friday`. */
export function weekdayLike(written: string, weekday: Weekday): string {
  const known = WEEKDAY_NAMES.get(written.toLowerCase());
  const full = known?.length === written.length;
  return cased(written, full ? weekday : weekday.slice(0, 3));
}

/** A month in the form in which another was written: `Mar` for `Apr`, `March` for `April`. */
export function monthLike(written: string, month: number): string {
  const own = ENGLISH.months[(MONTH_NAMES.get(written.toLowerCase()) ?? 1) - 1];
  const other = ENGLISH.months[month - 1];
  // The names of May are one: nothing tells whether it is short.
  const full = own?.[0] === written.toLowerCase();
  return cased(written, (full ? other?.[0] : (other?.[1] ?? other?.[0])) ?? written);
}

function cased(written: string, name: string): string {
  if (written.length > 1 && written === written.toUpperCase()) return name.toUpperCase();
  return written.charAt(0) === written.charAt(0).toLowerCase()
    ? name
    : name.charAt(0).toUpperCase() + name.slice(1);
}

function padded(written: string, value: number): string {
  return written.startsWith('0') ? String(value).padStart(2, '0') : String(value);
}

function suffixLike(written: string | undefined, day: number): string {
  if (written === undefined) return '';
  const [st = '', nd = '', rd = '', th = ''] = ENGLISH.daySuffixes;
  if (day >= 11 && day <= 13) return th;
  return [th, st, nd, rd][day % 10] ?? th;
}
