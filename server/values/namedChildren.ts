import type { Span } from '../text/span.ts';
import { ENGLISH } from './language.ts';
import {
  CALLED_BY_LETTERS,
  IN_WORKS,
  KEPT_APART,
  NOBODY_NAMED,
  PUBLIC_CASES,
  PUBLIC_ROLES,
  SENSITIVE_FACTS,
  SETTINGS,
  THINGS_BY_LETTERS,
  TWO_LETTER_POSTS,
} from './namedChildWords.ts';
import { sentencesOf } from './sentences.ts';

/** A child or young person whom a sentence gives away. */
export interface NamedChild {
  /** The initials or the name. */
  readonly who: Span;
  /** The same with the age or the fact beside it. */
  readonly at: Span;
  /** Whether the words before leave room for "a child" in the name's place. */
  readonly opens: boolean;
}

const INITIALS = '\\p{Lu}\\.?[ \\u00a0]?\\p{Lu}(?![\\p{L}\\p{N}])\\.?';
const NAME =
  "\\p{Lu}\\p{Ll}{1,20}(?:[-’']\\p{L}{2,20})?(?:[ \\u00a0]\\p{Lu}(?:\\p{Ll}{1,20}(?:[-’']\\p{L}{2,20})?|\\.|(?![\\p{L}\\p{N}’'])))?";
const WHO = `(?<![\\p{L}\\p{N}’'.&/-])(?<who>${INITIALS}|${NAME})`;
const YEARS = `(?:1?\\d|2[0-5]|${ENGLISH.numbers.slice(1).join('|')})`;
/** "7 to 11", "16 and 17", "16+" and "7 or over" are of many. */
const ONE_AGE =
  '(?![\\p{L}\\p{N}]|[ \\u00a0]?[–+-]|[ \\u00a0](?:to|and|or|plus|years? and)[ \\u00a0](?:\\d|over|under|above|below|younger|older))';
const IS = '(?: is| was| who is| who was|, who is|, who was)?(?: now| only| just)?';
const VERB =
  '(?=,? (?:who |and )?(?:lives|lived|is|was|has|had|attends|attended|went|goes|came|remains|moved|told)\\b)';

/** A number alone in brackets is an age beside what a place or a team does not do; of several in a sentence none is. */
const BARE_AGE = new RegExp(
  `(?<!\\b(?:in|of|at|from|for|to|by|with|near|and|or|across|around|than) )${WHO} \\((?:[1-9]|1[0-7])\\)(?=,? (?:who |and )?(?:lives|lived|is|was|has|had|attends|goes|went|moved|remains|told|said) )`,
  'gu',
);

