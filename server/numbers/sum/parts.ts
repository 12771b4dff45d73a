import type { Quantity } from '../../values/quantity.ts';
import { isDash } from '../../values/tokens.ts';
import { nounPhrase } from '../nouns.ts';
import { countAt, type Item, isSign, percentageAt } from '../passage.ts';
import { bracketedShare } from '../share/shareParts.ts';

/** One part of a list: `43 staff completing 2 modules`. */
export interface Part {
  readonly quantity: Quantity;
  /** The share that stands in brackets behind the number or its noun. */
  readonly share: Quantity | undefined;
  /** The words behind the number, in lower case; figures among them are left out. */
  readonly words: readonly string[];
  /** The words up to the first verb or preposition: what is counted, if the author says it. */
  readonly noun: readonly string[];
  /** Whether other numbers stand among its words: "two in 3 homes". */
  readonly hasFigures: boolean;
  /** Whether it is said to be what is left: `the remaining 22`. */
  readonly isRest: boolean;
}

/** Parts that are listed one behind the other; `next` is the index of the item that ends the list. */
export interface PartList {
  readonly parts: readonly Part[];
  readonly next: number;
  /** Whether words in it make it unsure what is listed: comparisons, lists within the list. */
  readonly isMixed: boolean;
}

const LEADING = new Set(
  'a an the further another some only just about there were was are and with plus which includes including'.split(
    ' ',
  ),
);
const REST = new Set(['remaining', 'other', 'rest', 'remainder']);

// With these a figure compares or is spoken of once more, and is no part of a list.
const MIXING = new Set(
  (
    'more fewer less than compared increase decrease up down target average last previous previously ' +
    'each per every both either twice times these those them whom whereas versus against over including ' +
    'further again respectively national nationally'
  ).split(' '),
);
// "Five are off target", "at or better than target": how they stand to it says of which kind they are.
const STANDING = new Set(['on', 'off', 'at', 'than', 'above', 'below', 'near']);
// With a capital these begin a line of its own, be there a full stop before it or not: in cells there often is none.
const OPENING = new Set([
  'The',
  'A',
  'An',
  'It',
  'This',
  'These',
  'There',
  'We',
  'Our',
  'In',
  'On',
  'All',
  'Of',
]);
const RANGING = new Set(['from', 'to', 'between', 'by']);
const MOST_PARTS = 12;
// What is longer is no item of a list; the limit also keeps hostile text cheap.
const MOST_ITEMS = 40;
const MOST_BRACKETED = 4;

/** The index of the number of a part from `index`, behind words that may lead it in. */
function leadIn(items: readonly Item[], index: number): { readonly at: number; readonly isRest: boolean } {
  let at = index;
  let isRest = false;
  for (; at < index + 4; at += 1) {
    const word = items[at]?.lower ?? '';
    if (REST.has(word)) isRest = true;
    else if (!LEADING.has(word)) break;
  }
  return { at, isRest };
}

function isSeparator(items: readonly Item[], index: number): boolean {
  const item = items[index];
  return (
    [',', ';', '&', '+'].some((sign) => isSign(items, index, sign)) ||
    item?.lower === 'and' ||
    item?.lower === 'plus'
  );
}

function isEnd(items: readonly Item[], index: number, sentence: number): boolean {
  const item = items[index];
  if (item === undefined || item.sentence !== sentence) return true;
  const token = item.token;
  if (token?.kind === 'word') return OPENING.has(token.text);
  if (token === undefined || token.kind !== 'symbol') return false;
  if ('.:)=?!|'.includes(token.text)) return true;
  // A dash between blanks ends a list; one within a word does not.
  return isDash(token) && token.spaced && items[index + 1]?.token?.spaced !== false;
}

/** Reads the quantity that a list is of: whole numbers, or shares. */
export type ReadFigure = (items: readonly Item[], index: number) => Quantity | undefined;

