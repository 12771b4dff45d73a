import type { Random } from '../../../incremental/random.ts';
import { type Change, change, replace } from '../../change.ts';
import type { Fault } from '../../kind.ts';
import { type CellPlace, cellOf, type GridRow } from '../grid.ts';
import type { PlanLandmarks, StatusPlace } from '../landmarks.ts';

export const STATUS_FAULTS: readonly Fault<PlanLandmarks>[] = [
  { name: 'status off the scale', rule: 'document/invalid-field', draw: offScale },
  {
    name: 'status off the scale in the dashboard',
    rule: 'document/invalid-field',
    draw: offScaleInDashboard,
  },
  { name: 'status other than in the dashboard', rule: 'action/status-conflict', draw: conflict },
  { name: 'status in the dashboard changed', rule: 'action/status-conflict', draw: conflictInDashboard },
  { name: 'status field removed', rule: 'document/missing-field', draw: removed },
  { name: 'status field misnamed', rule: 'document/missing-field', draw: misnamed },
  { name: 'status left open', rule: 'prose/placeholder', draw: leftOpen },
  { name: 'status in the dashboard blanked', rule: 'table/blank-where-due', draw: blanked },
];

export const SCALE = ['On target', 'At risk', 'Compromised', 'Completed'];
export const STATUS_COLUMNS = ['actions-status', 'impact-status'];

/** Words of no scale, of other scales, and slips. */
const OFF_SCALE = [
  'On taget',
  'At rsk',
  'Compromized',
  'Comprimised',
  'Going well',
  'Fair',
  'Delayed',
  'Requires improvement',
  'In progress',
  'Medium',
  'Not started',
];

export function dashboardRows({ grids }: PlanLandmarks): readonly GridRow[] {
  return grids.find(({ kind }) => kind === 'dashboard')?.rows ?? [];
}

export function statusCell(row: GridRow, column: string): CellPlace {
  const cell = cellOf(row, column);
  if (cell === undefined) throw new Error(`There is no column ${column}.`);
  return cell;
}

function name(row: GridRow): string {
  return row.cells[0]?.text ?? '';
}

function naming(id: string): RegExp {
  return new RegExp(id.replace('-', '[- ]'), 'i');
}

function wordsOf(document: PlanLandmarks, { value }: StatusPlace): string {
  return document.text.slice(value.from, value.to);
}

function offScale(document: PlanLandmarks, random: Random): Change {
  const { section, value, id } = random.pick(document.statuses);
  const words = random.pick(OFF_SCALE);
  return change(document.text, [replace(value, words)], [value], `${section.name}: ${id} ${words}`);
}

function offScaleInDashboard(document: PlanLandmarks, random: Random): Change {
  const row = random.pick(dashboardRows(document));
  const cell = statusCell(row, random.pick(STATUS_COLUMNS));
  const words = random.pick(OFF_SCALE);
  return change(document.text, [replace(cell.span, words)], [cell.span], `${name(row)}: ${words}`);
}

function other(now: string, random: Random): string {
  return random.pick(SCALE.filter((label) => label !== now));
}

function conflict(document: PlanLandmarks, random: Random): Change {
  const status = random.pick(document.statuses);
  const { id, section, value } = status;
  const words = other(wordsOf(document, status), random);
  const note = `${section.name}: ${id} ${words}`;
  return change(document.text, [replace(value, words)], [value], note, naming(id));
}

function conflictInDashboard(document: PlanLandmarks, random: Random): Change {
  const row = random.pick(dashboardRows(document));
  const cell = statusCell(row, random.pick(STATUS_COLUMNS));
  const words = other(cell.text, random);
  return change(document.text, [replace(cell.span, words)], [cell.span], `${name(row)}: ${words}`);
}

function removed(document: PlanLandmarks, random: Random): Change {
  const { id, section, whole } = random.pick(document.statuses);
  const note = `${section.name}: ${id} removed`;
  return change(document.text, [replace(whole, '')], [section.headingLine], note, naming(id));
}

function misnamed(document: PlanLandmarks, random: Random): Change {
  const { id, section, label } = random.pick(document.statuses);
  const words = document.text.slice(label.from, label.to);
  const wrong = random.pick([
    words.replace('status', 'statu'),
    words.replace('ct', 'tc'),
    words.replace('status', 'staus'),
    `x${words}`,
  ]);
  const at = [section.headingLine, label];
  return change(document.text, [replace(label, wrong)], at, `${section.name}: ${wrong}`, naming(id));
}

function leftOpen(document: PlanLandmarks, random: Random): Change {
  const { id, section, value } = random.pick(document.statuses);
  const words = random.pick(['[status]', 'XX', '???', 'TODO', '<status>']);
  const written = document.form === 'yaml' ? `'${words}'` : words;
  const at = [section.headingLine, value];
  return change(document.text, [replace(value, written)], at, `${section.name}: ${id} ${words}`);
}

function blanked(document: PlanLandmarks, random: Random): Change {
  const row = random.pick(dashboardRows(document));
  const cell = statusCell(row, random.pick(STATUS_COLUMNS));
  return change(document.text, [replace(cell.span, '')], [cell.whole], `${name(row)}: ${cell.column} blank`);
}
