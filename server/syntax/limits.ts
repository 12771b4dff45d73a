import type { Problem } from '../text/problem.ts';
import type { SourceText } from '../text/sourceText.ts';
import { type Span, shift } from '../text/span.ts';

/** How many containers (quotes, list items) a line may open before what follows is no structure any more. */
export const MAX_CONTAINERS = 200;
/** How many blanks may follow each other before the parser looks at each of them again and again. */
const MAX_BLANKS = 200;
const BLANKS = ' '.repeat(MAX_BLANKS);
/** How many characters that may open or close inline markup one passage may hold. */
export const MAX_DELIMITERS = 1000;
/** From each of them the parser may look to the end of the line, so that a long line may hold fewer of them. */
const MAX_STEPS = 20_000_000;

const CONTAINER_MARKER = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))/;
// A fence counts among them so that it never becomes blank itself, which would make code of all that follows.
const NEW_PASSAGE = /^[ \t]*(?:>|#|\||[-+*][ \t]|\d{1,9}[.)][ \t]|```|~~~)/;
const DELIMITER = /[*_[\]!<`~]/g;
const BLANK = /^[ \t]*$/;

/**
 * What would make the Markdown parser slow beyond reason: the places of characters that must not reach it as
 * they are. Found in one pass over the lines, and never by looking further than one passage, so that an edit
 * needs its own passage looked at again and no other.
 */
export function excess(text: SourceText, span: Span): readonly Span[] {
  const found: Span[] = [];
  let delimiters = 0;
  const last = text.lineAt(span.to).number;
  for (let number = text.lineAt(span.from).number; number <= last; number += 1) {
    const line = text.line(number);
    // Front matter that is never closed leaves no line for the Markdown, and the last one is not its own.
    if (line.from < span.from) continue;
    if (endsPassage(line.text)) delimiters = 0;
    const count = line.text.match(DELIMITER)?.length ?? 0;
    const head = containerExcess(line.text);
    const rest = head?.to ?? 0;
    const inLine = [
      ...(head === undefined ? [] : [head]),
      ...longBlanks(line.text).filter(({ from }) => head === undefined || from < head.from || from >= rest),
      ...delimitersBeyond(line.text, rest, count, delimiters),
    ];
    for (const one of inLine.sort((a, b) => a.from - b.from)) found.push(shift(one, line.from));
    delimiters += count;
  }
  return found;
}

function longBlanks(line: string): readonly Span[] {
  const found: Span[] = [];
  for (let at = line.indexOf(BLANKS); at >= 0; at = line.indexOf(BLANKS, at + MAX_BLANKS)) {
    found.push({ from: at + MAX_BLANKS - 1, to: at + MAX_BLANKS });
  }
  return found;
}

/** The places of delimiters in a line that has `count` of them and stands behind `before` others. */
function delimitersBeyond(line: string, from: number, count: number, before: number): readonly Span[] {
  const most = Math.min(MAX_DELIMITERS - before, Math.floor(MAX_STEPS / line.length));
  if (count <= most) return [];
  return [...line.matchAll(DELIMITER)]
    .slice(Math.max(0, most))
    .filter(({ index }) => index >= from)
    .map(({ index }) => ({ from: index, to: index + 1 }));
}

/** What the parser reads in place of an excess of this source: letters for markup, tabs for spaces. */
export function harmless(source: string): string {
  return (source.startsWith(' ') ? '\t' : 'x').repeat(source.length);
}

/** Whether what was counted before the line has no meaning for it. */
function endsPassage(line: string): boolean {
  return BLANK.test(line) || NEW_PASSAGE.test(line);
}

/** What opens behind so many blanks would stand in more lists than that, since each takes two columns. */
const MAX_INDENT = 2 * MAX_CONTAINERS;

function containerExcess(line: string): Span | undefined {
  const indent = line.length - line.trimStart().length;
  let at = indent < MAX_INDENT ? 0 : indent;
  for (let depth = at > 0 ? MAX_CONTAINERS : 0; ; depth += 1) {
    // A container marker takes few characters, so a short slice keeps the scan linear.
    const marker = CONTAINER_MARKER.exec(line.slice(at, at + 64));
    if (marker === null) return undefined;
    if (depth === MAX_CONTAINERS) {
      const rest = /^([ \t]*)(?:[ \t]|>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))+/.exec(line.slice(at));
      return { from: at + (rest?.[1]?.length ?? 0), to: at + (rest?.[0].length ?? 0) };
    }
    at += marker[0].length;
  }
}

/** The passages that `span` touches, from the first line to the last that is counted together with it. */
export function passageAround(text: SourceText, span: Span, from: number): Span {
  let first = text.lineAt(span.from);
  while (first.from > from && !endsPassage(first.text)) first = text.line(first.number - 1);
  let last = text.lineAt(span.to);
  for (; last.number < text.lines; ) {
    const next = text.line(last.number + 1);
    if (endsPassage(next.text)) break;
    last = next;
  }
  return { from: Math.max(from, first.from), to: last.to };
}

/** One problem for everything that was blanked. */
export function limitProblems(blanked: readonly Span[]): readonly Problem[] {
  const first = blanked[0];
  if (first === undefined) return [];
  return [
    {
      span: first,
      message:
        'This passage has more markup than can be read: from here on it is taken as plain text. Split it into shorter paragraphs or lists.',
    },
  ];
}
