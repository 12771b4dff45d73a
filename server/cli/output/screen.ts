import { characterWidth } from '../../values/displayWidth.ts';

/** One character as a terminal shows it. */
export interface Cell {
  readonly shown: string;
  /** How many columns it takes. */
  readonly width: number;
  /** Where it begins in the text, and where the next one does. */
  readonly from: number;
  readonly to: number;
}

const PLAIN = /^[ -~]*$/;
/** Letters, quotation marks and dashes of which each is one character of one column: nearly all that reports hold. */
const SIMPLE = /^[ -~\u00A0-\u00AC\u00AE-\u024F\u2010-\u2027\u2030-\u203A\u20AC]*$/;
/** What a terminal obeys or hides instead of showing it: controls, direction marks, and blanks without width. */
const HIDDEN =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/u;
const ALL_HIDDEN = new RegExp(HIDDEN.source, 'gu');
const TAB_WIDTH = 4;

/** The text with everything that a terminal would obey or hide made visible: `<U+202E>`. */
export function visible(text: string): string {
  return PLAIN.test(text) ? text : text.replace(ALL_HIDDEN, codeName);
}

/** The same of a text of several lines. What goes to no terminal stays as it is, for whoever reads it. */
export function visibleLines(text: string, { columns }: { readonly columns: number | undefined }): string {
  if (columns === undefined) return text;
  return text
    .split('\n')
    .map((line) => visible(line.replace(/\r$/, '')))
    .join('\n');
}

/** The characters of a line, with tabs as blanks up to the next stop. */
export function cells(line: string): readonly Cell[] {
  if (SIMPLE.test(line)) {
    return line.split('').map((shown, from) => ({ shown, width: 1, from, to: from + 1 }));
  }
  const found: Cell[] = [];
  let column = 0;
  for (const { segment, index } of new Intl.Segmenter('en').segment(line)) {
    const cell = cellOf(segment, index, column);
    column += cell.width;
    found.push(cell);
  }
  return found;
}

/** How many columns a text takes. */
export function widthOf(text: string): number {
  return cells(text).reduce((sum, { width }) => sum + width, 0);
}

function cellOf(character: string, from: number, column: number): Cell {
  const to = from + character.length;
  if (character === '\t') {
    const width = TAB_WIDTH - (column % TAB_WIDTH);
    return { shown: ' '.repeat(width), width, from, to };
  }
  if (HIDDEN.test(character)) {
    const shown = visible(character);
    return { shown, width: [...shown].length, from, to };
  }
  return { shown: character, width: characterWidth(character), from, to };
}

function codeName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
