import { sortEdits, type TextEdit } from './edit.ts';

/** A stretch of the text as it was, or of words that an edit has put in. */
interface Piece {
  /** The words that were put in; undefined for a stretch of the text as it was. */
  readonly words: string | undefined;
  readonly from: number;
  readonly to: number;
}

/**
 * Several rounds of edits as one: those of the first round are places in a text of so many code units, those of the
 * second places in what the first makes of it, and so on. No two edits of a round overlap.
 */
export function composed(length: number, rounds: readonly (readonly TextEdit[])[]): readonly TextEdit[] {
  let pieces: readonly Piece[] = [{ words: undefined, from: 0, to: length }];
  for (const edits of rounds) pieces = applied(pieces, sortEdits(edits));
  return asEdits(pieces, length);
}

function applied(pieces: readonly Piece[], edits: readonly TextEdit[]): readonly Piece[] {
  const result: Piece[] = [];
  const rest = [...pieces].reverse();
  let at = 0;
  // Goes on to a place, and keeps what is passed or leaves it out.
  const goTo = (place: number, kept: boolean): void => {
    while (at < place) {
      const piece = rest.pop();
      if (piece === undefined) return;
      const cut = Math.min(piece.to, piece.from + place - at);
      if (kept) result.push({ ...piece, to: cut });
      if (cut < piece.to) rest.push({ ...piece, from: cut });
      at += cut - piece.from;
    }
  };
  for (const { span, insert } of edits) {
    goTo(span.from, true);
    goTo(span.to, false);
    if (insert !== '') result.push({ words: insert, from: 0, to: insert.length });
  }
  goTo(Number.POSITIVE_INFINITY, true);
  return result;
}

function asEdits(pieces: readonly Piece[], length: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let insert = '';
  const close = (to: number): void => {
    if (to > at || insert !== '') edits.push({ span: { from: at, to }, insert });
    insert = '';
  };
  for (const { words, from, to } of pieces) {
    if (words !== undefined) insert += words.slice(from, to);
    else {
      close(from);
      at = to;
    }
  }
  close(length);
  return edits;
}
