import type { Position, Range } from 'vscode-languageserver';
import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';

/**
 * Turns offsets into lines and characters and back. A line is a line whatever ends it, so only a byte-order
 * mark, which the text leaves out, makes a difference: it moves the first line by one.
 */
export class Positions {
  readonly #text: SourceText;
  readonly #mark: number;

  constructor(text: SourceText, byteOrderMark: boolean) {
    this.#text = text;
    this.#mark = byteOrderMark ? 1 : 0;
  }

  position(offset: number): Position {
    const line = this.#text.lineAt(offset);
    const character =
      Math.max(0, Math.min(offset, line.to) - line.from) + (line.number === 1 ? this.#mark : 0);
    return { line: line.number - 1, character };
  }

  range(span: Span): Range {
    return { start: this.position(span.from), end: this.position(span.to) };
  }

  /** A position outside the text is brought to the nearest place in it. */
  offset({ line, character }: Position): number {
    if (line >= this.#text.lines) return this.#text.length;
    const { from, to } = this.#text.line(line + 1);
    return Math.max(from, Math.min(to, from + character - (line === 0 ? this.#mark : 0)));
  }

  span(range: Range): Span {
    return { from: this.offset(range.start), to: this.offset(range.end) };
  }
}
