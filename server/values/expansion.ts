import type { AcronymWords } from './acronymWords.ts';

/** A word of a text, with its place there. */
export interface PlacedWord {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** What an acronym may be the letters of: enough words for eight letters and the small words between them. */
const MOST_WORDS = 16;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.-]*|[&/+]/gu;
/** A clause ends here: what an acronym stands for is in one. */
const CLAUSE_END = /[.;:!?()[\]{}|\n]\s*$/;

/** The words of the clause that ends at `to`, the last at the end. */
export function wordsBefore(text: string, to: number): readonly PlacedWord[] {
  const from = Math.max(0, to - 160);
  const all = placedWords(text.slice(from, to), from);
  // A word that the cut went through is none.
  const whole = from > 0 ? all.slice(1) : all;
  let first = whole.length;
  while (first > 0 && whole.length - first < MOST_WORDS) {
    const next = whole[first];
    const gap = text.slice(whole[first - 1]?.to ?? 0, next?.from ?? to);
    if (next !== undefined && CLAUSE_END.test(gap)) break;
    first -= 1;
  }
  return whole.slice(first);
}

/** The words of the clause that begins at `from`. */
export function wordsAfter(text: string, from: number): readonly PlacedWord[] {
  const end = text.slice(from, from + 160).search(/[.;:!?()[\]{}|\n]/);
  return placedWords(text.slice(from, end < 0 ? from + 160 : from + end), from).slice(0, MOST_WORDS);
}

function placedWords(text: string, shift: number): readonly PlacedWord[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    text: word,
    from: shift + index,
    to: shift + index + word.length,
  }));
}

/** The letters of an acronym as they are compared. */
export function lettersOf(name: string): string {
  return name.replace(/[^\p{L}]/gu, '').toLowerCase();
}

/**
 * Where the last words begin that give an acronym its letters, one after the other: an index into `words`; undefined
 * where they do not. Small words may be left out, a word may give its first letters ("wellbeing" W and B) or each of
 * its parts ("multi-agency" M and A). With `whole`, all the words must be of it.
 */
export function expansionStart(
  letters: string,
  words: readonly PlacedWord[],
  { small }: AcronymWords,
  whole = false,
): number | undefined {
  const failed = new Set<number>();
  const start = (left: number, at: number): number | undefined => {
    if (left === 0) return whole && at > 0 ? undefined : at;
    const word = words[at - 1]?.text.toLowerCase();
    const key = left * 64 + at;
    if (word === undefined || failed.has(key)) return undefined;
    for (const taken of shares(word, letters.slice(0, left), small.has(word))) {
      const found = start(left - taken, at - 1);
      if (found !== undefined) return found;
    }
    failed.add(key);
    return undefined;
  };
  return start(letters.length, words.length);
}

/** How many of the last letters a word may give, the likeliest first. */
function shares(word: string, letters: string, isSmall: boolean): readonly number[] {
  const found: number[] = [];
  const parts = word.split(/[-.]/).filter((part) => part !== '');
  const initials = parts.map((part) => part[0] ?? '').join('');
  if (parts.length > 1 && letters.endsWith(initials)) found.push(parts.length);
  if (letters.endsWith(word[0] ?? ' ')) found.push(1);
  const pair = letters.slice(-2);
  if (pair.length === 2 && word.length >= 8 && word[0] === pair[0] && word.includes(pair[1] ?? '', 3))
    found.push(2);
  if (isSmall) found.push(0);
  return found;
}

/** Whether two expansions say the same: small words, endings and words that one of them leaves out do not count. */
export function sameExpansion(a: string, b: string, words: AcronymWords): boolean {
  const [one, other] = [stems(a, words), stems(b, words)];
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  return [...few].every((stem) => many.has(stem));
}

/** The beginnings of its words: four letters tell "conference" and "conferencing" from anything else. */
function stems(text: string, { small }: AcronymWords): ReadonlySet<string> {
  const all = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(all.filter((word) => word.length > 1 && !small.has(word)).map((word) => word.slice(0, 4)));
}
