import type { SectionRole } from '../framework/vocabulary.ts';
import { blockSpan } from '../model/block.ts';
import { anchorSpan, type Report, type Section, type Statement, type SummaryRow } from '../report/report.ts';
import { touches } from '../text/span.ts';

/** The section whose heading or text holds `offset`: the last that begins before it. */
export function sectionAt(report: Report, offset: number): Section | undefined {
  return report.sections.findLast((section) => {
    const first = section.heading ?? section.own[0];
    return first !== undefined && first.from <= offset;
  });
}

/** The judgement that is stated at `offset`. */
export function statementAt(
  report: Report,
  offset: number,
): { section: Section; statement: Statement } | undefined {
  const section = sectionAt(report, offset);
  const statement = section?.content.statements.find((candidate) =>
    touches(anchorSpan(section, candidate.at), offset),
  );
  return section === undefined || statement === undefined ? undefined : { section, statement };
}

/** The row of the judgement summary whose judgement stands, or would stand, at `offset`. */
export function summaryRowAt(
  report: Report,
  offset: number,
): { section: Section; row: SummaryRow } | undefined {
  const section = sectionAt(report, offset);
  const row = section?.content.summary?.rows.find(
    ({ cell }) => cell !== undefined && near(anchorSpan(section, cell), offset),
  );
  return section === undefined || row === undefined ? undefined : { section, row };
}

/** In an empty cell the cursor may stand one blank off. */
export function near(span: { readonly from: number; readonly to: number }, offset: number): boolean {
  return span.from - 1 <= offset && offset <= span.to + 1;
}

/** Whether `offset` is on the heading of the section. */
export function onHeading(section: Section, offset: number): boolean {
  return section.heading !== undefined && touches(blockSpan(section.heading), offset);
}

/**
 * The part of a section in its framework. A heading that its author words is told by what stands below it: where that is
 * still to be written, it can only be the one section of the kind that belongs there.
 */
export function roleAt(
  { vocabulary }: Report,
  { content, parent, heading }: Section,
): SectionRole | undefined {
  if (content.role !== undefined || heading === undefined) return content.role;
  const open = vocabulary?.openRoles.filter((role) => role.parent === parent?.content.role) ?? [];
  return open.length === 1 ? open[0] : undefined;
}
