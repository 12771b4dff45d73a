import type { MeasureDef } from '../../framework/framework.ts';
import type { Measure, Point, Step } from '../../report/contents.ts';
import { measureKey } from '../../report/measureDictionary.ts';
import { anchorSpan, type Report } from '../../report/report.ts';
import { isBlank, isFigure, readTarget, whenOf } from '../../report/series.ts';
import { targetOf } from '../../rules/measure/standing.ts';
import { type Span, touches } from '../../text/span.ts';
import type { CellValue } from '../../values/cell.ts';
import type { Decimal } from '../../values/decimal.ts';
import type { Analysis } from '../analysis.ts';
import { figureNoteAt } from '../names/figureNotes.ts';
import { thingNamed } from '../names/measures.ts';
import type { MeasureThing } from '../names/thing.ts';
import { sectionAt } from '../places.ts';
import { firstWords, plain } from '../plain.ts';
import { type TrendFigure, type TrendStep, trendChart } from '../trendChart.ts';
import type { Hover } from './answer.ts';
import { figuresOf } from './columns.ts';

/** A measure that is named at `span`: how it is defined, and its last figures. */
export function measureHover({ report }: Analysis, thing: MeasureThing, span: Span): Hover | undefined {
  const def = report.measures.defs.find(({ id }) => id === thing.id);
  const keys = new Set(thing.names.map(measureKey));
  const reported = report.sections.flatMap(({ content }) =>
    content.measures.filter(({ name }) => keys.has(measureKey(name.text)) || isDefinedAs(name.text)),
  );
  // Named again, such as in a summary of the document, it has fewer figures there.
  const own = sectionAt(report, span.from)?.content.measures.find((one) => reported.includes(one));
  const most = [...reported].sort((a, b) => b.steps.length - a.steps.length)[0];
  return shown(own ?? most, def, span);

  function isDefinedAs(name: string): boolean {
    return def !== undefined && report.measures.find(name)?.id === def.id;
  }
}

/** The measure whose figure stands at `offset`: in a table of measures, or where a comment behind it names its measure. */
export function figureHover(analysis: Analysis, offset: number): Hover | undefined {
  const { report } = analysis;
  const note = figureNoteAt(report, offset);
  if (note !== undefined && touches(note.figure, offset))
    return measureHover(analysis, thingNamed(note.def.id, report.measures), note.figure);
  const section = sectionAt(report, offset);
  if (section === undefined) return undefined;
  for (const measure of section.content.measures) {
    for (const { at } of measure.rows.flatMap(({ points }) => points)) {
      const span = anchorSpan(section, at);
      if (touches(span, offset)) return shown(measure, definitionOf(report, measure), span);
    }
  }
  return undefined;
}

/** The time that a comment behind a figure gives it at `offset`. */
export function noteTimeHover({ report }: Analysis, offset: number): Hover | undefined {
  const note = figureNoteAt(report, offset);
  const time = note?.sense.kind === 'named' ? note.sense.time : undefined;
  if (note?.period === undefined || !touches(note.period, offset) || time?.kind !== 'period')
    return undefined;
  return { markdown: figuresOf(time.period), span: note.period };
}

function definitionOf({ measures }: Report, { name }: Measure): MeasureDef | undefined {
  return measures.find(name.text);
}

function shown(measure: Measure | undefined, def: MeasureDef | undefined, span: Span): Hover | undefined {
  const name = def?.name ?? measure?.name.text;
  const figures = figuresText(measure?.steps ?? [], def);
  if (name === undefined || (def === undefined && figures.length === 0)) return undefined;
  const lines = [`**${plain(name)}**`, ...(def === undefined ? [] : senseText(def)), ...figures];
  const picture = measure && trendChart(name, stepsOf(measure.steps, def));
  return { markdown: lines.join('\n\n'), span, ...(picture === undefined ? {} : { picture }) };
}

const BETTER = { higher: 'higher is better', lower: 'lower is better', none: 'neither direction is better' };

/** What its definition says of it, in a line. */
export function senseText({ unit, better, basis, of, source }: MeasureDef): readonly string[] {
  const parts = [
    unit ?? [],
    better === undefined ? [] : BETTER[better],
    basis ?? [],
    of === undefined ? [] : `out of ${plain(of)}`,
    source === undefined ? [] : `source: ${firstWords(source, MOST_OF_SOURCE)}`,
  ].flat();
  return parts.length === 0 ? [] : [sentence(parts.join('; '))];
}

const MOST_OF_SOURCE = 120;
const LAST = 3;

/** Its last figures and what was aimed at last. */
function figuresText(steps: readonly Step[], def: MeasureDef | undefined): readonly string[] {
  const known = steps.filter(({ actual }) => isFigure(actual)).slice(-LAST);
  const last = known.at(-1) ?? steps.at(-1);
  const target = targetOf(last ?? { target: undefined, period: undefined }, def)?.text;
  const told = known.map((step) => `${figureText(step.actual)}${when(step)}`);
  return [
    ...(told.length === 0 ? [] : [`Actual: ${told.join(', ')}`]),
    ...(target === undefined ? [] : [`Target: ${plain(target)}${last === undefined ? '' : when(last)}`]),
  ];
}

function figureText(point: Point | undefined): string {
  return plain(point?.text.trim() ?? '');
}

function when(step: Step): string {
  const words = step.period === undefined ? '' : whenOf(step);
  return words === '' ? '' : ` in ${plain(words)}`;
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function stepsOf(steps: readonly Step[], def: MeasureDef | undefined): readonly TrendStep[] {
  const unit = steps.flatMap(({ actual }) => (actual && unitOf(actual.cell, def)) ?? [])[0];
  return steps.map((step): TrendStep => {
    const target = targetOf(step, def)?.text;
    return {
      when: whenOf(step),
      actual: isBlank(step.actual) ? undefined : figureOf(step.actual?.text, step.actual?.cell, unit, def),
      target: target === undefined ? undefined : figureOf(target, readTarget(target).cell, unit, def),
    };
  });
}

/** A figure that can be drawn beside the others: one that is counted in another unit cannot. */
function figureOf(
  text: string | undefined,
  cell: CellValue | undefined,
  unit: string | undefined,
  def: MeasureDef | undefined,
): TrendFigure | undefined {
  const value = cell && valueIn(cell);
  if (text === undefined || cell === undefined || value === undefined || unitOf(cell, def) !== unit)
    return undefined;
  return { text: text.trim(), value };
}

function unitOf(cell: CellValue, def: MeasureDef | undefined): string | undefined {
  if (cell.kind === 'share' || cell.kind === 'ratio') return 'percent';
  if (cell.kind !== 'figure' && cell.kind !== 'targets') return undefined;
  // A figure whose sign was left out has the unit of its definition.
  return cell.unit === 'number' && def?.unit === 'percent' ? 'percent' : cell.unit;
}

function valueIn(cell: CellValue): number | undefined {
  if (cell.kind === 'figure') return numberOf(cell.value);
  if (cell.kind === 'share') return numberOf(cell.share);
  if (cell.kind === 'targets') return numberOf(cell.values[0]);
  if (cell.kind !== 'ratio') return undefined;
  const whole = numberOf(cell.whole);
  return whole === 0 ? undefined : (100 * numberOf(cell.part)) / whole;
}

/** Near enough to be drawn. */
function numberOf(value: Decimal): number {
  return Number(value.digits) / 10 ** value.places;
}
