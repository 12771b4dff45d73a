import type { Measure, Step } from '../report/contents.ts';
import { unitShown } from '../report/measureSense.ts';
import type { Section } from '../report/report.ts';
import { isBlank, isFigure, whenOf } from '../report/series.ts';
import type { Analysis } from './analysis.ts';

/** A figure of a document with its target, in words. */
export interface MeasureLine {
  readonly section: string;
  readonly measure: string;
  readonly period: string;
  readonly target: string;
  readonly actual: string;
  readonly unit: string;
  readonly status: string;
}

/** The figures of a document's tables of measures: one for each measure and time. */
export function measureLines({ report }: Analysis): readonly MeasureLine[] {
  return report.sections.flatMap((section) =>
    section.content.measures.flatMap((measure) => {
      const unit = report.measures.find(measure.name.text)?.unit;
      const told = measure.steps.filter(({ target, actual }) => !isBlank(target) || !isBlank(actual));
      const newest = told.findLast(({ actual }) => isFigure(actual)) ?? told.at(-1);
      return told.map((step) => measureLine(section, measure, step, unit ?? unitOf(step), step === newest));
    }),
  );
}

function measureLine(
  section: Section,
  { name, status }: Measure,
  step: Step,
  unit: string,
  isNewest: boolean,
): MeasureLine {
  return {
    section: headingOf(section),
    measure: name.text,
    period: step.period === undefined ? '' : whenOf(step),
    target: step.target?.text ?? '',
    actual: step.actual?.text ?? '',
    unit,
    // A row has one status, which is that of its newest figure.
    status: isNewest ? (status?.text ?? '') : '',
  };
}

function unitOf({ target, actual }: Step): string {
  const shown = [actual, target].flatMap((point) =>
    point === undefined ? [] : (unitShown(point.cell) ?? []),
  );
  const [unit = ''] = shown;
  return unit === 'number' ? 'count' : unit;
}

/** An action of a document, in words. */
export interface ActionLine {
  readonly section: string;
  readonly action: string;
  readonly owner: string;
  readonly due: string;
  readonly status: string;
}

/** The actions of a document's tables and lists. */
export function actionLines({ report }: Analysis): readonly ActionLine[] {
  return report.sections.flatMap((section) =>
    section.content.actions.map(({ action, owner, due, status }) => ({
      section: headingOf(section),
      action: action.text,
      owner: owner?.text ?? '',
      due: due?.text ?? '',
      status: status?.text ?? '',
    })),
  );
}

function headingOf({ heading, content }: Section): string {
  const written = heading?.block.heading?.prose.text ?? '';
  return written === '' ? (content.role?.def.heading ?? '') : written;
}
