import { type DataMap, type DataNode, type DataReading, entryOf } from '../syntax/data.ts';
import { readYaml } from '../syntax/yaml.ts';
import type { TextEdit } from '../text/edit.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import type { PlacedBlock } from './block.ts';
import {
  commentStretch,
  type Editing,
  type NewSection,
  renumberEdits,
  rowBehind,
  type SectionPlace,
} from './editing.ts';
import { markdownSlot, metaSlot, type Slot, yamlSlot } from './slot.ts';
import { blockIndexAt, directiveText, fieldLine, opensLine, placeAbove } from './suppression.ts';
import { headingBlock } from './yamlBlocks.ts';

/** A section in the source: its item of the list, with absolute places. */
interface SectionItem {
  readonly map: DataMap;
  readonly at: number;
  /** Whole lines, from the dash to the end of the item. */
  readonly lines: Span;
  /** The column of the dash. */
  readonly column: number;
  readonly headingAt: number;
}

/** Changes to a YAML document. */
export class YamlEditing implements Editing {
  readonly #text: SourceText;
  readonly #reading: DataReading;
  readonly #blocks: readonly PlacedBlock[];
  #sections: readonly SectionItem[] | undefined;

  constructor(text: SourceText, reading: DataReading, blocks: readonly PlacedBlock[]) {
    this.#text = text;
    this.#reading = reading;
    this.#blocks = blocks;
  }

  replace(span: Span, words: string): readonly TextEdit[] {
    return [{ span, insert: words }];
  }

