import { type PlacedBlock, placeSpan } from '../../model/block.ts';
import { type Better, betterInProse, betterOf } from '../../report/measureSense.ts';
import type { Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { type Interval, intersects } from '../../values/interval.ts';
import { intervalOf, type Quantity } from '../../values/quantity.ts';
import { compare } from '../../values/rational.ts';
import type { Window } from '../direction/claimWindow.ts';
import { turned } from '../opposites.ts';
import { type Facts, type PlacedClaim, type PlacedSeries, pointSpan } from './facts.ts';
import type { SeriesPoint } from './mention.ts';
import { inTime, numberOf, type RepetitionTie } from './repetition.ts';

/** Figures of a row that follow each other in time. */
interface Step {
  readonly from: SeriesPoint;
  readonly to: SeriesPoint;
}

/** What sentences say of the way that measures went, each with the figures of the row that gives them. */
export function claimsOnRows(facts: Facts): readonly RepetitionTie[] {
  return facts.claims.flatMap((own) => {
    const row = rowOf(facts, own);
    if (row === undefined) return [];
    const points = pointsUntil(facts, row);
    if (points.length < 3) return [];
    return own.claim.kind === 'direction' ? direction(facts, own, row, points) : extreme(own, row, points);
  });
}

/** A single word names a measure only within its section and those beside it. */
function rowOf({ series }: Facts, { claim: { measure }, section }: PlacedClaim): PlacedSeries | undefined {
  const all = series.get(measure.key) ?? [];
  const [only] = all;
  if (all.length !== 1 || only === undefined) return undefined;
  return measure.count > 1 || isNear(only.section, section) ? only : undefined;
}

/** Whether two sections are one, or stand below one and the same. */
function isNear(a: Section, b: Section): boolean {
  return a === b || a.parent === b || b.parent === a || (a.parent !== undefined && a.parent === b.parent);
}

/** The figures up to the time that the document reports on. */
function pointsUntil({ reported }: Facts, { series }: PlacedSeries): readonly SeriesPoint[] {
  const points = series.points('actual');
  const end = points.findIndex(({ key }) => key === reported.month);
  return end < 0 ? points : points.slice(0, end + 1);
}

/** Whether the figure went up or down; undefined where rounding may be all that changed. */
function wentUp({ from, to }: Step): boolean | undefined {
  const [a, b] = [from.interval, to.interval];
  if (intersects(a, b) || a.low === undefined || b.low === undefined) return undefined;
  return compare(b.low, a.low) > 0;
}

function direction(facts: Facts, own: PlacedClaim, row: PlacedSeries, points: readonly SeriesPoint[]) {
  const { claim } = own.claim;
  const { name } = row.series.measure;
  const better = betterOf(name.text, facts.dictionary.find(name.text)) ?? betterInProse(name.text);
  const isUp = claim === undefined ? undefined : upOf(claim.sense, better);
  if (claim === undefined || isUp === undefined) return [];
  const steps = stepsOf(points, claim.window, claim.isContinuing);
  if (steps === undefined || steps.length === 0) return [];
  const isWrong = (step: Step) => wentUp(step) === !isUp;
  const [first, last] = [steps[0], steps.at(-1)];
  let wrong = steps.filter(isWrong);
  if (claim.window === undefined && first !== undefined && last !== undefined && wrong.length > 0) {
    // One month that went back does not end what goes on, unless it is the last or all of it was lost.
    const isLost = isWrong(last) || isWrong({ from: first.from, to: last.to });
    if (!isLost) wrong = [];
    else wrong = isWrong(last) ? [last] : wrong.slice(0, 1);
  }
  const [shown] = wrong;
  return [directionTie(own, row, steps, shown)];
}

function upOf(sense: 'up' | 'down' | 'better' | 'worse', better: Better | undefined): boolean | undefined {
  if (sense === 'up' || sense === 'down') return sense === 'up';
  if (better === undefined || better === 'none') return undefined;
  return (better === 'higher') === (sense === 'better');
}

/** The steps that a claim is about; undefined where the row does not have them. */
function stepsOf(
  points: readonly SeriesPoint[],
  window: Window | undefined,
  isContinuing: boolean,
): readonly Step[] | undefined {
  const to = points.at(-1);
  if (to === undefined) return undefined;
  if (window === undefined) return isContinuing ? stepsBetween(points.slice(-3)) : undefined;
  if (window.kind === 'named') {
    const steps = window.months.map((month) => {
      const at = points.findLastIndex(({ point: { period } }) => isMonth(period, month));
      return stepsBetween(points.slice(Math.max(0, at - 1), at + 1))[0];
    });
    return steps.every((step) => step !== undefined) ? steps.filter((step) => step !== undefined) : undefined;
  }
  if (window.kind === 'since') {
    const from = points.findLast(({ point: { period } }) => isMonth(period, window.month));
    return from === undefined || from === to ? undefined : [{ from, to }];
  }
  const isMonthly = points.every(({ point: { period } }) => period?.kind === 'month');
  const months = { week: 0, month: 1, quarter: 3, year: 12 }[window.unit] * window.count;
  const from = isMonthly && months > 0 ? points.at(-1 - months) : undefined;
  return from === undefined ? undefined : [{ from, to }];
}

function stepsBetween(points: readonly SeriesPoint[]): readonly Step[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index];
    return from === undefined ? [] : [{ from, to }];
  });
}

