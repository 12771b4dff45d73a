import type { Span } from '../text/span.ts';

/** A row that only draws the line below a table's header: `| --- | :-: |`, also with blanks behind it. */
const DELIMITER_ROW = /^\s*\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?\s*$/;

export function isDelimiterRow(line: string): boolean {
  return line.includes('-') && line.includes('|') && DELIMITER_ROW.test(line);
}

/** Whether a line holds a pipe that is not escaped. */
export function hasPipe(line: string): boolean {
  for (let at = line.indexOf('|'); at >= 0; at = line.indexOf('|', at + 1)) {
    if (!escaped(line, at)) return true;
  }
  return false;
}

/**
 * The cells of a table row, each without the blanks around it. An empty cell is an empty span between
 * its pipes; pipes before the first and after the last cell are optional.
 */
export function splitRow(line: string): readonly Span[] {
  const bounds = [-1];
  for (let at = line.indexOf('|'); at >= 0; at = line.indexOf('|', at + 1)) {
    if (!escaped(line, at)) bounds.push(at);
  }
  bounds.push(line.length);
  const cells: Span[] = [];
  for (let index = 0; index + 1 < bounds.length; index += 1) {
    const from = (bounds[index] ?? 0) + 1;
    const to = bounds[index + 1] ?? line.length;
    const outside = index === 0 || index + 2 === bounds.length;
    const blank = line.slice(from, to).trim() === '';
    if (!(outside && blank && bounds.length > 2)) cells.push(trimmed(line, from, to));
  }
  return cells;
}

function trimmed(line: string, from: number, to: number): Span {
  const text = line.slice(from, to);
  const lead = text.length - text.trimStart().length;
  if (lead === text.length) return { from: from + (lead > 0 ? 1 : 0), to: from + (lead > 0 ? 1 : 0) };
  return { from: from + lead, to: from + text.trimEnd().length };
}

function escaped(line: string, at: number): boolean {
  let slashes = 0;
  while (line[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}
