import type { Span } from '../text/span.ts';
import { CHANGES, HOLDERS, NOT_COUNTED, NOT_YET, VOICE } from '../values/childWords.ts';
import type { Decimal } from '../values/decimal.ts';
import type { Quantity } from '../values/quantity.ts';
import { isDash } from '../values/tokens.ts';
import { type ChildPhrase, childPhrase, isOne, isTitle } from './children.ts';
import { countAt, type Item, isSign, percentageAt } from './passage.ts';

/** A count of a few children in running text, in the text's own offsets. */
export interface SmallCount {
  /** All that says so. */
  readonly at: Span;
  /** The number alone. */
  readonly number: Span;
  readonly count: number;
  readonly isInWords: boolean;
  /** Whether a share says it, such as 12.5% of 8. */
  readonly isShare: boolean;
}

/** Counts of fewer than `threshold` children, young people, care leavers or families, and of at least one. */
export function smallCounts(items: readonly Item[], threshold: number): readonly SmallCount[] {
  const found: SmallCount[] = [];
  for (let index = 0; index < items.length; index += 1) {
    const own = plainCount(items, index, threshold) ?? share(items, index, threshold);
    if (own === undefined) continue;
    found.push(own);
    // "three of the four families" is told once.
    while ((items[index + 1]?.from ?? own.at.to) < own.at.to) index += 1;
  }
  return found;
}

function toNumber({ digits, places }: Decimal): number {
  return Number(digits) / 10 ** places;
}

function smallAt(items: readonly Item[], index: number, threshold: number): Quantity | undefined {
  const quantity = countAt(items, index);
  const value = quantity === undefined ? 0 : toNumber(quantity.value);
  return quantity?.qualifier === 'exact' && value >= 1 && value < threshold ? quantity : undefined;
}

/** `three children`, `2 of 17 care leavers`, `two of the eight young people`. */
function plainCount(items: readonly Item[], index: number, threshold: number): SmallCount | undefined {
  const quantity = smallAt(items, index, threshold);
  const phrase = quantity && counted(items, index + 1);
  if (quantity === undefined || phrase === undefined || isTitle(phrase)) return undefined;
  const isOfWhole = items[index + 1]?.lower === 'of' || items[index + 1]?.lower === 'out';
  // "4 family or friends" has the number of a page before it.
  if (!isOfWhole && isOne(phrase) !== (toNumber(quantity.value) === 1)) return undefined;
  if (isNamed(items, index) || !isStated(items, index) || !isToldOf(items, phrase)) return undefined;
  return {
    at: { from: quantity.span.from, to: phrase.noun.to },
    number: quantity.numberSpan,
    count: toNumber(quantity.value),
    isInWords: quantity.isInWords,
    isShare: false,
  };
}

/** "One Council, One family": a motto, which has its capitals within a sentence. */
function isNamed(items: readonly Item[], index: number): boolean {
  const [before, own] = [items[index - 1], items[index]];
  // A number that stands before a sentence is that of its page or paragraph.
  if (own?.quantity?.isInWords === false && /^\p{Lu}\p{Ll}/u.test(items[index + 1]?.token?.text ?? ''))
    return true;
  if (before?.sentence !== own?.sentence || !/^\p{Lu}/u.test(own?.quantity?.text ?? '')) return false;
  return before?.token?.kind === 'word' || before?.token?.text === ',';
}

/** What is counted from `index` on, behind the whole if there is one. */
function counted(items: readonly Item[], index: number): ChildPhrase | undefined {
  const isOut = items[index]?.lower === 'out' && items[index + 1]?.lower === 'of';
  if (!isOut && items[index]?.lower !== 'of') return childPhrase(items, index);
  return childPhrase(items, wholeBehind(items, isOut ? index + 2 : index + 1));
}

const ITS = new Set(['her', 'his', 'their']);
const ARTICLES = new Set(['the', 'these', 'those', 'our', 'all', 'its', 'their', 'his', 'her']);

/** The index behind "the 17" of "of the 17 children". */
function wholeBehind(items: readonly Item[], index: number): number {
  let at = index;
  while (ARTICLES.has(items[at]?.lower ?? '')) at += 1;
  return countAt(items, at) === undefined ? at : at + 1;
}

/** Whether the words before the figure leave it a count of what is so. */
function isStated(items: readonly Item[], index: number): boolean {
  const sentence = items[index]?.sentence;
  const before = (by: number) =>
    items[index - by]?.sentence === sentence ? (items[index - by]?.lower ?? '') : '';
  if (['or', 'to', '#'].includes(before(1)) || isJoinedBefore(items, index)) return false;
  if (before(1) === 'by' && CHANGES.has(before(2))) return false;
  // "A mother said that her three children were seen": whom a report lets speak.
  if (ITS.has(before(1)) && [2, 3, 4, 5, 6].some((by) => VOICE.has(before(by)))) return false;
  if (before(1) === 'in' && countAt(items, index - 2) !== undefined) return false;
  // "a mother of two children", "homes for four children", "families with three children".
  if (['of', 'for', 'with'].includes(before(1)) && [2, 3].some((by) => HOLDERS.has(before(by)))) return false;
  return ![1, 2, 3, 4].some((by) => NOT_COUNTED.has(before(by)));
}

/** The second figure of a range or a code: "1-3 children", "1/4 children". */
function isJoinedBefore(items: readonly Item[], index: number): boolean {
  const sign = items[index - 1]?.token;
  return (isDash(sign) || sign?.text === '/') && sign?.to === items[index]?.from;
}

/** Whether the words behind the noun tell of children, and not of what they said, may become or are in general. */
function isToldOf(items: readonly Item[], { noun, next }: ChildPhrase): boolean {
  const behind: string[] = [];
  for (let at = next; at < next + 6 && items[at]?.sentence === noun.sentence; at += 1) {
    if (items[at]?.token?.kind === 'symbol' && !isSign(items, at, ',')) break;
    behind.push(items[at]?.lower ?? '');
  }
  const [first = '', second = '', third = ''] = behind;
  if (first === 'or' && ['more', 'fewer', 'less'].includes(second)) return false;
  if (first === 'at' && second === 'a' && third === 'time') return false;
  if (first === 'in' && ['every', 'each'].includes(second)) return false;
  if (first === 'per' || (first === 'to' && ['another', 'the'].includes(second))) return false;
  if (NOT_YET.has(first) || (first === 'who' && NOT_YET.has(second))) return false;
  return !behind.some((word) => VOICE.has(word));
}

/** `12.5% of 8 care leavers`: one of them. */
function share(items: readonly Item[], index: number, threshold: number): SmallCount | undefined {
  const percentage = percentageAt(items, index);
  if (percentage?.qualifier !== 'exact' || items[index + 1]?.lower !== 'of') return undefined;
  const behind = wholeBehind(items, index + 2);
  const whole = countAt(items, behind - 1);
  const phrase = childPhrase(items, behind);
  if (whole === undefined || phrase === undefined || isTitle(phrase)) return undefined;
  const [all, shown] = [toNumber(whole.value), toNumber(percentage.value)];
  const count = Math.round((all * shown) / 100);
  const isOnly = Math.abs((count * 100) / all - shown) <= 0.5 / 10 ** Math.max(0, percentage.places);
  if (count < 1 || count >= threshold || !isOnly) return undefined;
  const { from, to } = percentage.span;
  return { at: { from, to: phrase.noun.to }, number: { from, to }, count, isInWords: false, isShare: true };
}
