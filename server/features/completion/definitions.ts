import { acronymTable } from '../../report/acronymTable.ts';
import { measureKey } from '../../report/measureDictionary.ts';
import type { Report } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { ENGLISH_ACRONYMS } from '../../values/acronymWords.ts';
import type { Analysis } from '../analysis.ts';
import { written } from '../dataCompletion.ts';
import type { Cursor } from '../dataCursor.ts';
import { type Draft, value } from './item.ts';

/** What the document reports and nobody has defined yet. */
export function undefinedMeasures({ sections, measures }: Report, span: Span): readonly Draft[] {
  const names = sections.flatMap(({ content }) => content.measures.map(({ name }) => name.text.trim()));
  const known = new Set(measures.defs.map(({ name }) => measureKey(name)));
  return [...new Set(names)]
    .filter((name) => name !== '' && !known.has(measureKey(name)))
    .map((name) => value(name, span, { detail: 'reported here' }));
}

/** The acronyms that the document uses and nobody has spelt out, those that it uses most first. */
export function undefinedAcronyms(
  { report, memo }: Analysis,
  { span, colon, present }: Cursor,
): readonly Draft[] {
  if (memo === undefined) return [];
  const { acronyms, dictionary } = acronymTable(report, memo.acronyms);
  return [...acronyms.values()]
    .filter(
      ({ key, name }) => !dictionary.has(key) && !ENGLISH_ACRONYMS.everyday.has(key) && !present.has(name),
    )
    .sort((a, b) => b.count - a.count)
    .map(({ name, count, meanings: [meaning] }) => {
      const words = meaning?.words;
      const detail = words ?? (count === 1 ? 'used once' : `used ${count} times`);
      const insert = colon ? name : `${name}: ${words === undefined ? '' : written(words)}`;
      return value(name, span, { kind: 'field', detail, insert });
    });
}
