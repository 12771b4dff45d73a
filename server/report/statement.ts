import type { Area } from '../framework/vocabulary.ts';
import type { Span } from '../text/span.ts';
import type { Anchor } from './contents.ts';
import type { JudgementText } from './judgementText.ts';
import type { Statement } from './report.ts';

/** A statement from a judgement that was read from a text; `place` turns spans of that text into anchors. */
export function statement(
  area: Area,
  form: Statement['form'],
  read: JudgementText,
  text: string,
  place: (span: Span) => Anchor,
): Statement {
  return {
    area,
    form,
    at: place(read.span),
    text: text.slice(read.span.from, read.span.to),
    label: read.label && { text: read.label.text, at: place(read.label.span), value: read.label.value },
    grade: read.grade && { text: read.grade.text, at: place(read.grade.span), value: read.grade.value },
  };
}
