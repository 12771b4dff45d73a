import type { Span } from '../text/span.ts';
import { formatDecimal, integer, percentage, roundRational, trimmed } from '../values/decimal.ts';
import {
  difference,
  halfUnit,
  type Interval,
  intersects,
  point,
  quotient,
  scaled,
} from '../values/interval.ts';
import { intervalOf, type Quantity } from '../values/quantity.ts';
import {
  add,
  ceiling,
  compare,
  floor,
  multiply,
  type Rational,
  subtract,
  whole as wholeNumber,
} from '../values/rational.ts';
import { numberInWords } from '../values/words.ts';
import { isPlainCount, plainShare } from './share/plainShare.ts';
import type { ShareTie } from './share/shareTie.ts';

/**
 * What the figures of a tie say together. `truncated`: the share is cut where it should be rounded. `unsure`: the share is
 * wrong for the whole that the words name first, but right for another figure that they might mean.
 */
export type ShareVerdict = 'holds' | 'truncated' | 'contradiction' | 'impossible' | 'unsure';

/** One figure that can be changed so that the tie holds. */
export interface Repair {
  readonly target: 'share' | 'part' | 'whole';
  /** What the replacement goes over: the number alone, its unit stays. */
  readonly span: Span;
  readonly replacement: string;
  /** The figure as it stands with the replacement in it, as a title names it: `69.7%`, `eight`. */
  readonly changed: string;
  /** The same in figures with its unit, as a message names it: `69.7%`, `8`. */
  readonly figure: string;
  /** Whether no other value would do at the precision shown. */
  readonly isOnly: boolean;
}

export interface ShareJudgement {
  readonly verdict: ShareVerdict;
  /** Part divided by whole, in per cent, of the figures as printed; missing when the whole is zero. */
  readonly computed?: Rational;
  /** Each changes one figure; together they are the hypotheses of what the author meant. */
  readonly repairs: readonly Repair[];
  /** The two changes that put part and whole in each other's place, where the tie would then hold. */
  readonly swap?: readonly Repair[];
}

const HUNDRED: Rational = wholeNumber(100);

/** What a share may stand for, in per cent. */
export function statedShare(share: Quantity): Interval {
  const interval = intervalOf(share);
  return share.kind === 'fraction' ? scaled(interval, HUNDRED) : interval;
}

/** Part divided by whole, in per cent; undefined for a whole of nothing. */
export function computedShare(part: Quantity, of: Quantity): Interval | undefined {
  const share = quotient(intervalOf(part), intervalOf(of));
  return share && scaled(share, HUNDRED);
}

function agrees(share: Quantity, part: Quantity, of: Quantity): boolean {
  const plain = plainShare(share, part, of);
  if (plain !== undefined) return plain.holds;
  const computed = computedShare(part, of);
  return computed !== undefined && intersects(computed, statedShare(share));
}

/** Whether the share is the computed one with its further digits cut off: 69.7 written 69. Only bare figures are judged so. */
function isTruncated(tie: ShareTie, share: Quantity, computed: () => Rational): boolean {
  const plain = plainShare(share, tie.part, tie.whole);
  if (plain !== undefined) return plain.isCut;
  if (!isBare(tie, share) || share.kind !== 'percentage') return false;
  const unit = multiply(halfUnit(share.places), wholeNumber(2));
  const exact = computed();
  return compare(share.exact, exact) <= 0 && compare(exact, add(share.exact, unit)) < 0;
}

function isBare(tie: ShareTie, share: Quantity): boolean {
  return [share, tie.part, tie.whole].every((quantity) => quantity.qualifier === 'exact');
}

/** A part that is certainly more than its whole. */
function isImpossible(part: Quantity, of: Quantity): boolean {
  if (isPlainCount(part) && isPlainCount(of)) return part.value.digits > of.value.digits;
  const [least, most] = [intervalOf(part).low, intervalOf(of).high];
  return least !== undefined && most !== undefined && compare(least, most) > 0;
}

