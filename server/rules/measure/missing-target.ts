import type { Anchor, Measure, ReportTable, Step } from '../../report/contents.ts';
import { isFigure, isPending, whenOf } from '../../report/series.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';
import { filledIn, whenList } from './blanks.ts';
import { fillIn } from './fillIn.ts';

export default defineRule({
  scope: 'section',
  summary: 'A measure that has a target must have one for as long as its figures go on.',
  why: 'Without a target nobody can say whether a figure is good enough, and a target that quietly ends looks like one that was given up.',
  severity: 'warning',
  *check({ content, measures }) {
    const { tables } = content;
    const answers = answersIn(content.measures);
    for (const measure of content.measures) {
      // Where a definition gives the targets the table need not.
      if ((measures.find(measure.name.text)?.targets.length ?? 0) > 0) continue;
      const steps = measure.steps;
      const found =
        steps.length === 1
          ? unset(measure, steps, answers.get(measure.table), tables)
          : unended(measure, steps, tables);
      if (found !== undefined) yield found;
    }
  },
});

/** How many measures of a table there are, and how many of them say something of a target. */
interface Answers {
  all: number;
  given: number;
}

function answersIn(measures: readonly Measure[]): ReadonlyMap<number, Answers> {
  const byTable = new Map<number, Answers>();
  for (const { table, rows } of measures) {
    const answers = byTable.get(table) ?? { all: 0, given: 0 };
    byTable.set(table, answers);
    answers.all += 1;
    if (rows.some(({ role, points }) => role === 'target' && points.some(({ text }) => text !== '')))
      answers.given += 1;
  }
  return byTable;
}

/** A row with one figure: its target is still to come, or is blank where the other measures of the table have one. */
function unset(
  { name }: Measure,
  [step]: readonly Step[],
  answers: Answers | undefined,
  tables: readonly ReportTable[],
): Draft<Anchor> | undefined {
  if (step?.target === undefined || !isFigure(step.actual)) return undefined;
  const { target } = step;
  const fixes = fillIn(tables, [target], 'the target');
  if (isPending(target)) return { at: target.at, message: stillToCome(name.text, target.text), fixes };
  if (target.text !== '') return undefined;
  if (answers === undefined || 2 * answers.given <= answers.all - 1) return undefined;
  return {
    at: target.at,
    severity: 'info',
    message: `"${name.text}" has no target, though most measures beside it have one. Give the target, or write – where none was set.`,
    fixes,
    related: [{ at: step.actual.at, message: `The figure without a target, ${step.actual.text}.` }],
  };
}

function stillToCome(name: string, text: string): string {
  return `The target of "${name}" is still to come: it says "${text}". Give the target.`;
}

/** Targets that stop, have gaps or are still to come: one finding a measure. */
function unended(
  { name }: Measure,
  steps: readonly Step[],
  tables: readonly ReportTable[],
): Draft<Anchor> | undefined {
  const fixes = (some: readonly Step[]) => filling(some, tables);
  const filled = filledIn(steps, 'target');
  const pending = steps.filter(({ target }) => isPending(target));
  const [first] = pending;
  if (filled === undefined) {
    const { target } = first ?? {};
    return target && { at: target.at, message: stillToCome(name.text, target.text), fixes: fixes(pending) };
  }
  const after = steps.slice(filled.last + 1);
  const lastActual = after.findLast(({ actual }) => isFigure(actual));
  const gaps = filled.isSpaced ? [] : filled.within.flatMap((index) => steps[index] ?? []).filter(isMissed);
  const last = steps[filled.last];
  const [gap] = gaps;
  if (lastActual !== undefined && last !== undefined) {
    const open = pending.length === 0 ? '' : ` (in ${whenList(pending)} it is still to come)`;
    const ended = finding(
      after[0],
      last,
      fixes(after.filter(({ actual }) => isFigure(actual))),
      `"${name.text}" has no target after ${whenOf(last)}${open}, though its figures go on to ${whenOf(lastActual)}. Give the targets, or write N/A where none was set.`,
    );
    // A count's last target may have been all that there was to reach, unless more of them are said to come.
    if (!isCount(lastActual)) return ended;
    return ended && pending.length > 0 ? { ...ended, severity: 'info' } : undefined;
  }
  if (first?.target !== undefined) {
    return {
      at: first.target.at,
      message: `The target of "${name.text}" is still to come in ${whenList(pending)}. Give the target.`,
      fixes: fixes(pending),
    };
  }
  return (
    gap &&
    finding(
      gap,
      last,
      fixes(gaps),
      `"${name.text}" has no target for ${whenList(gaps)}, though there are targets before and after. Give the target, or write N/A where none was set.`,
    )
  );
}

/** Whether a figure has no target to be held against. Counts have milestones, which need not stand in every month. */
function isMissed(step: Step): boolean {
  return isFigure(step.actual) && !isCount(step);
}

function isCount({ actual }: Step): boolean {
  return actual?.cell.kind === 'figure' && actual.cell.unit === 'number';
}

function filling(steps: readonly Step[], tables: readonly ReportTable[]): readonly DraftFix<Anchor>[] {
  const what = `the ${steps.length === 1 ? 'target' : 'targets'} for ${whenList(steps)}`;
  return fillIn(
    tables,
    steps.map(({ target }) => target),
    what,
  );
}

function finding(
  step: Step | undefined,
  last: Step | undefined,
  fixes: readonly DraftFix<Anchor>[],
  message: string,
): Draft<Anchor> | undefined {
  const at = step?.target?.at ?? last?.target?.at;
  if (at === undefined) return undefined;
  const target = last?.target;
  const related =
    target === undefined ? [] : [{ at: target.at, message: `The latest target, ${target.text}.` }];
  return { at, message, fixes, related };
}
