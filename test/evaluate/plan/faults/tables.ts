import type { Random } from '../../../incremental/random.ts';
import { type Change, change, insert, replace } from '../../change.ts';
import { slip } from '../../faults/record.ts';
import type { Fault } from '../../kind.ts';
import { type CellPlace, cellOf, type Grid, type GridKind, type GridRow, withoutColumn } from '../grid.ts';
import type { PlanLandmarks } from '../landmarks.ts';

export const TABLE_FAULTS: readonly Fault<PlanLandmarks>[] = [
  { name: 'required column lost', rule: 'table/missing-column', draw: columnLost },
  { name: 'column misnamed', rule: 'table/missing-column', draw: columnMisnamed },
  {
    name: 'required cell blanked',
    rule: ['table/blank-where-due', 'action/missing-owner', 'action/missing-due'],
    draw: blanked,
  },
  {
    name: 'placeholder in a cell',
    rule: ['prose/placeholder', 'table/blank-where-due', 'action/missing-owner', 'action/missing-due'],
    draw: placeholder,
  },
  { name: 'row doubled', rule: 'table/duplicate-row', draw: doubled },
  { name: 'cell too many', rule: 'table/ragged-row', draw: cellTooMany },
  {
    name: 'cell lost in a row of actions',
    rule: ['table/blank-where-due', 'action/missing-owner', 'action/missing-due'],
    draw: cellLost,
  },
  { name: 'table replaced by words', rule: 'structure/missing-table', draw: inWords },
];

const REQUIRED: Readonly<Record<GridKind, readonly string[]>> = {
  dashboard: ['priority', 'actions-status', 'impact-status'],
  actions: ['owner', 'impact', 'due'],
  metrics: [],
};
const FILLED: Readonly<Record<GridKind, readonly string[]>> = {
  dashboard: ['actions-status', 'impact-status'],
  actions: ['owner', 'due'],
  metrics: [],
};

function pick({ grids }: PlanLandmarks, random: Random, wanted: Partial<Grid> = {}): Grid {
  const kinds: readonly GridKind[] = wanted.kind === undefined ? ['dashboard', 'actions'] : [wanted.kind];
  return random.pick(
    grids.filter(
      ({ kind, isTable }) =>
        kinds.includes(kind) && (wanted.isTable === undefined || isTable === wanted.isTable),
    ),
  );
}

function pickCell(row: GridRow, random: Random, columns: readonly string[]): CellPlace {
  const column = random.pick(columns);
  const cell = cellOf(row, column);
  if (cell === undefined) throw new Error(`There is no column ${column}.`);
  return cell;
}

/** Words of the framework for a column, which a message has to name. */
const NAMED: Readonly<Record<string, RegExp>> = {
  priority: /Priority/i,
  'actions-status': /Actions status/i,
  'impact-status': /Impact status/i,
  owner: /Owner|who is to do/i,
  impact: /Impact on objective/i,
  due: /Timescale|due|by when/i,
};

function columnLost(document: PlanLandmarks, random: Random): Change {
  const grid = pick(document, random);
  const column = random.pick(REQUIRED[grid.kind]);
  const note = `${grid.section.parent?.name ?? ''} ${grid.kind}: no ${column}`;
  return change(document.text, withoutColumn(grid, column), [grid.section.whole], note, NAMED[column]);
}

function columnMisnamed(document: PlanLandmarks, random: Random): Change | undefined {
  const grid = pick(document, random, { isTable: true });
  const column = random.pick(REQUIRED[grid.kind]);
  const [header] = grid.head;
  const cell = header && cellOf(header, column);
  if (cell === undefined) return undefined;
  const wrong = slip(cell.text, random);
  if (wrong === cell.text) return undefined;
  const note = `${grid.section.parent?.name ?? ''} ${grid.kind}: ${wrong}`;
  return change(document.text, [replace(cell.span, wrong)], [grid.section.whole], note, NAMED[column]);
}

function blanked(document: PlanLandmarks, random: Random): Change {
  const grid = pick(document, random, { kind: 'actions' });
  const row = random.pick(grid.rows);
  const cell = pickCell(row, random, FILLED[grid.kind]);
  return change(
    document.text,
    [replace(cell.span, '')],
    [row.span],
    `${row.cells[0]?.text}: ${cell.column} blank`,
    NAMED[cell.column],
  );
}

function placeholder(document: PlanLandmarks, random: Random): Change {
  const row = random.pick(pick(document, random, { kind: 'actions' }).rows);
  const cell = pickCell(row, random, ['owner', 'due', 'impact']);
  const words = random.pick(['[post]', '[insert name]', '<insert name>', 'DD/MM/YYYY', '[date]', 'TODO']);
  const written = document.form === 'yaml' ? `'${words}'` : words;
  return change(
    document.text,
    [replace(cell.span, written)],
    [row.span],
    `${row.cells[0]?.text}: ${cell.column} ${words}`,
  );
}

function doubled(document: PlanLandmarks, random: Random): Change {
  const { rows, kind } = pick(document, random);
  const row = random.pick(rows);
  const after = random.pick(rows.slice(rows.indexOf(row)));
  const words = document.text.slice(row.span.from, row.span.to);
  const edit = insert(after.span.to, `\n${words}`);
  const at = [row.span, { from: after.span.to, to: after.span.to + 1 }];
  return change(document.text, [edit], at, `${kind}: ${row.cells[0]?.text} twice`);
}

function cellTooMany({ text, grids }: PlanLandmarks, random: Random): Change {
  const grid = random.pick(grids.filter(({ isTable }) => isTable));
  const row = random.pick(grid.rows);
  const cell = random.pick(row.cells.slice(1));
  const words = random.pick(['more', '12%', 'On target', 'Head of service']);
  return change(
    text,
    [insert(cell.whole.from, `| ${words} `)],
    [row.span],
    `${grid.kind}: ${row.cells[0]?.text}: ${words}`,
  );
}

/** What stands behind the lost cell now stands in the wrong column, and the last column has nothing. */
function cellLost(document: PlanLandmarks, random: Random): Change {
  const grid = pick(document, random, { kind: document.form === 'yaml' ? 'dashboard' : 'actions' });
  const row = random.pick(grid.rows);
  const cell = random.pick(row.cells.slice(1));
  const note = `${row.cells[0]?.text}: ${cell.column} lost`;
  return change(document.text, [replace(cell.whole, '')], [row.span], note);
}

function inWords(document: PlanLandmarks, random: Random): Change | undefined {
  const { section, head, rows, isTable } = pick(document, random);
  const first = head[0]?.span;
  const last = rows.at(-1)?.span;
  if (first === undefined || last === undefined) return undefined;
  const indent = /^ */.exec(document.text.slice(first.from, first.to))?.[0] ?? '';
  const words = 'What is done, and by whom, is told in the minutes of the board.';
  const written = isTable ? `${indent}${words}` : `${indent}body: ${words}`;
  const edit = replace({ from: first.from, to: last.to }, written);
  const named = `${section.parent?.name ?? section.name}: no table`;
  return change(document.text, [edit], [section.whole], named, /table/i);
}
