import type { Problem } from '../text/problem.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';

/** How many containers (quotes, list items) a line may open before what follows is no structure any more. */
export const MAX_CONTAINERS = 200;
/** How many characters that may open or close inline markup one passage may hold. */
export const MAX_DELIMITERS = 1000;

const CONTAINER_MARKER = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))/;
const NEW_PASSAGE = /^[ \t]*(?:>|#|\||[-+*][ \t]|\d{1,9}[.)][ \t])/;
const DELIMITER = /[*_[\]!<`~]/g;
const BLANK = /^[ \t]*$/;

/**
 * What would make the Markdown parser slow beyond reason: the places of single characters that reach it as
 * blanks. Found in one pass over the lines, and never by looking further than one run of lines without a
 * blank line between them, so that an edit needs its own run looked at again and no other.
 */
export function excess(text: SourceText, span: Span): readonly Span[] {
  const found: Span[] = [];
  let delimiters = 0;
  const last = text.lineAt(span.to).number;
  for (let number = text.lineAt(span.from).number; number <= last; number += 1) {
    const line = text.line(number);
    if (BLANK.test(line.text) || NEW_PASSAGE.test(line.text)) delimiters = 0;
    const head = containerExcess(line.text);
    if (head !== undefined) found.push({ from: line.from + head.from, to: line.from + head.to });
    if (delimiters + line.text.length <= MAX_DELIMITERS) {
      delimiters += countDelimiters(line.text);
      continue;
    }
    for (const match of line.text.matchAll(DELIMITER)) {
      delimiters += 1;
      const at = line.from + match.index;
      if (delimiters > MAX_DELIMITERS) found.push({ from: at, to: at + 1 });
    }
  }
  return found;
}

function countDelimiters(line: string): number {
  return line.match(DELIMITER)?.length ?? 0;
}

function containerExcess(line: string): Span | undefined {
  let at = 0;
  for (let depth = 0; ; depth += 1) {
    // A container marker takes few characters, so a short slice keeps the scan linear.
    const marker = CONTAINER_MARKER.exec(line.slice(at, at + 64));
    if (marker === null) return undefined;
    if (depth === MAX_CONTAINERS) {
      const rest = /^(?:[ \t]|>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))+/.exec(line.slice(at));
      return { from: at, to: at + (rest?.[0].length ?? 0) };
    }
    at += marker[0].length;
  }
}

/** The run of lines without a blank line between them that `span` touches. */
export function runAround(text: SourceText, span: Span, from: number): Span {
  let first = text.lineAt(span.from);
  while (first.from > from && !BLANK.test(first.text)) first = text.line(first.number - 1);
  let last = text.lineAt(span.to);
  while (last.number < text.lines && !BLANK.test(last.text)) last = text.line(last.number + 1);
  return { from: Math.max(from, first.from), to: last.to };
}

/** One problem for everything that was blanked. */
export function limitProblem(blanked: readonly Span[]): Problem | undefined {
  const first = blanked[0];
  if (first === undefined) return undefined;
  return {
    span: first,
    message:
      'This passage has more markup than can be read: from here on it is taken as plain text. Split it into shorter paragraphs or lists.',
  };
}
