import type { YAMLParseError } from 'yaml';
import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import type { DataEntry } from './data.ts';
import { MAX_DEPTH } from './yamlLimits.ts';

const MAX_QUOTED = 40;

/** A key that its map has already. */
export function duplicateKey(first: DataEntry, second: DataEntry): Problem {
  const [was, is] = [shown(first), shown(second)];
  const both = was === '' || is === '' || was === is ? '' : `, first as ${was} and here as ${is}`;
  const message = `"${short(second.key)}" is given twice${both}. Only the first one is read.`;
  return { span: second.keySpan, message };
}

function shown(entry: DataEntry): string {
  const { value } = entry;
  return value.kind !== 'scalar' || value.style === 'block' || value.text === ''
    ? ''
    : `"${short(value.text)}"`;
}

/** A key that is a list, a map or an alias. */
export function complexKey(span: Span): Problem {
  return { span, message: 'A name in front of a colon has to be plain text; this entry is not read.' };
}

/** A colon with nothing in front of it. */
export function missingKey(source: string, at: number): Problem {
  return { span: restOfLine(source, at), message: 'There is a colon here, but no name in front of it.' };
}

/** Aliases that stand for more than a person would ever write. */
export function aliasLimit(span: Span): Problem {
  return {
    span,
    message: 'References ("*…") repeat too much text here; from here on they are not followed.',
  };
}

/** An alias for which there is no anchor; `later` when there is one, but not before it. */
export function unknownAlias(name: string, span: Span, later: boolean): Problem {
  const message = later
    ? `"*${short(name)}" refers to "&${short(name)}", which has to come before it.`
    : `"*${short(name)}" refers to a place marked "&${short(name)}", and there is none. If it is meant as text, put the whole value in quotation marks.`;
  return { span, message };
}

/** Collections nested deeper than is read. */
export function tooDeep(source: string, at: number): Problem {
  const message = `This is nested more than ${MAX_DEPTH} levels deep and cannot be read.`;
  return { span: restOfLine(source, at), message };
}

/** A quotation mark without its partner. */
export function unclosedQuote(source: string, at: number): Problem {
  return { span: restOfLine(source, at), message: 'This quotation mark is never closed.' };
}

/** A bracket without its partner. */
export function unclosedBracket(source: string, at: number): Problem {
  const open = source[at] ?? '[';
  const message = `This "${open}" is never closed with "${open === '{' ? '}' : ']'}".`;
  return { span: restOfLine(source, at), message };
}

/** For a text that the parser cannot take at all, whatever the reason. */
export function unreadable(source: string): Problem {
  return { span: restOfLine(source, 0), message: 'This part of the file cannot be read as YAML.' };
}

/** A second document in the file. */
export function secondDocument(span: Span): Problem {
  return { span, message: 'Only the first document in this file is read.' };
}

/** A directive without the `---` that has to follow it. */
export function looseDirective(span: Span): Problem {
  return { span, message: 'A line that begins with "%" has to be followed by a line "---".' };
}

type Explain = (place: Place, error: YAMLParseError) => string | undefined;

interface Place {
  readonly source: string;
  readonly from: number;
  /** The character that stands there. */
  readonly character: string;
  /** The line that it stands in, without the blanks around it. */
  readonly line: string;
  /** Whether the place is the beginning of that line. */
  readonly isFirst: boolean;
}

const MISFIT = 'This line does not fit the lines above it: check its indentation.';
const QUOTE_IT = 'put the whole value in quotation marks.';

const EXPLANATIONS: Readonly<Partial<Record<YAMLParseError['code'], Explain>>> = {
  TAB_AS_INDENT: () => 'YAML does not allow tabs for indentation; use spaces.',
  BAD_INDENT: ({ line }) =>
    /^[\]}]/.test(line) ? 'This bracket has to be indented further than the name of its list.' : MISFIT,
  BAD_SCALAR_START: ({ character }) => `A value cannot begin with "${character}": ${QUOTE_IT}`,
  BLOCK_AS_IMPLICIT_KEY: () => `There is one colon too many here. If it belongs to the text, ${QUOTE_IT}`,
  BAD_DQ_ESCAPE: ({ source, from }) =>
    `"${source.slice(from, from + 2)}" means nothing between double quotation marks. Write "\\\\" for a backslash, or use single quotation marks.`,
  BLOCK_IN_FLOW: () => 'A comma is missing between the brackets.',
  MULTILINE_IMPLICIT_KEY: strayLine,
  MISSING_CHAR: missingCharacter,
  UNEXPECTED_TOKEN: unexpected,
  BAD_ALIAS: asterisk,
  KEY_OVER_1024_CHARS: () => 'The name in front of this colon is too long.',
  MULTIPLE_ANCHORS: () => 'Only one mark with "&" can stand in front of a value.',
  MULTIPLE_TAGS: () => 'Only one mark with "!" can stand in front of a value.',
};

