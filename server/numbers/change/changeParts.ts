import { monthNamed } from '../../values/calendar.ts';
import type { Quantity } from '../../values/quantity.ts';
import { type Item, isNaming, isOtherFigure, isSign, isWord } from '../passage.ts';
import type { Direction } from './directions.ts';

/** A figure and the index of the item behind it. */
export interface ReadQuantity {
  readonly quantity: Quantity;
  readonly index: number;
}

// Words that only say which figure of a measure is meant: "from a low of 20%", "from last year's figure of 45%".
const WHICH = new Set(
  (
    'a an the low high peak lowest highest average mean median of duration figure total just only about approximately around ' +
    'last previous year years quarter month baseline level position all time record current currently now its their our own ' +
    "local authority authority's authority’s council's council’s year's year’s years’ month's month’s quarter's quarter’s " +
    'rate rates overall starting point reported published recorded as at in on under over nearly some'
  ).split(' '),
);

/** Whether the duration at `index` only says what kind of figure follows: "the three-year average", "a 12 month rolling rate". */
export function isAdjectival(items: readonly Item[], index: number): boolean {
  if (items[index]?.quantity?.kind !== 'duration') return false;
  return /^(?:averages?|rolling|mean|moving|period|programme|plans?|timescales?|targets?|limit|deadline|standards?|reviews?|trend)$/.test(
    items[index + 1]?.lower ?? '',
  );
}

/** The figure that begins at `index`, behind words that say no more than which figure of the measure it is. */
export function figureFrom(items: readonly Item[], index: number, most = 7): ReadQuantity | undefined {
  for (let at = index; at <= index + most; at += 1) {
    const item = items[at];
    if (item === undefined) return undefined;
    if (item.quantity !== undefined) {
      return isWithinRange(items, at) || isAdjectival(items, at)
        ? undefined
        : { quantity: item.quantity, index: at + 1 };
    }
    const isTime = isOtherFigure(item) || monthNamed(item.lower) !== undefined;
    const isJoin = isSign(items, at, '-') || isSign(items, at, '–') || isSign(items, at, '/');
    if (!WHICH.has(item.lower) && !isTime && !(isJoin && isOtherFigure(items[at - 1]))) return undefined;
  }
  return undefined;
}

