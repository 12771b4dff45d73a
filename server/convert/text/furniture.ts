import type { Line } from './lines.ts';
import type { ImportNote } from './note.ts';
import { type Chained, increasing, inTurn } from './pageChain.ts';
import { atPageEdges, nearPageEdges } from './pageEdges.ts';
import { breaksOff, isFinished, startsLower, wordCount } from './prose.ts';

/** What is known of a document before its page furniture is looked for. */
export interface FurnitureContext {
  /** Lines before this one are the title block, whose lines a running header repeats. */
  readonly bodyStart: number;
  /** Whether a line is part of the text whatever its neighbours: a judgement, a group, a row, an item. */
  readonly isText: (line: Line) => boolean;
  /** Whether a line names a section. */
  readonly isHeading: (line: Line) => boolean;
}

export interface Furniture {
  readonly gone: ReadonlySet<number>;
  readonly notes: readonly ImportNote[];
}

const LONGEST_LINE = 120;
// A line of prose holds at least so many words; cells of tables and labels of charts hold fewer.
const PROSE_WORDS = 8;
const PAGE_OF = /^page\s+\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?$|^\d{1,3}\s*(?:of|\/)\s*\d{1,3}$/i;
const BARE_NUMBER = /^(?:[-–—|]\s*)?\d{1,3}(?:\s*[-–—|])?$/;

/**
 * Finds page numbers and repeated headers and footers. A line is left out only when something proves it:
 * numbers that grow as pages do, a sentence that the line cuts in two, a title that comes again.
 */
export function findFurniture(lines: readonly Line[], context: FurnitureContext): Furniture {
  const page = new PageLines(lines, context);
  const gone = new Map<number, string>();
  for (const index of page.numbers()) gone.set(index, 'A page number was left out.');
  for (const index of page.atEdges()) gone.set(index, 'A header or footer of the page was left out.');
  for (const index of page.repeated(gone)) gone.set(index, 'A header or footer of the page was left out.');
  const notes = [...gone]
    .sort(([a], [b]) => a - b)
    .flatMap(([index, message]): ImportNote[] => {
      const line = lines[index];
      return line === undefined ? [] : [{ span: { from: line.from, to: line.to }, message, kind: 'dropped' }];
    });
  return { gone: new Set(gone.keys()), notes };
}

/** The short lines of a document that stand apart from its text. */
class PageLines {
  readonly #lines: readonly Line[];
  readonly #context: FurnitureContext;
  readonly #wordsBefore: readonly number[];
  /** What each short line is but for its numbers and its spaces; lines of one shape may be one header. */
  readonly #shapes: readonly (string | undefined)[];
  readonly #byShape: ReadonlyMap<string, readonly number[]>;

