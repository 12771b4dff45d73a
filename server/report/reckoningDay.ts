import type { MetaEntry } from '../model/model.ts';
import { type CalendarDate, compareDates } from '../values/calendar.ts';
import type { Report } from './report.ts';
import { datedField } from './speaksFrom.ts';

/** The day by which it is told what is past in a document and what is still to come. */
export interface ReckoningDay {
  readonly day: CalendarDate;
  /** The field that gives it. */
  readonly entry: MetaEntry;
}

/**
 * The day that a document speaks from: the end of what it reports on, or its date where that is earlier; of one with
 * neither the last day of the visit or inspection, else the day of publication.
 */
export function reckoningDay(report: Report): ReckoningDay | undefined {
  const days = [datedField(report, ['period']), datedField(report, ['date'])].flatMap((field) =>
    field === undefined ? [] : [{ day: field.end, entry: field.entry }],
  );
  const [first, second] = days;
  if (first !== undefined) {
    return second !== undefined && compareDates(second.day, first.day) < 0 ? second : first;
  }
  const other = datedField(report, ['visited', 'inspected', 'published']);
  return other && { day: other.end, entry: other.entry };
}
