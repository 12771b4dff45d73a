import { withLabel } from './labels.ts';
import type { PdfItem, PdfPage } from './page.ts';
import { boxAround, type Part, type Piece, paragraphOf, piecesOf } from './parts.ts';

/** Where more are loose than a page has paragraphs, their places are not looked for. */
const MOST_PLACED = 1000;

/**
 * Puts words that the tree does not hold where they stand on the page: before the first part that begins below them.
 * What was filled into a form is among them.
 */
export function placeLoose(
  page: PdfPage,
  left: ReadonlySet<PdfItem>,
  parts: readonly Part[],
): readonly Part[] {
  const loose = [...paragraphs(page, left), ...fields(page)];
  if (loose.length === 0) return parts;
  // Footnotes stand at the end of the page, wherever they are told.
  const tops = parts.map((part) => (part.kind === 'note' ? 0 : boxAround(piecesOf(part)).top));
  const before = new Map<number, Part[]>();
  for (const pieces of loose) {
    const part = paragraphOf(pieces);
    if (part === undefined) continue;
    const { bottom } = boxAround(pieces);
    const below =
      loose.length > MOST_PLACED ? -1 : tops.findIndex((top) => Number.isFinite(top) && top > bottom - 2);
    const at = below < 0 ? parts.length : below;
    const placed = before.get(at) ?? [];
    placed.push(withLabel(part, false));
    before.set(at, placed);
  }
  return [...parts, undefined].flatMap((part, index) => [
    ...(before.get(index) ?? []),
    ...(part === undefined ? [] : [part]),
  ]);
}

function paragraphs(page: PdfPage, left: ReadonlySet<PdfItem>): readonly (readonly Piece[])[] {
  const found: Piece[][] = [];
  for (const [index, item] of page.items.entries()) {
    if (!left.has(item)) continue;
    const piece: Piece = { item, page: page.number, index, href: linkAt(page, item) };
    const current = found.at(-1);
    const last = current?.at(-1);
    if (current !== undefined && last !== undefined && goesOn(last.item, item)) current.push(piece);
    else found.push([piece]);
  }
  return found;
}

function goesOn(last: PdfItem, next: PdfItem): boolean {
  if (last.content !== next.content || Math.abs(last.size - next.size) > last.size * 0.5) return false;
  return Math.abs(next.y - last.y) < Math.max(last.size, next.size) * 1.6;
}

function linkAt({ links }: PdfPage, { x, y, width, size }: PdfItem): string | undefined {
  const [across, up] = [x + width / 2, y - size / 3];
  return links.find(
    ({ left, right, top, bottom }) => left <= across && across <= right && top <= up && up <= bottom,
  )?.url;
}

function fields(page: PdfPage): readonly (readonly Piece[])[] {
  return page.fields.map(({ text, left, bottom, right, top }, index): readonly Piece[] => {
    const size = Math.min(12, bottom - top);
    const item: PdfItem = {
      ...{ text, x: left, y: bottom, width: right - left, size, bold: false, italic: false, font: '' },
      ...{ spaced: false, before: '\n', content: undefined, artifact: false, turned: false },
    };
    return [{ item, page: page.number, index: page.items.length + 2 * index + 1, href: undefined }];
  });
}
