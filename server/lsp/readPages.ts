import { type Landmarks, landmarkAt } from '../convert/source.ts';
import type { SourceMap } from '../convert/text/sourceMap.ts';

/** From `at` on, the text is that of a page; what follows on the page comes before the next start. */
export interface PageStart {
  /** An offset of the Markdown. */
  readonly at: number;
  /** From 1. */
  readonly page: number;
}

/**
 * Where the text of a document changes from page to page. A footnote may stand behind text of the next page, so that
 * a page can come again.
 *
 * @param pages where the pages are in the source's text
 */
export function pageStarts(markdown: string, places: SourceMap, pages: Landmarks): readonly PageStart[] {
  const starts: PageStart[] = [];
  // Front matter is on no page: what it holds was gathered from the first ones.
  const body = FRONT_MATTER.exec(markdown)?.[0].length ?? 0;
  for (const { index, 0: word } of markdown.matchAll(/\S+/g)) {
    if (index < body) continue;
    const { from } = places.toSource({ from: index, to: index + word.length });
    const page = landmarkAt(pages, from);
    if (page !== starts.at(-1)?.page) starts.push({ at: index, page });
  }
  return starts;
}

const FRONT_MATTER = /^---\n[\s\S]*?\n---\n/;

/** The page that a place of the Markdown came from; undefined where there are no pages. */
export function pageOf(starts: readonly PageStart[], offset: number): number | undefined {
  return (starts.findLast(({ at }) => at <= offset) ?? starts[0])?.page;
}

/** Where each page begins for whoever reads on: pages that come again are left out. */
export function firstStarts(starts: readonly PageStart[]): readonly PageStart[] {
  let last = 0;
  return starts.filter(({ page }) => {
    if (page <= last) return false;
    last = page;
    return true;
  });
}
