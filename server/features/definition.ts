import { child, valueSpan } from '../framework/locate.ts';
import { metaEntry, metaText } from '../model/model.ts';
import { SourceText } from '../text/sourceText.ts';
import { touches } from '../text/span.ts';
import type { Analysis } from './analysis.ts';
import type { Target } from './dataNames.ts';

/** Where the framework is defined that the document names at `offset`; a shipped one is in no file to be opened. */
export function definition({ input, report }: Analysis, offset: number): Target | undefined {
  const entry = metaEntry(report.model, 'framework');
  if (entry === undefined || !touches(entry.valueSpan, offset)) return undefined;
  const { text, root, path } = input.library.written(metaText(entry.value).trim()) ?? {};
  const id = child(root, 'id');
  if (text === undefined || path === undefined || id === undefined) return undefined;
  return { path, text: SourceText.of(text), span: valueSpan(id) };
}
