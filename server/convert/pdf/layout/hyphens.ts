import type { Line } from './line.ts';

/** How a line goes on with the next: what stands between them, and how many characters at its end go. */
export interface Seam {
  readonly drop: number;
  readonly between: '' | ' ';
}

const BLANK: Seam = { drop: 0, between: ' ' };
const HYPHEN: Seam = { drop: 0, between: '' };
const CUT: Seam = { drop: 1, between: '' };
// What is written with a hyphen whatever follows.
const PREFIXES = new Set(
  'self non co multi inter cross pre post ex well long short high low one two three half all anti semi sub under over mid'.split(
    ' ',
  ),
);

/** Tells the hyphens of compounds from those that only cut a word at the end of its line, by the words elsewhere. */
export class Hyphens {
  readonly #words = new Set<string>();
  readonly #compounds = new Set<string>();
  /** Whether words are cut in this document, as far as its own words can tell. */
  readonly #cuts: boolean;

  constructor(columns: readonly (readonly Line[])[]) {
    for (const { text } of columns.flat()) {
      for (const [word] of text.matchAll(/\p{L}+(?:[-‐]\p{L}+)*/gu)) {
        (/[-‐]/.test(word) ? this.#compounds : this.#words).add(word.toLowerCase().replaceAll('‐', '-'));
      }
    }
    let [cut, kept] = [0, 0];
    for (const column of columns) {
      for (const [index, { text }] of column.entries()) {
        const known = this.#known(text, column[index + 1]?.text ?? '');
        if (known === CUT) cut += 1;
        else if (known === HYPHEN) kept += 1;
      }
    }
    this.#cuts = cut > kept;
  }

  /** How the words of two lines of a paragraph are joined. */
  seam(line: string, next: string): Seam {
    if (line.endsWith('\u00AD')) return CUT;
    if (!/\p{L}[-‐]$/u.test(line)) return BLANK;
    return this.#known(line, next) ?? (this.#cuts && /^\p{Ll}/u.test(next) ? CUT : HYPHEN);
  }

  #known(line: string, next: string): Seam | undefined {
    const [, head] = /(\p{L}+)[-‐]$/u.exec(line.slice(-60)) ?? [];
    const [tail] = /^\p{Ll}+/u.exec(next.slice(0, 60)) ?? [];
    if (head === undefined || tail === undefined) return undefined;
    const [one, other] = [head.toLowerCase(), tail.toLowerCase()];
    if (this.#compounds.has(`${one}-${other}`)) return HYPHEN;
    if (this.#words.has(one + other)) return CUT;
    return PREFIXES.has(one) ? HYPHEN : undefined;
  }
}
