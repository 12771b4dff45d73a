import type { Span } from '../../text/span.ts';

/** What opens an instruction to the author. */
export const INSTRUCTION =
  /^(?:please\s+)?(?:insert|enter|add|complete|delete|choose|select|specify|type|state|give|provide|describe|to be)\b/i;
/** What a template asks for: "[name of school]", "[number]", "[the date]". */
export const ASKED = new RegExp(
  String.raw`^(?:(?:the|your|full|first|last|local|total)\s+)*` +
    '(?:names?|numbers?|dates?|day|month|year|time|period|titles?|areas?|councils?|local authority|authority|organisations?|schools?|settings?|teams?|figures?|amounts?|percentages?|%|totals?|judgements?|grades?|addresse?s?|authors?|inspectors?|sources?|text|details|xx+|tb[acd])' +
    String.raw`(?:\s+(?:of|for|and)\s+[^[\]]{1,60}|\s+here)?$`,
  'i',
);
const BRACKETS = /\[([^[\]]{1,120})\]/g;
const TAGS = /<(?:insert|enter|add|name|date|number|figure)\b[^<>\n]{0,100}>/gi;

/** Forms that stand for a figure, a name or a day wherever they are met. */
const FORMS: readonly RegExp[] = [
  /\$\{\d+(?::[^{}]*|\|[^{}]*\|)?\}/g,
  /\blorem ipsum\b/gi,
  /\bTODO\b/g,
  /(?<![^\s(£])\?{3,}(?!\S)/g,
  /\((?:tb[cad]|to be (?:confirmed|added|agreed|determined|inserted|provided))\)/gi,
  /£\s?[Xx]+(?:[.,][Xx]+)*(?:\s?(?:[mk]|bn|million))?\b/g,
  /\b[Xx]+(?:\.[Xx]+)?\s?(?:%|per cent\b)/g,
  /\[(?:[XYN]\](?=\s?%|\s+(?:of|out of|per cent)\b)|(?<=\bof\s\[)[XYN]\])/g,
  /\b(?:[Xx]{2}|dd)([./-])(?:[Xx]{2}|mm)\1(?:[Xx]{4}|[Xx]{2}|20[Xx]{2}|yyyy|\d{4}|\d{2})\b/gi,
  /\b[Xx]{2}(?:st|nd|rd|th)?\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/g,
  /\b20[Xx]{2}\b/g,
  /\bXX+\b/g,
];

/** What makes two letters X a name or a number: "Child XX", "Article XX", "XX chromosome". */
const NAMED_BEFORE =
  /\b(?:Child|Baby|Family|Mr|Mrs|Ms|Miss|Dr|Article|Part|Chapter|Schedule|Volume|Annex|Appendix|Section|Title|Pope|King|Louis)\.?\s+$/;
const NAMED_BEHIND = /^(?:\s+chromosomes?\b|\s*[-–/]\s*X?Y\b|[-–]\w)/;

/**
 * Gaps in running text. What stands in quotation marks is what someone said or wrote: there "[name]" hides a
 * name and "XX" may be kisses, so only instructions to the author count.
 */
export function findGaps(
  text: string,
  isTemplate: (words: string) => boolean,
  quoted: boolean,
): readonly Span[] {
  if (!/[[$?£%X(]|xx|TODO|lorem|dd[./-]|x per cent/i.test(text)) return [];
  const quotations = quoted ? [] : readQuotations(text);
  const isSaid = ({ index }: RegExpExecArray) => quoted || isQuoted(quotations, index);
  const found = [...text.matchAll(BRACKETS)].filter((match) =>
    asksForText(match[1] ?? '', isTemplate((match[1] ?? '').trim()), isSaid(match)),
  );
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      if (!isSaid(match) && !isName(match, text) && !isAcronym(match, text)) found.push(match);
    }
  }
  return found.map(spanOf);
}

/** Tags such as `<insert date>`, which no reader of the finished text would see. */
export function findTags(source: string): readonly Span[] {
  return source.includes('<') ? [...source.matchAll(TAGS)].map(spanOf) : [];
}

function asksForText(words: string, isTemplate: boolean, quoted: boolean): boolean {
  const text = words.trim();
  return INSTRUCTION.test(text) || (!quoted && (isTemplate || ASKED.test(text)));
}

function isName(match: RegExpExecArray, text: string): boolean {
  if (!/^X+$/.test(match[0])) return false;
  return (
    NAMED_BEFORE.test(text.slice(0, match.index)) ||
    NAMED_BEHIND.test(text.slice(match.index + match[0].length))
  );
}

/** "Tewkesbury Borough Council (TBC)" explains its initials. */
function isAcronym(match: RegExpExecArray, text: string): boolean {
  if (!/^\([A-Z]{3}\)$/.test(match[0])) return false;
  const words = text.slice(0, match.index).trim().split(/\s+/).slice(-3);
  return words.map((word) => word[0]).join('') === match[0].slice(1, -1);
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
