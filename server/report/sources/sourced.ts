import type { MeasureDef } from '../../framework/framework.ts';
import type { Measure, MeasureRow, Point } from '../contents.ts';
import { namesOf } from '../measureDictionary.ts';
import type { Report, Section } from '../report.ts';
import { pointsOf } from '../series.ts';
import { datedField } from '../speaksFrom.ts';
import {
  findMeasure,
  periodKey,
  type Source,
  type SourceFigure,
  type SourceMeasure,
  type SourceRole,
} from './source.ts';

/** A cell of a document's table for which a source may have the figure. */
export interface SourcedPoint {
  readonly section: Section;
  readonly measure: Measure;
  readonly def: MeasureDef | undefined;
  readonly row: MeasureRow;
  readonly role: SourceRole;
  readonly point: Point;
  /** Undefined where the source has the measure but no figure for that time. */
  readonly figure: SourceFigure | undefined;
}

/** The cells for targets and actuals of the measures that are in a source. */
export function sourcedPoints(report: Report, sources: readonly Source[]): readonly SourcedPoint[] {
  if (sources.length === 0) return [];
  const reported = datedField(report, ['period']);
  return report.sections.flatMap((section) =>
    section.content.measures.flatMap((measure) => {
      const def = report.measures.find(measure.name.text);
      const names = [measure.name.text, ...(def === undefined ? [] : namesOf(def))];
      const found = findMeasure(sources, names);
      return found === undefined ? [] : pointsIn({ section, measure, def }, found, reported);
    }),
  );
}

type Reported = { readonly start: Period['start']; readonly end: Period['end'] } | undefined;
type Period = NonNullable<Point['period']>;

function pointsIn(
  of: Pick<SourcedPoint, 'section' | 'measure' | 'def'>,
  found: SourceMeasure,
  reported: Reported,
): readonly SourcedPoint[] {
  return of.measure.rows.flatMap((row) => {
    const { role } = row;
    if (role !== 'target' && role !== 'actual') return [];
    const isAlone = row.points.length === 1;
    const figureOf = (point: Point) =>
      figureFor(point, found.figures[role], role, isAlone ? reported : undefined);
    return pointsOf(row).map((point) => {
      // As data a target that holds all the time is written once: it is one figure only where its source has one.
      const all = row.points
        .filter(({ at }) => at.block === point.at.block && at.span.from === point.at.span.from)
        .map(figureOf);
      const isOne = all.every((figure) => figure?.text === all[0]?.text);
      return { ...of, row, role, point, figure: isOne ? all[0] : undefined };
    });
  });
}

/**
 * The figure for the time of a cell. A target without a time holds all the time; a column without a time is about the
 * period of its document.
 */
function figureFor(
  { period, header }: Point,
  figures: ReadonlyMap<string, SourceFigure>,
  role: SourceRole,
  reported: Reported,
): SourceFigure | undefined {
  // What is added up over a year is another figure than that of its last month.
  if (/\b(?:ytd|year to date|cumulative|rolling|12 months)\b/i.test(header)) return undefined;
  const always = figures.get('');
  if (period !== undefined) return figures.get(periodKey(period)) ?? (role === 'target' ? always : undefined);
  // "April" of a year that nothing tells, or "Target 2021".
  if (/\d|%/.test(header) || isMonthOnly(header)) return undefined;
  if (always !== undefined) return always;
  return reported && (figures.get(periodKey(reported)) ?? soleIn(reported, figures));
}

function isMonthOnly(header: string): boolean {
  return /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(header);
}

/** Of a document about one day the figure for the month that ends on it. */
function soleIn(
  { start, end }: NonNullable<Reported>,
  figures: ReadonlyMap<string, SourceFigure>,
): SourceFigure | undefined {
  if (periodKey({ start, end: start }) !== periodKey({ start, end })) return undefined;
  return [...figures.values()].find(
    ({ period }) =>
      period?.kind === 'month' &&
      periodKey({ start: period.end, end: period.end }) === periodKey({ start: end, end }),
  );
}
