import type { Anchor, Measure, ReportTable, Step } from '../../report/contents.ts';
import { isBlank, isFigure, isPending } from '../../report/series.ts';
import { type Draft, defineRule } from '../rule.ts';
import { filledIn, whenList } from './blanks.ts';
import { fillIn } from './fillIn.ts';

export default defineRule({
  scope: 'section',
  summary: 'The figures of a measure must not have holes: what is not known is said to be so.',
  why: 'A reader cannot tell whether a blank between two figures was forgotten, was bad news, or was never counted.',
  severity: 'warning',
  *check({ content }) {
    const { tables } = content;
    const reported = new Set(content.measures.filter(hasActual).map(({ table }) => table));
    for (const measure of content.measures) {
      const steps = measure.steps;
      const found =
        steps.length === 1 ? unreported(measure, steps, tables) : holes(measure, steps, reported, tables);
      if (found !== undefined) yield found;
    }
  },
});

/** A row with a target and nothing that it could be held against. */
function unreported(
  { name }: Measure,
  [step]: readonly Step[],
  tables: readonly ReportTable[],
): Draft<Anchor> | undefined {
  if (step?.actual === undefined || !isFigure(step.target)) return undefined;
  const { actual, target } = step;
  if (actual.text !== '' && !isPending(actual)) return undefined;
  return {
    at: actual.at,
    message: `"${name.text}" has a target and no figure${actual.text === '' ? '' : `: it says "${actual.text}"`}. Give the figure, or write N/A where there is none.`,
    fixes: fillIn(tables, [actual], 'the figure'),
    related: [{ at: target.at, message: `The target, ${target.text}.` }],
  };
}

function holes(
  measure: Measure,
  steps: readonly Step[],
  reported: ReadonlySet<number>,
  tables: readonly ReportTable[],
): Draft<Anchor> | undefined {
  const filled = filledIn(steps, 'actual');
  if (filled === undefined) return neverReported(measure, steps, reported);
  const { first, last, within, isSpaced } = filled;
  const [hole] = within;
  // What is reported only now and then is reported when it happens.
  if (hole === undefined || isSpaced || (within.length > 1 && 5 * within.length > 2 * (last - first)))
    return undefined;
  const blank = within.flatMap((index) => steps[index] ?? []);
  const at = steps[hole]?.actual?.at;
  if (at === undefined) return undefined;
  return {
    at,
    message: `"${measure.name.text}" has no figure for ${whenList(blank)}, though there are figures before and after. Fill in what is missing, or write N/A where there is none.`,
    fixes: fillIn(
      tables,
      blank.map(({ actual }) => actual),
      `the ${blank.length === 1 ? 'figure' : 'figures'} for ${whenList(blank)}`,
    ),
  };
}

function hasActual({ rows }: Measure): boolean {
  return rows.some(({ role, points }) => role === 'actual' && points.some(isFigure));
}

/** Targets without a single figure, in a table where other measures have some. */
function neverReported(
  { name, table }: Measure,
  steps: readonly Step[],
  reported: ReadonlySet<number>,
): Draft<Anchor> | undefined {
  const target = steps.find((step) => isFigure(step.target))?.target;
  if (target === undefined || steps.some(({ actual }) => !isBlank(actual))) return undefined;
  if (!reported.has(table)) return undefined;
  return {
    at: name.at,
    severity: 'info',
    message: `"${name.text}" has targets but not one figure to hold against them. Give its figures, or take the measure out.`,
    related: [{ at: target.at, message: `Its first target, ${target.text}.` }],
  };
}
