import type { StrayFrontMatter } from '../syntax/frontMatter.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { SourceText } from '../text/sourceText.ts';
import { type Span, shift } from '../text/span.ts';
import { blockSpan, type PlacedBlock, placeSpan } from './block.ts';
import { type Editing, markdownCell, type NewSection, type SectionPlace, sectionEnd } from './editing.ts';
import { LineEditing } from './lineEditing.ts';
import { newTable } from './newTable.ts';
import { metaSlot, type Slot, textSlot } from './slot.ts';
import { blockIndexAt, directiveText, fieldLine, placeAbove } from './suppression.ts';
import { metaValueEdit } from './yamlWriting.ts';

/** Changes to a Markdown document. */
export class MarkdownEditing extends LineEditing implements Editing {
  readonly #frontMatter: Span | undefined;
  readonly #blocks: readonly PlacedBlock[];
  readonly #stray: StrayFrontMatter | undefined;

  constructor(
    text: SourceText,
    frontMatter: Span | undefined,
    blocks: readonly PlacedBlock[],
    stray: StrayFrontMatter | undefined,
  ) {
    super(text);
    this.#stray = stray;
    this.#frontMatter = frontMatter;
    this.#blocks = blocks;
  }

  setCell(cell: Span, words: string): readonly TextEdit[] {
    return markdownCell(this.text, cell, words);
  }

  setMeta(key: string, value: string): readonly TextEdit[] {
    const at = this.#frontMatter;
    if (at === undefined) return [{ span: { from: 0, to: 0 }, insert: `---\n${key}: ${value}\n---\n\n` }];
    return metaValueEdit(this.text.slice(at.from, at.to), at.from, key, value);
  }

