import { landmarkAt } from '../convert/source.ts';
import { quote } from '../text/quote.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import type { Origin } from './origin.ts';

/** A place as people name it: both count from 1, the column in code points. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * The text of a file with its lines and columns. Each line end of a file, be it LF, CR LF or a lone CR, is one
 * LF of the text, and its byte-order mark is no part of the text nor of what an editor shows: so lines and
 * columns of the text are those of the file.
 */
export class FileText {
  readonly text: SourceText;
  /** Where the text comes from, when the file had to be read out of another format. */
  readonly origin: Origin | undefined;
  /** The place asked for last. The next one is mostly near, and a line may be very long. */
  #near = { lineFrom: 0, offset: 0, column: 1 };

  constructor(text: SourceText, origin?: Origin) {
    this.text = text;
    this.origin = origin;
  }

  /** Whether people see the lines of the text when they open the file. */
  get hasLines(): boolean {
    return this.origin === undefined || this.origin.format === 'text';
  }

  /** The page or paragraph of the file that holds an offset, where it has such. */
  landmarkAt(offset: number): { readonly unit: 'page' | 'paragraph'; readonly number: number } | undefined {
    const landmarks = this.origin?.landmarks;
    return landmarks && { unit: landmarks.unit, number: landmarkAt(landmarks, offset) };
  }

  /** The words of a place on one line, cut where they are many; empty for a place between words. */
  quote(span: Span): string {
    return quote(this.text, span);
  }

  at(offset: number): Position {
    const { from, to, number, text: line } = this.text.lineAt(offset);
    const wanted = Math.max(from, Math.min(offset, to));
    if (this.#near.lineFrom !== from) this.#near = { lineFrom: from, offset: from, column: 1 };
    const near = this.#near;
    const column =
      wanted < near.offset
        ? near.column - codePoints(line, wanted - from, near.offset - from)
        : near.column + codePoints(line, near.offset - from, wanted - from);
    this.#near = { lineFrom: from, offset: wanted, column };
    return { line: number, column };
  }
}

/** How many code points end in a stretch: of one that is cut, the second half counts. */
function codePoints(line: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const next = line.charCodeAt(at + 1);
    const cut = isHigh(line.charCodeAt(at)) && next >= 0xdc00 && next <= 0xdfff;
    if (!cut) count += 1;
  }
  return count;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
