import type { Span } from '../../text/span.ts';
import type { Emitter } from '../text/emit.ts';
import { escapes, type Where } from '../text/escape.ts';
import { cut, inline } from '../text/inline.ts';
import type { Mark } from './flow.ts';

/** How a stretch of words is to be written. */
export interface InlineStyle extends Where {
  /** What stands for a line break that the author set. */
  readonly lineBreak: string;
  /** Whether bold and italic are kept; of a heading the level says as much. */
  readonly emphasis: boolean;
}

interface Insert {
  readonly at: number;
  readonly text: string;
  /** Of inserts at one place those with the smaller number come first: what ends, before what begins. */
  readonly order: number;
}

/** Writes words with what is done to them: emphasis, links, the marks of footnotes. */
export function writeInline(
  out: Emitter,
  source: string,
  span: Span,
  marks: readonly Mark[],
  style: InlineStyle,
): void {
  const inserts = insertsOf(source, marks, style);
  const lines = linesOf(source, span);
  const { text } = inline(source, lines.flat(), '\n');
  const escaped = new Set(escapes(text, style));
  let offset = 0;
  for (const [index, pieces] of lines.entries()) {
    if (index > 0) out.insert(style.lineBreak);
    for (const [position, piece] of pieces.entries()) {
      if (position > 0) out.insert(' ');
      const backslashes = new Set<number>();
      for (let at = piece.from; at < piece.to; at += 1) {
        if (escaped.has(offset + at - piece.from)) backslashes.add(at);
      }
      writePiece(out, piece, backslashes, inserts);
      offset += piece.to - piece.from + 1;
    }
  }
  const [end] = lines.flat().slice(-1);
  for (const { at, text: mark } of inserts) if (end === undefined || at > end.to) out.insert(mark);
}

/** The words line by line, each cut where a tab stands. */
function linesOf(source: string, span: Span): readonly (readonly Span[])[] {
  const lines: (readonly Span[])[] = [];
  let from = span.from;
  for (const line of source.slice(span.from, span.to).split('\n')) {
    const pieces = cut(source, { from, to: from + line.length });
    if (pieces.length > 0) lines.push(pieces);
    from += line.length + 1;
  }
  return lines;
}

function writePiece(
  out: Emitter,
  piece: Span,
  backslashes: ReadonlySet<number>,
  inserts: readonly Insert[],
): void {
  const here = inserts.filter(({ at }) => piece.from <= at && at <= piece.to);
  const places = [...new Set([...backslashes, ...here.map(({ at }) => at)])].sort((a, b) => a - b);
  let from = piece.from;
  for (const at of places) {
    out.copy({ from, to: at });
    for (const { text } of here.filter((one) => one.at === at)) out.insert(text, at);
    if (backslashes.has(at)) out.insert('\\', at);
    from = at;
  }
  out.copy({ from, to: piece.to });
}

function insertsOf(source: string, marks: readonly Mark[], style: InlineStyle): readonly Insert[] {
  const inserts: Insert[] = [];
  for (const mark of marks) {
    const { from, to } = shrunk(source, mark.span);
    if (mark.note !== undefined)
      inserts.push(...noteMark(mark.note, source, { from, to: Math.max(from, to) }));
    if (mark.note !== undefined || from >= to) continue;
    const target = linkTarget(mark.href);
    if (target !== undefined) inserts.push(...around(from, to, ['[', `](${target})`]));
    const stars = style.emphasis ? starsOf(mark) : '';
    // Stars inside a word, or beside its punctuation, are no emphasis to Markdown.
    if (stars !== '' && standsFree(source, from, to)) inserts.push(...around(from, to, [stars, stars]));
  }
  return inserts.sort((a, b) => a.at - b.at || a.order - b.order);
}

function around(from: number, to: number, [before, behind]: readonly [string, string]): readonly Insert[] {
  return [
    { at: from, text: before, order: from === to ? 1 : 2 },
    { at: to, text: behind, order: 1 },
  ];
}

/** A mark that stands in the text is carried over; one that the format counts is put there. */
function noteMark(note: string, source: string, { from, to }: Span): readonly Insert[] {
  const shown = source.slice(from, to);
  if (shown === '') return around(from, to, [`[^${note}`, ']']);
  // "[1]" has its brackets already.
  return /^\[[^[\]]+\]$/.test(shown)
    ? [{ at: from + 1, text: '^', order: 1 }]
    : around(from, to, ['[^', ']']);
}

function shrunk(source: string, span: Span): Span {
  const text = source.slice(span.from, span.to);
  const from = span.from + text.length - text.trimStart().length;
  return { from, to: from + text.trim().length };
}

function starsOf({ bold, italic }: Mark): string {
  return `${bold === true ? '**' : ''}${italic === true ? '*' : ''}`;
}

function standsFree(source: string, from: number, to: number): boolean {
  const words = source.slice(from, to);
  if (/[\n\t*_]/.test(words) || !/^[\p{L}\p{N}]/u.test(words)) return false;
  const [before, behind] = [source[from - 1] ?? ' ', source[to] ?? ' '];
  if (/[\p{L}\p{N}*_]/u.test(before) || /[*_]/.test(behind)) return false;
  return /[\p{L}\p{N}]$/u.test(words) ? !/[\p{L}\p{N}]/u.test(behind) : /\s/.test(behind);
}

/** Links of the web and of mail; a link to a place in the same document leads nowhere in another. */
function linkTarget(href: string | undefined): string | undefined {
  if (href === undefined || !/^(?:https?:\/\/|mailto:)[^\s<>\\]+$/i.test(href)) return undefined;
  return /[()]/.test(href) ? `<${href}>` : href;
}
