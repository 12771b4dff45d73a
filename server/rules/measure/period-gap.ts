import type { Anchor } from '../../report/contents.ts';
import { type Draft, defineRule } from '../rule.ts';
import { isSteady, nameOf, type PeriodRun, runsOf, stepsOf } from './periodRuns.ts';

export default defineRule({
  scope: 'section',
  summary: 'A run of months, quarters or years must not leave one out.',
  why: 'A month that is not there is easily overlooked, and what happened in it cannot be seen.',
  severity: 'warning',
  *check({ content }) {
    const known = new Set<string>();
    for (const table of content.tables) {
      for (const run of runsOf(table)) {
        for (const draft of gapsIn(run)) {
          // Targets and actuals with columns of their own leave out the same.
          const key = `${table.block} ${table.table.span.from} ${draft.message}`;
          if (!known.has(key)) yield draft;
          known.add(key);
        }
      }
    }
  },
});

/** More than so many at a time are not forgotten: the run is made of two. */
const LONGEST = 3;

function* gapsIn({ heads, unit, along }: PeriodRun): Iterable<Draft<Anchor>> {
  if (unit === 'day' || !isSteady(heads)) return;
  const steps = stepsOf(heads).map(Math.abs);
  const gaps = steps.filter((step) => step > 1).length;
  const ones = steps.length - gaps;
  if (ones < 2 || ones < 2 * gaps || steps.some((step) => step > LONGEST + 1 && step < 12)) return;
  for (const [at, step] of steps.entries()) {
    const [before, after] = [heads[at], heads[at + 1]];
    // A time apart at either end is there to be compared with.
    const isApart = (at === 0 || at === steps.length - 1) && step > 2;
    if (step === 1 || step > LONGEST + 1 || isApart || before === undefined || after === undefined) continue;
    const towards = after.index > before.index ? 1 : -1;
    const missing = Array.from({ length: step - 1 }, (_, nth) =>
      nameOf(before.index + towards * (nth + 1), unit),
    );
    const names = missing.length === 1 ? `${missing[0]} is` : `${missing.join(' and ')} are`;
    yield {
      at: after.at,
      message: `${names} missing between "${before.text}" and "${after.text}". Add the ${along === 'columns' ? 'column' : 'row'}, with N/A where there is no figure.`,
      related: [
        { at: before.at, message: `The ${along === 'columns' ? 'column' : 'row'} before, "${before.text}".` },
      ],
    };
  }
}
