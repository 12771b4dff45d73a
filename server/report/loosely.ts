import { normaliseName } from '../framework/name.ts';

// Words that any two names may share without meaning the same.
const SMALL = new Set(
  'a an and at by for from in into of on or our so that the their this to with'.split(' '),
);

interface Named<T> {
  readonly candidate: T;
  readonly words: ReadonlySet<string>;
}

/** Several things to be found by names that may be shortened: a dashboard shortens those of the pages that it sums up. */
export class LooseNames<T> {
  readonly #byName = new Map<string, Named<T>[]>();
  readonly #byWord = new Map<string, Named<T>[]>();

  constructor(candidates: readonly T[], nameOf: (candidate: T) => string) {
    for (const candidate of candidates) {
      const name = normaliseName(nameOf(candidate));
      const named = { candidate, words: wordsOf(name) };
      add(this.#byName, name, named);
      for (const word of named.words) add(this.#byWord, word, named);
    }
  }

  /** The one that a name means: the one of just that name, or else the only one with most of its words. */
  find(name: string): T | undefined {
    const wanted = normaliseName(name);
    const exact = this.#byName.get(wanted);
    if (exact !== undefined) return exact.length === 1 ? exact[0]?.candidate : undefined;
    const words = wordsOf(wanted);
    let best: Named<T> | undefined;
    let [share, next] = [0, 0];
    for (const [named, shared] of this.#sharing(words)) {
      const own = overlap(shared, words, named.words);
      if (own > share) [best, share, next] = [named, own, share];
      else next = Math.max(next, own);
    }
    return share >= 0.6 && share - next >= 0.2 ? best?.candidate : undefined;
  }

  /** What has any of the words, with how many of them. */
  #sharing(words: ReadonlySet<string>): ReadonlyMap<Named<T>, number> {
    const counts = new Map<Named<T>, number>();
    for (const word of words) {
      for (const named of this.#byWord.get(word) ?? []) counts.set(named, (counts.get(named) ?? 0) + 1);
    }
    return counts;
  }
}

function add<V>(to: Map<string, V[]>, key: string, value: V): void {
  const known = to.get(key);
  if (known === undefined) to.set(key, [value]);
  else known.push(value);
}

function wordsOf(name: string): ReadonlySet<string> {
  return new Set(name.split(' ').filter((word) => word !== '' && !SMALL.has(word)));
}

/** The share of the shorter name's words that the longer one has; of one word alone nothing is said. */
function overlap(shared: number, a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const few = Math.min(a.size, b.size);
  return few < 2 ? 0 : shared / few;
}
