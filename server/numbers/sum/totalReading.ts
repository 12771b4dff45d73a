import { isNoun, kinship } from '../nouns.ts';
import { type Item, isSign } from '../passage.ts';
import { isDenial } from './complements.ts';
import { type Coverage, coverage } from './partition.ts';
import type { Part, PartList } from './parts.ts';
import type { Certainty, SumForm } from './sumTie.ts';
import type { Opening, Whole } from './totalOpenings.ts';

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

const PREPOSITIONS = new Set(['for', 'in', 'at', 'from', 'within', 'on', 'with', 'to', 'by']);

/** "six of 10 for desistance, six for safety and five for others": what is said of the whole is said of each, of all once more. */
function isOneOfThem({ said, isTotal }: Whole, parts: readonly Part[]): boolean {
  if (isTotal || !PREPOSITIONS.has(said)) return false;
  return parts.every(({ noun, words }) => words[noun.length] === said);
}

/** What the words of a list say of its parts. */
export interface Reading {
  readonly certainty: Certainty;
  readonly isOpen: boolean;
}

/** What the words leave open: whether parts may be missing, and how sure it is that they belong to the whole. */
export function readingOf(
  items: readonly Item[],
  whole: Whole,
  opening: Opening,
  list: PartList,
): Reading | undefined {
  const { parts, isMixed } = list;
  const { form } = opening;
  if (form === 'N; a and b not') return deniedReading(whole, list);
  if (isOneOfThem(whole, parts)) return undefined;
  if (form === 'N: a and b' && areDegrees(parts) && !isMixed) return { certainty: 'likely', isOpen: false };
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

/** "748 children are in care; 703 were seen and 45 were not": no more than two parts, of which one denies the other. */
function deniedReading(whole: Whole, { parts, isMixed }: PartList): Reading | undefined {
  const isKin = parts.every(({ noun }) => kinship(noun, whole.noun) === 'same');
  return !isMixed && isKin && isDenied(parts) ? { certainty: 'near', isOpen: false } : undefined;
}

/**
 * The same of shares of one whole: "96% of children were seen, 88% in person and 6% by phone". Shares that each group has
 * of its own, "97% of boys", are no parts, and parts may be left out.
 */
export function shareReading(whole: Whole, { form }: Opening, list: PartList): Reading | undefined {
  const { parts, isMixed } = list;
  if (isMixed || parts.some(({ words }) => OWNED.has(words[0] ?? ''))) return undefined;
  const isLoose = form === 'N, a and b' || form === 'N: a and b';
  // Among three grades the first is no whole of the others.
  if (isLoose && (parts.length !== 2 || coverageOf(parts) === 'none')) return undefined;
  return isStrong(form, whole) || isLoose ? { certainty: 'near', isOpen: false } : undefined;
}

const OWNED = new Set(['of', 'for', 'among', 'by']);

/** Whether the form says by itself that parts are meant, whatever they are called. */
export function isStrong(form: SumForm, { isTotal }: Whole): boolean {
  return isTotal || form === 'N (a and b)' || form === 'N made up of a and b';
}

/** Whether the parts say themselves that there are no more: all categories are named, or what remains. */
export function isClosed(parts: readonly Part[]): boolean {
  return ['all', 'both'].includes(coverageOf(parts)) || parts.at(-1)?.isRest === true || isDenied(parts);
}

function isDenied(parts: readonly Part[]): boolean {
  const [first, second] = parts;
  const areTwo = parts.length === 2 && first !== undefined && second !== undefined;
  return areTwo && isDenial(first.words, second.words);
}

const ALL = new Set(['all', 'both', 'none', 'no', 'every']);

/** "304 completed three modules, 43 completed two and 26 completed one": one verb, and each part another number of things. */
function areDegrees(parts: readonly Part[]): boolean {
  const verbs = new Set(parts.map(({ words }) => words.find((word) => !AUXILIARY.has(word)) ?? ''));
  const [verb = ''] = verbs;
  if (verbs.size !== 1 || !/(?:ed|ing|one|en)$/.test(verb)) return false;
  return parts.every(({ words, hasFigures }) => hasFigures || words.some((word) => ALL.has(word)));
}

const AUXILIARY = new Set(['have', 'has', 'had', 'were', 'was', 'are', 'is', 'of', 'them', 'staff']);

/** Whether each part names things of its own: "social workers" and "managers". */
function areKinds(parts: readonly Part[]): boolean {
  const nouns = parts.map(({ noun }) => noun.join(' '));
  return parts.every(({ noun }) => isNoun(noun)) && new Set(nouns).size === nouns.length;
}
