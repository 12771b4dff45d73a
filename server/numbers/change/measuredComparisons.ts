import type { Item } from '../passage.ts';
import { amountBefore, figureFrom } from './changeParts.ts';
import { type ChangeTie, canMeasure, sharingUnit } from './changeTie.ts';
import type { Comparative } from './comparatives.ts';
import { laterBefore } from './earlier.ts';

const LEADS = /^(?:the|our|its|their|last|previous)$/;

/**
 * `5,912, 7.4% fewer than the 6,385 in the quarter before`: two counts, sums of money or rates, and by how much they differ. Only
 * what is no percentage itself can be more or less by one without doubt.
 */
export function measuredComparison(items: readonly Item[], comparative: Comparative): ChangeTie | undefined {
  const { index, claim, next } = comparative;
  const by = amountBefore(items, index);
  if (by === undefined || (claim !== 'up' && claim !== 'down')) return undefined;
  const start = LEADS.test(items[next]?.lower ?? '') ? next + 1 : next;
  const compared = figureFrom(items, start, 2)?.quantity;
  const isPlain = compared?.kind === 'count' || compared?.kind === 'money' || compared?.kind === 'rate';
  if (compared === undefined || !isPlain || compared.qualifier !== 'exact') return undefined;
  // "41 fewer than the 337 in March" counts what the two count, "3 more than 12 months" does not.
  if (by.kind === 'count' && (compared.kind !== 'count' || start === next)) return undefined;
  const later = laterBefore(items, index - 1, compared, 'y, higher than x', 'y. This is higher than x', true);
  const [nearest, ...otherLater] = later?.found ?? [];
  const two = nearest && sharingUnit(compared, nearest);
  const [first, last] = [items[index], items[next - 1]];
  if (later === undefined || two === undefined || !first || !last || !canMeasure(by, two[1]))
    return undefined;
  const words = items.slice(index, next).map(({ token }) => token?.text ?? '');
  return {
    kind: 'comparison',
    form: later.form,
    earlier: two[0],
    later: two[1],
    otherLater,
    claim,
    claimSpan: { from: first.from, to: last.to },
    claimText: words.join(' '),
    by,
    times: undefined,
    better: undefined,
    certainty: 'likely',
  };
}
