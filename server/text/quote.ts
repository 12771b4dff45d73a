import type { SourceText } from './sourceText.ts';
import type { Span } from './span.ts';

const LONGEST_QUOTE = 120;

/** The words of a place on one line, cut where they are many; empty for a place between words. */
export function quote(text: SourceText, { from, to }: Span): string {
  // Blanks are drawn together, so a little more is looked at than is wanted.
  const words = text
    .slice(from, Math.min(to, from + 2 * LONGEST_QUOTE))
    .replace(/\s+/g, ' ')
    .trim();
  if (to - from <= 2 * LONGEST_QUOTE && words.length <= LONGEST_QUOTE) return words;
  const cut = words.slice(0, LONGEST_QUOTE);
  const whole = cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_QUOTE / 2));
  return `${whole.trimEnd().replace(/[\uD800-\uDBFF]$/, '')}…`;
}
