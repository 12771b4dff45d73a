import type { Scale, ScaleValue } from '../framework/framework.ts';
import type { LabelReader } from '../framework/vocabulary.ts';
import type { Span } from '../text/span.ts';

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
const GRADE = String.raw`[Gg]rade\s+(?<grade>\d{1,2})`;
const GRADE_FIRST = new RegExp(
  String.raw`^${GRADE}\s*(?:\(\s*(?<label>${WORDS})\s*\)|[-–—:,]\s*(?<plain>${WORDS}))?\.?$`,
  'u',
);
const LABEL_FIRST = new RegExp(
  String.raw`^(?<label>${WORDS})\s*(?:\(\s*${GRADE}\s*\)|[-–—:,]\s*${GRADE.replace('<grade>', '<other>')})\.?$`,
  'u',
);
const LABEL_ONLY = new RegExp(String.raw`^(?<label>${WORDS})\.?$`, 'u');
const NUMBER_ONLY = /^(?<grade>\d{1,2})\.?$/;

/** Whether a text has the form of a judgement with a grade, whatever its words: `Grade 3 (Adequate)`. */
export function looksGraded(text: string): boolean {
  return GRADE_FIRST.test(text) || LABEL_FIRST.test(text);
}

/**
 * Reads the whole of a text as a judgement. A label that the scale does not have is returned without a value;
 * a text of any other form is no judgement.
 */
export function readJudgement(text: string, scale: Scale, labels: LabelReader): JudgementText | undefined {
  const lead = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const match =
    GRADE_FIRST.exec(trimmed) ??
    LABEL_FIRST.exec(trimmed) ??
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

const TAIL = new RegExp(
  String.raw`^(?<name>.*?\S)(?:\s*[-–—:]\s+|\s+)(?<judgement>[Gg]rade\s+\d{1,2}(?:\s*\(${WORDS}\))?|${WORDS}\s*\([Gg]rade\s+\d{1,2}\))$`,
  'u',
);
const LABEL_TAIL = /^(?<name>.*?\S)\s*(?:[–—:]|\s-)\s+(?<judgement>[^–—:]+)$/u;

/** A heading's name and the judgement behind it. Spans are in the heading's text. */
export interface HeadingParts {
  readonly name: Span;
  readonly judgement: Span | undefined;
}

/**
 * Parts a heading from the judgement at its end: "Quality of provision — Grade 3 (Adequate)". Behind a dash or
 * colon a label alone will do, when it is one: "Children in care: good".
 */
export function splitHeading(text: string, name: Span, labels: LabelReader | undefined): HeadingParts {
  const title = text.slice(name.from, name.to);
  const graded = TAIL.exec(title)?.groups;
  const labelled = graded === undefined ? LABEL_TAIL.exec(title)?.groups : undefined;
  const known =
    labelled !== undefined &&
    labels?.names.some((label) => label.toLowerCase() === labelled.judgement?.toLowerCase());
  const parts = graded ?? (known ? labelled : undefined);
  if (parts?.name === undefined || parts.judgement === undefined) return { name, judgement: undefined };
  const from = name.to - parts.judgement.length;
  return { name: { from: name.from, to: name.from + parts.name.length }, judgement: { from, to: name.to } };
}
