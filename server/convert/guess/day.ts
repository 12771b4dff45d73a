import { type CalendarDate, formatDate } from '../../values/calendar.ts';
import { findDates } from '../../values/dates.ts';
import { HEAD_UNITS, type Match } from './matches.ts';
import type { Unit } from './units.ts';

/** The day of a document, and how it is told. */
export interface Day {
  readonly date: CalendarDate;
  readonly written: string;
}

/**
 * The day that a document is of: the first of those on which what it reports took place, else the first whole date
 * near its beginning.
 */
export function dayOf(units: readonly Unit[], matches: readonly Match[]): Day | undefined {
  const head = matches.filter(({ from }) => from < HEAD_UNITS);
  const of = (type: string) =>
    head.filter(({ name }) => name.named.some((one) => one.kind === 'field' && one.field.type === type));
  for (const { from, to } of [...of('date-range'), ...of('date')]) {
    const day = firstDate(units.slice(from, to + 1));
    if (day !== undefined) return day;
  }
  return firstDate(units.slice(0, HEAD_UNITS));
}

const LONGEST = 400;

function firstDate(units: readonly Unit[]): Day | undefined {
  const text = units.map((unit) => unit.text.slice(0, LONGEST)).join('\n');
  for (const mention of findDates(text)) {
    const date = mention.kind === 'range' ? mention.start : mention;
    if (date.kind === 'date' && date.exists) return { date: date.date, written: formatDate(date.date) };
  }
  return undefined;
}
