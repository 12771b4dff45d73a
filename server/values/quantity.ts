import type { Span } from '../text/span.ts';
import {
  type Decimal,
  integer,
  multiplyDecimals,
  parseDecimal,
  roundRational,
  toRational,
} from './decimal.ts';
import { readFraction } from './fractions.ts';
import { above, below, closed, halfUnit, type Interval, point } from './interval.ts';
import { isPercentAt } from './marks.ts';
import { notQuantities } from './notQuantities.ts';
import { type Qualifier, qualifierBefore } from './qualifier.ts';
import { add, multiply, negate, type Rational, whole } from './rational.ts';
import { isCapitalised, isDash, isJoined, isSymbol, type Token, tokenise } from './tokens.ts';
import { readUnit, type Unit } from './units.ts';
import { behindHyphen, ordinalOf, type Read, readWordNumber, scaleOf } from './words.ts';

export type QuantityKind =
  | 'count'
  | 'percentage'
  | 'points'
  | 'rate'
  | 'money'
  | 'duration'
  | 'ordinal'
  | 'fraction';

/** A figure in prose with what it says about itself. */
export interface Quantity {
  /** The figure with its sign and unit, without its qualifier. */
  readonly span: Span;
  /** Where the qualifier begins; the start of `span` when there is none. */
  readonly start: number;
  /** The number alone, in figures or words: what a correction replaces. */
  readonly numberSpan: Span;
  readonly kind: QuantityKind;
  /** In units of one; a percentage in per cent, money in pounds; a fraction such as two thirds rounded to four places. */
  readonly value: Decimal;
  /** The exact value of the same. */
  readonly exact: Rational;
  /** How many decimals are shown; negative for `£1.2m`, which is shown to 100,000. */
  readonly places: number;
  readonly qualifier: Qualifier;
  /** The qualifier as written, empty when there is none. */
  readonly qualifierText: string;
  /** `day`, `week` … for a duration, `10,000` or `year` for a rate per so many or per so long. */
  readonly unit?: string;
  readonly isInWords: boolean;
  /** The text of `span`. */
  readonly text: string;
}

interface Figure {
  readonly exact: Rational;
  readonly value: Decimal;
  readonly places: number;
  readonly isInWords: boolean;
  /** Fractions have no other kind. */
  readonly isFraction?: boolean;
}

const SCALE_LETTERS: ReadonlyMap<string, bigint> = new Map([
  ['k', 1_000n],
  ['m', 1_000_000n],
  ['mn', 1_000_000n],
  ['bn', 1_000_000_000n],
]);

// After these, "one" is a pronoun, and before those it is part of a phrase.
const NOT_ONE_AFTER = new Set([
  'no',
  'any',
  'every',
  'each',
  'this',
  'that',
  'the',
  'another',
  'some',
  'which',
]);
const NOT_ONE_BEFORE = new Set(['another', 'who', 'that', 'which', 'day', '-']);

function scaledFigure(value: Decimal, factor: bigint, isInWords: boolean): Figure {
  const product = multiplyDecimals(value, integer(factor));
  const places = value.places - (factor === 1n ? 0 : factor.toString().length - 1);
  return { exact: toRational(product), value: product, places, isInWords };
}

/** A number in figures, with the scale that may follow: `1,025`, `69.7`, `-2`, `1.2m`, `1.2 million`. */
function numeralAt(tokens: readonly Token[], index: number, isMoney: boolean): Read<Figure> | undefined {
  const isNegative = isNegativeSign(tokens, index);
  const at = isNegative ? index + 1 : index;
  const token = tokens[at];
  if (token?.kind !== 'number') return undefined;
  const size = parseDecimal(token.text);
  if (size === undefined) return undefined;
  const value = isNegative ? { digits: -size.digits, places: size.places } : size;
  const after = tokens[at + 1];
  const letters = isJoined(tokens, at + 1) || isMoney ? SCALE_LETTERS.get(after?.lower ?? '') : undefined;
  const factor = letters ?? scaleOf(after?.lower ?? '');
  return { value: scaledFigure(value, factor ?? 1n, false), next: factor === undefined ? at + 1 : at + 2 };
}

function isNegativeSign(tokens: readonly Token[], index: number): boolean {
  const [before, sign] = [tokens[index - 1], tokens[index]];
  if (!isSymbol(sign, '-') && !isSymbol(sign, '−')) return false;
  return (
    isJoined(tokens, index + 1) && (sign?.spaced === true || isSymbol(before, '(') || isSymbol(before, '£'))
  );
}

