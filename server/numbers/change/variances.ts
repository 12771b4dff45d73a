import type { Quantity } from '../../values/quantity.ts';
import { type Item, isSign, moneyAt } from '../passage.ts';
import { bracketedShare } from '../share/shareParts.ts';
import { sentenceStart } from './changeParts.ts';
import type { ChangeTie } from './changeTie.ts';

const VARIANCE = /^(over|under)(?:spends?|spent|spending)$/;

/** The word at `index` as one that holds what is spent against a budget. */
function claimAt(items: readonly Item[], index: number): 'up' | 'down' | undefined {
  const [, side] = VARIANCE.exec(items[index]?.lower ?? '') ?? [];
  return side === undefined ? undefined : side === 'over' ? 'up' : 'down';
}

const AGAINST = /^(?:against|versus|vs|to|with)$/;

/** What is spent and what there is to spend, of the two sums of money in front of `end` in its sentence. */
function spentOf(
  items: readonly Item[],
  end: number,
): { readonly spent: Quantity; readonly budget: Quantity } | undefined {
  const places: number[] = [];
  for (let at = sentenceStart(items, end); at < end; at += 1)
    if (moneyAt(items, at) !== undefined) places.push(at);
  const [first, second] = places;
  if (first === undefined || second === undefined || places.length > 2) return undefined;
  const between = items.slice(first + 1, second).map(({ lower }) => lower);
  const spent = moneyAt(items, first);
  const budget = moneyAt(items, second);
  const isBudget = between.includes('budget') || items[second + 1]?.lower === 'budget';
  const isHeld = between.some((word) => AGAINST.test(word)) && !between.includes('from');
  return isBudget && isHeld && spent !== undefined && budget !== undefined ? { spent, budget } : undefined;
}

/** `£31.4m against a budget of £30.2m, an overspend of £1.2m (4%)`, from the word for it at `index`. */
export function varianceTies(items: readonly Item[], index: number): readonly ChangeTie[] {
  const claim = claimAt(items, index);
  const item = items[index];
  if (claim === undefined || item === undefined) return [];
  const two = spentOf(items, index);
  if (two === undefined) return [];
  const amount = items[index + 1]?.lower === 'of' ? moneyAt(items, index + 2) : undefined;
  const share = amount === undefined ? undefined : bracketedShare(items, index + 3)?.quantity;
  const tie = (by: Quantity | undefined): ChangeTie => ({
    kind: 'comparison',
    form: 'y against a budget of x',
    earlier: two.budget,
    later: two.spent,
    otherLater: [],
    claim,
    claimSpan: { from: item.from, to: item.to },
    claimText: item.token?.text ?? '',
    by,
    times: undefined,
    better: undefined,
    certainty: 'explicit',
  });
  // A share that is of something else would be said to be: "(4% of turnover)" is none that stands alone.
  const isAlone = share !== undefined && isSign(items, index + 5, ')');
  return isAlone ? [tie(amount), tie(share)] : [tie(amount)];
}
