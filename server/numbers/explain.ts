import {
  compareDecimals,
  type Decimal,
  formatDecimal,
  roundRational,
  toRational,
  trimmed,
} from '../values/decimal.ts';
import type { Quantity } from '../values/quantity.ts';
import type { Rational } from '../values/rational.ts';
import { judge, type ShareJudgement, unitOf } from './judge.ts';
import type { ShareTie } from './share/shareTie.ts';

/** The figure as messages name it: its own words in figures, `nine` as `9`, and the qualifier kept. */
function named(quantity: Quantity): string {
  const number = formatDecimal(quantity.value);
  return quantity.qualifierText === '' ? number : `${quantity.qualifierText.toLowerCase()} ${number}`;
}

function stated(share: Quantity): string {
  const text = share.isInWords ? share.text.toLowerCase() : share.text.replace(/\s+/g, ' ');
  return share.qualifierText === '' ? text : `${share.qualifierText.toLowerCase()} ${text}`;
}

/**
 * The computed share as the document writes shares, with one decimal more than the stated one shows; with further ones
 * where that would seem to round the other way: 9 of 269 is 3.346%, which rounds to 3.3% though 3.35% would not.
 */
export function computedText(share: Quantity, computed: Rational): string {
  const shown = Math.max(0, share.places);
  const rounded = roundRational(computed, shown);
  let places = shown + 1;
  while (
    places < shown + 4 &&
    !isSame(roundRational(toRational(roundRational(computed, places)), shown), rounded)
  )
    places += 1;
  return `${formatDecimal(trimmed(roundRational(computed, places)))}${unitOf(share)}`;
}

function isSame(a: Decimal, b: Decimal): boolean {
  return compareDecimals(a, b) === 0;
}

function roundedText(share: Quantity, computed: Rational, rounding: 'half-up' | 'down'): string {
  return `${formatDecimal(roundRational(computed, Math.max(0, share.places), rounding))}${unitOf(share)}`;
}

function contradiction(
  tie: ShareTie,
  share: Quantity,
  judgement: ShareJudgement,
  computed: Rational,
): string {
  const [part, whole] = [named(tie.part), named(tie.whole)];
  const sentence = `${part} of ${whole} is ${computedText(share, computed)}, not ${stated(share)}.`;
  const other = judgement.repairs.find((repair) => repair.target === 'part');
  return other === undefined ? sentence : `${sentence} (${stated(share)} of ${whole} is ${other.figure}.)`;
}

/**
 * Says in plain English what a tie's figures say together: `304 of 436 is 69.7%, not 63%. (63% of 436 is 275.)`.
 * In: a tie, and its judgement if that is at hand. Out: one or two sentences, also for a tie that holds.
 */
export function explain(tie: ShareTie, judgement: ShareJudgement = judge(tie)): string {
  const { share } = tie;
  const { computed, verdict } = judgement;
  const pair = `${named(tie.part)} of ${named(tie.whole)}`;
  if (verdict === 'impossible') return `${pair} cannot be: the part is larger than the whole.`;
  if (share === undefined || computed === undefined)
    return `${pair} can be: the part is no larger than the whole.`;
  if (verdict === 'holds') {
    const made = computedText(share, computed);
    return `${pair} is ${made}, ${made === stated(share) ? 'as stated' : `which agrees with ${stated(share)}`}.`;
  }
  if (verdict === 'unsure')
    return `${pair} is ${computedText(share, computed)}; it is not sure that ${stated(share)} means these.`;
  if (verdict === 'contradiction') return contradiction(tie, share, judgement, computed);
  const [cut, rounded] = [roundedText(share, computed, 'down'), roundedText(share, computed, 'half-up')];
  return `${pair} is ${computedText(share, computed)}: ${cut} if cut, ${rounded} if rounded.`;
}