/** `70` for `63`, `69.7` for `63.0`, `Seventy` for `Sixty`: the new number in the manner of the old. */
export function inStyleOf(
  quantity: Quantity,
  value: Rational,
  places = Math.max(0, quantity.places),
): string {
  const decimal = roundRational(value, places);
  const words = quantity.isInWords && places === 0 ? numberInWords(decimal.digits) : undefined;
  if (words === undefined) return formatDecimal(decimal);
  const first = quantity.text.charAt(0);
  const isCapital = first !== first.toLowerCase();
  return isCapital ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : words;
}

/** The unit of a share as the document writes it: `%`, ` per cent`. */
export function unitOf(share: Quantity): string {
  if (share.kind === 'fraction') return '%';
  const written = share.text.slice(share.numberSpan.to - share.span.from);
  return written === '' ? '%' : written.replace(/\s+/g, ' ');
}

/** The whole numbers nearest to the ends of what divided values may be; `undefined` if there is none. */
function wholeNumbersIn(low: Rational, high: Rational): { least: bigint; most: bigint } | undefined {
  const [least, most] = [ceiling(low), floor(high)];
  return least <= most ? { least, most } : undefined;
}

function clamped(value: bigint, range: { least: bigint; most: bigint }): bigint {
  if (value < range.least) return range.least;
  return value > range.most ? range.most : value;
}

function nearest(value: Rational): bigint {
  return roundRational(value, 0).digits;
}

function countRepair(
  target: 'part' | 'whole',
  quantity: Quantity,
  wanted: Rational,
  range: { least: bigint; most: bigint } | undefined,
): Repair[] {
  if (range === undefined) return [];
  const isOnly = range.least === range.most;
  return [countChange(target, quantity, clamped(nearest(wanted), range), isOnly)];
}

function countChange(target: 'part' | 'whole', quantity: Quantity, value: bigint, isOnly: boolean): Repair {
  const replacement = inStyleOf(quantity, wholeNumber(value));
  const figure = formatDecimal(integer(value));
  return { target, span: quantity.numberSpan, replacement, changed: replacement, figure, isOnly };
}

/**
 * The computed share as it is offered: with a decimal where whole per cents are shown in prose, because there a whole
 * one would hide how far off the figures are; in a table, whose columns show one form, and in words as the author shows it.
 */
function shareRepair({ form }: ShareTie, share: Quantity, computed: Rational): Repair {
  const shown = Math.max(0, share.places);
  const places = shown > 0 || share.isInWords || form === 'cells of a table' ? shown : 1;
  const rounded = trimmed(roundRational(computed, places));
  const value = rounded.places < shown ? roundRational(computed, shown) : rounded;
  const replacement = share.isInWords ? inStyleOf(share, computed) : formatDecimal(value);
  const figure = `${formatDecimal(value)}${unitOf(share)}`;
  const changed = `${replacement}${unitOf(share)}`;
  return { target: 'share', span: share.numberSpan, replacement, changed, figure, isOnly: true };
}

function repairsOf(tie: ShareTie, share: Quantity, computed: Rational): Repair[] {
  // What "about" and "over" leave open cannot be computed back, and a fraction in words has no digit to change.
  if (!isBare(tie, share) || share.kind !== 'percentage') return [];
  const repairs = compare(computed, HUNDRED) <= 0 ? [shareRepair(tie, share, computed)] : [];
  const half = halfUnit(share.places);
  const [low, high] = [subtract(share.exact, half), add(share.exact, half)];
  return [...repairs, ...partRepair(tie, share, low, high), ...wholeRepair(tie, share, low, high)];
}

