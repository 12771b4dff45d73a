import type { Span } from '../../text/span.ts';
import { formatDecimal, roundRational, toRational } from '../../values/decimal.ts';
import {
  above,
  contains,
  type Interval,
  intersects,
  meetAtEnd,
  point,
  roundedTo,
  sum,
} from '../../values/interval.ts';
import { intervalOf, type Quantity } from '../../values/quantity.ts';
import {
  add,
  compare,
  divide,
  multiply,
  powerOfTen,
  type Rational,
  subtract,
  whole as wholeNumber,
} from '../../values/rational.ts';
import { inStyleOf } from '../judge.ts';
import type { Figure, SumTie } from './sumTie.ts';

/** What the figures of a sum say together. `truncated`: the shares miss 100 only because they are cut, not rounded. */
export type SumVerdict = 'holds' | 'truncated' | 'contradiction' | 'unsure';

/** One figure that can be changed so that the sum holds. */
export interface SumRepair {
  readonly figure: Figure;
  /** What the replacement goes over: the number alone, its unit stays. */
  readonly span: Span;
  readonly replacement: string;
  /** The same in figures, as a message names it. */
  readonly text: string;
}

export interface SumJudgement {
  readonly verdict: SumVerdict;
  /** The sum of the parts as printed. */
  readonly computed: Rational;
  readonly repairs: readonly SumRepair[];
  /** Whether they do agree, if each is exactly half-way to the next number and rounded the same way. */
  readonly isEnd?: boolean;
}

const ZERO = wholeNumber(0);
const HUNDRED = wholeNumber(100);

/**
 * The numbers that a part or total may stand for. A count without decimals is exact, unless others beside it have some; with
 * decimals it is rounded to them, as money and shares are. What is counted is never less than nothing: "fewer than 5"
 * begins at 0.
 */
export function standsFor(quantity: Quantity, isRounded = quantity.places > 0): Interval {
  const isPlain = quantity.kind === 'count' && quantity.qualifier === 'exact';
  const interval = isPlain && isRounded ? roundedTo(quantity.exact, quantity.places) : intervalOf(quantity);
  const isNegative = quantity.exact.numerator < 0n;
  return interval.low === undefined && !isNegative ? { ...interval, low: ZERO, lowClosed: true } : interval;
}

/** Whether figures of a tie are rounded: then those that show no decimals are too. */
function areRounded({ parts, whole }: SumTie): boolean {
  return [...parts, ...(whole ? [whole] : [])].some(({ quantity }) => quantity.places > 0);
}

/** What the whole of a tie stands for. */
function wholeInterval(tie: SumTie): Interval {
  const { whole } = tie;
  // All of something is 100%, and no rounding made it so.
  const isAll = whole?.quantity.kind === 'percentage' && compare(whole.quantity.exact, HUNDRED) === 0;
  return whole === undefined || isAll ? point(HUNDRED) : standsFor(whole.quantity, areRounded(tie));
}

export function printedWhole({ whole }: SumTie): Rational {
  return whole === undefined ? HUNDRED : whole.quantity.exact;
}

function partsInterval(tie: SumTie): Interval {
  const { parts, isOpen } = tie;
  const isRounded = areRounded(tie);
  const total = sum(parts.map(({ quantity }) => standsFor(quantity, isRounded)));
  if (!isOpen) return total;
  return total.low === undefined ? total : above(total.low, total.lowClosed);
}

export function printedSum({ parts }: SumTie): Rational {
  return parts.map(({ quantity }) => quantity.exact).reduce(add, ZERO);
}

/** Whether the parts can make the whole. */
export function agrees(tie: SumTie): boolean {
  return intersects(partsInterval(tie), wholeInterval(tie));
}

/**
 * Whether the parts make the whole only if each is rounded from the very end of what it stands for: "49% and 50%". Where
 * counts are given with the shares these tell, and words such as "about" leave room on purpose.
 */
export function agreesAtEnd(tie: SumTie): boolean {
  const all = [...tie.parts, ...(tie.whole ? [tie.whole] : [])];
  if (tie.isOpen || all.some(({ quantity }) => quantity.qualifier !== 'exact') || isTruncated(tie))
    return false;
  return meetAtEnd(partsInterval(tie), wholeInterval(tie));
}

/** Forms that are used to tell what all of a number is: a list behind a colon, and what is said of some and denied of others. */
const TELLS_ALL: ReadonlySet<SumTie['form']> = new Set(['N: a and b', 'n of N, and m not']);

/** Whether a sum misses its whole by no more than a slip explains: one, a tenth, or more where the words leave little room. */
export function isClose(tie: SumTie): boolean {
  const [computed, whole] = [printedSum(tie), printedWhole(tie)];
  const by = subtract(computed, whole);
  const size = by.numerator < 0n ? subtract(whole, computed) : by;
  const least = tie.certainty === 'likely' && TELLS_ALL.has(tie.form) ? 3 : 10;
  return compare(size, wholeNumber(1)) <= 0 || compare(multiply(size, wholeNumber(least)), whole) <= 0;
}

/** Whether a share is that of its count among `all`, be it rounded or cut. */
export function isShareOf(share: Quantity, count: Quantity, all: Rational): boolean {
  const exact = divide(multiply(count.exact, HUNDRED), all);
  if (exact === undefined) return false;
  const unit = powerOfTen(-share.places);
  const isCut = compare(share.exact, exact) <= 0 && compare(exact, add(share.exact, unit)) < 0;
  return isCut || contains(standsFor(share), exact);
}

