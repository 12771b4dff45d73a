import type { Span } from '../text/span.ts';
import {
  BEHIND_RATE,
  CHANGES,
  COMPARED,
  HOLDERS,
  NOT_COUNTED,
  NOT_YET,
  ONES_OWN,
  VOICE,
} from '../values/childWords.ts';
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
  if (isMotto(items, index, phrase)) return undefined;
  if (isNamed(items, index) || !isStated(items, index) || !isToldOf(items, phrase)) return undefined;
  if (isChange(items, index, phrase) || isRate(items, phrase) || isProportion(items, index)) return undefined;
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

/** "one child, one plan", where no second count of children follows. */
function isMotto(items: readonly Item[], index: number, { next }: ChildPhrase): boolean {
  const isAlone = (at: number) => items[at]?.quantity?.text.toLowerCase() === 'one';
  if (!isAlone(index) || !isSign(items, next, ',') || !isAlone(next + 1)) return false;
  return items[next + 2]?.token?.kind === 'word' && childPhrase(items, next + 2) === undefined;
}

/** What is counted from `index` on, behind the whole if there is one. */
function counted(items: readonly Item[], index: number): ChildPhrase | undefined {
  const isOut = items[index]?.lower === 'out' && items[index + 1]?.lower === 'of';
  if (!isOut && items[index]?.lower !== 'of') return childPhrase(items, index);
  return childPhrase(items, wholeBehind(items, isOut ? index + 2 : index + 1));
}

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
  // The whole of "one in four children", "three out of four children".
  if (before(1) === 'in' && countAt(items, index - 2) !== undefined) return false;
  if (before(1) === 'of' && before(2) === 'out') return false;
  // "her three children", "the mother’s two children".
  if (ONES_OWN.has(before(1)) || (before(1) === 'other' && ONES_OWN.has(before(2)))) return false;
  // "Siblings (two children) may live together".
  if (isSign(items, index - 1, '(') && HOLDERS.has(before(2))) return false;
  // "a mother of two children", "homes for four children", "families with three children".
  if (['of', 'for', 'with'].includes(before(1)) && [2, 3].some((by) => HOLDERS.has(before(by)))) return false;
  return ![1, 2, 3, 4].some((by) => NOT_COUNTED.has(before(by)));
}

/** The second figure of a range or a code: "1-3 children", "1/4 children". */
function isJoinedBefore(items: readonly Item[], index: number): boolean {
  const sign = items[index - 1]?.token;
  return (isDash(sign) || sign?.text === '/') && sign?.to === items[index]?.from;
}

/** As far before "by" as the verb of change may stand: "rose again this year by three children". */
const CHANGE_REACH = 6;

/** "rose by three children", "an increase of three children", "up three children", "three fewer children". */
function isChange(items: readonly Item[], index: number, { noun, next }: ChildPhrase): boolean {
  const own = items[index];
  const word = (at: number) => (items[at]?.sentence === own?.sentence ? (items[at]?.lower ?? '') : '');
  const before = word(index - 1);
  const within = items.slice(index + 1, next).filter((item) => item !== noun);
  if (within.some(({ lower }) => lower === 'fewer' || lower === 'less')) return true;
  if (within.some(({ lower }) => lower === 'more') && word(next) === 'than') return true;
  if (COMPARED.has(word(next)) || before === 'up' || before === 'down') return true;
  if (before !== 'by' && before !== 'of') return false;
  const reach = before === 'by' ? CHANGE_REACH : 1;
  return Array.from({ length: reach }, (_, by) => word(index - 2 - by)).some((one) => CHANGES.has(one));
}

const WHOLES = new Set(['hundred', 'thousand', 'ten', 'twenty']);

/** "two children in every hundred", "one child in five was known", "one child lives in each". */
function isRate(items: readonly Item[], { noun, next }: ChildPhrase): boolean {
  const word = (at: number) => (items[at]?.sentence === noun.sentence ? (items[at]?.lower ?? '') : '');
  for (let at = next; at < next + 5; at += 1) {
    const isOut = word(at) === 'out' && word(at + 1) === 'of';
    if (!isOut && !['in', 'at', 'for', 'to', 'with'].includes(word(at))) continue;
    const whole = isOut ? at + 2 : at + 1;
    if (['each', 'every'].includes(word(whole))) return true;
    if (word(whole) === 'a' && WHOLES.has(word(whole + 1))) return true;
    if (at === next && isWhole(items, whole, word(whole + 1))) return true;
  }
  return false;
}

/** So large is the whole of what is said of children in general. */
const MOST_OF_PROPORTION = 10;

/** "three out of four children live at home": how often it is so, where no "the" says of which four. */
function isProportion(items: readonly Item[], index: number): boolean {
  if (items[index + 1]?.lower !== 'out' || items[index + 2]?.lower !== 'of') return false;
  const whole = countAt(items, index + 3);
  return whole !== undefined && toNumber(whole.value) <= MOST_OF_PROPORTION;
}

/** A round whole with nothing counted behind it; a year is none. */
function isWhole(items: readonly Item[], at: number, behind: string): boolean {
  const quantity = countAt(items, at);
  if (quantity === undefined) return false;
  const value = toNumber(quantity.value);
  const isYear = !quantity.isInWords && value >= 1900 && value < 2100;
  return !isYear && (BEHIND_RATE.has(behind) || behind === '');
}

/** Whether the words behind the noun tell of children, and not of what they said, may become or are in general. */
function isToldOf(items: readonly Item[], { noun, next }: ChildPhrase): boolean {
  const behind: string[] = [];
  // "(two children) may be placed together": the bracket ends nothing.
  const start = isSign(items, next, ')') ? next + 1 : next;
  // "two young people from the Children in Care Council sat on it": whom they speak for may be a long name.
  const reach = items[start]?.lower === 'from' ? 10 : 6;
  for (let at = start; at < start + reach && items[at]?.sentence === noun.sentence; at += 1) {
    if (items[at]?.token?.kind === 'symbol' && !isSign(items, at, ',')) break;
    behind.push(items[at]?.lower ?? '');
  }
  const [first = '', second = '', third = ''] = behind;
  // "One child is too many", "two families are not enough": how many there should be.
  if (behind.some((word, at) => word === 'too' && ['many', 'few'].includes(behind[at + 1] ?? '')))
    return false;
  if (first === 'or' && ['more', 'fewer', 'less'].includes(second)) return false;
  if (first === 'at' && second === 'a' && third === 'time') return false;
  if (first === 'per' || (first === 'to' && ['another', 'the'].includes(second))) return false;
  if (NOT_YET.has(first) || (first === 'who' && NOT_YET.has(second))) return false;
  if (behind.some((word, at) => word === 'part' && /^(?:took|tak)/u.test(behind[at - 1] ?? ''))) return false;
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
