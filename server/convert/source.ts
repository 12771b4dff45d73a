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
  | { readonly ok: false; readonly problem: string; readonly line?: number | undefined };

/** What places of the source are places in. */
export function sourceText(source: Source): string {
  return source.format === 'text' ? source.text : source.flow.text;
}

/** What people count in a source to find a place in it, where that is no line. */
export interface Landmarks {
  readonly unit: 'page' | 'paragraph';
  /** Where in the source's text each begins; the first is number 1. */
  readonly starts: readonly number[];
}

/** Pages of a PDF, paragraphs of a Word document; undefined for what has lines. */
export function landmarksOf(source: Source): Landmarks | undefined {
  if (source.format === 'pdf') return { unit: 'page', starts: source.flow.pages };
  if (source.format !== 'word') return undefined;
  const starts = source.flow.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.span.from : []));
  return { unit: 'paragraph', starts };
}

/** The number, from 1, of the page or paragraph that holds an offset of the source's text; 1 before the first. */
export function landmarkAt({ starts }: Landmarks, offset: number): number {
  let low = 0;
  let high = Math.max(0, starts.length - 1);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
