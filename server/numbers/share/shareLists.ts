import type { Quantity } from '../../values/quantity.ts';
import {
  countAt,
  type Item,
  isNaming,
  isOtherFigure,
  isSign,
  isTime,
  isWord,
  percentageAt,
  skipWords,
} from '../passage.ts';
import {
  bracketedCount,
  bracketedShare,
  connectedShare,
  endOfLink,
  NO_STOPS,
  type Part,
  wholeAt,
} from './shareParts.ts';
import { type Reader, type ShareForm, type Tied, tie } from './shareTie.ts';
import { isLess } from './shareWords.ts';
import { wholeBefore } from './wholesBefore.ts';

const ADVERBS = new Set([
  'only',
  'just',
  'a',
  'further',
  'another',
  'some',
  'were',
  'was',
  'are',
  'there',
  'around',
  'the',
  'large',
  'majority',
  'approximately',
]);

/** The index behind words as `only` that may stand before a part. */
export function afterAdverbs(items: readonly Item[], index: number): number {
  let at = index;
  while (at < index + 3 && ADVERBS.has(items[at]?.lower ?? '')) at += 1;
  return at;
}

/** `12 (30%)` or `30% (12)` at `index`; a noun may only stand between if it is the whole's own. */
function partWithShare(
  items: readonly Item[],
  index: number,
  noun: string,
): Omit<Tied, 'form' | 'whole'> | undefined {
  const part = countAt(items, index);
  if (part !== undefined) {
    const isOwn = noun !== '' && items[index + 1]?.lower === noun;
    const behind = isOwn ? index + 2 : index + 1;
    const share = bracketedShare(items, behind) ?? connectedShare(items, behind);
    // "20 (50%) of these" and "20 (50%) of 40" carry a whole of their own.
    return share && endOfLink(items, share.next) === undefined ? { part, share: share.quantity } : undefined;
  }
  const share = percentageAt(items, index);
  const count = share && bracketedCount(items, index + 1);
  // "30% (12) of 40" carries its own whole.
  return count && endOfLink(items, count.next) === undefined ? { share, part: count.quantity } : undefined;
}

// Behind these words a list speaks of another time, place or group.
const TURNS = new Set([
  'compared',
  'against',
  'previous',
  'previously',
  'last',
  'average',
  'nationally',
  'national',
  'england',
  'target',
  'from',
  'increase',
  'increased',
  'decrease',
  'up',
  'down',
  'than',
  'whereas',
  'which',
  'whom',
  'these',
  'those',
  'overall',
  'additional',
]);

function isTurn(items: readonly Item[], index: number): boolean {
  return TURNS.has(items[index]?.lower ?? '') || isOtherFigure(items[index]);
}

/** A whole that has been named, and what the words might mean instead. */
interface NamedWhole {
  readonly form: ShareForm;
  readonly whole: Quantity;
  readonly noun: string;
  readonly rivals: readonly Quantity[];
  /** Whether the words leave it to the reader which figure they mean. */
  readonly isImplied?: boolean;
}

/**
 * The list that begins at `index` and whose whole has been named: `11 (13%) were …, 20 (24%) … and 51 (62%) …`.
 * A later item may be a part of an earlier one, which makes that a rival of the whole.
 */
function tieList(reader: Reader, named: NamedWhole, index: number): void {
  const { items } = reader;
  const { form, whole, noun, isImplied = false } = named;
  const sentence = items[index]?.sentence;
  const rivals = [...named.rivals];
  for (let at = index; at < index + 60 && items[at]?.sentence === sentence; at += 1) {
    if (isTurn(items, at)) return;
    const part = at > index && isSign(items, at - 1, '(') ? undefined : partWithShare(items, at, noun);
    // "14 social workers (5%)" after "of 44 teams" is an unlike item, and so may be all that follow.
    if (part === undefined && (at === index || isUnlikeItem(items, at))) return;
    if (part === undefined) continue;
    if (isImplied && !isLess(part.part, whole)) return;
    tie(reader, { form, whole, otherWholes: [...rivals], isImplied, ...part });
    rivals.push(part.part);
  }
}

