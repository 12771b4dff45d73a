import type { Framework } from '../../framework/framework.ts';
import type { Span } from '../../text/span.ts';
import type { Block, Paragraph } from './blocks.ts';
import { inline } from './inline.ts';
import { endsWithColon, PARAGRAPH_WORDS } from './lists.ts';
import type { ImportNote } from './note.ts';

/** Blocks with their numbers put right, and notes on what was done. */
export interface Numbered {
  readonly blocks: readonly Block[];
  readonly notes: readonly ImportNote[];
}

/**
 * Puts displaced numbers back to the front of their paragraphs, and restores lost ones where exactly as many
 * numbers are missing as there are paragraphs without one. Numbers that were read stay as they are written.
 */
export function restoreNumbers(
  source: string,
  blocks: readonly Block[],
  numbering: Framework['numbering'],
): Numbered {
  if (numbering === 'none') return { blocks, notes: [] };
  const result = [...blocks];
  const notes: ImportNote[] = [];
  for (const [from, to] of sequences(blocks, numbering)) {
    new Sequence(source, result, from, to, notes).restore();
  }
  return { blocks: joined(result), notes: notes.sort((a, b) => a.span.from - b.span.from) };
}

/** The ranges of blocks in each of which the numbers begin anew. */
function sequences(
  blocks: readonly Block[],
  numbering: Framework['numbering'],
): readonly (readonly [number, number])[] {
  // What stands above the first heading is no numbered text, whatever the document is.
  const starts = [...blocks.keys()].filter((index) => blocks[index]?.kind === 'heading');
  const wanted = numbering === 'section' ? starts : starts.slice(0, 1);
  return wanted.map((start, index) => [start, wanted[index + 1] ?? blocks.length] as const);
}

