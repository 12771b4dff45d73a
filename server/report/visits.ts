import type { Block } from '../model/block.ts';
import type { Span } from '../text/span.ts';
import { ORDINAL_WORDS, ordinalOf } from '../values/words.ts';
import type { Anchor } from './contents.ts';

/** What a letter says of the visit that it is about: that it was the third. */
export interface VisitOrdinal {
  readonly number: number;
  /** The ordinal alone, as written: "third", "3rd". */
  readonly text: string;
  /** What kind of visit it counts, where it says so: "monitoring". */
  readonly kind: string | undefined;
}

/** The same at a place of a section. */
export interface PlacedOrdinal extends VisitOrdinal {
  readonly at: Anchor;
}

/** The same in a text. */
export interface OrdinalIn extends VisitOrdinal {
  readonly span: Span;
}

const ORDINAL = `(?<ordinal>${ORDINAL_WORDS.join('|')}|\\d{1,2}(?:st|nd|rd|th))`;
const KIND = '(?:Ofsted|monitoring|focused|quarterly|follow-up|unannounced|announced|joint)';
const KINDS = `(?<kinds>(?:${KIND} ){0,2})`;
const OPENS = /^(?:This letter|I am writing|I write|Following)\b/i;

/** How a sentence counts the visit that the letter is about. Other visits are counted too: "since the second visit". */
const OWN: readonly RegExp[] = [
  `\\b(?:this|the) (?:${KIND} ){0,2}visit (?:was|is) (?:the |our |your )?${ORDINAL} ?${KINDS}(?:visit\\b)?`,
  `\\bthis (?:was|is) (?:the |our |your )${ORDINAL} ${KINDS}visit\\b`,
  `\\bthis,? (?:the |our |your )?${ORDINAL} ${KINDS}visit\\b`,
].map((form) => new RegExp(form, 'dgi'));

/** The same in the paragraph that opens the letter, in which no other visit has been named before. */
const OPENING: readonly RegExp[] = [
  `\\bit (?:was|is) (?:the |our |your )${ORDINAL} (?:such )?${KINDS}visit\\b`,
  `\\b(?:findings|outcomes?|results?) (?:of|from) (?:the |our |your |my )${ORDINAL} ${KINDS}visit\\b`,
  `^Following (?:the |our |your |my )${ORDINAL} ${KINDS}visit\\b`,
].map((form) => new RegExp(form, 'dgi'));

const SUBJECT = new RegExp(`^(?:the )?${ORDINAL} ${KINDS}visit(?= (?:of|to|at) \\p{Lu}|:|$)`, 'diu');

/** Behind "the first visit" other words may narrow what is counted: "to look at the front door", "this year". */
const GOES_ON =
  /^(?:\s*$|\s*[.,;:)]| and\b| (?:of|to|at) (?:the (?:local|council)|your\b|\p{Lu})| on \d| in \p{Lu}| since [^.]{0,80}(?:judge|inadequate|inspect))/u;

/** Every place of a section of a letter that says which visit the letter is about. */
export function readVisits(own: readonly Block[]): readonly PlacedOrdinal[] {
  return own.flatMap((block, index) =>
    block.kind !== 'paragraph' && block.kind !== 'item'
      ? []
      : block.leaves
          .filter(({ quoted }) => !quoted)
          .flatMap(({ prose }) =>
            visitsIn(prose.text).map(({ span, ...visit }) => ({
              ...visit,
              at: { block: index, span: prose.sourceSpan(span.from, span.to) },
            })),
          ),
  );
}

function visitsIn(text: string): readonly OrdinalIn[] {
  if (!/\bvisit\b/i.test(text)) return [];
  const subject = visitOfSubject(text);
  if (subject !== undefined) return [subject];
  const forms = OPENS.test(text) ? [...OWN, ...OPENING] : OWN;
  const found = forms
    .flatMap((form) => [...text.matchAll(form)])
    .filter((match) => GOES_ON.test(text.slice(match.index + match[0].trimEnd().length)))
    .flatMap((match) => ordinalOfMatch(match) ?? []);
  return found.filter(({ span }, at) => found.findIndex((other) => other.span.from === span.from) === at);
}

/** A subject line is no longer than this. */
const LONGEST_SUBJECT = 150;

/** Which visit a subject line or a title names: "Third monitoring visit of Felpersham". */
export function visitOfSubject(text: string): OrdinalIn | undefined {
  const match = text.length > LONGEST_SUBJECT || /[.;]\s/.test(text) ? null : SUBJECT.exec(text);
  return match === null ? undefined : ordinalOfMatch(match);
}

/** Which visit the value of a field of that kind names: "3", "third", "Third monitoring visit". */
export function visitOfField(value: string): VisitOrdinal | undefined {
  const text = value.trim();
  if (/^\d{1,2}$/.test(text)) return { number: Number(text), text, kind: undefined };
  const number = numberOf(text);
  return number === undefined ? visitOfSubject(text) : { number, text, kind: undefined };
}

function ordinalOfMatch(match: RegExpExecArray): OrdinalIn | undefined {
  const { ordinal = '', kinds = '' } = match.groups ?? {};
  const [from, to] = match.indices?.groups?.ordinal ?? [];
  const number = numberOf(ordinal);
  if (number === undefined || from === undefined || to === undefined) return undefined;
  const kind = /monitoring|focused/i.exec(kinds)?.[0].toLowerCase();
  return { number, text: ordinal, kind, span: { from, to } };
}

function numberOf(text: string): number | undefined {
  return /^\d{1,2}(?:st|nd|rd|th)$/i.test(text) ? Number.parseInt(text, 10) : ordinalOf(text.toLowerCase());
}

/** Another number in the form in which one was written: "3rd" for "2nd", "Third" for "Second", "3" for "2". */
export function ordinalLike(written: string, number: number): string {
  if (/^\d+$/.test(written)) return String(number);
  if (/^\d/.test(written)) return `${number}${suffixOf(number)}`;
  const word = ORDINAL_WORDS[number - 1] ?? `${number}${suffixOf(number)}`;
  return /^\p{Lu}/u.test(written) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

function suffixOf(number: number): string {
  if (number % 100 >= 11 && number % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th';
}
