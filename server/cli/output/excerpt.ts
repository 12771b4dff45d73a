import type { SourceText } from '../../text/sourceText.ts';
import type { Span } from '../../text/span.ts';
import { type Cell, cells } from './screen.ts';

/** A line of a text around a place, fit for a terminal. */
export interface Excerpt {
  readonly line: number;
  readonly shown: string;
  /** Where in what is shown the place stands. */
  readonly mark: Mark;
  /** The same of other places, in their order; undefined for one that is not all to be seen here. */
  readonly others: readonly (Mark | undefined)[];
  /** The last line of a place that goes on below. */
  readonly lastLine: number | undefined;
}

/** In columns from the left, from 0. */
export interface Mark {
  readonly at: number;
  readonly width: number;
}

const CUT = '…';
/** So many times the width of a line on either side of the place is looked at, however long the line is. */
const FAR = 4;

/** The first line of a place, cut to `width` columns around it. */
export function excerpt(text: SourceText, span: Span, width: number, others: readonly Span[] = []): Excerpt {
  const line = text.lineAt(span.from);
  const lastLine = text.lineAt(Math.max(span.from, span.to - 1)).number;
  const start = Math.min(span.from - line.from, line.text.length);
  const end = Math.max(start, Math.min(span.to - line.from, line.text.length));
  const far = FAR * width;
  const base = Math.max(0, start - far);
  // Of a long place no more than its beginning is to be seen.
  const until = Math.min(end, start + far) + far;
  const all = cells(line.text.slice(base, until));
  const window = windowOn(
    all,
    { from: start - base, to: end - base },
    { width, cutBefore: base > 0, cutBehind: until < line.text.length },
  );
  const offset = line.from + base;
  const from = offset + (window.cells[0]?.from ?? 0);
  const to = offset + (window.cells.at(-1)?.to ?? 0);
  const markOf = (place: Span) => marked(window, place.from - offset, place.to - offset);
  return {
    line: line.number,
    shown: shownIn(window),
    mark: markOf({ from: line.from + start, to: line.from + end }),
    others: others.map((place) => (from <= place.from && place.to <= to ? markOf(place) : undefined)),
    lastLine: lastLine > line.number ? lastLine : undefined,
  };
}

function shownIn({ left, right, cells: visible }: Window): string {
  const text = visible.map(({ shown }) => shown).join('');
  return `${left ? CUT : ''}${text}${right ? CUT : ''}`.trimEnd();
}

/** A place without text gets a mark too. */
function marked({ left, cells: visible }: Window, from: number, to: number): Mark {
  const before = visible.filter((cell) => cell.to <= from);
  const within = visible.filter((cell) => cell.to > from && cell.from < to);
  return { at: (left ? 1 : 0) + total(before), width: Math.max(1, total(within)) };
}

interface Window {
  readonly cells: readonly Cell[];
  readonly left: boolean;
  readonly right: boolean;
}

/**
 * The cells that fit, with the place among them: as much before it as behind it where the line is long on both
 * sides, and its beginning where it does not fit itself.
 */
function windowOn(
  all: readonly Cell[],
  place: Span,
  { width, cutBefore, cutBehind }: { width: number; cutBefore: boolean; cutBehind: boolean },
): Window {
  if (!cutBefore && !cutBehind && total(all) <= width) return { cells: all, left: false, right: false };
  const start = indexAt(all, place.from);
  const room = new Room(all, start, width - 2);
  // A place as wide as the window is shown with a little of what leads up to it.
  for (let lead = 0; lead < LEAD && room.takeBefore(); ) lead += 1;
  const end = indexAt(all, place.to);
  while (room.next < end && room.takeBehind());
  for (let more = true; more; ) {
    const before = room.takeBefore();
    more = room.takeBehind() || before;
  }
  return {
    cells: all.slice(room.first, room.next),
    left: cutBefore || room.first > 0,
    right: cutBehind || room.next < all.length,
  };
}

const LEAD = 8;

/** A stretch of cells that grows at either end while it fits. */
class Room {
  first: number;
  next: number;
  readonly #all: readonly Cell[];
  #left: number;

  constructor(all: readonly Cell[], start: number, width: number) {
    this.#all = all;
    this.first = start;
    this.next = start;
    this.#left = width;
  }

  takeBefore(): boolean {
    if (!this.#take(this.#all[this.first - 1])) return false;
    this.first -= 1;
    return true;
  }

  takeBehind(): boolean {
    if (!this.#take(this.#all[this.next])) return false;
    this.next += 1;
    return true;
  }

  #take(cell: Cell | undefined): boolean {
    if (cell === undefined || cell.width > this.#left) return false;
    this.#left -= cell.width;
    return true;
  }
}

function indexAt(all: readonly Cell[], offset: number): number {
  const index = all.findIndex(({ to }) => to > offset);
  return index < 0 ? all.length : index;
}

function total(some: readonly Cell[]): number {
  return some.reduce((sum, { width }) => sum + width, 0);
}
