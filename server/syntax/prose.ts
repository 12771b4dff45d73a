import type { Span } from '../text/span.ts';

/**
 * The text of a passage as a reader sees it, without markup and with one space for a line end, and where
 * each character stands in the source.
 */
export class Prose {
  readonly text: string;
  /** What is printed bold, in the text's own offsets. */
  readonly strong: readonly Span[];
  /** Where a space of the text stands for a line end of the source. */
  readonly breaks: readonly number[];
  readonly #runs: readonly Run[];

  constructor(
    text: string,
    runs: readonly Run[],
    strong: readonly Span[] = [],
    breaks: readonly number[] = [],
  ) {
    this.text = text;
    this.strong = strong;
    this.breaks = breaks;
    this.#runs = runs;
  }

  /** Text that stands in the source as it is, from offset `source` on. */
  static plain(text: string, source: number): Prose {
    return new Prose(text, [{ text: 0, source }]);
  }

  /** The stretches of the text that stand on one line of the source each. */
  lines(): readonly Span[] {
    const starts = [0, ...this.breaks.map((at) => at + 1)];
    return starts.map((from, index) => ({ from, to: this.breaks[index] ?? this.text.length }));
  }

  /** Where the character at `offset` stands in the block's source. */
  sourceOffset(offset: number): number {
    const run = this.#runAt(offset);
    return run === undefined ? offset : run.source + offset - run.text;
  }

  /** The source that a stretch of the text came from. Markup around it is left out, markup in it is in. */
  sourceSpan(from: number, to: number): Span {
    const start = this.sourceOffset(from);
    return { from: start, to: to > from ? this.sourceOffset(to - 1) + 1 : start };
  }

  #runAt(offset: number): Run | undefined {
    let low = 0;
    let high = this.#runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#runs[middle]?.text ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#runs[low];
  }
}

/** From `text` on, the prose stands in the source from `source` on, until the next run. */
export interface Run {
  readonly text: number;
  readonly source: number;
}

/** Puts a prose together from pieces of source, in time that grows no faster than they do. */
export class ProseBuilder {
  readonly #parts: string[] = [];
  readonly #runs: Run[] = [];
  readonly #strong: Span[] = [];
  readonly #breaks: number[] = [];
  #strongFrom: number[] = [];
  #length = 0;
  #endsWithSpace = true;

  /**
   * Adds characters that stand one to one in the source from `source` on; a line end and the blanks around it
   * become one space, also where the mark of a quotation stands between them.
   */
  add(characters: string, source: number): void {
    let from = this.#endsWithSpace ? behindBlanks(characters, 0) : 0;
    for (let end = characters.indexOf('\n'); end >= 0; end = characters.indexOf('\n', from)) {
      let to = end;
      while (to > from && isBlank(characters.charCodeAt(to - 1))) to -= 1;
      if (to > from) this.#run(characters.slice(from, to), source + from);
      this.lineBreak(source + to);
      from = behindBlanks(characters, end + 1);
    }
    if (from < characters.length) this.#run(characters.slice(from), source + from);
  }

  /** Adds text that stands for something else in the source: an entity's character, a space for a line break. */
  put(text: string, source: number): void {
    if (text === ' ' && this.#endsWithSpace) return;
    this.#run(text, source);
  }

  /** Adds the space that stands for a line end. */
  lineBreak(source: number): void {
    if (this.#length === 0 || this.#breaks.at(-1) === this.#length - 1) return;
    if (this.#endsWithSpace) {
      this.#breaks.push(this.#length - 1);
    } else {
      this.#breaks.push(this.#length);
      this.#run(' ', source);
    }
  }

  openStrong(): void {
    this.#strongFrom.push(this.#length);
  }

  closeStrong(): void {
    const from = this.#strongFrom.pop();
    if (from !== undefined && from < this.#length) this.#strong.push({ from, to: this.#length });
  }

  build(): Prose {
    const all = this.#parts.join('');
    const lead = all.length - all.trimStart().length;
    const text = all.trim();
    const clip = (offset: number) => Math.max(0, Math.min(text.length, offset - lead));
    return new Prose(
      text,
      lead === 0 ? this.#runs : this.#runs.map((run) => ({ text: run.text - lead, source: run.source })),
      this.#strong.map((span) => ({ from: clip(span.from), to: clip(span.to) })),
      this.#breaks.map((at) => at - lead).filter((at) => at > 0 && at < text.length),
    );
  }

  #run(text: string, source: number): void {
    const last = this.#runs.at(-1);
    const continues = last !== undefined && source - last.source === this.#length - last.text;
    if (!continues) this.#runs.push({ text: this.#length, source });
    this.#parts.push(text);
    this.#length += text.length;
    this.#endsWithSpace = text.endsWith(' ');
  }
}

function behindBlanks(characters: string, from: number): number {
  let at = from;
  while (isBlank(characters.charCodeAt(at))) at += 1;
  return at;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