/**
 * Whether shares miss 100 because each is cut where it should be rounded. Known only where the counts are given: each
 * share is then its count's share of all, rounded or cut, and one at least is cut.
 */
function isTruncated({ kind, parts, counts }: SumTie): boolean {
  if (kind !== 'distribution' || counts === undefined) return false;
  if (counts.length !== parts.length) return false;
  const all = counts.map((count) => count?.exact ?? ZERO).reduce(add, ZERO);
  if (compare(all, ZERO) <= 0) return false;
  return parts.every(({ quantity }, index) => {
    const count = counts[index];
    return count !== undefined && isShareOf(quantity, count, all);
  });
}

/** The change of one figure alone that makes the sum hold; undefined where no number of its form does. */
export function repairOf(tie: SumTie, figure: Figure): SumRepair | undefined {
  const value = neededFor(tie, figure);
  if (value === undefined) return undefined;
  const { quantity } = figure;
  const replacement = inStyleOf(quantity, value);
  const unit = quantity.text.slice(quantity.numberSpan.to - quantity.span.from);
  const number = formatDecimal(roundRational(value, Math.max(0, quantity.places)));
  const sign = quantity.text.startsWith('£') ? '£' : '';
  return { figure, span: quantity.numberSpan, replacement, text: `${sign}${number}${unit}` };
}

/** That value as a message names it. */
export function neededText(tie: SumTie, figure: Figure): string | undefined {
  return repairOf(tie, figure)?.text;
}

/** The value that a figure would need, at the decimals that it shows; undefined where it cannot be computed. */
export function neededFor(tie: SumTie, figure: Figure): Rational | undefined {
  const all = [...tie.parts, ...(tie.whole ? [tie.whole] : [])];
  // What "about" and "over" leave open cannot be computed back, nor can what further parts would add.
  if (tie.isOpen || all.some(({ quantity }) => quantity.qualifier !== 'exact')) return undefined;
  const places = figure.quantity.places;
  // "£1.2m" shows no unit of which a changed number could be written.
  if (places < 0) return undefined;
  const computed = printedSum(tie);
  const value =
    figure === tie.whole ? computed : add(figure.quantity.exact, subtract(printedWhole(tie), computed));
  if (compare(value, ZERO) < 0) return undefined;
  // A figure that is rounded may stand for the value; a count must be it.
  const isExact = figure.quantity.kind === 'count' && places === 0;
  const rounded = toRational(roundRational(value, places));
  return !isExact || compare(rounded, value) === 0 ? rounded : undefined;
}

/** Judges a tie by exact interval arithmetic. Of a tie that is no more than possible, only agreement says anything. */
export function judgeSum(tie: SumTie): SumJudgement {
  const computed = printedSum(tie);
  const isEnd = agreesAtEnd(tie) && tie.certainty !== 'possible';
  if (agrees(tie) && !isEnd) return { verdict: 'holds', computed, repairs: [] };
  if (isTruncated(tie)) return { verdict: 'truncated', computed, repairs: [] };
  if (!isKnown(tie, computed)) return { verdict: 'unsure', computed, repairs: [] };
  const figures = [...(tie.whole ? [tie.whole] : []), ...(tie.parts.length <= MOST_REPAIRS ? tie.parts : [])];
  const repairs = figures.flatMap((one) => repairOf(tie, one) ?? []);
  return { verdict: 'contradiction', computed, repairs, isEnd };
}

/** Whether a sum that does not agree is wrong, and not merely read wrongly. */
function isKnown(tie: SumTie, computed: Rational): boolean {
  if (tie.certainty === 'explicit' || tie.certainty === 'possible') return tie.certainty === 'explicit';
  const exceeds = tie.certainty === 'likely' && compare(computed, printedWhole(tie)) > 0;
  return exceeds || isClose(tie);
}

// With more parts than these nobody would look through the fixes; the total is then the one that is offered.
const MOST_REPAIRS = 6;

/** The figure as messages name it: its own words in figures, `nine` as `9`, and the qualifier kept. */
export function named(quantity: Quantity): string {
  const plain =
    quantity.kind === 'count' ? formatDecimal(quantity.value) : quantity.text.replace(/\s+/g, ' ');
  return quantity.qualifierText === '' ? plain : `${quantity.qualifierText.toLowerCase()} ${plain}`;
}

/** A sum as the document writes such figures. */
export function sumText(tie: SumTie, computed: Rational): string {
  const places = Math.max(0, ...tie.parts.map(({ quantity }) => quantity.places));
  const number = formatDecimal(roundRational(computed, places));
  const sample = tie.parts[0]?.quantity;
  if (sample?.kind === 'percentage') return `${number}%`;
  return sample?.kind === 'money' ? (inMillions(tie, computed) ?? `£${number}`) : number;
}

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/(?:m|million)$/i, 6],
  [/(?:k|thousand)$/i, 3],
  [/(?:bn|billion)$/i, 9],
];

/** `£3.8m`, where all parts are written so. */
function inMillions({ parts }: SumTie, computed: Rational): string | undefined {
  const texts = parts.map(({ quantity }) => quantity.text);
  const scale = SCALES.find(([pattern]) => texts.every((text) => pattern.test(text)));
  const unit = /\s*\p{L}+$/u.exec(texts[0] ?? '')?.[0];
  if (scale === undefined || unit === undefined) return undefined;
  const places = Math.max(0, ...parts.map(({ quantity }) => quantity.places + scale[1]));
  return `£${formatDecimal(roundRational(multiply(computed, powerOfTen(-scale[1])), places))}${unit}`;
}
