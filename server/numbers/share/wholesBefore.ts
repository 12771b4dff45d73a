import { integer, roundRational } from '../../values/decimal.ts';
import type { Quantity } from '../../values/quantity.ts';
import { add, multiply, type Rational, whole as wholeNumber } from '../../values/rational.ts';
import { countAt, type Item } from '../passage.ts';
import { FARTHEST } from './shareWords.ts';

/** A whole that words in another sentence mean, and what else they might mean. */
export interface WholeBefore {
  readonly whole: Quantity;
  readonly rivals: readonly Quantity[];
}

const CHANGES = new Set('reduction increase decrease rise fall drop growth average difference'.split(' '));
const AMOUNTS = new Set('more fewer less higher lower additional extra'.split(' '));

/** Whether the count at `index` tells by how much something changed, or a mean: "a reduction of 41", "12 fewer". */
function isAmount(items: readonly Item[], index: number): boolean {
  const [before, second] = [items[index - 1]?.lower ?? '', items[index - 2]?.lower ?? ''];
  return (
    before === 'by' || (before === 'of' && CHANGES.has(second)) || AMOUNTS.has(items[index + 1]?.lower ?? '')
  );
}

/** A count that is not printed, but may be meant: the sum of several, or a share of one. */
function unprinted(like: Quantity, exact: Rational, qualifier: Quantity['qualifier']): Quantity {
  return { ...like, value: integer(roundRational(exact, 0).digits), exact, places: 0, qualifier };
}

/** What may be meant besides the counts themselves: all of them together, and the share of one that is given. */
function impliedBy(counts: readonly Quantity[], shares: readonly Quantity[]): readonly Quantity[] {
  const [first] = counts;
  if (first === undefined) return [];
  const all = counts.map(({ exact }) => exact).reduce(add, wholeNumber(0));
  const together = counts.length > 1 ? [unprinted(first, all, 'exact')] : [];
  const parts = shares.flatMap((share) =>
    counts.map((count) => {
      const by = share.kind === 'percentage' ? { numerator: 1n, denominator: 100n } : wholeNumber(1);
      return unprinted(count, multiply(multiply(share.exact, by), count.exact), 'about');
    }),
  );
  return [...together, ...parts];
}

// With more counts than these nobody knows what is meant.
const MOST_COUNTS = 4;

/**
 * The whole that "these" means where it opens the sentence behind the item at `from`: the largest count of the sentence that
 * ends there. Others, their sum, and the shares that are given of them are what it might mean as well. Undefined where
 * nothing is counted, or too much.
 */
export function wholeBefore(items: readonly Item[], from: number): WholeBefore | undefined {
  const sentence = items[from]?.sentence;
  const counts: Quantity[] = [];
  const shares: Quantity[] = [];
  for (let at = from; at >= 0 && items[at]?.sentence === sentence; at -= 1) {
    if (from - at > FARTHEST) return undefined;
    const quantity = items[at]?.quantity;
    if (quantity?.kind === 'percentage' || quantity?.kind === 'fraction') shares.push(quantity);
    const count = countAt(items, at);
    if (count !== undefined && !isAmount(items, at)) counts.push(count);
  }
  const [whole, ...others] = counts.sort((a, b) => Number(b.value.digits - a.value.digits));
  if (whole === undefined || counts.length > MOST_COUNTS || shares.length > MOST_COUNTS) return undefined;
  return { whole, rivals: [...others, ...impliedBy(counts, shares)] };
}

/** The index of the last item of the sentence before that of `index`, where `index` opens its own but for words as "only". */
export function endOfSentenceBefore(
  items: readonly Item[],
  index: number,
  leads: ReadonlySet<string>,
): number | undefined {
  const sentence = items[index]?.sentence;
  let at = index - 1;
  while (
    items[at]?.sentence === sentence &&
    (leads.has(items[at]?.lower ?? '') || items[at]?.token?.text === ',')
  )
    at -= 1;
  return at >= 0 && items[at]?.sentence === (sentence ?? 0) - 1 ? at : undefined;
}
