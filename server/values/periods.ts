import { type CalendarDate, daysInMonth, lastOf, monthNamed } from './calendar.ts';
import { DATE_WORDS, mentionAt } from './dates.ts';
import { isDash, isPlainInteger, isSymbol, type Token, tokenise } from './tokens.ts';
import { type Read, readWordNumber } from './words.ts';

/** A stretch of days that a figure speaks of; both ends belong to it. A financial year begins on 1 April. */
export interface Period {
  readonly kind: 'day' | 'month' | 'quarter' | 'financial-year' | 'calendar-year' | 'range';
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/** A month whose year may not be written. */
export interface MonthName {
  readonly month: number;
  readonly year?: number;
}

function monthPeriod(year: number, month: number): Period {
  return { kind: 'month', start: { year, month, day: 1 }, end: lastOf(year, month) };
}

function financialYear(year: number): Period {
  return {
    kind: 'financial-year',
    start: { year, month: 4, day: 1 },
    end: { year: year + 1, month: 3, day: 31 },
  };
}

/** The quarters of a financial year begin in April, July, October and January. */
function quarterPeriod(year: number, quarter: number): Period {
  const month = ((quarter * 3) % 12) + 1;
  const own = quarter === 4 ? year + 1 : year;
  return { kind: 'quarter', start: { year: own, month, day: 1 }, end: lastOf(own, month + 2) };
}

function fullYear(token: Token | undefined): number | undefined {
  if (!isPlainInteger(token, 2, 4) || token.text.length === 3) return undefined;
  return token.text.length === 2 ? 2000 + Number(token.text) : Number(token.text);
}

/** `2019/20`, `2019-20`, `2019/2020`, `19/20`: two years that follow each other; gives the first. */
function yearPair(tokens: readonly Token[], index: number): Read<number> | undefined {
  const sign = tokens[index + 1];
  if (!isSymbol(sign, '/') && !isDash(sign)) return undefined;
  const [year, next] = [fullYear(tokens[index]), fullYear(tokens[index + 2])];
  return year !== undefined && next === year + 1 ? { value: year, next: index + 3 } : undefined;
}

function isoMonth(tokens: readonly Token[], index: number): Read<MonthName> | undefined {
  const [year, month] = [tokens[index], tokens[index + 2]];
  if (!isPlainInteger(year, 4, 4) || !isSymbol(tokens[index + 1], '-') || !isPlainInteger(month, 2, 2))
    return undefined;
  const number = Number(month.text);
  if (number < 1 || number > 12) return undefined;
  return { value: { year: Number(year.text), month: number }, next: index + 3 };
}

/** `May`, `May 2020`, `Apr 19`, `Apr-19`, `Apr '19`. */
function namedMonth(tokens: readonly Token[], index: number): Read<MonthName> | undefined {
  const month = monthNamed(tokens[index]?.lower ?? '');
  if (month === undefined) return undefined;
  const sign = tokens[index + 1];
  const signed = isDash(sign) || isSymbol(sign, '’') || isSymbol(sign, "'") || isSymbol(sign, ',');
  const at = signed ? index + 2 : index + 1;
  const year = fullYear(tokens[at]);
  return year === undefined
    ? { value: { month }, next: index + 1 }
    : { value: { month, year }, next: at + 1 };
}

function quarterNumber(tokens: readonly Token[], index: number): Read<number> | undefined {
  const word = tokens[index]?.lower ?? '';
  if (/^q[1-4]$/.test(word)) return { value: Number(word.charAt(1)), next: index + 1 };
  if (word !== 'quarter' && word !== 'qtr' && word !== 'q') return undefined;
  const figure = tokens[index + 1];
  const spelt = readWordNumber(tokens, index + 1);
  const number = isPlainInteger(figure, 1, 1) ? Number(figure.text) : (spelt?.value ?? 0);
  return number >= 1 && number <= 4 ? { value: number, next: spelt?.next ?? index + 2 } : undefined;
}

function quarterAt(tokens: readonly Token[], index: number): Read<Period> | undefined {
  const quarter = quarterNumber(tokens, index);
  if (quarter === undefined) return undefined;
  const word = tokens[quarter.next]?.lower;
  const year = yearPair(tokens, word === 'of' || word === ',' ? quarter.next + 1 : quarter.next);
  return year && { value: quarterPeriod(year.value, quarter.value), next: year.next };
}

function monthAt(tokens: readonly Token[], index: number): Read<MonthName> | undefined {
  return isoMonth(tokens, index) ?? namedMonth(tokens, index);
}

function monthsAt(tokens: readonly Token[], index: number): Read<Period> | undefined {
  const first = monthAt(tokens, index);
  if (first === undefined) return undefined;
  const sign = tokens[first.next];
  const second = isDash(sign) || sign?.lower === 'to' ? monthAt(tokens, first.next + 1) : undefined;
  if (second?.value.year !== undefined) {
    const year = first.value.year ?? second.value.year;
    const end = lastOf(second.value.year, second.value.month);
    return {
      value: { kind: 'range', start: { year, month: first.value.month, day: 1 }, end },
      next: second.next,
    };
  }
  const { month, year } = first.value;
  return year === undefined ? undefined : { value: monthPeriod(year, month), next: first.next };
}

function yearsAt(tokens: readonly Token[], index: number): Read<Period> | undefined {
  const at = tokens[index]?.lower === 'fy' ? index + 1 : index;
  const pair = yearPair(tokens, at);
  if (pair !== undefined) return { value: financialYear(pair.value), next: pair.next };
  const year = tokens[index];
  if (!isPlainInteger(year, 4, 4) || !/^(?:19|20)/.test(year.text)) return undefined;
  const own = Number(year.text);
  const period = {
    kind: 'calendar-year' as const,
    start: { year: own, month: 1, day: 1 },
    end: lastOf(own, 12),
  };
  return { value: period, next: index + 1 };
}

function daysAt(tokens: readonly Token[], index: number): Read<Period> | undefined {
  const mention = mentionAt(tokens, index);
  if (mention === undefined || mention.value.kind === 'day-of-month') return undefined;
  const { value } = mention;
  if (value.kind === 'range') {
    const period = { kind: 'range' as const, start: value.start.date, end: value.end.date };
    return { value: period, next: mention.next };
  }
  return { value: { kind: 'day', start: value.date, end: value.date }, next: mention.next };
}

function afterLead(tokens: readonly Token[]): number {
  const [first, second] = [tokens[0]?.lower, tokens[1]?.lower];
  if (first === 'as' && (second === 'at' || second === 'of')) return 2;
  return first === 'at' || first === 'on' ? 1 : 0;
}

/**
 * Reads a text that is one period and nothing else: `2020-05`, `May 2020`, `Apr 19`, `Q4 2019/20`, `2019/20`, `2020`,
 * `1 May 2020`, `as at 19.05.2020`, `March 2019 to March 2020`, `06 to 10 February 2012`.
 * A quarter needs its financial year: `Q4 2019` could be two things and is not read. Days that the calendar lacks are none.
 */
export function readPeriod(text: string): Period | undefined {
  if (text.length > 200) return undefined;
  const tokens = tokenise(text);
  const index = afterLead(tokens);
  const readers = [daysAt, quarterAt, yearsAt, monthsAt];
  if (isTwofold(tokens, index)) return undefined;
  for (const reader of readers) {
    const found = reader(tokens, index);
    if (found?.next === tokens.length && isReal(found.value)) return found.value;
  }
  return undefined;
}

const QUARTER_WORDS = ['q', 'qtr', 'quarter', 'q1', 'q2', 'q3', 'q4'];

/** The words that a period may begin with. */
export const PERIOD_WORDS: ReadonlySet<string> = new Set([...DATE_WORDS, ...QUARTER_WORDS, 'fy']);

/** The period that begins at the token `index`; a year alone counts only where it is written as two, `2019/20`. */
export function periodAt(tokens: readonly Token[], index: number): Read<Period> | undefined {
  const pair = yearPair(tokens, tokens[index]?.lower === 'fy' ? index + 1 : index);
  const found =
    daysAt(tokens, index) ??
    quarterAt(tokens, index) ??
    (pair === undefined ? undefined : yearsAt(tokens, index)) ??
    monthsAt(tokens, index);
  return found !== undefined && isReal(found.value) ? found : undefined;
}

/** Whether the text is `2011-12`: December 2011 by ISO 8601, the financial year by custom. */
function isTwofold(tokens: readonly Token[], index: number): boolean {
  const month = isoMonth(tokens, index)?.value;
  return month?.year !== undefined && month.month === (month.year + 1) % 100;
}

function isReal(period: Period): boolean {
  return [period.start, period.end].every(
    ({ year, month, day }) => day >= 1 && day <= daysInMonth(year, month),
  );
}

/** Reads a text that is one month, with or without a year: a table's `April` takes its year from its neighbours. */
export function readMonth(text: string): MonthName | undefined {
  if (text.length > 50) return undefined;
  const tokens = tokenise(text);
  const found = monthAt(tokens, 0);
  return found?.next === tokens.length ? found.value : undefined;
}
