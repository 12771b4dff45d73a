import type { CellValue } from '../values/cell.ts';
import { type Decimal, toRational } from '../values/decimal.ts';
import { halfUnit, type Interval, point, shown } from '../values/interval.ts';
import {
  compare,
  divide,
  fraction,
  multiply,
  negate,
  type Rational,
  subtract,
  whole,
} from '../values/rational.ts';

/** How a figure stands to its target. */
export interface Attainment {
  /** As the figures are written. */
  readonly verdict: 'met' | 'missed';
  /** How far the figure as written is on the wrong side of its target, in its own unit; negative on the right side. */
  readonly gap: Rational;
  /** The least and the most that the gap can be, since the figure may have been rounded. */
  readonly least: Rational;
  readonly most: Rational;
  /** The target as one figure; of a pair the easier one. */
  readonly target: Rational;
  /** Whether the figure, at the precision of its target, is the target. */
  readonly isTarget: boolean;
}

interface Reading {
  readonly unit: string;
  readonly value: Rational;
  readonly interval: Interval;
}

/** A target, or two of which one is to be expected and one a stretch. */
interface Aim {
  readonly unit: string;
  readonly values: readonly Rational[];
  /** Half a unit of the last place that it shows. */
  readonly slack: Rational;
}

/**
 * Holds a figure against its target. Between two targets, and where the two are not counted in one unit, there is
 * no verdict.
 */
export function attainment(
  actual: CellValue,
  target: CellValue,
  better: 'higher' | 'lower',
): Attainment | undefined {
  for (const aim of targetsIn(target)) {
    const reading = readingsIn(actual).find(({ unit }) => unit === aim.unit);
    if (reading !== undefined) return judge(reading, aim, better);
  }
  return undefined;
}

function judge(
  { value, interval }: Reading,
  { values, slack }: Aim,
  better: 'higher' | 'lower',
): Attainment | undefined {
  const [least, most] = [...values].sort(compare);
  const last = most ?? least;
  if (least === undefined || last === undefined) return undefined;
  const [easy, hard] = better === 'higher' ? [least, last] : [last, least];
  // Everything is turned so that more is worse.
  const gapTo = (aim: Rational, one: Rational) =>
    better === 'higher' ? subtract(aim, one) : subtract(one, aim);
  const ends = [interval.low, interval.high].flatMap((end) => end ?? []).map((end) => gapTo(easy, end));
  const [end, other] = ends.sort(compare);
  if (end === undefined || other === undefined) return undefined;
  const nought = whole(0);
  const gap = gapTo(easy, value);
  const verdict = compare(gapTo(hard, value), nought) <= 0 ? 'met' : 'missed';
  // Between an expected and a stretching target nothing is met and nothing missed.
  if (verdict === 'missed' && compare(gap, nought) <= 0) return undefined;
  const isTarget = compare(gap, slack) < 0 && compare(gap, negate(slack)) > 0;
  return {
    verdict,
    gap,
    least: end,
    most: other,
    target: easy,
    isTarget: isTarget || compare(gap, nought) === 0,
  };
}

function targetsIn(cell: CellValue): readonly Aim[] {
  const aim = (unit: string, ...figures: readonly Decimal[]): Aim => ({
    unit,
    values: figures.map(toRational),
    slack: unit === 'number' ? whole(0) : halfUnit(Math.max(...figures.map(({ places }) => places))),
  });
  if (cell.kind === 'targets') return [aim(cell.unit, ...cell.values)];
  if (cell.kind === 'figure') return [aim(cell.unit, cell.value)];
  return cell.kind === 'share' ? [aim('percent', cell.share), aim('number', cell.count)] : [];
}

/** What a cell says, once for each unit that it gives. */
function readingsIn(cell: CellValue): readonly Reading[] {
  if (cell.kind === 'figure') return [written(cell.unit, cell.value)];
  if (cell.kind === 'share') return [written('percent', cell.share), written('number', cell.count)];
  if (cell.kind !== 'ratio') return [];
  const share = divide(multiply(toRational(cell.part), whole(100)), toRational(cell.whole));
  const part = written('number', cell.part);
  return share === undefined ? [part] : [{ unit: 'percent', value: share, interval: point(share) }, part];
}

/** A whole number of things is what it is; every other figure may have been rounded. */
function written(unit: string, value: Decimal): Reading {
  const exact = toRational(value);
  const isCount = unit === 'number' && value.places === 0;
  return { unit, value: exact, interval: isCount ? point(exact) : shown(value) };
}

/** Whether a gap is no more than that many per cent of the target. */
export function isNarrow({ gap, target }: Attainment, percent: number): boolean {
  const limit = multiply(target, fraction(BigInt(percent), 100n) ?? whole(0));
  return compare(gap, limit) <= 0;
}
