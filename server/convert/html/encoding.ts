/** As browsers do, a page's own word for its encoding is looked for in its first bytes. */
const HEAD = 1024;

/**
 * The text of a page of HTML: by its byte-order mark, else by the encoding that it names, else as UTF-8, and as
 * Windows-1252 where it is no UTF-8 (HTML Standard, 13.2.3 "Determining the character encoding").
 */
export function decodeHtml(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xfe && second === 0xff) return decode('utf-16be', bytes);
  if (first === 0xff && second === 0xfe) return decode('utf-16le', bytes);
  if (first === 0xef && second === 0xbb && third === 0xbf) return decode('utf-8', bytes);
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  const named =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]+encoding=["']([\w.:-]+)/.exec(head)?.[1];
  if (named !== undefined && !/^utf-?8$/i.test(named)) {
    const text = attempt(named, bytes, false);
    if (text !== undefined) return text;
  }
  return attempt('utf-8', bytes, true) ?? decode('windows-1252', bytes);
}

function decode(label: string, bytes: Uint8Array): string {
  const decoder = new TextDecoder(label);
  const text = decoder.decode(bytes);
  return decoder.encoding === 'windows-1252' ? withQuotes(text) : text;
}

/** What Windows-1252 has from 0x80 on, where nothing is left out. */
const UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Some engines read Windows-1252 as Latin-1, which has control characters in the place of quotation marks. */
function withQuotes(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (character) => UPPER[character.charCodeAt(0) - 0x80] ?? character);
}

/** Undefined for an encoding that nobody knows, and for bytes that are none of its. */
function attempt(label: string, bytes: Uint8Array, fatal: boolean): string | undefined {
  try {
    return fatal ? new TextDecoder(label, { fatal }).decode(bytes) : decode(label, bytes);
  } catch {
    return undefined;
  }
}
