import { type CalendarDate, daysInMonth, lastOf, monthNamed } from './calendar.ts';
import { mentionAt } from './dates.ts';
import { ENGLISH } from './language.ts';
import { periodAt } from './periods.ts';
import { ENGLISH_TIMESCALES as WORDS } from './timescaleWords.ts';
import { isCapitalised, isDash, isJoined, isPlainInteger, isSymbol, type Token } from './tokens.ts';
import type { Read } from './words.ts';

/** A day that may lack its year. */
export interface PartialDate {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
}

/** A day or a stretch of days in a timescale; both ends belong to it. What is unsure ends at the latest that it can mean. */
export interface DueTime {
  readonly start: PartialDate;
  readonly end: PartialDate;
  /** Whether it was written with both its ends: "May to July 2020". */
  readonly isRange: boolean;
  /** Whether the figure beside a month may be a day as well as a year: "May 20". */
  readonly isLoose: boolean;
}

/** The day, where its year is known. */
export function wholeDate({ year, month, day }: PartialDate): CalendarDate | undefined {
  return year === undefined ? undefined : { year, month, day };
}

/** The time that begins at the token `index`, in any form in which people write one into a timescale. */
export function dueTimeAt(tokens: readonly Token[], index: number): Read<DueTime> | undefined {
  const token = tokens[index];
  if (token === undefined || token.kind === 'symbol') return undefined;
  const day = dayAt(tokens, index);
  if (day?.value.end.year !== undefined) return day;
  return (
    shortDayAt(tokens, index) ??
    day ??
    seasonAt(tokens, index) ??
    quarterAt(tokens, index) ??
    slashedMonthAt(tokens, index) ??
    periodFrom(tokens, index) ??
    monthAt(tokens, index) ??
    yearAt(tokens, index)
  );
}

function timeOf(start: PartialDate, end: PartialDate, isRange = false, isLoose = false): DueTime {
  return { start, end, isRange, isLoose };
}

function monthOf(year: number | undefined, month: number): DueTime {
  // Without its year a February may have 29 days.
  const end = { year, month, day: daysInMonth(year ?? 2000, month) };
  return timeOf({ year, month, day: 1 }, end);
}

/** `18-Feb-20`, `18 Feb 20`, `18th Feb ’20`, `18-Feb-2020`. */
function shortDayAt(tokens: readonly Token[], index: number): Read<DueTime> | undefined {
  const day = tokens[index];
  if (!isPlainInteger(day, 1, 2)) return undefined;
  const behind = isJoined(tokens, index + 1) && /^(?:st|nd|rd|th)$/.test(tokens[index + 1]?.lower ?? '');
  let at = index + (behind ? 2 : 1);
  if (isDash(tokens[at])) at += 1;
  const month = monthNamed(tokens[at]?.lower ?? '');
  if (month === undefined) return undefined;
  at += 1;
  const sign = tokens[at];
  const isSigned = isDash(sign) || isSymbol(sign, '’') || isSymbol(sign, '‘') || isSymbol(sign, "'");
  const year = tokens[isSigned ? at + 1 : at];
  if (!isPlainInteger(year, 2, 4) || year.text.length === 3) return undefined;
  // "1 May – 20 June" has another day behind the dash.
  if (year.text.length === 2 && monthNamed(tokens[at + 2]?.lower ?? '') !== undefined) return undefined;
  if (isDash(sign) && !isJoined(tokens, at)) return undefined;
  const own = fullYear(year);
  const date = { year: own, month, day: Number(day.text) };
  if (date.day < 1 || date.day > daysInMonth(own, month)) return undefined;
  return { value: timeOf(date, date), next: isSigned ? at + 2 : at + 1 };
}

function fullYear({ text }: Token): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

/** The year at `index`, behind `of` or without it; of two that follow each other both. */
function yearsAt(
  tokens: readonly Token[],
  index: number,
): Read<{ readonly first: number; readonly last: number }> | undefined {
  const at = tokens[index]?.lower === 'of' ? index + 1 : index;
  const [first, sign, second] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!isPlainInteger(first, 2, 4) || first.text.length === 3) return undefined;
  const year = fullYear(first);
  if (first.text.length === 4 && !/^(?:19|20)/.test(first.text)) return undefined;
  const isPair = isSymbol(sign, '/') || (isDash(sign) && isJoined(tokens, at + 1));
  if (isPair && isPlainInteger(second, 2, 4) && fullYear(second) === year + 1) {
    return { value: { first: year, last: year + 1 }, next: at + 3 };
  }
  return { value: { first: year, last: year }, next: at + 1 };
}

/** The third and last month of a season. */
function endOfSeason(name: string): number | undefined {
  const begin = Object.hasOwn(ENGLISH.seasons, name) ? ENGLISH.seasons[name] : undefined;
  return begin === undefined ? undefined : ((begin + 1) % 12) + 1;
}

