import { decode, type NormalisedText, normalise } from './normalise.ts';

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

/** Reads bytes as a text that can be checked. */
export function readText(bytes: Uint8Array): ReadText {
  const decoded = decode(bytes);
  if (decoded.ok) return { ok: true, ...normalise(decoded.text) };
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

const HEAD = 8192;

function roughHead(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  return head.replaceAll('\0', '').replace(/^(?:\u00FF\u00FE|\u00FE\u00FF|\u00EF\u00BB\u00BF)/, '');
}
