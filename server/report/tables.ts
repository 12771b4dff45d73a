import type { FieldDef, TableDef } from '../framework/framework.ts';
import { normaliseName } from '../framework/name.ts';
import type { SectionRole, Vocabulary } from '../framework/vocabulary.ts';
import type { Block } from '../model/block.ts';
import type { Cell, Row, Table } from '../syntax/block.ts';
import { readCell } from '../values/cell.ts';
import { readColumns } from './columns.ts';
import type { Column, ColumnPart, ReportTable } from './contents.ts';
import { readHeader } from './headerRows.ts';
import { roleNamed } from './measures.ts';

/** The tables of a section, each with what it is and what its columns are. */
export function readTables(
  own: readonly Block[],
  role: SectionRole | undefined,
  vocabulary: Vocabulary,
): readonly ReportTable[] {
  const all = [...vocabulary.framework.tables.values()];
  const expected = (role?.def.tables ?? []).flatMap(
    ({ table }) => vocabulary.framework.tables.get(table) ?? [],
  );
  const defs = [...expected, ...all.filter((def) => !expected.includes(def))];
  return own.flatMap((block, index) =>
    block.tables.map((table) => readTable(table, index, role, defs, vocabulary)),
  );
}

function readTable(
  table: Table,
  block: number,
  role: SectionRole | undefined,
  defs: readonly TableDef[],
  vocabulary: Vocabulary,
): ReportTable {
  const { heads, body } = readHeader(table);
  const headers = heads.map(({ text }) => text);
  const plain = readColumns(heads, [], vocabulary);
  const fitting = defs.find((def) => fits(def, headers));
  const columns = fitting === undefined ? plain : readColumns(heads, [fitting], vocabulary);
  const kind =
    role?.def.judgementSummary === true ? 'judgements' : kindOf(columns, { table, body }, role, vocabulary);
  const own = { block, table, body, columns: withRole(withLabel(columns, kind), kind, body) };
  if (fitting === undefined || fitting.kind === kind) return { ...own, kind, def: fitting };
  // A definition speaks for itself where the header alone says nothing.
  if (kind === 'other' || kind === 'breakdown') return { ...own, kind: fitting.kind, def: fitting };
  return { ...own, columns: withRole(withLabel(plain, kind), kind, body), kind, def: undefined };
}

/** The definition that the table is written by: the one its header fits, or the one its section expects. */
export function tableDef(
  { def, kind }: ReportTable,
  role: SectionRole | undefined,
  { framework }: Vocabulary,
): TableDef | undefined {
  if (def !== undefined) return def;
  const expected = (role?.def.tables ?? []).flatMap(({ table }) => framework.tables.get(table) ?? []);
  return expected.find((candidate) => candidate.kind === kind);
}

/** Whether one cell was lost, so that the last column has none. A row of one or two may be a heading within the table. */
export function hasLostCell({ cells }: Row, columns: readonly Column[]): boolean {
  return cells.length > 2 && cells.length === columns.length - 1;
}

/** Whether most columns of a definition stand in the header, and at least two. */
function fits({ columns }: TableDef, headers: readonly string[]): boolean {
  const names = new Set(headers.map(normaliseName));
  const present = columns.filter(({ heading, aliases }) =>
    [heading, ...aliases].some((name) => names.has(normaliseName(name))),
  ).length;
  return present >= 2 && 2 * present > columns.length;
}

/** In a table of measures without a column of that name the first one names them. */
function withLabel(columns: readonly Column[], kind: ReportTable['kind']): readonly Column[] {
  const wanted: ColumnPart | undefined =
    kind === 'measures' ? 'measure' : kind === 'breakdown' || kind === 'status-counts' ? 'label' : undefined;
  if (wanted === undefined || columns.some(({ part }) => part === wanted)) return columns;
  return columns.map((column, index) => (index === 0 ? { ...column, part: wanted } : column));
}

