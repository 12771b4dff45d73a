import { type DataReading, entryOf } from '../syntax/data.ts';
import type { TextEdit } from '../text/edit.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import { type PlacedBlock, wholeSpan } from './block.ts';
import { dataColumns, isPiped, setValue } from './dataRows.ts';
import {
  type Editing,
  type MissingCell,
  markdownCell,
  type NewColumn,
  type NewSection,
  type SectionPlace,
  type TableRow,
} from './editing.ts';
import { LineEditing } from './lineEditing.ts';
import { newTable } from './newTable.ts';
import { metaSlot, type Slot, textSlot } from './slot.ts';
import { blockIndexAt, directiveText, fieldLine, opensLine, placeAbove } from './suppression.ts';
import { itemsOf, lineEnd, type SectionItem } from './yamlItems.ts';
import { textColumn } from './yamlText.ts';
import { bodyLines, fieldKey, indented, metaValueEdit, quoted, sectionLines } from './yamlWriting.ts';

/** Changes to a YAML document. */
export class YamlEditing extends LineEditing implements Editing {
  readonly #reading: DataReading;
  readonly #blocks: readonly PlacedBlock[];
  #sections: readonly SectionItem[] | undefined;

  constructor(text: SourceText, reading: DataReading, blocks: readonly PlacedBlock[]) {
    super(text);
    this.#reading = reading;
    this.#blocks = blocks;
  }

  setCell(cell: Span, words: string, added?: MissingCell): readonly TextEdit[] {
    return isPiped(this.text, cell.from)
      ? markdownCell(this.text, cell, words)
      : setValue(this.text, cell, words, added);
  }

  override addColumns(
    rows: readonly TableRow[],
    at: number,
    columns: readonly NewColumn[],
  ): readonly TextEdit[] {
    const [header] = rows;
    if (header === undefined || isPiped(this.text, header.span.from))
      return super.addColumns(rows, at, columns);
    const keys = columns.map(({ key }) => key);
    return dataColumns(this.text, rows, at, keys);
  }

  setMeta(key: string, value: string): readonly TextEdit[] {
    return metaValueEdit(this.text.toString(), 0, key, value);
  }

  /** The fields of data stand where they like. */
  hoistMeta(): readonly TextEdit[] {
    return [];
  }

  setField(heading: PlacedBlock, name: string, value: string): readonly TextEdit[] {
    const item = this.#itemOf(heading);
    if (item === undefined) return [];
    const key = fieldKey(name);
    const fields = entryOf(item.map, 'fields');
    if (fields?.value.kind === 'map') {
      const at = item.at + fields.at;
      const known = entryOf(fields.value, key);
      if (known !== undefined) {
        return [
          { span: { from: at + known.at, to: at + known.at + known.value.length }, insert: quoted(value) },
        ];
      }
      const flow = this.text.slice(at, at + 1) === '{';
      const indent = ' '.repeat(at - this.text.lineAt(at).from);
      return [
        flow
          ? { span: { from: at + 1, to: at + 1 }, insert: ` ${key}: ${quoted(value)},` }
          : { span: { from: at, to: at }, insert: `${key}: ${quoted(value)}\n${indent}` },
      ];
    }
    const end = this.text.lineAt(heading.from).to;
    const indent = ' '.repeat(item.column + 2);
    return [{ span: { from: end, to: end }, insert: `\n${indent}fields: { ${key}: ${quoted(value)} }` }];
  }

  insertSections(sections: readonly NewSection[], place: SectionPlace): readonly TextEdit[] {
    return this.#put(place, (column) => sections.map((section) => sectionLines(section, column)).join(''));
  }

