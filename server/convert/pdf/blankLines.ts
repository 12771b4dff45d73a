import { isFinished, startsLower } from '../text/prose.ts';
import { plainText } from './joinWords.ts';
import type { ParagraphPart, Piece } from './parts.ts';

/** How much farther than the lines of a paragraph two lines are apart that have a blank one between them. */
const BLANK = 1.7;

/**
 * The paragraphs that a reader sees in one that its author's program marked: forms and fields hold their text in a
 * single paragraph, with blank lines in it.
 */
export function atBlankLines(part: ParagraphPart): readonly ParagraphPart[] {
  if (part.level !== undefined || part.list !== undefined) return [part];
  const steps = part.pieces.map((piece, index) => stepTo(piece, part.pieces[index - 1]));
  const lines = steps.filter((step) => step > 0);
  const usual = lines.reduce((least, step) => Math.min(least, step), Number.POSITIVE_INFINITY);
  const found: Piece[][] = [];
  for (const [index, piece] of part.pieces.entries()) {
    const current = found.at(-1);
    const isApart = (steps[index] ?? 0) > usual * BLANK && !startsLower(piece.item.text);
    if (current === undefined || (isApart && isFinished(plainText(current).trimEnd()))) found.push([piece]);
    else current.push(piece);
  }
  return found.map((pieces) => ({ ...part, pieces }));
}

/** How far below another piece a piece stands; 0 where it is on the same line, or on another page. */
function stepTo({ item, page }: Piece, before: Piece | undefined): number {
  if (before === undefined || before.page !== page || item.turned || before.item.turned) return 0;
  const step = item.y - before.item.y;
  return step > item.size * 0.6 ? step : 0;
}
