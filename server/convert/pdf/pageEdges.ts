import type { PdfItem, PdfPage } from './page.ts';

export const PAGE_NUMBER_OUT = 'A page number was left out.';
export const EDGE_OUT = 'A header or footer of the page was left out.';

/** How much of a page's height, at its top and at its bottom, headers and footers stand in. */
const EDGE = 0.13;
const FEWEST_PAGES = 3;
const NUMBER = /^(?:[-–—|]\s*)?(?:page\s+)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*[-–—|])?$/i;

interface EdgeLine {
  readonly page: number;
  readonly y: number;
  readonly text: string;
  readonly items: readonly PdfItem[];
}

/**
 * The items that are headers, footers and page numbers, with what is to be said of each: what the author's program
 * marked as no text at the edges of a page, and lines there that come again on other pages, the outermost first.
 *
 * @param isText whether an item is known to be text, such as the header row of a table that goes on.
 */
export function findPageEdges(
  pages: readonly PdfPage[],
  isText: (item: PdfItem) => boolean,
): ReadonlyMap<PdfItem, string> {
  const found = new Map<PdfItem, string>();
  for (const page of pages) {
    for (const item of page.items)
      if (item.artifact && isAtEdge(item, page)) found.set(item, messageOf(item.text));
  }
  for (const atTop of [true, false]) {
    const lines = pages.map((page) => edgeLines(page, atTop, found, isText));
    for (const line of repeated(lines, pages.length, atTop))
      for (const item of line.items) found.set(item, messageOf(line.text));
  }
  return found;
}

function isAtEdge({ y }: PdfItem, { height }: PdfPage): boolean {
  return y < height * EDGE || y > height * (1 - EDGE);
}

function messageOf(text: string): string {
  return NUMBER.test(text) ? PAGE_NUMBER_OUT : EDGE_OUT;
}

/** The lines at one edge of a page, from the edge inwards. */
function edgeLines(
  page: PdfPage,
  atTop: boolean,
  found: ReadonlyMap<PdfItem, string>,
  isText: (item: PdfItem) => boolean,
): readonly EdgeLine[] {
  const near = page.items.filter((item) => {
    if (found.has(item) || item.turned || isText(item)) return false;
    return atTop ? item.y < page.height * EDGE : item.y > page.height * (1 - EDGE);
  });
  const sorted = [...near].sort((a, b) => (atTop ? a.y - b.y : b.y - a.y));
  const lines: PdfItem[][] = [];
  for (const item of sorted) {
    const line = lines.at(-1);
    if (line?.[0] !== undefined && Math.abs(line[0].y - item.y) < 3) line.push(item);
    else lines.push([item]);
  }
  return lines.map((items) => {
    const inOrder = [...items].sort((a, b) => a.x - b.x);
    return { page: page.number, y: items[0]?.y ?? 0, text: inOrder.map(({ text }) => text).join(' '), items };
  });
}

/**
 * Lines that come again, as long as nothing that does not stands between them and the edge, and as long as most pages
 * have no words of their own there: a heading that begins several pages stands where the text of others begins.
 */
function repeated(
  pages: readonly (readonly EdgeLine[])[],
  count: number,
  atTop: boolean,
): readonly EdgeLine[] {
  const needed = Math.min(FEWEST_PAGES, count);
  if (needed < 2) return [];
  const shapes = new Map<string, EdgeLine[]>();
  for (const line of pages.flat()) {
    const shape = shapeOf(line);
    const alike = shapes.get(shape);
    if (alike === undefined) shapes.set(shape, [line]);
    else alike.push(line);
  }
  const alikeOf = (line: EdgeLine): readonly EdgeLine[] => beside(line, shapes.get(shapeOf(line)) ?? []);
  const own = pages.map((lines) => lines.find((line) => !comesAgain(line, alikeOf(line), needed)));
  return pages.flatMap((lines) => {
    const end = lines.findIndex((line) => {
      const alike = alikeOf(line);
      if (!comesAgain(line, alike, needed)) return true;
      const reached = own.filter((one) => one !== undefined && (atTop ? one.y - line.y : line.y - one.y) < 4);
      return reached.length > pagesOf(alike);
    });
    return end < 0 ? lines : lines.slice(0, end);
  });
}

/** Those at the height of a line. */
function beside(line: EdgeLine, alike: readonly EdgeLine[]): readonly EdgeLine[] {
  return alike.filter(({ y }) => Math.abs(y - line.y) < 4);
}

function pagesOf(lines: readonly EdgeLine[]): number {
  return new Set(lines.map(({ page }) => page)).size;
}

function comesAgain(line: EdgeLine, near: readonly EdgeLine[], needed: number): boolean {
  if (pagesOf(near) < needed) return false;
  // Figures that do not grow as pages do are no page numbers.
  return !NUMBER.test(line.text) || near.filter((one) => offset(one) === offset(line)).length >= needed;
}

function offset({ text, page }: EdgeLine): number {
  return Number(/\d+/.exec(text)?.[0] ?? 0) - page;
}

function shapeOf({ text }: EdgeLine): string {
  return text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').slice(0, 200);
}
