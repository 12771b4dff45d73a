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

/**
 * Whether a heading or a key is a slip for a name: the same words in another order, or words each of which begins alike
 * and differs by a letter or two. "Review" and "Preview" are two names, and so are "Part 1" and "Part 2".
 */
export function isSlip(title: string, name: string): boolean {
  const [a, b] = [normaliseName(title).split(' '), normaliseName(name).split(' ')];
  if (a.join(' ') === b.join(' ')) return false;
  return sameWords(title, name) || sameLetters(a, b) || (a.length === b.length && a.every(isWordSlip(b)));
}

/** Whether two names have the same words, maybe in another order and joined otherwise. */
function sameWords(title: string, name: string): boolean {
  const key = wordsOf(normaliseName(title));
  return key !== '' && key === wordsOf(normaliseName(name));
}

/** The words of a normalised name in one order, without those that only join them. One word says too little: empty. */
export function wordsOf(name: string): string {
  const words = name.split(' ').filter((word) => !SMALL.has(word));
  return words.length < 2 ? '' : words.sort().join(' ');
}

/** "Next step s" and "Nextsteps": only the blanks differ. */
function sameLetters(a: readonly string[], b: readonly string[]): boolean {
  return a.join('') === b.join('') && a.join('').length >= 6;
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
