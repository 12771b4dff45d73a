/** A bracket or quotation mark whose other half is missing. */
export interface Unpaired {
  readonly at: number;
  readonly mark: string;
  /** Whether it opens what is never closed; else it closes what was never opened. */
  readonly opens: boolean;
}

/** Brackets that stand for themselves: ":-)", a range of numbers such as [0, 1), a terminal's colour such as [31m. */
const NO_ASIDE =
  /\[\d{1,3}(?:;\d{1,3}){0,4}m|(?<!\S)[:;]-?[()](?!\S)|[[(]-?\d[\d.]{0,9}\s?,\s?-?\d[\d.]{0,9}[\])]/g;
/** "a)", "iv)" and "12)" count the things of a list. */
const COUNTS = /(?<!\S)(?:\p{L}|\d{1,3}|[ivx]{1,5})$/iu;

/** The first bracket of a passage without its other half, round or square; one that counts things needs none. */
export function unpairedBracket(text: string): Unpaired | undefined {
  if (!/[()[\]]/.test(text)) return undefined;
  const masked = text.replace(NO_ASIDE, (found) => ' '.repeat(found.length));
  const [round, square] = [unpairedOf(masked, '(', ')'), unpairedOf(masked, '[', ']')];
  return round === undefined || (square !== undefined && square.at < round.at) ? square : round;
}

function unpairedOf(text: string, open: string, close: string): Unpaired | undefined {
  const opened: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === open) opened.push(at);
    else if (
      text[at] === close &&
      opened.pop() === undefined &&
      !COUNTS.test(text.slice(Math.max(0, at - 6), at))
    )
      return { at, mark: close, opens: false };
  }
  return opened[0] === undefined ? undefined : { at: opened[0], mark: open, opens: true };
}

/**
 * The first quotation mark of a passage without its other half. A passage that begins with one may be the first of
 * several that are all quoted, and one that ends with one the last, so that neither counts; nor does a mark that may be
 * an apostrophe, or stand for inches.
 */
export function unpairedQuotation(text: string): Unpaired | undefined {
  if (!/["“”‘']/.test(text)) return undefined;
  return unpairedDouble(text) ?? unpairedSingle(text);
}

function unpairedDouble(text: string): Unpaired | undefined {
  const opened: number[] = [];
  for (const { 0: mark, index } of text.matchAll(/["“”]/g)) {
    if (doubleOpens(text, index, opened.length > 0)) {
      opened.push(index);
    } else if (opened.pop() === undefined) {
      const isLast = /^[\s.,;:!?)]*$/.test(text.slice(index + 1, index + 9)) && index + 9 > text.length;
      return isLast || /\d/.test(text[index - 1] ?? '') ? undefined : { at: index, mark, opens: false };
    }
  }
  const [at] = opened;
  return at === undefined || at === 0 ? undefined : { at, mark: text[at] ?? '', opens: true };
}

/** What a mark does is told by the blanks around it; where these leave it open, by its form. */
function doubleOpens(text: string, at: number, isOpen: boolean): boolean {
  if (isBeforeWord(text, at)) return true;
  if (/\S/.test(text[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? '')) return false;
  return text[at] === '”' ? false : !isOpen;
}

function isBeforeWord(text: string, at: number): boolean {
  return /^$|[\s([‘'“—–/-]/.test(text[at - 1] ?? '') && /[\p{L}\p{N}(£[…‘“'.]/u.test(text[at + 1] ?? '');
}

/** "‘90s", "'em": an apostrophe in the place of what is left out. */
const LEFT_OUT = /^[‘'](?:\d|(?:em|til|tis|twas|cause|cos|n|bout|round|fraid)(?!\p{L}))/iu;

/** Whatever may close counts as closing: an apostrophe at a word's end looks the same. */
function unpairedSingle(text: string): Unpaired | undefined {
  const opened: number[] = [];
  for (const { index: at } of text.matchAll(/[‘’']/g)) {
    const opens = text[at] !== '’' && isBeforeWord(text, at) && !LEFT_OUT.test(text.slice(at, at + 9));
    if (opens) opened.push(at);
    else if (!/[\p{L}\p{N}]/u.test(text[at + 1] ?? '')) opened.pop();
  }
  const [at] = opened;
  return at === undefined || at === 0 ? undefined : { at, mark: text[at] ?? '', opens: true };
}
