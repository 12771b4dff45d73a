import { isPercentAt, type Marks, mark } from './marks.ts';
import { isCapitalised, isDash, isJoined, isPlainInteger, isSymbol, type Token } from './tokens.ts';

const SUFFIXES = new Set(['st', 'nd', 'rd', 'th', 'm', 'k', 'bn', 'mn', 'million', 'x', 'pp', 'ppt', 'ppts']);
const CLOCK = new Set(['am', 'pm', 'noon', 'hrs', "o'clock", 'o’clock']);

// Capitalised words that may stand before an amount without naming it.
const NO_NAMES = new Set(
  'total all the of only some about over under for in at by from to and or with a an january february march april may june july august september october november december'.split(
    ' ',
  ),
);

function isNumber(token: Token | undefined): token is Token {
  return token?.kind === 'number';
}

/** Marks web and mail addresses, which run up to the next white space. */
export function markAddresses(marks: Marks): void {
  const { tokens } = marks;
  let from = 0;
  let isAddress = false;
  for (let index = 0; index <= tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.spaced) {
      if (isAddress) mark(marks, from, index, 'address');
      from = index;
      isAddress = token?.lower === 'www';
    }
    const isScheme =
      isSymbol(token, ':') && isSymbol(tokens[index + 1], '/') && isSymbol(tokens[index + 2], '/');
    if (isSymbol(token, '@') || isScheme) isAddress = true;
  }
}

/** A figure joined to letters or behind a sign that makes it a code: `C100`, `2TP`, `COVID-19`, `#12`, `22%3`, `[1]`. */
function isCode(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const own = tokens[index];
  const after = tokens[index + 1];
  if (after?.kind === 'word' && !after.spaced && !SUFFIXES.has(after.lower)) return true;
  if (isSymbol(before, '[') && isSymbol(after, ']')) return true;
  if (isCalledGrades(tokens, index)) return true;
  if (own?.spaced !== false || before === undefined) return false;
  if (isCirca(tokens, index)) return false;
  if (before.kind === 'word' || '%)#_.:,'.includes(before.text)) return true;
  const isHyphen = isDash(before) || isSymbol(before, '/');
  return isHyphen && !before.spaced && tokens[index - 2]?.kind === 'word';
}

/** `c.60` and `c60`. */
function isCirca(tokens: readonly Token[], index: number): boolean {
  const at = isSymbol(tokens[index - 1], '.') ? index - 2 : index - 1;
  return tokens[at]?.text === 'c' || tokens[at]?.text === 'ca';
}

/** `12,34`, `12.345,67`, `10^400`: no number is written so, and what was meant is not known. */
function isMalformed(tokens: readonly Token[], index: number): boolean {
  const sign = tokens[index + 1];
  const isBetween = (isSymbol(sign, ',') || isSymbol(sign, '^')) && isJoined(tokens, index + 1);
  return isBetween && isNumber(tokens[index + 2]) && isJoined(tokens, index + 2);
}

/** `COVID-19`: a word with its number, which is no more than a word. */
function isBehindName(tokens: readonly Token[], index: number): boolean {
  return isDash(tokens[index - 1]) && isJoined(tokens, index) && isCapitalised(tokens[index - 2]);
}

/** `5 A*-C`: a number of grades. */
function isCalledGrades(tokens: readonly Token[], index: number): boolean {
  return tokens[index + 1]?.lower === 'a' && isSymbol(tokens[index + 2], '*');
}

function isTime(tokens: readonly Token[], index: number): boolean {
  const after = tokens[index + 1];
  if (CLOCK.has(after?.lower ?? '')) return true;
  if (after?.lower === 'a' || after?.lower === 'p')
    return isSymbol(tokens[index + 2], '.') && tokens[index + 3]?.lower === 'm';
  return (
    isSymbol(after, ':') &&
    isJoined(tokens, index + 1) &&
    isNumber(tokens[index + 2]) &&
    isJoined(tokens, index + 2)
  );
}

/** A telephone number, a number of a person or a case: leading zero, or seven figures and more without a comma. */
function isIdentifier(token: Token): boolean {
  if (token.text.length > 20) return true;
  return /^0\d/.test(token.text) || (isPlainInteger(token) && token.text.length >= 7);
}