/** `Autumn 2020`, `Summer term 2020`, `Winter 2019/20`, `Christmas`. */
function seasonAt(tokens: readonly Token[], index: number): Read<DueTime> | undefined {
  const name = tokens[index]?.lower ?? '';
  const own = endOfSeason(name) ?? WORDS.feasts.get(name);
  if (own === undefined) return undefined;
  const isTerm = tokens[index + 1]?.lower === WORDS.term.word;
  const month = (isTerm ? WORDS.term.ends.get(name) : undefined) ?? own;
  const next = index + (isTerm ? 2 : 1);
  const years = yearsAt(tokens, next);
  if (years === undefined) return { value: monthOf(undefined, month), next };
  const { first, last } = years.value;
  const isPair = first !== last;
  const year = isPair ? (month > 8 ? first : last) : first + (month < (ENGLISH.seasons[name] ?? 0) ? 1 : 0);
  return { value: monthOf(year, month), next: years.next };
}

/** `Q4 2019`, `Quarter 2 of 2020/21`, `2020/21 Q2`: a year alone is taken for the one that begins in April, which ends later. */
function quarterAt(tokens: readonly Token[], index: number): Read<DueTime> | undefined {
  const own = quarterNumber(tokens, index);
  const before = own === undefined ? yearsAt(tokens, index) : undefined;
  const quarter = own ?? (before && quarterNumber(tokens, before.next));
  if (quarter === undefined) return undefined;
  const years =
    before ?? yearsAt(tokens, isSymbol(tokens[quarter.next], ',') ? quarter.next + 1 : quarter.next);
  if (years === undefined) return undefined;
  const { value } = quarter;
  const year = years.value.first + (value === 4 ? 1 : 0);
  const month = (value * 3) % 12;
  const end = lastOf(year, month + 3);
  return {
    value: timeOf({ year, month: month + 1, day: 1 }, end),
    next: Math.max(quarter.next, years.next),
  };
}

function quarterNumber(tokens: readonly Token[], index: number): Read<number> | undefined {
  const word = tokens[index]?.lower ?? '';
  if (/^q[1-4]$/.test(word)) return { value: Number(word[1]), next: index + 1 };
  const figure = tokens[index + 1];
  if (!WORDS.quarter.includes(word) || !isPlainInteger(figure, 1, 1)) return undefined;
  const value = Number(figure.text);
  return value >= 1 && value <= 4 ? { value, next: index + 2 } : undefined;
}

/** `06/2020`. */
function slashedMonthAt(tokens: readonly Token[], index: number): Read<DueTime> | undefined {
  const [month, sign, year] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (!isPlainInteger(month, 1, 2) || !isSymbol(sign, '/') || !isPlainInteger(year, 4, 4)) return undefined;
  const number = Number(month.text);
  return number < 1 || number > 12
    ? undefined
    : { value: monthOf(Number(year.text), number), next: index + 3 };
}

/** A day or a range of days as they stand in any text. Of a day that the calendar lacks nothing follows. */
function dayAt(tokens: readonly Token[], index: number): Read<DueTime> | undefined {
  const found = mentionAt(tokens, index);
  if (found === undefined) return undefined;
  const { value, next } = found;
  if (value.kind === 'day-of-month') {
    const date = { year: undefined, month: value.month, day: value.day };
    return { value: timeOf(date, date), next };
  }
  const [start, end] = value.kind === 'range' ? [value.start, value.end] : [value, value];
  if (!start.exists || !end.exists) return undefined;
  return { value: timeOf(start.date, end.date, value.kind === 'range'), next };
}

/** A month, a stretch of months or a year written as two. */
function periodFrom(tokens: readonly Token[], index: number): Read<DueTime> | undefined {
  const found = periodAt(tokens, index);
  if (found === undefined) return undefined;
  const { start, end, kind } = found.value;
  const isSchool = kind === 'financial-year' && WORDS.schoolYear.includes(leadOf(tokens, index));
  const last = isSchool ? lastOf(end.year, 8) : end;
  const figure = tokens[found.next - 1];
  const isLoose = kind === 'month' && isPlainInteger(figure, 2, 2) && found.next === index + 2;
  return { value: timeOf(start, last, kind === 'range', isLoose), next: found.next };
}

/** The word before a year, "year" itself left out: "academic year 2019/20". */
function leadOf(tokens: readonly Token[], index: number): string {
  const before = tokens[index - 1]?.lower ?? '';
  return (before === 'year' ? tokens[index - 2]?.lower : before) ?? '';
}

/** A month without its year. "may" and "march" are verbs. */
function monthAt(tokens: readonly Token[], index: number): Read<DueTime> | undefined {
  const token = tokens[index];
  const month = monthNamed(token?.lower ?? '');
  if (month === undefined) return undefined;
  if (!isCapitalised(token) && /^(?:may|mar|march)$/.test(token?.lower ?? '')) return undefined;
  return { value: monthOf(undefined, month), next: index + 1 };
}

function yearAt(tokens: readonly Token[], index: number): Read<DueTime> | undefined {
  const token = tokens[index];
  if (!isPlainInteger(token, 4, 4) || !/^(?:19|20)/.test(token.text)) return undefined;
  const year = Number(token.text);
  return { value: timeOf({ year, month: 1, day: 1 }, lastOf(year, 12)), next: index + 1 };
}
