import type { Scale, ScaleValue } from '../framework/framework.ts';
import type { LabelReader } from '../framework/vocabulary.ts';
import type { Span } from '../text/span.ts';
import { isStrayLabel, joinsLabel, startsWithWord } from './ratings.ts';

/** A judgement read from a short text such as "Adequate (Grade 3)". Spans are in that text. */
export interface JudgementText {
  readonly span: Span;
  readonly label:
    | { readonly text: string; readonly span: Span; readonly value: ScaleValue | undefined }
    | undefined;
  readonly grade:
    | { readonly text: string; readonly span: Span; readonly value: ScaleValue | undefined }
    | undefined;
}

const WORDS = String.raw`\p{L}[\p{L}'’ -]*?`;
const GRADE = String.raw`grade(?:\s+|\s*:\s*)(?<grade>\d{1,2})`;
const GRADE_FIRST = new RegExp(
  String.raw`^${GRADE}\s*(?:\(\s*(?<label>${WORDS})\s*\)|[-–—:,]\s*(?<plain>${WORDS}))?\.?$`,
  'iu',
);
const LABEL_FIRST = new RegExp(
  String.raw`^(?<label>${WORDS})\s*(?:\(\s*${GRADE}\s*\)|[-–—:,]\s*${GRADE.replace('<grade>', '<other>')})\.?$`,
  'iu',
);
// Without the word "grade" only a known label makes a number beside it a grade.
const BARE_FIRST = new RegExp(
  String.raw`^(?<grade>\d{1,2})\s*(?:\(\s*(?<label>${WORDS})\s*\)|[-–—]\s*(?<plain>${WORDS}))\.?$`,
  'u',
);
const BARE_LAST = new RegExp(
  String.raw`^(?<label>${WORDS})\s*(?:\(\s*(?<grade>\d{1,2})\s*\)|[-–—]\s*(?<other>\d{1,2}))\.?$`,
  'u',
);
const LABEL_ONLY = new RegExp(String.raw`^(?<label>${WORDS})\.?$`, 'u');
const NUMBER_ONLY = /^(?<grade>\d{1,2})\.?$/;

/** No label with its grade is longer; on much longer texts the patterns would take time without end. */
const LONGEST = 200;

/** Whether a text has the form of a judgement with a grade, whatever its words: `Grade 3 (Adequate)`. */
export function looksGraded(text: string): boolean {
  if (text.length > LONGEST) return false;
  return GRADE_FIRST.test(text) || LABEL_FIRST.test(text);
}

/**
 * Reads the whole of a text as a judgement. A label that the scale does not have is returned without a value;
 * a text of any other form is no judgement.
 */
export function readJudgement(text: string, scale: Scale, labels: LabelReader): JudgementText | undefined {
  const lead = text.length - text.trimStart().length;
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return undefined;
  const match =
    GRADE_FIRST.exec(trimmed) ??
    LABEL_FIRST.exec(trimmed) ??
    bare(trimmed, scale, labels) ??
    LABEL_ONLY.exec(trimmed) ??
    NUMBER_ONLY.exec(trimmed);
  if (match?.groups === undefined) return undefined;
  const label = match.groups.label ?? match.groups.plain;
  const grade = match.groups.grade ?? match.groups.other;
  const place = (part: string): Span => {
    const from =
      lead + (part === grade ? trimmed.search(new RegExp(`\\b${part}\\b`)) : trimmed.indexOf(part));
    return { from, to: from + part.length };
  };
  return {
    span: { from: lead, to: lead + trimmed.length },
    label:
      label === undefined
        ? undefined
        : { text: label, span: place(label), value: labels.value(label, scale) },
    grade:
      grade === undefined
        ? undefined
        : { text: grade, span: place(grade), value: labels.graded(Number(grade), scale) },
  };
}

function bare(text: string, scale: Scale, labels: LabelReader): RegExpExecArray | undefined {
  const match = BARE_FIRST.exec(text) ?? BARE_LAST.exec(text);
  const label = match?.groups?.label ?? match?.groups?.plain;
  if (match === null || label === undefined || labels.value(label, scale) === undefined) return undefined;
  // On a scale without grades the number counts something else.
  return scale.values.some(({ grade }) => grade !== undefined) ? match : undefined;
}

/** Reads a text that begins with a label of the scale and goes on: "Adequate (previously Inadequate)". */
export function readLeadingLabel(text: string, scale: Scale, labels: LabelReader): JudgementText | undefined {
  const name = labels.names.find((label) => startsWithWord(text, label));
  const value = name === undefined ? undefined : labels.value(name, scale);
  if (name === undefined || value === undefined || joinsLabel(text.slice(name.length), labels))
    return undefined;
  const span = { from: 0, to: name.length };
  return { span, label: { text: text.slice(0, name.length), span, value }, grade: undefined };
}

/** A heading's name and the judgement behind it. Spans are in the heading's text. */
export interface HeadingParts {
  readonly name: Span;
  readonly judgement: Span | undefined;
}

// What may stand between a name and its judgement; only behind a blank alone a label must come with its grade.
const SEPARATOR = /\s*[-–—:,]\s+|\s+/gu;
const GRADED_TAIL = new RegExp(
  String.raw`^grade\s+\d{1,2}(?:\s*\(\s*${WORDS}\s*\)|\s*[-–—:,]\s*${WORDS})?$`,
  'iu',
);
const LABELLED_TAIL = new RegExp(
  String.raw`^(?<label>${WORDS})\s*(?:\(\s*|[-–—:,]\s*)grade\s+\d{1,2}\s*\)?$`,
  'iu',
);
const IN_BRACKETS = /^\(\s*(?<inside>[^()\s](?:[^()]*[^()\s])?)\s*\)$/u;

/**
 * Parts a heading from the judgement at its end: "Quality of provision — Grade 3 (Adequate)". Behind a dash or
 * colon, or in brackets, a label alone will do, when it is one or meant as one: "Children in care: good".
 */
export function splitHeading(text: string, name: Span, labels: LabelReader | undefined): HeadingParts {
  const title = text.slice(name.from, name.to);
  // A label that is known counts before words that merely stand where a label would.
  for (const anyWords of [false, true]) {
    for (const { index, 0: separator } of title.matchAll(SEPARATOR)) {
      const tailFrom = index + separator.length;
      if (title.length - tailFrom > LONGEST) continue;
      const tail = title.slice(tailFrom);
      const inside = IN_BRACKETS.exec(tail)?.groups?.inside;
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
  const bareLabel = (BARE_FIRST.exec(words) ?? BARE_LAST.exec(words))?.groups;
  return isApart && isLabel(bareLabel?.label ?? bareLabel?.plain ?? words, labels);
}

function isLabel(words: string, labels: LabelReader | undefined): boolean {
  if (labels === undefined) return false;
  return (
    labels.names.some((label) => label.toLowerCase() === words.toLowerCase()) || isStrayLabel(words, labels)
  );
}
