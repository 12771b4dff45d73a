import type { PdfPage } from './page.ts';
import type { Piece } from './parts.ts';

/** More of a page than this is its background. */
const MOST_OF_PAGE = 0.5;

/** The colour behind some words, that which was painted last; undefined where it is white. */
export function shadeAt({ drawing, width, height }: PdfPage, [piece]: readonly Piece[]): string | undefined {
  if (piece === undefined || drawing === undefined) return undefined;
  const { x, y, width: length, size } = piece.item;
  const [across, up] = [x + length / 2, y - size / 3];
  return drawing.fills.findLast(
    ({ left, right, top, bottom }) =>
      left <= across &&
      across <= right &&
      top <= up &&
      up <= bottom &&
      (right - left) * (bottom - top) < width * height * MOST_OF_PAGE,
  )?.colour;
}
