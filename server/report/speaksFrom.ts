import { normaliseName } from '../framework/name.ts';
import { fieldNames, type Vocabulary } from '../framework/vocabulary.ts';
import { type MetaEntry, type Model, metaEntry, metaText } from '../model/model.ts';
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

/** The fields that say which time's framework a document follows: of an inspection it is its first day. */
const DECIDING = ['inspected', 'visited', 'date', 'published'];

/** The day by which it is decided what the document must contain; undefined for one that bears none. */
export function dayOf(model: Model, { framework }: Vocabulary): CalendarDate | undefined {
  for (const id of DECIDING) {
    const def = framework.fields.find((field) => field.id === id);
    const names = new Set(def === undefined ? [id] : fieldNames(def));
    const entry = model.meta.find(({ key }) => names.has(normaliseName(key)));
    const days = entry && daysIn(metaText(entry.value).trim());
    if (days !== undefined) return days.start;
  }
  return undefined;
}

/** The first of the fields with these ids that holds a day, or days, that can be read. */
export function datedField(report: Report, ids: readonly string[]): DatedField | undefined {
  for (const id of ids) {
    const entry = report.fields.find(({ def }) => def.id === id)?.entry ?? metaEntry(report.model, id);
    const text = entry === undefined ? '' : metaText(entry.value).trim();
    const days = daysIn(text);
    if (entry !== undefined && days !== undefined) return { entry, start: days.start, end: days.end };
  }
  return undefined;
}

function daysIn(text: string): { readonly start: CalendarDate; readonly end: CalendarDate } | undefined {
  const range = readDateRange(text);
  return range === undefined ? readPeriod(text) : { start: range.start.date, end: range.end.date };
}
