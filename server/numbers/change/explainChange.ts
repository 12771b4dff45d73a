import { formatDecimal, roundRational, trimmed } from '../../values/decimal.ts';
import { listed } from '../../values/listing.ts';
import type { Quantity } from '../../values/quantity.ts';
import { compare, divide, type Rational, whole } from '../../values/rational.ts';
import { named } from '../sum/sums.ts';
import type { ChangeTie } from './changeTie.ts';
import { type ChangeJudgement, changeOf, judgeChange } from './judgeChange.ts';

function places(tie: ChangeTie): number {
  return Math.max(0, tie.earlier.places, tie.later.places);
}

/** The step from the one figure to the other: `13 percentage points (19.1%)`, `6 (20%)`. */
function stepText(tie: ChangeTie): string {
  const { own, share } = changeOf(tie);
  const { kind, unit } = tie.later;
  const number = formatDecimal(roundRational(own, places(tie)));
  const relative = share === undefined ? '' : ` (${formatDecimal(trimmed(roundRational(share, 1)))}%)`;
  if (kind === 'percentage') return `${number} percentage point${number === '1' ? '' : 's'}${relative}`;
  if (kind === 'money') return `${moneyText(tie, own)}${relative}`;
  if (kind === 'duration') return `${number} ${unit}${number === '1' ? '' : 's'}${relative}`;
  return `${number}${relative}`;
}

/** A sum of money; in millions where both figures are: `£3.2m`. */
function moneyText(tie: ChangeTie, own: Rational): string {
  const isMillions = [tie.earlier, tie.later].every(({ text }) => /\d ?m(?:illion)?$/i.test(text));
  if (!isMillions) return `£${formatDecimal(roundRational(own, places(tie)))}`;
  const decimals = Math.max(0, tie.earlier.places + 6, tie.later.places + 6);
  const millions = divide(own, whole(1_000_000)) ?? own;
  return `£${formatDecimal(roundRational(millions, decimals))}m`;
}

/** `a rise of`, `a fall of`, as the figures are. */
function wayText({ earlier, later }: ChangeTie): string {
  const order = compare(later.exact, earlier.exact);
  return order > 0 ? 'a rise of' : 'a fall of';
}

function orderText(earlier: Quantity, later: Quantity): string {
  const order = compare(later.exact, earlier.exact);
  if (order === 0) return `${named(later)} and ${named(earlier)} are the same`;
  return `${named(later)} is ${order > 0 ? 'more' : 'less'} than ${named(earlier)}`;
}

function directionText(tie: ChangeTie): string {
  const { claim, claimText, better, earlier, later } = tie;
  const order = orderText(earlier, later);
  if (claim === 'close') return `"${claimText}" says that the two are close, but ${order}.`;
  if (claim === 'better' || claim === 'worse') {
    const wish = better === 'lower' ? 'a lower figure is better' : 'a higher figure is better';
    return `"${claimText}" does not agree with the figures: ${order}, and of this measure ${wish}.`;
  }
  return `"${claimText}" does not agree with the figures: ${order}.`;
}

function ratioText({ claimText, earlier, later }: ChangeTie): string {
  const ratio = divide(later.exact, earlier.exact);
  const times = ratio === undefined ? 'not' : `${formatDecimal(trimmed(roundRational(ratio, 2)))} times`;
  return `"${claimText}" does not agree with the figures: ${named(later)} is ${times} ${named(earlier)}.`;
}

function amountText(tie: ChangeTie, { repairs }: ChangeJudgement): string {
  const stated = tie.by === undefined ? '' : named(tie.by);
  const order = compare(tie.later.exact, tie.earlier.exact) < 0 ? 'less' : 'more';
  const from =
    tie.kind === 'comparison'
      ? `${named(tie.later)} is ${stepText(tie)} ${order} than ${named(tie.earlier)}, not ${stated}.`
      : `From ${named(tie.earlier)} to ${named(tie.later)} is ${wayText(tie)} ${stepText(tie)}, not ${stated}.`;
  const others = repairs
    .filter(({ quantity }) => quantity !== tie.by)
    .map(({ quantity, text }) => `${text} instead of ${quantity.text}`);
  return others.length === 0 ? from : `${from} (It would agree with ${listed(others, 'or')}.)`;
}

/** Says in plain English what the two figures say of the words beside them, for a tie that holds too. */
export function explainChange(tie: ChangeTie, judgement: ChangeJudgement = judgeChange(tie)): string {
  if (tie.form === 'a third (p%)') {
    const { claimText: words, later } = tie;
    return judgement.fault === undefined
      ? `${named(later)} agrees with "${words}".`
      : `"${words}" does not agree with ${named(later)}, which stands beside it for the same share.`;
  }
  switch (judgement.fault) {
    case 'direction':
      return directionText(tie);
    case 'times':
      return ratioText(tie);
    case 'amount':
      return amountText(tie, judgement);
    default: {
      const order = orderText(tie.earlier, tie.later);
      const stated = tie.by === undefined ? '' : ` (${stepText(tie)} beside ${named(tie.by)})`;
      return `${order.charAt(0).toUpperCase()}${order.slice(1)}${stated}, as "${tie.claimText}" says.`;
    }
  }
}
