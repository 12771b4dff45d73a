import type { Quantity } from '../values/quantity.ts';
import { countAt, type Item, isSign, percentageAt, skipWords } from './passage.ts';

/** A quantity found at some place, and the index of the item behind the place. */
export interface Part {
  readonly quantity: Quantity;
  readonly next: number;
}

/** Two counts said to be part and whole: `25 of 44`; `next` is the index behind the whole. */
export interface PartOfWhole {
  readonly part: Quantity;
  readonly whole: Quantity;
  readonly next: number;
}

export const NO_STOPS: ReadonlySet<string> = new Set();

const RESTATES = new Set([
  'or',
  'i.e',
  'ie',
  'is',
  'that',
  'which',
  'being',
  'representing',
  'equating',
  'equates',
  'equal',
  'equivalent',
  'to',
  'a',
  'some',
]);
const BEFORE_WHOLE = new Set(['the', 'these', 'those', 'all', 'its', 'their', 'our', 'total', 'a', 'of']);
const COMPARES = new Set([
  'of',
  'more',
  'fewer',
  'less',
  'higher',
  'lower',
  'up',
  'down',
  'above',
  'below',
  'better',
  'worse',
  'points',
  'point',
  'increase',
  'decrease',
  'reduction',
  'rise',
  'fall',
  'in',
  'for',
  'compared',
  'against',
  'target',
  'nationally',
  'than',
]);

/** Whether the share at `index` says of itself what it is a share of, or that it compares: "57% of those entered". */
export function isOfSomethingElse(items: readonly Item[], index: number): boolean {
  return COMPARES.has(items[index]?.lower ?? '');
}

/** `(57%)`, `(or 21.8%)`, `(57%, up from 40%)` from the opening bracket at `index`. `(57% of those entered)` names another whole. */
export function bracketedShare(items: readonly Item[], index: number): Part | undefined {
  if (!isSign(items, index, '(')) return undefined;
  let at = index + 1;
  for (
    let words = 0;
    words < 4 && (RESTATES.has(items[at]?.lower ?? '') || isSign(items, at, '='));
    words += 1
  )
    at += 1;
  if (['i', 'e'].includes(items[at]?.lower ?? '')) at += 4;
  const quantity = shareAt(items, at);
  if (quantity === undefined) return undefined;
  if (isSign(items, at + 1, ')')) return { quantity, next: at + 2 };
  const isCut = isSign(items, at + 1, ',') || isSign(items, at + 1, ';');
  return isCut ? { quantity, next: at + 2 } : undefined;
}

/** A percentage, or a share in words as `two thirds`. */
export function shareAt(items: readonly Item[], index: number): Quantity | undefined {
  const quantity = items[index]?.quantity;
  return quantity?.kind === 'fraction' ? quantity : percentageAt(items, index);
}

/** `(12)`: a count alone in brackets. */
export function bracketedCount(items: readonly Item[], index: number): Part | undefined {
  const quantity = isSign(items, index, '(') ? countAt(items, index + 1) : undefined;
  return quantity && isSign(items, index + 2, ')') ? { quantity, next: index + 3 } : undefined;
}

/** "12 of two authorities' plans": the noun behind the number owns what is counted. */
function isPossessive(items: readonly Item[], index: number): boolean {
  for (let at = index; at < index + 3; at += 1) {
    const item = items[at];
    if (item?.token?.kind !== 'word') return false;
    if (/['’]s$/.test(item.lower)) return true;
    const after = items[at + 1]?.token;
    if (after !== undefined && !after.spaced && (after.text === '’' || after.text === "'")) return true;
  }
  return false;
}

/** The whole behind `of`, `out of`, `/`: `of 44 teams`, `of the 25 pupils`, `out of a total of 754`. `index` is behind that link. */
export function wholeAt(items: readonly Item[], index: number): Part | undefined {
  let at = index;
  for (let words = 0; words < 4 && BEFORE_WHOLE.has(items[at]?.lower ?? ''); words += 1) at += 1;
  const quantity = countAt(items, at);
  // "Seven of one team's cases", "12 of two authorities' plans": the number counts owners, not the whole.
  if (quantity === undefined || quantity.value.digits < 2n || isPossessive(items, at + 1)) return undefined;
  return { quantity, next: at + 1 };
}

/** The index behind `of` or `out of` at `index`. */
export function endOfLink(items: readonly Item[], index: number): number | undefined {
  if (items[index]?.lower === 'of') return index + 1;
  return items[index]?.lower === 'out' && items[index + 1]?.lower === 'of' ? index + 2 : undefined;
}

/** `25 of 44`, `210 out of 754`, `649/704`, `12 children out of 30`: a part and its whole that begin at `index`. */
export function partOfWhole(items: readonly Item[], index: number): PartOfWhole | undefined {
  const part = countAt(items, index);
  if (part === undefined) return undefined;
  const slash = items[index + 1]?.token;
  const isSlash = slash?.text === '/' && isSign(items, index + 1, '/');
  const link = isSlash ? index + 2 : (endOfLink(items, index + 1) ?? endOfDistantLink(items, index + 1));
  const whole = link === undefined ? undefined : wholeAt(items, link);
  if (whole === undefined) return undefined;
  return { part, whole: whole.quantity, next: whole.next };
}

// "12 children moved out of 30 homes": with a verb before it, "out of" is no share, so that only short noun phrases are passed.
const MOVES = /(?:ed|ing)$/;
const OTHER_MOVES = new Set([
  'live',
  'lives',
  'come',
  'go',
  'placed',
  'sent',
  'school',
  'borough',
  'are',
  'were',
  'was',
  'went',
  'came',
  'grew',
  'ran',
  'run',
  'get',
  'got',
  'left',
]);

function endOfDistantLink(items: readonly Item[], index: number): number | undefined {
  const at = skipWords(items, index, 4, new Set(['out']));
  if (at === undefined || at === index || endOfLink(items, at) !== at + 2) return undefined;
  const before = items[at - 1]?.lower ?? '';
  return MOVES.test(before) || OTHER_MOVES.has(before) ? undefined : at + 2;
}
