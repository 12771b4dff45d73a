import type { Quantity } from '../../values/quantity.ts';
import { compare, whole as wholeNumber } from '../../values/rational.ts';
import { countAt, type Item, isOtherFigure, isSign, percentageAt } from '../passage.ts';
import { Readings } from '../readings.ts';
import { coverageOfShares } from './partition.ts';
import { agrees, agreesAtEnd, printedSum } from './sums.ts';
import type { Certainty, SumTie } from './sumTie.ts';

/** One share of a list with the words that say of what: "good 29%", "29% good", "8 (40%) were green". */
interface Share {
  readonly quantity: Quantity;
  readonly index: number;
  /** Where it begins and ends, with its brackets and the count before them. */
  readonly from: number;
  readonly to: number;
  /** A count that it stands in brackets behind. */
  readonly count: Quantity | undefined;
}

// Between two shares of one whole these do not stand: they compare, turn to another time or to a part of a part.
const TURNING = new Set(
  (
    'compared than target average national nationally england from increase increased decrease decreased up down rose fell ' +
    'improved reduced previous previously last above below against while whereas although but which whom these those them ' +
    'points respectively than versus over under neighbours comparator better whilst rising falling exceeding further'
  ).split(' '),
);
const MOST_WORDS = 12;

/** Whether nothing between two shares makes them shares of different things. */
function isOneList(items: readonly Item[], from: number, to: number): boolean {
  if (to - from > MOST_WORDS || items[from]?.sentence !== items[to]?.sentence) return false;
  for (let at = from + 1; at < to; at += 1) {
    const item = items[at];
    if (TURNING.has(item?.lower ?? '') || isOtherFigure(item)) return false;
    const quantity = item?.quantity;
    // A count of its own before the bracket is what the share is of; any other figure is something else.
    if (quantity !== undefined && !(countAt(items, at) && isSign(items, at + 1, '('))) return false;
  }
  return true;
}

function shareAt(items: readonly Item[], index: number): Share | undefined {
  const quantity = percentageAt(items, index);
  if (quantity === undefined) return undefined;
  const isInside = isSign(items, index - 1, '(') && isSign(items, index + 1, ')');
  const count = isInside ? countAt(items, index - 2) : undefined;
  const from = count === undefined ? index - Number(isInside) : index - 2;
  return { quantity, index, from, to: index + 1 + Number(isInside), count };
}

/** The shares of a passage in lists, each list as long as nothing turns to another whole. */
function listsOf(items: readonly Item[]): readonly (readonly Share[])[] {
  const lists: Share[][] = [];
  for (const index of items.keys()) {
    const share = shareAt(items, index);
    if (share === undefined) continue;
    const list = lists.at(-1);
    const before = list?.at(-1);
    if (list && before && isOneList(items, before.index, index)) list.push(share);
    else lists.push([share]);
  }
  return lists.filter((list) => list.length > 1);
}

function isEdge(items: readonly Item[], index: number): boolean {
  return [',', ';', ':', '(', ')', '.', '–', '—', '/'].some((sign) => isSign(items, index, sign));
}

/** The words from `from` to before `to`, in lower case, up to where a clause ends. */
function wordsOf(items: readonly Item[], from: number, to: number): string {
  const own = items.slice(Math.max(0, from), Math.max(0, to)).map(({ lower }) => lower);
  return own.filter((word) => /^\p{L}/u.test(word) && word !== 'and').join(' ');
}

/** The label before each share, and the one behind it: one of the two columns of words names the categories. */
function labels(items: readonly Item[], list: readonly Share[]): readonly (readonly string[])[] {
  const begins = list.map(({ from }) => from);
  const ends = list.map(({ to }) => to);
  const before = begins.map((begin, at) =>
    wordsOf(items, at === 0 ? clauseStart(items, begin) : (ends[at - 1] ?? 0), begin),
  );
  const behind = ends.map((end, at) => wordsOf(items, end, begins[at + 1] ?? clauseEnd(items, end)));
  return [before, behind];
}

function clauseStart(items: readonly Item[], index: number): number {
  let at = index - 1;
  while (at > index - 5 && at >= 0 && !isEdge(items, at) && items[at]?.quantity === undefined) at -= 1;
  return at + 1;
}

function clauseEnd(items: readonly Item[], index: number): number {
  let at = index;
  while (at < index + 8 && at < items.length && !isEdge(items, at) && items[at]?.quantity === undefined)
    at += 1;
  return at;
}

/** `the remaining 42%`, `the other 42%`. */
function isRest(items: readonly Item[], { index }: Share): boolean {
  return ['remaining', 'other'].includes(items[index - 1]?.lower ?? '') && items[index - 2]?.lower === 'the';
}

