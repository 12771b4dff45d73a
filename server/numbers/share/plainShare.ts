import type { Quantity } from '../../values/quantity.ts';

/** What bare figures say together: whether the share is the rounded one, and whether it is the one cut off. */
export interface PlainShare {
  readonly holds: boolean;
  readonly isCut: boolean;
}

// With these bounds no product below leaves the whole numbers that a number holds exactly.
const LARGEST_COUNT = 1_000_000_000n;
const LARGEST_SHARE = 1_000_000n;
const MOST_PLACES = 3;

/** Whether a quantity is a whole number of things and stands for nothing but itself. */
export function isPlainCount({ kind, qualifier, value, places }: Quantity): boolean {
  return kind === 'count' && qualifier === 'exact' && value.places === 0 && places >= 0;
}

function isSmallCount(quantity: Quantity): boolean {
  const { digits } = quantity.value;
  return isPlainCount(quantity) && digits >= 0n && digits <= LARGEST_COUNT;
}

/**
 * Compares a percentage with a part and its whole in whole numbers: as exact as intervals are, at a small part of their
 * cost, which counts because tables are tried in many layouts. Gives `undefined` for figures that are not as plain as
 * nearly all are.
 */
export function plainShare(share: Quantity, part: Quantity, whole: Quantity): PlainShare | undefined {
  const { kind, qualifier, value } = share;
  if (kind !== 'percentage' || qualifier !== 'exact' || value.places !== share.places) return undefined;
  if (value.places > MOST_PLACES || value.digits < 0n || value.digits > LARGEST_SHARE) return undefined;
  if (!isSmallCount(part) || !isSmallCount(whole) || whole.value.digits === 0n) return undefined;
  const of = Number(whole.value.digits);
  const computed = 100 * 10 ** value.places * Number(part.value.digits);
  const difference = computed - Number(value.digits) * of;
  return { holds: Math.abs(2 * difference) <= of, isCut: difference >= 0 && difference < of };
}