  constructor(lines: readonly Line[], context: FurnitureContext) {
    this.#lines = lines;
    this.#context = context;
    let words = 0;
    this.#wordsBefore = lines.map(({ text }) => {
      const before = words;
      words += wordCount(text);
      return before;
    });
    this.#shapes = lines.map((line) => (this.#canBeFurniture(line) ? shapeOf(line.text) : undefined));
    this.#byShape = grouped(this.#shapes);
  }

  /** Page numbers on lines of their own. */
  numbers(): readonly number[] {
    const bare: Chained[] = [];
    const amongProse: Chained[] = [];
    const sure: number[] = [];
    // The number of a footnote is none of a page, which stands above or below all else.
    const edges = nearPageEdges(this.#lines);
    for (const [index, { text }] of this.#lines.entries()) {
      if (!isPageNumber(text) || edges?.has(index) === false) continue;
      if (BARE_NUMBER.test(text)) bare.push(this.#chained(index));
      if (!this.#standsApart(index)) continue;
      if (PAGE_OF.test(text) || this.#cutsSentence(index)) sure.push(index);
      else if (this.#amongProse(index)) amongProse.push(this.#chained(index));
    }
    return [...sure, ...increasing(amongProse), ...inTurn(bare)];
  }

  /** Headers and footers of a text that kept its page breaks. */
  atEdges(): readonly number[] {
    return atPageEdges(this.#lines, this.#shapes).filter((index) => index >= this.#context.bodyStart);
  }

  /** Headers and footers: lines that come again and again, but for a number in them. */
  *repeated(numbers: ReadonlyMap<number, string>): Iterable<number> {
    const titles = this.#titles();
    for (const [shape, all] of this.#byShape) {
      if (all.length < 2 || !/\p{L}{3}/u.test(shape)) continue;
      const apart = all.filter((index) => this.#standsApart(index) && !numbers.has(index));
      const body = apart.filter((index) => index >= this.#context.bodyStart);
      const atBreak = body.filter((index) => this.#cutsSentence(index) || this.#besideBreak(index, numbers));
      if (shape.includes('#') && !this.#isOneText(body)) yield* this.#numbered(shape, body, atBreak);
      else yield* this.#repeatedText(body, atBreak, titles.has(shape));
    }
  }

  /** Whether the lines are the same, figures and all: a version or a date is no page number. */
  #isOneText(indices: readonly number[]): boolean {
    return indices.length > 1 && new Set(indices.map((index) => this.#lines[index]?.text)).size === 1;
  }

  /** Lines that differ in a page number. Titles such as "Priority 1" differ so too, but cut no sentence. */
  #numbered(shape: string, body: readonly number[], atBreak: readonly number[]): readonly number[] {
    if (!/^#\s|\s#$/.test(shape) || atBreak.length === 0 || atBreak.length * 3 < body.length) return [];
    return increasing(body.map((index) => this.#chained(index)));
  }

  #repeatedText(body: readonly number[], atBreak: readonly number[], isTitle: boolean): readonly number[] {
    const line = this.#lines[body[0] ?? -1];
    if (line === undefined) return [];
    if (this.#context.isHeading(line)) return this.#runningHeads(body);
    const proven = isTitle || atBreak.length * 2 >= body.length;
    return proven && body.length > 1 && this.#spread(body) ? body : [];
  }

  /** A section's name is its heading once; where it also cuts a sentence it is a header of the page. */
  #runningHeads(body: readonly number[]): readonly number[] {
    const heads = body.filter((index) => this.#cutsSentence(index));
    return heads.length < body.length ? heads : [];
  }

  #titles(): ReadonlySet<string> {
    return new Set(this.#lines.slice(0, this.#context.bodyStart).map(({ text }) => shapeOf(text)));
  }

  #canBeFurniture(line: Line): boolean {
    if (line.text === '' || line.text.length > LONGEST_LINE || this.#context.isText(line)) return false;
    // A header is whole in itself; what breaks off is a line of a sentence that happens to come again.
    return !breaksOff(line.text);
  }

  /** Blank lines, or other lines of the kind, stand before and behind. */
  #standsApart(index: number): boolean {
    const open = (at: number): boolean => {
      const line = this.#lines[at];
      return line === undefined || line.text === '' || this.#isFurnitureLike(at);
    };
    return open(index - 1) && open(index + 1);
  }

  #isFurnitureLike(index: number): boolean {
    const shape = this.#shapes[index];
    if (shape === undefined) return false;
    return (this.#byShape.get(shape)?.length ?? 0) > 2 || isPageNumber(this.#lines[index]?.text ?? '');
  }

  /** The text before breaks off, and the text behind begins in the middle of a sentence. */
  #cutsSentence(index: number): boolean {
    const before = this.#text(index, -1);
    const behind = this.#text(index, 1);
    if (before === undefined || behind === undefined || isFinished(before.text)) return false;
    // Short lines are cells and labels: one that follows another goes on with no sentence.
    if (letterWords(before.text) < PROSE_WORDS - 2) return false;
    return startsLower(behind.text.replace(/^-\s+/, ''));
  }

  /** Whether prose stands on both sides, or a heading behind, as between two pages of text. */
  #amongProse(index: number): boolean {
    const before = this.#text(index, -1);
    const behind = this.#text(index, 1);
    const proseBefore = before === undefined || wordCount(before.text) >= PROSE_WORDS;
    if (behind === undefined) return proseBefore;
    return proseBefore && (wordCount(behind.text) >= PROSE_WORDS || this.#context.isHeading(behind));
  }

  /** The nearest line in one direction that is text, at most a few lines away. */
  #text(index: number, step: 1 | -1): Line | undefined {
    for (let at = index + step, left = 12; left > 0; at += step, left -= 1) {
      const line = this.#lines[at];
      if (line === undefined) return undefined;
      if (line.text !== '' && !this.#isFurnitureLike(at)) return line;
    }
    return undefined;
  }

  #besideBreak(index: number, numbers: ReadonlyMap<number, string>): boolean {
    const near = [-2, -1, 0, 1, 2].map((step) => index + step);
    return near.some((at) => numbers.has(at) || (this.#lines[at]?.raw.includes('\f') ?? false));
  }

  /** Whether the lines are as far from each other as pages are. */
  #spread(indices: readonly number[]): boolean {
    return indices.every((index, position) => {
      const next = indices[position + 1];
      return next === undefined || this.#words(next) - this.#words(index) > 60;
    });
  }

  #words(index: number): number {
    return this.#wordsBefore[index] ?? 0;
  }

  #chained(index: number): Chained {
    const numbers = this.#lines[index]?.text.match(/\d{1,4}/g) ?? [];
    return { index, words: this.#words(index), number: Number(numbers.at(-1) ?? 0) };
  }
}

/** How many words begin with a letter; rows of figures have few. */
function letterWords(text: string): number {
  return text.slice(0, 2000).match(/(?<!\S)["'“‘(]*\p{L}/gu)?.length ?? 0;
}

function shapeOf(text: string): string {
  return text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ');
}

function isPageNumber(text: string): boolean {
  return text.length <= 16 && (BARE_NUMBER.test(text) || PAGE_OF.test(text));
}

/** The lines of each shape, by index. */
function grouped(shapes: readonly (string | undefined)[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, shape] of shapes.entries()) {
    if (shape === undefined) continue;
    const group = groups.get(shape);
    if (group === undefined) groups.set(shape, [index]);
    else group.push(index);
  }
  return groups;
}
