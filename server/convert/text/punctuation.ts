import type { Line } from './lines.ts';

/** The dashes that begin too few lines to be the bullets of a text. A hyphen that begins a line always is one. */
export function punctuation(lines: readonly Line[]): ReadonlySet<string> {
  return new Set(['–', '—'].filter((dash) => lines.filter(({ text }) => text.startsWith(dash)).length < 3));
}
