import { editDistance, nearest, normaliseName } from '../../framework/name.ts';
import type { SectionRole } from '../../framework/vocabulary.ts';
import type { Section } from '../../report/report.ts';

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
 * The heading that was probably meant to be a section that must be there, of those that the framework does not
 * know: much may differ, since the section is missing.
 */
export function nearestHeading(role: SectionRole, unknown: readonly Section[]): Section | undefined {
  const names = [role.def.heading, ...role.def.aliases];
  const near = names.flatMap((name) => nearest(name, unknown, ({ content }) => content.title))[0];
  return near ?? unknown.find(({ content }) => names.some((name) => sameWords(content.title, name)));
}

/**
 * Whether a heading is a slip for a name: the same words in another order, or words each of which begins alike
 * and differs by a letter or two. "Review" and "Preview" are two names, and so are "Part 1" and "Part 2".
 */
export function isSlip(title: string, name: string): boolean {
  const [a, b] = [normaliseName(title).split(' '), normaliseName(name).split(' ')];
  if (a.join(' ') === b.join(' ')) return false;
  return sameWords(title, name) || sameLetters(a, b) || (a.length === b.length && a.every(isWordSlip(b)));
}

function sameWords(title: string, name: string): boolean {
  const key = (text: string) => {
    const words = normaliseName(text)
      .split(' ')
      .filter((word) => !SMALL.has(word));
    return words.length < 2 ? '' : words.sort().join(' ');
  };
  return key(title) !== '' && key(title) === key(name);
}

/** "Next step s" and "Nextsteps": only the blanks differ. */
function sameLetters(a: readonly string[], b: readonly string[]): boolean {
  return a.join('') === b.join('') && a.join('').length >= 6;
}

function isWordSlip(other: readonly string[]) {
  return (word: string, index: number): boolean => {
    const meant = other[index] ?? '';
    if (word === meant) return true;
    const limit = Math.min(2, Math.floor(Math.min(word.length, meant.length) / 4));
    return word[0] === meant[0] && !/\d/.test(word + meant) && editDistance(word, meant, limit) <= limit;
  };
}