/** A whole number in words, maybe with a half: `twenty three`, `two and a half`. */
function wordsAt(tokens: readonly Token[], index: number): Read<Figure> | undefined {
  const [before, word] = [tokens[index - 1]?.lower ?? '', tokens[index]];
  if (word?.kind !== 'word') return undefined;
  const read = readWordNumber(tokens, index);
  if (read === undefined) return undefined;
  const after = tokens[read.next];
  if (word.lower === 'zero' && after?.lower === 'tolerance') return undefined;
  if (word.lower === 'one' && read.next === index + 1) {
    if (NOT_ONE_AFTER.has(before) || NOT_ONE_BEFORE.has(after?.lower ?? '')) return undefined;
  }
  const half = ['and', 'a', 'half'].every((own, at) => tokens[read.next + at]?.lower === own);
  const value = half ? { digits: read.value * 10n + 5n, places: 1 } : integer(read.value);
  return { value: scaledFigure(value, 1n, true), next: half ? read.next + 3 : read.next };
}

function figureAt(tokens: readonly Token[], index: number, isMoney: boolean): Read<Figure> | undefined {
  const share = isMoney ? undefined : readFraction(tokens, index);
  if (share !== undefined) {
    const exact = share.value;
    const value = roundRational(exact, 4);
    return { value: { exact, value, places: 0, isInWords: true, isFraction: true }, next: share.next };
  }
  return numeralAt(tokens, index, isMoney) ?? wordsAt(tokens, index);
}

function ordinalAt(tokens: readonly Token[], index: number): Read<Figure> | undefined {
  const named = ordinalOf(tokens[index]?.lower ?? '');
  // Within a sentence a capital makes it a name: "the Children First initiative".
  const isName = isCapitalised(tokens[index]) && index > 0 && !isSymbol(tokens[index - 1], '.');
  if (named !== undefined && !isName)
    return { value: scaledFigure(integer(named), 1n, true), next: index + 1 };
  const [token, suffix] = [tokens[index], tokens[index + 1]];
  const isSuffixed = ['st', 'nd', 'rd', 'th'].includes(suffix?.lower ?? '') && isJoined(tokens, index + 1);
  if (token?.kind !== 'number' || !isSuffixed) return undefined;
  const value = parseDecimal(token.text);
  return value?.places === 0 ? { value: scaledFigure(value, 1n, false), next: index + 2 } : undefined;
}

function hasOtherLetters(tokens: readonly Token[], next: number): boolean {
  return isJoined(tokens, next) && (tokens[next]?.kind === 'word' || tokens[next]?.kind === 'number');
}

/** "two-way", "one-off", "three-tier": a number bound to any other word is part of that word. */
function isBound(tokens: readonly Token[], next: number): boolean {
  const at = behindHyphen(tokens, next);
  return at !== next && tokens[at]?.kind === 'word';
}

interface Found {
  readonly figure: Figure;
  readonly kind: QuantityKind;
  readonly unit: string | undefined;
  readonly from: number;
  readonly numberFrom: number;
  readonly numberTo: number;
  readonly next: number;
}

function foundAt(tokens: readonly Token[], index: number): Found | undefined {
  const isMoney = isSymbol(tokens[index], '£');
  const begin = isMoney ? index + 1 : index;
  const ordinal = isMoney ? undefined : ordinalAt(tokens, index);
  // "a third" may be a fraction, "3rd" is never a figure of its own.
  const isSuffixed = ordinal !== undefined && tokens[begin]?.kind === 'number';
  const read = isSuffixed ? ordinal : (figureAt(tokens, begin, isMoney) ?? ordinal);
  if (read === undefined) return undefined;
  const figure = read.value;
  const range = { figure, from: index, numberFrom: begin, numberTo: read.next, next: read.next };
  if (isMoney) return { ...range, kind: 'money', unit: undefined };
  if (figure.isFraction) return { ...range, kind: 'fraction', unit: undefined };
  if (read === ordinal) return { ...range, kind: 'ordinal', unit: undefined };
  const unit: Unit | undefined = readUnit(tokens, read.next) ?? sharedPercent(tokens, read.next);
  if (unit === undefined && (isBound(tokens, read.next) || hasOtherLetters(tokens, read.next)))
    return undefined;
  return { ...range, kind: unit?.kind ?? 'count', unit: unit?.unit, next: unit?.next ?? read.next };
}

/** `12/10%`, `5-8%`: the sign behind the second figure is the first one's too. */
function sharedPercent(tokens: readonly Token[], index: number): Unit | undefined {
  const isPair =
    (isSymbol(tokens[index], '/') || isDash(tokens[index])) && tokens[index + 1]?.kind === 'number';
  return isPair && isPercentAt(tokens, index + 2)
    ? { kind: 'percentage', unit: undefined, next: index }
    : undefined;
}

