import type { TableDef, TableKind } from '../../framework/framework.ts';
import { normaliseName } from '../../framework/name.ts';
import type { TextSlot } from '../../model/slot.ts';
import type { ReportTable } from '../../report/contents.ts';
import type { Section } from '../../report/report.ts';
import { isDelimiterRow } from '../../syntax/cells.ts';
import type { Analysis } from '../analysis.ts';
import { roleAt, sectionAt } from '../places.ts';
import { aligned } from '../scaffoldTables.ts';
import { type TablePlace, tableAt } from '../tableAt.ts';
import type { Asked, Draft } from './item.ts';
import { literal } from './item.ts';
import { lastMonths, monthHeading } from './periods.ts';

const BEGUN = /^\|?[ \t]*$/;

/** Rows behind a table, and tables where a framework wants them: on a line that holds a pipe at most. */
export function tableDrafts(analysis: Analysis, slot: TextSlot, asked: Asked): readonly Draft[] {
  const { line, from, cursor } = slot;
  const begun = line.startsWith('|');
  if (!BEGUN.test(line) || cursor < (begun ? 1 : 0) || !(begun || (asked.explicit && line === ''))) return [];
  const span = { from, to: from + line.length };
  const above = rowAbove(analysis, from);
  const drafts = above === undefined ? newTables(analysis, slot) : newRows(above);
  // Without a pipe a line below a table is no row yet: the table has ended.
  if (above !== undefined && !begun) return [];
  return drafts.map(({ label, lines, detail }) => ({
    label,
    kind: 'table',
    detail,
    documentation: undefined,
    span,
    insert: indented(analysis, slot, lines),
    snippet: true,
    filter: begun ? `| ${label}` : label,
  }));
}

interface Lines {
  readonly label: string;
  readonly detail: string;
  readonly lines: readonly string[];
}

function indented({ input: { text } }: Analysis, { from }: TextSlot, lines: readonly string[]): string {
  return lines.join(`\n${' '.repeat(from - text.lineAt(from).from)}`);
}

/** The row right above the line that begins at `from`. */
function rowAbove(analysis: Analysis, from: number): TablePlace | undefined {
  const { text } = analysis.input;
  const first = text.lineAt(from);
  if (first.number === 1) return undefined;
  const above = text.line(first.number - 1);
  const isDelimiter = isDelimiterRow(above.text.trim());
  const row = isDelimiter && above.number > 1 ? text.line(above.number - 1) : above;
  const pipe = row.text.indexOf('|');
  return pipe < 0 ? undefined : tableAt(analysis, row.from + pipe + 1);
}

/** Tab stops for as many cells, those that are known already filled in. */
function row(width: number, known: readonly (string | undefined)[], first = 1): string {
  let stop = first;
  const cells = Array.from({ length: width }, (_, column) => {
    const words = known[column];
    if (words !== undefined) return literal(words.replace(/(?<!\\)\|/g, '\\|'));
    stop += 1;
    return `$${stop - 1}`;
  });
  return `| ${cells.join(' | ')} |`;
}

function newRows({ known, table, row: at, width }: TablePlace): readonly Lines[] {
  const columns = Math.max(width, table.rows[0]?.cells.length ?? 0);
  const plain = { label: 'New row', detail: `${columns} cells`, lines: [row(columns, [])] };
  if (known?.kind !== 'measures') return [plain];
  const names = known.columns.findIndex(({ part }) => part === 'measure');
  const roles = known.columns.findIndex(({ part }) => part === 'role');
  if (roles < 0) return [plain];
  const cells = table.rows[at]?.cells ?? [];
  const name = cells[Math.max(0, names)]?.prose.text ?? '';
  const both = ['Target', 'Actual'];
  const missing =
    at === 0 || name === ''
      ? []
      : both.filter((role) => !rolesOf(known, name, roles).has(normaliseName(role)));
  const cellsFor = (measure: string | undefined, role: string): (string | undefined)[] => {
    const words: (string | undefined)[] = [];
    words[Math.max(0, names)] = measure;
    words[roles] = role;
    return words;
  };
  const rest = missing.map((role) => ({
    label: `${role} of ${name}`,
    detail: 'new row',
    lines: [row(columns, cellsFor(name, role))],
  }));
  // The name is written once, and is the first stop of both rows.
  const measure = both.map((role, index) => {
    const second = index === 0 ? 2 : columns;
    return row(columns, cellsFor('\u0000', role), second).replace('\u0000', '$1');
  });
  return [...rest, { label: 'New measure', detail: 'target and actual', lines: measure }, plain];
}

function rolesOf({ body, columns }: ReportTable, name: string, roles: number): ReadonlySet<string> {
  const names = columns.findIndex(({ part }) => part === 'measure');
  const own = body.filter(({ cells }) => (cells[Math.max(0, names)]?.prose.text ?? '') === name);
  return new Set(own.map(({ cells }) => normaliseName(cells[roles]?.prose.text ?? '')));
}

const TABLES: ReadonlyMap<TableKind, string> = new Map([
  ['measures', 'Table of measures'],
  ['actions', 'Table of actions'],
  ['status-summary', 'Table of statuses'],
]);

/** The tables that the framework wants in the section and that are not there. */
function newTables(analysis: Analysis, slot: TextSlot): readonly Lines[] {
  const section = sectionAt(analysis.report, slot.from);
  if (section === undefined) return [];
  const { framework } = analysis.report.vocabulary ?? {};
  return tablesOf(analysis, section).flatMap((id): Lines[] => {
    const def = framework?.tables.get(id);
    if (def === undefined || section.content.tables.some((table) => table.def?.id === id)) return [];
    const lines = def.kind === 'measures' ? measureTable(analysis, def) : plainTable(def);
    const heads = def.columns.map(({ heading }) => heading);
    const detail = heads.join(', ');
    return [
      {
        label: TABLES.get(def.kind) ?? `Table of "${heads[0] ?? id}"`,
        detail,
        lines: aligned(lines.join('\n')).split('\n'),
      },
    ];
  });
}

function tablesOf({ report }: Analysis, section: Section): readonly string[] {
  // A part with a heading of its own holds what its section should.
  const owner = section.binding.block === undefined ? section : (section.parent ?? section);
  return (roleAt(report, owner)?.def.tables ?? []).map(({ table }) => table);
}

function plainTable({ columns }: TableDef): readonly string[] {
  return tableLines(
    columns.map(({ heading }) => heading),
    [columns.map((_, index) => `$${index + 1}`)],
  );
}

/** A table with the months up to what the document speaks of, and a row each for what was aimed at and what came. */
function measureTable({ report: { model } }: Analysis, { columns }: TableDef): readonly string[] {
  const months = lastMonths(model, 3).map(monthHeading);
  const heads = columns.filter(({ required }, index) => required || index < 2).map(({ heading }) => heading);
  const roles = heads.findIndex((heading) => /^(?:role|type)$/i.test(heading));
  const times = months.length === 0 ? ['${1:period}'] : months;
  let stop = months.length === 0 ? 2 : 1;
  const name = stop;
  const rows = (roles < 0 ? [undefined] : ['Target', 'Actual']).map((role) =>
    [...heads, ...times].map((_, index) => {
      if (index === 0) return `$${name}`;
      if (index === roles && role !== undefined) return role;
      stop += 1;
      return `$${stop}`;
    }),
  );
  return tableLines([...heads, ...times], rows);
}

function tableLines(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}