// A displaced number stands at the end of the paragraph's first printed line, or a little further on.
const DISPLACED_WITHIN = 140;
const DISPLACED = /(?<=\S\s)([1-9]\d{0,2})\.(?=\s+[\p{L}"'“‘(])/gu;

/** What opens an item of a list within a paragraph: `a)`, `(b)`, `(iii)`. */
const LETTERED = /^\(?(?:\p{Ll}|[ivx]{1,5})\)\s/u;

/** One run of numbered paragraphs. */
class Sequence {
  readonly #source: string;
  readonly #blocks: Block[];
  readonly #from: number;
  readonly #to: number;
  readonly #notes: ImportNote[];
  readonly #present: Set<number>;

  constructor(source: string, blocks: Block[], from: number, to: number, notes: ImportNote[]) {
    this.#source = source;
    this.#blocks = blocks;
    this.#from = from;
    this.#to = to;
    this.#notes = notes;
    const values = blocks.slice(from, to).map(numberOf);
    this.#present = new Set(values.filter((value) => value !== undefined));
  }

  restore(): void {
    if (this.#present.size === 0) return;
    this.#moveDisplaced();
    this.#restoreLost();
  }

  #moveDisplaced(): void {
    const next = this.#nextNumbers();
    let last = 0;
    let unnumbered = 0;
    for (let index = this.#from; index < this.#to; index += 1) {
      const block = this.#blocks[index];
      if (block === undefined) continue;
      const value = numberOf(block) ?? this.#moveIn(block, index, last, unnumbered, next[index - this.#from]);
      if (value !== undefined) {
        last = value;
        unnumbered = 0;
      } else if (this.#isCandidate(block)) unnumbered += 1;
    }
  }

  /** For each block, the next number behind it that was read. */
  #nextNumbers(): readonly (number | undefined)[] {
    const next: (number | undefined)[] = [];
    let value: number | undefined;
    for (let index = this.#to - 1; index >= this.#from; index -= 1) {
      next[index - this.#from] = value;
      const block = this.#blocks[index];
      value = (block === undefined ? undefined : numberOf(block)) ?? value;
    }
    return next;
  }

  /** Moves a displaced number of the block to its front and returns it; undefined when it has none. */
  #moveIn(
    block: Block,
    index: number,
    last: number,
    unnumbered: number,
    next: number | undefined,
  ): number | undefined {
    if (block.kind !== 'paragraph' || block.isItem) return undefined;
    // Behind the last number that was read, no more can be missing than there are paragraphs without one.
    const fits = (value: number): boolean =>
      last < value && (next === undefined || next <= last ? value <= last + 1 + unnumbered : value < next);
    const found = displaced(this.#source, block).find(
      ({ value }) => fits(value) && !this.#present.has(value),
    );
    if (found === undefined) return undefined;
    this.#blocks[index] = {
      ...block,
      number: found,
      pieces: without(this.#source, block.pieces, found.span),
    };
    this.#present.add(found.value);
    const message = `Paragraph number ${found.value} stood inside the sentence; it was moved to the front.`;
    this.#notes.push({ span: found.span, message, kind: 'restored' });
    return found.value;
  }

  /** Walks over the gaps between two numbers that follow each other in the text. */
  #restoreLost(): void {
    let last = 0;
    let candidates: number[] = [];
    for (let index = this.#from; index < this.#to; index += 1) {
      const block = this.#blocks[index];
      if (block === undefined) continue;
      const value = numberOf(block);
      const list = value === 1 && last > 1 ? this.#innerList(index, last) : 0;
      if (list > 0) {
        index += list - 1;
        continue;
      }
      if (value !== undefined) {
        if (value > last + 1) this.#fill(last, value, candidates);
        else if (value === last + 1) this.#attach(last, candidates);
        last = value;
        candidates = [];
      } else if (this.#isCandidate(block)) candidates.push(index);
    }
    this.#keepLast(candidates);
  }

  /** How many blocks from `start` are a list 1, 2, 3 within a paragraph: behind it the numbers go on from `last`. */
  #innerList(start: number, last: number): number {
    const rest = this.#blocks.slice(start, this.#to).map(numberOf);
    const length = rest.findIndex((value, index) => value !== index + 1);
    const next = rest.slice(Math.max(length, 0)).find((value) => value !== undefined);
    return length > 0 && next !== undefined && next > last ? length : 0;
  }

  /** Behind the last number nobody can say how many are missing. A bullet shows that there was one. */
  #keepLast(candidates: readonly number[]): void {
    for (const index of candidates) {
      const block = this.#blocks[index];
      if (block?.kind !== 'paragraph' || block.bullet === undefined) continue;
      this.#keep(block, index, 'This paragraph has no number; it was kept without one.');
    }
  }

  #fill(last: number, next: number, candidates: readonly number[]): void {
    const all = Array.from({ length: next - last - 1 }, (_, index) => last + 1 + index);
    const missing = all.filter((value) => !this.#present.has(value));
    if (missing.length === 0) return;
    const range = missing.length === 1 ? `${missing[0]} is` : `${missing[0]} to ${missing.at(-1)} are`;
    const message = `This paragraph has no number, and ${range} missing here; it was kept without one.`;
    // A number that stands elsewhere in the document would be doubled by restoring it here.
    const certain = missing.length === all.length && missing.length === candidates.length;
    for (const [position, index] of candidates.entries()) {
      const block = this.#blocks[index];
      if (block?.kind !== 'paragraph') continue;
      const value = missing[position];
      if (certain && value !== undefined) this.#number(block, index, value, last, next);
      else this.#keep(block, index, message);
    }
  }

  /**
   * No number is missing between two paragraphs: what stands there without one is the rest of the first, cut
   * off by a page behind a full stop. A line in between may be a title, which ends what the number covers.
   */
  #attach(last: number, candidates: readonly number[]): void {
    for (const index of candidates) {
      const block = this.#blocks[index];
      const before = this.#blocks[index - 1];
      if (block?.kind !== 'paragraph' || block.bullet !== undefined || last === 0) continue;
      if (before?.kind !== 'paragraph' || !(before.goesOn || before.isItem || before.number !== undefined))
        continue;
      this.#blocks[index] = { ...block, goesOn: true };
      const message = `This text has no number, and none is missing; it was joined to paragraph ${last}.`;
      this.#notes.push({ span: start(block), message, kind: 'restored' });
    }
  }

  #number(block: Paragraph, index: number, value: number, last: number, next: number): void {
    this.#blocks[index] = { ...block, number: { value, span: undefined } };
    this.#present.add(value);
    const between = last === 0 ? `before ${next}` : `between ${last} and ${next}`;
    const message = `Paragraph number ${value} was lost; it was restored, as it is missing ${between}.`;
    this.#notes.push({ span: start(block), message, kind: 'restored' });
  }

  #keep(block: Paragraph, index: number, message: string): void {
    this.#notes.push({ span: start(block), message, kind: 'kept' });
    this.#blocks[index] = { ...block, bullet: undefined };
  }

  /** Whether a block is long enough to be a numbered paragraph, or announces a list as one may. */
  #isCandidate(block: Block): boolean {
    if (block.kind !== 'paragraph' || block.isItem || block.number !== undefined) return false;
    if (LETTERED.test(inline(this.#source, takeFirst(block.pieces, 8)).text)) return false;
    if (block.words >= PARAGRAPH_WORDS) return true;
    return block.words >= 4 && endsWithColon(this.#source, block.pieces);
  }
}

/** The blocks with paragraphs that go on made one; behind a list, what goes on stays a paragraph of its own. */
function joined(blocks: readonly Block[]): readonly Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    if (block.kind === 'paragraph' && block.goesOn && last?.kind === 'paragraph' && !last.isItem) {
      result[result.length - 1] = { ...last, pieces: last.pieces.concat(block.pieces) };
    } else result.push(block);
  }
  return result;
}

