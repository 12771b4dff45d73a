import type { Block } from '../../model/block.ts';
import type { Span } from '../../text/span.ts';
import { daysInMonth, MONTH_NAMES, monthName, weekdayOf } from '../../values/calendar.ts';
import { readDate, readDateRange } from '../../values/dates.ts';
import { dateLike } from '../../values/dateWriting.ts';
import { type Draft, defineRule } from '../rule.ts';
import { type DatedPassage, datedPassages, daysOf, rewritten, type WrittenDay } from './passages.ts';

export default defineRule({
  scope: 'block',
  inFields: true,
  summary: 'A date must be a day that the calendar has.',
  why: 'Nobody can keep a date such as "31 June", and a reader cannot tell which day was meant.',
  severity: 'error',
  *check({ block, readings }) {
    for (const passage of datedPassages(block, readings)) {
      // What a field of the document says and nothing else is judged with the field.
      if (isOwnField(block) && isWhole(passage.prose.text)) continue;
      for (const day of passage.mentions.flatMap(daysOf)) {
        if (!exists(day) && isMeantAsDate(passage.prose.text, day)) yield finding(block, passage, day);
      }
    }
  },
});

/** Whether the block is the value of one of the document's own fields. */
function isOwnField({ kind, labels }: Block): boolean {
  return kind === 'fields' && labels.length === 0;
}

function isWhole(text: string): boolean {
  return readDate(text) !== undefined || readDateRange(text) !== undefined;
}

/** Of a day without a year only what no year has is wrong. */
function exists(day: WrittenDay): boolean {
  return day.kind === 'date' ? day.exists : day.day >= 1 && day.day <= daysInMonth(LEAP_YEAR, day.month);
}

const LEAP_YEAR = 2000;

/** Words behind which a figure and a month can only be a day. */
const LEADS = /(?:^|[\s(])(?:on|by|until|till|before|after|since|dated|due)\s+$/i;
/** A month may follow such a word and a page's number in between, but no day does. */
const NO_DAY = /(?:^|\s)(?:in|during|page|p\.?)\s+$/i;
/** In a row of figures and months the figure belongs to the month before, or is that of the row. */
const IN_ROW = new RegExp(`(?:[\\d%]|\\b(?:${[...MONTH_NAMES.keys()].join('|')}))\\s*$`, 'i');
/** June and April are first names too: "31 June Smith". */
const NAME_BEHIND = /^\s+\p{Lu}\p{Ll}/u;

/** Whether the words can be nothing but a date: 31 may also be a figure or a page, and June the month behind it. */
function isMeantAsDate(text: string, day: WrittenDay): boolean {
  const written = text.slice(day.from, day.to);
  // The words beside the date are enough, and looking further would take long where there are many.
  const before = text.slice(Math.max(0, day.from - 40), day.from);
  const behind = text.slice(day.to, day.to + 20);
  const isShaped =
    LEADS.test(before) || written === text || /^\d+(?:st|nd|rd|th)|^[A-Z][a-z]+,? /.test(written);
  if (/^\d[\d./-]*$/.test(written)) return isFiguresOfDate(written, isShaped);
  if (NO_DAY.test(before) || /^\s*\d/.test(behind)) return false;
  if (isShaped) return true;
  const number = day.kind === 'date' ? day.date.day : day.day;
  if (IN_ROW.test(before) || (day.kind !== 'date' && NAME_BEHIND.test(behind))) return false;
  return number >= 29 && number <= 31;
}

function isFiguresOfDate(written: string, isShaped: boolean): boolean {
  const [first = '', month = '', last = ''] = written.split(/[./-]/);
  // Three school years in a row look like a year, a month and a day.
  if (first.length === 4) return Number(month) <= 12;
  if (last.length === 4) return Number(first) <= 31 && Number(month) <= 31;
  return Number(month) <= 12 && (isShaped || month.startsWith('0'));
}

function finding(block: Block, passage: DatedPassage, day: WrittenDay): Draft<Span> {
  const { prose } = passage;
  const written = prose.text.slice(day.from, day.to);
  const { month, year } = day.kind === 'date' ? day.date : { month: day.month, year: LEAP_YEAR };
  const days = daysInMonth(year, month);
  const last = { year, month, day: days };
  const isShown = day.kind === 'date' && month === 2 && days === 28;
  const reason =
    days === 0
      ? `no month has the number ${month}`
      : `${monthName(month)}${isShown ? ` ${year}` : ''} has only ${days} days`;
  return {
    at: prose.sourceSpan(day.from, day.to),
    message: `There is no "${written}": ${reason}. Write the day that is meant.`,
    fixes: days === 0 ? [] : rewritten(passage, block, day, dateLike(written, last, weekdayOf(last))),
  };
}