  setMeta(key: string, value: string): readonly TextEdit[] {
    return metaValueEdit(this.#text.toString(), 0, key, value);
  }

  setField(heading: PlacedBlock, name: string, value: string): readonly TextEdit[] {
    const item = this.#itemOf(heading);
    if (item === undefined) return [];
    const key = name.toLowerCase().replace(/\s+/g, '-');
    const fields = entryOf(item.map, 'fields');
    if (fields?.value.kind === 'map') {
      const at = item.at + fields.at;
      const known = entryOf(fields.value, key);
      if (known !== undefined) {
        return [
          { span: { from: at + known.at, to: at + known.at + known.value.length }, insert: quoted(value) },
        ];
      }
      const flow = this.#text.slice(at, at + 1) === '{';
      const indent = ' '.repeat(at - this.#text.lineAt(at).from);
      return [
        flow
          ? { span: { from: at + 1, to: at + 1 }, insert: ` ${key}: ${quoted(value)},` }
          : { span: { from: at, to: at }, insert: `${key}: ${quoted(value)}\n${indent}` },
      ];
    }
    const end = this.#text.lineAt(heading.from).to;
    const indent = ' '.repeat(item.column + 2);
    return [{ span: { from: end, to: end }, insert: `\n${indent}fields: { ${key}: ${quoted(value)} }` }];
  }

  insertSection(section: NewSection, place: SectionPlace): readonly TextEdit[] {
    return this.#put(place, (column) => sectionLines(section, column));
  }

  moveSection(heading: PlacedBlock, place: SectionPlace): readonly TextEdit[] {
    const item = this.#itemOf(heading);
    if (item === undefined) return [];
    const lines = this.#text.slice(item.lines.from, item.lines.to).trimEnd().split('\n');
    const put = this.#put(place, (column) =>
      lines.map((line) => `${indented(line, column - item.column)}\n`).join(''),
    );
    const inside = put.some(({ span }) => item.lines.from <= span.from && span.from <= item.lines.to);
    return inside || put.length === 0 ? [] : [...put, { span: item.lines, insert: '' }];
  }

  sectionSpan(heading: PlacedBlock): Span | undefined {
    return this.#itemOf(heading)?.lines;
  }

  renameSection(heading: PlacedBlock, words: Span, name: string): readonly TextEdit[] {
    const item = this.#itemOf(heading);
    const entry = entryOf(item?.map, 'heading');
    if (item === undefined || entry?.value.kind !== 'scalar') return [];
    const from = item.at + entry.at;
    const old = entry.value.text;
    const text = old.slice(0, words.from) + name + old.slice(words.to);
    return [{ span: { from, to: from + entry.value.length }, insert: quoted(text) }];
  }

  renumber(paragraph: PlacedBlock, number: string): readonly TextEdit[] {
    return renumberEdits(paragraph, number);
  }

  addRow(row: Span, cells: readonly string[]): readonly TextEdit[] {
    return rowBehind(this.#text, row, cells);
  }

  removeComment(span: Span): readonly TextEdit[] {
    return [{ span: commentStretch(this.#text.toString(), span), insert: '' }];
  }

  suppress(span: Span, rule: string, reason: string | undefined): readonly TextEdit[] {
    const words = directiveText(rule, reason);
    const { root, at: base } = this.#reading;
    const index = blockIndexAt(this.#blocks, span.from);
    const placed = this.#blocks[index];
    const sections = entryOf(root, 'sections');
    const inSections =
      sections !== undefined &&
      span.from >= base + sections.at &&
      span.from <= base + sections.at + sections.value.length;
    if (placed === undefined || !inSections || placed.from > span.from) {
      return this.#comment(fieldLine(this.#text, Math.max(base, span.from)), words);
    }
    const body = this.#bodyAt(placed.from);
    if (body?.literal) {
      const place = placeAbove(this.#text, this.#blocks, index);
      if (place === undefined) return [];
      return [{ span: { from: place.at, to: place.at }, insert: `${place.indent}<!-- ${words} -->\n` }];
    }
    if (body !== undefined && this.#blocks.some(({ from }) => from >= body.from && from < placed.from))
      return [];
    const line = this.#text.lineAt(body?.keyAt ?? placed.from);
    return opensLine(this.#text, this.#blocks, index) ? this.#comment(line.from, words) : [];
  }

  slotAt(offset: number): Slot | undefined {
    const line = this.#text.lineAt(offset);
    const sections = entryOf(this.#reading.root, 'sections');
    const inSections = sections !== undefined && offset > this.#reading.at + sections.keySpan.to;
    if (/^[\w-]/.test(line.text) || !inSections) return metaSlot(line.text, line.from, offset);
    const indent = line.text.length - line.text.trimStart().length;
    const field = markdownSlot(line.text.slice(indent), line.from + indent, offset);
    return field?.kind === 'field-value' ? field : yamlSlot(line.text, line.from, offset);
  }

  sectionText(section: NewSection, _level: number, slot: Slot): string {
    const column = this.#text.lineAt(slot.span.from).text.search(/\S|$/);
    return sectionLines(section, column).trimEnd();
  }

  /** Puts the lines of a section at a place, written for the column of the list that they join. */
  #put(place: SectionPlace, lines: (column: number) => string): readonly TextEdit[] {
    const before = place.before && this.#itemOf(place.before);
    if (before !== undefined) return [this.#insertion(before.lines.from, lines(before.column))];
    const parent = place.parent && this.#itemOf(place.parent);
    if (parent !== undefined) return this.#putInto(parent, lines);
    const items = this.#items();
    const last = items.filter((item) => item.column === items[0]?.column).at(-1);
    if (last !== undefined) return [this.#insertion(last.lines.to, lines(last.column))];
    const sections = entryOf(this.#reading.root, 'sections');
    if (sections === undefined) return [this.#insertion(this.#text.length, `sections:\n${lines(2)}`)];
    const empty = sections.value.kind === 'scalar' && sections.value.style === 'empty';
    const end = this.#lineEnd(this.#text.lineAt(this.#reading.at + sections.keySpan.to).to);
    return empty ? [this.#insertion(end, lines(2))] : [];
  }

  #putInto(parent: SectionItem, lines: (column: number) => string): readonly TextEdit[] {
    const nested = entryOf(parent.map, 'sections');
    const inner = nested === undefined ? [] : this.#itemsOf(nested.value, parent.at + nested.at);
    const last = inner.filter((item) => item.column === inner[0]?.column).at(-1);
    if (last !== undefined) return [this.#insertion(last.lines.to, lines(last.column))];
    if (nested !== undefined) return [];
    const head = `${' '.repeat(parent.column + 2)}sections:\n`;
    return [this.#insertion(parent.lines.to, head + lines(parent.column + 4))];
  }

  #insertion(at: number, insert: string): TextEdit {
    return { span: { from: at, to: at }, insert: this.#fresh(at) + insert };
  }

  /** A line end, where the text before `at` has none. */
  #fresh(at: number): string {
    return at === 0 || this.#text.slice(at - 1, at) === '\n' ? '' : '\n';
  }

  #itemOf(heading: PlacedBlock): SectionItem | undefined {
    return this.#items().find((item) => item.headingAt === heading.from);
  }

  #items(): readonly SectionItem[] {
    const sections = entryOf(this.#reading.root, 'sections');
    this.#sections ??=
      sections === undefined ? [] : this.#itemsOf(sections.value, this.#reading.at + sections.at);
    return this.#sections;
  }

  #itemsOf(list: DataNode, at: number): readonly SectionItem[] {
    if (list.kind !== 'list') return [];
    return list.items.flatMap((entry, index) => {
      const itemAt = at + entry.at;
      // A list in square brackets has no lines of its own to work on.
      if (entry.value.kind !== 'map' || this.#column(itemAt) < 0) return [];
      const next = list.items[index + 1];
      const end = next === undefined ? at + list.length : this.#text.lineAt(at + next.at).from;
      const lines = { from: this.#text.lineAt(itemAt).from, to: this.#lineEnd(end) };
      const nested = entryOf(entry.value, 'sections');
      const item = {
        map: entry.value,
        at: itemAt,
        lines,
        column: this.#column(itemAt),
        headingAt: itemAt + headingBlock(entry.value, 1).from,
      };
      return [item, ...(nested === undefined ? [] : this.#itemsOf(nested.value, itemAt + nested.at))];
    });
  }

  /** The text of a section that holds `offset`; only in a literal one do lines stand as they were written. */
  #bodyAt(offset: number) {
    for (const { map, at } of this.#items()) {
      const body = entryOf(map, 'body');
      if (body === undefined) continue;
      const [from, to] = [at + body.at, at + body.at + body.value.length];
      if (offset < from || offset > to) continue;
      return { from, keyAt: at + body.keySpan.from, literal: this.#text.slice(from, from + 1) === '|' };
    }
    return undefined;
  }

  /** A comment above the line that begins at `at`, indented like it. */
  #comment(at: number, words: string): readonly TextEdit[] {
    const indent = /^ */.exec(this.#text.lineAt(at).text)?.[0] ?? '';
    return [{ span: { from: at, to: at }, insert: `${indent}# ${words}\n` }];
  }

  #column(itemAt: number): number {
    return this.#text.lineAt(itemAt).text.indexOf('-');
  }

  /** The end of the line before `at`, or of the one it stands on, with its line end. */
  #lineEnd(at: number): number {
    const line = this.#text.lineAt(at);
    return line.from === at ? at : Math.min(this.#text.length, line.to + 1);
  }
}

/** A line moved to the right, or to the left as far as it is indented. */
function indented(line: string, by: number): string {
  if (by < 0) return line.slice(Math.min(-by, line.search(/\S|$/)));
  return line === '' ? '' : ' '.repeat(by) + line;
}

function sectionLines(section: NewSection, column: number): string {
  const indent = ' '.repeat(column);
  const body = section.body.split('\n').map((line) => (line === '' ? '' : `${indent}    ${line}`));
  const text = section.body === '' ? '' : `${indent}  body: |\n${body.join('\n')}\n`;
  const below = (section.sections ?? []).map((inner) => sectionLines(inner, column + 4)).join('');
  const nested = below === '' ? '' : `${indent}  sections:\n${below}`;
  return `${indent}- heading: ${quoted(section.heading)}\n${text}${nested}`;
}

/** A value as YAML reads it back: in quotes when it would be taken for something else. */
export function quoted(value: string): string {
  return /^[\p{L}\d][^:#'"\n,[\]{}]*$/u.test(value) && value.trim() === value ? value : JSON.stringify(value);
}

/** Sets a field in a map that stands in `source`, which begins at `base` of the document. */
export function metaValueEdit(source: string, base: number, key: string, value: string): readonly TextEdit[] {
  const { root, at } = readYaml(source);
  const entry = entryOf(root, key);
  if (entry !== undefined) {
    const from = base + at + entry.at;
    const lead = entry.value.length === 0 && source[from - base - 1] === ':' ? ' ' : '';
    return [{ span: { from, to: from + entry.value.length }, insert: lead + quoted(value) }];
  }
  const line = `${key}: ${quoted(value)}\n`;
  const sections = entryOf(root, 'sections');
  const end = sections === undefined ? source.length : at + sections.keySpan.from;
  const fresh = end === 0 || source[end - 1] === '\n' ? '' : '\n';
  return [{ span: { from: base + end, to: base + end }, insert: fresh + line }];
}