function isUnlikeItem(items: readonly Item[], index: number): boolean {
  if (countAt(items, index) === undefined) return false;
  const bracket = skipWords(items, index + 1, 6, NO_STOPS);
  return bracket !== undefined && bracket > index + 1 && bracketedShare(items, bracket) !== undefined;
}

const BEFORE_OF = new Set([
  'that',
  'and',
  'but',
  'however',
  'sample',
  'cohort',
  'total',
  'where',
  'showed',
  'found',
  'shows',
  'show',
]);
const OPENS_CLAUSE = new Set([',', ';', ':', '(', '.', '-', '–', '—', '•', '*', '◼', '?', '!']);

function opensClause(items: readonly Item[], index: number): boolean {
  const before = items[index - 1];
  if (before?.lower === 'out')
    return items[index - 2] === undefined || items[index - 2]?.token?.kind === 'symbol';
  if (before === undefined || BEFORE_OF.has(before.lower)) return true;
  return before.token?.kind === 'symbol' && OPENS_CLAUSE.has(before.token.text);
}

/** A whole that has been named, and the index at which what is said of its parts begins. */
interface Opening {
  readonly named: NamedWhole;
  readonly at: number;
}

/** `Of 82 referrals, …`, from `of` at `index`. */
function ofWhole(items: readonly Item[], index: number): Opening | undefined {
  if (!opensClause(items, index)) return undefined;
  const whole = wholeAt(items, index + 1);
  if (whole === undefined) return undefined;
  const stop = skipWords(items, whole.next, 16, CLAUSE_STOPS, true);
  if (stop === undefined) return undefined;
  const isCut = isSign(items, stop, ',') || isSign(items, stop, ':') || isSign(items, stop, '–');
  const noun = isWord(items[whole.next]) ? (items[whole.next]?.lower ?? '') : '';
  const named = { form: 'of N, n (p%)' as const, whole: whole.quantity, noun, rivals: [] };
  return { named, at: afterAdverbs(items, isCut ? stop + 1 : stop) };
}

/** `Of 82 referrals, 11 (13%) …`, from `of` at `index`. */
export function tieOfWhole(reader: Reader, index: number): void {
  const opening = ofWhole(reader.items, index);
  if (opening !== undefined) tieList(reader, opening.named, opening.at);
}

const CLAUSE_STOPS = new Set(['compared', 'than', 'while']);

/** The counts before `index` in its sentence: a part of the last may be stated as a share of an earlier one. */
function earlierCounts(items: readonly Item[], index: number): Quantity[] {
  const counts: Quantity[] = [];
  const sentence = items[index]?.sentence;
  for (let at = index - 1; at > index - 30 && at >= 0 && items[at]?.sentence === sentence; at -= 1) {
    const count = countAt(items, at);
    if (count !== undefined) counts.push(count);
  }
  return counts;
}

/** The count that "which", "whom" or "these" means: the one before `from`, back to where `sentence` begins. */
function countBefore(
  items: readonly Item[],
  from: number,
  sentence: number | undefined,
): { readonly whole: Quantity; readonly at: number } | undefined {
  for (let at = from; at >= 0 && at > from - 20 && items[at]?.sentence === sentence; at -= 1) {
    const item = items[at];
    if (isNaming(item) || isTime(items, at)) continue;
    // A share, a bracket or a bare year between makes it unsure what is meant: "649 (92%) were seen, of which 603 (86%)".
    const isCut = isSign(items, at, ';') && countsIn(items, at, sentence) !== 1;
    if (isSign(items, at, ')') || isCut || isOtherFigure(item)) return undefined;
    const whole = countAt(items, at);
    if (whole !== undefined) return { whole, at };
    if (item?.quantity !== undefined && item.quantity.kind !== 'duration') return undefined;
  }
  return undefined;
}

