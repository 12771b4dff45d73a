import type { TextEdit } from '../text/edit.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import { blockSpan, type PlacedBlock } from './block.ts';
import { type Editing, type NewSection, type SectionPlace, sectionEnd, wholeLines } from './editing.ts';
import { metaValueEdit } from './editYaml.ts';
import { markdownSlot, metaSlot, type Slot } from './slot.ts';

/** Changes to a Markdown document. */
export class MarkdownEditing implements Editing {
  readonly #text: SourceText;
  readonly #frontMatter: Span | undefined;
  readonly #blocks: readonly PlacedBlock[];

  constructor(text: SourceText, frontMatter: Span | undefined, blocks: readonly PlacedBlock[]) {
    this.#text = text;
    this.#frontMatter = frontMatter;
    this.#blocks = blocks;
  }

  replace(span: Span, words: string): readonly TextEdit[] {
    return [{ span, insert: words }];
  }

  setMeta(key: string, value: string): readonly TextEdit[] {
    const at = this.#frontMatter;
    if (at === undefined) return [{ span: { from: 0, to: 0 }, insert: `---\n${key}: ${value}\n---\n\n` }];
    return metaValueEdit(this.#text.slice(at.from, at.to), at.from, key, value);
  }

  setField(heading: PlacedBlock, name: string, value: string): readonly TextEdit[] {
    const at = blockSpan(heading).to;
    const next = this.#blocks[this.#indexOf(heading) + 1];
    const joins = next?.block.kind === 'item' && next.block.labels.some((label) => label.bold);
    return [
      {
        span: { from: at, to: at },
        insert: `\n\n- **${name}:** ${value}${joins ? this.#gapTo(next, at) : ''}`,
      },
    ];
  }

  insertSection(section: NewSection, place: SectionPlace): readonly TextEdit[] {
    const sibling = place.before?.block.heading?.level;
    const level = sibling ?? (place.parent?.block.heading?.level ?? 1) + 1;
    const body = section.body === '' ? '' : `${section.body}\n\n`;
    const insert = `${'#'.repeat(level)} ${section.heading}\n\n${body}`;
    const end = place.before ?? (place.parent && sectionEnd(this.#blocks, this.#indexOf(place.parent)));
    if (end !== undefined) return [{ span: { from: end.from, to: end.from }, insert }];
    const length = this.#text.length;
    const tail = this.#text.slice(Math.max(0, length - 2));
    const gap = tail.endsWith('\n\n') || length === 0 ? '' : tail.endsWith('\n') ? '\n' : '\n\n';
    return [{ span: { from: length, to: length }, insert: `${gap}${insert.trimEnd()}\n` }];
  }

  moveSection(heading: PlacedBlock, before: PlacedBlock): readonly TextEdit[] {
    const end = sectionEnd(this.#blocks, this.#indexOf(heading))?.from ?? this.#text.length;
    const span = { from: heading.from, to: end };
    const moved = `${this.#text.slice(span.from, span.to).trimEnd()}\n\n`;
    return [
      { span: { from: before.from, to: before.from }, insert: moved },
      { span, insert: '' },
    ];
  }

  addRow(table: PlacedBlock, cells: readonly string[]): readonly TextEdit[] {
    const at = blockSpan(table).to;
    return [{ span: { from: at, to: at }, insert: `\n| ${cells.join(' | ')} |` }];
  }

  removeComment(span: Span): readonly TextEdit[] {
    const lines = wholeLines(this.#text.toString(), span);
    const alone =
      this.#text.slice(lines.from, lines.to).trim() === this.#text.slice(span.from, span.to).trim();
    return [{ span: alone ? lines : span, insert: '' }];
  }

  slotAt(offset: number): Slot | undefined {
    const line = this.#text.lineAt(offset);
    const front = this.#frontMatter;
    if (front !== undefined && offset <= front.to && offset >= front.from) {
      return line.to > front.to ? undefined : metaSlot(line.text, line.from, offset);
    }
    return front !== undefined && offset < front.from
      ? undefined
      : markdownSlot(line.text, line.from, offset);
  }

  sectionText(section: NewSection, level: number): string {
    return `${'#'.repeat(level)} ${section.heading}\n\n${section.body.trimEnd()}\n`;
  }

  #indexOf(heading: PlacedBlock): number {
    return this.#blocks.findIndex((placed) => placed.from === heading.from && placed.block === heading.block);
  }

  /** What joins a new item to a list that follows: nothing more than one line end may stand between. */
  #gapTo(next: PlacedBlock, at: number): string {
    return this.#text.slice(at, next.from).includes('\n\n') ? '' : '\n';
  }
}
