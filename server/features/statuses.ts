import type { FieldDef, StatusScale, StatusValue } from '../framework/framework.ts';
import type { Words } from '../report/contents.ts';
import { anchorSpan, type Report, type Section } from '../report/report.ts';
import { scaleOf } from '../report/sectionFields.ts';
import type { Span } from '../text/span.ts';
import { near, sectionAt } from './places.ts';

/** A status that a document gives, or would give, at a place. */
export interface StatusPlace {
  readonly field: FieldDef;
  readonly scale: StatusScale;
  readonly status: StatusValue | undefined;
  readonly span: Span;
}

/** The status whose field or cell is at `offset`. */
export function statusAt(report: Report, offset: number): StatusPlace | undefined {
  const section = sectionAt(report, offset);
  if (section === undefined) return undefined;
  for (const { field, value, status } of statusesOf(section)) {
    const span = anchorSpan(section, value.at);
    const scale = report.vocabulary && scaleOf(field, report.vocabulary.framework);
    if (scale !== undefined && near(span, offset)) return { field, scale, status, span };
  }
  return undefined;
}

function statusesOf({ content }: Section): readonly {
  readonly field: FieldDef;
  readonly value: Words;
  readonly status: StatusValue | undefined;
}[] {
  const own = content.fields.flatMap(({ def, value, status }) =>
    def?.type === 'status' ? [{ field: def, value, status }] : [],
  );
  return [...own, ...content.statusRows.flatMap(({ statuses }) => statuses)];
}

/** The statuses that a section gives itself, for its entry in the outline: "On target · At risk". */
export function statusSummary({ content }: Section): string | undefined {
  const labels = content.fields.flatMap(({ status }) => status?.label ?? []);
  return labels.length === 0 ? undefined : labels.join(' · ');
}

/** The scale of a status field of the section around `offset`, by the name that stands before the cursor. */
export function statusScaleAt(report: Report, offset: number, name: string): StatusScale | undefined {
  const def = sectionAt(report, offset)?.content.role?.fieldsByName.get(name);
  if (def?.type !== 'status' || report.vocabulary === undefined) return undefined;
  return scaleOf(def, report.vocabulary.framework);
}
