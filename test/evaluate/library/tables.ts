import type { TableDef } from '../../../server/framework/framework.ts';
import type { TextEdit } from '../../../server/text/edit.ts';
import type { Random } from '../../incremental/random.ts';
import { type Change, change, replace } from '../change.ts';
import type { Fault } from '../kind.ts';
import type { Line } from '../places.ts';
import type { LibraryLandmarks, LibrarySection } from './landmarks.ts';

export const TABLE_FAULTS: readonly Fault<LibraryLandmarks>[] = [
  { name: 'table lost', rule: 'structure/missing-table', draw: tableLost },
  { name: 'column lost', rule: 'table/missing-column', draw: columnLost },
  {
    name: 'cell that must be filled emptied',
    rule: ['table/blank-where-due', 'action/missing-due'],
    draw: cellEmptied,
  },
];

interface TablePlace {
  readonly section: LibrarySection;
  readonly def: TableDef;
  readonly required: boolean;
  readonly rows: readonly Line[];
}

/** The tables that the framework asks for in a section, each the first of the section's own. */
function tables({ sections, lines, vocabulary }: LibraryLandmarks): readonly TablePlace[] {
  return sections.flatMap((section): TablePlace[] => {
    const use = section.role?.def.tables[0];
    const def = vocabulary.framework.tables.get(use?.table ?? '');
    const start = lines.findIndex(({ from, text }) => from > section.whole.from && text.startsWith('|'));
    const first = lines[start];
    const next = lines.find(({ from, text }) => from > section.whole.from && /^#{2,6} /.test(text));
    if (use === undefined || def === undefined || first === undefined) return [];
    if (first.from >= Math.min(section.whole.to, next?.from ?? Number.POSITIVE_INFINITY)) return [];
    const end = lines.findIndex(({ text }, index) => index > start && !text.startsWith('|'));
    return [{ section, def, required: use.required, rows: lines.slice(start, end < 0 ? undefined : end) }];
  });
}

function cellsOf({
  text,
  from,
}: Line): readonly { readonly text: string; readonly from: number; readonly to: number }[] {
  const cells: { text: string; from: number; to: number }[] = [];
  for (const { 0: cell, index } of text.matchAll(/(?<=\|)[^|]*(?=\|)/g)) {
    cells.push({ text: cell.trim(), from: from + index, to: from + index + cell.length });
  }
  return cells;
}

function columnOf({ rows: [header] }: TablePlace, names: readonly string[]): number {
  if (header === undefined) return -1;
  return cellsOf(header).findIndex(({ text }) =>
    names.some((name) => name.toLowerCase() === text.toLowerCase()),
  );
}

function tableLost(document: LibraryLandmarks, random: Random): Change | undefined {
  const all = tables(document).filter(({ required }) => required);
  if (all.length === 0) return undefined;
  const { section, rows } = random.pick(all);
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const edit = replace({ from: first.from, to: last.to }, 'See the attached sheet.');
  return change(document.text, [edit], [section.whole], `${section.name}: table lost`);
}

function columnLost(document: LibraryLandmarks, random: Random): Change | undefined {
  const all = tables(document);
  if (all.length === 0) return undefined;
  const table = random.pick(all);
  const columns = table.def.columns.filter(({ required }) => required);
  if (columns.length === 0) return undefined;
  const { heading, aliases } = random.pick(columns);
  const index = columnOf(table, [heading, ...aliases]);
  if (index < 0) return undefined;
  const edits = table.rows.flatMap((row): TextEdit[] => {
    const cell = cellsOf(row)[index];
    return cell === undefined ? [] : [replace({ from: cell.from, to: cell.to + 1 }, '')];
  });
  return change(document.text, edits, [table.section.whole], `${table.section.name}: no ${heading}`);
}

function cellEmptied(document: LibraryLandmarks, random: Random): Change | undefined {
  const all = tables(document);
  if (all.length === 0) return undefined;
  const table = random.pick(all);
  const columns = table.def.columns.filter(({ filled }) => filled);
  const body = table.rows.slice(2);
  if (columns.length === 0 || body.length === 0) return undefined;
  const { heading, aliases } = random.pick(columns);
  const row = random.pick(body);
  const cell = cellsOf(row)[columnOf(table, [heading, ...aliases])];
  if (cell === undefined || cell.text === '') return undefined;
  return change(document.text, [replace(cell, ' ')], [row], `${heading}: emptied`);
}
