import { normaliseName } from '../../framework/name.ts';
import type { ReportTable } from '../../report/contents.ts';
import { isTimescale } from '../../report/recommendations.ts';
import type { Report, Section } from '../../report/report.ts';
import { type DerivedTable, idOf } from './derived.ts';

/** The names of groups that stand above the recommendations of sections, in the order in which they are first met. */
export function groupsOf(sections: readonly Section[]): readonly string[] {
  const found = sections.flatMap(({ own }) =>
    own.flatMap(({ block }) => block.leaves.map(({ prose }) => prose.text.trim())).filter(isTimescale),
  );
  const names = new Map(found.map((text) => [normaliseName(text), text.replace(/\s*:$/, '')]));
  return [...names.values()];
}

/** How paragraphs are numbered: one sequence through most documents, one a section, or not at all. */
export function numberingOf(reports: readonly Report[]): 'document' | 'section' | 'none' {
  const kinds = reports.map(numberingIn);
  for (const kind of ['document', 'section'] as const) {
    if (2 * kinds.filter((one) => one === kind).length > kinds.length) return kind;
  }
  return 'none';
}

/** Fewer numbers than these may as well be those of a list. */
const FEWEST = 4;

function numberingIn({ sections }: Report): 'document' | 'section' | 'none' {
  const bySection = sections.map(({ content }) => content.paragraphs.map(({ number }) => number));
  const all = bySection.flat();
  const numbered = bySection.filter((numbers) => numbers.length > 0);
  if (all.length < FEWEST) return 'none';
  if (all.filter((number) => number.includes('.')).length * 2 > all.length) return 'section';
  const rising = all.filter(
    (number, index) => index > 0 && Number(number) === Number(all[index - 1]) + 1,
  ).length;
  if (numbered.length > 1 && rising >= 0.8 * (all.length - 1)) return 'document';
  return 'none';
}

/** What is known of the tables of one kind of section. */
export interface Tables {
  readonly tables: readonly DerivedTable[];
  /** The ids of the tables of each section, with whether every section of the kind has one. */
  readonly uses: ReadonlyMap<string, readonly { readonly table: string; readonly required: boolean }[]>;
  /** The ids of the sections that hold a table of the statuses of others. */
  readonly summaries: ReadonlySet<string>;
}

/** Fewer columns than these do not make a table known. */
const FEWEST_COLUMNS = 2;

interface Seen {
  readonly kind: DerivedTable['kind'];
  readonly names: readonly string[];
  readonly headers: readonly string[];
  readonly columns: ReportTable['columns'];
  readonly in: Map<string, Set<Section>>;
  id: string | undefined;
}

/** The tables of all sections that play a part; tables with the same header are of one kind. */
export function tablesOf(reports: readonly Report[]): Tables {
  const seen: Seen[] = [];
  const instances = new Map<string, number>();
  const summaries = new Set<string>();
  for (const section of reports.flatMap(({ sections }) => sections)) {
    const id = section.content.role?.def.id;
    if (id === undefined) continue;
    instances.set(id, (instances.get(id) ?? 0) + 1);
    for (const table of section.content.tables) {
      if (table.kind === 'status-summary') summaries.add(id);
      note(seen, id, section, table);
    }
  }
  const taken = new Set<string>();
  const tables = seen.map((one): DerivedTable => {
    const [first] = one.in.keys();
    one.id = idOf(`${first ?? ''} table`, taken);
    const ids = new Set<string>();
    const columns = one.columns.map(({ header, part }) => {
      const known = KNOWN_PARTS.has(part) && !ids.has(part) ? part : header;
      return { id: idOf(known, ids), heading: header, required: true };
    });
    return { id: one.id, kind: one.kind, columns };
  });
  const uses = new Map(
    [...instances].map(([section, count]) => [
      section,
      seen.flatMap(({ id, in: found }) => {
        const own = found.get(section);
        return own === undefined || id === undefined ? [] : [{ table: id, required: own.size === count }];
      }),
    ]),
  );
  return { tables, uses, summaries };
}

const KNOWN_PARTS: ReadonlySet<string> = new Set([
  'measure',
  'role',
  'target',
  'actual',
  'comparator',
  'status',
  'action',
  'owner',
  'due',
  'impact',
]);

function note(seen: Seen[], id: string, section: Section, { kind, columns }: ReportTable): void {
  if (kind === 'judgements' || kind === 'fields') return;
  // Times come and go from one document to the next.
  const lasting = columns.filter(
    ({ header, period }) => period === undefined && normaliseName(header) !== '',
  );
  const names = lasting.map(({ header }) => normaliseName(header));
  if (lasting.length < FEWEST_COLUMNS || new Set(names).size < names.length) return;
  const headers = lasting.map(({ header }) => header.trim());
  const known = seen.find((one) => one.kind === kind && one.names.join('|') === names.join('|'));
  const own = known ?? { kind, names, headers, columns: lasting, in: new Map(), id: undefined };
  if (known === undefined) seen.push(own);
  own.in.set(id, (own.in.get(id) ?? new Set()).add(section));
}
