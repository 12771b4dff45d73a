import { type Analysis, analyse } from '../../server/features/analysis.ts';
import { normalise } from '../../server/text/normalise.ts';
import type { Finding } from '../../server/text/problem.ts';

/**
 * A document that is changed in many ways, each time from what it was: what does not change is not read again. That this
 * finds what a check from scratch finds is held by tests of its own.
 */
export function againFrom(first: () => Analysis): (version: string) => readonly Finding[] {
  let base: { readonly analysis: Analysis; readonly text: string } | undefined;
  return (given) => {
    const version = normalise(given).text;
    if (base === undefined) {
      const analysis = first();
      base = { analysis, text: analysis.input.text.toString() };
    }
    const { analysis, text } = base;
    if (version === text) return analysis.findings;
    const from = sameAtStart(text, version);
    const left = sameAtEnd(text.slice(from), version.slice(from));
    const [old, now] = [text, version].map((one) => ({ from, to: one.length - left }));
    if (old === undefined || now === undefined) return [];
    const changed = analysis.input.text.replace(old, version.slice(now.from, now.to));
    return analyse({ ...analysis.input, text: changed }, { analysis, change: { old, now } }).findings;
  };
}

function sameAtStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}

function sameAtEnd(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count += 1;
  return count;
}
