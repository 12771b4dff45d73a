import type { Span } from '../../text/span.ts';

/** A line of the source; the span and `text` leave the white space at both ends out. */
export interface Line extends Span {
  readonly text: string;
  /** The line with its white space: tabs at its end are empty cells of a table. */
  readonly raw: string;
  /** Where `raw` begins in the source. */
  readonly start: number;
  /** How many characters of white space stand before the text. */
  readonly indent: number;
  /** Whether it is an item of a list although it has lost its bullet. */
  readonly isItem?: boolean;
}

/** Cuts a text with LF line ends into lines. */
export function readLines(source: string): readonly Line[] {
  let start = 0;
  return source.split('\n').map((raw) => {
    const text = raw.trim();
    const lead = raw.length - raw.trimStart().length;
    const from = text === '' ? start : start + lead;
    // The break of a page stands before the first line of the next and moves nothing to the right.
    const indent = raw.slice(0, lead).replaceAll('\f', '').length;
    const line = { from, to: from + text.length, text, raw, start, indent };
    start += raw.length + 1;
    return line;
  });
}

/** The lines with some of them made blank, so that what is left out still separates as white space does. */
export function blanked(lines: readonly Line[], gone: ReadonlySet<number>): readonly Line[] {
  if (gone.size === 0) return lines;
  return lines.map((line, index) => (gone.has(index) ? { ...line, text: '', raw: '', to: line.from } : line));
}

/** What is left of a line behind an offset of the source, as a line of its own. */
export function restOf(line: Line, offset: number): Line {
  const raw = line.raw.slice(offset - line.start);
  const text = raw.trim();
  const from = line.to - text.length;
  return { from, to: line.to, text, raw, start: offset, indent: 0 };
}

/** The first line at or behind `index` that is not blank. */
export function nextText(lines: readonly Line[], index: number): Line | undefined {
  let at = index;
  while (at < lines.length && lines[at]?.text === '') at += 1;
  return lines[at];
}

/**
 * Where the words between two places of lines that were joined by single spaces stand in the source, in as many pieces
 * as they take lines.
 */
export function piecesOf(lines: readonly Line[], from: number, to: number): readonly Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const line of lines) {
    const [first, last] = [Math.max(from, start) - start, Math.min(to, start + line.text.length) - start];
    const words = first < last ? line.text.slice(first, last) : '';
    const at = line.from + first + words.length - words.trimStart().length;
    if (words.trim() !== '') found.push({ from: at, to: at + words.trim().length });
    start += line.text.length + 1;
  }
  return found;
}
