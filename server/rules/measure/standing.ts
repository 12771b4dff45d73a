import type { MeasureDef } from '../../framework/framework.ts';
import { type Attainment, attainment } from '../../numbers/attainment.ts';
import type { Anchor, Measure, Point, ReportTable, Step } from '../../report/contents.ts';
import { type Better, betterOf, betterStated } from '../../report/measureSense.ts';
import { isBlank, isFigure, isPending, readTarget, whenOf } from '../../report/series.ts';
import { type CalendarDate, compareDates, monthsBetween } from '../../values/calendar.ts';
import type { CellValue } from '../../values/cell.ts';
import { readPeriod } from '../../values/periods.ts';

/** How a measure stands at the time that its document reports on: its latest figure, and the target for it. */
export interface Standing {
  readonly measure: Measure;
  readonly actual: Point;
  readonly when: string;
  readonly target: { readonly text: string; readonly at: Anchor | undefined };
  /** Undefined where nothing tells which direction is an improvement. */
  readonly better: Better | undefined;
  /** How the figure stands to the target, taken so that `better` is an improvement. */
  readonly held: (better: 'higher' | 'lower') => Attainment | undefined;
}

/**
 * Where a measure stands.
 * @param table that the measure stands in
 * @param end the last day of the document's reporting period, where it has one
 */
export function standingOf(
  measure: Measure,
  def: MeasureDef | undefined,
  table: ReportTable | undefined,
  end: CalendarDate | undefined,
): Standing | undefined {
  const step = latest(measure.steps, end);
  const actual = step?.actual;
  const target = step && targetOf(step, def);
  if (step === undefined || actual === undefined || target === undefined) return undefined;
  const aim = readTarget(target.text);
  const stated = table && betterStated(measure, table);
  const [figure, aimed] = [inUnit(actual.cell, def), inUnit(aim.cell, def)];
  return {
    measure,
    actual,
    when: step.period === undefined ? '' : whenOf(step),
    target,
    better: def?.better ?? stated ?? betterOf(measure.name.text, def) ?? aim.better,
    held: (better) => attainment(figure, aimed, better),
  };
}

/** What is older than this at the end of the reporting period says nothing of it. */
const MONTHS_BACK = 3;

/** The figure for the reporting period, or else the last one before. `N/A` for the period is an answer: there is none. */
function latest(steps: readonly Step[], end: CalendarDate | undefined): Step | undefined {
  if (end === undefined) return steps.findLast(({ actual }) => isFigure(actual));
  const past = steps.filter(({ period }) => period === undefined || compareDates(period.start, end) <= 0);
  const own = past.findLast(({ period }) => period !== undefined && compareDates(period.end, end) >= 0);
  if (own?.actual !== undefined && !isBlank(own.actual) && !isPending(own.actual)) {
    return isFigure(own.actual) ? own : undefined;
  }
  const last = past.findLast(({ actual }) => isFigure(actual));
  return last?.period !== undefined && monthsBetween(last.period.end, end) > MONTHS_BACK ? undefined : last;
}

/** The target that stands beside the figure, or else the one that the definition gives for its time. */
export function targetOf(
  { target, period }: Pick<Step, 'target' | 'period'>,
  def: MeasureDef | undefined,
): Standing['target'] | undefined {
  if (target !== undefined && !isBlank(target)) return { text: target.text, at: target.at };
  const held = def?.targets.filter(({ from }) => {
    const start = from === undefined ? undefined : readPeriod(from)?.start;
    return start === undefined || period === undefined || compareDates(start, period.end) <= 0;
  });
  const text = held?.at(-1)?.value;
  if (text === undefined) return undefined;
  return { text: def?.unit === 'percent' && /\d$/.test(text) ? `${text}%` : text, at: undefined };
}

/** A figure whose sign was left out has the unit of its definition. */
export function inUnit(cell: CellValue, def: MeasureDef | undefined): CellValue {
  const isPlain = cell.kind === 'figure' && cell.unit === 'number';
  return isPlain && def?.unit === 'percent' ? { ...cell, unit: 'percent' } : cell;
}
