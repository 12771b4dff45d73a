import type { Span } from '../../text/span.ts';
import { sentencesOf } from '../../values/sentences.ts';
import {
  ASKED,
  FORMS,
  INSTRUCTION,
  NOTES,
  OPEN_END,
  PROGRAM_ERRORS,
  PROMPTS,
  SHORT_NOTES,
  TO_A_COLLEAGUE,
} from './gapForms.ts';

const BRACKETS = /\[([^[\]]{1,120})\]/g;
const TAGS =
  /<{1,2}(?:insert|enter|add|name|date|number|figure)\b[^<>\n]{0,100}>{1,2}|<<\p{L}[^<>\n]{0,80}>>/giu;

/** A gap in a text, or what a program left in place of something that it could not find. */
export interface Gap extends Span {
  readonly isError: boolean;
}

/** A passage as its gaps are looked for. */
export interface Passage {
  readonly text: string;
  /** Whether all of it is what somebody said. */
  readonly quoted: boolean;
  /** In a table what is not known yet may be put shortly: it is a matter of what the table is for. */
  readonly isCell: boolean;
}

/** Something that most passages have not: every gap has one of these signs, or some of these words. */
const MAY_HAVE_SIGN = /[[?{_#X]/;
const MAY_HAVE_GAP =
  /xx|[xn]\s?(?:%|per cent)|£\s?x|\(t|tb[acd]|todo|fixme|lorem|dd[./\s-]|00[./-]|error!|click|\btap |an item| here\b| text\b|delete |to follow|to come|to be |awaiting|insert|paste|add |before (?:publi|sending|issuing|final|circulat|sign|it |this )/i;

/** What makes two letters X a name or a number: "Child XX", "Article XX", "XX chromosome". */
const NAMED_BEFORE =
  /\b(?:Child|Baby|Family|Mr|Mrs|Ms|Miss|Dr|Article|Part|Chapter|Schedule|Volume|Annex|Appendix|Section|Title|Pope|King|Louis|[Pp]ages?|[Pp]{1,2}|[Vv]ol)\.?\s+$/;
const NAMED_BEHIND = /^(?:\s+chromosomes?\b|\s*[-–/]\s*X?Y\b|[-–]\w)/;
/** Where a line is left for a pen. */
const SIGNED = /\bsign(?:ed|ature)\b/i;

/**
 * Gaps in running text. What stands in quotation marks is what someone said or wrote: there "[name]" hides a
 * name and "XX" may be kisses, so only instructions to the author count.
 */
export function findGaps(passage: Passage, isTemplate: (words: string) => boolean): readonly Gap[] {
  const { text, quoted } = passage;
  if (!MAY_HAVE_SIGN.test(text) && !MAY_HAVE_GAP.test(text)) return [];
  const quotations = quoted ? [] : readQuotations(text);
  const isSaid = ({ index }: RegExpExecArray) => quoted || isQuoted(quotations, index);
  const bracketed = [...text.matchAll(BRACKETS)].filter((match) =>
    asksForText((match[1] ?? '').trim(), isTemplate((match[1] ?? '').trim()), isSaid(match)),
  );
  const forms = [...FORMS, ...PROMPTS, TO_A_COLLEAGUE, ...(passage.isCell ? [] : SHORT_NOTES)];
  const formed = forms.flatMap((form) =>
    [...text.matchAll(form)].filter((match) => !isSaid(match) && isGap(match, text)),
  );
  const errors = [...text.matchAll(PROGRAM_ERRORS)].map((match) => ({ ...spanOf(match), isError: true }));
  const found = [
    ...[...bracketed, ...formed].map(spanOf),
    ...(passage.isCell || quoted ? [] : findNotes(text)),
  ];
  return [...found.map((span) => ({ ...span, isError: false })), ...errors];
}

/** Sentences that are nothing but a note of what is still to come. */
function findNotes(text: string): readonly Span[] {
  return sentencesOf(text).filter(({ from, to }) => {
    const sentence = to - from > LONGEST_NOTE ? '' : text.slice(from, to).replace(/^[(]|[.!:)…]{1,4}$/g, '');
    return NOTES.some((form) => form.test(sentence));
  });
}

const LONGEST_NOTE = 120;

/** Tags such as `<insert date>`, which no reader of the finished text would see. */
export function findTags(source: string): readonly Gap[] {
  if (!source.includes('<')) return [];
  return [...source.matchAll(TAGS)].map((match) => ({ ...spanOf(match), isError: false }));
}

/** In what somebody said, "they [give] me time" has a word in brackets that is no instruction. */
function asksForText(words: string, isTemplate: boolean, quoted: boolean): boolean {
  if (quoted) return INSTRUCTION.test(words) && words.includes(' ');
  return INSTRUCTION.test(words) || isTemplate || ASKED.test(words) || OPEN_END.test(words);
}

function isGap(match: RegExpExecArray, text: string): boolean {
  if (match[0].startsWith('_')) return !SIGNED.test(text);
  return !isName(match, text) && !isAcronym(match, text);
}

function isName(match: RegExpExecArray, text: string): boolean {
  if (!/^X+$/i.test(match[0])) return false;
  return (
    NAMED_BEFORE.test(text.slice(Math.max(0, match.index - 20), match.index)) ||
    NAMED_BEHIND.test(text.slice(match.index + match[0].length, match.index + match[0].length + 20))
  );
}

const LONGEST_NAME = 120;

/** "Tewkesbury Borough Council (TBC)" explains its initials. */
function isAcronym(match: RegExpExecArray, text: string): boolean {
  const letters = /^\(?([A-Z]{3})\)?$/.exec(match[0])?.[1];
  if (letters === undefined) return false;
  const before = text.slice(Math.max(0, match.index - LONGEST_NAME), match.index);
  const words = before.trim().split(/\s+/).slice(-3);
  return words.map((word) => word[0]).join('') === letters;
}

/** What is open from a place on: quotation marks of each kind, counted from the start of the text. */
interface Quotation {
  readonly at: number;
  readonly isOpen: boolean;
}

const QUOTATION_MARK = /["“”]|(?<!\w)[‘']|[’'](?!\w)/g;

/** The quotation marks of a text, with whether any quotation is open behind each. */
function readQuotations(text: string): readonly Quotation[] {
  let [double, single, straight] = [0, 0, 0];
  return [...text.matchAll(QUOTATION_MARK)].map(({ 0: mark, index }) => {
    const opens = !/\w/.test(text[index - 1] ?? '');
    const closes = !/\w/.test(text[index + 1] ?? '');
    if (mark === '“') double += 1;
    else if (mark === '”') double -= 1;
    else if (mark === '"') straight += 1;
    else single += (opens && mark !== '’' ? 1 : 0) - (closes && mark !== '‘' ? 1 : 0);
    return { at: index, isOpen: double > 0 || single > 0 || straight % 2 === 1 };
  });
}

/** Whether a place stands between quotation marks, or at the end of a quotation that was opened. */
function isQuoted(quotations: readonly Quotation[], at: number): boolean {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.at ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return quotations[low - 1]?.isOpen ?? false;
}

function spanOf(match: RegExpMatchArray): Span {
  const from = match.index ?? 0;
  return { from, to: from + match[0].length };
}
