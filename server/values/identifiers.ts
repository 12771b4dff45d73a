import type { Span } from '../text/span.ts';
import { lead } from './contacts.ts';

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

/** Ten figures are a telephone number, an order or an account as well: the words before them must say what they are. */
const SAYS_NHS =
  /\bNHS[ -]?(?:(?:numbers?|id|nos?\b\.?)(?: (?:of|for) [^.;:,]{1,30}?)?|#|(?=:))(?: is| was| are| were)?[\s:,(=–-]{0,3}(?:[\d \u00a0\u2009\u202f,-]{8,60}(?:and )?)?$/iu;
const SAYS_NHS_BEHIND = /^\s?\(?(?:the |his |her |their )?NHS (?:number|no\b)/iu;
/** Letters and six figures are a reference as well. */
const SAYS_NI =
  /\b(?:national insurance|nino|ni[ -]?(?:numbers?|no\b\.?))(?:[ -]?(?:numbers?|no\b\.?))?(?: (?:of|for) [^.;:,]{1,30}?)?(?: is| was)?[\s:,(=–-]{0,3}$/iu;
const SAYS_NI_BEHIND = /^\s?\(?(?:the |his |her |their )?(?:national insurance|nino\b|ni (?:number|no\b))/iu;

/**
 * Numbers that stand for one person, in order: NHS numbers and Unique Pupil Numbers whose check digit or letter is
 * right, and National Insurance numbers; the first and last only where the words beside them say so. `label` is what
 * stands over or beside the text, such as the header of its column.
 */
export function findIdentifiers(text: string, label = ''): readonly Identifier[] {
  // Most passages hold no figure of that length.
  if (!/\d{2}[ \u00a0\u2009\u202f-]?\d{2}/u.test(text)) return [];
  const found: Identifier[] = [];
  const add = (kind: Identifier['kind'], { 0: all, index }: RegExpExecArray) =>
    found.push({ kind, from: index, to: index + all.length });
  const says = ({ 0: all, index }: RegExpExecArray, before: RegExp, behind: RegExp) =>
    before.test(lead(text, index, label)) ||
    behind.test(text.slice(index + all.length, index + all.length + 40));
  for (const match of text.matchAll(NHS)) {
    if (isNhsNumber(match[0].replace(/\D/gu, '')) && says(match, SAYS_NHS, SAYS_NHS_BEHIND))
      add('nhs-number', match);
  }
  for (const match of text.matchAll(UPN)) if (isUpn(match[0])) add('upn', match);
  for (const match of text.matchAll(NI)) if (says(match, SAYS_NI, SAYS_NI_BEHIND)) add('ni-number', match);
  return found.sort((a, b) => a.from - b.from);
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
