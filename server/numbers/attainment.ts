import type { CellValue } from '../values/cell.ts';
import { type Decimal, toRational } from '../values/decimal.ts';
import { type Interval, point, shown } from '../values/interval.ts';
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
  readonly verdict: 'met' | 'missed';
  /** Whether it is so however the figure was rounded. */
  readonly isSure: boolean;
  /** How far the figure as written is on the wrong side of its target, in its own unit; negative on the right side. */
  readonly gap: Rational;
  /** The target as one figure; of a pair the easier one. */
  readonly target: Rational;
}

interface Reading {
  readonly unit: string;
  readonly value: Rational;
  readonly interval: Interval;
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
    if (reading !== undefined) return judge(reading, aim.values, better);
  }
  return undefined;
}

function judge(
  { value, interval }: Reading,
  targets: readonly Rational[],
  better: 'higher' | 'lower',
): Attainment | undefined {
  const [least, most] = [...targets].sort(compare);
  const last = most ?? least;
  if (least === undefined || last === undefined) return undefined;
  const [easy, hard] = better === 'higher' ? [least, last] : [last, least];
  // Everything is turned so that more is better.
  const turn = (one: Rational) => (better === 'higher' ? one : negate(one));
  const worst = better === 'higher' ? interval.low : interval.high;
  const best = better === 'higher' ? interval.high : interval.low;
  if (worst === undefined || best === undefined) return undefined;
  const gap = subtract(turn(easy), turn(value));
  if (compare(turn(value), turn(hard)) >= 0) {
    return { verdict: 'met', isSure: compare(turn(worst), turn(hard)) >= 0, gap, target: easy };
  }
  if (compare(turn(value), turn(easy)) >= 0) return undefined;
  return { verdict: 'missed', isSure: compare(turn(best), turn(easy)) < 0, gap, target: easy };
}

function targetsIn(
  cell: CellValue,
): readonly { readonly unit: string; readonly values: readonly Rational[] }[] {
  if (cell.kind === 'targets') return [{ unit: cell.unit, values: cell.values.map(toRational) }];
  return readingsIn(cell).map(({ unit, value }) => ({ unit, values: [value] }));
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