/** The index behind separators at `index` if the number of another part follows them. */
function nextPart(items: readonly Item[], index: number, read: ReadFigure): number | undefined {
  let at = index;
  while (at < index + 3 && isSeparator(items, at)) at += 1;
  if (at === index) return undefined;
  return read(items, leadIn(items, at).at) === undefined ? undefined : at;
}

function isMixing(items: readonly Item[], index: number): boolean {
  const word = items[index]?.lower ?? '';
  if (word === 'than') return items[index + 1]?.lower !== 'target';
  return MIXING.has(word) && !(word === 'target' && STANDING.has(items[index - 1]?.lower ?? ''));
}

/** "from 12", "to 9": a figure that changes. */
function isRange(items: readonly Item[], index: number): boolean {
  return RANGING.has(items[index]?.lower ?? '') && items[index + 1]?.quantity !== undefined;
}

/** "(green)": the few words in a bracket at `index`, which say the same of the part once more, and where it ends. */
function bracketedWords(
  items: readonly Item[],
  index: number,
): { readonly words: readonly string[]; readonly next: number } | undefined {
  if (!isSign(items, index, '(')) return undefined;
  const words: string[] = [];
  for (let at = index + 1; at <= index + MOST_BRACKETED; at += 1) {
    const item = items[at];
    if (isSign(items, at, ')')) return { words, next: at + 1 };
    if (item?.token?.kind !== 'word' || item.quantity !== undefined || MIXING.has(item.lower))
      return undefined;
    words.push(item.lower);
  }
  return undefined;
}

/** The words of a part from `index` on, up to what ends it. */
function readPhrase(items: readonly Item[], index: number, sentence: number, read: ReadFigure) {
  const words: string[] = [];
  let share: Quantity | undefined;
  let isMixed = false;
  let hasFigures = false;
  let at = index;
  while (!isEnd(items, at, sentence) && nextPart(items, at, read) === undefined) {
    const bracket = bracketedShare(items, at);
    if (bracket !== undefined && isSign(items, bracket.next - 1, ')')) {
      share = share ?? bracket.quantity;
      at = bracket.next;
      continue;
    }
    const aside = bracketedWords(items, at);
    if (aside !== undefined) {
      words.push(...aside.words);
      at = aside.next;
      continue;
    }
    // What else stands in brackets may be a list of its own.
    if (isSign(items, at, '(')) isMixed = true;
    const word = items[at]?.lower ?? '';
    if (isMixing(items, at) || isRange(items, at)) isMixed = true;
    // Figures of other kinds, and shares that are not in brackets, are something else than a part.
    if (percentageAt(items, at) !== undefined) isMixed = true;
    if (countAt(items, at) !== undefined) hasFigures = true;
    if (/^\p{L}/u.test(word)) words.push(word);
    at += 1;
    if (at - index > MOST_ITEMS) return { words, share, isMixed: true, hasFigures, next: at };
  }
  return { words, share, isMixed, hasFigures, next: at };
}

/**
 * The list of counts that begins at `index`: `six social workers, 17 (5%) in teams and the remaining 22 managers`. A
 * number is a part only behind a comma, a semicolon, "and" or "plus"; others belong to the words of their part.
 */
export function readParts(
  items: readonly Item[],
  index: number,
  read: ReadFigure = countAt,
): PartList | undefined {
  const sentence = items[index]?.sentence;
  if (sentence === undefined) return undefined;
  const parts: Part[] = [];
  let isMixed = false;
  let at = index;
  while (parts.length < MOST_PARTS) {
    const lead = leadIn(items, at);
    const quantity = read(items, lead.at);
    if (quantity === undefined || items[lead.at]?.sentence !== sentence) break;
    const phrase = readPhrase(items, lead.at + 1, sentence, read);
    isMixed ||= phrase.isMixed;
    const { words, share, hasFigures } = phrase;
    parts.push({ quantity, share, words, noun: nounPhrase(words), hasFigures, isRest: lead.isRest });
    at = phrase.next;
    const next = isEnd(items, at, sentence) ? undefined : nextPart(items, at, read);
    if (next === undefined) break;
    at = next;
  }
  return parts.length < 2 ? undefined : { parts, next: at, isMixed };
}
