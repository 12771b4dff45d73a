import type { TextEdit } from '../../../../server/text/edit.ts';
import type { Random } from '../../../incremental/random.ts';
import { type Change, insert, replace } from '../../change.ts';
import { edited } from '../../harmless/edit.ts';
import type { Kind } from '../../kind.ts';
import { cellOf, type Grid, type GridRow } from '../grid.ts';
import type { PlanLandmarks } from '../landmarks.ts';

export const TABLES: readonly Kind<PlanLandmarks>[] = [
  { name: 'column under another name', draw: otherName },
  { name: 'columns in another order', draw: reordered },
  { name: 'own column', draw: ownColumn },
  { name: 'blanks that say so', draw: saidBlank },
  { name: 'timescales in other words', draw: otherDue },
  { name: 'owners in other words', draw: otherOwner },
  { name: 'row more, row less', draw: otherRows },
];

const ALIASES: Readonly<Record<string, readonly string[]>> = {
  priority: ['Workstream', 'Objective', 'Area'],
  progress: ['Progress', 'Progress made', 'Commentary'],
  action: ['Key actions', 'Action', 'Actions'],
  owner: ['Owners', 'Lead', 'OWNER'],
  impact: ['Impact', 'Impact on objectives'],
  due: ['Timescales', 'Due', 'By when'],
};

function pick({ grids }: PlanLandmarks, random: Random): Grid {
  return random.pick(grids.filter(({ kind }) => kind !== 'metrics'));
}

/** The header's cell, or, in YAML, the key of every row. */
function otherName(document: PlanLandmarks, random: Random): Change | undefined {
  const { head, rows, isTable } = pick(document, random);
  const column = random.pick(Object.keys(ALIASES));
  const other = random.pick(ALIASES[column] ?? []);
  if (isTable) {
    const cell = head[0] && cellOf(head[0], column);
    return cell && edited(document, [replace(cell.span, other)], `${column}: ${other}`);
  }
  // In data an action has its one name.
  if (column === 'action') return undefined;
  const key = other.toLowerCase();
  const edits = rows
    .flatMap((row) => cellOf(row, column) ?? [])
    .map(({ span }) => replace({ from: span.from - column.length - 2, to: span.from - 2 }, key));
  return edits.length === 0 ? undefined : edited(document, edits, `${column}: ${key}`);
}

/** Two columns change places; the first stays where it is, since it says what a row is about. */
function reordered(document: PlanLandmarks, random: Random): Change | undefined {
  const { head, rows, kind, isTable } = pick(document, random);
  if (!isTable) return undefined;
  const columns = (head[0]?.cells ?? []).slice(1).map(({ column }) => column);
  const [one, other] = [random.pick(columns), random.pick(columns)];
  if (one === other) return undefined;
  const edits = [...head, ...rows].flatMap((row): readonly TextEdit[] => {
    const [first, second] = [cellOf(row, one), cellOf(row, other)];
    if (first === undefined || second === undefined) return [];
    const words = ({ from, to }: { from: number; to: number }) => document.text.slice(from, to);
    return [replace(first.whole, words(second.whole)), replace(second.whole, words(first.whole))];
  });
  return edited(document, edits, `${kind}: ${one} and ${other} change places`);
}

function ownColumn(document: PlanLandmarks, random: Random): Change {
  const { head, rows, kind, isTable } = pick(document, random);
  const name = random.pick(['Notes', 'Ref', 'Evidence', 'Last updated', 'Priority for help']);
  const words = random.pick(['see the minutes', 'A1', '–', '']);
  if (!isTable) {
    const edits = rows.map(({ span }) => insert(span.to, `\n            ${name.toLowerCase()}: '${words}'`));
    return edited(document, edits, `${kind}: ${name}`);
  }
  const edits = [...head, ...rows].map(({ span }, index) =>
    insert(span.to, ` ${index === 0 ? name : index === 1 ? '---' : words} |`),
  );
  return edited(document, edits, `${kind}: ${name}`);
}

function saidBlank(document: PlanLandmarks, random: Random): Change {
  const { grids } = document;
  const row = random.pick(grids.filter(({ kind }) => kind === 'actions').flatMap(({ rows }) => rows));
  const column = random.pick(['impact', 'owner', 'due']);
  const words = random.pick(
    column === 'impact' ? ['–', '-', 'N/A', 'n/a', 'None', 'tbc'] : ['–', 'N/A', '—'],
  );
  return inCell(document, row, column, words);
}

function inCell(document: PlanLandmarks, row: GridRow, column: string, words: string): Change {
  const cell = cellOf(row, column);
  if (cell === undefined) throw new Error(`There is no column ${column}.`);
  const written = document.form === 'yaml' ? `'${words.replaceAll("'", "''")}'` : words;
  return edited(document, [replace(cell.span, written)], `${row.cells[0]?.text}: ${column} ${words}`);
}

const DUE = [
  'By 30 September 2020',
  '30.09.2020',
  'End of July 2020',
  'Ongoing',
  'Weekly, then monthly from July 2020',
  'Completed May 2020',
  'Q2 2020/21',
  'June - August 2020',
  'Immediate',
  'In place',
  'Within six weeks of each audit',
  'Autumn 2020',
];

function otherDue(document: PlanLandmarks, random: Random): Change {
  const row = random.pick(
    document.grids.filter(({ kind }) => kind === 'actions').flatMap(({ rows }) => rows),
  );
  return inCell(document, row, 'due', random.pick(DUE));
}

const OWNERS = [
  'HoS',
  'JB / RT',
  'Head of service (A. Example)',
  'All team managers',
  'PSW & IRO manager',
  'The board',
];

function otherOwner(document: PlanLandmarks, random: Random): Change {
  const row = random.pick(
    document.grids.filter(({ kind }) => kind === 'actions').flatMap(({ rows }) => rows),
  );
  return inCell(document, row, 'owner', random.pick(OWNERS));
}

function otherRows(document: PlanLandmarks, random: Random): Change {
  const { rows, isTable } = random.pick(document.grids.filter(({ kind }) => kind === 'actions'));
  const row = random.pick(rows);
  const all = { from: row.span.from, to: row.span.to + 1 };
  if (random.chance(0.5)) return edited(document, [replace(all, '')], `${row.cells[0]?.text}: left out`);
  const cells = [
    'Hold a workshop for panel members',
    'Business manager',
    'Panels prepare better',
    'July 2020',
  ];
  const keys = ['- action', '  owner', '  impact', '  due'];
  const words = isTable
    ? `| ${cells.join(' | ')} |\n`
    : cells.map((cell, index) => `          ${keys[index]}: ${cell}\n`).join('');
  return edited(document, [insert(row.span.from, words)], 'a row more');
}
