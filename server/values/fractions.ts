import { fraction, type Rational } from './rational.ts';
import { isDash, isJoined, isPlainInteger, isSymbol, type Token } from './tokens.ts';
import { behindHyphen, denominatorOf, type Read, readWordNumber } from './words.ts';

const SIGNS: ReadonlyMap<string, Rational> = new Map([
  ['½', { numerator: 1n, denominator: 2n }],
  ['¼', { numerator: 1n, denominator: 4n }],
  ['¾', { numerator: 3n, denominator: 4n }],
  ['⅓', { numerator: 1n, denominator: 3n }],
  ['⅔', { numerator: 2n, denominator: 3n }],
]);
const HALF: Rational = { numerator: 1n, denominator: 2n };

/** What `½` and its like stand for. */
export function signedFraction(token: Token | undefined): Rational | undefined {
  return SIGNS.get(token?.text ?? '');
}

/** The signs that stand for a fraction. */
export const FRACTION_SIGNS: readonly string[] = [...SIGNS.keys()];

const DAYS_AND_YEARS = /^(?:hour|day|week|month|year)s?$/;

// What must follow "half" for it to be a share: "half of the cases", "half their visits"; not "half term", "half a day".
const AFTER_HALF = new Set([
  'of',
  'the',
  'their',
  'its',
  'our',
  'these',
  'those',
  'all',
  'were',
  'are',
  'have',
  'had',
  'did',
  'do',
]);
const NOT_HALF_AFTER = new Set(['first', 'second', 'latter', 'other', 'and', 'last', 'next', 'a']);
const BEFORE_SHARE = new Set([
  'over',
  'almost',
  'nearly',
  'about',
  'around',
  'approximately',
  'under',
  'than',
  'above',
  'below',
  'some',
  'roughly',
]);

function isOpenBracket(token: Token | undefined): boolean {
  return isSymbol(token, '(');
}

function ended(token: Token | undefined): boolean {
  return token === undefined || (token.kind === 'symbol' && '.,;)'.includes(token.text));
}

/** `half of the cases`, `almost half (46%)`. */
function half(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.lower !== 'half') return false;
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  if (NOT_HALF_AFTER.has(before?.lower ?? '') || isDash(before)) return false;
  return AFTER_HALF.has(after?.lower ?? '') || isOpenBracket(after);
}

const PLURAL_VERBS = new Set(['are', 'were', 'have', 'live']);

/** `a third of`, `a quarter (26%)`, `a third are`: "a third party" and "a quarter later" have no such word behind them. */
function single(tokens: readonly Token[], index: number): Read<Rational> | undefined {
  const lead = tokens[index]?.lower;
  if (lead !== 'a' && lead !== 'one') return undefined;
  const at = behindHyphen(tokens, index + 1);
  const denominator = denominatorOf(tokens[at]?.lower ?? '');
  if (denominator === undefined || denominator === 2) return undefined;
  const after = tokens[at + 1];
  const isShare =
    after?.lower === 'of' ||
    // "A third are under five": of an ordinal there is but one.
    PLURAL_VERBS.has(after?.lower ?? '') ||
    isOpenBracket(after) ||
    (ended(after) && BEFORE_SHARE.has(tokens[index - 1]?.lower ?? ''));
  const value = fraction(1n, BigInt(denominator));
  return isShare && value ? { value, next: at + 1 } : undefined;
}

/** `two thirds`, `three-quarters`. */
function several(tokens: readonly Token[], index: number): Read<Rational> | undefined {
  const number = tokens[index]?.kind === 'word' ? readWordNumber(tokens, index) : undefined;
  if (number?.next !== index + 1 || number.value < 2 || number.value > 9) return undefined;
  const at = behindHyphen(tokens, number.next);
  const word = tokens[at]?.lower ?? '';
  const denominator = denominatorOf(word);
  if (denominator === undefined || !word.endsWith('s') || denominator <= number.value) return undefined;
  const value = fraction(BigInt(number.value), BigInt(denominator));
  return value && { value, next: at + 1 };
}

/** `one in five`, `1 in 10`: but not "one in 12 months". */
function oneIn(tokens: readonly Token[], index: number): Read<Rational> | undefined {
  const lead = tokens[index];
  if ((lead?.lower !== 'one' && lead?.text !== '1') || tokens[index + 1]?.lower !== 'in') return undefined;
  const token = tokens[index + 2];
  const read = isPlainInteger(token, 1, 3)
    ? { value: Number(token.text), next: index + 3 }
    : readWordNumber(tokens, index + 2);
  if (read === undefined || read.value < 2 || read.value > 100) return undefined;
  const after = tokens[read.next];
  if (after?.kind === 'word' && DAYS_AND_YEARS.test(after.lower)) return undefined;
  const value = fraction(1n, BigInt(read.value));
  return value && { value, next: read.next };
}

// Of these many something is said to be so in general; "three out of seven" counts seven.
const ROUND: ReadonlySet<number> = new Set([3, 4, 5, 10, 100]);

/** `three in four children`, `nine out of ten`: in words, for what in figures would be a count. */
function severalIn(tokens: readonly Token[], index: number): Read<Rational> | undefined {
  const first = readWordNumber(tokens, index);
  if (first === undefined || first.value < 2) return undefined;
  const isOut = tokens[first.next]?.lower === 'out' && tokens[first.next + 1]?.lower === 'of';
  const link = isOut ? first.next + 2 : first.next + 1;
  if (!isOut && tokens[first.next]?.lower !== 'in') return undefined;
  const second = tokens[link]?.kind === 'word' ? readWordNumber(tokens, link) : undefined;
  if (second === undefined || !ROUND.has(second.value) || second.value <= first.value) return undefined;
  if (isOut && second.value < 10) return undefined;
  const after = tokens[second.next];
  if (after?.kind === 'word' && DAYS_AND_YEARS.test(after.lower)) return undefined;
  const value = fraction(BigInt(first.value), BigInt(second.value));
  return value && { value, next: second.next };
}

/** The share in words that begins at `index`: `half`, `two thirds`, `a quarter`, `one in five`, `½`. */
export function readFraction(tokens: readonly Token[], index: number): Read<Rational> | undefined {
  const token = tokens[index];
  if (token?.kind === 'number') return oneIn(tokens, index);
  if (token?.kind === 'word') {
    if (half(tokens, index)) return { value: HALF, next: index + 1 };
    return (
      several(tokens, index) ?? single(tokens, index) ?? oneIn(tokens, index) ?? severalIn(tokens, index)
    );
  }
  const sign = SIGNS.get(token?.text ?? '');
  const isAlone = !isJoined(tokens, index) && tokens[index - 1]?.kind !== 'number';
  return sign && isAlone ? { value: sign, next: index + 1 } : undefined;
}
