import type { Span } from '../../text/span.ts';

/** Gathers the text of a document while its parts are read, and says where each part came to stand. */
export class FlowText {
  readonly #parts: string[] = [];
  #length = 0;
  #last = '\n';

  /** Where what is added next will begin. */
  get length(): number {
    return this.#length;
  }

  /** Adds words as they are; the span is empty for an empty text. */
  add(words: string): Span {
    const from = this.#length;
    if (words !== '') {
      this.#parts.push(words);
      this.#length += words.length;
      this.#last = words.slice(-1);
    }
    return { from, to: this.#length };
  }

  /** Begins a new line, unless one has just begun. */
  newLine(): void {
    if (this.#last !== '\n') this.add('\n');
  }

  /** What was added from a place on. */
  since(from: number): string {
    let index = this.#parts.length;
    let at = this.#length;
    while (at > from) {
      index -= 1;
      at -= this.#parts[index]?.length ?? at;
    }
    return this.#parts
      .slice(index)
      .join('')
      .slice(from - at);
  }

  toString(): string {
    return this.#parts.join('');
  }
}
