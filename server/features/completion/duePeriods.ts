import type { Report } from '../../report/report.ts';
import { compareDates, daysInMonth } from '../../values/calendar.ts';
import { type Period, readPeriod } from '../../values/periods.ts';
import { type Asked, wordsAround } from './item.ts';
import { isoOf, nextHeading } from './periods.ts';

/** A period that a document may report on. */
interface Offered {
  readonly text: string;
  readonly detail?: string;
  readonly preselect?: boolean;
}

/**
 * What a document may report on: the period behind the last of those that documents of its kind report on, those that
 * the pack's documents have, and what its own tables end with.
 */
export function duePeriods({ vocabulary, sections }: Report, asked: Asked): readonly Offered[] {
  const others = wordsAround(asked).periods;
  const own = others.filter(({ framework }) => framework === vocabulary?.framework.id);
  const [last] = latestFirst(own.map(({ text }) => text));
  const next = last && nextOf(last);
  const headers = sections.flatMap(({ content }) =>
    content.tables.flatMap(({ kind, columns }) =>
      kind === 'measures'
        ? columns.flatMap(({ header, part }) => (part === 'period' ? [header.trim()] : []))
        : [],
    ),
  );
  const [end] = latestFirst(headers);
  const all: readonly Offered[] = [
    ...(next === undefined ? [] : [{ text: next, detail: 'next period', preselect: true }]),
    ...(end === undefined ? [] : [{ text: end.text, detail: 'last period of the tables' }]),
    ...latestFirst(others.map(({ text }) => text)).map(({ text }) => ({ text, detail: 'in the pack' })),
  ];
  return all.filter(({ text }, index) => all.findIndex((one) => one.text === text) === index);
}

interface Timed {
  readonly text: string;
  readonly period: Period;
}

function latestFirst(texts: readonly string[]): readonly Timed[] {
  return [...new Set(texts)]
    .flatMap((text) => {
      const period = periodOf(text);
      return period === undefined ? [] : [{ text, period }];
    })
    .sort((a, b) => compareDates(b.period.end, a.period.end));
}

const DAYS = /^\{ from: (\d{4}-\d\d-\d\d), to: (\d{4}-\d\d-\d\d) \}$/;

function periodOf(text: string): Period | undefined {
  const [, from, to] = DAYS.exec(text) ?? [];
  return readPeriod(from === undefined ? text : `${from} to ${to}`);
}

/** The period behind another, as that is written. */
function nextOf({ text, period }: Timed): string | undefined {
  return DAYS.test(text) ? nextDays(period) : nextHeading([text]);
}

/** As many whole months, or undefined where it is days that are reported on. */
function nextDays({ start, end }: Period): string | undefined {
  if (start.day !== 1 || end.day !== daysInMonth(end.year, end.month)) return undefined;
  const months = 12 * (end.year - start.year) + end.month - start.month + 1;
  const at = 12 * end.year + end.month;
  const last = at + months - 1;
  const days = daysInMonth(Math.floor(last / 12), (last % 12) + 1);
  return `{ from: ${isoOf(at)}-01, to: ${isoOf(last)}-${days} }`;
}
