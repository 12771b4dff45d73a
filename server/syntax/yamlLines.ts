/** The lines of a text that hold more than blanks and comments. */
export interface Lines {
  /** Where the first character that is no space stands. */
  readonly at: readonly number[];
  /** How many spaces stand before it. */
  readonly column: readonly number[];
  /** Where the document ends: at a marker line, or with the text. */
  readonly end: number;
}

const TAB = 9;
const LF = 10;
const SPACE = 32;
const HASH = 35;
const HYPHEN = 45;
const DOT = 46;

/** Finds the lines of the document that begins at `from`, the start of a line. One pass, no look at the inside of a line. */
export function readLines(text: string, from: number): Lines {
  const at: number[] = [];
  const column: number[] = [];
  for (let start = from; start < text.length; ) {
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
