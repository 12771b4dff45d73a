import { formatDecimal, integer, percentage, roundRational, trimmed } from '../../values/decimal.ts';
import type { Quantity } from '../../values/quantity.ts';
import type { Rational } from '../../values/rational.ts';

/**
 * What a share says of a whole whose parts are counted. `open`: the whole is so large that every share is possible.
 * `truncated`: only a share that is cut and not rounded fits.
 */
export type WholeCountVerdict = 'open' | 'holds' | 'truncated' | 'impossible';

/** A part of the whole and the share that it makes. */
export interface CountedShare {
  readonly part: bigint;
  readonly share: Rational;
}

export interface WholeCountJudgement {
  readonly verdict: WholeCountVerdict;
  /** The parts whose shares lie next to the stated one, the lesser first; for a share that fits, the one that does. */
  readonly nearest: readonly CountedShare[];
}

/**
 * Judges whether a share can be that of a whole number of people or cases. A share p with d decimals of N fits where some
 * whole n has 100·n/N within half a unit of the last place, either way of rounding halves; with N of 10^(2+d) and more
 * every share does. Source: N. J. L. Brown and J. A. J. Heathers, "The GRIM Test", Social Psychological and
 * Personality Science 8 (2017), 363–369, which asks the same of means.
 */
export function judgeWholeCount(share: Quantity, whole: Quantity): WholeCountJudgement {
  const places = Math.max(0, share.places);
  const scale = 10n ** BigInt(places);
  const of = whole.value.digits;
  if (of >= 100n * scale) return { verdict: 'open', nearest: [] };
  // Both sides of 100·n/N = p are taken times N and the scale, so that only whole numbers are compared.
  const stated = share.value.digits * of;
  const made = (part: bigint) => 100n * scale * part;
  const below = clamped(stated / (100n * scale), of);
  const parts = [below, below + 1n].filter((part) => part <= of);
  const fits = parts.find((part) => 2n * distance(made(part), stated) <= of);
  if (fits !== undefined) return { verdict: 'holds', nearest: [countedShare(fits, of)] };
  const cut = parts.find((part) => made(part) >= stated && made(part) - stated < of);
  const nearest = parts.map((part) => countedShare(part, of));
  if (cut !== undefined) return { verdict: 'truncated', nearest: [countedShare(cut, of)] };
  return { verdict: 'impossible', nearest };
}

function clamped(part: bigint, of: bigint): bigint {
  if (part < 0n) return 0n;
  return part > of ? of : part;
}

function distance(a: bigint, b: bigint): bigint {
  return a > b ? a - b : b - a;
}

function countedShare(part: bigint, of: bigint): CountedShare {
  return { part, share: percentage(part, of) ?? { numerator: 0n, denominator: 1n } };
}

/** A share as it would be written beside one with so many decimals, with one more, where that says more. */
export function shareText(share: Rational, places: number): string {
  return formatDecimal(trimmed(roundRational(share, places + 1)));
}

/** A whole number as messages write it. */
export function countText(count: bigint): string {
  return formatDecimal(integer(count));
}
