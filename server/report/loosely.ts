import { normaliseName } from '../framework/name.ts';

// Words that any two names may share without meaning the same.
const SMALL = new Set(
  'a an and at by for from in into of on or our so that the their this to with'.split(' '),
);

/**
 * The one of several things that a name means: the one of just that name, or else the only one with most of its
 * words. A dashboard shortens the names of the pages that it sums up.
 */
export function looselyNamed<T>(
  name: string,
  candidates: readonly T[],
  nameOf: (candidate: T) => string,
): T | undefined {
  const wanted = normaliseName(name);
  const exact = candidates.filter((candidate) => normaliseName(nameOf(candidate)) === wanted);
  if (exact.length > 0) return exact.length === 1 ? exact[0] : undefined;
  const words = wordsOf(wanted);
  const ranked = candidates
    .map((candidate) => ({ candidate, share: overlap(words, wordsOf(normaliseName(nameOf(candidate)))) }))
    .sort((a, b) => b.share - a.share);
  const [best, next] = ranked;
  const isClear = best !== undefined && best.share >= 0.6 && best.share - (next?.share ?? 0) >= 0.2;
  return isClear ? best.candidate : undefined;
}

function wordsOf(name: string): ReadonlySet<string> {
  return new Set(name.split(' ').filter((word) => word !== '' && !SMALL.has(word)));
}

/** The share of the shorter name's words that the longer one has; of one word alone nothing is said. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  if (few.size < 2) return 0;
  return [...few].filter((word) => many.has(word)).length / few.size;
}
