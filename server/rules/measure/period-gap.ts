import type { Anchor, ReportTable } from '../../report/contents.ts';
import { listed } from '../../values/listing.ts';
import { placedRows } from '../asked.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';
import { nameLike } from './periodNames.ts';
import { type Head, isSteady, nameOf, type PeriodRun, runsOf, stepsOf } from './periodRuns.ts';

export default defineRule({
  scope: 'section',
  summary: 'A run of months, quarters or years must not leave one out.',
  why: 'A month that is not there is easily overlooked, and what happened in it cannot be seen.',
  severity: 'warning',
  *check({ content }) {
    const known = new Set<string>();
    for (const table of content.tables) {
      for (const run of runsOf(table)) {
        for (const draft of gapsIn(run, table)) {
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

function* gapsIn(run: PeriodRun, table: ReportTable): Iterable<Draft<Anchor>> {
  const { heads, unit, along } = run;
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
    const indices = Array.from({ length: step - 1 }, (_, nth) => before.index + towards * (nth + 1));
    const missing = indices.map((index) => nameOf(index, unit));
    const names = missing.length === 1 ? `${missing[0]} is` : `${missing.join(' and ')} are`;
    yield {
      at: after.at,
      message: `${names} missing between "${before.text}" and "${after.text}". Add the ${along === 'columns' ? 'column' : 'row'}, with N/A where there is no figure.`,
      fixes: addition(
        table,
        run,
        before,
        indices.map((index) => nameLike(before.text, index, unit)),
      ),
      related: [
        { at: before.at, message: `The ${along === 'columns' ? 'column' : 'row'} before, "${before.text}".` },
      ],
    };
  }
}

/** The columns or rows of the times that are missing, empty, behind that of the time before. */
function addition(
  { table: { rows }, body, block }: ReportTable,
  { along }: PeriodRun,
  before: Head,
  names: readonly string[],
): readonly DraftFix<Anchor>[] {
  const title = `Add the ${along === 'columns' ? 'column' : 'row'}${names.length === 1 ? '' : 's'} ${listed(
    names.map((name) => `"${name}"`),
    'and',
  )}, to be filled in`;
  if (along === 'rows') {
    const row = body.find(({ cells }) => cells[0]?.span.from === before.at.span.from);
    if (row === undefined) return [];
    const cells = (name: string) => row.cells.map((_, index) => (index === 0 ? name : ''));
    return [
      {
        title,
        edits: (edit, place) =>
          names.flatMap((name) => edit.addRow(place({ block, span: row.span }), cells(name))),
      },
    ];
  }
  const at = rows[0]?.cells.findIndex(
    ({ span, prose }) => span.from === before.at.span.from && prose.text === before.text,
  );
  // Where a time heads a target and an actual, nobody can tell which columns belong together.
  if (at === undefined || at < 0) return [];
  const columns = names.map((name) => ({ heading: name, key: name }));
  return [
    { title, edits: (edit, place) => edit.addColumns(placedRows(rows, block, place), at + 1, columns) },
  ];
}
