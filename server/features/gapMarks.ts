import type { Span } from '../text/span.ts';

/**
 * While a text is put together these characters, which no text means anything by, stand for the brackets around what
 * is to be filled in, so that an author's own brackets are not taken for them.
 */
const OPEN = '\uE000';
const CLOSE = '\uE001';

/** Words that are to be replaced, until the text that they stand in is settled. */
export function gap(words: string): string {
  return OPEN + words + CLOSE;
}

/** A text with its brackets, and where those with what is between them stand. */
export function settled(text: string): { readonly text: string; readonly gaps: readonly Span[] } {
  const gaps = [...text.matchAll(new RegExp(`${OPEN}[^${CLOSE}]*${CLOSE}`, 'g'))].map(
    ({ 0: found, index }) => ({
      from: index,
      to: index + found.length,
    }),
  );
  return { text: text.replaceAll(OPEN, '[').replaceAll(CLOSE, ']'), gaps };
}
