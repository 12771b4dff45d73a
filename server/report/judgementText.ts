import type { Scale, ScaleValue } from '../framework/framework.ts';
import type { LabelReader } from '../framework/vocabulary.ts';
import type { Span } from '../text/span.ts';
import { joinsLabel, singularLabel, startsWithWord } from './ratings.ts';

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

/** The words of a label, in a pattern. */
export const WORDS = String.raw`\p{L}[\p{L}'’ -]*?`;
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
export const LONGEST = 200;

/** Whether a text has the form of a judgement with a grade, whatever its words: `Grade 3 (Adequate)`. */
export function looksGraded(text: string): boolean {
  if (text.length > LONGEST) return false;
  return GRADE_FIRST.test(text) || LABEL_FIRST.test(text);
}

/** Whether a label stands in a text with a number beside it, "2 (Good)" or "Good – 2", and which. */
export function labelBesideNumber(text: string): string | undefined {
  const groups = (BARE_FIRST.exec(text) ?? BARE_LAST.exec(text))?.groups;
  return groups?.label ?? groups?.plain;
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
        : { text: label, span: place(label), value: labelled(label, scale, labels) },
    grade:
      grade === undefined
        ? undefined
        : { text: grade, span: place(grade), value: labels.graded(Number(grade), scale) },
  };
}

/** The value that a label names, be it in the plural: services "require improvement". */
function labelled(label: string, scale: Scale, labels: LabelReader): ScaleValue | undefined {
  return labels.value(label, scale) ?? labels.value(singularLabel(label), scale);
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
