import type { Vocabulary } from '../../framework/vocabulary.ts';
import type {
  Block,
  GroupBlock,
  HeadingBlock,
  JudgementBlock,
  Paragraph,
  SubheadingBlock,
  TableBlock,
} from './blocks.ts';
import type { Emitter } from './emit.ts';
import { plainJoint } from './headings.ts';
import { inline } from './inline.ts';
import type { JudgementReader } from './judgement.ts';
import { columnTitles } from './tableTitles.ts';
import { writeFields, writeGrid } from './writeCells.ts';

/** Writes the blocks of a document as Markdown. */
export class BlockWriter {
  readonly #out: Emitter;
  readonly #source: string;
  readonly #vocabulary: Vocabulary;
  readonly #judgements: JudgementReader;
  /** How far text must be indented to belong to the numbered paragraph above; 0 when none is open. */
  #indent = 0;
  /** The indentations, in the source, of the items that are open: one for each level of the list. */
  #levels: number[] = [];
  /** The level of the section before; above the first there may be headings that a part of a text has not. */
  #level = 5;

  constructor(out: Emitter, source: string, vocabulary: Vocabulary, judgements: JudgementReader) {
    this.#out = out;
    this.#source = source;
    this.#vocabulary = vocabulary;
    this.#judgements = judgements;
  }

  write(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'paragraph') this.#paragraph(block);
      else if (block.kind === 'table') this.#table(block);
      else {
        this.#endLists();
        this.#separate();
        if (block.kind === 'fields') writeFields(this.#out, this.#source, block);
        else if (block.kind === 'grid') writeGrid(this.#out, this.#source, block);
        else this.#line(block);
      }
    }
  }

  #line(block: HeadingBlock | SubheadingBlock | GroupBlock | JudgementBlock): void {
    if (block.kind === 'heading') this.#heading(block);
    else if (block.kind === 'subheading') this.#subheading(block);
    else if (block.kind === 'group') this.#group(block);
    else this.#out.inline(inline(this.#source, [block.span]), { blockStart: true });
    this.#out.insert('\n');
  }

  #subheading({ level, name, otherwise }: SubheadingBlock): void {
    this.#level = Math.min(level, 6);
    this.#out.insert(`${'#'.repeat(this.#level)} `, name[0]?.from);
    if (name.length === 0) this.#out.insert(otherwise);
    this.#out.inline(inline(this.#source, name), { heading: true });
  }

  #heading({ role, name, judgement, joint }: HeadingBlock): void {
    // A section whose group the source has not stands no deeper below the heading before.
    this.#level = Math.min(role.depth + 2, this.#level + 1, 6);
    this.#out.insert(`${'#'.repeat(this.#level)} `, name[0]?.from);
    this.#out.inline(inline(this.#source, name), { heading: true });
    if (judgement.length === 0) return;
    const words = inline(this.#source, joint);
    // A heading that is a sentence stays one.
    if (/\p{L}/u.test(words.text)) {
      this.#out.insert(' ');
      this.#out.inline(words, { heading: true });
      this.#out.insert(' ');
    } else this.#out.insert(plainJoint(this.#source, { name, judgement, joint }));
    this.#out.inline(inline(this.#source, judgement), { heading: true });
  }

  #group({ span }: GroupBlock): void {
    this.#out.insert('**', span.from);
    this.#out.inline(inline(this.#source, [span]), {});
    this.#out.insert(':**');
  }

  #paragraph(paragraph: Paragraph): void {
    if (paragraph.number !== undefined) this.#numbered(paragraph);
    else if (paragraph.bullet !== undefined) this.#item(paragraph, paragraph.bullet.indent);
    else {
      if (paragraph.goesOn) this.#levels = [];
      else this.#endLists();
      this.#separate();
      this.#out.insert(' '.repeat(this.#indent), paragraph.pieces[0]?.from);
      this.#text(paragraph);
    }
  }

  #numbered(paragraph: Paragraph): void {
    this.#endLists();
    this.#separate();
    const { number } = paragraph;
    if (number === undefined) return;
    if (number.span === undefined) this.#out.insert(`${number.value}.`, paragraph.pieces[0]?.from);
    else this.#out.copy(number.span);
    if (paragraph.pieces.length > 0) this.#out.insert(' ', paragraph.pieces[0]?.from);
    this.#indent = String(number.value).length + 2;
    this.#text(paragraph);
  }

  /** An item is nested in the numbered paragraph above, and in the item above when the source indents it more. */
  #item(paragraph: Paragraph, indent: number): void {
    if (this.#levels.length === 0) this.#separate();
    while (this.#levels.length > 1 && indent < (this.#levels.at(-1) ?? 0)) this.#levels.pop();
    const innermost = this.#levels.at(-1);
    // One space more or less is what the top of a page leaves, not a level.
    if (innermost === undefined || indent > innermost + 1) this.#levels.push(indent);
    const depth = this.#indent + 2 * (this.#levels.length - 1);
    this.#out.insert(`${' '.repeat(depth)}- `, paragraph.pieces[0]?.from);
    this.#text(paragraph);
  }

  #text(paragraph: Paragraph): void {
    const joint = paragraph.keepsLines ? '\n' : ' ';
    this.#out.inline(inline(this.#source, paragraph.pieces, joint), { blockStart: true }, joint);
    this.#out.insert('\n');
  }

  #table(table: TableBlock): void {
    this.#levels = [];
    if (table.role?.def.judgementSummary === true) this.#indent = 0;
    this.#separate();
    const texts = table.rows.map((row) => row.map((cell) => inline(this.#source, cell).text));
    const width = texts.reduce(
      (most, row) => Math.max(most, row.findLastIndex((cell) => cell !== '') + 1),
      1,
    );
    const cut = texts.map((row) => row.slice(0, width));
    const titles = table.headed ? undefined : columnTitles(table, cut, this.#vocabulary, this.#judgements);
    const [first, ...others] = table.rows;
    const place = first?.[0]?.[0]?.from;
    if (titles !== undefined || first === undefined) this.#inserted(titles ?? [], width, place);
    else this.#row(first, width);
    this.#inserted(
      Array.from({ length: width }, () => '---'),
      width,
      place,
    );
    for (const row of titles === undefined ? others : table.rows) this.#row(row, width);
  }

  #inserted(cells: readonly string[], width: number, place: number | undefined): void {
    const padded = Array.from({ length: width }, (_, index) => cells[index] ?? '');
    this.#out.insert(`${' '.repeat(this.#indent)}| ${padded.join(' | ')} |\n`, place);
  }

  #row(row: TableBlock['rows'][number], width: number): void {
    this.#out.insert(`${' '.repeat(this.#indent)}|`, row[0]?.[0]?.from);
    for (let index = 0; index < width; index += 1) {
      this.#out.insert(' ');
      this.#out.inline(inline(this.#source, row[index] ?? []), { cell: true });
      this.#out.insert(' |');
    }
    this.#out.insert('\n');
  }

  #endLists(): void {
    this.#indent = 0;
    this.#levels = [];
  }

  /** A blank line between two blocks. */
  #separate(): void {
    if (!this.#out.isEmpty) this.#out.insert('\n');
  }
}
