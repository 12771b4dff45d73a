import { normaliseName } from '../framework/name.ts';
import { compareDates, formatDate } from '../values/calendar.ts';
import { type CellValue, readCell } from '../values/cell.ts';
import type { MeasureRow, Point, Step } from './contents.ts';

/**
 * The targets and actuals of a measure, the oldest first. Where a role has several rows the first counts; a target with
 * one column beside those of the months holds for all of them.
 */
export function seriesOf(rows: readonly MeasureRow[]): readonly Step[] {
  const steps = new Map<string, Step>();
  for (const role of ['actual', 'target'] as const) {
    const counts = new Map<string, number>();
    const points = rows.find((row) => row.role === role)?.points ?? [];
    const [only] = points;
    if (role === 'target' && points.length === 1 && steps.size > 0 && only?.period === undefined) {
      for (const [key, step] of steps) steps.set(key, { ...step, target: only });
      continue;
    }
    for (const point of points) {
      const time = timeKey(point);
      const nth = counts.get(time) ?? 0;
      counts.set(time, nth + 1);
      const key = nth === 0 ? time : `${time} ${nth}`;
      const { header, period } = point;
      steps.set(key, {
        ...(steps.get(key) ?? { header, period, target: undefined, actual: undefined }),
        [role]: point,
      });
    }
  }
  return oldestFirst([...steps.values()]);
}

/** The figures of a row, each once: as data a target that holds all the time is written once. */
export function pointsOf({ points }: MeasureRow): readonly Point[] {
  const seen = new Set<string>();
  return points.filter(({ at: { block, span } }) => {
    const place = `${block} ${span.from} ${span.to}`;
    return !seen.has(place) && seen.add(place);
  });
}

/** `May 2020`, or what stands above the column, without the role: what a message calls the time of a figure. */
export function whenOf({ header, period }: Pick<Step, 'header' | 'period'>): string {
  if (period?.kind === 'month') return formatDate(period.start).replace(/^\d+ /, '');
  if (period?.kind === 'day') return formatDate(period.start);
  return withoutRole(header);
}

/** Whether a cell has something in it that can be compared. */
export function isFigure(point: Point | undefined): point is Point {
  return point !== undefined && point.cell.kind !== 'blank' && point.cell.kind !== 'text';
}

/** Whether nothing is said: an empty cell or a dash. `N/A` is an answer. */
export function isBlank(point: Point | undefined): boolean {
  return point === undefined || /^[-–—−]*$/.test(point.text.trim());
}

/** Whether a figure is still to come: `tbc`. */
export function isPending(point: Point | undefined): boolean {
  return point?.cell.kind === 'blank' && point.cell.isPending;
}

/** A target with the direction that its sign gives away: `≥ 90%`, `under 25%`. */
export interface TargetText {
  readonly cell: CellValue;
  readonly better: 'higher' | 'lower' | undefined;
}

const AT_LEAST =
  /^(?:≥|>=?|at least|minimum(?: of)?|min\.?|over|above|more than)\s*(?=[\d£])|(?<!\s)\s*(?:\+|or (?:more|above|over|higher))$/i;
const AT_MOST =
  /^(?:≤|<=?|at most|maximum(?: of)?|max\.?|under|below|less than|fewer than|no more than|not more than|up to)\s*(?=[\d£])|(?<!\s)\s*or (?:less|below|under|lower|fewer)$/i;

/** Reads what stands where a target is expected. */
export function readTarget(text: string): TargetText {
  const own = text.trim();
  for (const [better, sign] of [
    ['higher', AT_LEAST],
    ['lower', AT_MOST],
  ] as const) {
    if (own.length <= 40 && sign.test(own)) return { cell: readCell(own.replace(sign, '')), better };
  }
  return { cell: readCell(text), better: undefined };
}

function timeKey({ period, header }: Point): string {
  if (period === undefined) return normaliseName(withoutRole(header));
  return [period.start, period.end].map(({ year, month, day }) => `${year}-${month}-${day}`).join(' ');
}

function withoutRole(header: string): string {
  return header.replace(/[\s–:(-]*\b(?:target|actual)s?\)?\s*$/i, '').trim();
}

function oldestFirst(steps: readonly Step[]): readonly Step[] {
  const timed = steps.flatMap(({ period }) => period ?? []);
  const [first, last] = [timed[0], timed.at(-1)];
  const isReversed = first !== undefined && last !== undefined && compareDates(first.start, last.start) > 0;
  return isReversed ? [...steps].reverse() : steps;
}
