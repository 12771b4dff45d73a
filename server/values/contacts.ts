import type { Span } from '../text/span.ts';
import {
  APPEALS,
  CONSUMER_MAIL,
  FUNCTION_MAILBOXES,
  NOBODY_MAIL,
  NUMBER_LABEL,
  PERSON_WORDS,
  SERVICE_WORDS,
  SHARED_MAILBOX,
} from './contactWords.ts';
import { findDates } from './dates.ts';

/** How one private person can be reached, or the day of their birth. */
export interface PrivateDetail extends Span {
  readonly kind: 'phone' | 'email' | 'birth-date';
  /** Whether the words before say whose it is; without them it may be one that somebody gives out. */
  readonly isSure: boolean;
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
const HOME =
  /(?<![’']s )(?<!\p{L})(?:home|private|personal|her|his) (?:(?:tele)?phone|mobile|landline|number)(?: number)?[^.;\d]{0,12}$/iu;
const FUNCTION = new RegExp(
  `^(?:${FUNCTION_MAILBOXES.join('|')})(?:[._-]|$)|[._-](?:${FUNCTION_MAILBOXES.join('|')})$`,
  'iu',
);

/**
 * Telephone numbers and mail addresses that reach a private person, never those of a body or a service. `context` is what
 * stands before the text, such as the cells before it in its row.
 */
export function findContacts(text: string, context = ''): readonly PrivateDetail[] {
  const found: PrivateDetail[] = [];
  if (/\d{2}/u.test(text) && /0[127]|\(0\)|\+44|0044/u.test(text)) {
    const isOfBody = BODY_MAIL.test(text);
    for (const match of text.matchAll(MOBILE)) {
      const whose = ownerOf(leadOf(context, text, match.index), LONG_LEAD);
      if (whose === 'person') found.push(detail('phone', match, true));
      else if (whose === undefined && !isOfBody) found.push(detail('phone', match, false));
    }
    for (const match of text.matchAll(LANDLINE)) {
      const isOnes = ownerOf(leadOf(context, text, match.index), SHORT_LEAD) === 'person';
      if (isOnes) found.push(detail('phone', match, true));
    }
  }
  if (text.includes('@')) {
    for (const match of text.matchAll(MAIL)) {
      const isSure = isPrivateMail(match[0], leadOf(context, text, match.index));
      if (isSure !== undefined) found.push(detail('email', match, isSure));
    }
  }
  return found;
}

function detail(
  kind: PrivateDetail['kind'],
  { 0: all, index }: RegExpExecArray,
  isSure: boolean,
): PrivateDetail {
  return { kind, from: index, to: index + all.length, isSure };
}

/** What stands before a place, no further than tells. */
function leadOf(context: string, text: string, at: number): string {
  const own = text.slice(Math.max(0, at - LONG_LEAD), at);
  return at < LONG_LEAD && context !== '' ? `${context} ${own}` : own;
}

const LONG_LEAD = 80;
const SHORT_LEAD = 40;

/** The point of "Tel. 01452 …" and "J. Bloggs" ends nothing. */
const SENTENCE_END = /(?<!(?<!\p{L})(?:tel|mob|no|\p{L}))[.!?;](?=\s)/giu;

/** Whose a number or an address is by the words before it, of which the nearer count. */
function ownerOf(before: string, reach: number): 'person' | 'service' | undefined {
  const lead = before.slice(-reach);
  const own = lead.slice(([...lead.matchAll(SENTENCE_END)].at(-1)?.index ?? -1) + 1);
  if (HOME.test(own)) return 'person';
  const person = lastOf(PERSON, own);
  if (lastOf(SERVICE, own) > person) return 'service';
  if (person >= 0) return APPEALS.test(own.slice(person)) ? 'service' : 'person';
  return APPEALS.test(own) || NUMBER_LABEL.test(own) ? 'service' : undefined;
}

function lastOf(pattern: RegExp, text: string): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1;
}

/** Whether an address is surely a private person's; undefined where it is a body's. */
function isPrivateMail(address: string, before: string): boolean | undefined {
  const [name = '', domain = ''] = address.split('@');
  if (FUNCTION.test(name) || SHARED_MAILBOX.test(name)) return undefined;
  if (/\.(?:gov|nhs|police|mod|sch|ac|parliament|judiciary)\.uk$/iu.test(domain)) return undefined;
  const owner = ownerOf(before, LONG_LEAD);
  if (owner === 'person') return true;
  const isAnybodys = CONSUMER_MAIL.test(domain) || NOBODY_MAIL.test(domain);
  return isAnybodys && owner === undefined ? false : undefined;
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
    return BORN.test(lead) && !isByLaw(lead, text.slice(mention.to, mention.to + 60))
      ? [{ kind: 'birth-date', from: mention.from, to: mention.to, isSure: true }]
      : [];
  });
}

/** Behind a day: what is so by rule of whoever was born on it. */
const BY_LAW =
  /(?<!\p{L})(?:starts?|begins?|enters?|joins?|will|would|may|must|can|reaches|turns|a year later)(?!\p{L})/iu;
const ANYBODY =
  /(?<!\p{L})(?:an?|any|every|each|one|children|pupils|those)(?: (?:child|pupil|baby|person|young person|care leaver))?(?: who (?:is|was|are|were))? born(?: on)?(?: the)?\s?$/iu;

/** "A child born on 31 August 2020 starts school in 2024": the day is an example of a rule, and nobody's. */
function isByLaw(lead: string, behind: string): boolean {
  return ANYBODY.test(lead) && BY_LAW.test(behind);
}

/** Whether the header of a column, or the name of a field, asks for days of birth. */
export function asksForBirthDate(name: string): boolean {
  return /^(?:(?:child’s |child's )?(?:date of birth|birth date|d\.?\s?o\.?\s?b\.?))$/iu.test(name.trim());
}
