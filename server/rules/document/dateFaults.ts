import { type MetaEntry, metaText } from '../../model/model.ts';
import { type DataEntry, entryOf } from '../../syntax/data.ts';
import type { Span } from '../../text/span.ts';
import {
  type CalendarDate,
  compareDates,
  daysInMonth,
  formatDate,
  lastOf,
  monthName,
  weekdayOf,
} from '../../values/calendar.ts';
import { type DateReading, readDate, readDateRange } from '../../values/dates.ts';
import { dateLike } from '../../values/dateWriting.ts';
import { readPeriod } from '../../values/periods.ts';
import type { Draft, DraftFix } from '../rule.ts';

/** What is wrong with a field that holds one day. */
export function dateFault(entry: MetaEntry): Draft<Span> | undefined {
  const text = metaText(entry.value).trim();
  const date = readDate(text);
  if (date === undefined)
    return at(entry, unread(entry, text, 'date', 'Write a day, such as "5 March 2012" or "2012-03-05".'));
  return date.exists
    ? undefined
    : { ...at(entry, noSuchDay(entry, date)), fixes: lastDay(text, date, words(entry)) };
}

/** The last day of the month, which is the likeliest for one that the month has not. */
function lastDay(written: string, { date }: DateReading, span: Span): readonly DraftFix<Span>[] {
  const last = lastOf(date.year, date.month);
  const meant = last.day === 0 ? undefined : dateLike(written, last, weekdayOf(last));
  return meant === undefined ? [] : [change(meant, span)];
}

function change(words: string, span: Span): DraftFix<Span> {
  return { title: `Change to "${words}"`, edits: (edit) => edit.replace(span, words) };
}

/** Where the words of a field stand that is one value. */
function words({ value, valueSpan }: MetaEntry): Span {
  return place({ valueSpan }, { at: 0, value });
}

/** What is wrong with a field that holds a first and a last day, or one day. */
export function rangeFault(entry: MetaEntry): Draft<Span> | undefined {
  if (entry.value.kind === 'map') return endsFault(entry, 'days', (text) => readDay(text));
  const text = metaText(entry.value).trim();
  const range = readDateRange(text);
  const day = range === undefined ? readDate(text) : undefined;
  const days = range === undefined ? [day] : [range.start, range.end];
  for (const one of days) {
    const advice = 'Write the first and the last day, such as "6 to 10 February 2012".';
    if (one === undefined) return at(entry, unread(entry, text, 'range of dates', advice));
    if (!one.exists) return at(entry, noSuchDay(entry, one));
  }
  return range === undefined ? undefined : orderFault(entry, range.start.date, range.end.date);
}

/** What is wrong with a field that holds a month, a quarter, a year, or a first and a last day. */
export function periodFault(entry: MetaEntry): Draft<Span> | undefined {
  if (entry.value.kind === 'map') return endsFault(entry, 'days or months', (text) => readPeriod(text));
  const text = metaText(entry.value).trim();
  const period = readPeriod(text);
  if (period !== undefined) {
    const fault = orderFault(entry, period.start, period.end);
    return fault && { ...fault, fixes: turned(entry, text) };
  }
  const twofold = /^(\d{4})-(\d{2})$/.exec(text);
  const month = monthName(Number(twofold?.[2]));
  if (twofold !== null && month !== undefined) {
    const meant = [`${month} ${twofold[1]}`, `${twofold[1]}/${twofold[2]}`];
    const advice = `It could be a month or a year: write "${meant[0]}" or "${meant[1]}".`;
    const fixes = meant.map((one) => change(one, words(entry)));
    return { ...at(entry, unread(entry, text, 'period', advice)), fixes };
  }
  const advice = 'Write a month, a quarter or a year, such as "May 2020", "Q1 2020/21" or "2019/20".';
  const date = readDate(text);
  return date?.exists === false
    ? { ...at(entry, noSuchDay(entry, date)), fixes: lastDay(text, date, words(entry)) }
    : at(entry, unread(entry, text, 'period', advice));
}