/** `of the 60% who replied`: what follows may be shares of these. */
function isNamedWhole(items: readonly Item[], share: Share | undefined): boolean {
  const before = (share?.index ?? 0) - 1;
  return (
    items[before]?.lower === 'of' || (items[before]?.lower === 'the' && items[before - 1]?.lower === 'of')
  );
}

const SPLITTING = new Set(['split', 'breakdown', 'divided']);

function isSplit(items: readonly Item[], index: number): boolean {
  const sentence = items[index]?.sentence;
  for (let at = index - 1; at > index - 10 && items[at]?.sentence === sentence; at -= 1) {
    if (SPLITTING.has(items[at]?.lower ?? '')) return true;
  }
  return false;
}

interface Reading {
  readonly certainty: Certainty;
  readonly isOpen: boolean;
  /** Whether the shares name the categories of a known partition. */
  readonly isNamed: boolean;
}

function readingOf(items: readonly Item[], list: readonly Share[]): Reading {
  const [first, last] = [list[0], list.at(-1)];
  const covered = labels(items, list).map(coverageOfShares);
  if (covered.includes('all')) return { certainty: 'explicit', isOpen: false, isNamed: true };
  if (covered.includes('both')) return { certainty: 'near', isOpen: false, isNamed: true };
  if (covered.includes('some')) return { certainty: 'explicit', isOpen: true, isNamed: true };
  if (last !== undefined && isRest(items, last))
    return { certainty: 'explicit', isOpen: false, isNamed: false };
  if (first !== undefined && isSplit(items, first.index))
    return { certainty: 'near', isOpen: false, isNamed: false };
  return { certainty: 'possible', isOpen: false, isNamed: false };
}

const MOST_MISSING = wholeNumber(96);

function isNearlyAll(tie: SumTie): boolean {
  const computed = printedSum(tie);
  const isShort = compare(computed, MOST_MISSING) >= 0 && compare(computed, wholeNumber(100)) < 0;
  return isShort && !agrees(tie);
}

function tieOf(items: readonly Item[], list: readonly Share[]): SumTie | undefined {
  const { certainty, isOpen, isNamed } = readingOf(items, list);
  const tie: SumTie = {
    kind: 'distribution',
    form: 'shares in a sentence',
    parts: list.map(({ quantity }) => ({ quantity })),
    whole: undefined,
    isOpen,
    certainty,
    counts: list.map(({ count }) => count),
  };
  const closed = { ...tie, isOpen: false };
  const isBare = list.every(({ quantity }) => quantity.qualifier === 'exact');
  // Shares in brackets stand behind counts, each with its own half-way case: "1 of 8 (13%) … and 7 (88%)".
  const isCounted = list.some(({ from, index }) => from !== index);
  if (isCounted && agreesAtEnd(closed)) return { ...closed, certainty: 'possible' };
  // A share or two in a hundred that nobody gives may be a slip as well as the grade that is not named.
  if (isOpen && isNearlyAll(closed)) return { ...closed, certainty: 'near' };
  if (agrees(closed)) return certainty === 'possible' && !isBare ? undefined : closed;
  // Two shares or three that do not make 100 are, without more words, shares of whatever there is.
  if (certainty === 'possible') return undefined;
  // The first may be the whole of the others: "Of the 60% who replied, 40% were boys and the remaining 60% girls".
  const isWhole = !isNamed && isNamedWhole(items, list[0]);
  const nested = isWhole ? list.slice(1, -1).map((_, index) => index + 1) : [];
  const rests = nested.map((from) => ({
    ...closed,
    parts: tie.parts.slice(from),
    counts: (tie.counts ?? []).slice(from),
  }));
  return rests.find(agrees) ?? tie;
}

/** Whether a passage may hold shares of one whole: it takes two. */
export function mayHoldDistribution(text: string): boolean {
  const first = /%|per ?cent/i.exec(text);
  return first !== null && /%|per ?cent/i.test(text.slice(first.index + first[0].length));
}

/**
 * Percentages that a passage lists as the shares of one whole, so that they make 100. Only categories that are explicit
 * and leave nothing out are a distribution: the grades of a scale, green, amber and red, "and the remaining 42%". In: the
 * text of a paragraph, list item or cell. Out: ties in reading order, spans in UTF-16 units of the text.
 */
export function readDistributions(text: string, readings = new Readings()): readonly SumTie[] {
  const items = readings.passage(text);
  return listsOf(items).flatMap((list) => tieOf(items, list) ?? []);
}
