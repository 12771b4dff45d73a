import type { Span } from '../../text/span.ts';
import { formatDecimal, roundRational, toRational } from '../../values/decimal.ts';
import {
  closed,
  difference,
  type Interval,
  intersects,
  negated,
  point,
  quotient,
  roundedTo,
  scaled,
} from '../../values/interval.ts';
import { intervalOf, type Quantity } from '../../values/quantity.ts';
import {
  add,
  compare,
  divide,
  fraction,
  multiply,
  powerOfTen,
  type Rational,
  subtract,
  whole,
} from '../../values/rational.ts';
import { inStyleOf } from '../judge.ts';
import { standsFor } from '../sum/sums.ts';
import type { TieVerdict } from '../tie.ts';
import type { ChangeTie } from './changeTie.ts';

/** What the two figures say of the words beside them. `fault` is what does not agree: the way, the amount or the multiple. */
export interface ChangeJudgement {
  readonly verdict: TieVerdict;
  readonly fault?: 'direction' | 'amount' | 'times';
  readonly repairs: readonly ChangeRepair[];
}

/** One figure that can be changed so that the amount agrees. */
export interface ChangeRepair {
  readonly quantity: Quantity;
  readonly span: Span;
  readonly replacement: string;
  /** The new figure as a message names it. */
  readonly text: string;
}

const HUNDRED = whole(100);

/** Which way the figures must have gone for the words to be right; undefined where that is not known. */
export function wayOf({ claim, better }: Pick<ChangeTie, 'claim' | 'better'>): 'up' | 'down' | undefined {
  if (claim === 'up' || claim === 'down') return claim;
  if (better !== 'higher' && better !== 'lower') return undefined;
  if (claim === 'better') return better === 'higher' ? 'up' : 'down';
  if (claim === 'worse') return better === 'higher' ? 'down' : 'up';
  return undefined;
}

/** Whether the later figure cannot be more than the earlier one, not even by what rounding hides. */
export function cannotRise(earlier: Interval, later: Interval): boolean {
  return earlier.low !== undefined && later.high !== undefined && compare(later.high, earlier.low) <= 0;
}

function directionFails(tie: ChangeTie, later: Quantity): boolean {
  const [from, to] = [standsFor(tie.earlier), standsFor(later)];
  if (tie.claim === 'close') return areFar(tie.earlier, later);
  if (tie.claim === 'equal') return !intersects(from, to);
  const way = wayOf(tie);
  if (way === undefined) return false;
  return way === 'up' ? cannotRise(from, to) : cannotRise(to, from);
}

/**
 * "In line with" and "similar to" have no measure of their own. Inspectors write them of figures a few points apart; a
 * quarter of the larger figure, and ten points where they are shares, is more than anybody means by them.
 */
function areFar(a: Quantity, b: Quantity): boolean {
  const [less, more] = compare(a.exact, b.exact) < 0 ? [a.exact, b.exact] : [b.exact, a.exact];
  const gap = subtract(more, less);
  const isQuarter = compare(multiply(gap, whole(4)), more) > 0;
  const isFew = a.kind !== 'percentage' && compare(more, whole(20)) < 0;
  return isQuarter && !isFew && (a.kind !== 'percentage' || compare(gap, whole(10)) > 0);
}

/** The ways from the earlier figure to the later one in points and in per cent of the earlier; both as sizes. */
function sizes(
  tie: ChangeTie,
  later: Quantity,
): readonly { readonly unit: 'own' | '%'; readonly size: Interval }[] {
  const { earlier, by } = tie;
  if (by === undefined) return [];
  const [from, to] = [standsFor(earlier), standsFor(later)];
  const isDown =
    wayOf(tie) === 'down' || (wayOf(tie) === undefined && compare(later.exact, earlier.exact) < 0);
  const own = difference(to, from);
  const ratio = quotient(to, from);
  const relative = ratio && difference(scaled(ratio, HUNDRED), point(HUNDRED));
  const turned = (interval: Interval) => (isDown ? negated(interval) : interval);
  const inOwn = { unit: 'own' as const, size: turned(own) };
  const inShare = relative === undefined ? [] : [{ unit: '%' as const, size: turned(relative) }];
  if (by.kind === 'points') return [inOwn];
  if (by.kind === 'percentage' || by.kind === 'fraction') {
    // "A decrease of 3%" from 30.6% to 27.8% is said of points, and is not wrong enough to speak of.
    return earlier.kind === 'percentage' ? [inOwn, ...inShare] : inShare;
  }
  return [inOwn];
}