function partRepair(tie: ShareTie, share: Quantity, low: Rational, high: Rational): Repair[] {
  const perCent = multiply(tie.whole.exact, { numerator: 1n, denominator: 100n });
  const range = wholeNumbersIn(multiply(low, perCent), multiply(high, perCent));
  if (range === undefined || compare(share.exact, HUNDRED) > 0) return [];
  const least = range.least < 0n ? 0n : range.least;
  const size = tie.whole.value.digits;
  const most = range.most > size ? size : range.most;
  return countRepair('part', tie.part, multiply(share.exact, perCent), { least, most });
}

function wholeRepair(tie: ShareTie, share: Quantity, low: Rational, high: Rational): Repair[] {
  const zero = wholeNumber(0);
  const part = multiply(tie.part.exact, HUNDRED);
  if (compare(low, zero) <= 0 || compare(part, zero) === 0) return [];
  const by = (divisor: Rational): Rational =>
    multiply(part, { numerator: divisor.denominator, denominator: divisor.numerator });
  const range = wholeNumbersIn(by(high), by(low));
  if (range === undefined || range.most < tie.part.value.digits) return [];
  const size = tie.part.value.digits;
  return countRepair('whole', tie.whole, by(share.exact), {
    least: range.least < size ? size : range.least,
    most: range.most,
  });
}

/**
 * Judges a tie by exact interval arithmetic. In: a tie. Out: the verdict, the computed share in per cent, and, for a
 * contradiction or a cut share, each single change that would repair it. No number is rounded before it is compared.
 */
export function judge(tie: ShareTie): ShareJudgement {
  const { share, part, whole } = tie;
  const verdict = verdictOf(tie);
  const computed = percentage(part.value.digits, whole.value.digits);
  if (computed === undefined) return { verdict, repairs: [] };
  if (verdict === 'holds' || verdict === 'unsure') return { verdict, computed, repairs: [] };
  const repairs = share === undefined ? [] : repairsOf(tie, share, computed);
  const swap = verdict === 'impossible' ? swapOf(tie) : undefined;
  return { verdict, computed, repairs, ...(swap === undefined ? {} : { swap }) };
}

/** "52 of 48" may be "48 of 52", if the share that is stated says so as well. */
function swapOf(tie: ShareTie): readonly Repair[] | undefined {
  const { share, part, whole } = tie;
  if (!isBare(tie, share ?? part) || part.value.digits === 0n || whole.value.digits === 0n) return undefined;
  if (share !== undefined && !agrees(share, whole, part)) return undefined;
  return [
    countChange('part', part, whole.value.digits, true),
    countChange('whole', whole, part.value.digits, true),
  ];
}

/** The verdict alone, for those who weigh many ties that may not be meant. */
export function verdictOf(tie: ShareTie): ShareVerdict {
  const { share, part, whole } = tie;
  if (whole.value.digits === 0n) return 'unsure';
  if (share !== undefined && isReadOtherwise(tie, share)) return 'unsure';
  if (isImpossible(part, whole)) return 'impossible';
  if (share === undefined || agrees(share, part, whole)) return 'holds';
  const computed = () => percentage(part.value.digits, whole.value.digits) ?? HUNDRED;
  return isTruncated(tie, share, computed) ? 'truncated' : 'contradiction';
}

/** "3 of 40 were not seen in time (93%)": the share may be that of the others. */
function isOfTheOthers(tie: ShareTie, share: Quantity): boolean {
  const computed = computedShare(tie.part, tie.whole);
  if (computed === undefined || isImpossible(tie.part, tie.whole)) return false;
  return intersects(difference(point(HUNDRED), computed), statedShare(share));
}

function isReadOtherwise(tie: ShareTie, share: Quantity): boolean {
  const { part, whole } = tie;
  if (agrees(share, part, whole) && !isImpossible(part, whole)) return false;
  if (tie.isNegated && isOfTheOthers(tie, share)) return true;
  if (tie.otherShares.some((other) => agrees(other, part, whole))) return true;
  return tie.otherWholes.some(
    (other) => other.value.digits > part.value.digits && agrees(share, part, other),
  );
}
