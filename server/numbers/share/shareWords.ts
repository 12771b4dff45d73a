import type { Quantity } from '../../values/quantity.ts';
import { kinship, nounPhrase } from '../nouns.ts';
import { countAt, type Item, isWord, skipWords } from '../passage.ts';
import { CLAUSE_WORDS } from './shareParts.ts';

// No sentence is longer that people read; the bound keeps what is one long list from being gone over for each figure.
export const FARTHEST = 60;

/** The words from `from` to before `to`, in lower case. */
export function wordsIn(items: readonly Item[], from: number, to: number): readonly string[] {
  return items
    .slice(from, to)
    .filter(isWord)
    .map(({ lower }) => lower);
}

/** The words behind a number at `index`, as far as they go on. */
export function wordsBehind(items: readonly Item[], index: number): readonly string[] {
  return wordsIn(items, index + 1, skipWords(items, index + 1, 6, CLAUSE_WORDS) ?? index + 1);
}

export function isSameKind(items: readonly Item[], part: number, whole: number): boolean {
  return kinship(nounPhrase(wordsBehind(items, part)), nounPhrase(wordsBehind(items, whole))) === 'same';
}

/** Whether a count may be a part of another. */
export function isLess(part: Quantity, whole: Quantity): boolean {
  return part.value.digits <= whole.value.digits;
}

// "46 this year, 38 last year (17%)": the bracket tells the change.
export const OTHER_TIMES = new Set(
  'last previous previously earlier before year month quarter ago this next same now then former elsewhere nationally'.split(
    ' ',
  ),
);

/** The only quantity from `from` back to where its sentence begins, if it is a count. */
export function onlyCount(items: readonly Item[], from: number): number | undefined {
  const sentence = items[from]?.sentence;
  let found: number | undefined;
  for (let at = from; at >= 0 && items[at]?.sentence === sentence; at -= 1) {
    if (from - at > FARTHEST) return undefined;
    if (items[at]?.quantity === undefined) continue;
    if (found !== undefined || countAt(items, at) === undefined) return undefined;
    found = at;
  }
  return found;
}
