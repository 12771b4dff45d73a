import { markAge, markNamedAge } from './ages.ts';
import { monthNamed } from './calendar.ts';
import { markAddresses, markCode, markRange } from './codes.ts';
import { mentionAt } from './dates.ts';
import { isDisplaced, isReference, markLabel, markParagraphNumber } from './labels.ts';
import { isPercentAt, type Marks, mark, type OtherFigure, wholeAt } from './marks.ts';
import { markFigureRange } from './ranges.ts';
import { SENSE, type Senses } from './senses.ts';
import { isCapitalised, isDash, isJoined, isPlainInteger, isSymbol, type Token } from './tokens.ts';
import type { Read } from './words.ts';

function isYear(token: Token | undefined): boolean {
  return isPlainInteger(token, 4, 4) && /^(?:19|20)/.test(token.text);
}

/** `2014 out of 566` and `(1999 of 2423)` speak of a part; "in 2014 of the 40 children" speaks of a year. */
function isPartAt(tokens: readonly Token[], index: number): boolean {
  const isOut = tokens[index + 1]?.lower === 'out';
  const link = isOut ? index + 2 : index + 1;
  if (tokens[link]?.lower !== 'of' || tokens[link + 1]?.kind !== 'number') return false;
  return isOut || isSymbol(tokens[index - 1], '(');
}

/** A figure that looks like a year but is bound to a count: `1743 of 2027 children`, `a total of 2027`, `2027 (86%)`. */
function isCountedYear(tokens: readonly Token[], index: number): boolean {
  const [before, first] = [tokens[index - 1], tokens[index - 2]];
  if (isSymbol(before, '£') || isPercentAt(tokens, index + 1)) return true;
  if (isSymbol(tokens[index + 1], '(') && isPercentAt(tokens, index + 3)) return true;
  if (isPartAt(tokens, index) || isCountOfNoun(tokens, index)) return true;
  if (before?.lower !== 'of') return false;
  return first?.lower === 'out' || first?.lower === 'total' || first?.kind === 'number';
}

// A year stands behind none of these, and these are counted.
const BEFORE_COUNT = new Set([
  'total',
  'all',
  'received',
  'completed',
  'supported',
  'helped',
  'undertook',
  'processed',
]);
const PEOPLE =
  /^(?:children|people|pupils|students|staff|families|households|adults|learners|carers|patients|residents|employees|women|men|young)$/;
const NOUN = /^(?:\p{Ll}{2,}[^s\W]s|children|people|staff)$/u;

/** `2027 children`, of whom or how many as a share is told, or which stands where no year can: `2027 children (86%)`. */
function isCountOfNoun(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const nouns = [index + 1, index + 2, index + 3];
  const noun = nouns.find((at) => NOUN.test(tokens[at]?.text ?? ''));
  if (noun === undefined || nouns.some((at) => at < noun && tokens[at]?.kind !== 'word')) return false;
  if (BEFORE_COUNT.has(before?.lower ?? '')) return true;
  const opens = before === undefined || (before.kind === 'symbol' && '.,;:('.includes(before.text));
  const isThere = ['were', 'are', 'had', 'have', 'has'].includes(before?.lower ?? '');
  if (!opens && !isThere) return false;
  const comma = isSymbol(tokens[noun + 1], ',') ? noun + 2 : noun + 1;
  const isWhole = tokens[comma]?.lower === 'of' && /^wh(?:om|ich)$/.test(tokens[comma + 1]?.lower ?? '');
  const isShare = isSymbol(tokens[noun + 1], '(') && isPercentAt(tokens, noun + 3);
  return isWhole || isShare || (isThere && PEOPLE.test(tokens[index + 1]?.lower ?? ''));
}

function isNextYear(first: Token | undefined, second: Token | undefined): boolean {
  if (!isPlainInteger(first, 2, 4) || !isPlainInteger(second, 2, 4)) return false;
  // No year has three figures: "29/130" is a share.
  if (first.text.length === 3 || second.text.length === 3) return false;
  return (Number(first.text) + 1) % 100 === Number(second.text) % 100;
}

