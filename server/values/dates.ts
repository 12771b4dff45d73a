import type { Span } from '../text/span.ts';
import {
  type CalendarDate,
  exists,
  MONTH_NAMES,
  monthNamed,
  WEEKDAY_NAMES,
  type Weekday,
  weekdayNamed,
} from './calendar.ts';
import { ENGLISH } from './language.ts';
import { isCapitalised, isDash, isJoined, isPlainInteger, isSymbol, type Token, tokenise } from './tokens.ts';
import type { Read } from './words.ts';

/** A date as read. `exists` is false for 31 April; `weekday` is the one written beside it, right or wrong. */
export interface DateReading extends Span {
  readonly kind: 'date';
  readonly date: CalendarDate;
  readonly exists: boolean;
  readonly weekday?: Weekday;
}

/** Two dates and the days between them; both belong to the range. */
export interface DateRangeReading extends Span {
  readonly kind: 'range';
  readonly start: DateReading;
  readonly end: DateReading;
}

/** A day of a month whose year is not written: `13 May`. */
export interface DayOfMonthReading extends Span {
  readonly kind: 'day-of-month';
  readonly month: number;
  readonly day: number;
}

export type DateMention = DateReading | DateRangeReading | DayOfMonthReading;

interface Day {
  readonly day: number;
  readonly month: number | undefined;
  readonly year: number | undefined;
  readonly weekday: Weekday | undefined;
}

