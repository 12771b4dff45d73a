import type { ColumnDef, FieldDef, StatusScale, StatusValue, TableDef } from '../framework/framework.ts';
import { normaliseName } from '../framework/name.ts';
import { readStatus, statusNamed } from '../framework/statusText.ts';
import type { Vocabulary } from '../framework/vocabulary.ts';
import { ENGLISH_ACTION_COLUMNS } from '../values/actionColumnWords.ts';
import { type ColumnPeriod, readColumnPeriods } from './columnPeriods.ts';
import { COMPARATOR } from './comparator.ts';
import type { Column, ColumnPart } from './contents.ts';
import type { Head } from './headerRows.ts';

/** What columns are called whatever the framework; every name as it is compared. */
const SYNONYMS: ReadonlyMap<ColumnPart, RegExp> = new Map([
  [
    'measure',
    /^(?:measures?|indicators?|metrics?|k?pis?|(?:key )?performance (?:indicators?|measures?)|(?:measure|indicator|metric) name)$/,
  ],
  ['role', /^(?:role|type|target or actual|target actual|value type)$/],
  ['target', /^(?:targets?|goal|ambition|current target|target (?:figure|percent))$|^target (?=\d)/],
  [
    'actual',
    /^(?:actuals?|performance|outturn|result|value|figure|current|latest|actual performance|current performance)$/,
  ],
  ['comparator', COMPARATOR],
  [
    'status',
    /^(?:rag|(?:delivery |performance |status |progress |action )?(?:status|rag)(?: rag| rating| status)?|brag)$/,
  ],
  ['action', ENGLISH_ACTION_COLUMNS.action],
  ['owner', ENGLISH_ACTION_COLUMNS.owner],
  ['due', ENGLISH_ACTION_COLUMNS.due],
  [
    'completed',
    /^(?:(?:actual )?(?:date (?:of completion|completed?|closed|achieved|done)|completed?(?: on| y n| yes no| date)?|closed(?: on)?)|(?:completion )?date actual|actual completion(?: date)?|done)$/,
  ],
  [
    'progress',
    /^(?:(?:delivery |current |latest |action )?(?:progress|updates?)(?: updates?| to date| so far| made| notes?| comments?| (?:and|or) (?:comments?|next steps|evidence))?|progress against (?:action|plan|target)s?|(?:progress )?comment(?:s|ary)?)$/,
  ],
  [
    'impact',
    /^(?:impacts?(?: on objectives?)?|outcomes?|(?:expected|intended|desired) (?:impacts?|outcomes?)|difference made|success criteria)$/,
  ],
  ['count', /^(?:nos?|nr|number|count|total|n|frequency|volume|(?:number|count|total) (?:of|in) .{1,60})$/],
  [
    'share',
    /^(?:|percent|per cent|percentage|proportion|share|rate|(?:percentage|proportion|share) .{1,60})$/,
  ],
]);

const RAG: StatusScale = {
  id: 'rag',
  values: [
    { label: 'Green', meaning: undefined, aliases: ['G'], says: 'on-target' },
    { label: 'Amber', meaning: undefined, aliases: ['A'], says: 'near-target' },
    { label: 'Red', meaning: undefined, aliases: ['R'], says: 'off-target' },
  ],
};

const ROLE_BEHIND = /^(.*\S)\s*[-–:(]?\s*\b(target|actual)\)?$/i;
const ROLE_BEFORE = /^(target|actual)\s*[-–:(]?\s*([^\s)][^)]*)\)?$/i;

/** A header that names a role and a time, such as "May 2020 target". */
interface RoleHeader {
  readonly role: string;
  readonly time: string;
}

function rolesOf(heads: readonly Head[]): readonly (RoleHeader | undefined)[] {
  const headers = heads.map(({ text }) => text);
  const before = headers.map((header): RoleHeader | undefined => {
    const [, role, time] = ROLE_BEFORE.exec(header) ?? [];
    return role === undefined || time === undefined ? undefined : { role: role.toLowerCase(), time };
  });
  return headers.map((header, index) => {
    const split = heads[index]?.split;
    if (split !== undefined) return split;
    const [, time, role] = ROLE_BEHIND.exec(header) ?? [];
    if (role !== undefined && time !== undefined) return { role: role.toLowerCase(), time };
    // "Target 2021" alone may be what is aimed at; beside "Actual 2021" it is the target of that time.
    const own = before[index];
    return before.some((other) => other?.time === own?.time && other?.role !== own?.role) ? own : undefined;
  });
}