/** `17 live with parents, of whom …` and `40 plans were read; of these, …`, from `of` at `index`: the whole is the count before. */
function ofWhich(items: readonly Item[], index: number): Opening | undefined {
  const pronoun = items[index + 1]?.lower ?? '';
  const isNumber =
    ['this', 'that'].includes(pronoun) &&
    ['number', 'total', 'group', 'cohort'].includes(items[index + 2]?.lower ?? '');
  const isThese = (isNumber || ['these', 'those', 'them'].includes(pronoun)) && opensClause(items, index);
  if (!isThese && pronoun !== 'which' && pronoun !== 'whom') return undefined;
  const isApart = isThese && (isSign(items, index - 1, ';') || isSign(items, index - 1, '.'));
  const from = isApart ? index - 2 : index - 1;
  const sentence = items[from]?.sentence;
  const behind = isNumber ? index + 3 : index + 2;
  const part = isSign(items, behind, ',') ? behind + 1 : behind;
  // Another sentence may count several things, of which any may be meant.
  if (sentence !== items[index]?.sentence && countsIn(items, from, sentence) !== 1) {
    const several = isApart ? wholeBefore(items, from) : undefined;
    const form = 'N, of which n (p%)' as const;
    return (
      several && { named: { form, noun: '', ...several, isImplied: true }, at: afterAdverbs(items, part) }
    );
  }
  const before = countBefore(items, from, sentence);
  if (before === undefined) return undefined;
  const { whole, at } = before;
  const named = { form: 'N, of which n (p%)' as const, whole, noun: '', rivals: earlierCounts(items, at) };
  return { named, at: afterAdverbs(items, part) };
}

/** `17 live with parents, of whom 8 (47%) …` and its like, from `of` at `index`. */
export function tieOfWhich(reader: Reader, index: number): void {
  const opening = ofWhich(reader.items, index);
  if (opening !== undefined) tieList(reader, opening.named, opening.at);
}

/** The whole that `of` at `index` names, and where what is said of its parts begins: `Of 45 interviews,`, `45 …, of which`. */
export function openingAt(items: readonly Item[], index: number): Opening | undefined {
  return ofWhich(items, index) ?? ofWhole(items, index);
}

function countsIn(items: readonly Item[], from: number, sentence: number | undefined): number {
  let counts = 0;
  for (let at = from; at >= 0 && counts < 2 && items[at]?.sentence === sentence; at -= 1)
    if (items[at]?.quantity !== undefined) counts += 1;
  return counts;
}

/** `or 63%`: 436 staff (304 or 63% of whom). */
function shareAfterOr(items: readonly Item[], index: number): Part | undefined {
  const at = isSign(items, index, ',') ? index + 1 : index;
  const quantity = items[at]?.lower === 'or' ? percentageAt(items, at + 1) : undefined;
  return quantity && { quantity, next: isSign(items, at + 2, ',') ? at + 3 : at + 2 };
}

/** `40 children left care, 12 of whom (30%) …` and `…, 12 (30%) of whom …`, from the part at `index`. */
export function tieOfThem(reader: Reader, index: number): void {
  const { items } = reader;
  const part = countAt(items, index);
  if (part === undefined) return;
  const inside = bracketedShare(items, index + 1) ?? shareAfterOr(items, index + 1);
  const link = inside?.next ?? index + 1;
  if (items[link]?.lower !== 'of' || !['which', 'whom', 'them'].includes(items[link + 1]?.lower ?? ''))
    return;
  const share = inside ?? bracketedShare(items, link + 2);
  const before = countBefore(items, index - 1, items[index]?.sentence);
  if (share === undefined || before === undefined) return;
  const { whole, at } = before;
  const otherWholes = earlierCounts(items, at);
  tie(reader, { form: 'N, n of whom (p%)', share: share.quantity, part, whole, otherWholes });
}
