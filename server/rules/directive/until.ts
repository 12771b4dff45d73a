import type { CalendarDate } from '../../values/calendar.ts';
import { readDate } from '../../values/dates.ts';

/** Until when a comment is to hold, by the end of its reason, and what it says before that. */
export interface Until {
  readonly day: CalendarDate;
  readonly before: string;
}

/** `the figures come later, until 31 December 2011`; undefined for a reason that ends with no such day. */
export function readUntil(reason: string): Until | undefined {
  const [, before = '', text = ''] = /^(.*)\buntil\s+(.{1,40}?)\.?$/is.exec(reason) ?? [];
  const read = readDate(text);
  return read?.exists === true ? { day: read.date, before } : undefined;
}
