import { type Similar, similarTo } from './similar.ts';
import type { Matched, Pair } from './thing.ts';

/** How the things of two versions are told to be the same. */
export interface Matching<T> {
  /** Where a thing stands, so that it is looked for there first: the same place in both versions is the same text. */
  readonly placeOf: (thing: T, version: 'before' | 'after') => string;
  /** What it is known by, the surest first. */
  readonly keysOf: (thing: T) => readonly string[];
  /** All that is said of it: of several with one key those that say the same go together. */
  readonly printOf: (thing: T) => string;
  /** Its words, where most of them are enough to know it by; undefined where only a key is. */
  readonly wordsOf: (thing: T) => readonly string[] | undefined;
}

/**
 * Puts together the things of two versions: first what says the same at the same place, then by keys, then by words, each at
 * its place before elsewhere. What could be either of two is neither.
 */
export function match<T>(before: readonly T[], after: readonly T[], how: Matching<T>): Matched<T> {
  const open = new Open(before, after);
  const { placeOf, keysOf, printOf } = how;
  const most = Math.max(0, ...[...before, ...after].map((thing) => keysOf(thing).length));
  open.pair(
    (thing, version) => `${placeOf(thing, version)}\n${keysOf(thing)[0]}\n${printOf(thing)}`,
    'in order',
  );
  for (let nth = 0; nth < most; nth += 1) {
    const keyOf = (thing: T) => keysOf(thing)[nth];
    open.pair((thing, version) => within(placeOf(thing, version), keyOf(thing)), 'as many');
    open.pair((thing) => keyOf(thing) && `${keyOf(thing)}\n${printOf(thing)}`, 'in order');
    open.pair(keyOf, 'only one');
  }
  open.pairSimilar(how.wordsOf, placeOf);
  return open.matched();
}

function within(place: string, key: string | undefined): string | undefined {
  return key === undefined ? undefined : `${place}\n${key}`;
}

/** What has no counterpart yet. */
class Open<T> {
  #before: readonly T[];
  #after: readonly T[];
  readonly #pairs: Pair<T>[] = [];

  constructor(before: readonly T[], after: readonly T[]) {
    this.#before = before;
    this.#after = after;
  }

  /**
   * Pairs what has one key: in order as far as both versions go; in order only where both have as many; or only where each
   * has one.
   */
  pair(
    keyOf: (thing: T, version: 'before' | 'after') => string | undefined,
    which: 'in order' | 'as many' | 'only one',
  ): void {
    const was = shelved(this.#before, (thing) => keyOf(thing, 'before'));
    const is = shelved(this.#after, (thing) => keyOf(thing, 'after'));
    const paired = new Set<T>();
    for (const [key, old] of was) {
      const now = is.get(key) ?? [];
      if (which === 'as many' && old.length !== now.length) continue;
      if (which === 'only one' && (old.length !== 1 || now.length !== 1)) continue;
      old.forEach((before, index) => {
        const after = now[index];
        if (after === undefined) return;
        this.#pairs.push({ before, after });
        paired.add(before).add(after);
      });
    }
    this.#close(paired);
  }

  /** Pairs what has most of its words in common, at one place and then wherever it stands. */
  pairSimilar(
    wordsOf: (thing: T) => readonly string[] | undefined,
    placeOf: (thing: T, version: 'before' | 'after') => string,
  ): void {
    const named = (things: readonly T[], version: 'before' | 'after'): readonly Similar<T>[] =>
      things.flatMap((thing) => {
        const words = wordsOf(thing);
        return words === undefined ? [] : [{ thing, words, place: placeOf(thing, version) }];
      });
    for (const isSamePlace of [true, false]) {
      const pairs = similarTo(named(this.#before, 'before'), named(this.#after, 'after'), isSamePlace);
      this.#pairs.push(...pairs);
      this.#close(new Set(pairs.flatMap(({ before, after }) => [before, after])));
    }
  }

  matched(): Matched<T> {
    return { pairs: this.#pairs, gone: this.#before, fresh: this.#after };
  }

  #close(paired: ReadonlySet<T>): void {
    if (paired.size === 0) return;
    this.#before = this.#before.filter((thing) => !paired.has(thing));
    this.#after = this.#after.filter((thing) => !paired.has(thing));
  }
}

function shelved<T>(
  things: readonly T[],
  keyOf: (thing: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const shelves = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    if (key === undefined) continue;
    const known = shelves.get(key);
    if (known === undefined) shelves.set(key, [thing]);
    else known.push(thing);
  }
  return shelves;
}
