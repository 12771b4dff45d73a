import type { Span } from '../../text/span.ts';

/** Text as it stands in pieces of the source; the pieces are joined by a space or a line end. */
export interface Inline {
  readonly pieces: readonly Span[];
  readonly text: string;
}

/** Joins pieces of the source to one text. */
export function inline(source: string, pieces: readonly Span[], joint = ' '): Inline {
  return { pieces, text: pieces.map(({ from, to }) => source.slice(from, to)).join(joint) };
}

// What no line of Markdown can carry as it is: a tab, a form feed or a line end in the middle of a line.
const BREAK = /[\t\n\f\v\u2028\u2029\r]\s*/g;

/** The pieces of a stretch of the source that a tab cuts in two. */
export function cut(source: string, span: Span): readonly Span[] {
  const text = source.slice(span.from, span.to);
  const pieces: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(BREAK)) {
    pieces.push(trimmed(source, { from: span.from + from, to: span.from + match.index }));
    from = match.index + match[0].length;
  }
  pieces.push(trimmed(source, { from: span.from + from, to: span.to }));
  return pieces.filter((piece) => piece.from < piece.to);
}

/** The span without the white space at its ends. */
export function trimmed(source: string, span: Span): Span {
  const text = source.slice(span.from, span.to);
  const from = span.from + text.length - text.trimStart().length;
  return { from, to: Math.max(from, from + text.trim().length) };
}
