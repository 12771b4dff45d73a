import type { Random } from '../../../incremental/random.ts';
import { type Change, change, replace } from '../../change.ts';
import type { Fault } from '../../kind.ts';
import { type CellPlace, type Grid, withoutColumn } from '../grid.ts';
import type { PlanLandmarks } from '../landmarks.ts';

/** In data a month is a key of its own, and the order of keys says nothing. */
export const MONTH_FAULTS: readonly Fault<PlanLandmarks>[] = [
  { name: 'month doubled', rule: 'measure/duplicate-period', forms: ['markdown'], draw: doubled },
  { name: 'months swapped', rule: 'measure/period-order', forms: ['markdown'], draw: swapped },
  { name: 'month lost', rule: 'measure/period-gap', forms: ['markdown'], draw: lost },
  {
    name: 'month of another year',
    rule: ['measure/period-order', 'measure/period-gap'],
    forms: ['markdown'],
    draw: otherYear,
  },
  { name: 'latest months not reported', rule: 'measure/stale-period', forms: ['markdown'], draw: stale },
];

interface Months {
  readonly grid: Grid;
  readonly months: readonly CellPlace[];
}

function pick({ grids }: PlanLandmarks, random: Random): Months {
  const all = grids.map((grid) => ({ grid, months: (grid.head[0]?.cells ?? []).slice(2) }));
  return random.pick(all.filter(({ grid, months }) => grid.kind === 'metrics' && months.length > 6));
}

/** A month and the one behind it. */
function pair(months: readonly CellPlace[], random: Random): readonly [CellPlace, CellPlace] {
  const at = 1 + random.below(months.length - 3);
  const [one, next] = months.slice(at, at + 2);
  if (one === undefined || next === undefined) throw new Error('There are no months.');
  return [one, next];
}

function where({ grid }: Months): readonly { from: number; to: number }[] {
  return grid.head.slice(0, 1).map(({ span }) => span);
}

function name({ grid }: Months): string {
  return grid.section.parent?.name ?? '';
}

function doubled(document: PlanLandmarks, random: Random): Change {
  const table = pick(document, random);
  const [one, next] = pair(table.months, random);
  const edits = [replace(next.span, one.text)];
  return change(document.text, edits, where(table), `${name(table)}: ${one.text} twice`);
}

function swapped(document: PlanLandmarks, random: Random): Change {
  const table = pick(document, random);
  const [one, next] = pair(table.months, random);
  const edits = [replace(one.span, next.text), replace(next.span, one.text)];
  return change(document.text, edits, where(table), `${name(table)}: ${one.text} and ${next.text} swapped`);
}

function lost(document: PlanLandmarks, random: Random): Change {
  const table = pick(document, random);
  const [one] = pair(table.months, random);
  const edits = withoutColumn(table.grid, one.column);
  return change(document.text, edits, where(table), `${name(table)}: ${one.text} lost`);
}

function otherYear(document: PlanLandmarks, random: Random): Change {
  const table = pick(document, random);
  const [one] = pair(table.months, random);
  const [month, year = ''] = one.text.split(' ');
  const wrong = `${month} ${year === '2019' ? random.pick(['2018', '2020']) : '2019'}`;
  return change(document.text, [replace(one.span, wrong)], where(table), `${one.text}: ${wrong}`);
}

/** The table ends some months before the period of the plan does. */
function stale(document: PlanLandmarks, random: Random): Change {
  const table = pick(document, random);
  const last = table.months.slice(-2 - random.below(3));
  const edits = last.flatMap(({ column }) => withoutColumn(table.grid, column));
  return change(document.text, edits, where(table), `${name(table)}: no ${last[0]?.text} and later`);
}