function quantityOf(text: string, tokens: readonly Token[], found: Found): Quantity {
  const { figure, kind, unit } = found;
  const span = { from: tokens[found.from]?.from ?? 0, to: tokens[found.next - 1]?.to ?? 0 };
  const sign = tokens[found.numberFrom];
  const numberSpan = { from: sign?.from ?? 0, to: tokens[found.numberTo - 1]?.to ?? 0 };
  const { qualifier, from } = qualifierBefore(tokens, found.from);
  const start = tokens[from]?.from ?? span.from;
  const qualifierText = text.slice(start, span.from).trimEnd();
  const { exact, value, places, isInWords } = figure;
  const quantity = {
    span,
    start,
    numberSpan,
    kind,
    exact,
    value,
    places,
    qualifier,
    qualifierText,
    isInWords,
  };
  const own = text.slice(span.from, span.to);
  return unit === undefined ? { ...quantity, text: own } : { ...quantity, unit, text: own };
}

/** The quantities among tokens that were made from `text`, in order and without overlaps. */
export function quantitiesOf(text: string, tokens: readonly Token[]): readonly Quantity[] {
  const isMarked = notQuantities(tokens);
  const quantities: Quantity[] = [];
  let index = 0;
  while (index < tokens.length) {
    const found = isMarked[index] ? undefined : foundAt(tokens, index);
    const isClear = found !== undefined && !isMarked.slice(found.from, found.numberTo).includes(true);
    if (isClear) quantities.push(quantityOf(text, tokens, found));
    index = Math.max(found?.numberTo ?? 0, isClear ? found.next : 0, index + 1);
  }
  return quantities;
}

/**
 * All quantities in a passage of plain prose, in order: `649`, `twenty three`, `two thirds`, `69.7%`, `£1.2m`, `12/10%`,
 * `55.8 per 10,000`. Dates, years, ages, grades, section and page numbers and the like are left out; what could be one
 * of these is left out as well.
 */
export function readQuantities(text: string): readonly Quantity[] {
  return quantitiesOf(text, tokenise(text));
}

/**
 * The quantity of a text that is one figure and nothing else, as a table's cell is: here `2027` is a count and `3.1` a number.
 * Gives `undefined` when anything else stands in it.
 */
export function readFigure(text: string): Quantity | undefined {
  if (text.length > 100) return undefined;
  const tokens = tokenise(text);
  const begin = qualifiersEnd(tokens);
  const found = foundAt(tokens, begin);
  return found?.next === tokens.length ? quantityOf(text, tokens, found) : undefined;
}

function qualifiersEnd(tokens: readonly Token[]): number {
  for (let index = 1; index <= 3; index += 1) if (qualifierBefore(tokens, index).from === 0) return index;
  return 0;
}

// Tolerances of words, as shares of the value: the contract fixes "about"; the others are wide so that no true figure is called wrong.
const ABOUT: Rational = { numerator: 1n, denominator: 20n };
const NEAR: Rational = { numerator: 1n, denominator: 10n };

/** Half a unit of the last place for what is rounded, nothing for what is counted. */
function rounding(quantity: Quantity): Rational {
  const isCounted = quantity.kind === 'count' || quantity.kind === 'ordinal' || quantity.kind === 'fraction';
  return isCounted && quantity.places >= 0 ? whole(0) : halfUnit(quantity.places);
}

/**
 * The numbers that a quantity may stand for. Counts are points; percentages, rates, money and durations with d decimals
 * stand for v ± ½·10⁻ᵈ; `about` adds 5 % of the value on both sides, `over n` is (n, ∞), `almost` and `just` reach 10 % far.
 * A fraction in words is as loose as `almost`, on both sides.
 */
export function intervalOf(quantity: Quantity): Interval {
  const { exact, qualifier } = quantity;
  const half = rounding(quantity);
  const size = exact.numerator < 0n ? negate(exact) : exact;
  const about = add(half, multiply(size, quantity.kind === 'fraction' ? NEAR : ABOUT));
  const near = add(half, multiply(size, NEAR));
  const [least, most] = [add(exact, negate(half)), add(exact, half)];
  if (qualifier === 'over') return above(exact);
  if (qualifier === 'under') return below(exact);
  if (qualifier === 'at-least') return above(least, true);
  if (qualifier === 'at-most') return below(most, true);
  if (qualifier === 'almost') return closed(add(exact, negate(near)), most);
  if (qualifier === 'just-over') return { ...closed(exact, add(exact, near)), lowClosed: false };
  if (qualifier === 'just-under') return { ...closed(add(exact, negate(near)), exact), highClosed: false };
  if (qualifier === 'about' || quantity.kind === 'fraction')
    return closed(add(exact, negate(about)), add(exact, about));
  return half.numerator === 0n ? point(exact) : closed(least, most);
}
