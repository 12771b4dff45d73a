import { formatDecimal, roundRational, trimmed } from '../values/decimal.ts';
import { formatInterval, type Interval, isPoint, quotient, scaled, sum } from '../values/interval.ts';
import { intervalOf, type Quantity } from '../values/quantity.ts';
import { add, divide, multiply, type Rational, whole as wholeNumber } from '../values/rational.ts';
import { computedText } from './explain.ts';
import { standsFor } from './sum/sums.ts';
import type { FigureRole, Tie } from './tie.ts';

const HUNDRED = wholeNumber(100);
// More parts than these are counted, not written out.
const MOST_WRITTEN = 4;

/** What a figure stands for, in words: `62.5% to 63.5%`; undefined for one that stands for itself alone. */
export function standsForText(quantity: Quantity): string | undefined {
  const interval = inPerCent(quantity);
  return isPoint(interval) ? undefined : intervalText(interval, quantity);
}

/** What the other figures of a tie make of the one that it is judged by, in words: `69.7%`, `98.5% to 101.5%`. */
export function workedOutText(tie: Tie<unknown>): string | undefined {
  const interval = workedOut(tie);
  const like = tie.figures[0]?.quantity;
  if (interval === undefined || like === undefined) return undefined;
  // One number is written as messages write it, which never seems to round the other way.
  if (isPoint(interval)) return asSum(tie)?.result;
  return intervalText(interval, statedOf(tie)?.quantity ?? like);
}

/** The figure of a tie that the others make up; of shares that make a hundred there is none. */
export function statedOf<At>(tie: Tie<At>): Tie<At>['figures'][number] | undefined {
  return of(tie, tie.kind === 'share' ? 'share' : 'whole')[0];
}

/** A tie as a sum with its result, where it is one: `304/436` and `69.7%`, `304 + 43 + 26` and `373`. */
export function asSum(tie: Tie<unknown>): { readonly terms: string; readonly result: string } | undefined {
  const [share, part, whole] = [of(tie, 'share')[0], of(tie, 'part')[0], of(tie, 'whole')[0]];
  if (tie.kind === 'share') {
    if (share === undefined || part === undefined || whole === undefined) return undefined;
    const computed = divide(multiply(part.quantity.exact, HUNDRED), whole.quantity.exact);
    if (computed === undefined) return undefined;
    const terms = `${numberOf(part.quantity)}/${numberOf(whole.quantity)}`;
    return { terms, result: computedText(share.quantity, computed) };
  }
  if (tie.kind !== 'total' && tie.kind !== 'distribution') return undefined;
  const parts = of(tie, 'part').map(({ quantity }) => quantity);
  const [first] = parts;
  if (first === undefined) return undefined;
  const terms = parts.length > MOST_WRITTEN ? `${parts.length} parts` : parts.map(numberOf).join(' + ');
  const places = Math.max(...parts.map((one) => Math.max(0, one.places)));
  return { terms, result: withUnit(decimalText(parts.map(({ exact }) => exact).reduce(add), places), first) };
}

function of<At>({ figures }: Tie<At>, role: FigureRole): readonly Tie<At>['figures'][number][] {
  return figures.filter((figure) => figure.role === role);
}

function workedOut(tie: Tie<unknown>): Interval | undefined {
  const parts = of(tie, 'part').map(({ quantity }) => quantity);
  const [part] = parts;
  const whole = of(tie, 'whole')[0]?.quantity;
  if (part === undefined) return undefined;
  if (tie.kind === 'total' || tie.kind === 'distribution') {
    const areRounded = [...parts, ...(whole ? [whole] : [])].some(({ places }) => places > 0);
    return sum(parts.map((one) => standsFor(one, areRounded)));
  }
  if (tie.kind !== 'share' || whole === undefined || of(tie, 'share').length === 0) return undefined;
  const share = quotient(intervalOf(part), intervalOf(whole));
  return share && scaled(share, HUNDRED);
}

/** A fraction in words stands for a share as well. */
function inPerCent(quantity: Quantity): Interval {
  const interval = intervalOf(quantity);
  return quantity.kind === 'fraction' ? scaled(interval, HUNDRED) : interval;
}

function intervalText(interval: Interval, like: Quantity): string {
  return formatInterval(interval).replace(/\d[\d.,]*/g, (number) => withUnit(number, like));
}

function withUnit(number: string, { kind, text }: Quantity): string {
  if (kind === 'percentage' || kind === 'fraction') return `${number}%`;
  return text.startsWith('£') ? `£${number}` : number;
}

function numberOf(quantity: Quantity): string {
  return withUnit(decimalText(quantity.exact, Math.max(0, quantity.places)), quantity);
}

function decimalText(value: Rational, places: number): string {
  return formatDecimal(trimmed(roundRational(value, places)));
}
