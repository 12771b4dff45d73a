import type { Quantity } from '../../values/quantity.ts';
import { compare, multiply, subtract, whole } from '../../values/rational.ts';
import { type Item, isSign, skipWords } from '../passage.ts';
import { Readings } from '../readings.ts';
import { bracketedShare, CLAUSE_WORDS, endOfLink, wholeAt } from '../share/shareParts.ts';
import { type ChangeTie, comparable } from './changeTie.ts';
import { judgeChange } from './judgeChange.ts';

// People write "a third" of 30% and of 36%.
const LOOSE = whole(5);

/** Whether two shares are further apart than words are from figures. */
function areApart(inWords: Quantity, share: Quantity): boolean {
  const gap = subtract(share.exact, multiply(inWords.exact, whole(100)));
  const size = gap.numerator < 0n ? { ...gap, numerator: -gap.numerator } : gap;
  return compare(size, LOOSE) > 0;
}

/** The share in figures in the bracket behind the one in words at `index`, and what it is a share of. */
function shareBehind(items: readonly Item[], index: number): Quantity | undefined {
  const link = endOfLink(items, index + 1);
  const counted = link === undefined ? undefined : wholeAt(items, link);
  const bracket = skipWords(items, counted?.next ?? index + 1, 6, CLAUSE_WORDS);
  if (bracket === undefined || !isSign(items, bracket, '(')) return undefined;
  const share = bracketedShare(items, bracket)?.quantity;
  return share?.kind === 'percentage' && share.qualifier === 'exact' ? share : undefined;
}

/** Whether a passage may give a share in words and in figures, judged without reading it. */
export function mayHoldShareInWords(text: string): boolean {
  return /\d\s?(?:%|per ?cent)\s*[),;]/i.test(text);
}

/**
 * `a third of plans (33%)`, `one in eight children (12.6%)`: one share in words and in figures. In: the text of a paragraph,
 * item or cell. Out: a tie for each; of those that are neither near nor far apart there is none.
 */
export function readSharesInWords(text: string, readings = new Readings()): readonly ChangeTie[] {
  if (!mayHoldShareInWords(text)) return [];
  const items = readings.passage(text);
  return items.flatMap(({ quantity }, index): ChangeTie[] => {
    const share = quantity?.kind === 'fraction' ? shareBehind(items, index) : undefined;
    const two = quantity && share && comparable(quantity, share);
    if (quantity === undefined || two === undefined || share === undefined) return [];
    // "More than half (48%)" is what quantity words are checked for.
    if (quantity.qualifier !== 'exact' && quantity.qualifier !== 'about') return [];
    const tie: ChangeTie = {
      kind: 'comparison',
      form: 'a third (p%)',
      earlier: two[0],
      later: two[1],
      otherLater: [],
      claim: 'equal',
      claimSpan: quantity.span,
      claimText: quantity.text,
      by: undefined,
      times: undefined,
      better: undefined,
      certainty: 'likely',
    };
    return judgeChange(tie).verdict === 'holds' || areApart(quantity, share) ? [tie] : [];
  });
}
