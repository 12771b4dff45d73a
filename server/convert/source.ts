import type { Flow } from './flow/flow.ts';
import type { WordDocument } from './word/wordDocument.ts';

/** A document that was published or written elsewhere, read but not yet turned into one of ours. */
export type Source =
  | { readonly format: 'text'; readonly text: string }
  | { readonly format: 'pdf' | 'html'; readonly flow: Flow }
  | { readonly format: 'word'; readonly flow: Flow; readonly word: WordDocument };

/** A source, or why there is none, in a sentence for its author. */
export type Opened =
  | { readonly ok: true; readonly source: Source }
  | { readonly ok: false; readonly problem: string };

/** What places of the source are places in. */
export function sourceText(source: Source): string {
  return source.format === 'text' ? source.text : source.flow.text;
}

/** The number of the page, from 1, that holds an offset of the source's text; undefined where there are no pages. */
export function pageAt(pages: readonly number[], offset: number): number | undefined {
  if (pages.length === 0) return undefined;
  let low = 0;
  let high = pages.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pages[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
