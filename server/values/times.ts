import type { Span } from '../text/span.ts';
import { monthNamed } from './calendar.ts';
import { type DateMention, findDates, mentionAt } from './dates.ts';
import { PERIOD_WORDS, type Period, periodAt } from './periods.ts';
import { isCapitalised, isPlainInteger, type Token, tokenise } from './tokens.ts';

/** When something held: a period, or a month whose year the words leave out. */
export type Time =
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'month'; readonly month: number }
  /** A time that is no single one: "since May", a day without a year. */
  | { readonly kind: 'other' };

/** Reads the times and the dates of passages. */
export interface TimeReader {
  readonly times: (text: string) => readonly TimeMention[];
  readonly dates: (text: string) => readonly DateMention[];
}

/** Reads each passage anew. */
export const READ_ANEW: TimeReader = { times: (text) => timesIn(text), dates: (text) => findDates(text) };

/** A time in a passage, with the words that lead to it: "at the end of May 2020". */
export interface TimeMention extends Span {
  readonly time: Time;
}

const OPEN_ENDED = new Set(['since', 'until', 'till', 'before', 'between', 'from']);
const LEADS = new Set([
  'in',
  'at',
  'on',
  'by',
  'for',
  'during',
  'of',
  'as',
  'the',
  'end',
  'to',
  'throughout',
  'month',
]);

/**
 * All times that a passage names, in order; years alone count behind "in" and "during" only.
 * @param tokens those of the passage, where they are known
 */
export function timesIn(text: string, tokens: readonly Token[] = tokenise(text)): readonly TimeMention[] {
  const found: TimeMention[] = [];
  for (let index = 0; index < tokens.length; ) {
    const own = timeAt(tokens, index);
    if (own === undefined) {
      index += 1;
      continue;
    }
    const lead = leadOf(tokens, index);
    const isOpen = OPEN_ENDED.has(tokens[lead - 1]?.lower ?? '') && !isFigureBefore(tokens, lead - 1);
    const from = tokens[isOpen ? lead - 1 : lead]?.from ?? 0;
    found.push({ from, to: tokens[own.next - 1]?.to ?? 0, time: isOpen ? { kind: 'other' } : own.time });
    index = own.next;
  }
  return found;
}

/** "38% from April" is no stretch, since the figure stands before it. */
function isFigureBefore(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.lower === 'from' && /^(?:%|\d.*)$/.test(tokens[index - 1]?.text ?? '');
}

/** The first of the words that lead to a time. */
function leadOf(tokens: readonly Token[], index: number): number {
  let lead = index;
  while (lead > 0 && index - lead < 5 && LEADS.has(tokens[lead - 1]?.lower ?? '')) lead -= 1;
  // "to May" may end a stretch; "of the" alone leads to nothing that "end" does not.
  while (lead < index && tokens[lead]?.lower === 'the') lead += 1;
  return lead;
}

/** Whether a time may begin at a token. Nearly all words of a text begin none. */
function mayBegin({ kind, lower }: Token): boolean {
  return kind === 'word' ? PERIOD_WORDS.has(lower) : kind !== 'symbol';
}

function timeAt(tokens: readonly Token[], index: number): { time: Time; next: number } | undefined {
  const token = tokens[index];
  if (token === undefined || !mayBegin(token)) return undefined;
  const isName = monthNamed(token.lower) !== undefined;
  // "may" and "march" are verbs.
  if (isName && !isCapitalised(token)) return undefined;
  const read = periodAt(tokens, index);
  if (read !== undefined) return { time: { kind: 'period', period: read.value }, next: read.next };
  const day = mentionAt(tokens, index);
  if (day !== undefined) return { time: { kind: 'other' }, next: day.next };
  const month = monthNamed(token.lower);
  if (month !== undefined) return { time: { kind: 'month', month }, next: index + 1 };
  return yearAt(tokens, index);
}

function yearAt(tokens: readonly Token[], index: number): { time: Time; next: number } | undefined {
  const token = tokens[index];
  if (!isPlainInteger(token, 4, 4) || !/^(?:19|20)\d\d$/.test(token.text)) return undefined;
  if (!/^(?:in|during)$/.test(tokens[index - 1]?.lower ?? '')) return undefined;
  const year = Number(token.text);
  const period: Period = {
    kind: 'calendar-year',
    start: { year, month: 1, day: 1 },
    end: { year, month: 12, day: 31 },
  };
  return { time: { kind: 'period', period }, next: index + 1 };
}
