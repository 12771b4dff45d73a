import type { Span } from '../text/span.ts';
import { lead } from './contacts.ts';
import { BIRTH_LABEL, CHILD_CASE, LETTERED_CHILD, SAYS_OF_AGES, THE_CHILD } from './contactWords.ts';
import { findDates } from './dates.ts';
import { TWO_LETTER_POSTS } from './namedChildWords.ts';
import { sentenceAt } from './sentences.ts';

/** The day on which somebody was born. */
export interface BirthDate extends Span {
  readonly kind: 'birth-date';
}

const LABEL = new RegExp(`(?<!\\p{L})(?:${BIRTH_LABEL})(?: is| was)?\\s?[:(–-]?\\s{0,2}$`, 'iu');
/** "… to 31 August 2020", "… or later": ages that are meant, and no day of birth. */
const GOES_ON =
  /^(?:\s(?:to|until|onwards?|inclusive)(?!\p{L})|\s?[–—-]\s?\p{N}|\s(?:and|or)\s(?:\p{N}|later|earlier|before|after|younger|older))/iu;
const BORN =
  '(?: \\([^)]{0,60}\\))?(?:,? (?:who )?(?:was|is)|,(?: who was)?| \\()[ ]?born(?: on)?(?: the)?\\s{1,2}$';
const OF_ONE = new RegExp(`(?<!\\p{L})(?:${THE_CHILD}|${LETTERED_CHILD})${BORN}`, 'iu');
const INITIALS = new RegExp(`(?<![\\p{L}\\p{N}&/.’'-])(\\p{Lu}\\.?\\s?\\p{Lu}\\.?)${BORN}`, 'u');
/** Somebody by name: a programme or an officer, unless more is said. */
const NAMED = new RegExp(`(?<!\\p{L})(?:[Hh]e|[Ss]he|\\p{Lu}\\p{Ll}{1,20})${BORN}`, 'u');
const REACH = 300;

/** Days of birth of one person, each with its year; `label` is what stands over or beside the text. */
export function findBirthDates(text: string, label = ''): readonly BirthDate[] {
  if (!/born|birth|d\.?\s?o\.?\s?b/iu.test(`${label} ${text}`)) return [];
  return findDates(text).flatMap((mention): readonly BirthDate[] => {
    const { from, to } = mention;
    if (mention.kind !== 'date' || !mention.exists || GOES_ON.test(text.slice(to, to + 30))) return [];
    const before = lead(text, from, label);
    const isLabelled = LABEL.test(before);
    if (!isLabelled && !/born(?: on)?(?: the)?\s{1,2}$/iu.test(before)) return [];
    const { from: start, to: end } = sentenceAt(text, from, REACH);
    const sentence = text.slice(start, end);
    if (SAYS_OF_AGES.test(sentence)) return [];
    return isLabelled || isOfOne(before, sentence) ? [{ kind: 'birth-date', from, to }] : [];
  });
}

function isOfOne(before: string, sentence: string): boolean {
  if (OF_ONE.test(before)) return true;
  const [, initials] = INITIALS.exec(before) ?? [];
  if (initials !== undefined) return !TWO_LETTER_POSTS.has(initials.replace(/[^\p{L}]/gu, ''));
  return NAMED.test(before) && CHILD_CASE.test(sentence);
}
