import type { Span } from '../text/span.ts';
import type { Decimal } from './decimal.ts';
import { type Figure, figureAt, ordinalAt } from './figures.ts';
import { above, below, closed, halfUnit, type Interval, point } from './interval.ts';
import { isPercentAt, type OtherFigure } from './marks.ts';
import { notQuantities } from './notQuantities.ts';
import { type Qualifier, qualifierBefore, qualifierBehind } from './qualifier.ts';
import { add, multiply, negate, type Rational, subtract, whole } from './rational.ts';
import { SENSE, sensesOf } from './senses.ts';
import { isJoined, isSymbol, type Token, tokenise } from './tokens.ts';
import { readUnit, type Unit } from './units.ts';
import { behindHyphen } from './words.ts';

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
  /** Where a qualifier behind it ends, as in `60% or more`; the end of `span` when there is none. */
  readonly end: number;
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
  /** The qualifier as written, in other words where it stands behind (`or more` is `at least`); empty when there is none. */
  readonly qualifierText: string;
  /** `day`, `week` … for a duration, `10,000` or `year` for a rate per so many or per so long. */
  readonly unit: string | undefined;
  readonly isInWords: boolean;
  /** The text of `span`. */
  readonly text: string;
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
  const found = (kind: QuantityKind, unit: string | undefined, next: number): Found => {
    return { figure, kind, unit, from: index, numberFrom: begin, numberTo: read.next, next };
  };
  if (isMoney) return found('money', undefined, read.next);
  // "½%" is half of one per cent.
  if (figure.isFraction && !isPercentAt(tokens, read.next)) return found('fraction', undefined, read.next);
  if (read === ordinal) return found('ordinal', undefined, read.next);
  const unit: Unit | undefined = readUnit(tokens, read.next) ?? sharedPercent(tokens, read.next);
  if (unit === undefined && (isBound(tokens, read.next) || hasOtherLetters(tokens, read.next)))
    return undefined;
  return found(unit?.kind ?? 'count', unit?.unit, unit?.next ?? read.next);
}

/** `12/10%`, `from 60 to 70%`: the sign behind the second figure is the first one's too. */
function sharedPercent(tokens: readonly Token[], index: number): Unit | undefined {
  const isChange = tokens[index]?.lower === 'to' && tokens[index - 2]?.lower === 'from';
  const isPair = (isSymbol(tokens[index], '/') || isChange) && tokens[index + 1]?.kind === 'number';
  return isPair && isPercentAt(tokens, index + 2)
    ? { kind: 'percentage', unit: undefined, next: index }
    : undefined;
}

// What follows a figure, in words that may stand before it when it is quoted.
const BEFORE: Readonly<Partial<Record<Qualifier, string>>> = {
  'at-least': 'at least',
  'at-most': 'at most',
  about: 'about',
};

function quantityOf(text: string, tokens: readonly Token[], found: Found): Quantity {
  const { figure, kind, unit } = found;
  const span = { from: tokens[found.from]?.from ?? 0, to: tokens[found.next - 1]?.to ?? 0 };
  const sign = tokens[found.numberFrom];
  const numberSpan = { from: sign?.from ?? 0, to: tokens[found.numberTo - 1]?.to ?? 0 };
  const before = qualifierBefore(tokens, found.from);
  const behind = before.qualifier === 'exact' ? qualifierBehind(tokens, found.next) : undefined;
  const { from } = before;
  const end = behind === undefined ? span.to : (tokens[behind.next - 1]?.to ?? span.to);
  const start = tokens[from]?.from ?? span.from;
  const { exact, value, places, isInWords } = figure;
  // Nobody counts by the dozen who means the figure exactly.
  const own: Qualifier = tokens[found.numberTo - 1]?.lower === 'dozen' ? 'about' : 'exact';
  return {
    span,
    start,
    end,
    numberSpan,
    kind,
    exact,
    value,
    places,
    qualifier: behind?.qualifier ?? (before.qualifier === 'exact' ? own : before.qualifier),
    qualifierText:
      behind === undefined ? text.slice(start, span.from).trimEnd() : (BEFORE[behind.qualifier] ?? ''),
    unit,
    isInWords,
    text: text.slice(span.from, span.to),
  };
}

/** The quantities of a passage, and for each token what it is part of that is no quantity. */
export interface Reading {
  readonly quantities: readonly Quantity[];
  readonly others: readonly (OtherFigure | undefined)[];
}

const NO_OTHERS: Reading['others'] = [];

/** Reads tokens that were made from `text`; the quantities are in order and do not overlap. */
export function readTokens(text: string, tokens: readonly Token[]): Reading {
  const senses = sensesOf(tokens);
  const quantities: Quantity[] = [];
  if ((senses.any & SENSE.quantity) === 0) return { quantities, others: NO_OTHERS };
  const others = notQuantities(tokens, senses);
  let index = 0;
  while (index < tokens.length) {
    const mayBegin = ((senses.of[index] ?? 0) & SENSE.quantity) !== 0 && others[index] === undefined;
    const found = mayBegin ? foundAt(tokens, index) : undefined;
    const isClear = found !== undefined && !isAnyMarked(others, found);
    if (isClear) quantities.push(quantityOf(text, tokens, found));
    index = Math.max(found?.numberTo ?? 0, isClear ? found.next : 0, index + 1);
  }
  return { quantities, others };
}

function isAnyMarked(others: Reading['others'], { from, numberTo }: Found): boolean {
  for (let at = from; at < numberTo; at += 1) if (others[at] !== undefined) return true;
  return false;
}

/**
 * All quantities in a passage of plain prose, in order: `649`, `twenty three`, `two thirds`, `69.7%`, `£1.2m`, `12/10%`,
 * `55.8 per 10,000`. Dates, years, ages, grades, section and page numbers and the like are left out; what could be one
 * of these is left out as well.
 */
export function readQuantities(text: string): readonly Quantity[] {
  return readTokens(text, tokenise(text)).quantities;
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
  if (found === undefined) return undefined;
  const quantity = quantityOf(text, tokens, found);
  return quantity.end === tokens.at(-1)?.to ? quantity : undefined;
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
  const upTo = (share: Rational) => add(half, multiply(exact.numerator < 0n ? negate(exact) : exact, share));
  const isFraction = quantity.kind === 'fraction';
  switch (qualifier) {
    case 'over':
      return above(exact);
    case 'under':
      return below(exact);
    case 'at-least':
      return above(subtract(exact, half), true);
    case 'at-most':
      return below(add(exact, half), true);
    case 'almost':
      return closed(subtract(exact, upTo(NEAR)), add(exact, half));
    case 'just-over':
      return { ...closed(exact, add(exact, upTo(NEAR))), lowClosed: false };
    case 'just-under':
      return { ...closed(subtract(exact, upTo(NEAR)), exact), highClosed: false };
    case 'about':
      return around(exact, upTo(isFraction ? NEAR : ABOUT));
    case 'exact':
      if (isFraction) return around(exact, upTo(NEAR));
      return half.numerator === 0n ? point(exact) : around(exact, half);
  }
}

function around(value: Rational, by: Rational): Interval {
  return closed(subtract(value, by), add(value, by));
}
