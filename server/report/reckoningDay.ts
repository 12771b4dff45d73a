import { type MetaEntry, metaEntry, metaText } from '../model/model.ts';
import { addDays, type CalendarDate, compareDates, dayNumber, formatDate } from '../values/calendar.ts';
import { readDate } from '../values/dates.ts';
import type { Report } from './report.ts';
import { type DatedField, datedField } from './speaksFrom.ts';

/** A day by which it is told what is past in a document, or what is still to come. */
export interface ReckoningDay {
  readonly day: CalendarDate;
  /** The field that gives it; undefined where the document has none and someone has said what day it is. */
  readonly entry: MetaEntry | undefined;
}

/** A document that reports on a longer time is a plan for it, unless it has a date. */
const LONGEST_REPORT = 100;

/**
 * The day before which all is past: the end of what a document reports on, or its date where that is earlier; of one
 * with neither the last day of the visit or inspection, else the day of publication, else `today`.
 */
export function reckoningDay(report: Report, today?: CalendarDate): ReckoningDay | undefined {
  const [first, second] = daysOf(report);
  if (first !== undefined) {
    return second !== undefined && compareDates(second.day, first.day) < 0 ? second : first;
  }
  return today && { day: today, entry: undefined };
}

/** The day by which comments expire: a document's date, so that an old one is checked as it was, or else `today`. */
export function expiryDay(report: Report, today?: CalendarDate): ReckoningDay | undefined {
  for (const key of ['date', 'published']) {
    const entry = metaEntry(report.model, key);
    const read = entry === undefined ? undefined : readDate(metaText(entry.value).trim());
    if (read?.exists === true) return { day: read.date, entry };
  }
  return reckoningDay(report, today);
}

/** A report is written some weeks after what it reports on. */
const WEEKS_TO_WRITE = 9;

/** The day after which nothing can have happened yet: the latest of the document's, or what may well be it. */
export function lastDay(report: Report, today?: CalendarDate): ReckoningDay | undefined {
  const [date, published] = [datedField(report, ['date']), datedField(report, ['published'])];
  const written = [date, published].flatMap((field) => (field === undefined ? [] : [dayOf(field)]));
  const days = daysOf(report).map((own) =>
    written.length > 0 ? own : { ...own, day: addDays(own.day, 7 * WEEKS_TO_WRITE) },
  );
  days.push(...written);
  const [first, ...rest] = days;
  if (first === undefined) return today && { day: today, entry: undefined };
  return rest.reduce((late, own) => (compareDates(own.day, late.day) > 0 ? own : late), first);
}

/** The end of the period and the date, or what stands for them. */
function daysOf(report: Report): readonly ReckoningDay[] {
  const [period, date] = [datedField(report, ['period']), datedField(report, ['date'])];
  if (date !== undefined)
    return [period, date].flatMap((field) => (field === undefined ? [] : [dayOf(field)]));
  if (period !== undefined) return isReport(period) ? [dayOf(period)] : [];
  const other = datedField(report, ['visited', 'inspected', 'published']);
  return other === undefined ? [] : [dayOf(other)];
}

function isReport({ start, end }: DatedField): boolean {
  return dayNumber(end) - dayNumber(start) <= LONGEST_REPORT;
}

function dayOf({ end, entry }: DatedField): ReckoningDay {
  return { day: end, entry };
}

/** What a document goes by, as a clause: `by the document's period, "May 2020"`. */
export function byDay({ day, entry }: ReckoningDay): string {
  if (entry === undefined) return `on ${formatDate(day)}`;
  return `by the document's ${entry.key}, "${metaText(entry.value).trim()}"`;
}
