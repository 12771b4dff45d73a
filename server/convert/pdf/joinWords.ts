import type { Piece } from './parts.ts';

const SOFT_HYPHEN = '\u00AD';
/** A line that ends so much before the others, in parts of their length, was broken on purpose. */
const EARLY = 0.25;
/** An address has no more. */
const MOST_LINES = 8;

/** What stands between two pieces of a paragraph: nothing, a blank, or the line break that its author set. */
export function between(before: Piece, next: Piece, right: number): '' | ' ' | '\n' {
  const sameLine =
    before.page === next.page && Math.abs(before.item.y - next.item.y) < before.item.size * 0.6;
  const drawnNext = before.page === next.page && next.index === before.index + 1;
  if (drawnNext && next.item.before !== '\n') return next.item.before;
  if (sameLine) return isApart(before, next) ? ' ' : '';
  if (endsInHyphen(before) && endsWord(next)) return '';
  return isBroken(before, next, right) ? '\n' : ' ';
}

/** The words of a piece as they go into the text, where `next` follows on the line below. */
export function wordsOf({ item: { text } }: Piece): string {
  return text.replaceAll(SOFT_HYPHEN, '');
}

function isApart({ item }: Piece, next: Piece): boolean {
  const gap = next.item.x - (item.x + item.width);
  return gap > item.size * 0.15 || gap < -item.size;
}

/** Whether a line ends within a word, at its hyphen. */
function endsInHyphen({ item: { text, before } }: Piece): boolean {
  if (text.endsWith(SOFT_HYPHEN)) return true;
  return /[\p{L}\d][-\u2010\u2011]$/u.test(text) || (before === '' && /^[-\u2010\u2011]$/.test(text));
}

/** "self-" and "esteem" are one word, "short-" and "and long-term" are not. */
function endsWord({ item: { text } }: Piece): boolean {
  return /^[\p{L}\d]/u.test(text) && !/^(?:and|or|to|nor)(?![-\p{L}])/u.test(text);
}

/** Whether the first word of the next line had room on this one, so that its author broke the line. */
function isBroken(before: Piece, next: Piece, right: number): boolean {
  if (before.page !== next.page || before.item.turned || next.item.turned) return false;
  const { x, width, size } = before.item;
  const room = right - (x + width);
  // A blank that does not break the line may keep a second word with the first.
  return room > firstWordWidth(next) + size && room > (right - Math.min(x, next.item.x)) * EARLY;
}

/**
 * Whether the lines of some pieces are those of an address or a title: all of them end far from where the lines of the
 * page do, and none goes on with a sentence. Text in a narrow column goes on.
 */
export function isSetInLines(pieces: readonly Piece[], edge: number): boolean {
  const starts = pieces.filter((piece, index) => index === 0 || isBelow(pieces[index - 1], piece));
  if (starts.length < 2 || starts.length > MOST_LINES) return false;
  const left = starts.reduce((least, { item }) => Math.min(least, item.x), edge);
  if (rightOf(pieces) > edge - (edge - left) * EARLY) return false;
  return starts.every((piece) => /^[^\p{L}]*\p{Lu}|^\d/u.test(piece.item.text));
}

function isBelow(before: Piece | undefined, { item, page }: Piece): boolean {
  return before !== undefined && (before.page !== page || item.y - before.item.y > item.size * 0.6);
}

export function firstWordWidth({ item: { text, width } }: Piece): number {
  const word = /^\S*/.exec(text)?.[0] ?? '';
  return (width * word.length) / Math.max(1, text.length);
}

/** How far to the right the lines of some pieces reach. */
export function rightOf(pieces: readonly Piece[]): number {
  return pieces.reduce((most, { item }) => Math.max(most, item.x + item.width), 0);
}

/** The words of pieces in one line, to look at. */
export function plainText(pieces: readonly Piece[]): string {
  let text = '';
  let last: Piece | undefined;
  for (const piece of pieces) {
    if (last !== undefined && between(last, piece, Number.NEGATIVE_INFINITY) !== '') text += ' ';
    text += wordsOf(piece);
    last = piece;
  }
  return text;
}
