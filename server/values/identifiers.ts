import type { Span } from '../text/span.ts';

/** What a stretch of text names one person by. */
export interface Identifier extends Span {
  readonly kind: 'nhs-number' | 'upn' | 'ni-number';
}

/** What parts the groups of a number as people write it. */
const GAP = '[ \\u00a0\\u2009\\u202f-]';
/** Neither end of a number is the middle of a longer one, of a word, of an address or of a decimal. */
const BEFORE = '(?<![\\p{L}\\p{N}@/#£$€_-])(?<!\\p{N}[.,:])';
const BEHIND = '(?![\\p{L}\\p{N}@/_-]|[.,:]\\p{N})';

const NHS = new RegExp(`${BEFORE}(?:\\d{10}|\\d{3}${GAP}\\d{3}${GAP}\\d{4})${BEHIND}`, 'gu');
const UPN = new RegExp(`${BEFORE}[A-HJ-NP-RT-Z]\\d{11}[\\dA-HJ-NP-RT-Z]${BEHIND}`, 'gu');
const NI = new RegExp(
  `${BEFORE}(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]${GAP}?\\d{2}${GAP}?\\d{2}${GAP}?\\d{2}${GAP}?[A-D]${BEHIND}`,
  'gu',
);

/** What a number of ten figures is where one of these stands right before it. */
const OTHER_NUMBER =
  /(?:\b(?:isbn|issn|ref|reference|order|invoice|account|a\/c|company|charity|urn|ukprn|uprn|po|tel|telephone|phone|fax|mobile|call|calling|ring)(?:[- ]?(?:no|number|id))?|\b0\d{2,4})[.:]?\s{0,2}$/iu;
const SAYS_NHS = /\bNHS\b[^.;]{0,25}$/iu;

/**
 * Numbers that stand for one person, in order: NHS numbers and Unique Pupil Numbers whose check digit or letter is
 * right, and National Insurance numbers of a form that is given out.
 */
export function findIdentifiers(text: string): readonly Identifier[] {
  // Most passages hold no figure of that length.
  if (!/\d{2}[ \u00a0\u2009\u202f-]?\d{2}/u.test(text)) return [];
  const found: Identifier[] = [];
  const add = (kind: Identifier['kind'], { 0: all, index }: RegExpExecArray) =>
    found.push({ kind, from: index, to: index + all.length });
  for (const match of text.matchAll(NHS))
    if (isNhs(match[0], before(text, match.index))) add('nhs-number', match);
  for (const match of text.matchAll(UPN)) if (isUpn(match[0])) add('upn', match);
  for (const match of text.matchAll(NI))
    if (!OTHER_NUMBER.test(before(text, match.index))) add('ni-number', match);
  return found.sort((a, b) => a.from - b.from);
}

function before(text: string, index: number): string {
  return text.slice(Math.max(0, index - 40), index);
}

function isNhs(written: string, lead: string): boolean {
  const digits = written.replace(/\D/gu, '');
  if (!isNhsNumber(digits)) return false;
  if (SAYS_NHS.test(lead)) return true;
  // Telephone numbers begin with nought, and round figures end in many.
  return !OTHER_NUMBER.test(lead) && !/^0|0{5}$/u.test(digits);
}

/** Whether ten figures are an NHS number: the last is the check digit of the others, modulo 11. */
export function isNhsNumber(digits: string): boolean {
  return /^\d{10}$/u.test(digits) && !/^(\d)\1*$/u.test(digits) && nhsCheck(digits) === Number(digits[9]);
}

/** The check digit of the first nine figures of an NHS number; 10 where these are never given out. */
export function nhsCheck(digits: string): number {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  return (11 - (sum % 11)) % 11;
}

/** The letters of Unique Pupil Numbers: those that are not taken for a figure or another letter. */
const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

function isUpn(written: string): boolean {
  return upnCheck(written.slice(1)) === written[0];
}

/** The check letter of the twelve signs behind it, the last of which is a letter in a temporary number. */
export function upnCheck(signs: string): string | undefined {
  const sum = [...signs].reduce((total, sign, at) => {
    const value = /\d/u.test(sign) ? Number(sign) : UPN_LETTERS.indexOf(sign);
    return total + value * (at + 2);
  }, 0);
  return UPN_LETTERS[sum % 23];
}
