import type { Block } from '../../model/block.ts';
import type { Span } from '../../text/span.ts';
import {
  type CalendarDate,
  exists,
  formatDate,
  type Weekday,
  weekdayNamed,
  weekdayOf,
} from '../../values/calendar.ts';
import type { DateReading } from '../../values/dates.ts';
import { dateLike, weekdayLike } from '../../values/dateWriting.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';
import { type DatedPassage, datedPassages, daysOf, rewritten } from './passages.ts';

export default defineRule({
  scope: 'block',
  inFields: true,
  summary: 'A weekday beside a date must be the one that the date falls on.',
  why: 'People who are told "Friday 5 March" when the fifth is a Thursday come on two different days.',
  severity: 'warning',
  *check({ block, readings }) {
    for (const passage of datedPassages(block, readings)) {
      for (const day of passage.mentions.flatMap(daysOf)) {
        const named = day.kind === 'date' && day.exists ? namedBeside(passage.prose.text, day) : undefined;
        if (day.kind !== 'date' || named === undefined || named.weekday === weekdayOf(day.date)) continue;
        yield finding(block, passage, day, named);
      }
    }
  },
});

/** The weekday beside a date, with its word. */
interface Named {
  readonly weekday: Weekday;
  readonly at: Span;
}

const BEHIND = /^,?\s*\(\s*([A-Z][a-z]{2,8})\s*\)/;

function namedBeside(text: string, day: DateReading): Named | undefined {
  const word = /^[A-Za-z]+/.exec(text.slice(day.from, day.to))?.[0] ?? '';
  const before = weekdayNamed(word.toLowerCase());
  // "The committee sat 5 March 2020", and what stood in The Sun.
  const isName =
    /^[A-Z]/.test(word) &&
    !(word === 'Sun' && /\bthe\s+$/i.test(text.slice(Math.max(0, day.from - 20), day.from)));
  if (before !== undefined)
    return isName ? { weekday: before, at: { from: day.from, to: day.from + word.length } } : undefined;
  const match = BEHIND.exec(text.slice(day.to, day.to + 20));
  const behind = weekdayNamed(match?.[1]?.toLowerCase() ?? '');
  if (match === null || behind === undefined) return undefined;
  const from = day.to + match[0].indexOf(match[1] ?? '');
  return { weekday: behind, at: { from, to: from + (match[1]?.length ?? 0) } };
}

function finding(block: Block, passage: DatedPassage, day: DateReading, named: Named): Draft<Span> {
  const { prose } = passage;
  const right = weekdayOf(day.date);
  const word = prose.text.slice(named.at.from, named.at.to);
  const at = { from: Math.min(day.from, named.at.from), to: Math.max(day.to, named.at.to) };
  const written = prose.text.slice(day.from, day.to);
  const otherDays = [...nearby(day.date, named.weekday)].flatMap((date) =>
    rewritten(passage, block, day, dateLike(written, date, named.weekday)),
  );
  return {
    at: prose.sourceSpan(at.from, at.to),
    message: `${formatDate(day.date)} is a ${capital(right)}, not a ${capital(named.weekday)}. Correct the weekday or the date.`,
    fixes: [...rewritten(passage, block, named.at, weekdayLike(word, right)), ...otherDays].filter(isNew),
  };
}

function isNew({ title }: DraftFix<Span>, index: number, all: readonly DraftFix<Span>[]): boolean {
  return all.findIndex((other) => other.title === title) === index;
}

/** The days that fall on a weekday and differ from a date by a slip: the nearest, and the same of the year before and behind. */
function* nearby(date: CalendarDate, weekday: Weekday): Iterable<CalendarDate> {
  for (const years of [-1, 1]) {
    const other = { ...date, year: date.year + years };
    if (exists(other) && weekdayOf(other) === weekday) yield other;
  }
  for (const days of [1, -1, 2, -2, 3, -3]) {
    const other = { ...date, day: date.day + days };
    if (exists(other) && weekdayOf(other) === weekday) yield other;
  }
}

function capital(weekday: Weekday): string {
  return weekday.charAt(0).toUpperCase() + weekday.slice(1);
}
