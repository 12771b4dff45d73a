import {
  type Decimal,
  integer,
  multiplyDecimals,
  parseDecimal,
  roundRational,
  toRational,
} from './decimal.ts';
import { readFraction, signedFraction } from './fractions.ts';
import { add, negate, type Rational, whole } from './rational.ts';
import { isCapitalised, isJoined, isPlainInteger, isSymbol, type Token } from './tokens.ts';
import { ordinalOf, type Read, readWordNumber, scaleOf } from './words.ts';

/** A number as it is written, without what stands around it. */
export interface Figure {
  readonly exact: Rational;
  readonly value: Decimal;
  readonly places: number;
  readonly isInWords: boolean;
  /** Fractions have no other kind. */
  readonly isFraction?: boolean;
}

const SCALE_LETTERS: ReadonlyMap<string, number> = new Map([
  ['k', 1_000],
  ['m', 1_000_000],
  ['mn', 1_000_000],
  ['bn', 1_000_000_000],
]);
const SUFFIXES = new Set(['st', 'nd', 'rd', 'th']);

// After these, "one" is a pronoun, and before those it is part of a phrase.
const NOT_ONE_AFTER = new Set([
  'no',
  'any',
  'every',
  'each',
  'this',
  'that',
  'the',
  'another',
  'some',
  'which',
]);
const NOT_ONE_BEFORE = new Set(['another', 'who', 'that', 'which', 'day', '-']);

function figureOf(value: Decimal, isInWords: boolean): Figure {
  return { exact: toRational(value), value, places: value.places, isInWords };
}

function scaledFigure(value: Decimal, factor: number): Figure {
  const product = multiplyDecimals(value, integer(factor));
  const places = value.places - (factor.toString().length - 1);
  return { exact: toRational(product), value: product, places, isInWords: false };
}

/** A number in figures, with the scale that may follow: `1,025`, `69.7`, `-2`, `1.2m`, `1.2 million`. */
function numeralAt(tokens: readonly Token[], index: number, isMoney: boolean): Read<Figure> | undefined {
  const isNegative = isNegativeSign(tokens, index);
  const at = isNegative ? index + 1 : index;
  const token = tokens[at];
  if (token?.kind !== 'number') return undefined;
  const size = parseDecimal(token.text);
  if (size === undefined) return undefined;
  const value = isNegative ? { digits: -size.digits, places: size.places } : size;
  const mixed = mixedAt(tokens, at, isNegative);
  if (mixed !== undefined) return mixed;
  const after = tokens[at + 1];
  const letters = isJoined(tokens, at + 1) || isMoney ? SCALE_LETTERS.get(after?.lower ?? '') : undefined;
  const factor = letters ?? scaleOf(after?.lower ?? '');
  if (factor === undefined) return { value: figureOf(value, false), next: at + 1 };
  return { value: scaledFigure(value, factor), next: at + 2 };
}

/** `33⅓`, `2 ½`: a whole number and the sign of a fraction. It is as exact as one decimal is. */
function mixedAt(tokens: readonly Token[], index: number, isNegative: boolean): Read<Figure> | undefined {
  const fraction = signedFraction(tokens[index + 1]);
  if (fraction === undefined || !isPlainInteger(tokens[index])) return undefined;
  const size = add(whole(Number(tokens[index].text)), fraction);
  const exact = isNegative ? negate(size) : size;
  return { value: { exact, value: roundRational(exact, 4), places: 1, isInWords: false }, next: index + 2 };
}

function isNegativeSign(tokens: readonly Token[], index: number): boolean {
  const sign = tokens[index];
  if (!isSymbol(sign, '-') && !isSymbol(sign, '−')) return false;
  const before = tokens[index - 1];
  return (
    isJoined(tokens, index + 1) && (sign?.spaced === true || isSymbol(before, '(') || isSymbol(before, '£'))
  );
}

/** A whole number in words, maybe with a half: `twenty three`, `two and a half`. */
function wordsAt(tokens: readonly Token[], index: number): Read<Figure> | undefined {
  const [before, word] = [tokens[index - 1]?.lower ?? '', tokens[index]];
  if (word?.kind !== 'word') return undefined;
  const read = readWordNumber(tokens, index);
  if (read === undefined) return undefined;
  const after = tokens[read.next];
  if (word.lower === 'zero' && after?.lower === 'tolerance') return undefined;
  if (word.lower === 'one' && read.next === index + 1) {
    const isOther =
      after?.lower === 'for' && /^(?:its|their|his|her|our|your)$/.test(tokens[read.next + 1]?.lower ?? '');
    // "a status for its actions and one for their impact" has a pronoun.
    if (isOther || NOT_ONE_AFTER.has(before) || NOT_ONE_BEFORE.has(after?.lower ?? '')) return undefined;
  }
  const half =
    after?.lower === 'and' && tokens[read.next + 1]?.lower === 'a' && tokens[read.next + 2]?.lower === 'half';
  if (!half && after?.lower === 'dozen')
    return { value: figureOf(integer(read.value * 12), true), next: read.next + 1 };
  const value = half ? { digits: BigInt(read.value) * 10n + 5n, places: 1 } : integer(read.value);
  return { value: figureOf(value, true), next: half ? read.next + 3 : read.next };
}

/** `a dozen`, `half a dozen`. */
function dozenAt(tokens: readonly Token[], index: number): Read<Figure> | undefined {
  const isHalf = tokens[index]?.lower === 'half';
  const at = isHalf ? index + 1 : index;
  if (tokens[at]?.lower !== 'a' || tokens[at + 1]?.lower !== 'dozen') return undefined;
  return { value: figureOf(integer(isHalf ? 6 : 12), true), next: at + 2 };
}

/** The number or share that begins at `index`: in figures, in words, as a fraction. Money is never a fraction. */
export function figureAt(
  tokens: readonly Token[],
  index: number,
  isMoney: boolean,
): Read<Figure> | undefined {
  const share = isMoney ? undefined : readFraction(tokens, index);
  if (share !== undefined) {
    const exact = share.value;
    const value = roundRational(exact, 4);
    return { value: { exact, value, places: 0, isInWords: true, isFraction: true }, next: share.next };
  }
  return numeralAt(tokens, index, isMoney) ?? wordsAt(tokens, index) ?? dozenAt(tokens, index);
}

/** The ordinal that begins at `index`: `third`, `3rd`. */
export function ordinalAt(tokens: readonly Token[], index: number): Read<Figure> | undefined {
  const named = ordinalOf(tokens[index]?.lower ?? '');
  // Within a sentence a capital makes it a name: "the Children First initiative".
  const isName = isCapitalised(tokens[index]) && index > 0 && !isSymbol(tokens[index - 1], '.');
  if (named !== undefined && !isName) return { value: figureOf(integer(named), true), next: index + 1 };
  const token = tokens[index];
  const isSuffixed = SUFFIXES.has(tokens[index + 1]?.lower ?? '') && isJoined(tokens, index + 1);
  if (token?.kind !== 'number' || !isSuffixed) return undefined;
  const value = parseDecimal(token.text);
  return value?.places === 0 ? { value: figureOf(value, false), next: index + 2 } : undefined;
}
