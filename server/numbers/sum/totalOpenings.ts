import type { Quantity } from '../../values/quantity.ts';
import { nounPhrase } from '../nouns.ts';
import { type Item, isSign, percentageAt } from '../passage.ts';
import { partOfWhole } from '../share/shareParts.ts';
import type { ReadFigure } from './parts.ts';
import type { SumForm } from './sumTie.ts';

/** A count that a list behind it may make up, with what the words before the list say. */
export interface Whole {
  readonly quantity: Quantity;
  readonly noun: readonly string[];
  /** The first word behind its noun: "for" of "10 cases for desistance". */
  readonly said: string;
  /** The index of the item behind the number and its noun. */
  readonly next: number;
  /** "a total of 46": the number says of itself that it is a sum. */
  readonly isTotal: boolean;
  /** "of 46 children, …": what follows is said of some of them. */
  readonly isOf: boolean;
  /** Whether a verb follows: "three are placed". */
  readonly isClause: boolean;
  readonly isCompared: boolean;
}

/** How a list is brought in, and where it begins. */
export interface Opening {
  readonly form: SumForm;
  readonly at: number;
}

const MOST_NOUN_WORDS = 12;

/** Whether a sign stands at `index` that parts clauses. */
export function isCutAt(items: readonly Item[], index: number): boolean {
  return [',', ';', '–', '—', '-'].some((sign) => isSign(items, index, sign));
}

/** The index of the first item from `index` that opens a list or ends the clause, and the words before it. */
export function wordsBefore(items: readonly Item[], index: number): { words: string[]; next: number } {
  const words: string[] = [];
  const sentence = items[index]?.sentence;
  let at = index;
  for (; at < index + MOST_NOUN_WORDS; at += 1) {
    const item = items[at];
    if (item === undefined || item.sentence !== sentence) break;
    if (item.lower === 'of' && PRONOUNS.has(items[at + 1]?.lower ?? '')) break;
    if (CONNECTING.some((phrase) => startsWith(items, at, phrase)) || SINGLE.has(item.lower)) break;
    if (item.token?.kind !== 'word') break;
    words.push(item.lower);
  }
  return { words, next: at };
}

const VERBS = new Set(['is', 'are', 'was', 'were', 'has', 'have', 'had']);
const PRONOUNS = new Set(['which', 'whom', 'these', 'those', 'them']);
const SINGLE = new Set(['including', 'includes', 'include', 'included', 'with', 'and']);
const CONNECTING: readonly (readonly string[])[] = [
  'made up of',
  'consisting of',
  'consist of',
  'consists of',
  'consisted of',
  'composed of',
  'comprised of',
  'comprising',
  'comprise',
  'comprises',
  'split into',
  'split between',
  'divided into',
  'divided between',
  'broken down into',
  'broken down as',
  'namely',
].map((phrase) => phrase.split(' '));
const LINKING = new Set(['which', 'that', 'is', 'was', 'are', 'were']);

/** Whether the words of a phrase stand at `index`. */
export function startsWith(items: readonly Item[], index: number, phrase: readonly string[]): boolean {
  return phrase.every((word, at) => items[index + at]?.lower === word);
}

/** The whole that the count at `index` may be. */
export function wholeOf(items: readonly Item[], index: number, read: ReadFigure): Whole | undefined {
  // "363 out of 436 staff with …" goes on about the 363.
  const pair = partOfWhole(items, index);
  const quantity = read(items, index);
  if (quantity === undefined || quantity.exact.numerator < 2n) return undefined;
  const { words, next } = wordsBefore(items, pair?.next ?? index + 1);
  const before = [items[index - 1]?.lower, items[index - 2]?.lower, items[index - 3]?.lower];
  const isIn = words.at(-1) === 'total' || words.at(-1) === 'all' || words.at(-1) === 'altogether';
  const isTotal = (before[0] === 'of' && before[1] === 'total') || isIn;
  const isOf = before[0] === 'of' || (before[0] === 'the' && before[1] === 'of');
  return {
    quantity,
    noun: nounPhrase(words),
    said: words[nounPhrase(words).length] ?? '',
    next,
    isTotal,
    isOf: isOf && !isTotal,
    isClause: words.some((word) => VERBS.has(word)),
    isCompared: words.includes('compared'),
  };
}

/** `made up of`, `, which is split into`: the index behind it. */
function connected(items: readonly Item[], index: number): number | undefined {
  let at = isCutAt(items, index) || isSign(items, index, '(') ? index + 1 : index;
  while (at < index + 3 && LINKING.has(items[at]?.lower ?? '')) at += 1;
  const phrase = CONNECTING.find((own) => startsWith(items, at, own));
  return phrase && at + phrase.length;
}

function included(items: readonly Item[], index: number): number | undefined {
  let at = isCutAt(items, index) || isSign(items, index, '(') ? index + 1 : index;
  if (items[at]?.lower === 'which') at += 1;
  return ['including', 'includes', 'include', 'included'].includes(items[at]?.lower ?? '')
    ? at + 1
    : undefined;
}

/** Where the next sentence begins, if nothing else is counted in this one: "39 children live with carers. Of these, …". */
function nextSentence(items: readonly Item[], index: number): number | undefined {
  const sentence = items[index]?.sentence;
  let at = index;
  for (; items[at]?.sentence === sentence; at += 1) {
    if (items[at]?.quantity !== undefined || at > index + 40) return undefined;
  }
  return items[at]?.lower === 'of' ? at : undefined;
}

/** How a list behind the whole is brought in, if one is. */
export function openingOf(items: readonly Item[], whole: Whole, read: ReadFigure): Opening | undefined {
  const { next } = whole;
  const made = connected(items, next);
  if (made !== undefined) return { form: 'N made up of a and b', at: made };
  const inside = included(items, next);
  if (inside !== undefined) return { form: 'N, including a and b', at: inside };
  const beside = isSign(items, next, ',') ? next + 1 : next;
  if (items[beside]?.lower === 'with' && read(items, beside + 1)) {
    return { form: 'N with a and b', at: beside + 1 };
  }
  if (isSign(items, next, '(')) return { form: 'N (a and b)', at: next + 1 };
  if (isSign(items, next, ':')) return { form: 'N: a and b', at: next + 1 };
  if (isSign(items, next, '–') || isSign(items, next, '—')) return { form: 'N: a and b', at: next + 1 };
  const isDirect = items[next]?.lower === 'of';
  const isCut = isCutAt(items, next) || isSign(items, next, '.');
  const at = isDirect ? next : isCut ? next + 1 : nextSentence(items, next);
  if (at === undefined) return undefined;
  if (items[at]?.lower === 'of' && PRONOUNS.has(items[at + 1]?.lower ?? '')) {
    return { form: 'of N, a and b', at: isSign(items, at + 2, ',') ? at + 3 : at + 2 };
  }
  if (isSign(items, next, ';')) return { form: 'N; a and b not', at };
  const isShare = read === percentageAt;
  if (!isSign(items, next, ',') || (whole.isClause && !isShare)) return undefined;
  return { form: whole.isOf ? 'of N, a and b' : 'N, a and b', at };
}
