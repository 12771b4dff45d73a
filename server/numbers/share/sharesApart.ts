import type { Quantity } from '../../values/quantity.ts';
import { nounPhrase } from '../nouns.ts';
import { speaksOfOther } from '../otherMeasures.ts';
import { countAt, type Item, isSign, isWord, percentageAt, skipWords } from '../passage.ts';
import {
  bracketedCount,
  bracketedShare,
  CLAUSE_WORDS,
  CLAUSES_AFTER_SHARE,
  connectedCount,
  connectedShare,
  endOfLink,
  isClosed,
  isOfSomethingElse,
  NO_STOPS,
  partOfWhole,
  shareAt,
  wholeAt,
} from './shareParts.ts';
import { type Reader, tie } from './shareTie.ts';
import { FARTHEST, isLess, isSameKind, OTHER_TIMES, wordsIn } from './shareWords.ts';

/** The count before `index` with nothing but words between: of "304 staff, " and "38 were seen in time (". */
function countBehind(items: readonly Item[], index: number, stops: ReadonlySet<string>): number | undefined {
  for (let at = index; at > index - 10 && at >= 0; at -= 1) {
    if (countAt(items, at) !== undefined) return at;
    if (!isWord(items[at]) || stops.has(items[at]?.lower ?? '')) return undefined;
  }
  return undefined;
}

/** The index behind what is said up to a sign; "all three modules" is no figure of its own. */
function behindClause(items: readonly Item[], index: number): number | undefined {
  const stop = skipWords(items, index, 12, CLAUSE_WORDS, true);
  const isOfAll =
    stop !== undefined && countAt(items, stop) && ['all', 'both'].includes(items[stop - 1]?.lower ?? '');
  return isOfAll ? skipWords(items, stop + 1, 6, CLAUSE_WORDS, true) : stop;
}

const AUXILIARIES = new Set('is are was were has have had did do does can'.split(' '));

/** Whether words between a whole and a bracket are its noun, or say what they did: "44 teams rated Red (12)" may be 12 teams. */
function isOfAllOf(words: readonly string[]): boolean {
  return words.some((word) => AUXILIARIES.has(word)) || nounPhrase(words).length === words.length;
}

/** `Two thirds of the 436 staff (290)` and `304 staff, 70% of the 436,` from the share at `index`. */
function tieShareOfWhole(reader: Reader, index: number): void {
  const { items } = reader;
  const share = shareAt(items, index);
  const link = share && endOfLink(items, index + 1);
  const whole = link === undefined ? undefined : wholeAt(items, link);
  if (share === undefined || whole === undefined) return;
  const behind = behindClause(items, whole.next);
  const inside =
    behind === undefined ? undefined : (bracketedCount(items, behind) ?? connectedCount(items, behind));
  if (inside !== undefined && isOfAllOf(wordsIn(items, whole.next, behind ?? whole.next))) {
    if (!isLess(inside.quantity, whole.quantity)) return;
    tie(reader, { form: 'p% of N (n)', share, part: inside.quantity, whole: whole.quantity });
    return;
  }
  const isApart = [',', '(', '–', '—'].some((sign) => isSign(items, index - 1, sign));
  // "63% of the 436" without a noun can only mean what was just counted.
  const isBare = !isWord(items[whole.next]) && isSign(items, index - 1, '(');
  const at = isApart ? countBehind(items, index - 2, isBare ? NO_STOPS : CLAUSE_WORDS) : undefined;
  const part = at === undefined ? undefined : countAt(items, at);
  if (at === undefined || part === undefined || !isLess(part, whole.quantity)) return;
  if (endOfLink(items, at + 1) !== undefined || !isSameKind(items, at, whole.next - 1)) return;
  // "(50% of the 45 approved last year)" are others.
  const end = skipWords(items, whole.next, 4, CLAUSE_WORDS);
  const words = end === undefined ? undefined : wordsIn(items, whole.next, end);
  if (words === undefined || !isClosed(items, end ?? index)) return;
  if (!isOfAllOf(words) || words.some((word) => OTHER_TIMES.has(word))) return;
  tie(reader, { form: 'n, p% of N', share, part, whole: whole.quantity });
}

const JOINS = new Set(['with', '–', '—', '-', ':', ',']);

/**
 * `70% with 304 of 436 staff.`, `83% – 38 of 46 –` and `70% of staff, 304 out of 436, have`, from the share at `index`: a
 * clause of part and whole alone behind it.
 */
export function tieShareBefore(reader: Reader, index: number): void {
  const { items } = reader;
  const share = percentageAt(items, index);
  const join = share && skipWords(items, index + 1, 6, CLAUSES_AFTER_SHARE);
  if (share === undefined || join === undefined || !JOINS.has(items[join]?.token?.text ?? '')) return;
  if (join > index + 1 && !isSign(items, join, ',') && !isSign(items, join, '–')) return;
  const pair = partOfWhole(items, join + 1);
  const end = pair && skipWords(items, pair.next, 3, CLAUSE_WORDS);
  if (pair === undefined || end === undefined || !isClosed(items, end)) return;
  // "73% (38), 12 of 40 (30%)": what follows has a share of its own.
  if (bracketedShare(items, end) !== undefined || connectedShare(items, end) !== undefined) return;
  if (speaksOfOther(items, index, join) || isOfSomethingElse(items, pair.next)) return;
  const { part, whole } = pair;
  tie(reader, { form: 'p%, n of N', share, part, whole, isImplied: true });
}

/** `70% (304 staff of 436)`, from the share at `index`. */
function tieNounWithin(reader: Reader, index: number): void {
  const { items } = reader;
  const share = percentageAt(items, index);
  const part = isSign(items, index + 1, '(') ? countAt(items, index + 2) : undefined;
  const link = part && skipWords(items, index + 3, 3, new Set(['of']));
  if (share === undefined || part === undefined || link === undefined || link === index + 3) return;
  const whole = items[link]?.lower === 'of' ? wholeAt(items, link + 1) : undefined;
  if (whole === undefined || !isSign(items, whole.next, ')') || !isLess(part, whole.quantity)) return;
  tie(reader, { form: 'p% (n of N)', share, part, whole: whole.quantity });
}

/** `(n=304)` at `index`; in capitals where it states the whole. */
function statedNumber(items: readonly Item[], index: number, letter: 'n' | 'N'): Quantity | undefined {
  const isStated = items[index + 1]?.token?.text === letter && isSign(items, index + 2, '=');
  const quantity = isSign(items, index, '(') && isStated ? countAt(items, index + 3) : undefined;
  return isSign(items, index + 4, ')') ? quantity : undefined;
}

/** `70% (n=304) of staff replied (N=436)`, from the share at `index`: only one whole may be stated. */
function tieStatedNumbers(reader: Reader, index: number): void {
  const { items } = reader;
  const share = percentageAt(items, index);
  const part = share && statedNumber(items, index + 1, 'n');
  if (share === undefined || part === undefined) return;
  const wholes: Quantity[] = [];
  for (let at = index - FARTHEST; at < index + FARTHEST; at += 1) {
    const stated = statedNumber(items, at, 'N');
    if (stated !== undefined) wholes.push(stated);
  }
  const [whole] = wholes;
  if (wholes.length === 1 && whole !== undefined && isLess(part, whole))
    tie(reader, { form: 'p% (n) of N', share, part, whole });
}

/** The forms whose figures stand apart from each other, from the quantity at `index`. */
export function tieApart(reader: Reader, index: number): void {
  tieShareOfWhole(reader, index);
  tieNounWithin(reader, index);
  tieStatedNumbers(reader, index);
}