  hoistMeta(): readonly TextEdit[] {
    if (this.#stray === undefined) return [];
    const { lead, whole, fenced } = this.#stray;
    const comment = this.text.slice(lead.from, lead.to).trim();
    const fields = this.text.slice(whole.from, whole.to).trimEnd();
    const front = fenced ? fields : `---\n${fields}\n---`;
    const rest = comment === '' ? '' : `\n\n${comment}`;
    // A line end stands behind the fields already, unless they are all there is.
    const end = this.text.slice(whole.to - 1, whole.to) === '\n' ? '\n' : '';
    return [{ span: { from: 0, to: whole.to }, insert: `${front}${rest}${end}` }];
  }

  setField(heading: PlacedBlock, name: string, value: string): readonly TextEdit[] {
    const known = this.#label(heading, name);
    if (known !== undefined) {
      const lead = known.from === known.to && this.text.slice(known.from - 1, known.from) !== ' ' ? ' ' : '';
      return [{ span: known, insert: lead + value }];
    }
    const at = blockSpan(heading).to;
    const next = this.#blocks[this.#indexOf(heading) + 1];
    const field = `- **${name}:** ${value}`;
    const joins = next?.block.kind === 'item' && next.block.labels.some((label) => label.bold);
    // The list of the others begins with it.
    return joins && this.text.slice(at, next.from).includes('\n\n')
      ? [{ span: { from: next.from, to: next.from }, insert: `${field}\n` }]
      : [{ span: { from: at, to: at }, insert: `\n\n${field}${joins ? '\n' : ''}` }];
  }

  insertSections(sections: readonly NewSection[], place: SectionPlace): readonly TextEdit[] {
    const level = this.#levelAt(place);
    return [this.#put(sections.map((section) => sectionMarkdown(section, level)).join(''), place)];
  }

  moveSection(heading: PlacedBlock, place: SectionPlace): readonly TextEdit[] {
    const index = this.#indexOf(heading);
    const next = sectionEnd(this.#blocks, index);
    const to = next?.from ?? this.text.length;
    const levels = this.#levelEdits(index, to, this.#levelAt(place));
    if (levels === undefined) return [];
    const put = this.#put(this.#sectionText(heading.from, to, levels), place);
    // It stands there already: only its level is another.
    if (put.span.from >= heading.from && put.span.from <= to) return levels;
    if (next !== undefined) return [put, { span: { from: heading.from, to }, insert: '' }];
    // The last section leaves the end of the document as it was: one line end.
    const from = this.text.slice(0, heading.from).trimEnd().length;
    return [put, { span: { from, to }, insert: '\n' }];
  }

  setLevel(heading: PlacedBlock, level: number): readonly TextEdit[] {
    return this.#levelEdits(this.#indexOf(heading), this.sectionSpan(heading).to, level) ?? [];
  }

  makeHeading({ block, from }: PlacedBlock, level: number): readonly TextEdit[] {
    const line = block.source.trimEnd();
    const words = line.replace(/^(\*\*|__)(.*?):?\1:?$/, '$2');
    return [{ span: { from, to: from + line.length }, insert: `${'#'.repeat(level)} ${words.trim()}` }];
  }

  removeSection(heading: PlacedBlock): readonly TextEdit[] {
    const { from, to } = this.sectionSpan(heading);
    if (to < this.text.length) return [{ span: { from, to }, insert: '' }];
    const end = this.text.slice(0, from).trimEnd().length;
    return [{ span: { from: end, to }, insert: end === 0 ? '' : '\n' }];
  }

  fillSection(heading: PlacedBlock, body: string): readonly TextEdit[] {
    const at = blockSpan(heading).to;
    return [{ span: { from: at, to: at }, insert: `\n\n${body}` }];
  }

  addParagraphBefore(before: PlacedBlock, text: string): readonly TextEdit[] {
    const at = this.text.lineAt(before.from).from;
    return [{ span: { from: at, to: at }, insert: `${text}\n\n` }];
  }

  addParagraph(behind: PlacedBlock, text: string): readonly TextEdit[] {
    const at = blockSpan(behind).to;
    return [{ span: { from: at, to: at }, insert: `\n\n${text}` }];
  }

  sectionSpan(heading: PlacedBlock): Span {
    const next = sectionEnd(this.#blocks, this.#indexOf(heading));
    return { from: heading.from, to: next?.from ?? this.text.length };
  }

  renameSection(heading: PlacedBlock, words: Span, name: string): readonly TextEdit[] {
    const prose = heading.block.heading?.prose;
    if (prose === undefined) return [];
    const span = placeSpan(heading, prose.sourceSpan(words.from, words.to));
    // Bold that begins or ends among the words would be left half open.
    const plain = this.text.slice(span.from, span.to) === prose.text.slice(words.from, words.to);
    return plain ? [{ span, insert: name }] : [];
  }

  giveId(heading: PlacedBlock, id: string): readonly TextEdit[] {
    const { to } = blockSpan(heading);
    return [{ span: { from: to, to }, insert: `\n\n<!-- id: ${id} -->` }];
  }

  insertTable(at: Span, rows: readonly (readonly string[])[]): readonly TextEdit[] {
    const front = this.#frontMatter;
    // Behind the fields stands the line that closes them.
    if (front !== undefined && at.from <= front.to + '---'.length) return [];
    return newTable(this.text, at, rows, { opens: this.text.lineAt(at.from).number === 1 });
  }

  suppress(span: Span, rule: string, reason: string | undefined): readonly TextEdit[] {
    const words = directiveText(rule, reason);
    const front = this.#frontMatter;
    if (front !== undefined && span.from < front.to) {
      const at = span.from < front.from ? front.from : Math.max(front.from, fieldLine(this.text, span.from));
      return [{ span: { from: at, to: at }, insert: `# ${words}\n` }];
    }
    const index = blockIndexAt(this.#blocks, span.from);
    const place =
      index < 0 ? { at: this.text.length, indent: '' } : placeAbove(this.text, this.#blocks, index);
    if (place === undefined) return [];
    return [{ span: { from: place.at, to: place.at }, insert: `${place.indent}<!-- ${words} -->\n` }];
  }

  slotAt(offset: number): Slot | undefined {
    const line = this.text.lineAt(offset);
    const front = this.#frontMatter;
    if (front !== undefined && offset <= front.to && offset >= front.from) {
      return line.to > front.to ? undefined : metaSlot(line.text, line.from, offset);
    }
    if (front !== undefined && offset < front.from) return undefined;
    const around = this.#blocks[blockIndexAt(this.#blocks, offset)];
    // What is quoted as code is nobody's to complete.
    if (around?.block.kind === 'code' && offset <= blockSpan(around).to) return undefined;
    return textSlot(line, 0, offset, true);
  }

  sectionText(section: NewSection, level: number): string {
    return `${'#'.repeat(level)} ${section.heading}\n\n${section.body.trimEnd()}`;
  }

  /** Puts a section at its place; `text` ends with an empty line. */
  #put(text: string, place: SectionPlace): TextEdit {
    const end = place.before ?? (place.parent && sectionEnd(this.#blocks, this.#indexOf(place.parent)));
    if (end !== undefined) return { span: { from: end.from, to: end.from }, insert: text };
    const length = this.text.length;
    const tail = this.text.slice(Math.max(0, length - 2));
    const gap = tail.endsWith('\n\n') || length === 0 ? '' : tail.endsWith('\n') ? '\n' : '\n\n';
    return { span: { from: length, to: length }, insert: `${gap}${text.trimEnd()}\n` };
  }

  #levelAt({ before, parent }: SectionPlace): number {
    return before?.block.heading?.level ?? (parent?.block.heading?.level ?? 1) + 1;
  }

  /** The changes that give a section's headings another level; undefined when one cannot be written there. */
  #levelEdits(index: number, to: number, level: number): readonly TextEdit[] | undefined {
    const deeper = level - (this.#blocks[index]?.block.heading?.level ?? level);
    const edits: TextEdit[] = [];
    for (const { block, from } of this.#blocks.slice(index)) {
      if (from >= to) break;
      if (deeper === 0 || block.heading === undefined) continue;
      const { level: old } = block.heading;
      // An underlined heading has no marks to add to, and there is no seventh level.
      if (!block.source.startsWith('#') || old + deeper > 6 || old + deeper < 1) return undefined;
      edits.push({ span: { from, to: from + old }, insert: '#'.repeat(old + deeper) });
    }
    return edits;
  }

  /** A section's text after changes; ends with an empty line. */
  #sectionText(from: number, to: number, edits: readonly TextEdit[]): string {
    const moved = edits.map(({ span, insert }) => ({ span: shift(span, -from), insert }));
    return `${applyEdits(this.text.slice(from, to), moved).trimEnd()}\n\n`;
  }

  /** Where the value of a field of the section stands. */
  #label(heading: PlacedBlock, name: string): Span | undefined {
    for (let index = this.#indexOf(heading) + 1; index < this.#blocks.length; index += 1) {
      const placed = this.#blocks[index];
      if (placed === undefined || placed.block.kind === 'heading') return undefined;
      const found = placed.block.labels.find(
        (label) => label.bold && label.name.toLowerCase() === name.toLowerCase(),
      );
      if (found !== undefined) return placeSpan(placed, found.valueSpan);
    }
    return undefined;
  }

  #indexOf(heading: PlacedBlock): number {
    return this.#blocks.findIndex((placed) => placed.from === heading.from && placed.block === heading.block);
  }
}

/** A section with those below it; ends with an empty line. */
export function sectionMarkdown(section: NewSection, level: number): string {
  const { heading, id, number, fields = [], body, sections = [] } = section;
  const lines = fields
    .map(({ name, value }) => `- **${name}${name.endsWith('?') ? '' : ':'}** ${value}\n`)
    .join('');
  const text = `${lines === '' ? '' : `${lines}\n`}${body === '' ? '' : `${body}\n\n`}`;
  const below = sections.map((section) => sectionMarkdown(section, level + 1)).join('');
  const named = id === undefined ? '' : `<!-- id: ${id} -->\n\n`;
  const title = number === undefined ? heading : `${number}. ${heading}`;
  return `${'#'.repeat(level)} ${title}\n\n${named}${text}${below}`;
}
