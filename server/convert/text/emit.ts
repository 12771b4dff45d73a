import type { Span } from '../../text/span.ts';
import { escapes, type Where } from './escape.ts';
import type { Inline } from './inline.ts';
import { type Run, SourceMap } from './sourceMap.ts';

/** Writes a text from pieces of a source and what is put between them, and records where each came from. */
export class Emitter {
  readonly #source: string;
  readonly #parts: string[] = [];
  readonly #runs: Run[] = [];
  #length = 0;
  /** The place in the source at which the last piece ended: what is inserted next stands beside it. */
  #place = 0;

  constructor(source: string) {
    this.#source = source;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** Carries a stretch of the source over. */
  copy(span: Span): void {
    if (span.to <= span.from) return;
    this.#record(this.#source.slice(span.from, span.to), span.from, true);
    this.#place = span.to;
  }

  /** @param place where in the source the text belongs; without it, where the last piece ended. */
  insert(text: string, place: number = this.#place): void {
    if (text === '') return;
    this.#place = place;
    this.#record(text, place, false);
  }

  /** Carries text over, with a backslash before what Markdown would read as markup. */
  inline({ pieces, text }: Inline, where: Where, joint = ' '): void {
    this.pieces(pieces, escapes(text, where), joint, '\\');
  }

  /** Carries pieces over with `prefix` before the characters at some offsets of the joined text. */
  pieces(pieces: readonly Span[], marked: readonly number[], joint: string, prefix: string): void {
    let next = 0;
    let offset = 0;
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) this.insert(joint);
      let from = piece.from;
      const end = offset + piece.to - piece.from;
      for (let at = marked[next]; at !== undefined && at < end; at = marked[next]) {
        const place = piece.from + at - offset;
        this.copy({ from, to: place });
        this.insert(prefix, place);
        from = place;
        next += 1;
      }
      this.copy({ from, to: piece.to });
      offset = end + joint.length;
    }
  }

  finish(): { readonly text: string; readonly places: SourceMap } {
    return { text: this.#parts.join(''), places: new SourceMap(this.#runs) };
  }

  #record(text: string, source: number, copied: boolean): void {
    this.#parts.push(text);
    this.#runs.push({ at: this.#length, length: text.length, source, copied });
    this.#length += text.length;
  }
}