/** `2019/20`, `2013–14`, `2012-2015`; two figures each only when they follow on each other: `19/20`. */
function endOfYears(tokens: readonly Token[], index: number): number {
  const own = tokens[index];
  const sign = tokens[index + 1];
  const second = tokens[index + 2];
  const isPair =
    (isDash(sign) || isSymbol(sign, '/')) && second?.kind === 'number' && !isPercentAt(tokens, index + 3);
  if (isYear(own)) return isPair ? index + 3 : index + 1;
  const isShort = isPlainInteger(own, 2, 2) && isPair && isSymbol(sign, '/') && isNextYear(own, second);
  return isShort && isJoined(tokens, index + 1) && isJoined(tokens, index + 2) ? index + 3 : index;
}

function markYear(marks: Marks, index: number): void {
  const end = endOfYears(marks.tokens, index);
  if (end > index && !isCountedYear(marks.tokens, index)) mark(marks, index, end, 'year');
}

/** `September 19`, `May 20`, `Mar-19`: a month and its year, or a day; never an amount unless a percent sign follows. */
function isMonthAndFigure(tokens: readonly Token[], index: number): number | undefined {
  const word = tokens[index];
  if (monthNamed(word?.lower ?? '') === undefined || !isCapitalised(word)) return undefined;
  const sign = tokens[index + 1];
  const at = isDash(sign) || isSymbol(sign, '’') || isSymbol(sign, "'") ? index + 2 : index + 1;
  const isFigure = isPlainInteger(tokens[at], 1, 2) || isYear(tokens[at]);
  return isFigure && !isPercentAt(tokens, at + 1) ? at + 1 : undefined;
}

function markDates(marks: Marks, senses: Senses): void {
  const { tokens } = marks;
  let index = 0;
  while (index < tokens.length) {
    const mayBegin = ((senses.of[index] ?? 0) & SENSE.date) !== 0;
    const next = mayBegin ? (mentionAt(tokens, index)?.next ?? isMonthAndFigure(tokens, index)) : undefined;
    if (next !== undefined) mark(marks, index, next, 'date');
    index = next ?? index + 1;
  }
}

/** `four-point scale`, `1 to 5 point scale`. */
function markScale(marks: Marks, index: number, figure: Read<number>): void {
  const { tokens } = marks;
  const at = isDash(tokens[figure.next]) ? figure.next + 1 : figure.next;
  if (tokens[at]?.lower !== 'point' || tokens[at + 1]?.lower !== 'scale') return;
  const isRange = tokens[index - 1]?.lower === 'to' || isDash(tokens[index - 1]);
  mark(marks, isRange ? index - 2 : index, figure.next, 'scale');
}

function markNumeral(marks: Marks, index: number): void {
  markYear(marks, index);
  if (isDisplaced(marks.tokens, index)) mark(marks, index, index + 1, 'paragraph');
  if (isReference(marks.tokens, index)) mark(marks, index, index + 1, 'label');
}

function markWhole(marks: Marks, index: number): void {
  markRange(marks, index);
  const figure = wholeAt(marks.tokens, index);
  if (figure === undefined) return;
  markAge(marks, index, figure);
  markScale(marks, index, figure);
}

/**
 * Says for each token what it belongs to that is no quantity although it has figures: dates, years, section
 * and page numbers, grades, ages, statutes, forms, post-codes, telephone numbers, versions, rows of a lost table.
 */
export function notQuantities(
  tokens: readonly Token[],
  senses: Senses,
): readonly (OtherFigure | undefined)[] {
  const marks: Marks = { tokens, of: new Array<OtherFigure | undefined>(tokens.length).fill(undefined) };
  if ((senses.any & SENSE.address) !== 0) markAddresses(marks);
  if ((senses.any & SENSE.date) !== 0) markDates(marks, senses);
  markParagraphNumber(marks);
  for (let index = 0; index < tokens.length; index += 1) {
    const sense = senses.of[index] ?? 0;
    if ((sense & SENSE.label) !== 0) markLabel(marks, index);
    if ((sense & SENSE.age) !== 0) markNamedAge(marks, index);
    if ((sense & SENSE.numeral) !== 0) markNumeral(marks, index);
    if ((sense & SENSE.whole) !== 0) markWhole(marks, index);
  }
  // A row of figures goes on only where nothing else has been seen in them.
  for (let index = 0; index < tokens.length; index += 1) {
    const sense = senses.of[index] ?? 0;
    if ((sense & SENSE.numeral) !== 0) markCode(marks, index);
    if ((sense & (SENSE.whole | SENSE.range)) !== 0) markFigureRange(marks, index);
  }
  return marks.of;
}
