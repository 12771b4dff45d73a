import type { MeasureDef } from '../../framework/framework.ts';
import { editDistance, nearest } from '../../framework/name.ts';
import type { MeasureDictionary } from '../../report/measureDictionary.ts';
import type { Time } from '../../values/times.ts';
import type { FigureNote } from './mention.ts';
import { looksLikePeriod, periodsMeant, timeNamed } from './notePeriods.ts';

/** What a comment behind a figure says, where that is anything of a measure. */
export type NoteSense =
  | { readonly kind: 'named'; readonly def: MeasureDef; readonly time: Time | undefined }
  | { readonly kind: 'unknown-measure'; readonly near: readonly MeasureDef[] }
  | {
      readonly kind: 'unread-period';
      readonly def: MeasureDef;
      /** As what it may have been meant, the likeliest first. */
      readonly meant: readonly string[];
    };

/** Undefined for a comment like any other: one that is for people. */
export function senseOf(
  { id, period }: Pick<FigureNote, 'id' | 'period'>,
  { defs }: MeasureDictionary,
): NoteSense | undefined {
  const def = defs.find((own) => own.id === id.text);
  const time = period === undefined ? undefined : timeNamed(period.text);
  if (def !== undefined) {
    if (period === undefined || time !== undefined) return { kind: 'named', def, time };
    const meant = looksLikePeriod(period.text) ? periodsMeant(period.text) : undefined;
    return meant && { kind: 'unread-period', def, meant };
  }
  if (period !== undefined && time === undefined) return undefined;
  const near = nearest(id.text, defs, (own) => own.id);
  const isMeant = period === undefined ? near.some((own) => isSlipOf(id.text, own.id)) : near.length > 0;
  const hasShape = period !== undefined && isIdShaped(id.text);
  return isMeant || hasShape ? { kind: 'unknown-measure', near } : undefined;
}

/** "visit" behind a figure may be a word for people, where a measure has the id "visits"; "cp-visit" is none. */
function isSlipOf(text: string, id: string): boolean {
  const [a, b] = [text.toLowerCase().replaceAll('_', '-'), id];
  return a === b || (a.includes('-') && editDistance(a, b, 2) <= (a.length < LONG ? 1 : 2));
}

const LONG = 8;

/** Compounds that speak of when or how, and name nothing: "mid-year 2020", "re-checked 2020-05". */
const NO_ID =
  /^(?:as|up|to|re|mid|end|year|month|quarter|week|half|follow|sign|double|cross|pre|post|non|non|self|in|un|co|year-to|so|well|then|now)-|-(?:end|date|year|checked|updated|revised|up|off|out|on|in|only|to|by)$/;

/** Whether a word is written as the ids of measures are, and as words of prose are not: "cp-visits". */
function isIdShaped(text: string): boolean {
  return /^[a-z][a-z\d]*(?:-[a-z\d]+)+$/.test(text) && !NO_ID.test(text);
}
