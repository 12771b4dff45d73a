import { type MetaEntry, metaEntry, metaText } from '../model/model.ts';
import type { CalendarDate } from '../values/calendar.ts';
import { readDateRange } from '../values/dates.ts';
import { readPeriod } from '../values/periods.ts';
import type { Report } from './report.ts';

/** A field of the document that holds a day or some, with the first and the last of them. */
export interface DatedField {
  readonly entry: MetaEntry;
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/** The first of the fields with these ids that holds a day, or days, that can be read. */
export function datedField(report: Report, ids: readonly string[]): DatedField | undefined {
  for (const id of ids) {
    const entry = report.fields.find(({ def }) => def.id === id)?.entry ?? metaEntry(report.model, id);
    const text = entry === undefined ? '' : metaText(entry.value).trim();
    const range = readDateRange(text);
    const days = range === undefined ? readPeriod(text) : { start: range.start.date, end: range.end.date };
    if (entry !== undefined && days !== undefined) return { entry, start: days.start, end: days.end };
  }
  return undefined;
}