/** What the stated amount stands for; a bare number beside percentages is one of points, and rounded as they are. */
function amount({ by, earlier }: ChangeTie): Interval | undefined {
  if (by === undefined) return undefined;
  if (by.kind === 'fraction') return scaled(intervalOf(by), HUNDRED);
  if (by.kind === 'count' && by.qualifier === 'exact' && earlier.kind !== 'count') {
    return roundedTo(by.exact, by.places);
  }
  return intervalOf(by);
}

/** Whether the amount is the share of the figures as printed with its further digits cut off: 36.8% written 36%. */
function isCut(tie: ChangeTie): boolean {
  const { by, earlier } = tie;
  const { share } = changeOf(tie);
  if (by?.kind !== 'percentage' || by.qualifier !== 'exact' || share === undefined) return false;
  if (earlier.kind === 'percentage') return false;
  const end = add(by.exact, powerOfTen(-by.places));
  return compare(by.exact, share) <= 0 && compare(share, end) < 0;
}

function meets(tie: ChangeTie, later: Quantity, stated: Interval | undefined): boolean {
  if (stated === undefined) return false;
  const all = sizes(tie, later);
  return all.some(({ size }) => intersects(size, stated));
}

function tenths(value: number): Rational {
  return fraction(BigInt(Math.round(value * 100)), 100n) ?? whole(0);
}

function timesFail({ times, earlier }: ChangeTie, later: Quantity): boolean {
  const ratio = times && quotient(standsFor(later), standsFor(earlier));
  if (times === undefined || ratio === undefined) return false;
  return !intersects(ratio, closed(tenths(times.least), tenths(times.most)));
}

function faultFor(tie: ChangeTie, later: Quantity): ChangeJudgement['fault'] {
  if (directionFails(tie, later)) return 'direction';
  if (timesFail(tie, later)) return 'times';
  const stated = amount(tie);
  if (stated === undefined || sizes(tie, later).length === 0) return undefined;
  return meets(tie, later, stated) ? undefined : 'amount';
}

/** Judges a tie by exact interval arithmetic; of a tie that is no more than possible, only agreement says anything. */
export function judgeChange(tie: ChangeTie): ChangeJudgement {
  const fault = faultFor(tie, tie.later);
  if (fault === undefined) return { verdict: 'holds', repairs: [] };
  if (fault === 'amount' && isCut(tie)) return { verdict: 'truncated', repairs: [] };
  const isOther = tie.otherLater.some((other) => faultFor(tie, other) === undefined);
  if (isOther || tie.certainty === 'possible') return { verdict: 'unsure', fault, repairs: [] };
  return { verdict: 'contradiction', fault, repairs: fault === 'amount' ? repairsOf(tie) : [] };
}

/** The change in the figures' own unit, and in per cent of the earlier figure where there is one. */
export function changeOf({ earlier, later }: ChangeTie): {
  readonly own: Rational;
  readonly share: Rational | undefined;
} {
  const own = subtract(later.exact, earlier.exact);
  const size = own.numerator < 0n ? subtract(earlier.exact, later.exact) : own;
  return { own: size, share: divide(multiply(size, HUNDRED), earlier.exact) };
}

function repairsOf(tie: ChangeTie): readonly ChangeRepair[] {
  const { earlier, later, by } = tie;
  if (
    by === undefined ||
    [earlier, later, by].some(({ qualifier, places }) => qualifier !== 'exact' || places < 0)
  )
    return [];
  const { own, share } = changeOf(tie);
  const isShare = (by.kind === 'percentage' && earlier.kind !== 'percentage') || by.kind === 'fraction';
  if (isShare) return share === undefined || by.kind === 'fraction' ? [] : repair(by, share);
  const down = compare(later.exact, earlier.exact) < 0;
  const forLater = down ? subtract(earlier.exact, by.exact) : add(earlier.exact, by.exact);
  const forEarlier = down ? add(later.exact, by.exact) : subtract(later.exact, by.exact);
  return [...repair(by, own), ...repair(later, forLater), ...repair(earlier, forEarlier)];
}

function repair(quantity: Quantity, value: Rational): readonly ChangeRepair[] {
  const places = Math.max(0, quantity.places);
  const rounded = toRational(roundRational(value, places));
  const isTooFine = quantity.kind === 'count' && compare(rounded, value) !== 0;
  if (value.numerator < 0n || isTooFine || quantity.kind === 'fraction') return [];
  const unit = quantity.text.slice(quantity.numberSpan.to - quantity.span.from);
  const sign = quantity.text.slice(0, quantity.numberSpan.from - quantity.span.from);
  const text = `${sign}${formatDecimal(roundRational(value, places))}${unit}`;
  return [{ quantity, span: quantity.numberSpan, replacement: inStyleOf(quantity, value), text }];
}
