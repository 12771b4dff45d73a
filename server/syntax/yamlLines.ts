/** A list of numbers; long ones are kept in a form that costs the garbage collector nothing. */
export type Numbers = ArrayLike<number>;

/** The lines of a text that hold more than blanks and comments. */
export interface Lines {
  /** Where the first character that is no space stands. */
  readonly at: Numbers;
  /** How many spaces stand before it. */
  readonly column: Numbers;
  /** Where the document ends: at a marker line, or with the text. */
  readonly end: number;
}

const TAB = 9;
const LF = 10;
const SPACE = 32;
const HASH = 35;
const HYPHEN = 45;
const DOT = 46;

/** Lines that were read, with the text that they were read from. */
export interface ReadLines {
  readonly text: string;
  /** Where the document begins: the start of a line. */
  readonly from: number;
  readonly lines: Lines;
}

/** Finds the lines of the document that begins at `from`, looking only at those that differ from `before`. */
export function readLines(text: string, from: number, before: ReadLines | undefined): ReadLines {
  if (before === undefined || before.from !== from)
    return { text, from, lines: scan(text, from, () => false) };
  const shared = sharedEnds(before.text, text);
  const first = Math.max(from, text.lastIndexOf('\n', shared.head - 1) + 1);
  const old = before.lines;
  // A document that ended before the change goes on ending there.
  if (old.end < first && old.end < before.text.length) return { text, from, lines: old };
  const grown = text.length - before.text.length;
  const same = text.length - shared.tail;
  let resumed = -1;
  const changed = scan(text, first, (start) => {
    const was = start - grown;
    // What stood before the data was never looked at, so there is nothing to resume.
    if (start <= same || was < from || was > old.end) return false;
    resumed = start;
    return true;
  });
  const head = lineFrom(old, first);
  const tail = resumed < 0 ? old.at.length : lineFrom(old, resumed - grown);
  const lines = {
    at: spliced(old.at, head, changed.at, tail, grown),
    column: spliced(old.column, head, changed.column, tail, 0),
    end: resumed < 0 ? changed.end : old.end + grown,
  };
  return { text, from, lines };
}

/** The list with what stands from `head` to `tail` replaced, and `by` added to all behind it. */
function spliced(list: Numbers, head: number, middle: Numbers, tail: number, by: number): Numbers {
  const result = new Uint32Array(head + middle.length + list.length - tail);
  for (let index = 0; index < head; index += 1) result[index] = list[index] ?? 0;
  result.set(middle, head);
  const shift = head + middle.length - tail;
  for (let index = tail; index < list.length; index += 1) result[index + shift] = (list[index] ?? 0) + by;
  return result;
}

/** The first line that begins at or behind `start`, found by halving. */
function lineFrom({ at, column }: Lines, start: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) - (column[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Reads lines from `from`, the start of a line, until `enough` says so at the start of another. */
function scan(text: string, from: number, enough: (start: number) => boolean): Lines {
  const at: number[] = [];
  const column: number[] = [];
  for (let start = from; start < text.length && !enough(start); ) {
    let place = start;
    while (text.charCodeAt(place) === SPACE) place += 1;
    const first = text.charCodeAt(place);
    if ((first === HYPHEN || first === DOT) && place === start && isMarker(text, place)) {
      return { at, column, end: start };
    }
    if (place < text.length && first !== LF && first !== HASH && !(first === TAB && isBlank(text, place))) {
      at.push(place);
      column.push(place - start);
    }
    const end = text.indexOf('\n', place);
    start = end < 0 ? text.length : end + 1;
  }
  return { at, column, end: text.length };
}

const BLOCK = 8192;

/** How many code units two texts share at their beginnings and, beyond those, at their ends. */
function sharedEnds(a: string, b: string): { readonly head: number; readonly tail: number } {
  const most = Math.min(a.length, b.length);
  let head = 0;
  // Engines compare slices many times faster than a loop compares code units.
  while (head + BLOCK <= most && a.slice(head, head + BLOCK) === b.slice(head, head + BLOCK)) head += BLOCK;
  while (head < most && a.charCodeAt(head) === b.charCodeAt(head)) head += 1;
  const left = most - head;
  let tail = 0;
  const same = (size: number) =>
    a.slice(a.length - tail - size, a.length - tail) === b.slice(b.length - tail - size, b.length - tail);
  while (tail + BLOCK <= left && same(BLOCK)) tail += BLOCK;
  while (tail < left && same(1)) tail += 1;
  return { head, tail };
}

/** Whether a line with `---` or `...` begins there, which ends a document wherever it stands. */
export function isMarker(text: string, at: number): boolean {
  if (!text.startsWith('---', at) && !text.startsWith('...', at)) return false;
  return at + 3 === text.length || isBlankCode(text.charCodeAt(at + 3));
}

/** Whether nothing but blanks and perhaps a comment stands between `at` and the end of the line. */
export function isBlankOrComment(text: string, at: number): boolean {
  let place = at;
  while (text.charCodeAt(place) === SPACE || text.charCodeAt(place) === TAB) place += 1;
  const code = text.charCodeAt(place);
  return place >= text.length || code === LF || (code === HASH && place > at);
}

/** Whether the code unit is a space, a tab or a line end. */
export function isBlankCode(code: number): boolean {
  return code === SPACE || code === TAB || code === LF;
}

function isBlank(text: string, at: number): boolean {
  let place = at;
  while (text.charCodeAt(place) === SPACE || text.charCodeAt(place) === TAB) place += 1;
  return place >= text.length || text.charCodeAt(place) === LF;
}
