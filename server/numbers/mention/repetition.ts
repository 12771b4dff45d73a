import type { MeasureUnit } from '../../framework/framework.ts';
import type { Point } from '../../report/contents.ts';
import { whenOf } from '../../report/series.ts';
import type { Span } from '../../text/span.ts';
import { formatDecimal, roundRational } from '../../values/decimal.ts';
import { type Interval, intersection, point } from '../../values/interval.ts';
import { intervalOf, type Quantity, type QuantityKind, readFigure } from '../../values/quantity.ts';
import { compare } from '../../values/rational.ts';
import type { Tie } from '../tie.ts';
import type { Mention } from './mention.ts';

/** A tie between places of a document, with what is to be said of the other places. */
export interface RepetitionTie extends Tie<Span> {
  readonly related: readonly { readonly at: Span; readonly message: string }[];
  /** Whether it rests on words that may be meant more loosely: "improved", or what is counted in two parts of a document. */
  readonly isLoose?: boolean;
}

/** The figure of a cell as a quantity; undefined where the cell holds more than one. */
export function cellFigure({ text }: Point, isPercent: boolean, unit?: MeasureUnit): Quantity | undefined {
  const figure = readFigure(text);
  if (figure?.kind === 'percentage') return isPercent ? figure : undefined;
  // Below the name of a percentage a figure may go without its sign, and is rounded all the same.
  if (isPercent) return figure?.kind === 'count' ? inUnit(figure, 'percent') : undefined;
  const isMeasured = figure !== undefined && MEASURED.has(figure.kind);
  return figure?.kind === 'count' || isMeasured ? inUnit(figure, unit) : undefined;
}

const MEASURED: ReadonlySet<QuantityKind> = new Set(['money', 'rate', 'duration']);

const KINDS: Readonly<Record<MeasureUnit, QuantityKind | undefined>> = {
  percent: 'percentage',
  rate: 'rate',
  currency: 'money',
  days: 'duration',
  count: undefined,
  ratio: undefined,
};

/** A figure that goes without its unit as one of a measure that is counted in it: what is no count is rounded. */
export function inUnit(quantity: Quantity, unit: MeasureUnit | undefined): Quantity {
  const kind = unit && KINDS[unit];
  return kind === undefined || quantity.kind !== 'count' ? quantity : { ...quantity, kind };
}

/** The numbers that a mention may stand for; a share of a part and its whole is exact. */
export function mentionInterval({ quantity, derived }: Mention): Interval {
  return derived === undefined ? intervalOf(quantity) : point(derived);
}

/**
 * What two figures of one fact say together. 50% and 51% meet at 50.5 alone, which nobody rounds both ways in one document: only a
 * figure that is exact may stand at the end of what the other stands for.
 */
export function compared(a: Interval, b: Interval): 'holds' | 'contradiction' {
  const both = intersection(a, b);
  if (both === undefined) return 'contradiction';
  const isOnePoint = both.low !== undefined && both.high !== undefined && compare(both.low, both.high) === 0;
  return isOnePoint && !isExact(a) && !isExact(b) ? 'contradiction' : 'holds';
}

function isExact({ low, high }: Interval): boolean {
  return low !== undefined && high !== undefined && compare(low, high) === 0;
}

/** The figure as a message has it: `210 of 754 (27.9%)`. */
export function mentionText({ text, derived }: Mention, places: number): string {
  if (derived === undefined) return text;
  return `${text} (${formatDecimal(roundRational(derived, Math.max(1, places)))}%)`;
}

/** `in May 2020`, `on 1 May 2020`: the time of a figure of a table. */
export function inTime(point: Point): string {
  return `${point.period?.kind === 'day' ? 'on' : 'in'} ${whenOf(point)}`;
}

/** The number of a figure as written, without what it is counted in. */
export function numberOf({ text, span, numberSpan }: Quantity): string {
  return text.slice(numberSpan.from - span.from, numberSpan.to - span.from);
}
