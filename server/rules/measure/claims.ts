import type { MeasureDef } from '../../framework/framework.ts';
import { type Attainment, isNarrow } from '../../numbers/attainment.ts';
import type { Claim } from '../../report/statusKey.ts';
import { readCell } from '../../values/cell.ts';
import { toRational } from '../../values/decimal.ts';
import { compare, type Rational, whole } from '../../values/rational.ts';
import { isBetterByKey, isOutside, type StatusKey } from './keyed.ts';
import type { Standing } from './standing.ts';

/** What a claim makes of figures that it does not fit. */
export interface Misfit {
  readonly severity: 'error' | 'info';
  readonly attainment: Attainment;
}

/** A figure that misses its target by so many per cent of it may still pass for green, where nobody defined what is. */
const TOLERANCE = 2;

/** What says what a status stands for: the document's own key, or else the definition of the measure. */
export interface Meanings {
  readonly def: MeasureDef | undefined;
  readonly key: StatusKey | undefined;
}

/**
 * Whether what a status claims does not fit the figures. Where the direction of the measure is not known both have to
 * say so.
 */
export function misfitOf(
  claim: Claim,
  { better, held }: Pick<Standing, 'better' | 'held'>,
  { def, key }: Meanings,
): Misfit | undefined {
  const directions = better === undefined ? (['higher', 'lower'] as const) : [better];
  const found = directions.map((direction) => {
    const attainment = direction === 'none' ? undefined : held(direction);
    if (attainment === undefined) return undefined;
    return key === undefined ? misfit(claim, attainment, amberOf(def)) : misfitByKey(claim, attainment, key);
  });
  const [first] = found;
  return found.every((one) => one?.severity === 'error') || found.length === 1 ? first : undefined;
}

/** A key wins over what is usual; of a colour that it does not put in figures nothing is known. */
function misfitByKey(claim: Claim, attainment: Attainment, key: StatusKey): Misfit | undefined {
  const band = key.band(claim);
  const isWrong =
    (band !== undefined && isOutside(band, attainment)) || isBetterByKey(key, claim, attainment);
  return isWrong ? { severity: 'error', attainment } : undefined;
}

function misfit(claim: Claim, attainment: Attainment, amber: Rational | undefined): Misfit | undefined {
  const { least, most, gap, verdict, isTarget } = attainment;
  const isMet = verdict === 'met' && compare(most, NOUGHT) <= 0;
  const isMissed = verdict === 'missed' && compare(least, NOUGHT) > 0;
  const error: Misfit = { severity: 'error', attainment };
  const info: Misfit = { severity: 'info', attainment };
  if (claim === 'on-target') {
    if (!isMissed || isTarget) return undefined;
    return amber === undefined && isNarrow(attainment, TOLERANCE) ? info : error;
  }
  if (claim === 'off-target') {
    return isMet || (isMissed && amber !== undefined && compare(most, amber) <= 0) ? error : undefined;
  }
  if (isMet) return amber !== undefined ? error : compare(gap, NOUGHT) < 0 ? info : undefined;
  return isMissed && amber !== undefined && compare(least, amber) > 0 ? error : undefined;
}

const NOUGHT = whole(0);

/** The margin below a target that a definition calls amber. */
function amberOf(def: MeasureDef | undefined): Rational | undefined {
  const cell = def?.amber === undefined ? undefined : readCell(def.amber);
  return cell?.kind === 'figure' ? toRational(cell.value) : undefined;
}

/** `was 89% in May 2020, below its target of 95%`. */
export function inWords(
  { actual, when, target }: Standing,
  { verdict, gap }: Attainment,
  better: Standing['better'],
): string {
  const isExact = compare(gap, NOUGHT) === 0;
  const side =
    verdict === 'met'
      ? 'which meets'
      : better === 'lower'
        ? 'above'
        : better === 'higher'
          ? 'below'
          : 'not at';
  const figure = when === '' ? `is ${actual.text}` : `was ${actual.text} in ${when}`;
  return isExact ? `${figure}, which is its target` : `${figure}, ${side} its target of ${target.text}`;
}
