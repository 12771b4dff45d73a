import { plainText } from './joinWords.ts';
import type { NotePart, ParagraphPart, Part, Piece } from './parts.ts';

const MARK = /^(?:\d{1,3}|[*†‡§]{1,3}|[a-z]|[ivx]{1,5})$/;

/** Which footnotes are referred to where. */
export class References {
  readonly #noteOf = new Map<Piece, NotePart>();
  readonly #ids = new Map<NotePart, string>();
  readonly #claimed = new Set<NotePart>();

  constructor(parts: readonly Part[]) {
    const notes = parts.filter((part) => part.kind === 'note');
    for (const [index, note] of notes.entries()) this.#ids.set(note, String(index + 1));
    if (notes.length === 0) return;
    for (const part of parts) {
      if (part.kind === 'paragraph') this.#read(part, notes);
      else if (part.kind === 'table')
        for (const { cells } of part.rows)
          for (const cell of cells) for (const one of cell.parts) this.#read(one, notes);
    }
  }

  idOf(note: NotePart): string {
    return this.#ids.get(note) ?? '';
  }

  isClaimed(note: NotePart): boolean {
    return this.#claimed.has(note);
  }

  /** The id of the note that a piece is the mark of. */
  noteAt(piece: Piece): string | undefined {
    const note = this.#noteOf.get(piece);
    return note && this.idOf(note);
  }

  /** The notes that a paragraph is the first to refer to. */
  behind(part: ParagraphPart): readonly NotePart[] {
    return part.pieces.flatMap((piece) => this.#noteOf.get(piece) ?? []);
  }

  #read(part: ParagraphPart, notes: readonly NotePart[]): void {
    for (const [index, piece] of part.pieces.entries()) {
      if (!isRaised(piece, part.pieces[index - 1])) continue;
      const open = notes.filter(
        (note) => !this.#claimed.has(note) && plainText(note.label) === piece.item.text,
      );
      const note = open.find(({ label }) => label[0]?.page === piece.page) ?? open[0];
      if (note === undefined) continue;
      this.#claimed.add(note);
      this.#noteOf.set(piece, note);
    }
  }
}

/** Whether a piece is set small and high behind a word, as the mark of a note is. */
export function isRaised({ item }: Piece, before: Piece | undefined): boolean {
  if (before === undefined || !MARK.test(item.text)) return false;
  return item.size < before.item.size * 0.8 && item.y < before.item.y + before.item.size * 0.1;
}
