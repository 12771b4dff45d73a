/** A text as the core reads it, and what is needed to write it back as it was. */
export interface NormalisedText {
  /** LF line ends only, no byte-order mark. */
  readonly text: string;
  readonly byteOrderMark: boolean;
  /** The line end of each line but the last, in order. */
  readonly lineEnds: readonly LineEnd[];
}

export type LineEnd = '\n' | '\r\n' | '\r';

const LINE_END = /\r\n|\r|\n/g;

/** Turns every line end into LF and sets a leading byte-order mark aside. */
export function normalise(original: string): NormalisedText {
  const byteOrderMark = original.startsWith('\uFEFF');
  const body = byteOrderMark ? original.slice(1) : original;
  const lineEnds = (body.match(LINE_END) ?? []) as LineEnd[];
  const text = body.includes('\r') ? body.replace(LINE_END, '\n') : body;
  return { text, byteOrderMark, lineEnds };
}

/** Why bytes could not be read as text. */
export type DecodeFailure = 'binary' | 'encoding';

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly failure: DecodeFailure; readonly offset: number };

/**
 * Reads bytes as UTF-8. A NUL byte means that the file is no text at all; `offset` is the byte
 * at which the first fault stands.
 */
export function decode(bytes: Uint8Array): Decoded {
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { ok: false, failure: 'binary', offset: nul };
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { ok: false, failure: 'encoding', offset: firstFault(bytes) };
  }
}

/** The first byte that is not UTF-8, found by halving, since the decoder does not say. */
function firstFault(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = (good + bad + 1) >> 1;
    if (validPrefix(bytes.subarray(0, middle))) good = middle;
    else bad = middle - 1;
  }
  return good - unfinished(bytes, good);
}

/** How many bytes before `end` begin a character that is not finished there. */
function unfinished(bytes: Uint8Array, end: number): number {
  for (let length = 1; length <= Math.min(3, end); length += 1) {
    const byte = bytes[end - length] ?? 0;
    const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    if (size > 1) return size > length ? length : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function validPrefix(bytes: Uint8Array): boolean {
  try {
    // A stream decoder accepts a character that is cut at the end of the prefix.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
