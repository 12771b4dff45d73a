import type { Span } from '../../text/span.ts';
import type { Body, BodyRun } from './bodyRuns.ts';
import type { WordPiece } from './wordDocument.ts';

/** Where a comment goes in the main part: from a character of a run up to one of the same or a later run. */
export interface Anchor {
  readonly start: Cut;
  readonly end: Cut;
  /** Whether these are the words themselves: Word lets no comment stand in a footnote, for example. */
  readonly exact: boolean;
}

/** A place between two characters of a run, or before its first or behind its last. */
export interface Cut {
  readonly run: BodyRun;
  /** How many of its characters are before the place. */
  readonly at: number;
}

/** What of the main part stands for something that is in another part, such as the mark of a footnote. */
export type StandIn = (piece: WordPiece) => BodyRun | undefined;

/** A stretch of a run's characters. */
interface Stretch extends Span {
  readonly run: BodyRun;
  readonly exact: boolean;
}

/** Finds the places of spans of the flow's text. */
export class Anchors {
  readonly #pieces: readonly WordPiece[];
  readonly #body: Body;
  readonly #part: string;
  readonly #standIn: StandIn;

  /** @param part the name of the main part, which `body` was read from. */
  constructor(pieces: readonly WordPiece[], part: string, body: Body, standIn: StandIn) {
    this.#pieces = pieces;
    this.#part = part;
    this.#body = body;
    this.#standIn = standIn;
  }

  /** The place of a span, of the nearest word where nothing is in it, or undefined where there is none at all. */
  of(span: Span): Anchor | undefined {
    const all = this.#within(span).flatMap((piece) => this.#stretch(piece, span));
    // Notes and boxes stand behind the paragraph that they are tied to: what goes on behind them is of the paragraphs.
    const exact = all.filter((stretch) => stretch.exact);
    const inOrder = (exact.length > 0 ? exact : all).sort(
      (a, b) => a.run.whole.from - b.run.whole.from || a.from - b.from,
    );
    return between(trimmed(inOrder)) ?? between(this.#nearestWord(span.from));
  }

  #within({ from, to }: Span): readonly WordPiece[] {
    const found: WordPiece[] = [];
    for (let index = this.#indexAt(from); index < this.#pieces.length; index += 1) {
      const piece = this.#pieces[index];
      if (piece === undefined || piece.at >= to) break;
      if (piece.at + piece.length > from) found.push(piece);
    }
    return found;
  }

  /** The last piece that begins at or before an offset, or the first of all. */
  #indexAt(offset: number): number {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pieces[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #stretch(piece: WordPiece, { from, to }: Span): readonly Stretch[] {
    const own = piece.part === this.#part ? this.#body.runAt.get(piece.run.from) : undefined;
    const run = own ?? this.#standIn(piece);
    if (run === undefined) return [];
    const length = textOf(run).length;
    const first = piece.before + Math.max(0, from - piece.at);
    const last = piece.before + Math.min(piece.length, to - piece.at);
    const exact = run === own && run.from === piece.run.from && last <= length;
    return [exact ? { run, from: first, to: last, exact } : { run, from: 0, to: length, exact }];
  }

  #nearestWord(offset: number): readonly Stretch[] {
    const middle = this.#indexAt(offset);
    for (const index of this.#outward(middle, offset)) {
      const piece = this.#pieces[index];
      const [stretch] = piece === undefined ? [] : this.#stretch(piece, wholeOf(piece));
      if (piece === undefined || stretch === undefined) continue;
      if (!stretch.exact) return [stretch];
      const word = wordNear(textOf(stretch.run).slice(stretch.from, stretch.to), offset - piece.at);
      if (word !== undefined) {
        return [{ ...stretch, from: stretch.from + word.from, to: stretch.from + word.to }];
      }
    }
    return [];
  }

  /** Indices of all pieces, the nearest to an offset first. */
  *#outward(middle: number, offset: number): Generator<number> {
    let before = middle;
    let after = middle + 1;
    while (before >= 0 || after < this.#pieces.length) {
      const left = this.#pieces[before];
      const right = this.#pieces[after];
      const toLeft = left === undefined ? Infinity : offset - (left.at + left.length);
      const toRight = right === undefined ? Infinity : right.at - offset;
      if (toLeft <= toRight) yield before--;
      else yield after++;
    }
  }
}

/** All characters that a run stands for. */
export function textOf({ items }: BodyRun): string {
  return items.map(({ text }) => text).join('');
}

function wholeOf({ at, length }: WordPiece): Span {
  return { from: at, to: at + length };
}

function between(stretches: readonly Stretch[]): Anchor | undefined {
  const [first] = stretches;
  const last = stretches.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return {
    start: { run: first.run, at: first.from },
    end: { run: last.run, at: last.to },
    exact: stretches.every(({ exact }) => exact),
  };
}

/** Without white space at either end; nothing where there is nothing else. */
function trimmed(stretches: readonly Stretch[]): readonly Stretch[] {
  const left = stretches.filter(
    ({ run, from, to, exact }) => !exact || /\S/.test(textOf(run).slice(from, to)),
  );
  return left.map((stretch, index) => {
    if (!stretch.exact) return stretch;
    const text = textOf(stretch.run).slice(stretch.from, stretch.to);
    const before = index === 0 ? text.length - text.trimStart().length : 0;
    const behind = index === left.length - 1 ? text.length - text.trimEnd().length : 0;
    return { ...stretch, from: stretch.from + before, to: stretch.to - behind };
  });
}

/** The word of a text that is nearest to an offset in it; the one before where two are as near. */
function wordNear(text: string, offset: number): Span | undefined {
  let best: Span | undefined;
  let least = Infinity;
  for (const { index, 0: word } of text.matchAll(/\S+/g)) {
    const distance = Math.max(index - offset, offset - (index + word.length), 0);
    if (distance < least) {
      least = distance;
      best = { from: index, to: index + word.length };
    }
  }
  return best;
}
