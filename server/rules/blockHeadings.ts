import type { FieldDef } from '../framework/framework.ts';
import { isSlip } from '../framework/slip.ts';
import { type Report, type Section, sectionsWithin } from '../report/report.ts';

/** Whether a field of a section is given by a label, or by a heading below which its block stands. */
export function isBlockGiven(report: Report, section: Section, def: FieldDef): boolean {
  return (
    section.content.fields.some((field) => field.def === def) ||
    below(report, section).some(({ binding }) => binding.block === def)
  );
}

/** The heading below a section that was probably meant to open the block of a field that is not given. */
export function headingMeantFor(report: Report, section: Section, def: FieldDef): Section | undefined {
  if (def.type !== 'block') return undefined;
  return below(report, section).find(
    ({ content, binding }) =>
      content.role === undefined &&
      binding.block === undefined &&
      [def.label, ...def.aliases].some((name) => isSlip(content.title, name)),
  );
}

function below(report: Report, section: Section): readonly Section[] {
  return sectionsWithin(report, section).filter(({ parent }) => parent === section);
}