/** Words that say no more than which earlier time is meant: "in the same quarter last year", "a year before". */
const TIME =
  /^(?:in|at|on|for|by|as|the|that|those|this|a|an|our|of|end|close|start|same|last|previous|preceding|year|years|quarter|month|months|week|period|time|date|point|earlier|before|ago|figure|q[1-4]|h[12]|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|term|one|two|financial|year[’']s|quarter[’']s|month[’']s)$/;
const MOST_TIME_WORDS = 9;

/** The one figure in brackets behind words that name an earlier time, from `index`: `in Q2 (330)`, `a year earlier (621)`. */
export function behindTime(items: readonly Item[], index: number): ReadQuantity | undefined {
  for (let at = index; at <= index + MOST_TIME_WORDS; at += 1) {
    const item = items[at];
    if (item === undefined) return undefined;
    if (isSign(items, at, '(')) {
      const quantity = items[at + 1]?.quantity;
      const isAlone = quantity !== undefined && isSign(items, at + 2, ')');
      return at > index && isAlone ? { quantity, index: at + 3 } : undefined;
    }
    const isPart = isOtherFigure(item) || isNaming(item) || isSign(items, at, '/') || isSign(items, at, '–');
    if (!TIME.test(item.lower) && !isPart && item.quantity?.kind !== 'duration') return undefined;
  }
  return undefined;
}

/** "12 to 15", "60–70%", "1:20": one end of a range, or one side of a ratio, is no figure of its own. */
function isWithinRange(items: readonly Item[], at: number): boolean {
  const before = items[at - 1]?.lower === 'between';
  const next = items[at + 1]?.token;
  const isJoined = next?.kind === 'symbol' && /^[-–—/:+]$/.test(next.text);
  return before || (isJoined && (items[at + 2]?.quantity !== undefined || isOtherFigure(items[at + 2])));
}

const NO_ADVERB = /^(?:family|only|early|supply)$/;

/** Behind adverbs: "risen significantly", "increased year on year". */
export function afterAdverbs(items: readonly Item[], index: number): number {
  let at = index;
  while (at < index + 6) {
    const lower = items[at]?.lower ?? '';
    const isYear = /^(?:year|month|quarter)$/.test(lower) && /^(?:on|-)$/.test(items[at + 1]?.lower ?? '');
    if (isYear) {
      at += items[at + 1]?.lower === '-' ? 5 : 3;
      continue;
    }
    const isAdverb = /^(?:\w+ly|further|again|also|even|then|since|steadily|in-year)$/.test(lower);
    if (!isAdverb || NO_ADVERB.test(lower)) return at;
    at += 1;
  }
  return at;
}

/** What an opening bracket at `index` holds, and where it ends; undefined where it does not end soon. */
export function bracket(
  items: readonly Item[],
  index: number,
): { readonly quantities: readonly Quantity[]; readonly next: number } | undefined {
  if (!isSign(items, index, '(') && !isSign(items, index, '[')) return undefined;
  const quantities: Quantity[] = [];
  for (let at = index + 1; at < index + 22; at += 1) {
    const item = items[at];
    if (item === undefined) return undefined;
    if (isSign(items, at, ')') || isSign(items, at, ']')) return { quantities, next: at + 1 };
    if (item.quantity !== undefined) quantities.push(item.quantity);
  }
  return undefined;
}

/** Words behind which another clause begins, whose figures are its own. */
export const CLAUSE =
  /^(?:but|while|whilst|whereas|although|though|however|because|compared|against|whose|when|if|than|despite|versus|vs)$/;

/** Whether a figure at `index` is the whole of another: "20 of 45", "out of 46", "of the 46". */
export function isWhole(items: readonly Item[], index: number): boolean {
  const before = items[index - 1]?.lower;
  return before === 'of' || (before === 'the' && items[index - 2]?.lower === 'of');
}

/** The index of the first item of the sentence that `index` stands in. */
export function sentenceStart(items: readonly Item[], index: number): number {
  let start = index;
  while (start > 0 && items[start - 1]?.sentence === items[index]?.sentence) start -= 1;
  return start;
}

/** Whether the items between hold words only, and no end of a clause: what is between belongs to one phrase. */
export function isPhrase(items: readonly Item[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const item = items[at];
    if (item === undefined || (!isWord(item) && !isSign(items, at, '-') && !isOtherFigure(item)))
      return false;
    if (CLAUSE.test(item.lower)) return false;
  }
  return true;
}

/** `by 13 points`, `of 13`, `13 points` behind "up". */
export function amountAt(
  items: readonly Item[],
  index: number,
  direction: Direction,
): { readonly by: Quantity; readonly next: number } | undefined {
  const lower = items[index]?.lower;
  const isLinked = lower === 'by' || (lower === 'of' && direction.kind === 'noun');
  const kind = items[index]?.quantity?.kind;
  // "fell 12%" is a change by so much, "fell 12 times" is none.
  const isShare = kind === 'percentage' || kind === 'points';
  const isBare = direction.kind === 'particle' ? kind !== undefined : direction.kind === 'verb' && isShare;
  if (!isLinked && !isBare) return undefined;
  const found = figureFrom(items, isLinked ? index + 1 : index, 2);
  return found && found.quantity.kind !== 'ordinal' ? { by: found.quantity, next: found.index } : undefined;
}

/** The figure right before a comparative or a noun of change that says by how much: "7.4% fewer", "a 35% increase". */
export function amountBefore(items: readonly Item[], index: number): Quantity | undefined {
  const quantity = items[index - 1]?.quantity;
  if (quantity === undefined || quantity.exact.numerator < 0n) return undefined;
  const isAmount = quantity.kind === 'percentage' || quantity.kind === 'points' || quantity.kind === 'count';
  return isAmount || quantity.kind === 'fraction' ? quantity : undefined;
}
