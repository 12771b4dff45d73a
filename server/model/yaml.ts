import { type DataEntry, type DataMap, type DataNode, type DataReading, entryOf } from '../syntax/data.ts';
import { readYaml } from '../syntax/yaml.ts';
import type { Problem } from '../text/problem.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { PlacedBlock } from './block.ts';
import { commentBlock, readMeta } from './data.ts';
import { YamlEditing } from './editYaml.ts';
import type { Model, ModelProblem } from './model.ts';
import { bodyBlocks, fieldsBlock, headingBlock } from './yamlBlocks.ts';

/** A model of a YAML document, with what the next version's may reuse. */
export interface YamlModel extends Model {
  readonly reuse: { readonly reading: DataReading; readonly facts: YamlFacts };
}

/** What was read from a section, by its node: blocks stand at offsets from the section's start. */
export type YamlFacts = WeakMap<
  DataNode,
  { readonly level: number; readonly blocks: readonly PlacedBlock[] }
>;

/** Headings in YAML begin below the title, as they do in Markdown. */
const TOP_LEVEL = 2;
const BODY_KEYS: ReadonlySet<string> = new Set(['sections']);

/** Reads a YAML document, from the model of an earlier version where there is one. */
export function yamlModel(text: SourceText, previous?: YamlModel): YamlModel {
  const reading = readYaml(text.toString(), previous?.reuse.reading.pieces);
  const facts: YamlFacts = previous?.reuse.facts ?? new WeakMap();
  const root = reading.root;
  const sections = entryOf(root, 'sections');
  const reader = new SectionReader(text, facts);
  const blocks =
    sections === undefined ? [] : reader.read(sections.value, reading.at + sections.at, TOP_LEVEL);
  const comments = reading.comments.flatMap((comment) => commentBlock(comment, 0) ?? []);
  const line = text.lineAt(reading.at);
  return {
    text,
    meta: readMeta(root, reading.at, BODY_KEYS),
    metaSpan: { from: line.from, to: line.to },
    blocks: merge(comments, blocks),
    problems: problems(reading.problems, reading, text),
    data: root === undefined ? undefined : { root, at: reading.at },
    editing: new YamlEditing(text, reading),
    reuse: { reading, facts },
  };
}

function merge(comments: readonly PlacedBlock[], blocks: readonly PlacedBlock[]): readonly PlacedBlock[] {
  return comments.length === 0 ? blocks : [...comments, ...blocks].sort((a, b) => a.from - b.from);
}

function problems(
  found: readonly Problem[],
  reading: DataReading,
  text: SourceText,
): readonly ModelProblem[] {
  const result: ModelProblem[] = found.map((problem) => ({ ...problem, code: 'yaml' }));
  if (reading.root !== undefined && reading.root.kind !== 'map' && result.length === 0) {
    const line = text.lineAt(reading.at);
    result.push({
      code: 'yaml',
      span: { from: line.from, to: line.to },
      message: 'A document written as YAML is a list of "name: value" lines. This text is not.',
    });
  }
  return result;
}

class SectionReader {
  readonly #text: SourceText;
  readonly #facts: YamlFacts;

  constructor(text: SourceText, facts: YamlFacts) {
    this.#text = text;
    this.#facts = facts;
  }

  /** The blocks of a list of sections that stands at `at`, at absolute places. */
  read(sections: DataNode, at: number, level: number): readonly PlacedBlock[] {
    if (sections.kind !== 'list') return [];
    return sections.items.flatMap((item) => {
      const base = at + item.at;
      return this.#section(item.value, base, level).map(({ from, block }) => ({ from: from + base, block }));
    });
  }

  #section(node: DataNode, base: number, level: number): readonly PlacedBlock[] {
    const known = this.#facts.get(node);
    if (known?.level === level) return known.blocks;
    const blocks = node.kind === 'map' ? this.#contents(node, base, level) : [];
    this.#facts.set(node, { level, blocks });
    return blocks;
  }

  #contents(section: DataMap, base: number, level: number): readonly PlacedBlock[] {
    const blocks: PlacedBlock[] = [headingBlock(section, level)];
    for (const entry of section.entries) {
      for (const block of this.#entry(entry, base, level)) blocks.push(block);
    }
    return blocks;
  }

  #entry(entry: DataEntry, base: number, level: number): readonly PlacedBlock[] {
    const { key, value, at } = entry;
    if (key === 'fields' && value.kind === 'map') {
      const source = this.#text.slice(base + at, base + at + value.length);
      return [{ from: at, block: fieldsBlock(value, source) }];
    }
    if (key === 'body' && value.kind === 'scalar') {
      return bodyBlocks(value).map((placed) => ({ ...placed, from: placed.from + at }));
    }
    if (key === 'sections') {
      return this.read(value, base + at, level + 1).map((placed) => ({
        ...placed,
        from: placed.from - base,
      }));
    }
    return [];
  }
}
