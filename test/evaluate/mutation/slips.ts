import { type Decimal, parseDecimal } from '../../../server/values/decimal.ts';
import type { Random } from '../../incremental/random.ts';

export type SlipKind = '30% less' | '12% more' | 'digits swapped' | 'one digit wrong';

/** A figure as a hurried author may have typed it. */
export interface Slip {
  readonly kind: SlipKind;
  /** The figure with all that stands around its number: its sign, its unit, its separators. */
  readonly text: string;
  /** The number that is written now, and the one that was: of `£1.2m` it is 1.2. */
  readonly value: Decimal;
  readonly was: Decimal;
}

const NUMBER = /\d[\d,]*(?:\.\d+)?/g;
const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Wrong versions of a figure, be it in digits or a small number in words; none of what has two numbers or none. */
export function slipsOf(text: string, random: Random): readonly Slip[] {
  const word = WORDS.indexOf(text.toLowerCase());
  const [number, ...more] = word > 0 ? [String(word)] : (text.match(NUMBER) ?? []);
  if (number === undefined || more.length > 0) return [];
  const digits = number.replace(/[,.]/g, '');
  const places = number.includes('.') ? number.length - number.indexOf('.') - 1 : 0;
  const write = (wrong: string): string | undefined => {
    if (word > 0) return WORDS[Number(wrong)];
    const shown = withSeparators(wrong, places, number.includes(','));
    return isYear(shown) ? undefined : text.replace(number, () => shown);
  };
  const was = parseDecimal(withSeparators(digits, places, false));
  return wrongDigits(digits, random).flatMap(([kind, wrong]) => {
    const written = write(wrong);
    const value = parseDecimal(withSeparators(wrong, places, false));
    if (written === undefined || value === undefined || was === undefined || wrong === digits) return [];
    return [{ kind, text: written, value, was }];
  });
}

function wrongDigits(digits: string, random: Random): readonly (readonly [SlipKind, string])[] {
  const value = BigInt(digits);
  const less = (value * 70n) / 100n;
  const more = (value * 112n + 50n) / 100n;
  return [
    ...(less > 0n ? ([['30% less', padded(less, digits)]] as const) : []),
    ['12% more', padded(more > value ? more : value + 1n, digits)],
    ['digits swapped', swapped(digits)],
    ['one digit wrong', slipped(digits, random)],
  ];
}

/** 0.4 has two digits, and so has what it is mistyped as. */
function padded(value: bigint, like: string): string {
  return like.startsWith('0') ? String(value).padStart(like.length, '0') : String(value);
}

function swapped(digits: string): string {
  for (let at = digits.length - 2; at >= 0; at -= 1) {
    const [a = '', b = ''] = [digits[at], digits[at + 1]];
    if (a !== b && !(at === 0 && b === '0')) return `${digits.slice(0, at)}${b}${a}${digits.slice(at + 2)}`;
  }
  return digits;
}

function slipped(digits: string, random: Random): string {
  const at = random.below(digits.length);
  const digit = Number(digits[at]);
  const wrong = digit === 9 ? 8 : digit + 1;
  return `${digits.slice(0, at)}${wrong}${digits.slice(at + 1)}`;
}

function withSeparators(digits: string, places: number, isGrouped: boolean): string {
  const padded = digits.padStart(places + 1, '0');
  const whole = padded.slice(0, padded.length - places);
  const grouped = isGrouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  return places === 0 ? grouped : `${grouped}.${padded.slice(padded.length - places)}`;
}

/** A bare number from 1900 to 2099 is read as a year, as a reader at speed would. */
function isYear(number: string): boolean {
  return /^(?:19|20)\d\d$/.test(number);
}
