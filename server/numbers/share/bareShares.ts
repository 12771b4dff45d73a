import type { Quantity } from '../../values/quantity.ts';
import { isNoun, nounPhrase } from '../nouns.ts';
import { speaksOfOther } from '../otherMeasures.ts';
import { type Item, isSign, isWord, percentageAt } from '../passage.ts';
import { Readings } from '../readings.ts';
import { openingAt } from './shareLists.ts';
import { endOfLink, isOfSomethingElse, wholeAt } from './shareParts.ts';
import { readShareTies } from './shares.ts';

/** A share whose whole is printed and whose part is not: `12.5% of the 7 care leavers`. */
export interface BareShare {
  readonly form: 'p% of N' | 'of N, p%' | 'N, of which p%' | 'share beside its whole';
  readonly share: Quantity;
  readonly whole: Quantity;
}

/** A share of people or cases that cannot be one, whatever the whole: more than all of them, or fewer than none. */
export interface WildShare {
  readonly share: Quantity;
  /** The people or cases, as the sentence calls them. */
  readonly noun: string;
}

// What is counted behind the number is no people and no cases, but a size, or posts that may be shared.
const NO_CASES =
  /^(?:miles?|km|kilomet\w+|met(?:re|er)s?|hectares?|acres?|points?|marks?|hours?|minutes?|pages?|posts?|positions?|vacanc\w+|places?|spaces?|beds?|fte|wte|whole|full|million|thousand|degrees?|target|budget|most|top|or|and|to|year|years|percent|per)$/;

function isPlain({ qualifier }: Quantity): boolean {
  return qualifier === 'exact';
}

/** Whether what is counted by the number before `index` are things one can count one by one. */
function isOfCases(items: readonly Item[], index: number): boolean {
  const words = items.slice(index, index + 6).map(({ lower }) => lower);
  const end = words.findIndex((word) => !/^\p{L}/u.test(word));
  const phrase = end < 0 ? words : words.slice(0, end);
  const first = phrase[0] ?? '';
  return (
    first !== '' && !NO_CASES.test(first) && !phrase.some((word) => /^(?:fte|wte|equivalents?)$/.test(word))
  );
}

/** Where a whole stands that has been named not far from `index`. */
function indexOf(items: readonly Item[], quantity: Quantity, index: number): number {
  const from = Math.max(0, index - 40);
  return from + items.slice(from, index + 40).findIndex((item) => item.quantity === quantity);
}

/** `12.5% of the 7 care leavers`, from the share at `index`. */
function shareOfWhole(items: readonly Item[], index: number): BareShare | undefined {
  const share = percentageAt(items, index);
  const link = share && endOfLink(items, index + 1);
  const whole = link === undefined ? undefined : wholeAt(items, link);
  if (share === undefined || whole === undefined || !isOfCases(items, whole.next)) return undefined;
  return { form: 'p% of N', share, whole: whole.quantity };
}

/** `Of the 45 interviews, 50% …` and `12 live there, of whom 19.6% …`, from `of` at `index`. */
function shareBehindWhole(items: readonly Item[], index: number): BareShare | undefined {
  const opening = openingAt(items, index);
  if (opening === undefined) return undefined;
  const { at, named } = opening;
  const share = percentageAt(items, at);
  const { whole } = named;
  if (share === undefined || named.rivals.length > 0 || isOfSomethingElse(items, at + 1)) return undefined;
  // "50% (12)" gives the part, "93% attendance" is a share of something else than cases.
  if (!isWord(items[at + 1]) || isNoun([items[at + 1]?.lower ?? ''])) return undefined;
  if (!isOfCases(items, indexOf(items, whole, at) + 1)) return undefined;
  return { form: named.form === 'of N, n (p%)' ? 'of N, p%' : 'N, of which p%', share, whole };
}

/** Whether a passage may hold a share to be looked at, judged without reading it. */
export function mayHoldBareShare(text: string): boolean {
  return /(?:%|per ?cent)/i.test(text);
}

/**
 * The shares of a passage whose part is not given: those whose whole stands beside them in the words. In: text. Out: share
 * and whole, in the order of the shares; those that another tie judges, and those of means, plans and money, are left out.
 */
export function readBareShares(text: string, readings = new Readings()): readonly BareShare[] {
  if (!mayHoldBareShare(text)) return [];
  const items = readings.passage(text);
  const tied = new Set(readings.of(readShareTies, text).map(({ share }) => share?.span.from));
  const found: BareShare[] = [];
  for (const index of items.keys()) {
    const own = items[index]?.lower === 'of' ? shareBehindWhole(items, index) : shareOfWhole(items, index);
    if (own === undefined || tied.has(own.share.span.from)) continue;
    if (!isPlain(own.share) || !isPlain(own.whole) || speaksOfOther(items, index)) continue;
    if (found.at(-1)?.share !== own.share) found.push(own);
  }
  return found;
}

const VERBS = new Set(
  'are were is was have has had do did does live lived receive received remain remained attend attended achieved made took said told feel felt reported'.split(
    ' ',
  ),
);
const BEFORE_NEGATIVE = new Set(['is', 'was', 'are', 'were', 'only', 'just', 'that', 'at', 'of', 'to']);
// Of these there may be more than were meant: "110% of the planned visits were made", "105% of posts were filled".
const NO_LIMIT =
  /^(?:planned|expected|required|scheduled|commissioned|contracted|funded|agreed|available|previous|last|baseline|original|predicted|established|posts?|places|positions|vacancies|beds|targets?|capacity|budgets?|savings|costs|sales|allocations?|milestones)$/;

/** `120% of children were seen`, `only −5% of the visits were late`: the share at `index`. */
function wildShareAt(items: readonly Item[], index: number): WildShare | undefined {
  const share = percentageAt(items, index);
  if (share === undefined || endOfLink(items, index + 1) !== index + 2) return undefined;
  const isNegative = share.value.digits < 0n;
  const isMore = share.value.digits > 100n * 10n ** BigInt(Math.max(0, share.value.places));
  if (!isPlain(share) || (!isNegative && !isMore) || speaksOfOther(items, index)) return undefined;
  // A dash before a figure need not be a sign.
  if (isNegative && !BEFORE_NEGATIVE.has(items[index - 1]?.lower ?? '')) return undefined;
  let at = index + 2;
  const words: string[] = [];
  for (; isWord(items[at]) && !VERBS.has(items[at]?.lower ?? '') && words.length < 8; at += 1)
    words.push(items[at]?.lower ?? '');
  const phrase = nounPhrase(words.filter((word) => !['the', 'all', 'our', 'these', 'those'].includes(word)));
  const isSaid = VERBS.has(items[at]?.lower ?? '') || isSign(items, at, '.') || items[at] === undefined;
  if (!isSaid || !isNoun(phrase) || phrase.some((word) => NO_LIMIT.test(word))) return undefined;
  return { share, noun: phrase.join(' ') };
}

/** The shares of people or cases in a passage that no people or cases can make up. */
export function readWildShares(text: string, readings = new Readings()): readonly WildShare[] {
  if (!mayHoldBareShare(text)) return [];
  const items = readings.passage(text);
  return [...items.keys()].flatMap((index) => wildShareAt(items, index) ?? []);
}
