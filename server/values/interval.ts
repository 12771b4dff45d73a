import { type Decimal, formatDecimal, roundRational, toRational, trimmed } from './decimal.ts';
import { add, compare, divide, multiply, negate, powerOfTen, type Rational, whole } from './rational.ts';

/** All the numbers between two ends; an end that is `undefined` is infinite, and a closed end belongs to the interval. */
export interface Interval {
  readonly low: Rational | undefined;
  readonly lowClosed: boolean;
  readonly high: Rational | undefined;
  readonly highClosed: boolean;
}

/** The interval that holds one number only, as a count does. */
export function point(value: Rational): Interval {
  return closed(value, value);
}

/** Whether the interval holds one number only. */
export function isPoint({ low, high }: Interval): boolean {
  return low !== undefined && high !== undefined && compare(low, high) === 0;
}

/** All numbers from `low` to `high`, both included. */
export function closed(low: Rational, high: Rational): Interval {
  return { low, lowClosed: true, high, highClosed: true };
}

/** All numbers greater than `low`; `low` itself only if `included`. */
export function above(low: Rational, included = false): Interval {
  return { low, lowClosed: included, high: undefined, highClosed: false };
}

/** All numbers less than `high`; `high` itself only if `included`. */
export function below(high: Rational, included = false): Interval {
  return { low: undefined, lowClosed: false, high, highClosed: included };
}

/** Half a unit of the last place shown: 0.5 for no places, 0.05 for one. */
export function halfUnit(places: number): Rational {
  if (places <= 0) return multiply(powerOfTen(-places), { numerator: 1n, denominator: 2n });
  return { numerator: 1n, denominator: 2n * powerOfTen(places).numerator };
}

/**
 * What a value written with `places` decimals stands for: [v − ½·10⁻ᵈ, v + ½·10⁻ᵈ], both ends included, so that every
 * convention for halves is accepted. Source: XBRL Calculations 1.1, "round to nearest".
 */
export function roundedTo(value: Rational, places: number): Interval {
  const half = halfUnit(places);
  return closed(add(value, negate(half)), add(value, half));
}

/** What a decimal stands for when it is taken as rounded to the places it shows. */
export function shown(value: Decimal): Interval {
  return roundedTo(toRational(value), value.places);
}

/** Whether `a` begins above the end of `b`, that is, shares no number with it on that side. */
function liesAbove(a: Interval, b: Interval): boolean {
  if (a.low === undefined || b.high === undefined) return false;
  const order = compare(a.low, b.high);
  return order > 0 || (order === 0 && !(a.lowClosed && b.highClosed));
}

/** Whether some number lies in both. */
export function intersects(a: Interval, b: Interval): boolean {
  return !liesAbove(a, b) && !liesAbove(b, a) && !isEmpty(a) && !isEmpty(b);
}

/** Whether the two have their ends in common and nothing else: either goes on where the other ends. */
export function meetAtEnd(a: Interval, b: Interval): boolean {
  const common = intersection(a, b);
  if (common?.low === undefined || common.high === undefined || compare(common.low, common.high) !== 0)
    return false;
  return !isWithin(common.low, a) || !isWithin(common.low, b);
}

/** Whether a number lies in the interval and is not one of its ends, unless it is the only number there. */
function isWithin(value: Rational, { low, high }: Interval): boolean {
  const isAlone = low !== undefined && high !== undefined && compare(low, high) === 0;
  const isAtEnd = [low, high].some((end) => end !== undefined && compare(end, value) === 0);
  return isAlone || !isAtEnd;
}

/** Whether no number lies in the interval: its ends are crossed, or meet and are not both included. */
export function isEmpty(interval: Interval): boolean {
  return liesAbove(interval, interval);
}

/** Whether `value` lies in the interval. */
export function contains(interval: Interval, value: Rational): boolean {
  return intersects(interval, point(value));
}

/** The numbers that lie in both; `undefined` when there is none. */
export function intersection(a: Interval, b: Interval): Interval | undefined {
  if (!intersects(a, b)) return undefined;
  const lower = higherLow(a, b);
  const upper = negated(higherLow(negated(a), negated(b)));
  return { low: lower.low, lowClosed: lower.lowClosed, high: upper.high, highClosed: upper.highClosed };
}

function higherLow(a: Interval, b: Interval): Interval {
  if (a.low === undefined) return b;
  if (b.low === undefined) return a;
  const order = compare(a.low, b.low);
  if (order === 0) return a.lowClosed ? b : a;
  return order > 0 ? a : b;
}

/** The interval mirrored at zero. */
export function negated(interval: Interval): Interval {
  return {
    low: interval.high && negate(interval.high),
    lowClosed: interval.highClosed,
    high: interval.low && negate(interval.low),
    highClosed: interval.lowClosed,
  };
}

function plus(a: Interval, b: Interval): Interval {
  return {
    low: a.low && b.low && add(a.low, b.low),
    lowClosed: a.lowClosed && b.lowClosed,
    high: a.high && b.high && add(a.high, b.high),
    highClosed: a.highClosed && b.highClosed,
  };
}

/** All sums of one number from each interval; the sum of none is zero. */
export function sum(intervals: readonly Interval[]): Interval {
  return intervals.reduce(plus, point(whole(0)));
}

/** All differences of a number of `a` and a number of `b`. */
export function difference(a: Interval, b: Interval): Interval {
  return plus(a, negated(b));
}

/** The interval times a number, which may be negative or zero. */
export function scaled(interval: Interval, factor: Rational): Interval {
  if (factor.numerator === 0n) return point(whole(0));
  const turned = factor.numerator < 0n ? negated(interval) : interval;
  const size = factor.numerator < 0n ? negate(factor) : factor;
  return {
    ...turned,
    low: turned.low && multiply(turned.low, size),
    high: turned.high && multiply(turned.high, size),
  };
}

/**
 * All quotients of a number of `part` and a number of `of`, for intervals of numbers that cannot be negative.
 * `undefined` when every number of `of` is zero or less.
 */
export function quotient(part: Interval, of: Interval): Interval | undefined {
  const zero = whole(0);
  if (of.high !== undefined && compare(of.high, zero) <= 0) return undefined;
  const least = part.low !== undefined && compare(part.low, zero) > 0 ? part.low : zero;
  const leastIncluded = least === part.low ? part.lowClosed : true;
  const divisor = of.low !== undefined && compare(of.low, zero) > 0 ? of.low : undefined;
  return {
    low: of.high === undefined ? zero : divide(least, of.high),
    lowClosed: of.high === undefined ? least === zero && leastIncluded : leastIncluded && of.highClosed,
    high: part.high && divisor && divide(part.high, divisor),
    highClosed: part.highClosed && of.lowClosed,
  };
}

/** Writes the interval for people: `62.5 to 63.5`, `over 60`, `at least 60`, `exactly 28`; ends have at most three decimals. */
export function formatInterval(interval: Interval): string {
  const { low, high } = interval;
  if (low !== undefined && high !== undefined) {
    return compare(low, high) === 0 ? `exactly ${written(low)}` : `${written(low)} to ${written(high)}`;
  }
  if (low !== undefined) return `${interval.lowClosed ? 'at least' : 'over'} ${written(low)}`;
  if (high !== undefined) return `${interval.highClosed ? 'at most' : 'under'} ${written(high)}`;
  return 'any number';
}

function written(value: Rational): string {
  return formatDecimal(trimmed(roundRational(value, 3)));
}
