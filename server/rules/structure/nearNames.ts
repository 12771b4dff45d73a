import type { Reference } from '../../model/reference.ts';
import type { Targets } from '../../report/targets.ts';

/** How many of the nearest are offered. */
const MOST = 3;

/** A name with its place among those that begin alike. */
interface Ranked {
  readonly name: string;
  readonly rank: number;
  /** Its place among all names: of two that are as near the first counts. */
  readonly order: number;
}

/** Which names of a document are nearest to one that it does not have: those whose last number or letter differs least. */
export class NearNames {
  readonly #targets: Targets;
  /** By what they begin with, each list in order of rank. */
  readonly #ranked = new Map<Reference['kind'], ReadonlyMap<string, readonly Ranked[]>>();

  constructor(targets: Targets) {
    this.#targets = targets;
  }

  /** The nearest names of the same kind that may be meant, the nearest first. */
  of({ kind, name }: Reference, mayBe: (name: string) => boolean): readonly string[] {
    const [lead, rank] = parted(name);
    const alike = this.#rankedOf(kind).get(lead) ?? [];
    const at = firstFrom(alike, rank);
    const distance = (other: Ranked) => Math.abs(other.rank - rank);
    return [...nextOf(alike, at - 1, -1, mayBe), ...nextOf(alike, at, 1, mayBe)]
      .sort((a, b) => distance(a) - distance(b) || a.order - b.order)
      .slice(0, MOST)
      .map((other) => other.name);
  }

  #rankedOf(kind: Reference['kind']): ReadonlyMap<string, readonly Ranked[]> {
    const known = this.#ranked.get(kind);
    if (known !== undefined) return known;
    const ranked = new Map<string, Ranked[]>();
    for (const [order, name] of [...this.#targets.namesOf(kind)].entries()) {
      const [lead, rank] = parted(name);
      const alike = ranked.get(lead);
      if (alike === undefined) ranked.set(lead, [{ name, rank, order }]);
      else alike.push({ name, rank, order });
    }
    for (const alike of ranked.values()) alike.sort((a, b) => a.rank - b.rank);
    this.#ranked.set(kind, ranked);
    return ranked;
  }
}

/** The next few from an index on, forwards or backwards, that may be meant. */
function nextOf(
  all: readonly Ranked[],
  from: number,
  step: 1 | -1,
  mayBe: (name: string) => boolean,
): readonly Ranked[] {
  const found: Ranked[] = [];
  for (let at = from; at >= 0 && at < all.length && found.length < MOST; at += step) {
    const one = all[at];
    if (one !== undefined && mayBe(one.name)) found.push(one);
  }
  return found;
}

/** The index of the first name that is not before a rank. */
function firstFrom(sorted: readonly Ranked[], rank: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle]?.rank ?? rank) < rank) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** A name as what its neighbours begin with and its place among them: `10.` and 3, an empty text and the place of B. */
function parted(name: string): readonly [string, number] {
  const [, lead = '', last = ''] = /^(.*?)(\d+|\p{L})$/su.exec(name) ?? [];
  return [lead, /\d/.test(last) ? Number(last) : last.toLowerCase().charCodeAt(0) + LETTERS];
}

/** Letters are no neighbours of numbers. */
const LETTERS = 1e6;
