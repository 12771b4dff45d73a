import type { Better } from '../../report/measureSense.ts';
import type { Span } from '../../text/span.ts';
import type { Quantity } from '../../values/quantity.ts';
import type { Sense, Times } from './directions.ts';

/** How words tie two figures of one measure, as people who look into a tie read it. */
export type ChangeForm =
  | 'from x to y'
  | 'to y from x'
  | 'y, up from x'
  | 'y. This is up from x'
  | 'x, and this rose to y'
  | 'y, higher than x'
  | 'y. This is higher than x'
  | 'y, in line with x'
  | 'y, twice x'
  | '(y compared with x)'
  | 'y against a budget of x'
  | 'y, compared with x: a rise'
  | 'a third (p%)'
  | 'x | y | change';

/**
 * What is said of the way from the one figure to the other: `close` is that there is none to speak of, `equal` that there is
 * none at all.
 */
export type Claim = Sense | 'close' | 'equal';

/** Two figures of one measure, of two times or of two places, and what is said of how they stand to each other. */
export interface ChangeTie {
  readonly kind: 'change' | 'comparison';
  readonly form: ChangeForm;
  /** The figure of the earlier time, or the one that is compared with. */
  readonly earlier: Quantity;
  /** The figure of the later time, or the one that is spoken of. */
  readonly later: Quantity;
  /** Other figures that the words may mean by the later one: only what is wrong for all of them is wrong. */
  readonly otherLater: readonly Quantity[];
  readonly claim: Claim | undefined;
  /** Where the word of the claim stands, and the word. */
  readonly claimSpan: Span;
  readonly claimText: string;
  /** By how much: points, a share of the earlier figure, or a number of what is counted. */
  readonly by: Quantity | undefined;
  readonly times: Times | undefined;
  /** The direction in which the measure gets better, where the words leave no doubt. */
  readonly better: Better | undefined;
  /** `explicit`: the words allow no other reading. `likely`: hardly. `possible`: only agreement says anything. */
  readonly certainty: 'explicit' | 'likely' | 'possible';
}

/** From the first to the last figure of a tie. */
export function changeSpan({ earlier, later, by }: ChangeTie): Span {
  const spans = [earlier, later, ...(by ? [by] : [])].map(({ span }) => span);
  return { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
}

/**
 * Two figures as ones that can be compared: "from 68 to 81%" gives the first its sign, "two thirds" beside a percentage
 * becomes one. Undefined for figures of two kinds.
 */
export function comparable(earlier: Quantity, later: Quantity): readonly [Quantity, Quantity] | undefined {
  if (earlier.kind === 'ordinal' || later.kind === 'ordinal') return undefined;
  if (earlier.exact.numerator < 0n || later.exact.numerator < 0n) return undefined;
  if (earlier.kind === later.kind) return earlier.unit === later.unit ? [earlier, later] : undefined;
  if (later.kind === 'percentage' && earlier.kind === 'fraction') return [perCent(earlier), later];
  if (earlier.kind === 'percentage' && later.kind === 'fraction') return [earlier, perCent(later)];
  return undefined;
}

/** The same with a first figure whose unit stands behind the second alone: "from 72 to 82 per 10,000". */
export function sharingUnit(earlier: Quantity, later: Quantity): readonly [Quantity, Quantity] | undefined {
  const takes = later.kind === 'percentage' || later.kind === 'rate' || later.kind === 'duration';
  const isBare = earlier.kind === 'count' && earlier.qualifier === 'exact';
  return takes && isBare
    ? comparable({ ...earlier, kind: later.kind, unit: later.unit }, later)
    : comparable(earlier, later);
}

/** A fraction in words as the percentage that it is; it stays as loose as it was. */
function perCent(fraction: Quantity): Quantity {
  const exact = { numerator: fraction.exact.numerator * 100n, denominator: fraction.exact.denominator };
  const qualifier = fraction.qualifier === 'exact' ? 'about' : fraction.qualifier;
  return { ...fraction, kind: 'percentage', exact, qualifier, places: 0 };
}

/** Whether an amount can be that of a change between figures of such a kind. */
export function canMeasure(by: Quantity, of: Quantity): boolean {
  if (by.kind === 'points') return of.kind === 'percentage' || of.kind === 'points';
  if (by.kind === 'percentage' || by.kind === 'fraction') return true;
  if (by.kind === 'count') return of.kind === 'count' || of.kind === 'percentage' || of.kind === 'rate';
  return by.kind === of.kind && by.unit === of.unit;
}
