import type { MeasureDraft } from '../framework/draftContents.ts';
import type { MeasureDef, TermDef } from '../framework/framework.ts';
import { normaliseName } from '../framework/name.ts';
import { type Area, fieldNames, type SectionRole, type Vocabulary } from '../framework/vocabulary.ts';
import type { PlacedBlock } from '../model/block.ts';
import { metaBlocks } from '../model/metaBlocks.ts';
import { type Model, metaEntry, metaText } from '../model/model.ts';
import { type Audience, readAudience } from './audience.ts';
import { bind } from './bind.ts';
import { readContent } from './content.ts';
import { type Part, withJudgementHeadings } from './judgementHeadings.ts';
import { KeptContents, UNNAMED } from './keptContents.ts';
import { readDictionary } from './measureDictionary.ts';
import { openRole } from './openRole.ts';
import { readTerms } from './preferredTerms.ts';
import type { Binding, PlacedDirective, PlacedStatement, Report, ReportField, Section } from './report.ts';

/** What is said for all documents of a pack at once. */
export interface Pack {
  readonly measures: readonly MeasureDraft[];
  readonly audience: Audience | undefined;
  /** What acronyms stand for. */
  readonly acronyms: ReadonlyMap<string, string>;
  readonly terms: readonly TermDef[];
}

/** A pack that says nothing. */
export const NO_PACK: Pack = { measures: [], audience: undefined, acronyms: new Map(), terms: [] };

/**
 * Sees a model through a framework. What an earlier report read from a section is kept when the section's
 * blocks and the framework are the same.
 * @param pack what is said for all documents of the pack
 */
export function buildReport(
  model: Model,
  vocabulary: Vocabulary | undefined,
  pack: Pack,
  previous?: Report,
): Report {
  const title = readTitle(model);
  const kept =
    previous?.vocabulary === vocabulary ? new KeptContents(previous?.sections ?? []) : new KeptContents([]);
  const sections = buildSections(model.blocks, title.heading, vocabulary, kept);
  const measures = readDictionary(
    {
      framework: vocabulary?.framework.measures ?? NO_MEASURES,
      pack: pack.measures,
      own: metaEntry(model, 'measures')?.value,
    },
    previous?.measures,
  );
  return {
    model,
    vocabulary,
    title: title.text,
    titleHeading: sections.some(({ heading }) => heading === title.heading) ? undefined : title.heading,
    fieldBlocks: metaBlocks(model.meta, previous?.fieldBlocks),
    fields: vocabulary === undefined ? [] : readFields(model, vocabulary),
    sections,
    statements: statementsByArea(sections),
    directives: readDirectives(model.blocks),
    measures,
    audience: readAudience(model, vocabulary, pack.audience),
    packAcronyms: pack.acronyms,
    terms: readTerms({ vocabulary, pack: pack.terms, measures }, previous?.terms),
  };
}

const NO_MEASURES: readonly MeasureDef[] = [];

/** The document's title: its field, or else a heading of the first level before all others. */
function readTitle(model: Model): {
  readonly text: string | undefined;
  readonly heading: PlacedBlock | undefined;
} {
  const field = metaEntry(model, 'title');
  const first = model.blocks.find((placed) => placed.block.kind === 'heading');
  const heading = first?.block.heading?.level === 1 ? first : undefined;
  const headed = heading?.block.heading?.prose.text;
  return { text: field === undefined ? headed : metaText(field.value), heading };
}

function readFields(model: Model, vocabulary: Vocabulary): readonly ReportField[] {
  return vocabulary.framework.fields.map((def) => {
    const names = new Set(fieldNames(def));
    return { def, entry: model.meta.find((entry) => names.has(normaliseName(entry.key))) };
  });
}

function statementsByArea(sections: readonly Section[]): ReadonlyMap<Area, readonly PlacedStatement[]> {
  const found = new Map<Area, PlacedStatement[]>();
  for (const section of sections) {
    for (const statement of section.content.statements) {
      const known = found.get(statement.area);
      if (known === undefined) found.set(statement.area, [{ section, statement }]);
      else known.push({ section, statement });
    }
  }
  return found;
}

function readDirectives(blocks: readonly PlacedBlock[]): readonly PlacedDirective[] {
  const found: PlacedDirective[] = [];
  for (const placed of blocks) {
    for (const directive of placed.block.directives) found.push({ directive, placed });
  }
  return found;
}

