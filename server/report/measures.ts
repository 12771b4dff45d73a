import { normaliseName } from '../framework/name.ts';
import type { Row } from '../syntax/block.ts';
import { type CalendarDate, compareDates } from '../values/calendar.ts';
import { readCell } from '../values/cell.ts';
import { COMPARATOR } from './comparator.ts';
import type { Column, Measure, MeasureRow, Point, ReportTable, Role, Words } from './contents.ts';
import { seriesOf } from './series.ts';

const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['target', /^(?:(?:\w+ )?targets?|goal|ambition|stretch|trajectory|plan(?:ned)?)$/],
  ['actual', /^(?:actuals?|performance|outturn|result|achieved|current|latest|our figure)$/],
  ['comparator', COMPARATOR],
];

/** The measures of a section's tables, each with its figures by role and time. */
export function readMeasures(tables: readonly ReportTable[]): readonly Measure[] {
  return tables.flatMap((table, index) => (table.kind === 'measures' ? measuresOf(table, index) : []));
}

interface Draft {
  readonly name: Words;
  readonly rows: MeasureRow[];
  status: Words | undefined;
}

function measuresOf(table: ReportTable, index: number): readonly Measure[] {
  const { columns, block } = table;
  const nameColumn = Math.max(
    0,
    columns.findIndex(({ part }) => part === 'measure'),
  );
  const roleColumn = columns.findIndex(({ part }) => part === 'role');
  const known = new Map<string, Draft>();
  let last: Draft | undefined;
  for (const row of table.body) {
    const name = words(row, nameColumn, block);
    const role = roleColumn < 0 ? undefined : words(row, roleColumn, block);
    // An empty cell continues the measure above; so does "Target" below a measure where no column gives the role.
    const rowRole = role === undefined ? roleNamed(name?.text ?? '') : undefined;
    const continues = name === undefined || name.text === '' || (rowRole !== undefined && last !== undefined);
    if (!continues && name !== undefined) {
      const key = normaliseName(name.text);
      last = known.get(key) ?? { name, rows: [], status: undefined };
      known.set(key, last);
    }
    if (last === undefined) continue;
    last.rows.push(...rowsOf(row, table, role?.text ?? (continues ? name?.text : '') ?? ''));
    last.status ??= statusOf(row, columns, block);
  }
  return [...known.values()].map((draft) => ({ ...draft, steps: seriesOf(draft.rows), table: index }));
}

function words(row: Row, column: number, block: number): Words | undefined {
  const cell = row.cells[column];
  return cell && { text: cell.prose.text, at: { block, span: cell.span } };
}

/**
 * The status in a row. Where each time has one of its own, `84% | Amber | 91% | Green`, it is that of the newest figure;
 * one that does not stand right behind a figure is of nothing that could be told.
 */
function statusOf(row: Row, columns: readonly Column[], block: number): Words | undefined {
  // Whether green or amber reaches as far as a tolerance of the measure's own, each council settles for itself.
  if (columns.some(({ header }) => /\btolerances?\b|\bthresholds?\b/i.test(header))) return undefined;
  const own = columns.flatMap(({ part }, index) => (part === 'status' ? index : []));
  const column = own.length > 1 ? newestOf(row, columns, own) : own[0];
  const found = column === undefined ? undefined : words(row, column, block);
  return found?.text === '' ? undefined : found;
}

/** Of several columns of statuses the one behind the newest figure of the row. */
function newestOf(row: Row, columns: readonly Column[], own: readonly number[]): number | undefined {
  let newest: { readonly column: number; readonly end: CalendarDate } | undefined;
  columns.forEach(({ part, period }, column) => {
    const end = part === 'period' || part === 'actual' ? period?.period?.end : undefined;
    if (end === undefined || readCell(row.cells[column]?.prose.text ?? '').kind === 'blank') return;
    if (newest === undefined || compareDates(newest.end, end) <= 0) newest = { column, end };
  });
  return newest === undefined ? undefined : own.find((column) => column === (newest?.column ?? 0) + 1);
}

/** What a word makes of a row's figures; undefined for a word that says nothing of the kind. */
export function roleNamed(text: string): Role | undefined {
  const name = normaliseName(text);
  return ROLES.find(([, synonyms]) => synonyms.test(name))?.[0];
}

/** One row of the table as rows of a measure: one by its role, or one for each role that has columns of its own. */
function rowsOf(row: Row, { columns, block }: ReportTable, roleText: string): readonly MeasureRow[] {
  const at = { block, span: row.cells[0]?.span ?? row.span };
  const rowRole = roleText === '' ? 'actual' : (roleNamed(roleText) ?? 'other');
  const byRole = new Map<Role, { roleText: string; points: Point[] }>();
  columns.forEach((column, index) => {
    const cell = row.cells[index];
    const role = roleOf(column, rowRole);
    if (cell === undefined || role === undefined) return;
    const own = byRole.get(role) ?? {
      roleText: column.part === 'period' ? roleText : column.header,
      points: [],
    };
    own.points.push({
      period: column.period?.period,
      header: column.header,
      cell: readCell(cell.prose.text),
      text: cell.prose.text,
      at: { block, span: cell.span },
    });
    byRole.set(role, own);
  });
  return [...byRole].map(([role, own]) => ({ role, at, ...own }));
}

function roleOf({ part }: Column, ofRow: Role): Role | undefined {
  if (part === 'period') return ofRow;
  return part === 'target' || part === 'actual' || part === 'comparator' ? part : undefined;
}
