import { dueWord, isMonth } from './dueWords.ts';
import type { Line } from './lines.ts';
import { breaksOff, startsUpper } from './prose.ts';

/** A word of a row of actions. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Whether a line begins with it, or two blanks stand before it, as between cells of which one is empty. */
  readonly opens: boolean;
  readonly line: number;
}

/** The words of lines. */
export function wordsOf(lines: readonly Line[]): readonly Word[] {
  return lines.flatMap((line, index) =>
    [...line.text.matchAll(/\S+/g)].map((match): Word => {
      const from = line.from + match.index;
      const opens = match.index === 0 || line.text.slice(match.index - 2, match.index) === '  ';
      return { text: match[0], from, to: from + match[0].length, opens, line: index };
    }),
  );
}

const BEFORE_PARTICIPLE = /\b(?:be|been|being|have|has|had|is|are|was|were|to|not)$/i;

/**
 * How a line ends: with a timescale, as the last line of an action does, with nothing else in it, or otherwise. `behind`
 * are the lines that follow.
 */
export function dueEnding(line: Line, behind: readonly Line[]): 'whole' | 'end' | undefined {
  const words = dueWords(line);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || (opensBracket(line.text) && isClosed(behind))) return undefined;
  if (first.from === line.from) return 'whole';
  const before = line.text.slice(0, first.from - line.from).trimEnd();
  // "…which need to be completed" tells no time.
  const goesOn = dueWord(last?.text ?? '') !== 'time' && breaksOff(line.text);
  return goesOn || BEFORE_PARTICIPLE.test(before) ? undefined : 'end';
}

function opensBracket(text: string): boolean {
  return text.split('(').length > text.split(')').length;
}

/** A bracket that is closed at all is closed soon. */
const BRACKET_LINES = 4;

function isClosed(behind: readonly Line[]): boolean {
  for (const { text } of behind.filter((line) => line.text !== '').slice(0, BRACKET_LINES)) {
    if (text.split(')').length > text.split('(').length) return true;
    if (text.includes('(')) return false;
  }
  return false;
}

/** The words of the timescale with which a line ends, a remark in brackets behind it included; none when it ends otherwise. */
function dueWords(line: Line): readonly Word[] {
  if (/[.:]$/.test(line.text)) return [];
  const words = wordsOf([line]);
  const first = dueFrom(words, words.length) ?? dueFrom(words, beforeRemark(words));
  return first === undefined ? [] : words.slice(first);
}

/** Where the timescale begins that ends before `end`. */
function dueFrom(words: readonly Word[], end: number): number | undefined {
  let first = end;
  while (first > 0 && dueWord(words[first - 1]?.text ?? '') !== undefined) first -= 1;
  return words.slice(first, end).some(({ text }) => dueWord(text) === 'time') ? first : undefined;
}

/** Where a remark in brackets begins with which the words end; else their number. */
function beforeRemark(words: readonly Word[]): number {
  if (words.at(-1)?.text.endsWith(')') !== true) return words.length;
  const opens = words.findLastIndex(({ text }) => text.startsWith('('));
  return opens > 0 ? opens : words.length;
}

/** Where the timescale of a line begins. What begins in small letters goes on with a sentence: "starting in May". */
export function dueStart(line: Line): number | undefined {
  const [first] = dueWords(line);
  return first !== undefined && (first.opens || /^[\p{Lu}\d]/u.test(first.text)) ? first.from : undefined;
}

const LONGEST_DUE = 120;

/**
 * How many of some lines are a timescale that begins with the first of them and tells more than a time: "Monthly, by the
 * meetings of managers". 0 when they are none.
 */
export function dueLines(lines: readonly Line[]): number {
  const [first] = lines;
  const [word, second] = first === undefined ? [] : wordsOf([first]);
  if (word === undefined || !startsUpper(word.text) || dueWord(word.text) !== 'time') return 0;
  if (isMonth(word.text) && !/^\d/.test(second?.text ?? '')) return 0;
  let text = '';
  for (const [index, line] of lines.entries()) {
    if (line.text === '') continue;
    text = `${text} ${line.text}`;
    if (text.length > LONGEST_DUE) return 0;
    if (opensBracket(text) || breaksOff(line.text)) continue;
    const next = lines.slice(index + 1).find((other) => other.text !== '');
    return next === undefined || startsUpper(next.text) || /^\d/.test(next.text) ? index + 1 : 0;
  }
  return 0;
}
