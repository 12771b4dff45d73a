import type { Span } from '../text/span.ts';

/** What somebody else said: in double or single marks, with apostrophes in it; of one that is not closed, the rest. */
const QUOTATION =
  /“[^”]{1,600}(?:”|$)|"[^"]{1,600}(?:"|$)|(?<![\p{L}\d])‘[^’]{1,400}(?:’(?=\p{L})[^’]{1,400}){0,8}’|(?<![\p{L}\d])'[^']{1,400}(?:'(?=\p{L})[^']{1,400}){0,8}'(?!\p{L})/gu;

/** The stretches of a passage that are quoted, with their marks. */
export function quotationsIn(text: string): readonly Span[] {
  if (!/["“‘']/.test(text)) return [];
  return [...text.matchAll(QUOTATION)].map(({ 0: { length }, index }) => ({
    from: index,
    to: index + length,
  }));
}