  moveSection(heading: PlacedBlock, place: SectionPlace): readonly TextEdit[] {
    const item = this.#itemOf(heading);
    if (item === undefined) return [];
    const lines = this.text.slice(item.lines.from, item.lines.to).trimEnd().split('\n');
    const put = this.#put(place, (column) =>
      lines.map((line) => `${indented(line, column - item.column)}\n`).join(''),
    );
    const [at] = put;
    if (at === undefined || (item.lines.from < at.span.from && at.span.from < item.lines.to)) return [];
    if (at.span.from !== item.lines.from && at.span.from !== item.lines.to) {
      return [at, { span: item.whole, insert: '' }];
    }
    // It stands there already, but maybe in the column of another list.
    const same = at.insert.trimEnd() === lines.join('\n');
    return same ? [] : [{ span: item.whole, insert: at.insert }];
  }

  /** The nesting gives the level, so that only a move can change it. */
  setLevel(): readonly TextEdit[] {
    return [];
  }

  // The text of a section holds no other sections.
  makeHeading(): readonly TextEdit[] {
    return [];
  }

  removeSection(heading: PlacedBlock): readonly TextEdit[] {
    const item = this.#itemOf(heading);
    return item === undefined ? [] : [{ span: item.whole, insert: '' }];
  }

  fillSection(heading: PlacedBlock, body: string): readonly TextEdit[] {
    const item = this.#itemOf(heading);
    const known = entryOf(item?.map, 'body');
    if (item === undefined) return [];
    const text = bodyLines(body, ' '.repeat(item.column));
    if (known === undefined) return [this.#insertion(item.lines.to, `${text}\n`)];
    const line = this.text.lineAt(item.at + known.keySpan.from);
    const end = Math.max(line.to, item.at + known.at + known.value.length);
    return [{ span: { from: line.from, to: end }, insert: text }];
  }

  addParagraphBefore(before: PlacedBlock, text: string): readonly TextEdit[] {
    // Only in a literal text do lines stand as they are.
    if (this.#bodyAt(before.from)?.literal !== true) return [];
    const line = this.text.lineAt(before.from);
    const column = line.text.length - line.text.trimStart().length;
    const lines = text.split('\n').map((one) => indented(one, column));
    return [{ span: { from: line.from, to: line.from }, insert: `${lines.join('\n')}\n\n` }];
  }

  addParagraph(behind: PlacedBlock, text: string): readonly TextEdit[] {
    if (this.#bodyAt(behind.from)?.literal !== true) return [];
    const first = this.#blocks.find(
      ({ from }) => this.#bodyAt(from)?.from === this.#bodyAt(behind.from)?.from,
    );
    const line = this.text.lineAt((first ?? behind).from);
    const column = line.text.length - line.text.trimStart().length;
    const lines = text.split('\n').map((one) => indented(one, column));
    const at = wholeSpan(behind).to;
    return [{ span: { from: at, to: at }, insert: `\n\n${lines.join('\n')}` }];
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

  giveId(heading: PlacedBlock, id: string): readonly TextEdit[] {
    const item = this.#itemOf(heading);
    if (item === undefined || entryOf(item.map, 'id') !== undefined) return [];
    // The first key stands behind the dash, or behind a brace.
    const isFlow = this.text.slice(item.at, item.at + 1) === '{';
    const at = isFlow ? item.at + 1 : item.at;
    const insert = isFlow ? ` id: ${id},` : `id: ${id}\n${' '.repeat(item.column + 2)}`;
    return [{ span: { from: at, to: at }, insert }];
  }

  insertTable(at: Span, rows: readonly (readonly string[])[]): readonly TextEdit[] {
    const body = this.#bodyAt(at.from);
    // Only in a literal text do lines stand as they are.
    if (body?.literal !== true) return [];
    const [opening, own] = [this.text.lineAt(body.from), this.text.lineAt(at.from)];
    const first = this.text.line(opening.number + 1);
    const indent = /^ */.exec(first.text)?.[0] ?? '';
    if (own.number <= opening.number || first.text.trim() === '') return [];
    return newTable(this.text, at, rows, { indent, opens: own.number === first.number });
  }

  suppress(span: Span, rule: string, reason: string | undefined): readonly TextEdit[] {
    const words = directiveText(rule, reason);
    const { root, at: base } = this.#reading;
    const index = blockIndexAt(this.#blocks, span.from);
    const placed = this.#blocks[index];
    const sections = entryOf(root, 'sections');
    const inText = [sections, entryOf(root, 'body')].some(
      (entry) =>
        entry !== undefined &&
        span.from >= base + entry.at &&
        span.from <= base + entry.at + entry.value.length,
    );
    if (placed === undefined || !inText || wholeSpan(placed).from > span.from) {
      return this.#comment(fieldLine(this.text, Math.max(base, span.from)), words);
    }
    const body = this.#bodyAt(placed.from);
    if (body?.literal) {
      const place = placeAbove(this.text, this.#blocks, index);
      if (place === undefined) return [];
      return [{ span: { from: place.at, to: place.at }, insert: `${place.indent}<!-- ${words} -->\n` }];
    }
    if (body !== undefined && this.#blocks.some(({ from }) => from >= body.from && from < placed.from))
      return [];
    const line = this.text.lineAt(body?.keyAt ?? wholeSpan(placed).from);
    return opensLine(this.text, this.#blocks, index) ? this.#comment(line.from, words) : [];
  }

  slotAt(offset: number): Slot | undefined {
    const line = this.text.lineAt(offset);
    const column = textColumn(this.text, this.#reading, this.#items(), offset);
    if (column !== undefined) return textSlot(line, column, offset, false);
    const sections = entryOf(this.#reading.root, 'sections');
    const inSections = sections !== undefined && offset > this.#reading.at + sections.keySpan.to;
    if (/^[\w-]/.test(line.text) || !inSections) return metaSlot(line.text, line.from, offset);
    return undefined;
  }

  sectionText(section: NewSection, _level: number, column: number): string {
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
    if (sections === undefined) return [this.#insertion(this.text.length, `sections:\n${lines(2)}`)];
    const empty = sections.value.kind === 'scalar' && sections.value.style === 'empty';
    const end = lineEnd(this.text, this.text.lineAt(this.#reading.at + sections.keySpan.to).to);
    return empty ? [this.#insertion(end, lines(2))] : [];
  }

  #putInto(parent: SectionItem, lines: (column: number) => string): readonly TextEdit[] {
    const nested = entryOf(parent.map, 'sections');
    const inner = nested === undefined ? [] : itemsOf(this.text, nested.value, parent.at + nested.at);
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
    return at === 0 || this.text.slice(at - 1, at) === '\n' ? '' : '\n';
  }

  #itemOf(heading: PlacedBlock): SectionItem | undefined {
    return this.#items().find((item) => item.headingAt === heading.from);
  }

  #items(): readonly SectionItem[] {
    const sections = entryOf(this.#reading.root, 'sections');
    this.#sections ??=
      sections === undefined ? [] : itemsOf(this.text, sections.value, this.#reading.at + sections.at);
    return this.#sections;
  }

  /** The text of a section that holds `offset`; only in a literal one do lines stand as they were written. */
  #bodyAt(offset: number) {
    const { root, at: base } = this.#reading;
    for (const { map, at } of [{ map: root, at: base }, ...this.#items()]) {
      const body = entryOf(map, 'body');
      if (body === undefined) continue;
      const [from, to] = [at + body.at, at + body.at + body.value.length];
      if (offset < from || offset > to) continue;
      return { from, keyAt: at + body.keySpan.from, literal: this.text.slice(from, from + 1) === '|' };
    }
    return undefined;
  }

  /** A comment above the line that begins at `at`, indented like it. */
  #comment(at: number, words: string): readonly TextEdit[] {
    const indent = /^ */.exec(this.text.lineAt(at).text)?.[0] ?? '';
    return [{ span: { from: at, to: at }, insert: `${indent}# ${words}\n` }];
  }
}
