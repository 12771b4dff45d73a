import type { PdfPage } from './page.ts';
import type { Piece } from './parts.ts';

/** How the text of a document looks as a rule, so that what stands out can be told. */
export class Look {
  /** The size of the font that most of the words are set in. */
  readonly bodySize: number;
  readonly #bodyBold: boolean;
  /** How far text reaches to the right on each page, by its number. */
  readonly #right: readonly number[];

  constructor(pages: readonly PdfPage[]) {
    const sizes = new Map<number, number>();
    let [bold, all] = [0, 0];
    for (const { items } of pages) {
      for (const { artifact, size, text, bold: isBold } of items) {
        if (artifact) continue;
        const rounded = Math.round(size * 2) / 2;
        sizes.set(rounded, (sizes.get(rounded) ?? 0) + text.length);
        all += text.length;
        if (isBold) bold += text.length;
      }
    }
    const [most] = [...sizes].sort(([, a], [, b]) => b - a);
    this.bodySize = most?.[0] ?? 12;
    this.#bodyBold = bold * 2 > all;
    this.#right = pages.map(({ items }) => rightOfAll(items));
  }

  /** Whether all of the words are bold or larger than text is. */
  standsOut(pieces: readonly Piece[]): boolean {
    const lettered = pieces.filter(({ item }) => /[\p{L}\p{N}]/u.test(item.text));
    if (lettered.length === 0) return false;
    const bold = !this.#bodyBold && lettered.every(({ item }) => item.bold);
    return bold || lettered.every(({ item }) => item.size > this.bodySize * 1.12);
  }

  /** Where lines end on the page of a piece, at most. */
  rightOf(piece: Piece | undefined): number {
    return this.#right[(piece?.page ?? 0) - 1] ?? 0;
  }
}

function rightOfAll(items: PdfPage['items']): number {
  let right = 0;
  for (const { artifact, turned, x, width } of items)
    if (!artifact && !turned) right = Math.max(right, x + width);
  return right;
}
