import type { Table } from '../syntax/block.ts';
import {
  type DataEntry,
  type DataMap,
  type DataNode,
  type DataReading,
  type DataScalar,
  entryOf,
} from '../syntax/data.ts';
import { readYaml } from '../syntax/yaml.ts';
import type { Problem } from '../text/problem.ts';
import type { SourceText } from '../text/sourceText.ts';
import { shift } from '../text/span.ts';
import type { Block, PlacedBlock } from './block.ts';
import { commentBlock, dataGroups, readMeta } from './data.ts';
import { YamlEditing } from './editYaml.ts';
import type { Model, ModelProblem } from './model.ts';
import { type Body, fieldsBlock, headingBlock, kept, readBody } from './yamlBlocks.ts';
import { firstItem, TABLE_KEYS, tablesBlock } from './yamlTables.ts';

/** A model of a YAML document, with what the next version's may reuse. */
export interface YamlModel extends Model {
  readonly reuse: { readonly reading: DataReading; readonly facts: YamlFacts };
}

/** What was read from the document's data, by the nodes that it was read from. */
export interface YamlFacts {
  /** Blocks of a section stand at offsets from its start. */
  readonly sections: WeakMap<DataNode, { readonly level: number; readonly blocks: readonly PlacedBlock[] }>;
  readonly bodies: WeakMap<DataScalar, Body>;
  readonly tables: WeakMap<DataNode, Block>;
}

/** Headings in YAML begin below the title, as they do in Markdown. */
const TOP_LEVEL = 2;
const BODY_KEYS: ReadonlySet<string> = new Set(['body', 'sections']);

/** Reads a YAML document, from the model of an earlier version where there is one. */
export function yamlModel(text: SourceText, previous?: YamlModel): YamlModel {
  const reading = readYaml(text.toString(), previous?.reuse.reading.pieces);
  const facts = previous?.reuse.facts ?? {
    sections: new WeakMap(),
    bodies: new WeakMap(),
    tables: new WeakMap(),
  };
  const root = reading.root;
  const sections = entryOf(root, 'sections');
  // No closure may hold the version before: the model's own would hold it too, and so every version there was.
  const before = previous?.reuse.reading.root;
  const reader = new SectionReader(text, facts);
  const opening = entryOf(root, 'body');
  const opened = reader.opening(opening, entryOf(before, 'body')?.value, reading.at);
  const blocks =
    sections === undefined
      ? []
      : reader.read(sections.value, entryOf(before, 'sections')?.value, reading.at + sections.at, TOP_LEVEL);
  const comments = reading.comments.flatMap((comment) => commentBlock(comment, 0) ?? []);
  const placed = merge([...opened, ...comments], blocks);
  const line = text.lineAt(reading.at);
  return {
    text,
    meta: readMeta(root, reading.at, BODY_KEYS),
    metaSpan: { from: line.from, to: line.to },
    strayMeta: undefined,
    blocks: placed,
    problems: [
      ...problems(reading.problems, reading, text),
      ...(opening === undefined ? [] : textProblems(opening.value, reading.at + opening.at, facts)),
      ...(sections === undefined ? [] : bodyProblems(sections.value, reading.at + sections.at, facts)),
    ],
    data: root === undefined ? undefined : { root, at: reading.at },
    written: { from: 0, to: text.length, reading },
    groups: () => dataGroups(root, reading.at),
    editing: new YamlEditing(text, reading, placed),
    reuse: { reading, facts },
  };
}

