import type { Quantity } from '../values/quantity.ts';
import { compare } from '../values/rational.ts';
import { complement } from './complements.ts';
import { isNoun, kinship, nounPhrase } from './nouns.ts';
import { type Coverage, coverage } from './partition.ts';
import { type Part, type PartList, readParts } from './parts.ts';
import { countAt, type Item, isSign } from './passage.ts';
import { Readings } from './readings.ts';
import { agrees } from './sums.ts';
import { type Certainty, type SumForm, type SumTie, spanOf } from './sumTie.ts';
import {
  isCutAt,
  type Opening,
  openingOf,
  startsWith,
  type Whole,
  wholeOf,
  wordsBefore,
} from './totalOpenings.ts';

function coverageOf(parts: readonly Part[]): Coverage {
  return coverage(parts.map(({ words }) => words.join(' ')));
}

/** Whether the parts say the same of one thing each, as "in May" and "in June" or "completing two" and "completing one" do. */
function isParallel(parts: readonly Part[], form: SumForm): boolean {
  const [first, ...others] = parts.map(
    ({ words, noun }) => [noun.join(' '), words[noun.length] ?? ''] as const,
  );
  if (parts.some(({ hasFigures }) => hasFigures) && form !== 'N with a and b') return false;
  if (first === undefined || others.some(([noun, next]) => noun !== first[0] || next !== first[1]))
    return false;
  if (form === 'N with a and b') return first[0] !== '' && /ing$/.test(first[1]);
  return first[0] === '' && ['in', 'at', 'from', 'for', 'within'].includes(first[1]);
}

interface Reading {
  readonly certainty: Certainty;
  readonly isOpen: boolean;
}

/** What the words leave open: whether parts may be missing, and how sure it is that they belong to the whole. */
function readingOf(
  items: readonly Item[],
  whole: Whole,
  opening: Opening,
  list: PartList,
): Reading | undefined {
  const { parts, isMixed } = list;
  const { form } = opening;
  const isKin = parts.every(({ noun }) => kinship(noun, whole.noun) === 'same');
  // "three are placed and the remaining 22 children are at home": the whole's own noun says no more than none.
  const own = parts.filter(({ noun }) => isNoun(noun) && noun.at(-1) !== whole.noun.at(-1));
  const isOwn = own.length === 0 || own.length === parts.length;
  const isOpen = form === 'N, including a and b' || form === 'N with a and b' || form === 'of N, a and b';
  if (isMixed || !isKin || !isOwn) {
    // Of unlike things in a mere list even a sum that agrees is chance.
    return isStrong(form, whole) ? { certainty: 'possible', isOpen: false } : undefined;
  }
  if (isClosed(parts) && form !== 'N with a and b') return { certainty: 'explicit', isOpen: false };
  if (isOpen) {
    const isApart =
      coverageOf(parts) === 'some' ||
      isParallel(parts, form) ||
      (form === 'N, including a and b' && areKinds(parts));
    return { certainty: isApart ? 'explicit' : 'possible', isOpen: isApart };
  }
  if (form === 'N made up of a and b' || whole.isTotal) return { certainty: 'explicit', isOpen: false };
  const isWhole =
    isSign(items, list.next, ')') || isSign(items, list.next, '.') || items[list.next] === undefined;
  // "228 primary schools, 10 secondary schools …": a comma alone only lists.
  const isLoose =
    form === 'N, a and b' && !(areKinds(parts) && isNoun(whole.noun)) && !isParallel(parts, form);
  return {
    certainty: isWhole && !isLoose ? (form === 'N, a and b' ? 'near' : 'likely') : 'possible',
    isOpen: false,
  };
}

/** Whether the form says by itself that parts are meant, whatever they are called. */
function isStrong(form: SumForm, { isTotal }: Whole): boolean {
  return isTotal || form === 'N (a and b)' || form === 'N made up of a and b';
}

/** Whether the parts say themselves that there are no more: all categories are named, or what remains. */
function isClosed(parts: readonly Part[]): boolean {
  return ['all', 'both'].includes(coverageOf(parts)) || parts.at(-1)?.isRest === true;
}

/** Whether each part names things of its own: "social workers" and "managers". */
function areKinds(parts: readonly Part[]): boolean {
  const nouns = parts.map(({ noun }) => noun.join(' '));
  return parts.every(({ noun }) => isNoun(noun)) && new Set(nouns).size === nouns.length;
}

function totalOf(items: readonly Item[], index: number): SumTie | undefined {
  const whole = wholeOf(items, index);
  const opening = whole && openingOf(items, whole);
  const list = opening && readParts(items, opening.at);
  if (whole === undefined || opening === undefined || list === undefined || whole.isCompared)
    return undefined;
  // In a bracket nothing but the list may stand.
  if (opening.form === 'N (a and b)' && !isSign(items, list.next, ')')) return undefined;
  const reading = readingOf(items, whole, opening, list);
  if (reading === undefined) return undefined;
  // In a mere list of figures the first need not be the whole of the others: "three are placed, 14 are waiting".
  const isListed = opening.form === 'N, a and b';
  const isLoose = isListed || (opening.form === 'N: a and b' && !whole.isTotal);
  if (isLoose && list.parts.some(({ quantity }) => compare(quantity.exact, whole.quantity.exact) >= 0))
    return undefined;
  const { certainty, isOpen } = reading;
  const tie = { ...made(opening.form, list.parts, whole.quantity, certainty), isOpen };
  const isWhole = isOpen || certainty !== 'explicit' || !isClosed(list.parts);
  const own = (isWhole ? shortened(tie) : undefined) ?? tie;
  const isVague = own.certainty === 'possible' && !isStrong(opening.form, whole);
  // In a mere list a sum that agrees is chance: "trained 120 in all, 60 on plans and 60 on reports".
  return isVague && (isListed || !agrees(own)) ? undefined : own;
}

