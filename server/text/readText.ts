import { decode, type NormalisedText, normalise } from './normalise.ts';
import { MAX_CHARACTERS, tooLarge } from './size.ts';

/** What the bytes of a file hold: text with LF line ends, or what is wrong with them. */
export type ReadText = ({ readonly ok: true } & NormalisedText) | UnreadText;

export interface UnreadText {
  readonly ok: false;
  readonly problem: string;
  /** Where in the file, if that can be said. */
  readonly line: number | undefined;
  /**
   * The beginning of the file with whatever is no character passed over: enough to see whether it would have
   * been a document of ours. Undefined for a file that cannot be read at all.
   */
  readonly head: string | undefined;
}

/** No character takes more bytes for each of its UTF-16 code units, so what is larger is too large as a text. */
export const MOST_BYTES = 3 * MAX_CHARACTERS;

/** What there is to say of a file that is too large, with its first bytes where these could be read. */
export function largeFile(size: number, start: Uint8Array | undefined): UnreadText {
  const megabytes = (count: number) => `${(count / 1e6).toFixed(1)} MB`;
  const problem = `The file is too large to be checked: it has ${megabytes(size)}, and up to ${megabytes(MOST_BYTES)} can be. Split it into several files.`;
  return { ok: false, line: undefined, head: start && roughHead(start), problem };
}

/** Reads bytes as a text that can be checked. */
export function readText(bytes: Uint8Array): ReadText {
  if (bytes.length > MOST_BYTES) return largeFile(bytes.length, bytes);
  const decoded = decode(bytes);
  if (decoded.ok) return readable(normalise(decoded.text), bytes);
  const unread = { ok: false as const, line: undefined, head: roughHead(bytes) };
  if (isUtf16(bytes)) {
    return { ...unread, problem: 'The file is written in UTF-16. Save it as UTF-8, then it can be checked.' };
  }
  const { offset, failure } = decoded;
  if (failure === 'binary') {
    return { ...unread, problem: `This is not a text file: there is a NUL at byte offset ${offset}.` };
  }
  const line = lineAt(bytes, offset);
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const problem = `The file is not UTF-8: the byte ${byte} on line ${line}, at byte offset ${offset}, is no character. Save it as UTF-8.`;
  return { ...unread, line, problem };
}

function readable(read: NormalisedText, bytes: Uint8Array): ReadText {
  const problem = tooLarge({ length: read.text.length, lines: read.lineEnds.length + 1 });
  if (problem === undefined) return { ok: true, ...read };
  return { ok: false, line: undefined, head: roughHead(bytes), problem };
}

function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

const LF = 10;
const CR = 13;

/** The line, counted from 1, that a byte stands on. */
function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at += 1) {
    if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) line += 1;
  }
  return line;
}

/** So many bytes at the beginning of a file are looked at to see whether it would be one of ours. */
export const HEAD = 8192;

function roughHead(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  return head.replaceAll('\0', '').replace(/^(?:\u00FF\u00FE|\u00FE\u00FF|\u00EF\u00BB\u00BF)/, '');
}
