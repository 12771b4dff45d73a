import type { Span } from '../text/span.ts';
import { BODY_DOMAIN, KIN, ONE_PERSON, REACHED_WITH } from './contactWords.ts';

/** How one private person can be reached. */
export interface PrivateContact extends Span {
  readonly kind: 'phone' | 'email';
}

const GAP = '[ \\u00a0\\u2009\\u202f-]?';
const DIGITS = (count: number) => `(?:${GAP}\\d){${count}}`;
const EDGE = '(?<![\\p{L}\\p{N}+/@_.-])';
const END = '(?![\\p{L}\\p{N}@/_]|[.-]\\p{N})';

/** Mobile numbers, 07 and nine more, and the same from abroad; then any other number of the national plan. */
const PHONE = new RegExp(
  `${EDGE}(?:(?:\\+44|0044|0)${GAP}(?:\\(0\\)${GAP})?7[1-57-9]${DIGITS(8)}|\\(?0[12]\\d{2,4}\\)?${GAP}\\d{3}${GAP}\\d{2,4})${END}`,
  'gu',
);
const MAIL = /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,4}\p{L}{2,24}/gu;

const FRONT = '(?:^|[.;,|(]\\s{0,2})';
const IS = '(?:,| is(?: now)?| was|:)?[\\s(–-]{0,3}$';
/** Words up to a number or address that make it one person's; nothing to call or write to stands in them. */
const OF_ONE: readonly RegExp[] = [
  `(?<!\\p{L})(?:${KIN}|next of kin)[’']s ${REACHED_WITH}${IS}`,
  `(?<!\\p{L})(?:the|a|this|one|her|his|their) (?:${KIN}|${ONE_PERSON})[’']s ${REACHED_WITH}${IS}`,
  `${FRONT}(?:(?:her|his|their|the) )?(?:(?:birth|foster) )?(?:${KIN}|next of kin):\\s{0,2}(?:(?:tel|telephone|phone|mobile|mob|e-?mail)\\b[.:]{0,2}\\s?)?$`,
  `(?:${FRONT}|(?<!\\p{L})(?:her|his) )home (?:tele)?phone(?: number)?${IS}`,
  `(?<!\\p{L})(?:her|his|their|the) (?:${KIN}) (?:(?:can|could|may) be|is|was) reached (?:on|at)\\s$`,
  `(?<!\\p{L})(?:her|his|their|the) (?:${KIN}) (?:wrote|replied|e-?mailed) from\\s$`,
].map((form) => new RegExp(form, 'iu'));
/** Between two numbers or addresses of the same person. */
const ALSO = /^\)?\s?[,/;]?\s?(?:or|and)?\s?(?:at|on|from abroad)?\s?$/iu;

/** As far as the words before a number are looked at. */
const REACH = 80;

/**
 * Telephone numbers and mail addresses of one private person, in order: only where the words before say whose they are.
 * `label` is what stands over or beside the text, such as the header of its column.
 */
export function findContacts(text: string, label = ''): readonly PrivateContact[] {
  const found: PrivateContact[] = [];
  for (const one of mentions(text)) {
    const last = found.at(-1);
    if (isOfOne(lead(text, one.from, label)) || (last && ALSO.test(text.slice(last.to, one.from))))
      found.push(one);
  }
  return found;
}

function mentions(text: string): readonly PrivateContact[] {
  const phones = /0[127]|\(0\)|\+44|0044/u.test(text) ? [...text.matchAll(PHONE)] : [];
  const mails = text.includes('@')
    ? [...text.matchAll(MAIL)].filter(({ 0: address }) => !BODY_DOMAIN.test(address))
    : [];
  const spanOf = ({ 0: all, index }: RegExpExecArray) => ({ from: index, to: index + all.length });
  return [
    ...phones.map((match) => ({ kind: 'phone' as const, ...spanOf(match) })),
    ...mails.map((match) => ({ kind: 'email' as const, ...spanOf(match) })),
  ].sort((a, b) => a.from - b.from);
}

function isOfOne(before: string): boolean {
  return OF_ONE.some((form) => form.test(before));
}

/** The words before a place; what is cut off at the front begins no sentence. */
export function lead(text: string, at: number, label: string): string {
  if (at > REACH) return `…${text.slice(at - REACH, at)}`;
  return `${label === '' ? '' : `${label.slice(-REACH)}: `}${text.slice(0, at)}`;
}