function buildSections(
  blocks: readonly PlacedBlock[],
  title: PlacedBlock | undefined,
  vocabulary: Vocabulary | undefined,
  kept: KeptContents,
): readonly Section[] {
  const isTitle = title !== undefined && namesNoSection(title, blocks, vocabulary);
  const parts = cut(blocks, isTitle ? title : undefined);
  const below = headingsBelow(parts);
  const bindings: Binding[] = [];
  parts.forEach((part, index) => {
    const parent = bindings[part.parent]?.role;
    const named = inTurn(kept.binding(part, parent, vocabulary), part, bindings, vocabulary);
    const open =
      named.role === undefined
        ? openRole(part, parent, below.get(index) ?? [], parts, vocabulary)
        : undefined;
    bindings.push(open === undefined ? named : opened(named, open));
  });
  const bound = withJudgementHeadings(parts, bindings, vocabulary);
  const sections: Section[] = [];
  withoutNamesakes(parts, bound).forEach((role, index) => {
    const { heading, own, parent } = parts[index] ?? { heading: undefined, own: [], parent: -1 };
    const binding = bound[index] ?? UNNAMED;
    const content =
      kept.content(heading?.block, own, role, binding.judges) ??
      readContent(
        heading?.block,
        own.map(({ block }) => block),
        { ...binding, role },
        vocabulary,
      );
    sections.push({ index, heading, parent: sections[parent], own, binding, content });
  });
  return sections;
}

/**
 * A framework may have two sections of one name below one parent, such as a judgement in short and in full. Which of
 * them a heading is, its place behind the others tells, unless the author gives the id.
 */
function inTurn(
  named: Binding,
  { heading, own }: Part,
  before: readonly Binding[],
  vocabulary: Vocabulary | undefined,
): Binding {
  const parent = named.role?.parent;
  const namesakes = vocabulary?.sectionsByName
    .get(normaliseName(named.title))
    ?.filter((role) => role.parent === parent);
  if (named.role === undefined || namesakes === undefined || namesakes.length < 2) return named;
  if (heading?.block.sectionId !== undefined || own.some(({ block }) => block.sectionId !== undefined))
    return named;
  const last = before.findLast(({ role }) => role !== undefined && role.parent === parent)?.role;
  const next = namesakes.find(({ order }) => last === undefined || order > last.order);
  return { ...named, role: next ?? namesakes.at(-1) };
}

/** What is known of a part by what stands in it; without a heading it goes by the framework's name. */
function opened(named: Binding, role: SectionRole): Binding {
  return { ...named, title: named.title === '' ? role.def.heading : named.title, role, isOpen: true };
}

/** Whether a heading is a title and no section: it has the name of none, or of one that has a heading of its own. */
function namesNoSection(
  title: PlacedBlock,
  blocks: readonly PlacedBlock[],
  vocabulary: Vocabulary | undefined,
): boolean {
  const { role } = bind(title, undefined, vocabulary);
  if (role === undefined) return true;
  return blocks.some((other) => {
    const { heading } = other.block;
    if (heading === undefined || heading.level === 1) return false;
    return heading.number !== undefined && bind(other, undefined, vocabulary).role === role;
  });
}

/** The headings directly below each part, by the part's index. */
function headingsBelow(parts: readonly Part[]): ReadonlyMap<number, readonly PlacedBlock[]> {
  const below = new Map<number, PlacedBlock[]>();
  for (const { heading, parent } of parts) {
    if (heading === undefined) continue;
    const known = below.get(parent);
    if (known === undefined) below.set(parent, [heading]);
    else known.push(heading);
  }
  return below;
}

/** Cuts a document at its headings, all but the one that is its title. */
function cut(blocks: readonly PlacedBlock[], title: PlacedBlock | undefined): readonly Part[] {
  const parts: Part[] = [];
  const open: { readonly index: number; readonly level: number }[] = [];
  let own: PlacedBlock[] = [];
  const begin = (heading: PlacedBlock | undefined) => {
    const level = heading?.block.heading?.level ?? 0;
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    own = [];
    parts.push({ heading, own, parent: heading === undefined ? -1 : (open.at(-1)?.index ?? -1) });
    if (heading !== undefined) open.push({ index: parts.length - 1, level });
  };
  for (const placed of blocks) {
    if (placed.block.kind === 'heading') {
      if (placed !== title) begin(placed);
    } else {
      if (parts.length === 0) begin(undefined);
      own.push(placed);
    }
  }
  return parts;
}

/**
 * The part that each section plays. Below a heading that the framework does not know, "Overall effectiveness" may
 * be that of another service, or of an earlier inspection: such a section plays its part only when no other does.
 */
function withoutNamesakes(
  parts: readonly Part[],
  bindings: readonly Binding[],
): readonly (SectionRole | undefined)[] {
  const foreign: boolean[] = [];
  for (const { parent } of parts) {
    foreign.push(parent >= 0 && (foreign[parent] === true || bindings[parent]?.role === undefined));
  }
  const atHome = new Set(bindings.filter((_, index) => foreign[index] !== true).map(({ role }) => role));
  return bindings.map(({ role }, index) => (foreign[index] === true && atHome.has(role) ? undefined : role));
}
