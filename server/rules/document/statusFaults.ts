import type { FieldDef, StatusValue } from '../../framework/framework.ts';
import { nearest } from '../../framework/name.ts';
import type { Words } from '../../report/contents.ts';
import { anchorSpan, type Report, type Section } from '../../report/report.ts';
import { scaleOf } from '../../report/sectionFields.ts';
import type { Span } from '../../text/span.ts';
import { offered } from '../choice.ts';
import type { Draft } from '../rule.ts';
import { isUnfilled } from '../unfilled.ts';

/** Statuses that are on no scale, in the fields of sections and in the table that repeats them. */
export function* statusFaults(report: Report): Iterable<Draft<Span>> {
  for (const section of report.sections) {
    const { fields, statusRows } = section.content;
    for (const { def, value, status } of fields) {
      if (def?.type === 'status') yield* fault(report, section, def, value, status);
    }
    for (const { statuses } of statusRows) {
      for (const { field, value, status } of statuses) yield* fault(report, section, field, value, status);
    }
  }
}

function* fault(
  report: Report,
  section: Section,
  def: FieldDef,
  { text, at }: Words,
  status: StatusValue | undefined,
): Iterable<Draft<Span>> {
  const scale = report.vocabulary && scaleOf(def, report.vocabulary.framework);
  if (status !== undefined || scale === undefined || text.trim() === '' || isUnfilled(text)) return;
  // A dash, or an answer of none, says that there is no status.
  if (/^[-–—]+$|^n\/?a$|^t\.?b\.?c\.?$/i.test(text.trim())) return;
  const labels = scale.values.map(({ label }) => label);
  const near = nearest(text, labels, (label) => label);
  const named = labels.filter((label) => text.toLowerCase().includes(label.toLowerCase()));
  const advice =
    named.length > 1 ? 'Tick one of them, or write that one alone.' : `Write one of ${labels.join(', ')}.`;
  const place = anchorSpan(section, at);
  yield {
    at: place,
    message: `"${def.label}" says "${text.replace(/\s+/g, ' ')}", which is none of its values. ${advice}`,
    fixes: (named.length > 1 ? named : offered(near, labels)).map((label) => ({
      title: `Change to "${label}"`,
      likely: near.length === 1 && label === near[0],
      edits: (edit) => edit.replace(place, label),
    })),
  };
}
