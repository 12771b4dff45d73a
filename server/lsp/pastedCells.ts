import { escapes } from '../convert/text/escape.ts';
import { readTabSeparated } from '../values/tabSeparated.ts';

/** So many cells become a table; a document with more is none that people read. */
export const MOST_CELLS = 20_000;
/** A page on the clipboard with more characters is not looked at: markup may take many times what its words take. */
export const MOST_MARKUP = 5_000_000;

/** The words of a cell as Markdown that shows them as they are; a line break is kept. */
export function cellMarkdown(words: string): string {
  return words
    .split(/\r\n?|\n|\u2028|\u2029|\v/)
    .map((line) => escapedCell(line.replace(/[\t\f\u00A0 ]+/g, ' ').trim()))
    .filter((line, index, all) => line !== '' || (index > 0 && index < all.length - 1))
    .join('<br>');
}

function escapedCell(line: string): string {
  let result = '';
  let at = 0;
  for (const offset of escapes(line, { cell: true })) {
    result += `${line.slice(at, offset)}\\`;
    at = offset;
  }
  return result + line.slice(at);
}

/**
 * The rows of a text that was copied from a table; undefined for any other text. Every row has as many values as the
 * others, and the first column has words: text that is only indented by tabs is no table.
 */
export function clipboardRows(text: string): readonly (readonly string[])[] | undefined {
  if (!text.includes('\t')) return undefined;
  const rows = readTabSeparated(text);
  const width = rows[0]?.length ?? 0;
  const isTable =
    rows.every((row) => row.length === width) && rows.some(([first = '']) => first.trim() !== '');
  return isTable && width > 1 ? rows : undefined;
}

/** Rows without the empty ones behind the last that says something, and without such columns. */
export function trimmedRows(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const last = rows.findLastIndex((row) => row.some((cell) => cell.trim() !== ''));
  const kept = rows.slice(0, last + 1);
  let width = 0;
  for (const row of kept) width = Math.max(width, row.findLastIndex((cell) => cell.trim() !== '') + 1);
  return kept.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''));
}

/** A sentence that says why so many cells become no table. */
export function tooManyCells(count: number): string | undefined {
  if (count <= MOST_CELLS) return undefined;
  const [own, most] = [count, MOST_CELLS].map((number) => number.toLocaleString('en-GB'));
  return `What is pasted has ${own} cells, and up to ${most} become a table. Keep it as a spreadsheet in the pack, and paste what is to be read.`;
}
