import type { Line } from './lines.ts';
import type { ImportNote } from './note.ts';
import { type Chained, increasing } from './pageChain.ts';
import { isFinished, startsLower, wordCount } from './prose.ts';

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
    this.#byShape = groupByShape(lines, (line) => this.#canBeFurniture(line));
  }

  /** Page numbers on lines of their own. */
  numbers(): readonly number[] {
    const bare: number[] = [];
    const sure: number[] = [];
    for (const [index, { text }] of this.#lines.entries()) {
      if (text.length > 16 || !this.#standsApart(index)) continue;
      if (PAGE_OF.test(text)) sure.push(index);
      else if (BARE_NUMBER.test(text)) (this.#cutsSentence(index) ? sure : bare).push(index);
    }
    return [...sure, ...increasing(bare.map((index) => this.#chained(index)))];
  }

  /** Headers and footers: lines that come again and again, but for a number in them. */
  *repeated(numbers: ReadonlyMap<number, string>): Iterable<number> {
    const titles = this.#titles();
    for (const [shape, all] of this.#byShape) {
      const apart = all.filter((index) => this.#standsApart(index) && !numbers.has(index));
      const body = apart.filter((index) => index >= this.#context.bodyStart);
      if (all.length < 2 || body.length === 0) continue;
      if (shape.includes('#')) {
        if (body.length > 2) yield* increasing(body.map((index) => this.#chained(index)));
      } else yield* this.#repeatedText(body, numbers, titles);
    }
  }

  #repeatedText(
    body: readonly number[],
    numbers: ReadonlyMap<number, string>,
    titles: ReadonlySet<string>,
  ): readonly number[] {
    const atBreak = body.filter((index) => this.#cutsSentence(index) || this.#besideBreak(index, numbers));
    const [first] = body;
    const line = first === undefined ? undefined : this.#lines[first];
    if (line === undefined) return [];
    // A section's name is its heading once; only where it cuts a sentence it is surely a running header.
    if (this.#context.isHeading(line)) return body.filter((index) => this.#cutsSentence(index));
    if (titles.has(shapeOf(line.text)) && body.length > 1) return body;
    const proven = body.length > 1 && atBreak.length * 2 >= body.length && this.#spread(body);
    return proven && /\p{L}{3}/u.test(line.text) ? body : [];
  }

  #titles(): ReadonlySet<string> {
    return new Set(this.#lines.slice(0, this.#context.bodyStart).map(({ text }) => shapeOf(text)));
  }

  #canBeFurniture(line: Line): boolean {
    return line.text !== '' && line.text.length <= LONGEST_LINE && !this.#context.isText(line);
  }

  /** Blank lines, or other lines of the kind, stand before and behind. */
  #standsApart(index: number): boolean {
    const open = (at: number): boolean => {
      const line = this.#lines[at];
      return line === undefined || line.text === '' || this.#isFurnitureLike(line);
    };
    return open(index - 1) && open(index + 1);
  }

  #isFurnitureLike(line: Line): boolean {
    if (line.text.length > LONGEST_LINE) return false;
    if (BARE_NUMBER.test(line.text) || PAGE_OF.test(line.text)) return true;
    return (this.#byShape.get(shapeOf(line.text))?.length ?? 0) > 2;
  }

  /** The text before breaks off, and the text behind begins in the middle of a sentence. */
  #cutsSentence(index: number): boolean {
    const before = this.#text(index, -1);
    const behind = this.#text(index, 1);
    if (before === undefined || behind === undefined) return false;
    const continuation = behind.text.replace(/^-\s+/, '');
    return wordCount(before.text.slice(-200)) > 3 && !isFinished(before.text) && startsLower(continuation);
  }

  /** The nearest line in one direction that is text, at most a few lines away. */
  #text(index: number, step: 1 | -1): Line | undefined {
    for (let at = index + step, left = 12; left > 0; at += step, left -= 1) {
      const line = this.#lines[at];
      if (line === undefined) return undefined;
      if (line.text !== '' && !this.#isFurnitureLike(line)) return line;
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

function shapeOf(text: string): string {
  return text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ');
}

function groupByShape(
  lines: readonly Line[],
  wanted: (line: Line) => boolean,
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, line] of lines.entries()) {
    if (!wanted(line)) continue;
    const shape = shapeOf(line.text);
    const group = groups.get(shape);
    if (group === undefined) groups.set(shape, [index]);
    else group.push(index);
  }
  return groups;
}
