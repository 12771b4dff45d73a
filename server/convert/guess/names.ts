import type { ColumnDef, FieldDef, PartDef, SectionDef, TableDef } from '../../framework/framework.ts';
import type { FrameworkLibrary, LibraryEntry } from '../../framework/library.ts';
import { normaliseName } from '../../framework/name.ts';
import { type Area, areaNames, fieldNames, type SectionRole } from '../../framework/vocabulary.ts';
import { type JudgementReader, judgementReader } from '../text/judgement.ts';

/** What a name is the name of in one framework. */
export type Named = { readonly framework: string } & (
  | { readonly kind: 'section'; readonly section: SectionDef }
  | { readonly kind: 'area'; readonly area: Area }
  | { readonly kind: 'field'; readonly field: FieldDef; readonly ofSection: boolean }
  | { readonly kind: 'column'; readonly column: ColumnDef; readonly table: TableDef }
  | { readonly kind: 'part'; readonly part: PartDef }
);

/** Words that documents of some frameworks have, and how much they say for each of these. */
export interface Name {
  readonly key: string;
  readonly named: readonly Named[];
  /** From 0 to 1: the more words it has, and the fewer frameworks know it, the more it says. */
  readonly weight: number;
}

/** All names of all frameworks of a library, for looking up what a line is. */
export interface Names {
  readonly entries: ReadonlyMap<string, LibraryEntry>;
  readonly whole: ReadonlyMap<string, Name>;
  /** Names with which a longer text may begin, by their first word. */
  readonly openings: ReadonlyMap<string, readonly Name[]>;
  readonly judgements: JudgementReader;
  /** The last words of all labels: a text that ends otherwise ends in no judgement. */
  readonly labelEnds: ReadonlySet<string>;
}

/** Gathers the names of every framework that the library has. */
export function namesOf(library: FrameworkLibrary): Names {
  const entries = new Map<string, LibraryEntry>();
  const whole = new NameIndex();
  const openings = new NameIndex();
  const labels = new Set<string>();
  for (const framework of library.ids()) {
    const entry = library.get(framework);
    if (entry === undefined) continue;
    entries.set(framework, entry);
    for (const label of entry.vocabulary.labels.names) labels.add(label);
    addFramework(framework, entry, whole, openings);
  }
  return {
    entries,
    whole: new Map(whole.names().map((name) => [name.key, name])),
    openings: byFirstWord(openings.names()),
    judgements: judgementReader({ labels: { names: longestFirst(labels) } }),
    labelEnds: new Set([...labels].map((label) => lastWord(label))),
  };
}

function longestFirst(labels: ReadonlySet<string>): readonly string[] {
  return [...labels].sort((a, b) => b.length - a.length);
}

/** The last word of a text as labels are compared. */
export function lastWord(text: string): string {
  return /[\p{L}\p{N}]+(?=[^\p{L}\p{N}]*$)/u.exec(text)?.[0].toLowerCase() ?? '';
}

function addFramework(
  framework: string,
  { vocabulary }: LibraryEntry,
  whole: NameIndex,
  openings: NameIndex,
) {
  const { fields, tables, parts } = vocabulary.framework;
  for (const { def } of vocabulary.roles) addSection(framework, def, whole, openings);
  for (const area of vocabulary.areas) {
    for (const name of areaNames(area)) whole.add(name, { framework, kind: 'area', area });
  }
  addFields(framework, fields, false, whole);
  for (const role of vocabulary.roles) addFields(framework, sectionFields(role), true, whole);
  for (const table of tables.values()) {
    for (const column of table.columns) {
      const named: Named = { framework, kind: 'column', column, table };
      for (const name of [column.heading, ...column.aliases]) whole.add(name, named);
    }
  }
  for (const part of parts) {
    for (const words of part.begins) openings.add(words, { framework, kind: 'part', part });
  }
}

function addSection(framework: string, section: SectionDef, whole: NameIndex, openings: NameIndex): void {
  if (section.anyHeading && section.repeated) return;
  const named: Named = { framework, kind: 'section', section };
  for (const name of [section.heading, ...section.aliases]) whole.add(name, named);
  for (const words of section.begins) openings.add(words, named);
}

function addFields(
  framework: string,
  fields: readonly FieldDef[],
  ofSection: boolean,
  whole: NameIndex,
): void {
  for (const field of fields) {
    for (const name of fieldNames(field)) whole.add(name, { framework, kind: 'field', field, ofSection });
  }
}

function sectionFields({ def }: SectionRole): readonly FieldDef[] {
  return def.fields;
}

class NameIndex {
  readonly #named = new Map<string, Named[]>();

  add(name: string, named: Named): void {
    const key = normaliseName(name);
    if (key === '') return;
    const known = this.#named.get(key);
    if (known === undefined) this.#named.set(key, [named]);
    else known.push(named);
  }

  names(): readonly Name[] {
    return [...this.#named].map(([key, named]) => {
      const frameworks = new Set(named.map(({ framework }) => framework)).size;
      return { key, named, weight: weightOf(key) / Math.sqrt(frameworks) };
    });
  }
}

/** One word, "Summary", may head any text; three hardly come by chance. */
function weightOf(key: string): number {
  const words = key.split(' ').length;
  if (words === 1) return 0.2;
  return words === 2 ? 0.6 : 1;
}

function byFirstWord(names: readonly Name[]): ReadonlyMap<string, readonly Name[]> {
  const index = new Map<string, Name[]>();
  for (const name of [...names].sort((a, b) => b.key.length - a.key.length)) {
    const [first = ''] = name.key.split(' ');
    index.set(first, [...(index.get(first) ?? []), name]);
  }
  return index;
}
