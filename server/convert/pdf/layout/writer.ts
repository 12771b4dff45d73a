import type { Span } from '../../../text/span.ts';
import type { FlowBlock, FlowParagraph, FlowTable, ListMark, Mark } from '../../flow/flow.ts';
import { FlowText } from '../../flow/flowText.ts';
import type { Block, LeftOutBlock, NoteBlock, TableBlock, TextBlock } from './blocks.ts';
import type { Hyphens } from './hyphens.ts';
import { blankBefore, type Line, type Run } from './line.ts';
import { ListDepth } from './listDepth.ts';
import type { Outline } from './outline.ts';

/** Writes blocks as the text of a flow. */
export class Writer {
  readonly #text = new FlowText();
  readonly #outline: Outline;
  readonly #hyphens: Hyphens;
  readonly #notes = new Map<string, NoteBlock>();
  /** Where the words of each page begin, so far. */
  readonly #pages: number[] = [];

  constructor(outline: Outline, hyphens: Hyphens) {
    this.#outline = outline;
    this.#hyphens = hyphens;
  }

  get text(): string {
    return this.#text.toString();
  }

  /** Where each of so many pages begins; one without words begins where the next does. */
  pages(count: number): readonly number[] {
    const starts: number[] = [];
    for (let page = count - 1; page >= 0; page -= 1) {
      starts[page] =
        page === 0
          ? 0
          : Math.min(this.#pages[page] ?? this.#text.length, starts[page + 1] ?? Number.POSITIVE_INFINITY);
    }
    return starts;
  }

  /** The blocks, each footnote behind the first that refers to it. */
  write(blocks: readonly Block[]): readonly FlowBlock[] {
    for (const block of blocks) if (block.kind === 'note') this.#notes.set(block.id, block);
    const depth = new ListDepth();
    return blocks.flatMap((block): readonly FlowBlock[] => {
      if (block.kind === 'leftOut') return [this.#leftOut(block)];
      if (block.kind === 'note') return this.#noted([block.id]);
      const written = block.kind === 'table' ? this.#table(block) : this.#paragraph(block, depth, true);
      return [written, ...this.#noted(idsIn(block))];
    });
  }

  #noted(ids: readonly string[]): readonly FlowBlock[] {
    return ids.flatMap((id) => {
      const note = this.#notes.get(id);
      if (note === undefined) return [];
      this.#notes.delete(id);
      this.#text.newLine();
      const label = note.label === undefined ? undefined : this.#line(note.label);
      if (label !== undefined && note.blocks.length > 0) this.#text.add(' ');
      const depth = new ListDepth();
      const blocks = note.blocks.map((block, index) => this.#paragraph(block, depth, false, index === 0));
      return [{ kind: 'footnote' as const, id, label, blocks }];
    });
  }

  #leftOut({ lines, message }: LeftOutBlock): FlowBlock {
    this.#text.newLine();
    const spans = lines.map((line) => {
      this.#text.newLine();
      return this.#line(line);
    });
    const span = { from: spans[0]?.from ?? this.#text.length, to: this.#text.length };
    return { kind: 'leftOut', span, message };
  }

  #table({ rows }: TableBlock): FlowTable {
    const written = rows.map(({ header, cells }) => ({
      header,
      cells: cells.map(({ blocks, ...cell }) => {
        const depth = new ListDepth();
        return { ...cell, header, blocks: blocks.map((block) => this.#paragraph(block, depth, false)) };
      }),
    }));
    return { kind: 'table', rows: written };
  }

  /** A paragraph on a line of its own, or behind the label of its footnote; headings are none within others. */
  #paragraph(block: TextBlock, depth: ListDepth, mayLead: boolean, behindLabel = false): FlowParagraph {
    if (!behindLabel) this.#text.newLine();
    const level = mayLead ? this.#outline.level(block) : undefined;
    if (level !== undefined) depth.clear();
    const marks = new Marks();
    const start = this.#text.length;
    // The number of a heading is a part of its words.
    const label = this.#label(block, level === undefined ? depth.next(block) : 0);
    const [list, from] = level === undefined ? [label, this.#text.length] : [undefined, start];
    for (const [index, line] of block.lines.entries()) {
      const next = block.lines[index + 1];
      const seam = next === undefined ? undefined : this.#hyphens.seam(line.text, next.text);
      this.#runs(line, marks, seam?.drop ?? 0);
      if (seam !== undefined) this.#text.add(seam.between);
    }
    const span = { from, to: this.#text.length };
    return {
      kind: 'paragraph',
      span,
      level,
      standsOut: this.#outline.standsOut(block),
      list,
      marks: marks.all,
    };
  }

  #label({ label, lines }: TextBlock, depth: number): ListMark | undefined {
    if (label === undefined) return undefined;
    const span = this.#line(label.line);
    if (lines.length > 0) this.#text.add(' ');
    return { depth, ordered: label.ordered, label: label.line.text, span };
  }

  #line(line: Line): Span {
    const from = this.#text.length;
    this.#runs(line, new Marks(), 0);
    return { from, to: this.#text.length };
  }

  #runs({ runs }: Line, marks: Marks, drop: number): void {
    for (const [index, run] of runs.entries()) {
      this.#begin(run.page);
      if (blankBefore(runs[index - 1], run)) this.#text.add(' ');
      const words = index === runs.length - 1 && drop > 0 ? run.text.slice(0, -drop) : run.text;
      marks.add(this.#text.add(words), run);
    }
  }

  #begin(page: number): void {
    this.#pages[page] ??= this.#text.length;
  }
}

/** The footnotes that a block refers to. */
function idsIn(block: TextBlock | TableBlock): readonly string[] {
  const texts =
    block.kind === 'text'
      ? [block]
      : block.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks));
  return texts.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.flatMap(({ note }) => note ?? [])));
}

/** Gathers the marks of a paragraph; those of one look that follow each other are one, with the blank between them. */
class Marks {
  readonly all: Mark[] = [];

  add(span: Span, { bold, italic, href, note }: Run): void {
    if (span.from === span.to || (!bold && !italic && href === undefined && note === undefined)) return;
    const look = {
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...(href === undefined ? {} : { href }),
      ...(note === undefined ? {} : { note }),
    };
    const last = this.all.at(-1);
    const isSame =
      last !== undefined &&
      span.from - last.span.to <= 1 &&
      (last.bold ?? false) === bold &&
      (last.italic ?? false) === italic &&
      last.href === href &&
      last.note === note;
    if (isSame) this.all.splice(-1, 1, { ...last, span: { from: last.span.from, to: span.to } });
    else this.all.push({ span, ...look });
  }
}
