import { editDistance, normaliseName } from './name.ts';

/** Words that change nothing about what a heading names. */
const SMALL = new Set([
  'a',
  'an',
  'and',
  'the',
  'of',
  'for',
  'in',
  'on',
  'to',
  'with',
  'our',
  'your',
  'their',
]);

/** A name made ready to be compared with many. */
export interface Spelling {
  /** Normalised. */
  readonly name: string;
  readonly words: readonly string[];
  readonly letters: string;
  /** As `wordsOf` gives them. */
  readonly sorted: string;
}

/** @param name normalised */
export function spellingOf(name: string): Spelling {
  const words = name.split(' ');
  return { name, words, letters: words.join(''), sorted: wordsOf(name) };
}

/**
 * Whether a heading or a key is a slip for a name: the same words in another order, or words each of which begins alike
 * and differs by a letter or two. "Review" and "Preview" are two names, and so are "Part 1" and "Part 2".
 */
export function isSlip(title: string, name: string): boolean {
  return isSlipOf(spellingOf(normaliseName(title)), spellingOf(normaliseName(name)));
}

/** The same of names that are made ready. */
export function isSlipOf(a: Spelling, b: Spelling): boolean {
  if (a.name === b.name) return false;
  const isReordered = a.sorted !== '' && a.sorted === b.sorted;
  // "Next step s" and "Nextsteps": only the blanks differ.
  const isRespaced = a.letters === b.letters && a.letters.length >= 6;
  if (isReordered || isRespaced) return true;
  return a.words.length === b.words.length && (a.words.every(isWordSlip(b.words)) || isLetterSlip(a, b));
}

/** So many words that are the same leave no doubt about the one that is not, be it short; with fewer it has to be long. */
const MANY_WORDS = 4;
const LONG_WORD = 6;

/** One letter wrong in one of several words, or two letters that have changed places. */
function isLetterSlip(a: Spelling, b: Spelling): boolean {
  if (a.words.length < MANY_WORDS - 1) return false;
  const [other, more] = a.words.flatMap((word, index) => (word === b.words[index] ? [] : [index]));
  if (other === undefined || more !== undefined) return false;
  const [word = '', meant = ''] = [a.words[other], b.words[other]];
  const shortest = a.words.length < MANY_WORDS ? LONG_WORD : 2;
  if (Math.min(word.length, meant.length) < shortest || /\d/.test(word + meant)) return false;
  return editDistance(word, meant, 1) <= 1 || areSwapped(word, meant);
}

function areSwapped(word: string, meant: string): boolean {
  const at = [...word].findIndex((letter, index) => letter !== meant[index]);
  const swapped =
    word.slice(0, at) +
    word
      .slice(at, at + 2)
      .split('')
      .reverse()
      .join('') +
    word.slice(at + 2);
  return at >= 0 && swapped === meant;
}

/** The words of a normalised name in one order, without those that only join them. One word says too little: empty. */
export function wordsOf(name: string): string {
  const words = name.split(' ').filter((word) => !SMALL.has(word));
  return words.length < 2 ? '' : words.sort().join(' ');
}

function isWordSlip(other: readonly string[]) {
  return (word: string, index: number): boolean => {
    const meant = other[index] ?? '';
    if (word === meant || `${word}s` === meant || word === `${meant}s`) return true;
    // Of short words each is another: "data" is not "date".
    const limit = Math.min(2, Math.floor(Math.min(word.length, meant.length) / 5));
    return word[0] === meant[0] && !/\d/.test(word + meant) && editDistance(word, meant, limit) <= limit;
  };
}
