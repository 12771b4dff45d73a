import type { Item } from '../passage.ts';
import type { Claim } from './changeTie.ts';
import type { Times } from './directions.ts';

/** Words that hold one figure against another: `higher than`, `in line with`, `twice`. */
export interface Comparative {
  readonly claim: Claim | undefined;
  readonly times: Times | undefined;
  readonly index: number;
  /** The index of the item behind the words. */
  readonly next: number;
}

const PHRASES: readonly (readonly [string, Claim])[] = [
  ['higher than', 'up'],
  ['greater than', 'up'],
  ['larger than', 'up'],
  ['more than', 'up'],
  ['above', 'up'],
  ['in excess of', 'up'],
  ['exceeds', 'up'],
  ['exceeded', 'up'],
  ['exceeding', 'up'],
  ['lower than', 'down'],
  ['less than', 'down'],
  ['fewer than', 'down'],
  ['smaller than', 'down'],
  ['below', 'down'],
  ['short of', 'down'],
  ['better than', 'better'],
  ['worse than', 'worse'],
  ['in line with', 'close'],
  ['similar to', 'close'],
  ['comparable to', 'close'],
  ['comparable with', 'close'],
  ['consistent with', 'close'],
  ['on a par with', 'close'],
  ['on par with', 'close'],
  ['close to', 'close'],
  ['in step with', 'close'],
  ['the same as', 'equal'],
  ['equal to', 'equal'],
  ['identical to', 'equal'],
];

interface Phrase {
  readonly words: readonly string[];
  readonly claim: Claim;
}

const BY_FIRST: ReadonlyMap<string, readonly Phrase[]> = PHRASES.reduce((known, [phrase, claim]) => {
  const words = phrase.split(' ');
  const first = words[0] ?? '';
  return known.set(first, [...(known.get(first) ?? []), { words, claim }]);
}, new Map<string, readonly Phrase[]>());

const ADJECTIVES: Readonly<Record<string, Claim>> = {
  higher: 'up',
  lower: 'down',
  greater: 'up',
  smaller: 'down',
};

/** `a higher percentage of children than`: the noun stands between. */
function partedAt(items: readonly Item[], index: number): Comparative | undefined {
  const claim = ADJECTIVES[items[index]?.lower ?? ''];
  if (claim === undefined) return undefined;
  for (let at = index + 1; at < index + 12; at += 1) {
    const item = items[at];
    if (item?.token?.kind !== 'word') return undefined;
    if (item.lower === 'than') return { claim, times: undefined, index, next: at + 1 };
  }
  return undefined;
}

const MULTIPLES: readonly (readonly [string, Times])[] = [
  ['twice', { name: 'double', least: 1.7, most: 2.5 }],
  ['double', { name: 'double', least: 1.7, most: 2.5 }],
  ['half', { name: 'half', least: 0.4, most: 0.6 }],
  ['treble', { name: 'three times', least: 2.5, most: 3.6 }],
];

/** `twice the national average`, `double that of England`. */
function multipleAt(items: readonly Item[], index: number): Comparative | undefined {
  const times = MULTIPLES.find(([word]) => word === items[index]?.lower)?.[1];
  const next = items[index + 1]?.lower ?? '';
  return times && /^(?:the|that|those|its|our|their)$/.test(next)
    ? { claim: undefined, times, index, next: index + 1 }
    : undefined;
}

/** The comparative that begins at `index`. */
export function comparativeAt(items: readonly Item[], index: number): Comparative | undefined {
  for (const { words, claim } of BY_FIRST.get(items[index]?.lower ?? '') ?? []) {
    if (words.every((word, at) => items[index + at]?.lower === word)) {
      return { claim, times: undefined, index, next: index + words.length };
    }
  }
  return partedAt(items, index) ?? multipleAt(items, index);
}
