import type { Mark } from '../flow/flow.ts';
import { addPiece, type HiddenRun, type Place } from './behind.ts';
import type { Fields } from './fields.ts';
import type { Reading } from './reading.ts';
import type { Look } from './styles.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The words of a paragraph as they come into the text, and what is done to them. */
export class ParagraphWords {
  readonly marks: Mutable<Mark>[] = [];
  /** The links that are open, by where they lead; undefined for one inside the document. */
  readonly links: (string | undefined)[] = [];
  /** Whether all words are bold. */
  bold = true;
  /** Of the smallest words, in half points. */
  size = Number.POSITIVE_INFINITY;
  /** Whether some words are in a list of contents, and whether some are in none. */
  contents = false;
  plain = false;
  readonly #reading: Reading;
  readonly #fields: Fields;
  /** How the paragraph's style has all of its words look. */
  readonly #base: Look;
  #hidden: HiddenRun[] = [];

  constructor(reading: Reading, fields: Fields, style: string | undefined) {
    this.#reading = reading;
    this.#fields = fields;
    this.#base = reading.styles.look(style, undefined);
  }

  /** Adds words, unless they are a field's instruction or hidden. */
  add(words: string, look: Look, place: Place | undefined): void {
    if (words === '' || this.#fields.isInstruction) return;
    const known = place === undefined || Number.isNaN(place.before) ? undefined : place;
    if (look.hidden) {
      this.#hidden.push({ words, place: known });
      return;
    }
    const span = this.#reading.text.add(words);
    if (known !== undefined) addPiece(this.#reading, span.from, words.length, known);
    if (words.trim() !== '') {
      if (this.#fields.isContents) this.contents = true;
      else this.plain = true;
      if (!look.bold) this.bold = false;
      this.size = Math.min(this.size, look.size);
    }
    this.#mark(span.from, span.to, look);
  }

  #mark(from: number, to: number, look: Look): void {
    const href = this.links.at(-1) ?? this.#fields.href;
    // What a paragraph's style does to all of its words emphasises none of them.
    const bold = look.bold && !this.#base.bold;
    const italic = look.italic && !this.#base.italic;
    const last = this.marks.at(-1);
    const isSame =
      last?.note === undefined &&
      last?.span.to === from &&
      (last.bold ?? false) === bold &&
      (last.italic ?? false) === italic &&
      last.href === href;
    if (isSame && last !== undefined) last.span = { from: last.span.from, to };
    else if (bold || italic || href !== undefined) {
      this.marks.push({
        span: { from, to },
        ...(bold && { bold }),
        ...(italic && { italic }),
        ...(href !== undefined && { href }),
      });
    }
  }

  /** The hidden words since the last time; none where they are blank. */
  takeHidden(): readonly HiddenRun[] {
    const hidden = this.#hidden;
    this.#hidden = [];
    return hidden.some(({ words }) => words.trim() !== '') ? hidden : [];
  }
}
