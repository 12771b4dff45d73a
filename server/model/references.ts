import type { Prose } from '../syntax/prose.ts';
import { sentenceAt } from '../values/sentences.ts';
import { type Block, cellsOf } from './block.ts';
import type { Reference, ReferenceKind } from './reference.ts';

/** What of a block is read for references. */
type Passages = Pick<Block, 'kind' | 'leaves' | 'tables' | 'heading'>;

const KINDS: readonly (readonly [RegExp, ReferenceKind])[] = [
  [/^para/i, 'paragraph'],
  [/^sect/i, 'section'],
  [/^(?:appendi|annex)/i, 'appendix'],
  [/^table/i, 'table'],
  [/^(?:figure|chart)/i, 'figure'],
];

const NOUN = String.raw`(?:[Pp]aragraphs?|[Pp]aras?\.?|[Ss]ections?|[Aa]ppendix|[Aa]ppendices|[Aa]nnex(?:es)?|[Tt]ables?|[Ff]igures?|[Cc]harts?)`;
/** What every reference has, looked for at little cost: most passages, and nearly all cells, refer to nothing. */
const MAY_REFER = /para|sect|append|annex|table|figure|chart|see/i;
const NAME = String.raw`(?:\d{1,3}(?:\.\d{1,3})*|[A-Z]\d{0,2})(?![\p{L}\d]|[.,]\d|%)`;
const NAMES = String.raw`${NAME}(?:\s*[,–-]\s*${NAME})*(?:,?\s+(?:and|or|to)\s+${NAME}|\s*&\s*${NAME})?`;
const REFERENCE = new RegExp(String.raw`(?<![\p{L}\d])(${NOUN})\s+(${NAMES})`, 'gu');
const EACH = new RegExp(NAME, 'gu');
/** Behind a noun in the singular, a second number counts something else. */
const PLURAL = /(?:s|ces)\.?$/;

const CAPTION = new RegExp(
  String.raw`^(Appendix|Annex|Table|Figure|Chart)\s+(${NAME})(\s*(?:[:–—-]|\.(?=\s|$)|$))?`,
  'iu',
);

/** "of the Act", "to the guidance": the place is in another document. "Of this report" says the opposite. */
const ELSEWHERE =
  /^\)?,?\s+(?:of|to|in|under)\s+(?!this\b)(?:(?:the|that|an?|our|its|their|his|her|your)\s+)?(?:\p{Lu}|\p{L}+(?:\s+\p{L}+){0,3}?\s*\b(?:act|regulations?|guidance|code|constitution|schedule|order|framework|report|letter|plan|review|standards?|policy|procedures?|protocol|agreement|strategy|document|bill|manual)\b)/u;
