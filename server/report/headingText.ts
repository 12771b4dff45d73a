import type { Scale } from '../framework/framework.ts';
import { isSlip } from '../framework/slip.ts';
import type { LabelReader, SectionRole, Vocabulary } from '../framework/vocabulary.ts';
import type { Span } from '../text/span.ts';
import { LONGEST, labelBesideNumber, readJudgement, WORDS } from './judgementText.ts';
import { isStrayLabel, singularLabel } from './ratings.ts';

/** A heading's name and the judgement behind it. Spans are in the heading's text. */
export interface HeadingParts {
  readonly name: Span;
  readonly judgement: Span | undefined;
}

// What may stand between a name and its judgement; only behind a blank alone a label must come with its grade.
// A hyphen joins words where no blank stands behind it; longer dashes and colons part them all the same.
const SEPARATOR = /\s*[-–—:,]\s+|[–—:](?=\S)|\s+/gu;
const GRADED_TAIL = new RegExp(
  String.raw`^grade\s+\d{1,2}(?:\s*\(\s*${WORDS}\s*\)|\s*[-–—:,]\s*${WORDS})?$`,
  'iu',
);
const LABELLED_TAIL = new RegExp(
  String.raw`^(?<label>${WORDS})\s*(?:\(\s*|[-–—:,]\s*)grade\s+\d{1,2}\s*\)?$`,
  'iu',
);
const IN_BRACKETS = /^(?:\([^()]+\)|\[[^[\]]+\]|“[^“”]+”|‘[^‘’]+’|"[^"]+")$/u;
/** What some headings add behind a judgement: "(previously inadequate)". A run of blanks is looked at once. */
const BEFORE = /(?<!\s)\s*\((?:previously|formerly|was|up from|down from)\s[^()]{1,60}\)$/iu;

/**
 * Parts a heading from the judgement at its end: "Quality of provision — Grade 3 (Adequate)". Behind a dash or
 * colon, or in brackets, a label alone will do, when it is one or meant as one: "Children in care: good".
 */
export function splitHeading(text: string, name: Span, labels: LabelReader | undefined): HeadingParts {
  const title = text.slice(name.from, name.to).replace(BEFORE, '');
  // A label that is known counts before words that merely stand where a label would.
  for (const anyWords of [false, true]) {
    for (const { index, 0: separator } of title.matchAll(SEPARATOR)) {
      const tailFrom = index + separator.length;
      if (title.length - tailFrom > LONGEST) continue;
      const tail = title.slice(tailFrom);
      const inside = IN_BRACKETS.test(tail) ? tail.slice(1, -1).trim() : undefined;
      const words = inside ?? tail;
      const isApart = separator.trim() !== '' || inside !== undefined;
      if (index === 0 || !isTail(words, labels, isApart, anyWords)) continue;
      const from = name.from + tailFrom + tail.indexOf(words);
      return {
        name: { from: name.from, to: name.from + index },
        judgement: { from, to: from + words.length },
      };
    }
  }
  return { name, judgement: undefined };
}

function isTail(
  words: string,
  labels: LabelReader | undefined,
  isApart: boolean,
  anyWords: boolean,
): boolean {
  if (GRADED_TAIL.test(words)) return true;
  const label = LABELLED_TAIL.exec(words)?.groups?.label;
  if (label !== undefined) return (isApart && anyWords) || isLabel(label, labels);
  return isApart && isLabel(labelBesideNumber(words) ?? words, labels);
}

function isLabel(words: string, labels: LabelReader | undefined): boolean {
  if (labels === undefined) return false;
  return (
    labels.names.some((label) => label.toLowerCase() === words.toLowerCase()) || isStrayLabel(words, labels)
  );
}

/** A heading that names a judged section and gives its judgement, with the section. */
export interface JudgedHeading extends HeadingParts {
  readonly role: SectionRole;
}

/** What may stand between the name and the label: "is", "are: ", ": ", " – Judgement: ", " (judged to be ". */
const LINK =
  /^(?<sign>\s*[-–—:,(])?\s*(?<verb>(?:is|are)(?:\s*:\s*|\s+)(?:that\s+(?:it|they)\s+(?:(?:is|are)\s+)?)?)?(?:judged\s+(?:to\s+be\s+|as\s+)?)?(?:(?:overall\s+)?(?:judge?ment|grade)\s*[:–—-]\s*)?/iu;

/**
 * Parts a heading from a label of its own section's scale behind its name: "Children in care requires improvement",
 * "Leadership and management is good", "Children in care – judgement: Good". The words are a judgement only behind the
 * name of a judged section; a slip in a label, or a label of another scale, counts only behind a sign or a verb.
 * @param named finds the section that words name
 */
export function splitJudged(
  text: string,
  name: Span,
  vocabulary: Vocabulary,
  named: (words: string) => SectionRole | undefined,
): JudgedHeading | undefined {
  const title = text.slice(name.from, name.to).replace(BEFORE, '');
  for (const { index } of title.matchAll(NAME_END)) {
    const role = title.length - index > LONGEST ? undefined : named(title.slice(0, index));
    const scale = vocabulary.framework.scales.get(role?.def.judgement?.scale ?? '');
    if (role === undefined || scale === undefined) continue;
    const judgement = judgementBehind(title.slice(index), scale, vocabulary.labels);
    if (judgement === undefined) continue;
    const at = name.from + index;
    return {
      role,
      name: { from: name.from, to: at },
      judgement: { from: at + judgement.from, to: at + judgement.to },
    };
  }
  return undefined;
}

const NAME_END = /(?<=[^\s:,–—-])(?=\s*[-–—:,]\s|[–—:]\S|\s)/gu;

function judgementBehind(rest: string, scale: Scale, labels: LabelReader): Span | undefined {
  const link = LINK.exec(rest);
  const { sign, verb } = link?.groups ?? {};
  const from = link?.[0].length ?? 0;
  const end = sign?.trim() === '(' ? /\s*\)?[.:]?\s*$/u : /[.:]?\s*$/u;
  const words = rest.slice(from).replace(end, '');
  const label = readJudgement(words, scale, labels)?.label;
  if (label === undefined) return undefined;
  // Behind a sign or a verb a label of another scale is meant as one too: the name before it leaves no doubt.
  const isMeant =
    label.value !== undefined ||
    ((sign ?? verb) !== undefined && (isSlipOnScale(label.text, scale) || isStrayLabel(label.text, labels)));
  return isMeant ? { from, to: from + words.length } : undefined;
}

function isSlipOnScale(label: string, { values }: Scale): boolean {
  const names = values.flatMap((value) => [value.label, ...value.aliases]);
  // Of one word a letter or two may differ without its being a slip: readers of single words know better.
  return names.some((name) => name.includes(' ') && isSlip(singularLabel(label), name));
}
