import type { SourceText } from '../text/sourceText.ts';

/** A place as people name it: both count from 1, the column in code points. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where an offset stands in the file that the text was read from. Each line end of a file, be it LF, CR LF or a
 * lone CR, is one LF of the text, and its byte-order mark is no part of the text nor of what an editor shows:
 * so lines and columns of the text are those of the file.
 */
export function positionAt(text: SourceText, offset: number): Position {
  const { from, number, text: line } = text.lineAt(offset);
  return { line: number, column: codePoints(line, Math.max(0, offset - from)) + 1 };
}

/** How many code points begin before an offset, which may lie in the middle of one. */
function codePoints(line: string, offset: number): number {
  let count = 0;
  for (let at = 0; at < Math.min(offset, line.length); count += 1) {
    const next = at + ((line.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
    if (next > offset) break;
    at = next;
  }
  return count;
}
