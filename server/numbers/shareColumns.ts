import type { Quantity } from '../values/quantity.ts';
import { countAt, type Item, isSign } from './passage.ts';

const SHARES = /%|\bper ?cent(?:age)?s?\b/i;
// "% change" and "Variance (%)" tell how figures differ, "% of target" how far one has come.
const NO_SHARES =
  /\b(?:change|variance|difference|increase|decrease|growth|movement|points?|of (?:the )?(?:targets?|budget|plan))\b|\+\s*\/\s*[-–−]/i;
const COUNTS_TOO = /^\W*(?:n|nos?|numbers?|counts?|cases|children|total)\b[\s.]*(?:and|&|\/|,)?\W*%\W*$/i;

/** Whether a cell may give a percentage, or say that those below it are. */
export function mayNameShares(cell: string): boolean {
  return SHARES.test(cell);
}

/** How a header says that the plain numbers below it are percentages. */
export type ShareHeader = 'shares' | 'counts with shares';

/**
 * What a header says of the plain numbers below it: "%" and "Seen in time (%)" give `37.3` its sign, "No. (%)" gives it to
 * the second figure of `262 (37.3)`. Undefined for a header that says nothing of the kind.
 */
export function shareHeader(header: string): ShareHeader | undefined {
  if (!SHARES.test(header) || NO_SHARES.test(header)) return undefined;
  return COUNTS_TOO.test(header) ? 'counts with shares' : 'shares';
}

/** A number without a sign as the percentage that its column's header makes it. */
export function asShare(quantity: Quantity): Quantity | undefined {
  if (quantity.kind === 'percentage') return quantity;
  if (quantity.kind !== 'count' || quantity.isInWords || quantity.places < 0) return undefined;
  return { ...quantity, kind: 'percentage', text: `${quantity.text}%` };
}

/** The two figures of a cell `262 (37.3)` below a header that gives the second its sign. */
export function partWithPlainShare(
  items: readonly Item[],
): { readonly part: Quantity; readonly share: Quantity } | undefined {
  if (items.length !== 4 || !isSign(items, 1, '(') || !isSign(items, 3, ')')) return undefined;
  const part = countAt(items, 0);
  const second = items[2]?.quantity;
  const share = second && asShare(second);
  return part && share && { part, share };
}
