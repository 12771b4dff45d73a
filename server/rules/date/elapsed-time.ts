import type { ElapsedClaim } from '../../report/elapsed.ts';
import { reckoningDay } from '../../report/reckoningDay.ts';
import type { Report } from '../../report/report.ts';
import { datesIn, type Placed } from '../../report/reportDates.ts';
import { datedField } from '../../report/speaksFrom.ts';
import type { Span } from '../../text/span.ts';
import type { CalendarDate } from '../../values/calendar.ts';
import { formatDate } from '../../values/calendar.ts';
import type { Period } from '../../values/periods.ts';
import { type Draft, defineRule } from '../rule.ts';
import { overlap, type PlacedEvent } from './sameEvent.ts';

export default defineRule({
  scope: 'document',
  summary: 'The time that is said to have passed since an inspection must fit the dates of the document.',
  why: 'A reader who is told "two years" and works out three doubts which of the dates is right.',
  severity: 'warning',
  reads: ['dates'],
  *check({ report, dates }) {
    const { elapsed, events, own } = datesIn(report, dates);
    const today = elapsed.length === 0 ? undefined : speakingDay(report, own[0]?.when);
    if (today === undefined) return;
    for (const claim of elapsed) {
      const since =
        claim.when === undefined ? eventOf(events, claim, today) : { when: claim.when, place: undefined };
      if (since !== undefined && !fits(claim, since.when, today)) yield finding(claim, since, today);
    }
  },
});

/** The day to which the time is counted: that of the visit or inspection, else that of the document. */
function speakingDay(report: Report, own: Period | undefined): CalendarDate | undefined {
  return datedField(report, ['visited', 'inspected'])?.end ?? own?.end ?? reckoningDay(report)?.day;
}

interface Since {
  readonly when: Period;
  readonly place: Span | undefined;
}

/**
 * The inspection, or the judgement that it came to, where all that the document dates before its day are one. Of a
 * judgement with a grade it is the one of that grade: a council last judged good may have been inspected since.
 */
function eventOf(
  events: readonly PlacedEvent[],
  { label, isOwn }: ElapsedClaim,
  today: CalendarDate,
): Since | undefined {
  const past = events.filter(
    ({ name, when }) =>
      (name.head === 'judgement' || (name.head === 'inspection' && label === undefined)) &&
      (label === undefined || name.kinds.includes(label)) &&
      monthsTo(when.end, today) > 0,
  );
  const [first] = past;
  if (!isOwn || first === undefined || past.some(({ when }) => !overlap(when, first.when))) return undefined;
  // An inspection of another body, or of one service, may not be the one that is meant.
  const own = past.filter(({ name }) => name.names.size + name.subjects.size === 0);
  const narrow = own.find(({ when }) => when.kind !== 'calendar-year') ?? own[0];
  if (narrow === undefined) return undefined;
  return { when: narrow.when, place: narrow.place };
}

/** Months from one day to another, with parts of months. */
function monthsTo(from: CalendarDate, to: CalendarDate): number {
  return (to.year - from.year) * 12 + to.month - from.month + (to.day - from.day) / 31;
}

/** Months from the middle of a period. */
function between({ start, end }: Period, today: CalendarDate): number {
  return (monthsTo(start, today) + monthsTo(end, today)) / 2;
}

function fits({ stretch }: ElapsedClaim, { start, end }: Period, today: CalendarDate): boolean {
  return monthsTo(end, today) <= stretch.most && monthsTo(start, today) >= stretch.least;
}

function finding(claim: Placed<ElapsedClaim>, { when, place }: Since, today: CalendarDate): Draft<Span> {
  const from = claim.whenText ?? monthOf(when);
  return {
    at: claim.place,
    message: `From ${from} to ${formatDate(today)} it is about ${inWords(between(when, today))}, not "${claim.text}". Correct the length or the date.`,
    related: place === undefined ? [] : [{ at: place, message: 'The inspection is dated here.' }],
  };
}

function monthOf({ kind, start, end }: Period): string {
  if (kind === 'calendar-year') return String(start.year);
  return kind === 'day' ? formatDate(start) : formatDate(end).replace(/^\d+ /, '');
}

/** "2 years and 11 months". */
function inWords(length: number): string {
  const whole = Math.max(0, Math.round(length));
  const [years, months] = [Math.floor(whole / 12), whole % 12];
  const parts = [counted(years, 'year'), counted(months, 'month')].filter((part) => part !== '');
  return parts.length === 0 ? 'a month' : parts.join(' and ');
}

function counted(count: number, unit: string): string {
  return count === 0 ? '' : `${count} ${unit}${count === 1 ? '' : 's'}`;
}
