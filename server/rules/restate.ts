import type { ScaleValue } from '../framework/framework.ts';
import { normaliseName } from '../framework/name.ts';
import type { Editing } from '../model/editing.ts';
import type { Anchor } from '../report/contents.ts';
import type { Statement } from '../report/report.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

/** The edits that make a statement say `value`, in the form and the letters it was written in. */
export function restate(
  statement: Statement,
  value: ScaleValue,
  edit: Editing,
  place: (at: Anchor) => Span,
): readonly TextEdit[] {
  if (statement.ticked !== undefined) {
    const box = statement.ticked.boxes.get(value);
    if (box === undefined) return [];
    const span = place(box);
    const { mark } = statement.ticked;
    return [
      ...edit.replace(place(statement.at), ''),
      ...edit.replace(span, span.from === span.to ? `${mark} ` : mark),
    ];
  }
  const edits: TextEdit[] = [];
  const { label, grade } = statement;
  if (statement.phrased && label !== undefined)
    return edit.replace(place(label.at), value.phrases[0] ?? value.label);
  if (label !== undefined && normaliseName(label.text) !== normaliseName(value.label)) {
    const words = inLettersOf(label.text, value.label);
    const verb = statement.verb === undefined || IS_VERB.test(words) ? '' : `${statement.verb} `;
    edits.push(...edit.replace(place(label.at), verb + words));
  }
  if (grade !== undefined && value.grade !== undefined && grade.text !== String(value.grade)) {
    edits.push(...edit.replace(place(grade.at), String(value.grade)));
  }
  return edits;
}

/** A label that needs no "is" before it. */
const IS_VERB = /^(?:requires?|needs?)\s/iu;

function inLettersOf(original: string, label: string): string {
  return /^\p{Ll}/u.test(original) ? label.toLowerCase() : label;
}
