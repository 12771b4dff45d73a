import { compare, floor, fraction, multiply, powerOfTen, type Rational, whole } from './rational.ts';

/** An exact decimal number, `digits` × 10⁻ᵖˡᵃᶜᵉˢ; `places` is how many decimals were written and is never negative. */
export interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

/** How a number that does not fit its places is cut to them. */
export type Rounding = 'half-up' | 'half-even' | 'down';

// No figure in a report is longer; the limit keeps arithmetic on hostile input cheap.
const LONGEST = 30;

const PLAIN = /^\d{1,15}$/;
const SHAPE = /^([-−+]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;

/**
 * Reads a number as it is written in British documents: `1,025`, `0.3`, `-2`.
 * Gives `undefined` for anything else, also for commas in the wrong place (`10,25`) and for numbers of more than 30 digits.
 */
export function parseDecimal(text: string): Decimal | undefined {
  // The shape costs time in proportion to the text, so that the length is looked at first.
  if (text.length > 2 * LONGEST) return undefined;
  if (PLAIN.test(text)) return { digits: BigInt(Number(text)), places: 0 };
  const match = SHAPE.exec(text);
  if (match === null) return undefined;
  const decimals = match[3] ?? '';
  const digits = (match[2] ?? '').replaceAll(',', '') + decimals;
  if (digits.length > LONGEST) return undefined;
  const size = BigInt(digits);
  return { digits: match[1] === '-' || match[1] === '−' ? -size : size, places: decimals.length };
}

/** A whole number as a decimal without places. */
export function integer(value: bigint | number): Decimal {
  return { digits: BigInt(value), places: 0 };
}

function aligned(a: Decimal, b: Decimal): { a: bigint; b: bigint; places: number } {
  const places = Math.max(a.places, b.places);
  return {
    a: a.digits * 10n ** BigInt(places - a.places),
    b: b.digits * 10n ** BigInt(places - b.places),
    places,
  };
}

/** Negative, zero or positive; `0.30` equals `0.3`. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  return compare(toRational(a), toRational(b));
}

/** The exact sum, with the places of the more precise of the two. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const same = aligned(a, b);
  return { digits: same.a + same.b, places: same.places };
}

/** The exact difference `a` − `b`, with the places of the more precise of the two. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return addDecimals(a, { digits: -b.digits, places: b.places });
}

/** The exact product, with the places of both together. */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, places: a.places + b.places };
}

/** The same number as a fraction. */
export function toRational(value: Decimal): Rational {
  if (value.places === 0) return whole(value.digits);
  return multiply(whole(value.digits), powerOfTen(-value.places));
}

/**
 * The decimal with `places` decimals that stands for `value`.
 * Halves go away from zero (`half-up`, as Excel does) or to the even digit (`half-even`, as statistics packages do); `down` cuts.
 */
export function roundRational(value: Rational, places: number, rounding: Rounding = 'half-up'): Decimal {
  const scaled = multiply(value, powerOfTen(places));
  const negative = scaled.numerator < 0n;
  const size = negative ? { ...scaled, numerator: -scaled.numerator } : scaled;
  const below = floor(size);
  const twiceRest = 2n * (size.numerator - below * size.denominator);
  const isHalf = twiceRest === size.denominator;
  const isUp = rounding === 'half-up' || below % 2n === 1n;
  const up = rounding !== 'down' && (isHalf ? isUp : twiceRest > size.denominator);
  const digits = up ? below + 1n : below;
  return { digits: negative ? -digits : digits, places };
}

/** The decimal without zeros at its end: `69.70` gives `69.7`. */
export function trimmed(value: Decimal): Decimal {
  let { digits, places } = value;
  while (places > 0 && digits % 10n === 0n) {
    digits /= 10n;
    places -= 1;
  }
  return { digits, places };
}

/** Writes the number in British style, all its places shown: `1,025`, `69.7`, `-2`. */
export function formatDecimal(value: Decimal): string {
  const size = value.digits < 0n ? -value.digits : value.digits;
  const text = size.toString().padStart(value.places + 1, '0');
  const cut = text.length - value.places;
  const decimals = value.places > 0 ? `.${text.slice(cut)}` : '';
  return `${value.digits < 0n ? '-' : ''}${grouped(text.slice(0, cut))}${decimals}`;
}

function grouped(digits: string): string {
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups.join(',');
}

/** The quotient of two whole numbers times a hundred: 304 and 436 give 30400/436; `undefined` when `of` is zero. */
export function percentage(part: bigint, of: bigint): Rational | undefined {
  return fraction(part * 100n, of);
}