function numberOf(block: Block): number | undefined {
  return block.kind === 'paragraph' ? block.number?.value : undefined;
}

/** The numbers between two words near the start of a paragraph, with their places in the source. */
function displaced(source: string, { pieces }: Paragraph): readonly { value: number; span: Span }[] {
  const near = takeFirst(pieces, DISPLACED_WITHIN);
  const { text } = inline(source, near);
  return [...text.matchAll(DISPLACED)].flatMap(({ index, 0: match }) => {
    const from = placeOf(near, index);
    return from === undefined
      ? []
      : [{ value: Number.parseInt(match, 10), span: { from, to: from + match.length } }];
  });
}

/** The pieces that hold the first `length` characters. */
function takeFirst(pieces: readonly Span[], length: number): readonly Span[] {
  const taken: Span[] = [];
  let left = length;
  for (const { from, to } of pieces) {
    if (left <= 0) break;
    taken.push({ from, to: Math.min(to, from + left) });
    left -= to - from + 1;
  }
  return taken;
}

/** Where in the source a character of the joined text stands. */
function placeOf(pieces: readonly Span[], offset: number): number | undefined {
  let left = offset;
  for (const { from, to } of pieces) {
    if (left < to - from) return from + left;
    left -= to - from + 1;
  }
  return undefined;
}

/** The pieces without a stretch of the source, and without the white space around it. */
function without(source: string, pieces: readonly Span[], gone: Span): readonly Span[] {
  return pieces
    .flatMap((piece) => {
      if (gone.from < piece.from || gone.to > piece.to) return [piece];
      const before = source.slice(piece.from, gone.from).trimEnd();
      const behind = source.slice(gone.to, piece.to).trimStart();
      return [
        { from: piece.from, to: piece.from + before.length },
        { from: piece.to - behind.length, to: piece.to },
      ];
    })
    .filter(({ from, to }) => from < to);
}

/** The beginning of a paragraph, as the place of a note on it. */
function start(block: Paragraph): Span {
  const first = block.pieces[0] ?? { from: 0, to: 0 };
  return { from: first.from, to: Math.min(first.to, first.from + 40) };
}
