/** The pages on which something stands; of a single page, both are the same. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/** A page range with its place in the text that it was read from. */
export interface PageTail {
  readonly range: PageRange;
  /** Where the bracket opens. */
  readonly at: number;
  /** Where the text before it ends. */
  readonly before: number;
  /** Where the bracket is closed. */
  readonly end: number;
}

const NUMBERS = String.raw`(\d{1,4})(?:\s{0,3}(?:[-–—]|to)\s{0,3}(\d{1,4}))?`;
const VALUE = new RegExp(String.raw`^(?:pages?|pp?\.?)?\s*${NUMBERS}$`, 'i');
const TAIL = new RegExp(String.raw`\s{0,5}\(\s{0,3}(?:pages?|pp?\.?)\s{0,3}${NUMBERS}\s{0,3}\)`, 'i');

/** Reads a value such as `7 – 102`, `Pages 7 to 102` or `7`; undefined when it is none. */
export function readPageRange(text: string): PageRange | undefined {
  const match = VALUE.exec(text.trim());
  return match === null ? undefined : rangeOf(match);
}

/** The pages in brackets behind a title, such as `(Pages 7 - 102)`; more may stand behind them. */
export function readPageTail(text: string): PageTail | undefined {
  const match = TAIL.exec(text);
  if (match === null || match.index === 0) return undefined;
  const at = match.index + match[0].indexOf('(');
  return { range: rangeOf(match), at, before: match.index, end: match.index + match[0].length };
}

function rangeOf([, first = '', last]: RegExpExecArray): PageRange {
  return { from: Number(first), to: Number(last ?? first) };
}