function isMonth(
  period: SeriesPoint['point']['period'],
  { month, year }: { readonly month: number; readonly year?: number },
): boolean {
  return (
    period?.kind === 'month' &&
    period.start.month === month &&
    (year === undefined || period.start.year === year)
  );
}

function said(point: SeriesPoint): string {
  return `${point.point.text.trim()} ${inTime(point.point)}`;
}

function directionTie(
  { claim, placed }: PlacedClaim,
  row: PlacedSeries,
  steps: readonly Step[],
  wrong: Step | undefined,
): RepetitionTie {
  const at = placeSpan(placed, claim.at);
  const name = `"${row.series.measure.name.text}"`;
  const points = [...new Set(steps.flatMap(({ from, to }) => [from, to]))];
  const shown = wrong === undefined ? points : [wrong.from, wrong.to];
  return {
    kind: 'direction',
    form: 'words and row',
    verdict: wrong === undefined ? 'holds' : 'contradiction',
    isLoose: true,
    message: () =>
      wrong === undefined
        ? `"${claim.text}" agrees with the table: ${name} is ${points.map(said).join(', ')}.`
        : `"${claim.text}" does not agree with the table: ${name} went from ${said(wrong.from)} to ${said(wrong.to)}.`,
    at,
    figures: points.map((point) => ({ quantity: point.quantity, role: 'value', at: pointSpan(row, point) })),
    hypotheses: wrong === undefined ? [] : contraries(claim.at, placed),
    related: shown.map((point) => ({
      at: pointSpan(row, point),
      message: `The table gives ${said(point)}.`,
    })),
  };
}

/** The word that says what the row says, in the place of its contrary. */
function contraries(at: Span, placed: PlacedBlock): RepetitionTie['hypotheses'] {
  const { source } = placed.block;
  const other = turned(source, at);
  if (other === undefined) return [];
  const words = source.slice(other.span.from, other.span.to);
  const title = `Change "${words.replace(/\s+/g, ' ')}" to "${other.words}"`;
  return [{ title, at: placeSpan(placed, other.span), replacement: other.words }];
}

function figures(quantity: Quantity, at: Span, most: SeriesPoint): RepetitionTie['hypotheses'] {
  if (quantity.isInWords) return [];
  const words = quantity.text.replace(numberOf(quantity), numberOf(most.quantity));
  return [{ title: `Change ${quantity.text} to ${words}`, at, replacement: words }];
}

function liesBeyond(a: Interval, b: Interval, isAbove: boolean): boolean {
  if (intersects(a, b) || a.low === undefined || b.low === undefined) return false;
  return compare(a.low, b.low) > 0 === isAbove;
}

function extreme(
  { claim, placed }: PlacedClaim,
  row: PlacedSeries,
  points: readonly SeriesPoint[],
): readonly RepetitionTie[] {
  const { quantity, kind } = claim;
  if (quantity === undefined || row.series.isPercent !== (quantity.kind === 'percentage')) return [];
  const stated = intervalOf(quantity);
  const isHigh = kind === 'highest';
  const beyond = points.filter(({ interval }) => liesBeyond(interval, stated, isHigh));
  const most = beyond.reduce<SeriesPoint | undefined>(
    (best, own) => (best === undefined || liesBeyond(own.interval, best.interval, isHigh) ? own : best),
    undefined,
  );
  const shown = most ?? points.find(({ interval }) => intersects(interval, stated));
  if (shown === undefined) return [];
  const name = `"${row.series.measure.name.text}"`;
  const words = isHigh ? 'the highest' : 'the lowest';
  const at = placeSpan(placed, claim.at);
  const cell = pointSpan(row, shown);
  return [
    {
      kind: 'repetition',
      form: 'words and row',
      verdict: most === undefined ? 'holds' : 'contradiction',
      message: () =>
        most === undefined
          ? `${claim.text} is ${words} that the table gives for ${name}.`
          : `${claim.text} is not ${words} that the table gives for ${name}: it was ${said(shown)}.`,
      at,
      figures: [
        { quantity, role: 'same', at },
        { quantity: shown.quantity, role: 'compared', at: cell },
      ],
      hypotheses: most === undefined ? [] : figures(quantity, at, most),
      related: [{ at: cell, message: `The table gives ${said(shown)}.` }],
    },
  ];
}
