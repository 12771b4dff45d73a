import { Text } from '@codemirror/state';
import type { Span } from './span.ts';

/** A line of a text: `number` counts from 1, the span leaves the line end out. */
export interface TextLine extends Span {
  readonly number: number;
  readonly text: string;
}

/**
 * An immutable text with LF line ends only, kept in chunks so that a small edit of a large text
 * costs little. All offsets are UTF-16 code units.
 */
export class SourceText {
  readonly #text: Text;

  private constructor(text: Text) {
    this.#text = text;
  }

  /** @param text with LF line ends only; `normalise` makes it so. */
  static of(text: string): SourceText {
    return new SourceText(Text.of(text.split('\n')));
  }

  get length(): number {
    return this.#text.length;
  }

  /** The number of lines; an empty text has one. */
  get lines(): number {
    return this.#text.lines;
  }

  slice(from: number, to: number = this.length): string {
    return this.#text.sliceString(from, to);
  }

  toString(): string {
    return this.#text.toString();
  }

  /** The line that holds `offset`, which is brought into the text when it lies outside. */
  lineAt(offset: number): TextLine {
    return this.#text.lineAt(Math.max(0, Math.min(offset, this.length)));
  }

  /** The line with that number, counted from 1; a number outside the text gives its nearest line. */
  line(number: number): TextLine {
    return this.#text.line(Math.max(1, Math.min(number, this.lines)));
  }

  /** The text with `span` replaced by `insert`, which holds LF line ends only. */
  replace(span: Span, insert: string): SourceText {
    return new SourceText(this.#text.replace(span.from, span.to, Text.of(insert.split('\n'))));
  }

  /** Walks over the text in pieces from `offset` on; a piece never spans a line end it does not hold. */
  chunks(offset = 0): TextChunks {
    return new TextChunks(this.#text, offset);
  }
}

/** A forward cursor over the chunks of a text, as an incremental parser wants to read it. */
export class TextChunks {
  readonly #text: Text;
  #cursor: ReturnType<Text['iter']>;
  #end: number;

  constructor(text: Text, offset: number) {
    this.#text = text;
    this.#cursor = text.iter();
    this.#end = 0;
    if (offset > 0) this.at(offset);
  }

  /** The text from `offset` to the end of the chunk that holds it. Empty at the end of the text. */
  at(offset: number): string {
    if (offset < this.#end) {
      this.#cursor = this.#text.iter();
      this.#end = 0;
    }
    const chunk = this.#cursor.next(offset - this.#end);
    this.#end = offset + chunk.value.length;
    return chunk.value;
  }
}