/** The list may run on into what comes next: the beginning of it that makes the whole is what is meant. */
function shortened(tie: SumTie): SumTie | undefined {
  const closed = { ...tie, isOpen: false };
  for (let length = tie.parts.length; length >= 2; length -= 1) {
    const own = { ...closed, parts: tie.parts.slice(0, length) };
    if (agrees(own)) return own;
  }
  return undefined;
}

/** `173 + 272 = 445`, from the first part at `index`. */
function equation(items: readonly Item[], index: number): SumTie | undefined {
  const list = readParts(items, index);
  if (list === undefined || !isSign(items, list.next, '=')) return undefined;
  const quantity = countAt(items, list.next + 1);
  const isBare = list.parts.every(({ words }) => words.length === 0);
  return quantity && isBare ? made('a + b = N', list.parts, quantity, 'explicit') : undefined;
}

/** `…, a total of 26 children`, `…, making 26 in total`, `…, totalling 26`, from the total's number at `index`. */
function summedUp(items: readonly Item[], index: number): SumTie | undefined {
  const quantity = countAt(items, index);
  if (quantity === undefined) return undefined;
  const start = totalWords(items, index);
  if (start === undefined) return undefined;
  const sentence = items[index]?.sentence;
  for (let at = Math.max(0, start - 40); at < start; at += 1) {
    if (items[at]?.sentence !== sentence) continue;
    const list = countAt(items, at) === undefined ? undefined : readParts(items, at);
    if (list === undefined || list.next < start) continue;
    // The total itself is read as the last of the list: "…, totalling 26".
    const parts = list.parts.filter((part) => part.quantity.span.to < quantity.start);
    const whole = nounPhrase(wordsBefore(items, index + 1).words);
    const isKin = parts.every(({ noun }) => kinship(noun, whole) === 'same');
    if (parts.length < 2) return undefined;
    return made(
      'a and b, a total of N',
      parts,
      quantity,
      list.isMixed ? 'possible' : isKin ? 'explicit' : 'near',
    );
  }
  return undefined;
}

const BEFORE_TOTAL: readonly (readonly string[])[] = [
  'a total of',
  'giving a total of',
  'making a total of',
  'in total',
  'totalling',
  'totaling',
  'which totals',
  'making',
].map((phrase) => phrase.split(' '));

/** Where the words begin that make the number at `index` the total of what stands before: `, a total of`. */
function totalWords(items: readonly Item[], index: number): number | undefined {
  for (const phrase of BEFORE_TOTAL) {
    const at = index - phrase.length;
    if (!startsWith(items, at, phrase)) continue;
    const isTotal = phrase[0] !== 'making' || phrase.length > 1 || isInTotal(items, index);
    if (isTotal && (isCutAt(items, at - 1) || phrase[0] === 'totalling')) return at;
  }
  return undefined;
}

function isInTotal(items: readonly Item[], index: number): boolean {
  return items.slice(index + 1, index + 5).some(({ lower }) => lower === 'total' || lower === 'altogether');
}

function made(form: SumForm, parts: readonly Part[], whole: Quantity, certainty: Certainty): SumTie {
  const figures = parts.map(({ quantity }) => ({ quantity }));
  return { kind: 'total', form, parts: figures, whole: { quantity: whole }, isOpen: false, certainty };
}

// The endings alone would take every "county" and "safety" for a number.
const FIGURE =
  /\d+|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b/gi;

/** Whether a passage may hold a total and its parts: it takes three figures. Cheap, and not so of most passages. */
export function mayHoldTotal(text: string): boolean {
  FIGURE.lastIndex = 0;
  for (let found = 0; found < 3; found += 1) if (!FIGURE.test(text)) return false;
  return true;
}

/**
 * The totals that a passage states together with their parts, tied by the form of words and never by nearness. In: the
 * text of a paragraph, list item or cell. Out: ties in the order of their wholes, spans in UTF-16 units of the text; a
 * figure is a part of one tie at most. What is unsure gives no tie, or one that is no more than possible.
 */
export function readTotals(text: string, readings = new Readings()): readonly SumTie[] {
  const items = readings.passage(text);
  const ties: SumTie[] = [];
  const used = new Set<number>();
  const add = (tie: SumTie | undefined) => {
    const figures = tie?.parts.map(({ quantity }) => quantity.span.from) ?? [];
    if (tie === undefined || figures.some((from) => used.has(from))) return;
    for (const from of figures) used.add(from);
    ties.push(tie);
  };
  for (const read of [summedUp, equation, complement, totalOf]) {
    for (const index of items.keys()) if (countAt(items, index) !== undefined) add(read(items, index));
  }
  return ties.sort((a, b) => spanOf(a).from - spanOf(b).from);
}