const OF_ANOTHER = /^\)?,?\s+of\s+(?!this\b)/u;
/** "the Act, section 3.2", "Working Together 2018 (paragraph 12)": the document is named before the place. */
const NAMED_BEFORE =
  /(?:\b(?:Acts?|Regulations?|Code|Constitution|Schedule|Part|Order|Guidance|guidance|Framework|Standards?|Policy|Protocol|Working Together|Rules?)(?:\s+[\dA-Z]{1,4})?(?:\s+\(?\d{4}\)?)?[,:;]?\s*[([]?\s*(?:(?:see|at|in|under)\s+)?)$/u;

/**
 * The references of a block to places of its own document. "Section 47" is a law's, so a section counts only with
 * a dot in its number; and whatever names another document, before or behind, is left alone. A caption
 * refers to nothing.
 */
export function readReferences(block: Passages): readonly Reference[] {
  if (block.kind === 'heading' || block.kind === 'code' || block.kind === 'comment') return [];
  const captioned = captionOf(block) !== undefined;
  const passages = [
    ...block.leaves.slice(captioned ? 1 : 0).filter(({ quoted }) => !quoted),
    ...cellsOf(block),
  ];
  return passages.flatMap(({ prose }) =>
    MAY_REFER.test(prose.text) ? [...inPassage(prose), ...unnamed(prose)] : [],
  );
}

/** What "Table 2: Visits" or the heading "Appendix B" is called, so that references to it can be followed. */
export function captionOf({
  leaves,
  heading,
}: Pick<Block, 'leaves' | 'heading'>): Pick<Reference, 'kind' | 'name'> | undefined {
  const prose = leaves[0]?.prose;
  const match = /^[tafc]/i.test(prose?.text ?? '') ? CAPTION.exec(prose?.text ?? '') : null;
  const [whole = '', noun = '', name = '', stop] = match ?? [];
  const kind = KINDS.find(([pattern]) => pattern.test(noun))?.[1];
  // "Table 2 shows that" is no caption: one ends at a stop, is bold, or is a heading.
  const bold = prose?.strong.some((span) => span.from === 0 && span.to >= whole.length);
  const ends = heading !== undefined || stop !== undefined || bold === true;
  return kind === undefined || !ends ? undefined : { kind, name };
}

function inPassage(prose: Prose): readonly Reference[] {
  const { text } = prose;
  return [...text.matchAll(REFERENCE)].flatMap((match) => {
    const [written, noun = '', list = ''] = match;
    const names = PLURAL.test(noun) ? list : (list.match(EACH)?.[0] ?? '');
    const all = written.slice(0, written.length - list.length + names.length);
    const kind = KINDS.find(([pattern]) => pattern.test(noun))?.[1];
    const behind = text.slice(match.index + all.length);
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    if (kind === undefined) return [];
    if (ELSEWHERE.test(behind) || OF_ANOTHER.test(behind) || NAMED_BEFORE.test(before)) return [];
    const at = match.index + all.length - names.length;
    const isSeen = /\bsee (?:also )?$/i.test(before) && ENDS.test(behind);
    return each(prose, kind, match.index, at, names, isSeen).map((reference) => ({
      ...reference,
      side: sideAt(prose, match.index + all.length, /^,?\s+(above|below)\b/iu),
      own: isOwn(text, match.index),
    }));
  });
}

/** "The table below", which has no number, and "see below, 10.3", which has no noun. */
const TABLE_BESIDE = /\b[Tt](?:he|his|hese)\s+(?:\p{L}+\s+)?tables?\s+(?:below|above)\b/gu;
const SEE_NUMBER =
  /\b[Ss]ee\s+(?:also\s+)?(?:(?:below|above),?\s+)?(\d{1,3}(?:\.\d{1,3})+)(?![\p{L}\d%]|[.,]\d|\s*(?:%|per\s+cent|million))/gu;

function unnamed(prose: Prose): readonly Reference[] {
  const { text } = prose;
  const tables = [...text.matchAll(TABLE_BESIDE)].map((match): Reference => {
    const side = sideAt(prose, match.index + match[0].search(/\S+$/u), /^(above|below)/iu);
    const span = prose.sourceSpan(match.index, match.index + match[0].length);
    return { kind: 'table', name: '', span, side, own: isOwn(text, match.index) };
  });
  const numbers = [...text.matchAll(SEE_NUMBER)].flatMap((match): Reference[] => {
    const [written, name = ''] = match;
    const to = match.index + written.length;
    const behind = text.slice(to);
    if (ELSEWHERE.test(behind) || OF_ANOTHER.test(behind)) return [];
    const lead = sideAt(prose, match.index + written.search(/\b(?:above|below)\b/iu), /^(above|below)/iu);
    const side = lead ?? sideAt(prose, to, /^,?\s+(above|below)\b/iu);
    return [
      {
        kind: 'section',
        name,
        span: prose.sourceSpan(to - name.length, to),
        side,
        own: isOwn(text, match.index),
      },
    ];
  });
  return [...tables, ...numbers];
}

function sideAt(prose: Prose, at: number, pattern: RegExp): Reference['side'] {
  const match = at < 0 ? null : pattern.exec(prose.text.slice(at, at + 12));
  const word = match?.[1]?.toLowerCase();
  if (match === null || (word !== 'above' && word !== 'below')) return undefined;
  const to = at + match[0].length;
  return { word, span: prose.sourceSpan(to - word.length, to) };
}

/** What a sentence speaks of when a place that it names may not be one of this document. */
const OTHER_DOCUMENT =
  /\b(?:Acts?|[Rr]egulations?|Rules|Code|code of practice|Schedule|Orders?|standing orders?|SI \d{4}|Constitution|Convention|Directive|Working Together|Framework|[Hh]andbook|[Gg]uidance|[Gg]uidelines?|[Pp]olicy|[Pp]rotocol|[Pp]rocedures|[Mm]anual|statutory|legislation|judgment|case law|minutes|(?:earlier|previous|last|full|original|first|separate|attached|that|their|its) (?:report|letter|plan|inspection|document|review|paper))\b/u;

/** How far a sentence is looked through either way: of one that never ends, the rest speaks of something else. */
const SENTENCE = 600;

function isOwn(text: string, at: number): boolean {
  const { from, to } = sentenceAt(text, at, SENTENCE);
  return !OTHER_DOCUMENT.test(text.slice(from, to));
}

/** @param from where the noun begins in the prose, and `at` the first name. */
function each(
  prose: Prose,
  kind: ReferenceKind,
  from: number,
  at: number,
  names: string,
  isSeen: boolean,
): readonly Pick<Reference, 'kind' | 'name' | 'span'>[] {
  return [...names.matchAll(EACH)].flatMap(({ 0: name, index }, number) => {
    if (!isName(kind, name, isSeen)) return [];
    return { kind, name, span: prose.sourceSpan(number === 0 ? from : at + index, at + index + name.length) };
  });
}

/** What a reference ends at: behind "section 47" another word would make it the name of something. */
const ENDS = /^\s*(?:[).,;:]|$|(?:above|below)\b)/;

/** @param isSeen whether readers are sent there, as by "see section 6": else a bare number is that of an Act's section */
function isName(kind: ReferenceKind, name: string, isSeen: boolean): boolean {
  if (kind === 'section') return name.includes('.') || (isSeen && /^\d{1,2}$/.test(name));
  if (kind === 'paragraph') return /^\d/.test(name);
  return true;
}
