import type { FieldDef } from '../../framework/framework.ts';
import { headingSpan, type Report, type Section, sectionsWithin } from '../../report/report.ts';
import { scaleOf } from '../../report/sectionFields.ts';
import type { Span } from '../../text/span.ts';
import { headingMeantFor } from '../blockHeadings.ts';
import type { Draft } from '../rule.ts';
import { renaming } from '../structure/places.ts';

/** The fields that sections must have and do not. */
export function* missingSectionFields(report: Report): Iterable<Draft<Span>> {
  for (const section of report.sections) {
    for (const def of section.content.role?.def.fields ?? []) {
      if (!def.required || isGiven(report, section, def)) continue;
      const near = headingMeantFor(report, section, def);
      if (near === undefined) yield { at: headingSpan(section), message: message(report, section, def) };
      else yield misnamed(section, near, def);
    }
  }
}

function misnamed({ content }: Section, near: Section, def: FieldDef): Draft<Span> {
  return {
    at: headingSpan(near),
    message: `"${content.title}" has no "${def.label}". Is "${near.content.title}" meant to be it? Then write its name as the framework does.`,
    fixes: [renaming(near, def.label)],
  };
}

/**
 * A field is given by its value, or, where it takes a block, by a label or a heading above that. Of a value that is
 * still to be filled in `prose/placeholder` tells.
 */
function isGiven(report: Report, section: Section, def: FieldDef): boolean {
  const labelled = section.content.fields.some(
    (field) => field.def === def && (def.type === 'block' || field.value.text.trim() !== ''),
  );
  return (
    labelled ||
    sectionsWithin(report, section).some(({ parent, binding }) => parent === section && binding.block === def)
  );
}

function message(report: Report, { content }: Section, def: FieldDef): string {
  const opening = `"${content.title}" has no "${def.label}".`;
  if (def.type === 'block') return `${opening} Add a heading of that name below it, and what belongs there.`;
  const scale =
    report.vocabulary && def.type === 'status' ? scaleOf(def, report.vocabulary.framework) : undefined;
  const values = scale?.values.map(({ label }) => label) ?? def.values;
  const choice = values.length === 0 ? '' : `, with one of ${values.join(', ')}`;
  return `${opening} Add it below the heading${choice}.`;
}