/** `Essentials 2.0`, `Essential 2.`, `Covid 19`: the number is part of a name. */
function isName(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const own = tokens[index];
  if (own === undefined || !isCapitalised(before) || NO_NAMES.has(before?.lower ?? '')) return false;
  if (/^\d{1,2}\.0$/.test(own.text)) return true;
  const isInSentence = index > 1 && !'.!?:'.includes(tokens[index - 2]?.text ?? '.');
  const isShort = isPlainInteger(own, 1, 3);
  const after = tokens[index + 1];
  const ends = after === undefined || isCapitalised(after) || '.,;)]'.includes(after.text);
  return isInSentence && isShort && ends;
}

function isEvenChance(tokens: readonly Token[], index: number): boolean {
  if (!isSymbol(tokens[index + 1], '/')) return false;
  const pair = `${tokens[index]?.text}/${tokens[index + 2]?.text}`;
  return pair === '24/7' || pair === '50/50';
}

/**
 * Marks the figure at `index` if it is a code, a time, an identifier or part of a name, or the row of bare figures that
 * begins with it, which is the remains of a table. The figures before have been looked at already.
 */
export function markCode(marks: Marks, index: number): void {
  const { tokens } = marks;
  const token = tokens[index];
  if (!isNumber(token)) return;
  if (isMalformed(tokens, index)) mark(marks, index, index + 3, 'malformed');
  else if (isEvenChance(tokens, index)) mark(marks, index, index + 3, 'phrase');
  else if (isTime(tokens, index))
    mark(marks, index, isSymbol(tokens[index + 1], ':') ? index + 3 : index + 1, 'time');
  else if (isIdentifier(token)) {
    // The first of a row has marked all of it: looking to its end from each would take quadratic time.
    const isMarked = marks.of[index] === 'identifier' || marks.of[index] === 'row';
    if (!isMarked) mark(marks, index, endOfRow(tokens, index), 'identifier');
  } else if (isPercentAt(tokens, index + 1)) {
    if (isFootnote(tokens, index)) mark(marks, index, index + 1, 'code');
  } else if (isCode(tokens, index))
    mark(marks, index, index + 1, isBehindName(tokens, index) ? 'name' : 'code');
  else if (isName(tokens, index)) mark(marks, index, index + 1, 'name');
  markRow(marks, index);
}

function isFootnote(tokens: readonly Token[], index: number): boolean {
  return isJoined(tokens, index) && tokens[index - 1]?.kind === 'word' && !isCirca(tokens, index);
}

/** The index behind the figures that stand beside each other from `index`, with nothing but white space between. */
function endOfRow(tokens: readonly Token[], index: number): number {
  let next = index + 1;
  while (isPlainInteger(tokens[next]) && tokens[next]?.spaced === true) next += 1;
  return next;
}

function markRow(marks: Marks, index: number): void {
  const { tokens, of } = marks;
  // A row is marked once, from its first figure: looking ahead from every figure would take quadratic time.
  if (of[index] !== undefined || (isPlainInteger(tokens[index - 1]) && of[index - 1] === undefined)) return;
  const end = endOfRow(tokens, index);
  const next = isPercentAt(tokens, end) ? end - 1 : end;
  if (next >= index + 2) mark(marks, index, next, 'row');
}

function isOne(token: Token | undefined): boolean {
  return token?.lower === 'one' || token?.text === '1';
}

/** Marks the range of bare figures (`50-70 cases`) or the `one to one` that begins at `index`. */
export function markRange(marks: Marks, index: number): void {
  const { tokens } = marks;
  const own = tokens[index];
  const sign = tokens[index + 1];
  const other = tokens[index + 2];
  if (isOne(own) && isDash(sign) && other?.lower === 'to') mark(marks, index, index + 5, 'phrase');
  if (isOne(own) && sign?.lower === 'to' && isOne(other)) mark(marks, index, index + 3, 'phrase');
  if (!isNumber(own) || !isDash(sign) || !isNumber(other) || isSymbol(tokens[index - 1], '£')) return;
  if (!isPercentAt(tokens, index + 3)) mark(marks, index, index + 3, 'range');
}
