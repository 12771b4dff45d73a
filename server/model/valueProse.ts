import { type DataNode, scalarRuns } from '../syntax/data.ts';
import { Prose, type Run } from '../syntax/prose.ts';
import type { Span } from '../text/span.ts';
import { metaText } from './model.ts';

/**
 * What a value says, as prose with one space for a line end, and the source that it takes without its quotes.
 * Places count from where `at`, the value's start, counts from.
 */
export function valueProse(value: DataNode, at: number): { readonly prose: Prose; readonly span: Span } {
  if (value.kind !== 'scalar') {
    return { prose: Prose.plain(metaText(value), at), span: { from: at, to: at + value.length } };
  }
  const text = value.text.replace(/\n+$/, '');
  const turns = scalarRuns(value);
  const runs = turns.flatMap((from, index): Run[] =>
    index % 2 === 0 ? [{ text: from, source: at + (turns[index + 1] ?? 0) }] : [],
  );
  const breaks = [...text.matchAll(/\n/g)].map(({ index }) => index);
  const prose = new Prose(text.replace(/\n/g, ' '), runs, [], breaks);
  // What a text ends with may be an escape, which is longer than what it stands for.
  const isEscaped = value.runs !== undefined;
  const inQuotes = { from: at + value.lead, to: at + value.length - value.lead };
  return { prose, span: isEscaped ? inQuotes : prose.sourceSpan(0, text.length) };
}
