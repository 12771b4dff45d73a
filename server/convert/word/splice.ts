import type { Span } from '../../text/span.ts';

/** Characters of a part's XML and what comes in their place. */
export interface Splice extends Span {
  readonly text: string;
}

/** The text with all splices made; those at one place in their order. Splices do not overlap. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { from, to, text: put } of [...splices].sort((a, b) => a.from - b.from || a.to - b.to)) {
    parts.push(text.slice(done, from), put);
    done = to;
  }
  parts.push(text.slice(done));
  return parts.join('');
}
