import { formatDate } from '../../values/calendar.ts';
import { readDate, readDateRange } from '../../values/dates.ts';

/** Words and figures; a figure keeps the stop or slash within it, a word its hyphen. */
const TOKEN = /[£$€]?(?:\p{N}+(?:[.,/:]\p{N}+)*)%?|[\p{L}\p{M}\p{N}]+|[%£$€+−]/gu;

/**
 * The words of a text as two versions of it are compared: without case, punctuation and emphasis, and with figures as
 * their value is read, so that "1,025" is "1025".
 */
export function plainWords(text: string): readonly string[] {
  return (text.normalize('NFKC').match(TOKEN) ?? []).map((token) =>
    /^[£$€]?\p{N}/u.test(token) ? token.replace(/,(?=\p{N}{3})/gu, '') : token.toLowerCase(),
  );
}

/** The same as one text, for looking things up. */
export function plainText(text: string): string {
  return plainWords(text).join(' ');
}

/** A value as two versions of it are compared: a day however it is written, else its words. */
export function plainValue(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_DATE || !/\d/.test(trimmed)) return plainText(trimmed);
  const day = readDate(trimmed);
  if (day?.exists === true) return formatDate(day.date);
  const range = readDateRange(trimmed);
  if (range === undefined) return plainText(trimmed);
  return `${formatDate(range.start.date)} to ${formatDate(range.end.date)}`;
}

const LONGEST_DATE = 60;
