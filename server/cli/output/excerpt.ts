import type { SourceText } from '../../text/sourceText.ts';
import type { Span } from '../../text/span.ts';
import { type Cell, cells } from './screen.ts';

/** A line of a text around a place, fit for a terminal. */
export interface Excerpt {
  readonly line: number;
  readonly shown: string;
  /** What stands below the line: blanks, and marks under the place. */
  readonly blanks: number;
  readonly marks: number;
  /** The last line of a place that goes on below. */
  readonly lastLine: number | undefined;
}

const CUT = '…';
/** More of a line than this on either side of the place is not looked at, however long the line is. */
const FAR = 1000;

/** The first line of a place, cut to `width` columns around it. */
export function excerpt(text: SourceText, span: Span, width: number): Excerpt {
  const line = text.lineAt(span.from);
  const lastLine = text.lineAt(Math.max(span.from, span.to - 1)).number;
  const start = Math.min(span.from - line.from, line.text.length);
  const end = Math.max(start, Math.min(span.to - line.from, line.text.length));
  const base = Math.max(0, start - FAR);
  const all = cells(line.text.slice(base, end + FAR));
  const place = { from: start - base, to: end - base };
  const window = windowOn(all, place, width, base > 0, end + FAR < line.text.length);
  const within = window.cells.filter(({ from, to }) => to > place.from && from < place.to);
  const before = window.cells.filter(({ to }) => to <= place.from);
  return {
    line: line.number,
    shown:
      `${window.left ? CUT : ''}${window.cells.map(({ shown }) => shown).join('')}${window.right ? CUT : ''}`.trimEnd(),
    blanks: (window.left ? 1 : 0) + total(before),
    marks: Math.max(1, total(within)),
    lastLine: lastLine > line.number ? lastLine : undefined,
  };
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
  width: number,
  cutBefore: boolean,
  cutBehind: boolean,
): Window {
  if (!cutBefore && !cutBehind && total(all) <= width) return { cells: all, left: false, right: false };
  const room = width - 2;
  let first = indexAt(all, place.from);
  let next = first;
  let used = 0;
  const fits = (cell: Cell | undefined): cell is Cell => cell !== undefined && used + cell.width <= room;
  const takeNext = () => {
    const cell = all[next];
    if (!fits(cell)) return false;
    used += cell.width;
    next += 1;
    return true;
  };
  const takeFirst = () => {
    const cell = all[first - 1];
    if (!fits(cell)) return false;
    used += cell.width;
    first -= 1;
    return true;
  };
  // A place as wide as the window is shown with a little of what leads up to it.
  for (let lead = 0; lead < Math.min(8, room / 4) && takeFirst(); ) lead += 1;
  const end = Math.max(next, indexAt(all, place.to));
  while (next < end && takeNext());
  for (let more = true; more; ) {
    const before = takeFirst();
    more = takeNext() || before;
  }
  return {
    cells: all.slice(first, next),
    left: cutBefore || first > 0,
    right: cutBehind || next < all.length,
  };
}

function indexAt(all: readonly Cell[], offset: number): number {
  const index = all.findIndex(({ to }) => to > offset);
  return index < 0 ? all.length : index;
}

function total(some: readonly Cell[]): number {
  return some.reduce((sum, { width }) => sum + width, 0);
}
