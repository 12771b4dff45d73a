import { isBlankCode, isBlankOrComment, type Lines } from './yamlLines.ts';

/** A stretch of block-style YAML: it begins with its first character that is no blank, below it are whole lines. */
export interface Stretch {
  readonly at: number;
  readonly column: number;
  /** The first line below its first, and the line behind its last: places in `Lines`. */
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

export type PieceKind = 'entry' | 'item';

/** A stretch that is a block map or a block list, and the pieces it falls into. */
export interface Cut {
  readonly kind: PieceKind;
  readonly pieces: readonly Stretch[];
}

// A key ends at the first colon with a blank behind it. Anchors and tags may stand before it. YAML allows a key
// 1,024 characters; bounded repetition also keeps the stack of the regular expression small on any input.
const KEY =
  /^(?:[&!][^ \t\n,[\]{}]{0,256}[ \t]+){0,2}(?:"(?:[^"\\\n]|\\[^\n]){0,1024}"|'(?:[^'\n]|''){0,1024}'|\*[^ \t\n,[\]{}]{1,256}[ \t]|(?:[^ \t\n\uFEFF,[\]{}#&*!|>'"%@`?:-]|[?:-](?=[^ \t\n]))(?:[^\n:#]|:(?=[^ \t\n])|(?<![ \t])#){0,1024})[ \t]*:(?=[ \t\n]|$)/;
const COMPLEX_KEY = /^(?:\?(?=[ \t\n]|$)|[[{][^\n]{0,1024}[\]}][ \t]*:(?=[ \t\n]|$))/;
// Longer than any key, and short enough that a text of one huge line is not looked at again and again.
const KEY_SLICE = 1500;
const HYPHEN = 45;

/** Where the value of an entry begins, just behind its colon; -1 when no key stands at `at`. */
export function keyEnd(text: string, at: number): number {
  const key = KEY.exec(text.slice(at, at + KEY_SLICE));
  return key === null ? -1 : at + key[0].length;
}

/** Whether an entry of a block map may begin at `at`, the first place of its line. */
function isEntry(text: string, at: number): boolean {
  return keyEnd(text, at) >= 0 || COMPLEX_KEY.test(text.slice(at, at + KEY_SLICE));
}

function isItem(text: string, at: number): boolean {
  return text.charCodeAt(at) === HYPHEN && (at + 1 >= text.length || isBlankCode(text.charCodeAt(at + 1)));
}

/**
 * Cuts a block map or list into its entries or items, by indentation alone. A line that fits nowhere belongs to
 * the piece above it, where the parser says what is wrong with it. Undefined for anything else.
 */
export function cut(text: string, lines: Lines, whole: Stretch): Cut | undefined {
  const kind = isItem(text, whole.at) ? 'item' : isEntry(text, whole.at) ? 'entry' : undefined;
  if (kind === undefined) return undefined;
  const begins = kind === 'item' ? isItem : isEntry;
  const pieces: Stretch[] = [];
  let at = whole.at;
  let from = whole.from;
  for (let line = whole.from; line < whole.to; line += 1) {
    const place = lines.at[line] ?? whole.end;
    if (lines.column[line] !== whole.column || !begins(text, place)) continue;
    pieces.push({ at, column: whole.column, from, to: line, end: place - whole.column });
    at = place;
    from = line + 1;
  }
  pieces.push({ at, column: whole.column, from, to: whole.to, end: whole.end });
  return { kind, pieces };
}

/** The block map or list that is the value of an entry or item; undefined when it is something else. */
export function cutValue(text: string, lines: Lines, kind: PieceKind, piece: Stretch): Stretch | undefined {
  const behind = kind === 'item' ? piece.at + 1 : keyEnd(text, piece.at);
  if (behind < 0) return undefined;
  const value = isBlankOrComment(text, behind)
    ? valueBelow(text, lines, kind, piece)
    : kind === 'item'
      ? valueBeside(text, piece)
      : undefined;
  return value !== undefined && (isItem(text, value.at) || isEntry(text, value.at)) ? value : undefined;
}

function valueBelow(text: string, lines: Lines, kind: PieceKind, piece: Stretch): Stretch | undefined {
  const at = lines.at[piece.from];
  const column = lines.column[piece.from];
  if (at === undefined || column === undefined || piece.from >= piece.to) return undefined;
  const deepEnough =
    column > piece.column || (column === piece.column && kind === 'entry' && isItem(text, at));
  return deepEnough ? { at, column, from: piece.from + 1, to: piece.to, end: piece.end } : undefined;
}

/** The value that begins on the line of its dash: its column counts as if the dash were a space. */
function valueBeside(text: string, piece: Stretch): Stretch | undefined {
  let at = piece.at + 1;
  while (text.charCodeAt(at) === 32) at += 1;
  return { ...piece, at, column: piece.column + at - piece.at };
}
