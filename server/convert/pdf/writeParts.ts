import type { Span } from '../../text/span.ts';
import type {
  Flow,
  FlowBlock,
  FlowCell,
  FlowFootnote,
  FlowParagraph,
  ListMark,
  Mark,
  Picture,
} from '../flow/flow.ts';
import { FlowText } from '../flow/flowText.ts';
import { between, isSetInLines, rightOf, wordsOf } from './joinWords.ts';
import type { Look } from './look.ts';
import type { NotePart, OutPart, ParagraphPart, Part, Piece, TablePart } from './parts.ts';
import type { References } from './references.ts';

/** Writes the parts of a document as what all formats have in common. */
export function writeParts(parts: readonly Part[], pages: number, look: Look, references: References): Flow {
  return new PartWriter(look, references).write(parts, pages);
}

class PartWriter {
  readonly #text = new FlowText();
  readonly #blocks: FlowBlock[] = [];
  readonly #pages: number[] = [];
  readonly #pictures: Picture[] = [];
  readonly #look: Look;
  readonly #references: References;

  constructor(look: Look, references: References) {
    this.#look = look;
    this.#references = references;
  }

  write(parts: readonly Part[], pages: number): Flow {
    for (const part of parts) this.#part(part);
    this.#startPage(pages);
    return {
      text: this.#text.toString(),
      blocks: this.#blocks,
      pages: this.#pages,
      notes: [],
      pictures: this.#pictures,
    };
  }

  #part(part: Part): void {
    if (part.kind === 'paragraph') {
      this.#blocks.push(this.#paragraph(part, true));
      for (const note of this.#references.behind(part)) this.#note(note);
    } else if (part.kind === 'table') this.#table(part);
    else if (part.kind === 'note') {
      if (!this.#references.isClaimed(part)) this.#note(part);
    } else if (part.kind === 'out') this.#out(part);
    else {
      this.#startPage(part.page);
      this.#blocks.push({ kind: 'picture', picture: this.#pictures.length, at: this.#text.length });
      this.#pictures.push({ alt: part.alt, file: undefined });
    }
  }

  #out(part: OutPart): void {
    const { span } = this.#words(part.pieces);
    this.#text.newLine();
    this.#blocks.push({ kind: 'leftOut', span, message: part.message });
  }

  #note(part: NotePart): void {
    const label = part.label.length === 0 ? undefined : this.#words(part.label).span;
    if (label !== undefined) this.#text.add(' ');
    const blocks = part.parts.map((one) => this.#paragraph(one));
    const block: FlowFootnote = { kind: 'footnote', id: this.#references.idOf(part), label, blocks };
    this.#blocks.push(block);
  }

  #table({ rows }: TablePart): void {
    const written = rows.map(({ header, cells }) => ({
      header,
      cells: cells.map(({ parts, ...cell }): FlowCell => {
        return { ...cell, blocks: parts.map((part) => this.#paragraph(part)) };
      }),
    }));
    this.#blocks.push({ kind: 'table', rows: written });
    for (const part of rows.flatMap(({ cells }) => cells.flatMap(({ parts }) => parts)))
      for (const note of this.#references.behind(part)) this.#note(note);
  }

  /** A paragraph; one that stands `free` in the page, and not in a cell or a note, has the page's width. */
  #paragraph(part: ParagraphPart, free = false): FlowParagraph {
    const list = this.#label(part);
    const standsOut = this.#look.standsOut(part.pieces);
    const isPlain = free && part.level === undefined && list === undefined && !standsOut;
    const { span, marks } = this.#words(part.pieces, isPlain);
    this.#text.newLine();
    return { kind: 'paragraph', span, level: part.level, standsOut, list, marks };
  }

  #label({ list }: ParagraphPart): ListMark | undefined {
    if (list === undefined) return undefined;
    const { depth, ordered, label, pieces } = list;
    if (pieces.length === 0) return { depth, ordered, label, span: undefined };
    const { span } = this.#words(pieces);
    this.#text.add(' ');
    return { depth, ordered, label, span };
  }

  #words(
    pieces: readonly Piece[],
    mayBeSet = false,
  ): { readonly span: Span; readonly marks: readonly Mark[] } {
    const [first] = pieces;
    if (first !== undefined) this.#startPage(first.page);
    const from = this.#text.length;
    const marks: Mark[] = [];
    let last: Piece | undefined;
    const edge = this.#look.rightOf(first);
    const right = mayBeSet && isSetInLines(pieces, edge) ? edge : Math.min(rightOf(pieces), edge);
    for (const piece of pieces) {
      const gap = last === undefined ? '' : between(last, piece, right);
      this.#text.add(gap);
      this.#startPage(piece.page);
      const span = this.#text.add(wordsOf(piece));
      addMark(marks, span, gap.length, piece, this.#references.noteAt(piece));
      last = piece;
    }
    return { span: { from, to: this.#text.length }, marks };
  }

  #startPage(page: number): void {
    while (this.#pages.length < page) this.#pages.push(this.#text.length);
  }
}

/** Adds what is done to a stretch, which is one with the stretch before when the same is done to both. */
function addMark(
  marks: Mark[],
  span: Span,
  gap: number,
  { item, href }: Piece,
  note: string | undefined,
): void {
  if (!item.bold && !item.italic && href === undefined && note === undefined) return;
  const mark: Mark = {
    span,
    ...(item.bold && { bold: true }),
    ...(item.italic && { italic: true }),
    ...(href !== undefined && { href }),
    ...(note !== undefined && { note }),
  };
  const before = marks.at(-1);
  const same =
    before !== undefined &&
    before.span.to + gap === span.from &&
    before.bold === mark.bold &&
    before.italic === mark.italic &&
    before.href === mark.href &&
    before.note === undefined &&
    note === undefined;
  if (same) marks[marks.length - 1] = { ...before, span: { from: before.span.from, to: span.to } };
  else marks.push(mark);
}
