import { normaliseName } from '../framework/name.ts';
import type { Area, SectionRole, Vocabulary } from '../framework/vocabulary.ts';
import type { Block, PlacedBlock } from '../model/block.ts';
import { type Model, metaEntry, metaText } from '../model/model.ts';
import { bind, readContent } from './content.ts';
import type {
  PlacedDirective,
  PlacedStatement,
  Report,
  ReportField,
  Section,
  SectionContent,
} from './report.ts';

/**
 * Sees a model through a framework. What an earlier report read from a section is kept when the section's
 * blocks and the framework are the same.
 */
export function buildReport(model: Model, vocabulary: Vocabulary | undefined, previous?: Report): Report {
  const title = readTitle(model);
  const kept =
    previous?.vocabulary === vocabulary ? new KeptContents(previous?.sections ?? []) : new KeptContents([]);
  const sections = buildSections(model.blocks, title.heading, vocabulary, kept);
  return {
    model,
    vocabulary,
    title: title.text,
    fields: vocabulary === undefined ? [] : readFields(model, vocabulary),
    sections,
    statements: statementsByArea(sections),
    directives: readDirectives(model.blocks),
  };
}

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
    const names = new Set([normaliseName(def.id), normaliseName(def.label)]);
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
  const sections: Section[] = [];
  const open: Section[] = [];
  let own: PlacedBlock[] = [];
  let heading: PlacedBlock | undefined;
  const close = () => {
    if (heading === undefined && own.length === 0) return;
    const level = heading?.block.heading?.level ?? 1;
    while (open.length > 0 && (open.at(-1)?.content.level ?? 0) >= level) open.pop();
    const parent = heading === undefined ? undefined : open.at(-1);
    const content = contentOf(heading, own, parent?.content.role, vocabulary, kept);
    const section: Section = { heading, parent, own, content };
    sections.push(section);
    if (heading !== undefined) open.push(section);
  };
  for (const placed of blocks) {
    if (placed.block.kind !== 'heading') {
      own.push(placed);
      continue;
    }
    if (placed === title && bind(placed, undefined, vocabulary).role === undefined) continue;
    close();
    heading = placed;
    own = [];
  }
  close();
  return sections;
}

function contentOf(
  heading: PlacedBlock | undefined,
  own: readonly PlacedBlock[],
  parent: SectionRole | undefined,
  vocabulary: Vocabulary | undefined,
  kept: KeptContents,
): SectionContent {
  const known = kept.take(heading?.block, own, parent);
  if (known !== undefined) return known;
  const binding =
    heading === undefined
      ? { title: '', level: 1, role: undefined, headingJudgement: undefined }
      : bind(
          heading,
          parent,
          vocabulary,
          own.find(({ block }) => block.sectionId !== undefined)?.block.sectionId,
        );
  return readContent(
    heading?.block,
    own.map(({ block }) => block),
    binding,
    vocabulary,
  );
}

/** What an earlier report read, to be taken over section by section. */
class KeptContents {
  readonly #byHeading = new Map<Block | undefined, Section>();

  constructor(sections: readonly Section[]) {
    for (const section of sections) this.#byHeading.set(section.heading?.block, section);
  }

  take(
    heading: Block | undefined,
    own: readonly PlacedBlock[],
    parent: SectionRole | undefined,
  ): SectionContent | undefined {
    const section = this.#byHeading.get(heading);
    if (section === undefined || section.own.length !== own.length) return undefined;
    const same = section.own.every(({ block }, index) => block === own[index]?.block);
    return same && section.parent?.content.role === parent ? section.content : undefined;
  }
}