function yearOf(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function numeric(day: string, month: string, year: string): Day | undefined {
  const fits = day.length <= 2 && month.length <= 2 && (year.length === 4 || year.length === 2);
  return fits
    ? { day: Number(day), month: Number(month), year: yearOf(year), weekday: undefined }
    : undefined;
}

function dottedDate(tokens: readonly Token[], index: number): Read<Day> | undefined {
  const token = tokens[index];
  if (token?.kind !== 'dotted' || token.text.length > 10) return undefined;
  const [day, month, year, more] = token.text.split('.');
  if (day === undefined || month === undefined || year === undefined || more !== undefined) return undefined;
  const value = numeric(day, month, year);
  // A section number such as 4.13.20 looks alike; only a whole year makes a wrong month a wrong date.
  const plausible = value !== undefined && (year.length === 4 || (Number(month) <= 12 && Number(day) <= 31));
  return plausible && value !== undefined ? { value, next: index + 1 } : undefined;
}

/** Three joined figures: `22/05/2020`, `22-05-2020`, `2020-05-22`, `2020/05/22`. Whichever has the year, days come before months. */
function joinedDate(tokens: readonly Token[], index: number): Read<Day> | undefined {
  const first = tokens[index + 1];
  // Nearly all figures are no dates, which the sign behind them says at once.
  if (!isSymbol(first, '/') && !isSymbol(first, '-')) return undefined;
  const [a, b, second, c] = [tokens[index], tokens[index + 2], tokens[index + 3], tokens[index + 4]];
  if (!isPlainInteger(a, 1, 4) || !isPlainInteger(b, 1, 2) || !isPlainInteger(c, 1, 4)) return undefined;
  for (let at = index + 1; at <= index + 4; at += 1) if (!isJoined(tokens, at)) return undefined;
  const slashed = isSymbol(first, '/') && isSymbol(second, '/');
  if (!slashed && !(isSymbol(first, '-') && isSymbol(second, '-'))) return undefined;
  // With hyphens two figures of a year could be a code: `10-12-20`.
  const british = numeric(a.text, b.text, c.text);
  if (british !== undefined && (slashed || c.text.length === 4)) return { value: british, next: index + 5 };
  if (a.text.length !== 4 || b.text.length !== 2 || c.text.length !== 2) return undefined;
  const value = { day: Number(c.text), month: Number(b.text), year: Number(a.text), weekday: undefined };
  return { value, next: index + 5 };
}

function writtenYear(tokens: readonly Token[], index: number): Read<number> | undefined {
  const at = isSymbol(tokens[index], ',') ? index + 1 : index;
  const year = tokens[at];
  if (!isPlainInteger(year, 4, 4) || !/^(?:1[89]|20|21)/.test(year.text)) return undefined;
  return { value: Number(year.text), next: at + 1 };
}

/** A year of two figures counts only behind a sign that makes it one: `’20`, and `-20` in `18-Feb-20`. */
function shortYear(tokens: readonly Token[], index: number, isDashed: boolean): Read<number> | undefined {
  const sign = tokens[index];
  const isMarked = isDashed ? isDash(sign) && isJoined(tokens, index) : /^['’‘]$/.test(sign?.text ?? '');
  const year = tokens[index + 1];
  if (!isMarked || !isJoined(tokens, index + 1) || !isPlainInteger(year, 2, 4)) return undefined;
  if (year.text.length === 3 || (!isDashed && year.text.length === 4)) return undefined;
  return { value: yearOf(year.text), next: index + 2 };
}

/** `22`, `22nd`, `22 May`, `22nd of May 2020`; what follows the day may be missing. */
function writtenDay(tokens: readonly Token[], index: number): Read<Day> | undefined {
  const figure = tokens[index];
  if (!isPlainInteger(figure, 1, 2)) return undefined;
  let next = index + 1;
  if (isJoined(tokens, next) && ENGLISH.daySuffixes.includes(tokens[next]?.lower ?? '')) next += 1;
  const bare = {
    value: { day: Number(figure.text), month: undefined, year: undefined, weekday: undefined },
    next,
  };
  // "18-Feb-20": all of it is joined, or "1-May" would be a range's end.
  const isDashed = isDash(tokens[next]) && isJoined(tokens, next) && isJoined(tokens, next + 1);
  if (tokens[next]?.lower === 'of' || isDashed) next += 1;
  const name = tokens[next];
  const month = monthNamed(name?.lower ?? '');
  if (month === undefined) return bare;
  const short = shortYear(tokens, next + 1, isDashed);
  if (isDashed && short === undefined) return bare;
  const year = short ?? writtenYear(tokens, next + 1);
  // "40 may", "5 march": without a year and a capital these are verbs.
  if (year === undefined && !isCapitalised(name)) return bare;
  return { value: { ...bare.value, month, year: year?.value }, next: year?.next ?? next + 1 };
}

/** `May 22, 2020`: only with a year, since `May 20` is a month. */
function monthFirst(tokens: readonly Token[], index: number): Read<Day> | undefined {
  const month = monthNamed(tokens[index]?.lower ?? '');
  const figure = tokens[index + 1];
  if (month === undefined || !isPlainInteger(figure, 1, 2)) return undefined;
  const suffixed =
    isJoined(tokens, index + 2) && ENGLISH.daySuffixes.includes(tokens[index + 2]?.lower ?? '');
  const year = writtenYear(tokens, index + (suffixed ? 3 : 2));
  if (year === undefined) return undefined;
  return {
    value: { day: Number(figure.text), month, year: year.value, weekday: undefined },
    next: year.next,
  };
}

function dayAt(tokens: readonly Token[], index: number): Read<Day> | undefined {
  const weekday = tokens[index]?.kind === 'word' ? weekdayNamed(tokens[index].lower) : undefined;
  let at = weekday === undefined ? index : index + 1;
  if (weekday !== undefined && isSymbol(tokens[at], ',')) at += 1;
  if (weekday !== undefined && tokens[at]?.lower === 'the') at += 1;
  const day = dayWithoutWeekday(tokens, at);
  return day && weekday !== undefined ? { value: { ...day.value, weekday }, next: day.next } : day;
}

function dayWithoutWeekday(tokens: readonly Token[], index: number): Read<Day> | undefined {
  switch (tokens[index]?.kind) {
    case 'number':
      return joinedDate(tokens, index) ?? writtenDay(tokens, index);
    case 'dotted':
      return dottedDate(tokens, index);
    case 'word':
      return monthFirst(tokens, index);
    default:
      return undefined;
  }
}

function spanOf(tokens: readonly Token[], index: number, next: number): Span {
  return { from: tokens[index]?.from ?? 0, to: tokens[next - 1]?.to ?? 0 };
}

function readingOf(day: Day, month: number, year: number, span: Span): DateReading {
  const date = { year, month, day: day.day };
  const reading = { kind: 'date' as const, date, exists: exists(date), ...span };
  return day.weekday === undefined ? reading : { ...reading, weekday: day.weekday };
}

function isSeparator(
  tokens: readonly Token[],
  index: number,
  hasMonth: boolean,
  isBetween: boolean,
): boolean {
  const token = tokens[index];
  if (isDash(token) || isSymbol(token, '/')) return true;
  if (token?.lower === 'to' || token?.lower === 'until') return true;
  // "26 and 27 January" is one visit, "5 March and 7 May" are two days.
  return token?.lower === 'and' && (!hasMonth || isBetween);
}

/** The range that begins at `index` and whose first day, which may stand behind `from`, has been read. */
function rangeAt(
  tokens: readonly Token[],
  index: number,
  first: Read<Day>,
): Read<DateRangeReading> | undefined {
  const lead = tokens[index]?.lower;
  const begin = lead === 'from' || lead === 'between' ? index + 1 : index;
  if (!isSeparator(tokens, first.next, first.value.month !== undefined, lead === 'between')) return undefined;
  const second = dayAt(tokens, first.next + 1);
  const { month, year } = second?.value ?? {};
  if (second === undefined || month === undefined || year === undefined) return undefined;
  if (isSymbol(tokens[first.next], '/') && first.value.year === undefined) return undefined;
  const own = first.value;
  const start = readingOf(own, own.month ?? month, own.year ?? year, spanOf(tokens, begin, first.next));
  const end = readingOf(second.value, month, year, spanOf(tokens, first.next + 1, second.next));
  return { value: { kind: 'range', start, end, ...spanOf(tokens, index, second.next) }, next: second.next };
}

/** The words that a date, a range or a day of a month may begin with. */
export const DATE_WORDS: readonly string[] = [
  ...MONTH_NAMES.keys(),
  ...WEEKDAY_NAMES.keys(),
  'from',
  'between',
];
const OPENING: ReadonlySet<string> = new Set(DATE_WORDS);

/** Whether a date may begin at a token. Nearly all words of a text begin none. */
function mayBegin({ kind, lower }: Token): boolean {
  return kind === 'word' ? OPENING.has(lower) : kind !== 'symbol';
}

/** The date, range or day of a month that begins at the token `index`. */
export function mentionAt(tokens: readonly Token[], index: number): Read<DateMention> | undefined {
  const token = tokens[index];
  if (token === undefined || !mayBegin(token)) return undefined;
  const lead = token.lower;
  const isLed = lead === 'from' || lead === 'between';
  const found = dayAt(tokens, isLed ? index + 1 : index);
  const range = found && rangeAt(tokens, index, found);
  if (range !== undefined) return range;
  // Only a range has such a word before it.
  if (isLed || found?.value.month === undefined) return undefined;
  const span = spanOf(tokens, index, found.next);
  const { day, month, year } = found.value;
  if (year !== undefined) return { value: readingOf(found.value, month, year, span), next: found.next };
  return { value: { kind: 'day-of-month', month, day, ...span }, next: found.next };
}

function onlyMention(text: string): DateMention | undefined {
  // Whatever is longer is no date, and need not be read to its end.
  if (text.length > 200) return undefined;
  const tokens = tokenise(text);
  const mention = mentionAt(tokens, 0);
  return mention?.next === tokens.length ? mention.value : undefined;
}

/**
 * Reads a text that is one date and nothing else: `2020-05-22`, `22 May 2020`, `22.05.2020`, `22/05/2020`, `22.5.20`,
 * `Thursday 5 March 2020`. Days come before months; two figures of a year mean 2000 to 2099.
 * Gives `undefined` for what is no date; a date that the calendar lacks is read, with `exists` false.
 */
export function readDate(text: string): DateReading | undefined {
  const mention = onlyMention(text);
  return mention?.kind === 'date' ? mention : undefined;
}

/**
 * Reads a text that is one range of dates: `06 to 10 February 2012`, `25 February – 6 March 2013`, `2012-02-06/2012-02-10`,
 * `from 1 May 2020 to 31 May 2020`, `6, 7 and 8 February 2012`. What the first date leaves out is taken from the second. The order is not judged.
 */
export function readDateRange(text: string): DateRangeReading | undefined {
  const mention = onlyMention(text);
  if (mention?.kind === 'range') return mention;
  return listedDays(text);
}

/** Days of one month, one by one. */
const LISTED_DAYS =
  /^(\s*)(\d{1,2})(?:st|nd|rd|th)?,\s*(?:\d{1,2}(?:st|nd|rd|th)?,\s*)*(?:and\s+)?(\d{1,2}\D.*?)\s*$/;

/** `6, 7 and 8 February 2012`: from the first day to the last. */
function listedDays(text: string): DateRangeReading | undefined {
  const [all = '', lead = '', day = '', rest = ''] = text.length > 200 ? [] : (LISTED_DAYS.exec(text) ?? []);
  const mention = onlyMention(rest);
  if (mention === undefined || mention.kind === 'day-of-month') return undefined;
  const last = mention.kind === 'range' ? mention.end : mention;
  const from = lead.length;
  const to = all.trimEnd().length;
  const behind = to - rest.length;
  const first = { day: Number(day), month: undefined, year: undefined, weekday: undefined };
  const start = readingOf(first, last.date.month, last.date.year, { from, to: from + day.length });
  return { kind: 'range', start, end: { ...last, from: last.from + behind, to: last.to + behind }, from, to };
}

/**
 * All dates, ranges and days of a month in a passage, in order and without overlaps.
 * @param tokens those of the passage, where they are known
 */
export function findDates(text: string, tokens: readonly Token[] = tokenise(text)): readonly DateMention[] {
  const found: DateMention[] = [];
  let index = 0;
  while (index < tokens.length) {
    const mention = mentionAt(tokens, index);
    if (mention !== undefined) found.push(mention.value);
    index = mention?.next ?? index + 1;
  }
  return found;
}
