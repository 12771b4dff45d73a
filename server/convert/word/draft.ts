import { type PartText, readPart, utf8 } from '../office/encode.ts';
import type { Changes } from '../office/rewrite.ts';
import type { WordPackage } from './package.ts';

/** The parts of a document as they are to be written: each is read when it is asked for. */
export class Draft {
  readonly word: WordPackage;
  readonly #texts = new Map<string, { readonly part: PartText; text: string }>();
  readonly #changes = new Map<string, Uint8Array | undefined>();

  constructor(word: WordPackage) {
    this.word = word;
  }

  /** The text of a part as it is by now; undefined when there is none, or it cannot be written again as it was. */
  async text(name: string): Promise<string | undefined> {
    const known = this.#texts.get(name);
    if (known !== undefined) return known.text;
    const read = await this.word.zip.read(name);
    const part = read?.ok === true ? readPart(read.bytes) : undefined;
    if (part === undefined) return undefined;
    this.#texts.set(name, { part, text: part.text });
    return part.text;
  }

  /** Puts a text into a part, a new one where there is none of that name. */
  put(name: string, text: string): void {
    const known = this.#texts.get(name);
    if (known?.text === text) return;
    this.#changes.set(name, (known?.part.encode ?? utf8)(text));
    if (known !== undefined) known.text = text;
    else this.#texts.set(name, { part: { text, encode: utf8 }, text });
  }

  /** Leaves a part out. */
  drop(name: string): void {
    this.#changes.set(name, undefined);
    this.#texts.delete(name);
  }

  get changes(): Changes {
    return this.#changes;
  }
}