/** What the parser found, in words for people who do not know YAML's. Places are in `source`. */
export function explained(source: string, error: YAMLParseError): Problem {
  const [from, to] = error.pos;
  const at = Math.max(0, Math.min(from, source.length));
  const span = spanOf(source, error, at, to);
  const lineFrom = source.lastIndexOf('\n', span.from - 1) + 1;
  const line = source.slice(lineFrom, endOfLine(source, span.from)).trim();
  const indentation = /^[ \t]*/.exec(source.slice(lineFrom, span.from + 1))?.[0] ?? '';
  if (indentation.includes('\t') && error.code !== 'BAD_DQ_ESCAPE') return tabbed(lineFrom, indentation);
  const isFirst = lineFrom + indentation.length === span.from;
  if (
    error.code === 'BLOCK_AS_IMPLICIT_KEY' &&
    !/:(?:[ \t]|$)/.test(source.slice(span.from, endOfLine(source, span.from)))
  ) {
    return { span: nextLine(source, span.from), message: MISFIT };
  }
  const place = { source, from: span.from, character: source[span.from] ?? '', line, isFirst };
  return { span, message: EXPLANATIONS[error.code]?.(place, error) ?? 'This line cannot be read as YAML.' };
}

/** The words of the first line below `at` that has any. */
function nextLine(source: string, at: number): Span {
  const end = endOfLine(source, at);
  const blanks = /^\s*/.exec(source.slice(end))?.[0].length ?? 0;
  return restOfLine(source, end + blanks);
}

function tabbed(lineFrom: number, indentation: string): Problem {
  const from = lineFrom + indentation.indexOf('\t');
  const span = { from, to: lineFrom + indentation.length };
  return { span, message: 'YAML does not allow tabs for indentation; use spaces.' };
}

function asterisk(): string {
  return `"*" and "&" have a meaning of their own at the beginning of a value. If they belong to a text, ${QUOTE_IT}`;
}

function spanOf(source: string, error: YAMLParseError, at: number, to: number): Span {
  if (error.code === 'BAD_DQ_ESCAPE') return { from: at, to: Math.min(source.length, at + 2) };
  if (to - at > 1 && !source.slice(at, to).includes('\n'))
    return { from: at, to: Math.min(to, source.length) };
  return restOfLine(source, at);
}

function strayLine({ line }: Place): string {
  if (/^[^\s:"']+:[^\s:/]/.test(line)) return 'Put a space after the colon.';
  if (line.startsWith('- '))
    return 'A list item has no place here: its name ("name:") has to stand on a line above the list.';
  return 'This line needs a name and a colon, as in "title: …". If it continues the text above, indent it further.';
}

function missingCharacter(place: Place, { message }: YAMLParseError): string | undefined {
  if (message.startsWith('Implicit map keys')) return strayLine(place);
  if (message.startsWith('Comments must')) {
    return `Put a space in front of "#" to begin a comment. If it belongs to the text, ${QUOTE_IT}`;
  }
  if (message.startsWith('Missing space after :')) return 'Put a space after the colon.';
  if (message.startsWith('Missing ,')) return 'A comma is missing here.';
  if (message.startsWith('Block scalars'))
    return 'The first line of this text has to be indented as much as the lines below it.';
  return undefined;
}

function unexpected({ character, line, isFirst }: Place, { message }: YAMLParseError): string | undefined {
  if (message.startsWith('Unexpected , ')) return 'There is a comma too many here.';
  if (message.startsWith('Unexpected block-seq-ind'))
    return 'A list begins on the line below its name, not beside it.';
  if (message.startsWith('Not a YAML token') || message.startsWith('Block scalar header')) {
    return 'The text begins on the line below "|" or ">", not beside it.';
  }
  if (message.startsWith('Unexpected') && message.includes('scalar')) {
    if (isFirst) return MISFIT;
    if (/(?:^|[:-][ \t]+)\*/.test(line)) return asterisk();
    return `The value ended before this. If all of it is one text, ${QUOTE_IT}`;
  }
  if ('[]{},'.includes(character) && character !== '')
    return `"${character}" is not expected here. If it belongs to the text, ${QUOTE_IT}`;
  return undefined;
}

/** From `at` to the end of its line, or to its last character that is no blank; never empty unless the text is. */
function restOfLine(source: string, at: number): Span {
  const end = endOfLine(source, at);
  const trimmed = at + source.slice(at, end).trimEnd().length;
  if (trimmed > at) return { from: at, to: trimmed };
  // An error behind the last character is shown at that character.
  const before = source.slice(0, at).trimEnd().length;
  return before > 0 ? { from: before - 1, to: before } : { from: 0, to: Math.min(1, source.length) };
}

function endOfLine(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end;
}

function short(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.length > MAX_QUOTED ? `${line.slice(0, MAX_QUOTED - 1)}…` : line;
}