/** In a table of measures the column that says "Target" and "Actual" is often left without a name. */
function withRole(
  columns: readonly Column[],
  kind: ReportTable['kind'],
  body: readonly Row[],
): readonly Column[] {
  if (kind !== 'measures' || columns.some(({ part }) => part === 'role')) return columns;
  const at = columns.findIndex(({ part }, index) => part === 'label' && holdsRoles(body, index));
  return columns.map((column, index) => (index === at ? { ...column, part: 'role' } : column));
}

/** Whether whatever is filled in of a column is the name of a role. */
function holdsRoles(body: readonly Row[], column: number): boolean {
  const texts = body.flatMap(({ cells }) => cells[column]?.prose.text.trim() || []);
  return texts.length > 1 && texts.every((text) => roleNamed(text) !== undefined);
}

function kindOf(
  columns: readonly Column[],
  { table, body }: Pick<ReportTable, 'table' | 'body'>,
  role: SectionRole | undefined,
  vocabulary: Vocabulary,
): ReportTable['kind'] {
  const has = (part: ColumnPart) => columns.some((column) => column.part === part);
  const count = (part: ColumnPart) => columns.filter((column) => column.part === part).length;
  const statuses = columns.filter(({ field }) => field !== undefined).length;
  if (statuses >= 2 || (statuses === 1 && role?.def.statusSummary === true)) return 'status-summary';
  if (has('action') && (['owner', 'due', 'status', 'impact'] as const).some(has)) return 'actions';
  const roles = count('target') + count('actual');
  if (has('measure') && (has('period') || roles > 0)) return 'measures';
  if (count('period') >= 2 && columns[0]?.part !== 'period' && holdsFigures(body, columns)) return 'measures';
  if (has('target') && has('actual')) return 'measures';
  if (columns.filter(({ counts }) => counts !== undefined).length >= 2) return 'status-counts';
  if (isFields(columns, table, role, vocabulary)) return 'fields';
  if (columns.length >= 2 && (has('count') || has('share')) && body.length > 1) return 'breakdown';
  return 'other';
}

/** Whether most cells below the periods that are filled in are figures. */
function holdsFigures(body: readonly Row[], columns: readonly Column[]): boolean {
  let figures = 0;
  let texts = 0;
  for (const { cells } of body.slice(0, 19)) {
    cells.forEach(({ prose }, index) => {
      if (columns[index]?.part !== 'period') return;
      const { kind } = readCell(prose.text);
      if (kind === 'text') texts += 1;
      else if (kind !== 'blank') figures += 1;
    });
  }
  return figures > texts;
}

/**
 * Two columns of which the first names fields that the framework knows: a table for the look of it. In a wider one, with
 * a number before each name or two names in a row, they have to be fields of the section.
 */
function isFields(
  columns: readonly Column[],
  { rows }: Table,
  role: SectionRole | undefined,
  vocabulary: Vocabulary,
): boolean {
  if (columns.length > 2) {
    const named = rows.filter((row) => fieldsAcross(row, role?.fieldsByName).length > 0);
    return named.length >= 2 && 2 * named.length >= rows.length;
  }
  if (columns.length !== 2) return false;
  const known = rows.filter(({ cells }) => {
    const name = normaliseName(cells[0]?.prose.text ?? '');
    return name !== '' && (role?.fieldsByName.has(name) || vocabulary.fieldsByName.has(name));
  });
  return known.length > 0 && 2 * known.length >= rows.length;
}

/** The fields of a section that a row names, each with the cell behind its name, which is no name itself. */
export function fieldsAcross(
  { cells }: Row,
  known: ReadonlyMap<string, FieldDef> | undefined,
): readonly { readonly name: Cell; readonly value: Cell; readonly def: FieldDef }[] {
  if (known === undefined || known.size === 0) return [];
  const defOf = (cell: Cell | undefined) => known.get(normaliseName(cell?.prose.text ?? ''));
  return cells.flatMap((name, index) => {
    const [def, value] = [defOf(name), cells[index + 1]];
    return def === undefined || value === undefined || defOf(value) !== undefined
      ? []
      : [{ name, value, def }];
  });
}