/** The first and the last time of a period in each other's place, where both were written out. */
function turned(entry: MetaEntry, text: string): readonly DraftFix<Span>[] {
  const [, first = '', between = '', last = ''] =
    /^(.{1,40}?)(\s+to\s+|\s*[–—]\s*|\s+-\s+)(.{1,40})$/.exec(text) ?? [];
  const meant = last + between + first;
  const period = [first, last].every((one) => readPeriod(one) !== undefined) ? readPeriod(meant) : undefined;
  return period === undefined || compareDates(period.start, period.end) > 0
    ? []
    : [change(meant, words(entry))];
}

interface Ends {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

function readDay(text: string): Ends | undefined {
  const date = readDate(text);
  return date?.exists === true ? { start: date.date, end: date.date } : undefined;
}

/** What is wrong with a field that is written as `{ from: …, to: … }`. */
function endsFault(
  entry: MetaEntry,
  kind: string,
  read: (text: string) => Ends | undefined,
): Draft<Span> | undefined {
  const [from, to] = ['from', 'to'].map((key) => entryOf(entry.value, key));
  if (from === undefined || to === undefined) {
    return at(entry, `"${entry.key}" needs two ${kind}, one behind "from" and one behind "to".`);
  }
  const [first, last] = [read(textOf(from)), read(textOf(to))];
  if (first === undefined || last === undefined) {
    const wrong = first === undefined ? from : to;
    const date = readDate(textOf(wrong));
    const message =
      date?.exists === false
        ? noSuchDay(entry, date)
        : `"${entry.key}" says "${textOf(wrong)}", which cannot be read as a date. Write a day, such as "2012-02-06".`;
    const span = place(entry, wrong);
    return { at: span, message, fixes: date?.exists === false ? lastDay(textOf(wrong), date, span) : [] };
  }
  const fault = orderFault(entry, first.start, last.end);
  if (fault === undefined) return undefined;
  const edits: DraftFix<Span>['edits'] = (edit) => [
    ...edit.replace(place(entry, from), textOf(to)),
    ...edit.replace(place(entry, to), textOf(from)),
  ];
  return { ...fault, fixes: [{ title: 'Swap the two days', edits }] };
}

function textOf({ value }: DataEntry): string {
  return metaText(value).trim();
}

/** Where the words of a value stand, without quotation marks around them. */
function place(
  entry: Pick<MetaEntry, 'valueSpan'>,
  { at: offset, value }: Pick<DataEntry, 'at' | 'value'>,
): Span {
  const [lead, length] = value.kind === 'scalar' ? [value.lead, value.text.length] : [0, value.length];
  const from = entry.valueSpan.from + offset + lead;
  return { from, to: from + length };
}

function orderFault(entry: MetaEntry, start: CalendarDate, end: CalendarDate): Draft<Span> | undefined {
  if (compareDates(start, end) <= 0) return undefined;
  return at(
    entry,
    `"${entry.key}" ends before it begins: ${formatDate(end)} is earlier than ${formatDate(start)}.`,
  );
}

function noSuchDay(entry: MetaEntry, { date }: DateReading): string {
  const days = daysInMonth(date.year, date.month);
  const says = `"${entry.key}" says "${metaText(entry.value).trim()}"`;
  if (days === 0)
    return `${says}, but no month has the number ${date.month}. Write a day, such as "5 March 2012".`;
  const month = formatDate(lastOf(date.year, date.month)).replace(/^\d+ /, '');
  return `${says}, but ${month} has only ${days} days.`;
}

function unread(entry: MetaEntry, text: string, kind: string, advice: string): string {
  return `"${entry.key}" says "${text}", which cannot be read as a ${kind}. ${advice}`;
}

function at(entry: MetaEntry, message: string): Draft<Span> {
  return { at: entry.valueSpan, message };
}
