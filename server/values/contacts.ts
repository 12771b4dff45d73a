import type { Span } from '../text/span.ts';
import {
  CONSUMER_MAIL,
  FUNCTION_MAILBOXES,
  NOBODY_MAIL,
  PERSON_WORDS,
  SERVICE_WORDS,
} from './contactWords.ts';
import { findDates } from './dates.ts';

/** How one private person can be reached, or the day of their birth. */
export interface PrivateDetail extends Span {
  readonly kind: 'phone' | 'email' | 'birth-date';
}

const GAP = '[ \\u00a0\\u2009\\u202f-]?';
const DIGITS = (count: number) => `(?:${GAP}\\d){${count}}`;
const EDGE = '(?<![\\p{L}\\p{N}+/@_.-])';
const END = '(?![\\p{L}\\p{N}@/_]|[.-]\\p{N})';

/** Mobile numbers: 07 and nine more, and the same from abroad. */
const MOBILE = new RegExp(`${EDGE}(?:\\+44|0044|0)${GAP}(?:\\(0\\)${GAP})?7[1-57-9]${DIGITS(8)}${END}`, 'gu');
/** Any other number of the national plan; private only where the words before it say so. */
const LANDLINE = new RegExp(`${EDGE}\\(?0[12]\\d{2,4}\\)?${GAP}\\d{3}${GAP}\\d{2,4}${END}`, 'gu');
const MAIL = /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,4}\p{L}{2,24}/gu;

const words = (list: readonly string[]) => `(?<!\\p{L})(?:${list.join('|')})(?!\\p{L})`;
const SERVICE = new RegExp(words(SERVICE_WORDS), 'giu');
const PERSON = new RegExp(words(PERSON_WORDS), 'giu');
/** Where an officer's address stands, the number beside it is the officer's. */
const BODY_MAIL = /@[\p{L}\p{N}.-]{1,80}\.(?:gov|nhs|police)\.uk(?!\p{L})/iu;
const HOME = new RegExp(
  `${words(['home', 'landline', 'private', 'personal', ...PERSON_WORDS])}[^.;]{0,30}$|${words(['home', 'her', 'his', 'their'])} (?:tele)?phone[^.;]{0,20}$`,
  'iu',
);
const FUNCTION = new RegExp(
  `^(?:${FUNCTION_MAILBOXES.join('|')})(?:[._-]|$)|[._-](?:${FUNCTION_MAILBOXES.join('|')})$`,
  'iu',
);

/** Telephone numbers and mail addresses that reach a private person, never those of a body or a service. */
export function findContacts(text: string): readonly PrivateDetail[] {
  const found: PrivateDetail[] = [];
  if (/\d{2}/u.test(text) && /0[127]|\(0\)|\+44|0044/u.test(text)) {
    const isOfBody = BODY_MAIL.test(text);
    for (const match of text.matchAll(MOBILE)) {
      if (!isOfService(text, match.index, isOfBody)) found.push(detail('phone', match));
    }
    for (const match of text.matchAll(LANDLINE)) {
      const lead = text.slice(Math.max(0, match.index - 60), match.index);
      if (HOME.test(lead) && !isOfService(text, match.index, isOfBody)) found.push(detail('phone', match));
    }
  }
  if (text.includes('@')) {
    for (const match of text.matchAll(MAIL))
      if (isPrivateMail(match[0], text, match.index)) found.push(detail('email', match));
  }
  return found;
}

function detail(kind: PrivateDetail['kind'], { 0: all, index }: RegExpExecArray): PrivateDetail {
  return { kind, from: index, to: index + all.length };
}

/** A number that a service, an office or an officer gives out, as the words before it say. */
function isOfService(text: string, at: number, isOfBody: boolean): boolean {
  const lead = text.slice(Math.max(0, at - 80), at);
  const own = lead.slice(lead.search(/[^.!?;]*$/u));
  // The nearer counts: of "the team rang her mother on …" the mother.
  const person = lastOf(PERSON, own);
  return lastOf(SERVICE, own) > person || (person < 0 && isOfBody);
}

function lastOf(pattern: RegExp, text: string): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1;
}

function isPrivateMail(address: string, text: string, at: number): boolean {
  const [name = '', domain = ''] = address.split('@');
  if (FUNCTION.test(name)) return false;
  if (CONSUMER_MAIL.test(domain) || NOBODY_MAIL.test(domain)) return true;
  if (/\.(?:gov|nhs|police|mod|sch|ac|parliament|judiciary)\.uk$/iu.test(domain)) return false;
  const lead = text.slice(Math.max(0, at - 40), at);
  return lastOf(PERSON, lead) > lastOf(SERVICE, lead);
}

/** What says that the day behind it is somebody's birth, up to that day. */
const BORN =
  /(?<!\p{L})(?:born(?: on)?(?: the)?|d\.?o\.?b\.?|date of birth|birth date|birthday)(?: is| was)?\s?[:(–-]?\s{0,2}$/iu;

/** Days of birth, each with its year. */
export function findBirthDates(text: string): readonly PrivateDetail[] {
  if (!/born|birth|d\.?o\.?b/iu.test(text)) return [];
  return findDates(text).flatMap((mention): readonly PrivateDetail[] => {
    if (mention.kind !== 'date' || !mention.exists) return [];
    const lead = text.slice(Math.max(0, mention.from - 30), mention.from);
    return BORN.test(lead) ? [{ kind: 'birth-date', from: mention.from, to: mention.to }] : [];
  });
}

/** Whether the header of a column, or the name of a field, asks for days of birth. */
export function asksForBirthDate(name: string): boolean {
  return /^(?:(?:child’s |child's )?(?:date of birth|birth date|d\.?\s?o\.?\s?b\.?))$/iu.test(name.trim());
}
