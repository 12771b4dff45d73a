import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import { keyEnd } from './yamlCut.ts';

/** The front matter of a Markdown document. */
export interface FrontMatter {
  /** The YAML between the lines of hyphens; absent when the document has no front matter. */
  readonly data?: Span;
  /** The front matter with the lines around it; the body begins where it ends. Empty when there is none. */
  readonly whole: Span;
  /** False when the closing line is missing, so that where the data end is a guess. */
  readonly closed: boolean;
}

const OPENING = /^---[ \t]*$/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/;
const BLANK = /^[ \t]*$/;
const FIRST_LOOK = 4096;

/**
 * Splits off the front matter: it begins with a line `---` at the very start and ends with the next line `---`
 * or `...`. Where that is missing, the data end at the first blank line that prose follows, or else at the first
 * blank line, so that the body can be read. Looks no further than it must.
 */
export function splitFrontMatter(text: SourceText): FrontMatter {
  const opening = text.line(1);
  if (!OPENING.test(opening.text)) return { whole: { from: 0, to: 0 }, closed: true };
  const from = Math.min(text.length, opening.to + 1);
  const closing = closingLine(text, from);
  if (closing !== undefined) {
    const to = Math.min(text.length, closing.to + 1);
    return { data: { from, to: closing.from }, whole: { from: 0, to }, closed: true };
  }
  const to = from + guessedLength(text.slice(from));
  return { data: { from, to }, whole: { from: 0, to }, closed: false };
}

/** Takes ever larger slices, since front matter is short and looking up line by line is slow when it is not. */
function closingLine(text: SourceText, from: number): Span | undefined {
  for (let size = FIRST_LOOK; ; size *= 4) {
    const isAll = from + size >= text.length;
    const lines = text.slice(from, Math.min(text.length, from + size)).split('\n');
    // The last line of a slice may be cut off.
    const usable = isAll ? lines.length : lines.length - 1;
    let at = from;
    for (const line of lines.slice(0, usable)) {
      if (CLOSING.test(line)) return { from: at, to: at + line.length };
      at += line.length + 1;
    }
    if (isAll) return undefined;
  }
}

/** How much of a text whose front matter is never closed is data. */
function guessedLength(text: string): number {
  let firstBlank: number | undefined;
  let blank: number | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    if (BLANK.test(line)) {
      firstBlank ??= at;
      blank ??= at;
    } else {
      if (blank !== undefined && isProse(line)) return blank;
      blank = undefined;
    }
    at += line.length + 1;
  }
  return Math.min(text.length, firstBlank ?? text.length);
}

/** Whether a line behind a blank one cannot be part of front matter. A heading could be a comment, but hardly ever is. */
function isProse(line: string): boolean {
  if (/^#{1,6}(?:[ \t]|$)/.test(line)) return true;
  return !/^(?:[ \t#}\]]|-[ \t])/.test(line) && keyEnd(line, 0) < 0;
}

/** Fields that were meant as front matter and stand where nobody reads them as such. */
export interface StrayFrontMatter {
  /** What stands before them: blank lines, comments. Empty when only the lines of hyphens are missing. */
  readonly lead: Span;
  /** The fields with the lines of hyphens around them, where there are any. */
  readonly whole: Span;
  readonly fenced: boolean;
}

const LEAD = /^(?:\s|<!--[\s\S]*?-->)*/;
const DATA_LINE = /^(?:[\w-]+:(?:[ \t]|$)|[ \t]+\S|- )/;
const BLANK_OR_COMMENT = /^[ \t]*(?:#|$)/;

/** Looks for front matter in a document that has none at its very start. Looks no further than at its first lines. */
export function strayFrontMatter(text: SourceText): StrayFrontMatter | undefined {
  const head = text.slice(0, Math.min(text.length, FIRST_LOOK));
  const lead = { from: 0, to: LEAD.exec(head)?.[0].length ?? 0 };
  const rest = head.slice(lead.to);
  const fenced = lead.to > 0 ? fencedData(rest) : undefined;
  const data = fenced ?? plainData(rest);
  // Without the hyphens only this field makes lines with colons fields of the document.
  if (!/^framework:/m.test(data)) return undefined;
  return { lead, whole: { from: lead.to, to: lead.to + data.length }, fenced: fenced !== undefined };
}

/** The fields that a text begins with and the lines of hyphens around them; undefined when there are no such lines. */
function fencedData(text: string): string | undefined {
  const lines = text.split('\n');
  if (!OPENING.test(lines[0] ?? '')) return undefined;
  const end = lines.findIndex(
    (line, index) => index > 0 && !DATA_LINE.test(line) && !BLANK_OR_COMMENT.test(line),
  );
  if (!CLOSING.test(lines[end] ?? '')) return undefined;
  return lines.slice(0, end + 1).join('\n') + (end + 1 < lines.length ? '\n' : '');
}

/** The lines that a text begins with and that could be fields. */
function plainData(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !DATA_LINE.test(line));
  const data = (end < 0 ? lines : lines.slice(0, end)).join('\n');
  return data + (data !== '' && end >= 0 ? '\n' : '');
}
