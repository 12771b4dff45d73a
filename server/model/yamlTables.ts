import type { Cell, Row, Table } from '../syntax/block.ts';
import { type DataEntry, type DataMap, type DataNode, entryOf } from '../syntax/data.ts';
import { Prose } from '../syntax/prose.ts';
import type { Block } from './block.ts';
import { EMPTY } from './data.ts';
import { valueProse } from './valueProse.ts';

/** What stands in a cell, with where it starts from the first item of the list that the table is made of. */
interface Placed {
  readonly node: DataNode;
  readonly at: number;
}

/** A row before its columns are known: its first cells, and the others by the name of their column. */
interface Entry {
  readonly from: number;
  readonly to: number;
  readonly cells: ReadonlyMap<string, Placed>;
}

interface Column {
  readonly name: string;
  /** Where the name was first written. */
  readonly at: number;
}

/** The keys of a section whose lists are tables, by what makes tables of them. */
export const TABLE_KEYS: ReadonlyMap<string, (list: DataNode) => readonly Table[]> = new Map([
  ['measures', measureTables],
  ['actions', actionTables],
]);

/** A list of measures or actions as the tables that Markdown would have. Spans count from the first item's start. */
export function tablesBlock(tables: readonly Table[], source: string): Block {
  return { ...EMPTY, kind: 'table', source, tables };
}

function actionTables(list: DataNode): readonly Table[] {
  const rows = maps(list).map(({ at, node }) => flatEntry(node, at));
  return rows.length === 0 ? [] : [tableOf(rows, columnsOf(maps(list)))];
}

/** Measures with figures by period are a table of one row a role, others one of one row a measure. */
function measureTables(list: DataNode): readonly Table[] {
  const items = maps(list);
  const timed = items.filter(({ node }) => rolesOf(node).length > 0);
  const flat = items.filter(({ node }) => rolesOf(node).length === 0);
  const tables: Table[] = [];
  if (timed.length > 0) tables.push(timedTable(timed));
  if (flat.length > 0) {
    tables.push(
      tableOf(
        flat.map(({ at, node }) => flatEntry(node, at)),
        columnsOf(flat),
      ),
    );
  }
  return tables;
}

function timedTable(items: readonly PlacedMap[]): Table {
  const periods = inTime(
    items.flatMap(({ at, node }) =>
      rolesOf(node).flatMap(({ at: roleAt, value }) => columnsOf([{ at: at + roleAt, node: value }])),
    ),
  );
  const named = items[0];
  const measure: Column = { name: MEASURE, at: named === undefined ? 0 : keyAt(named, MEASURE) };
  return tableOf(items.flatMap(timedEntries), [measure, { name: ROLE, at: measure.at }, ...periods]);
}

const MEASURE = 'measure';
const ROLE = 'role';

/** The roles of one measure, a row each. A target that is one figure holds in every period. */
function timedEntries({ at, node }: PlacedMap): readonly Entry[] {
  const roles = rolesOf(node);
  const name = entryOf(node, MEASURE);
  const periods = new Set(roles.flatMap(({ value }) => value.entries.map(({ key }) => key)));
  return firstOfEach(node).flatMap((entry): Entry[] => {
    const role = roles.find(({ key }) => key === entry.key);
    const constant = role === undefined && isFigure(entry);
    if (role === undefined && !constant) return [];
    const cells = new Map<string, Placed>();
    if (name !== undefined) cells.set(MEASURE, { node: name.value, at: at + name.at });
    cells.set(ROLE, { node: keyNode(entry), at: at + entry.keySpan.from });
    if (role === undefined) {
      for (const period of periods) cells.set(period, { node: entry.value, at: at + entry.at });
    }
    for (const { key, at: place, value } of role?.value.entries ?? []) {
      if (!cells.has(key)) cells.set(key, { node: value, at: at + entry.at + place });
    }
    return [{ from: at + entry.keySpan.from, to: at + entry.at + entry.value.length, cells }];
  });
}

function isFigure({ key, value }: DataEntry): boolean {
  return value.kind === 'scalar' && key !== MEASURE && key !== 'id' && /\d/.test(value.text);
}

function keyNode({ key, keySpan }: DataEntry): DataNode {
  const length = keySpan.to - keySpan.from;
  return { kind: 'scalar', text: key, style: 'plain', lead: 0, length };
}

interface Role extends DataEntry {
  readonly value: DataMap;
}

function rolesOf(node: DataMap): readonly Role[] {
  return firstOfEach(node).flatMap((entry) =>
    entry.value.kind === 'map' ? [{ ...entry, value: entry.value }] : [],
  );
}

/** Of entries with one key the first counts, as everywhere. */
function firstOfEach(node: DataMap): readonly DataEntry[] {
  const seen = new Set<string>();
  return node.entries.filter(({ key }) => !seen.has(key) && seen.add(key));
}

interface PlacedMap {
  readonly node: DataMap;
  readonly at: number;
}

function maps(list: DataNode): readonly PlacedMap[] {
  if (list.kind !== 'list') return [];
  const first = firstItem(list);
  return list.items.flatMap(({ at, value }) =>
    value.kind === 'map' ? [{ at: at - first, node: value }] : [],
  );
}

/** Where the first item of a list begins, from the list's start: before it there may be comments. */
export function firstItem(list: DataNode): number {
  return list.kind === 'list' ? (list.items[0]?.at ?? 0) : 0;
}

function keyAt({ at, node }: PlacedMap, key: string): number {
  return at + (entryOf(node, key)?.keySpan.from ?? 0);
}

function columnsOf(items: readonly PlacedMap[]): readonly Column[] {
  return items.flatMap(({ at, node }) =>
    node.entries.map(({ key, keySpan }) => ({ name: key, at: at + keySpan.from })),
  );
}

/** Periods written as `2020-05` sort by their text; others stay in the order in which they are first met. */
function inTime(columns: readonly Column[]): readonly Column[] {
  const sorted = columns.every(({ name }) => /^\d{4}-\d\d(?:-\d\d)?$/.test(name));
  return sorted ? [...columns].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)) : columns;
}

function flatEntry(node: DataMap, at: number): Entry {
  const cells = new Map<string, Placed>();
  for (const { key, at: place, value } of node.entries) {
    if (!cells.has(key)) cells.set(key, { node: value, at: at + place });
  }
  return { from: at, to: at + node.length, cells };
}

function tableOf(entries: readonly Entry[], all: readonly Column[]): Table {
  const known = new Set<string>();
  const columns = all.filter(({ name }) => !known.has(name) && known.add(name));
  const rows = [headerRow(columns), ...entries.map((entry) => bodyRow(entry, columns))];
  const from = Math.min(...rows.map(({ span }) => span.from));
  return { span: { from, to: entries.at(-1)?.to ?? from }, rows };
}

function headerRow(columns: readonly Column[]): Row {
  const cells = columns.map(({ name, at }): Cell => {
    return { span: { from: at, to: at + name.length }, prose: Prose.plain(name, at) };
  });
  return { span: cells[0]?.span ?? { from: 0, to: 0 }, cells };
}

/** A cell that nobody wrote is shown at the one before it, behind which it would be written. */
function bodyRow({ from, to, cells }: Entry, columns: readonly Column[]): Row {
  let at = from;
  return {
    span: { from, to },
    cells: columns.map(({ name }) => {
      const cell = cells.get(name);
      if (cell === undefined) return { span: { from: at, to: at }, prose: Prose.plain('', at) };
      at = cell.at;
      return valueProse(cell.node, cell.at);
    }),
  };
}
