import type { CST } from 'yaml';
import type { DataScalar } from './data.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
};
const HEX_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const HEX = /^[0-9a-fA-F]+$/;

/** A plain or quoted scalar from its source, opening and closing quotation marks included. */
export function flowScalar(source: string): DataScalar {
  const quote = source[0] === '"' || source[0] === "'" ? source[0] : '';
  const lead = quote.length;
  // A quotation mark that is never closed takes the line ends up to the next entry with it.
  const inner = isClosed(source) ? source.slice(lead, source.length - lead) : source.slice(lead).trimEnd();
  const style = quote === '' ? 'plain' : 'quoted';
  const direct = !inner.includes('\n') && (quote === '' || !inner.includes(quote === '"' ? '\\' : "'"));
  if (direct) return { kind: 'scalar', text: inner, style, lead, length: source.length };
  return { kind: 'scalar', style, lead, length: source.length, ...unfold(inner, quote, lead) };
}

/** A plain scalar of source that is to be read as it stands, whatever it looks like. */
export function plainScalar(source: string): DataScalar {
  return { kind: 'scalar', text: source, style: 'plain', lead: 0, length: source.length };
}

/** What stands where a value was left out. */
export const EMPTY_SCALAR: DataScalar = { kind: 'scalar', text: '', style: 'empty', lead: 0, length: 0 };

/** Whether the source of a quoted scalar ends with its own closing mark; true for a plain one. */
export function isClosed(source: string): boolean {
  const quote = source[0];
  if (quote !== '"' && quote !== "'") return true;
  if (source.length === 1 || !source.endsWith(quote)) return false;
  const mark = quote === '"' ? '\\' : quote;
  let at = source.length - 2;
  while (at > 0 && source[at] === mark) at -= 1;
  return (source.length - at) % 2 === 0;
}

interface Unfolded {
  readonly text: string;
  readonly runs: readonly number[];
}

/** Line ends become a space, or one LF less than they are; escapes what they stand for. `base` is where `inner` begins. */
function unfold(inner: string, quote: string, base: number): Unfolded {
  const parts: string[] = [];
  const runs: number[] = [];
  let length = 0;
  const put = (part: string, at: number) => {
    runs.push(length, base + at);
    parts.push(part);
    length += part.length;
  };
  const special = quote === '' ? /\n[ \t\n]*/g : quote === '"' ? /\\|\n[ \t\n]*/g : /''|\n[ \t\n]*/g;
  let from = 0;
  for (let match = special.exec(inner); match !== null; match = special.exec(inner)) {
    const change = match[0] === '\\' ? escapeAt(inner, match.index) : changeOf(match[0]);
    const at = match[0].startsWith('\n') ? withoutBlanks(inner, from, match.index) : match.index;
    if (at > from) put(inner.slice(from, at), from);
    put(change.text, at);
    from = match.index + change.length;
    special.lastIndex = from;
  }
  if (from < inner.length) put(inner.slice(from), from);
  // The end of the text is a place too: that of the closing mark.
  runs.push(length, base + inner.length);
  return { text: parts.join(''), runs };
}

/** Where the blanks before `to` begin, which a folded line end takes with it. */
function withoutBlanks(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && (text[at - 1] === ' ' || text[at - 1] === '\t')) at -= 1;
  return at;
}

interface Change {
  readonly text: string;
  readonly length: number;
}

function changeOf(source: string): Change {
  if (source === "''") return { text: "'", length: 2 };
  const breaks = source.split('\n').length - 1;
  return { text: breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), length: source.length };
}

/** An escape between double quotation marks. One that means nothing stays as it is written. */
function escapeAt(inner: string, at: number): Change {
  const name = inner[at + 1] ?? '';
  const simple = ESCAPES[name];
  if (simple !== undefined) return { text: simple, length: 2 };
  if (name === '\n') {
    const blanks = /^[ \t]*/.exec(inner.slice(at + 2));
    return { text: '', length: 2 + (blanks?.[0].length ?? 0) };
  }
  const digits = HEX_LENGTHS[name];
  const hex = digits === undefined ? '' : inner.slice(at + 2, at + 2 + digits);
  const code = hex.length === digits && HEX.test(hex) ? Number.parseInt(hex, 16) : Number.POSITIVE_INFINITY;
  if (code <= 0x10ffff) return { text: String.fromCodePoint(code), length: 2 + hex.length };
  return { text: inner.slice(at, at + 2), length: Math.min(2, inner.length - at) };
}

/** A block scalar. Folded ones keep the author's lines too, since they hold Markdown. `end` is where its source ends. */
export function blockScalar(token: CST.BlockScalar, end: number): DataScalar {
  const header = token.props.find((prop) => prop.type === 'block-scalar-header');
  const marks = header !== undefined && 'source' in header ? header.source : '';
  const source = token.source === '' ? [] : token.source.split('\n');
  const trim = trimOf(token, marks, source);
  const full = end - token.offset;
  const texts: string[] = [];
  const lineStarts: number[] = [];
  let at = full - token.source.length;
  for (const line of keptLines(marks, source, trim)) {
    const blanks = Math.min(trim, leadingSpaces(line));
    lineStarts.push(Math.min(full, at + blanks));
    texts.push(line.slice(blanks));
    at += line.length + 1;
  }
  const length = Math.min(full, (lineStarts.at(-1) ?? marks.length) + (texts.at(-1)?.length ?? 0));
  return { kind: 'scalar', style: 'block', lead: 0, lineStarts, text: texts.join('\n'), length };
}

/** How many spaces the lines of a block scalar lose: what its header says, or else as many as its first line has. */
function trimOf(token: CST.BlockScalar, marks: string, lines: readonly string[]): number {
  const explicit = /[1-9]/.exec(marks);
  if (explicit !== null) return Math.max(0, token.indent + Number(explicit[0]));
  const first = lines.find((line) => leadingSpaces(line) < line.length);
  return first === undefined ? Number.MAX_SAFE_INTEGER : leadingSpaces(first);
}

/** The lines of the text, an empty one at the end where the text ends with a line end. */
function keptLines(marks: string, lines: readonly string[], trim: number): readonly string[] {
  let content = lines.length;
  while (content > 0 && leadingSpaces(lines[content - 1] ?? '') >= (lines[content - 1] ?? '').length)
    content -= 1;
  const some = content > 0;
  // Blanks beyond the indentation are content, also in a line that has nothing else.
  const padded = lines.findLastIndex((line, index) => index >= content && leadingSpaces(line) > trim);
  if (some && padded >= 0) content = padded + 1;
  if (marks.includes('-')) return lines.slice(0, content);
  if (!marks.includes('+')) return some ? [...lines.slice(0, content), ''] : [];
  return lines.length === 0 || (lines.length > 1 && lines.at(-1) === '') ? lines : [...lines, ''];
}

function leadingSpaces(line: string): number {
  let count = 0;
  while (line.charCodeAt(count) === 32) count += 1;
  return count;
}
