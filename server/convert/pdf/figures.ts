import type { PdfPage } from './page.ts';
import type { FigurePart, Part } from './parts.ts';

/** A picture that takes less of a page, and of which nothing is said, adorns it. */
const LARGE = 0.08;
const MOST_TIMES = 2;

/** Tells pictures that say something from those that adorn pages. */
export class Figures {
  readonly #times = new Map<string, number>();
  readonly #pages: readonly PdfPage[];

  constructor(parts: readonly Part[], pages: readonly PdfPage[]) {
    this.#pages = pages;
    for (const part of parts)
      if (part.kind === 'figure') this.#times.set(part.alt, (this.#times.get(part.alt) ?? 0) + 1);
  }

  isOfText({ alt, box, page }: FigurePart): boolean {
    const isSaid = alt.trim() !== '' && (this.#times.get(alt) ?? 0) <= MOST_TIMES;
    if (isSaid) return true;
    const { width = 1, height = 1 } = this.#pages[page - 1] ?? {};
    const area = box === undefined ? 0 : (box.right - box.left) * (box.bottom - box.top);
    return alt.trim() === '' && area > width * height * LARGE;
  }
}