/** The times of columns. Where all targets stand before all actuals, the times of each begin anew. */
function periodsOf(
  headers: readonly string[],
  roles: readonly (RoleHeader | undefined)[],
): readonly (ColumnPeriod | undefined)[] {
  const times = headers.map((header, index) => roles[index]?.time ?? header);
  const turns = roles.flatMap((own, index) =>
    own !== undefined && own.role !== roles[index - 1]?.role ? index : [],
  );
  const second = turns.length === 2 ? turns[1] : undefined;
  const apart = second === undefined ? [] : readColumnPeriods(times.slice(second));
  // Years that only the first of them give hold for all.
  if (!apart.some((own) => own?.period !== undefined)) return readColumnPeriods(times);
  return [...readColumnPeriods(times.slice(0, second)), ...apart];
}

/** What each column of a table is, by its header alone. */
export function readColumns(
  heads: readonly Head[],
  defs: readonly TableDef[],
  vocabulary: Vocabulary,
): readonly Column[] {
  const headers = heads.map(({ text }) => text);
  const roles = rolesOf(heads);
  const periods = periodsOf(headers, roles);
  return headers.map((header, index): Column => {
    const def = columnDef(header, defs);
    const field = fieldColumn(header, vocabulary);
    const period = periods[index];
    const role = period === undefined ? undefined : roles[index]?.role;
    return {
      header,
      def,
      field,
      period,
      head: heads[index]?.cell,
      counts: countedStatus(header, vocabulary),
      part: role === 'target' || role === 'actual' ? role : partOf(header, def, period),
    };
  });
}

function partOf(header: string, def: ColumnDef | undefined, period: ColumnPeriod | undefined): ColumnPart {
  if (def !== undefined) return OWN_PARTS.find((part) => part === def.id) ?? 'other';
  if (period !== undefined) return 'period';
  const trimmed = header.trim();
  if (trimmed === '%' || trimmed === '(%)') return 'share';
  const name = normaliseName(header);
  if (name === '') return 'label';
  return partNamed(name) ?? (/^%/.test(trimmed) ? 'share' : 'other');
}

/** What a column or a label of that name gives whatever the framework. `name` is as names are compared. */
export function partNamed(name: string): ColumnPart | undefined {
  if (name === '') return undefined;
  for (const [part, synonyms] of SYNONYMS) if (synonyms.test(name)) return part;
  return undefined;
}

/** The ids by which a framework's columns say what they are. */
const OWN_PARTS: readonly ColumnPart[] = [
  'measure',
  'role',
  'target',
  'actual',
  'comparator',
  'status',
  'label',
  'count',
  'share',
  'action',
  'owner',
  'due',
  'progress',
  'completed',
  'impact',
];

function columnDef(header: string, defs: readonly TableDef[]): ColumnDef | undefined {
  const name = normaliseName(header);
  if (name === '') return undefined;
  for (const { columns } of defs) {
    const found = columns.find(({ heading, aliases }) =>
      [heading, ...aliases].some((known) => normaliseName(known) === name),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The status field of the sections that a column is named after. */
function fieldColumn(header: string, { roles }: Vocabulary): FieldDef | undefined {
  const name = normaliseName(header);
  for (const { fieldsByName } of roles) {
    const def = fieldsByName.get(name);
    if (def?.type === 'status') return def;
  }
  return undefined;
}

function countedStatus(header: string, { framework }: Vocabulary): StatusValue | undefined {
  if (header.trim() === '') return undefined;
  for (const scale of [...framework.statuses.values(), RAG]) {
    const value = statusNamed(header, scale);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The status that a text gives, with its scale. Where a framework has no scale for it Green, Amber and Red still mean the same. */
export function scaledStatus(
  text: string,
  { framework }: Vocabulary,
): { readonly scale: StatusScale; readonly value: StatusValue } | undefined {
  for (const scale of [...framework.statuses.values(), RAG]) {
    const value = readStatus(text, scale)?.value;
    if (value !== undefined) return { scale, value };
  }
  return undefined;
}
