import { attainment } from '../../numbers/attainment.ts';
import { scaledStatus } from '../../report/columns.ts';
import type { Measure, MeasureRow, Point, Step } from '../../report/contents.ts';
import { measureKey } from '../../report/measureDictionary.ts';
import { type Better, betterOf, betterStated } from '../../report/measureSense.ts';
import { anchorSpan, type Report, type Section } from '../../report/report.ts';
import { isFigure, readTarget, whenOf } from '../../report/series.ts';
import { inUnit, targetOf } from '../../rules/measure/standing.ts';
import { dayNumber } from '../../values/calendar.ts';
import { figureLevel, figureValue, statusLevel } from './levels.ts';
import { plainText } from './plainWords.ts';
import type { Part, Thing } from './thing.ts';

/** A measure of a table, with what a reader needs to say how its figures went. */
export interface MeasureThing extends Thing {
  readonly measure: Measure;
  /** The times of its actual figures as they are compared, in the order of its table. */
  readonly parts: readonly FigurePart[];
}

export interface FigureTime {
  /** As times are compared. */
  readonly key: string;
  readonly words: string;
  /** Its last day, counted from some day on. */
  readonly end: number;
}

/** A figure of a measure. */
export interface FigurePart extends Part {
  /** Undefined for what is of no time, such as a status. */
  readonly time: FigureTime | undefined;
  readonly role: MeasureRow['role'] | 'status';
  /** How it stands to its target. */
  readonly held: { readonly target: string; readonly verdict: 'met' | 'missed' } | undefined;
}

/** The measures of a section's tables, each with its figures by role and time, and its status. */
export function measureThings(report: Report, section: Section): readonly MeasureThing[] {
  return section.content.measures.map((measure) => {
    const { name } = measure;
    const def = report.measures.find(name.text);
    const table = section.content.tables[measure.table];
    const better = def?.better ?? (table && betterStated(measure, table)) ?? betterOf(name.text, def);
    const parts = [
      ...figureParts(report, section, measure, better),
      ...statusParts(report, section, measure),
    ];
    return {
      kind: 'figure',
      section,
      keys: [def === undefined ? `named ${measureKey(name.text)}` : `id ${def.id}`],
      name: { text: name.text, span: anchorSpan(section, name.at) },
      subject: name.text,
      isWorded: true,
      measure,
      parts,
      takes: [],
    };
  });
}

function figureParts(
  report: Report,
  section: Section,
  { name, rows, steps }: Measure,
  better: Better | undefined,
): readonly FigurePart[] {
  const def = report.measures.find(name.text);
  const stepOf = new Map<Point, Step>(
    steps.flatMap((step) => (step.actual ? [[step.actual, step] as const] : [])),
  );
  const seen = new Map<string, number>();
  return rows.flatMap((row) =>
    row.points.map((point): FigurePart => {
      const time = timeOf(point);
      const own = `${row.role === 'other' ? `other ${plainText(row.roleText)}` : row.role} ${time?.key ?? plainText(point.header)}`;
      const nth = seen.get(own) ?? 0;
      seen.set(own, nth + 1);
      const step = stepOf.get(point);
      return {
        key: `${own} ${nth}`,
        kind: row.role === 'target' ? 'target' : 'figure',
        label: labelOf(row, time?.words),
        said: { text: point.text, span: anchorSpan(section, point.at) },
        value: figureValue(point.text),
        level: row.role === 'actual' ? figureLevel(inUnit(point.cell, def), better) : undefined,
        time,
        role: row.role,
        held: step && heldOf(step, def, better),
      };
    }),
  );
}

function timeOf(point: Point): FigurePart['time'] {
  const { period } = point;
  if (period === undefined) return undefined;
  const key = [period.start, period.end].map(({ year, month, day }) => `${year}-${month}-${day}`).join(' ');
  return { key, words: whenOf(point), end: dayNumber(period.end) };
}

/** `target for May 2020`, `May 2020`, `comparator in May 2020`; nothing where the table has one figure a measure. */
function labelOf({ role, roleText }: MeasureRow, when: string | undefined): string | undefined {
  if (role === 'actual') return when;
  const name = role === 'target' ? 'target' : roleText;
  if (when === undefined) return name;
  return role === 'target' ? `target for ${when}` : `${name}, ${when}`;
}

function heldOf(
  step: Step,
  def: Parameters<typeof targetOf>[1],
  better: Better | undefined,
): FigurePart['held'] {
  const target = targetOf(step, def);
  if (target === undefined || step.actual === undefined || !isFigure(step.actual)) return undefined;
  const aim = readTarget(target.text);
  const way = better ?? aim.better;
  if (way === undefined || way === 'none') return undefined;
  const held = attainment(inUnit(step.actual.cell, def), inUnit(aim.cell, def), way);
  return held && { target: target.text, verdict: held.verdict };
}

function statusParts({ vocabulary }: Report, section: Section, { status }: Measure): readonly FigurePart[] {
  if (status === undefined) return [];
  const scaled = vocabulary && scaledStatus(status.text, vocabulary)?.value;
  return [
    {
      key: 'status',
      kind: 'status',
      label: 'status',
      said: { text: scaled?.label ?? status.text, span: anchorSpan(section, status.at) },
      value: plainText(scaled?.label ?? status.text),
      level: scaled && statusLevel(scaled),
      time: undefined,
      role: 'status',
      held: undefined,
    },
  ];
}
