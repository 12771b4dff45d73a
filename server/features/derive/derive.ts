import type { FrameworkLibrary } from '../../framework/library.ts';
import { normaliseName } from '../../framework/name.ts';
import type { Model } from '../../model/model.ts';
import { buildReport, NO_PACK } from '../../report/build.ts';
import type { Report, Section } from '../../report/report.ts';
import { groupsOf, numberingOf, tablesOf } from './contents.ts';
import type { Derived, DerivedPattern, DerivedSection } from './derived.ts';
import { documentFields, sectionFields, statusWords } from './fields.ts';
import { readBy, withJudgements } from './judgements.ts';
import { relaxed } from './relax.ts';
import { mergeSections, type Node } from './tree.ts';
import { writeFramework } from './write.ts';

export interface NewFramework {
  readonly id: string;
  readonly title: string;
}

/** A first framework for documents of the kind of these, as the text of its file. */
export function deriveFramework(
  models: readonly Model[],
  { id, title }: NewFramework,
  library: FrameworkLibrary,
): string {
  const every = everyScale(library);
  const reports = models.map((model) => buildReport(model, every, NO_PACK));
  const nodes = mergeSections(reports);
  const derived: Derived = {
    id,
    title,
    isLetter: reports.every(isLetter),
    numbering: numberingOf(reports),
    documents: models.length,
    scale: undefined,
    statuses: statusWords(reports.flatMap((report) => report.sections)),
    fields: documentFields(reports),
    sections: nodes.map(sectionOf),
    patterns: [],
    tables: [],
  };
  const judged = withJudgements(derived, models, library);
  const tabled = withTables({ ...derived, ...judged }, models, library);
  return writeFramework(relaxed({ ...tabled, ...withPatterns(tabled.sections) }, models, library));
}

/** With its tables, which can be told apart only once it is known which sections have which statuses. */
function withTables(derived: Derived, models: readonly Model[], library: FrameworkLibrary): Derived {
  const { tables, uses, summaries } = tablesOf(readBy(derived, models, library).reports);
  const put = (section: DerivedSection): DerivedSection => ({
    ...section,
    // The table of judgements is known without a definition.
    tables: section.summary === undefined ? (uses.get(section.id) ?? []) : [],
    statusSummary: summaries.has(section.id),
    sections: section.sections.map(put),
  });
  const sections = derived.sections.map(put);
  const used = new Set(flat(sections).flatMap((section) => section.tables.map(({ table }) => table)));
  return { ...derived, sections, tables: tables.filter(({ id }) => used.has(id)) };
}

/** Knows the labels of all scales, so that a judgement at the end of a heading is no part of its name. */
function everyScale(library: FrameworkLibrary) {
  const sections = library.scales
    .ids()
    .map(
      (scale) =>
        `  - { id: ${scale}, heading: ${JSON.stringify(`⟨${scale}⟩`)}, judgement: { scale: ${scale} } }`,
    );
  const id = 'every-scale';
  const text = `id: ${id}\nsections:\n${sections.join('\n')}\n`;
  return library.including({ path: 'every-scale.framework.yaml', text }).get(id)?.vocabulary;
}

function flat(sections: readonly DerivedSection[]): readonly DerivedSection[] {
  return sections.flatMap((section) => [section, ...flat(section.sections)]);
}

function sectionOf(node: Node): DerivedSection {
  const sections = node.instances.map(({ section }) => section);
  return {
    id: node.id,
    heading: node.heading,
    aliases: node.aliases,
    share: { count: node.count, of: node.of },
    repeated: node.repeated,
    fields: sectionFields(sections),
    tables: [],
    statusSummary: false,
    judgement: undefined,
    groups: groupsOf(sections),
    summary: undefined,
    pattern: undefined,
    sections: node.children.map(sectionOf),
  };
}

function isLetter({ sections }: Report): boolean {
  const begins = (words: RegExp) =>
    sections.some((section) => paragraphs(section).some((text) => words.test(text)));
  return begins(/^Dear\b/) && begins(/^Yours (?:sincerely|faithfully)\b/i);
}

function paragraphs({ own }: Section): readonly string[] {
  return own.flatMap(({ block }) => (block.kind === 'paragraph' ? [block.leaves[0]?.prose.text ?? ''] : []));
}

/** Sections that stand below several others in the same order become a pattern of those. */
function withPatterns(sections: readonly DerivedSection[]): {
  readonly sections: readonly DerivedSection[];
  readonly patterns: readonly DerivedPattern[];
} {
  const bySignature = new Map<string, DerivedSection[]>();
  const collect = (section: DerivedSection): void => {
    const signature = signatureOf(section);
    if (signature !== undefined) bySignature.set(signature, [...(bySignature.get(signature) ?? []), section]);
    for (const one of section.sections) collect(one);
  };
  for (const section of sections) collect(section);
  const found = [...bySignature].filter(([, owners]) => owners.length > 1);
  const names = new Map(
    found.map(([signature], index) => [signature, index === 0 ? 'repeated' : `repeated-${index + 1}`]),
  );
  const use = (section: DerivedSection): DerivedSection => {
    const pattern = names.get(signatureOf(section) ?? '');
    return pattern === undefined
      ? { ...section, sections: section.sections.map(use) }
      : { ...section, pattern, sections: [] };
  };
  const patterns = found.map(
    ([signature, owners]): DerivedPattern => ({
      id: names.get(signature) ?? 'repeated',
      sections: (owners[0]?.sections ?? []).map((first, index) =>
        common(owners.map((owner) => owner.sections[index] ?? first)),
      ),
    }),
  );
  return { sections: sections.map(use), patterns };
}

/** What the sections below a section are called; undefined where they are too few, or more than their names. */
function signatureOf({ sections }: DerivedSection): string | undefined {
  const plain = sections.every(
    (one) => one.sections.length === 0 && one.judgement === undefined && !one.repeated,
  );
  if (sections.length < 2 || !plain) return undefined;
  return sections.map(({ heading }) => normaliseName(heading)).join('|');
}

/** One section for all of those that stand at the same place of their sections. */
function common(sections: readonly DerivedSection[]): DerivedSection {
  const [first] = sections;
  if (first === undefined) throw new Error('A pattern without sections.');
  const fields = new Map(sections.flatMap((one) => one.fields.map((field) => [field.id, field] as const)));
  const everywhere = (id: string) => sections.every((one) => one.fields.some((field) => field.id === id));
  const tables = new Map(sections.flatMap((one) => one.tables.map((table) => [table.table, table] as const)));
  const inAll = (id: string) =>
    sections.every((one) => one.tables.some(({ table, required }) => required && table === id));
  return {
    ...first,
    share: {
      count: sections.filter(({ share }) => share.count === share.of).length,
      of: sections.length,
    },
    aliases: [...new Set(sections.flatMap(({ aliases }) => aliases))],
    groups: [...new Set(sections.flatMap(({ groups }) => groups))],
    fields: [...fields.values()].map((field) =>
      everywhere(field.id) ? field : { ...field, share: { count: 1, of: sections.length } },
    ),
    tables: [...tables.values()].map(({ table }) => ({ table, required: inAll(table) })),
  };
}
