import type { Span } from '../text/span.ts';

/**
 * A piece of prose. `number` is a figure with correct commas and at most one decimal point, `dotted` has more
 * points (`22.05.2020`, `4.2.1`), `word` begins with a letter and may hold digits (`s47`), `symbol` is any other character.
 */
export interface Token extends Span {
  readonly kind: 'number' | 'dotted' | 'word' | 'symbol';
  readonly text: string;
  /** The text in lower case, as most readers compare it. */
  readonly lower: string;
  /** Whether white space stands before it, or nothing at all. */
  readonly spaced: boolean;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  // Latin letters with accents; the two signs among them are no letters.
  return code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7;
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f
  );
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019;
}

function endOfDigits(text: string, from: number): number {
  let at = from;
  while (at < text.length && isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

/** `c60%`: "circa" and a share. A form is written with a capital and has no sign. */
function isCirca(text: string, from: number): boolean {
  if (text.charCodeAt(from) !== 99 || !isDigit(text.charCodeAt(from + 1))) return false;
  return text.charCodeAt(endOfNumber(text, from + 1).to) === 37;
}

function endOfWord(text: string, from: number): number {
  if (isCirca(text, from)) return from + 1;
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const joins = isApostrophe(code) && at > from && isLetter(text.charCodeAt(at + 1));
    if (!isLetter(code) && !isDigit(code) && !joins) break;
    at += 1;
  }
  return at;
}

/** Whether exactly three digits follow a comma at `at`, as in `1,025`. */
function isGroup(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 44) return false;
  for (let digit = at + 1; digit <= at + 3; digit += 1) if (!isDigit(text.charCodeAt(digit))) return false;
  return !isDigit(text.charCodeAt(at + 4));
}

function endOfNumber(text: string, from: number): { to: number; points: number } {
  let to = endOfDigits(text, from);
  if (to - from <= 3) while (isGroup(text, to)) to += 4;
  let points = 0;
  while (text.charCodeAt(to) === 46 && isDigit(text.charCodeAt(to + 1))) {
    to = endOfDigits(text, to + 1);
    points += 1;
  }
  return { to, points };
}

function tokenAt(text: string, from: number, spaced: boolean): Token {
  const code = text.charCodeAt(from);
  let kind: Token['kind'] = 'symbol';
  let to = from + 1;
  if (isDigit(code)) {
    const end = endOfNumber(text, from);
    to = end.to;
    kind = end.points > 1 ? 'dotted' : 'number';
  } else if (isLetter(code)) {
    to = endOfWord(text, from);
    kind = 'word';
  }
  const own = text.slice(from, to);
  // Plain digits and signs have no other case, and there are many of them.
  const lower = kind === 'word' || code > 127 ? own.toLowerCase() : own;
  return { kind, from, to, text: own, lower, spaced };
}

/** The pieces of `text` in order, white space left out. Takes time in proportion to the text, whatever it holds. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let spaced = true;
  while (at < text.length) {
    if (isSpace(text.charCodeAt(at))) {
      at += 1;
      spaced = true;
      continue;
    }
    const token = tokenAt(text, at, spaced);
    tokens.push(token);
    at = token.to;
    spaced = false;
  }
  return tokens;
}

/** Whether the token at `index` stands directly behind the one before it. */
export function isJoined(tokens: readonly Token[], index: number): boolean {
  return index > 0 && tokens[index]?.spaced === false;
}

/** Whether the token is a number without decimals or commas, of `least` to `most` digits. */
export function isPlainInteger(token: Token | undefined, least = 1, most = 15): token is Token {
  if (token?.kind !== 'number') return false;
  const { text } = token;
  return text.length >= least && text.length <= most && !text.includes('.') && !text.includes(',');
}

/** A hyphen, a dash or a minus sign. */
export function isDash(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'symbol' && '-‐‑‒–—−'.includes(token.text);
}

export function isSymbol(token: Token | undefined, text: string): boolean {
  return token !== undefined && token.kind === 'symbol' && token.text === text;
}

/** Whether the token is a word that begins with a capital. */
export function isCapitalised(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.text.charAt(0) !== token.lower.charAt(0);
}
