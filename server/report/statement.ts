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

/**
 * The verb that a sentence needs when the label at `label` gives way to one that is no verb itself: "practice requires
 * improvement", but "practice is good". Undefined where the label is no verb, or a verb stands before it.
 */
export function verbFor(text: string, label: Span): Statement['verb'] {
  const own = /^(?:requires?|needs?)(?=\s)/iu.exec(text.slice(label.from, label.to))?.[0];
  const before = text.slice(0, label.from);
  if (own === undefined || !/[\p{L}\d)]\s+$/u.test(before) || /\b(?:is|are|be|as|judged)\s+$/iu.test(before))
    return undefined;
  return /s$/i.test(own) ? 'is' : 'are';
}