function merge(others: readonly PlacedBlock[], blocks: readonly PlacedBlock[]): readonly PlacedBlock[] {
  return others.length === 0 ? blocks : [...others, ...blocks].sort((a, b) => a.from - b.from);
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

/** What could not be read of the Markdown in sections. */
function bodyProblems(sections: DataNode, at: number, facts: YamlFacts): readonly ModelProblem[] {
  if (sections.kind !== 'list') return [];
  return sections.items.flatMap((item) => {
    if (item.value.kind !== 'map') return [];
    return item.value.entries.flatMap(({ key, at: place, value }): readonly ModelProblem[] => {
      const from = at + item.at + place;
      if (key === 'sections') return bodyProblems(value, from, facts);
      return key === 'body' ? textProblems(value, from, facts) : [];
    });
  });
}

/** What could not be read of the Markdown in one scalar, which stands at `from`. */
function textProblems(value: DataNode, from: number, facts: YamlFacts): readonly ModelProblem[] {
  const body = value.kind === 'scalar' ? facts.bodies.get(value) : undefined;
  return (body?.problems ?? []).map(({ span, message }) => ({
    code: 'limits',
    span: shift(span, from),
    message,
  }));
}

class SectionReader {
  readonly #text: SourceText;
  readonly #facts: YamlFacts;

  constructor(text: SourceText, facts: YamlFacts) {
    this.#text = text;
    this.#facts = facts;
  }

  /** The blocks of the text that stands outside the sections, in a map at `at`, at absolute places. */
  opening(entry: DataEntry | undefined, before: DataNode | undefined, at: number): readonly PlacedBlock[] {
    if (entry?.value.kind !== 'scalar') return [];
    const place = at + entry.at;
    return this.#body(entry.value, before).blocks.map(({ from, block }) => ({ from: from + place, block }));
  }

  /** The blocks of a list of sections that stands at `at`, at absolute places. `before` stood there earlier. */
  read(sections: DataNode, before: DataNode | undefined, at: number, level: number): readonly PlacedBlock[] {
    if (sections.kind !== 'list') return [];
    const earlier = before?.kind === 'list' ? before.items : [];
    const blocks: PlacedBlock[] = [];
    sections.items.forEach(({ at: place, value }, index) => {
      const base = at + place;
      for (const { from, block } of this.#section(value, earlier[index]?.value, base, level)) {
        blocks.push({ from: from + base, block });
      }
    });
    return blocks;
  }

  #section(
    node: DataNode,
    before: DataNode | undefined,
    base: number,
    level: number,
  ): readonly PlacedBlock[] {
    const known = this.#facts.sections.get(node);
    if (known?.level === level) return known.blocks;
    const blocks = node.kind === 'map' ? this.#contents(node, before, base, level) : [];
    this.#facts.sections.set(node, { level, blocks });
    return blocks;
  }

  #contents(
    section: DataMap,
    before: DataNode | undefined,
    base: number,
    level: number,
  ): readonly PlacedBlock[] {
    const own = before && this.#facts.sections.get(before)?.blocks;
    const blocks: PlacedBlock[] = [kept(headingBlock(section, level), own)];
    for (const entry of section.entries) {
      const earlier = entryOf(before, entry.key)?.value;
      for (const placed of this.#entry(entry, earlier, base, level)) {
        blocks.push(entry.key === 'fields' ? kept(placed, own) : placed);
      }
    }
    return blocks;
  }

  #entry(
    { key, value, at }: DataEntry,
    before: DataNode | undefined,
    base: number,
    level: number,
  ): readonly PlacedBlock[] {
    if (key === 'fields' && value.kind === 'map') {
      const source = this.#text.slice(base + at, base + at + value.length);
      return [{ from: at, block: fieldsBlock(value, source) }];
    }
    if (key === 'body' && value.kind === 'scalar') {
      return this.#body(value, before).blocks.map(({ from, block }) => ({ from: from + at, block }));
    }
    if (key === 'sections') {
      return this.read(value, before, base + at, level + 1).map(({ from, block }) => ({
        from: from - base,
        block,
      }));
    }
    const readTables = TABLE_KEYS.get(key);
    if (readTables === undefined) return [];
    return [{ from: at + firstItem(value), block: this.#tables(value, readTables, base + at) }];
  }

  #tables(list: DataNode, readTables: (list: DataNode) => readonly Table[], at: number): Block {
    const known = this.#facts.tables.get(list);
    if (known !== undefined) return known;
    const block = tablesBlock(readTables(list), this.#text.slice(at + firstItem(list), at + list.length));
    this.#facts.tables.set(list, block);
    return block;
  }

  /** Paragraphs that stayed the same while another changed stay the same blocks, as they do in Markdown. */
  #body(scalar: DataScalar, before: DataNode | undefined): Body {
    const known = this.#facts.bodies.get(scalar);
    if (known !== undefined) return known;
    const earlier = before?.kind === 'scalar' ? this.#facts.bodies.get(before) : undefined;
    const body = readBody(scalar, earlier);
    this.#facts.bodies.set(scalar, body);
    return body;
  }
}
