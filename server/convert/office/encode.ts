import { decoded } from './package.ts';

/** A part's text, and what is needed to write another in its place in the same encoding. */
export interface PartText {
  /** Without its byte-order mark, as readers have it. */
  readonly text: string;
  readonly encode: (text: string) => Uint8Array;
}

/** Reads the bytes of a part; undefined when they would not come back as they were. */
export function readPart(bytes: Uint8Array): PartText | undefined {
  const text = decoded(bytes);
  for (const encode of [utf8, utf8WithMark, utf16(true), utf16(false)]) {
    if (equal(encode(text), bytes)) return { text, encode };
  }
  return undefined;
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function utf8WithMark(text: string): Uint8Array {
  return utf8(`\ufeff${text}`);
}

function utf16(littleEndian: boolean): (text: string) => Uint8Array {
  return (text) => {
    const view = new DataView(new ArrayBuffer((text.length + 1) * 2));
    view.setUint16(0, 0xfeff, littleEndian);
    for (let at = 0; at < text.length; at += 1)
      view.setUint16((at + 1) * 2, text.charCodeAt(at), littleEndian);
    return new Uint8Array(view.buffer);
  };
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
