import type { Quantity } from '../../values/quantity.ts';
import type { Item } from '../passage.ts';
import { betterOfWords, wordsBefore } from '../proseSense.ts';
import { behindTime, sentenceStart } from './changeParts.ts';
import { type ChangeTie, type Claim, canMeasure, sharingUnit } from './changeTie.ts';
import type { Comparative } from './comparatives.ts';
import { figuresIn } from './earlier.ts';

const MORE: Readonly<Record<string, Claim>> = {
  more: 'up',
  higher: 'up',
  fewer: 'down',
  less: 'down',
  lower: 'down',
};

/** `18 fewer than in Q2 (330)`, `twice as many as the year before (11)`, from its first figure or word at `index`. */
export function againstEarlier(items: readonly Item[], index: number): ChangeTie | undefined {
  return amountMore(items, index) ?? timesAsMany(items, index);
}

function amountMore(items: readonly Item[], index: number): ChangeTie | undefined {
  const by = items[index]?.quantity;
  const claim = MORE[items[index + 1]?.lower ?? ''];
  if (by === undefined || claim === undefined || items[index + 2]?.lower !== 'than') return undefined;
  const found = behindTime(items, index + 3);
  const two = found && laterOf(items, index, found.quantity);
  if (two === undefined || !canMeasure(by, two.later)) return undefined;
  return tieOf(items, index, index + 1, { ...two, claim, by, times: undefined });
}

const DOUBLE: NonNullable<Comparative['times']> = { name: 'double', least: 1.7, most: 2.5 };

function timesAsMany(items: readonly Item[], index: number): ChangeTie | undefined {
  if (items[index]?.lower !== 'twice' || items[index + 1]?.lower !== 'as') return undefined;
  const isMany = /^(?:many|much|high)$/.test(items[index + 2]?.lower ?? '');
  if (!isMany || items[index + 3]?.lower !== 'as') return undefined;
  const found = behindTime(items, index + 4);
  const two = found && laterOf(items, index, found.quantity);
  return two && tieOf(items, index, index, { ...two, claim: undefined, by: undefined, times: DOUBLE });
}

interface Two {
  readonly earlier: Quantity;
  readonly later: Quantity;
  readonly otherLater: readonly Quantity[];
}

/** The figure in front of the words, in their sentence; what else may be meant is kept. */
function laterOf(items: readonly Item[], index: number, like: Quantity): Two | undefined {
  const [nearest, ...otherLater] = figuresIn(items, sentenceStart(items, index), index, like);
  const two = nearest && sharingUnit(like, nearest);
  return two && { earlier: two[0], later: two[1], otherLater };
}

function tieOf(
  items: readonly Item[],
  index: number,
  word: number,
  said: Two & Pick<ChangeTie, 'claim' | 'by' | 'times'>,
): ChangeTie | undefined {
  const item = items[word];
  if (item === undefined) return undefined;
  return {
    kind: 'comparison',
    form: said.times === undefined ? 'y, higher than x' : 'y, twice x',
    ...said,
    claimSpan: { from: item.from, to: item.to },
    claimText: item.token?.text ?? '',
    better: betterOfWords(wordsBefore(items, index), said.later),
    certainty: 'explicit',
  };
}
