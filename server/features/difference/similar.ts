import type { Pair } from './thing.ts';

/** A thing with the words that it is told by. */
export interface Similar<T> {
  readonly thing: T;
  readonly words: readonly string[];
  readonly place: string;
}

/** Two wordings are of one thing when they share so much of their words, and the next best shares clearly less. */
const ENOUGH = 0.6;
const CLEARLY = 0.08;
/** Words that more things than this have tell none of them; so the time it takes grows as the text does. */
const MOST_WITH_WORD = 40;
/** Of so many that share the most words each is looked at closely. */
const MOST_CANDIDATES = 8;

/** Pairs what shares most of its words with one of the other version, and with no other as many. */
export function similarTo<T>(
  before: readonly Similar<T>[],
  after: readonly Similar<T>[],
  isSamePlace: boolean,
): readonly Pair<T>[] {
  const index = indexed(after, isSamePlace);
  const best = new Map<Similar<T>, { readonly before: Similar<T>; readonly share: number }>();
  const contested = new Set<Similar<T>>();
  for (const old of before) {
    const found = bestOf(old, index, isSamePlace);
    if (found === undefined) continue;
    const rival = best.get(found.after);
    if (rival !== undefined && Math.abs(rival.share - found.share) < CLEARLY) contested.add(found.after);
    if (rival === undefined || found.share > rival.share)
      best.set(found.after, { before: old, share: found.share });
  }
  return [...best].flatMap(([now, { before: old }]) =>
    contested.has(now) ? [] : [{ before: old.thing, after: now.thing }],
  );
}

type Index<T> = ReadonlyMap<string, readonly Similar<T>[]>;

function indexed<T>(all: readonly Similar<T>[], isSamePlace: boolean): Index<T> {
  const index = new Map<string, Similar<T>[]>();
  for (const one of all) {
    for (const word of new Set(one.words)) {
      const key = keyOf(word, one.place, isSamePlace);
      const known = index.get(key);
      if (known === undefined) index.set(key, [one]);
      else if (known.length <= MOST_WITH_WORD) known.push(one);
    }
  }
  return index;
}

function keyOf(word: string, place: string, isSamePlace: boolean): string {
  return isSamePlace ? `${place}\n${word}` : word;
}

function bestOf<T>(
  old: Similar<T>,
  index: Index<T>,
  isSamePlace: boolean,
): { readonly after: Similar<T>; readonly share: number } | undefined {
  const shared = new Map<Similar<T>, number>();
  for (const word of new Set(old.words)) {
    const having = index.get(keyOf(word, old.place, isSamePlace)) ?? [];
    if (having.length > MOST_WITH_WORD) continue;
    for (const one of having) shared.set(one, (shared.get(one) ?? 0) + 1);
  }
  const ranked = [...shared]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_CANDIDATES)
    .map(([one]) => ({ after: one, share: overlap(old.words, one.words) }))
    .sort((a, b) => b.share - a.share);
  const [first, second] = ranked;
  if (first === undefined || first.share < ENOUGH) return undefined;
  return first.share - (second?.share ?? 0) < CLEARLY ? undefined : first;
}

/** How much of the words of two texts is the same: 1 where all are, whatever their order. */
export function overlap(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    counts.set(word, left - 1);
    shared += 1;
  }
  return (2 * shared) / (a.length + b.length);
}