const AGES: readonly RegExp[] = [
  new RegExp(`${WHO},?${IS} aged ${YEARS}${ONE_AGE}`, 'gu'),
  new RegExp(`${WHO} \\((?:aged?|now) ${YEARS}\\)`, 'gu'),
  new RegExp(`${WHO}(?:,| is| was) (?:a |an |now )?${YEARS}[- ]years?[- ]old`, 'gu'),
  new RegExp(`${WHO}, ${YEARS},${VERB}`, 'gu'),
  new RegExp(`${WHO} (?:is|was) ${YEARS} and${VERB}`, 'gu'),
  new RegExp(
    `(?<=${YEARS}[- ]year[- ]old (?:boy|girl|child|pupil|care leaver|young person),? )${WHO}(?=,| who| was| is|\\))`,
    'gu',
  ),
];
const FACT_OF = `(?:is|was|has been|had been|became|remains)(?: now| also| currently| then| again)? (?:${SENSITIVE_FACTS})`;
const FACT = new RegExp(
  `${WHO} ${FACT_OF}(?!\\p{L}|[ -](?:reforms?|reviews?|pilots?|programmes?|schemes?|process|projects?|forums?|councils?)\\b)`,
  'gu',
);
const SETTING = new RegExp(`(?<!\\p{L})(?:${SETTINGS})(?!\\p{L})`, 'iu');
const AGED = `\\((?:[1-9]|1[0-7])\\)|\\baged? ${YEARS}|\\bnow ${YEARS}\\)|, ${YEARS},|years?[- ]old|(?:is|was) ${YEARS} and`;
/** What most texts have not: looked for before anything else, since names stand everywhere. */
const MAY_NAME = new RegExp(`${AGED}|${FACT_OF}`, 'u');
const BEFORE_CHILD =
  /(?:^|[,;:(]|(?<!\p{L})(?:and|that|with|to|for|of|when|where|because|by|while|as|but|or|until|after|before))\s*$/u;

/**
 * Children that a text gives away: by initials or a name with an age and where they live or learn, or beside a fact that is
 * known of them alone. What is said to be no real name, and what is known from courts and reviews, is not told.
 */
export function namedChildren(text: string): readonly NamedChild[] {
  if (!MAY_NAME.test(text) || KEPT_APART.test(text)) return [];
  return sentencesOf(text).flatMap(({ from, to }) => inSentence(text.slice(from, to), from));
}

function inSentence(sentence: string, from: number): readonly NamedChild[] {
  if ([PUBLIC_CASES, PUBLIC_ROLES, IN_WORKS].some((form) => form.test(sentence))) return [];
  const matches = [
    ...(SETTING.test(sentence) && /\b(?:aged?|old)\b|\d|\b(?:is|was)\b/u.test(sentence)
      ? AGES.flatMap((form) => [...sentence.matchAll(form)])
      : []),
    ...sentence.matchAll(FACT),
    ...bareAges(sentence),
  ].sort((a, b) => a.index - b.index || b[0].length - a[0].length);
  // Asked once of the whole sentence, which may name very many.
  const isOfPerson = matches.length > 0 && PRONOUN.test(sentence);
  let end = 0;
  return matches.flatMap((match): readonly NamedChild[] => {
    const who = match.groups?.who ?? '';
    const before = sentence.slice(Math.max(0, match.index - 40), match.index);
    if (match.index < end || !isOne(who, before) || (!isOfPerson && mayBeThing(who, match[0]))) return [];
    end = match.index + match[0].length;
    const at = from + match.index;
    return [
      {
        who: { from: at, to: at + who.length },
        at: { from: at, to: from + end },
        opens: BEFORE_CHILD.test(before) && !/year[- ]old [\p{L} ]{3,12},? $/u.test(before),
      },
    ];
  });
}

/** "Tyler (14) lives with his aunt": one name of one word, and a word for him or her behind it. */
function bareAges(sentence: string): readonly RegExpExecArray[] {
  if (!SETTING.test(sentence) || [...sentence.matchAll(/\(\d{1,3}\)/g)].length !== 1) return [];
  return [...sentence.matchAll(BARE_AGE)].filter(({ 0: all, index, groups }) => {
    const isOneWord = !/[ \u00a0’'-]/u.test(groups?.who ?? ' ');
    return isOneWord && PRONOUN.test(sentence.slice(index + all.length));
  });
}

/** "Stronger Families is two years old": a name with no word for a person beside it may be a programme's. */
function mayBeThing(who: string, words: string): boolean {
  return /years? old$/u.test(words) && /\p{Ll}/u.test(who);
}

const PRONOUN = /\b(?:he|she|his|her|him)\b/iu;

/** Whether the words name one person, and are no post, group, place in a list of letters or word that opens a sentence. */
function isOne(who: string, before: string): boolean {
  if (CALLED_BY_LETTERS.test(before) || THINGS_BY_LETTERS.test(before)) return false;
  // "Unit B", "Child A": one that a text calls by a letter.
  const called = /^(\p{L}+ )\p{Lu}$/u.exec(who)?.[1];
  if (called !== undefined && (CALLED_BY_LETTERS.test(called) || THINGS_BY_LETTERS.test(called)))
    return false;
  const letters = who.replace(/[^\p{L}]/gu, '');
  if (letters.length === 2 && letters === letters.toUpperCase()) return !TWO_LETTER_POSTS.has(letters);
  return who.split(/[ \u00a0]/u).every((word) => !NOBODY_NAMED.has(word.toLowerCase()));
}
