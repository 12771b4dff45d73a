import type { MeasureDef } from '../../framework/framework.ts';
import type { Anchor, Measure, Point, Role } from '../../report/contents.ts';
import { isCumulative, saysCount } from '../../report/measureSense.ts';
import { isFigure, pointsOf, whenOf } from '../../report/series.ts';
import { readCell } from '../../values/cell.ts';
import { compareDecimals, type Decimal, formatDecimal, integer } from '../../values/decimal.ts';
import { type Draft, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'section',
  summary: 'A figure must be one that its measure can have: no share above 100%, no count below nought.',
  why: 'A figure that cannot be is a slip of the hand or of the system behind it, and whoever reads it cannot tell what the right one is.',
  severity: 'error',
  *check({ content, measures }) {
    for (const measure of content.measures) {
      const def = measures.find(measure.name.text);
      for (const row of measure.rows) {
        for (const point of pointsOf(row)) yield* impossible(point, row.role, measure, def);
      }
      if (isCumulative(measure.name.text, def)) yield* falls(measure);
    }
  },
});

/** Percentages that may well be above 100 or below nought. */
const NO_SHARE =
  /\b(?:chang|increas|decreas|growth|reduc|varianc|differen|compar|spen[dt]|budget|expenditure|occup|capacit|utili[sz]|productiv|sufficien|caseload|workload|index|inflation|uptake|saving|ratio|trend|movement|improvement|against|demand|staffing|establishment|fill)|\b(?:over|under)(?:spend|spent)|\bof (?:the )?(?:target|plan|planned|baseline|expected|estimate)/i;
const HUNDRED = integer(100);
const NOUGHT = integer(0);

function* impossible(
  point: Point,
  role: Role,
  { name }: Measure,
  def: MeasureDef | undefined,
): Iterable<Draft<Anchor>> {
  const reason = faultOf(point, role, name.text, def);
  if (reason !== undefined) yield { at: point.at, message: `"${point.text}" cannot be right: ${reason}` };
}

function faultOf({ cell }: Point, role: Role, name: string, def: MeasureDef | undefined): string | undefined {
  const isShare = !NO_SHARE.test(name) && def?.unit !== 'ratio';
  if (isShare) {
    for (const value of sharesIn(cell)) {
      if (compareDecimals(value, HUNDRED) > 0)
        return `"${name}" is a share of a whole, and no share is more than 100%.`;
      if (compareDecimals(value, NOUGHT) < 0)
        return `"${name}" is a share of a whole, and no share is less than 0%.`;
    }
  }
  if (cell.kind === 'ratio' && role === 'actual' && isShare && compareDecimals(cell.part, cell.whole) > 0)
    return 'the part is more than the whole that it is out of.';
  const count = countIn(cell);
  if (count === undefined) return undefined;
  const counts = def?.unit === 'count' || (def?.unit === undefined && saysCount(name) && isShare);
  if (counts && compareDecimals(count, NOUGHT) < 0) return 'what is counted is never less than nought.';
  const of = def?.of === undefined || !isCumulative(name, def) ? undefined : countIn(readCell(def.of));
  if (of === undefined || compareDecimals(count, of) <= 0) return undefined;
  return `"${name}" is out of ${formatDecimal(of)} in all.`;
}

function sharesIn(cell: Point['cell']): readonly Decimal[] {
  if (cell.kind === 'share') return [cell.share];
  if (cell.kind === 'targets') return cell.unit === 'percent' ? cell.values : [];
  return cell.kind === 'figure' && cell.unit === 'percent' ? [cell.value] : [];
}

function countIn(cell: Point['cell']): Decimal | undefined {
  if (cell.kind === 'share') return cell.count;
  return cell.kind === 'figure' && cell.unit === 'number' ? cell.value : undefined;
}

/** A running total that goes down. With a new year it may begin afresh. */
function* falls(measure: Measure): Iterable<Draft<Anchor>> {
  let before: { readonly point: Point; readonly count: Decimal } | undefined;
  for (const { actual } of measure.steps) {
    const count = isFigure(actual) ? countIn(actual.cell) : undefined;
    if (actual === undefined || count === undefined) continue;
    if (before !== undefined && compareDecimals(count, before.count) < 0 && !isAfresh(count, before)) {
      yield {
        at: actual.at,
        message: `"${measure.name.text}" is cumulative and cannot fall: it was ${before.point.text} in ${whenOf(before.point)} and is ${actual.text} in ${whenOf(actual)}.`,
        related: [{ at: before.point.at, message: `The earlier figure, ${before.point.text}.` }],
      };
    }
    before = { point: actual, count };
  }
}

/** A total that begins again falls to a fraction of what it was. */
function isAfresh(count: Decimal, before: { readonly count: Decimal }): boolean {
  const twice = { digits: count.digits * 2n, places: count.places };
  return compareDecimals(twice, before.count) <= 0;
}
