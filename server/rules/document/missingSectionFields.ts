import type { FieldDef } from '../../framework/framework.ts';
import type { NewSection, SectionPlace } from '../../model/editing.ts';
import { headingSpan, type Report, type Section, sectionsWithin } from '../../report/report.ts';
import { scaleOf } from '../../report/sectionFields.ts';
import type { Span } from '../../text/span.ts';
import { headingMeantFor } from '../blockHeadings.ts';
import { MOST_OFFERED } from '../choice.ts';
import { asking, type Draft, type DraftFix } from '../rule.ts';
import { renaming } from '../structure/places.ts';

/** The fields that sections must have and do not. */
export function* missingSectionFields(report: Report): Iterable<Draft<Span>> {
  for (const section of report.sections) {
    for (const def of section.content.role?.def.fields ?? []) {
      if (!def.required || isGiven(report, section, def)) continue;
      const near = headingMeantFor(report, section, def);
      if (near !== undefined) yield misnamed(section, near, def);
      else yield missing(report, section, def);
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

function missing(report: Report, section: Section, def: FieldDef): Draft<Span> {
  const { title } = section.content;
  const at = headingSpan(section);
  const opening = `"${title}" has no "${def.label}".`;
  if (def.type === 'block') {
    const message = `${opening} Add a heading of that name below it, and what belongs there.`;
    return { at, message, fixes: addedBlock(report, section, def) };
  }
  const scale =
    report.vocabulary && def.type === 'status' ? scaleOf(def, report.vocabulary.framework) : undefined;
  const values = scale?.values.map(({ label }) => label) ?? def.values;
  const choice = values.length === 0 ? '' : `, with one of ${values.join(', ')}`;
  return {
    at,
    message: `${opening} Add it below the heading${choice}.`,
    fixes: addedField(section, def, values),
  };
}

function addedField(
  { heading }: Section,
  { label }: FieldDef,
  values: readonly string[],
): readonly DraftFix<Span>[] {
  if (heading === undefined) return [];
  if (values.length === 0)
    return [asking(`Add "${label}", to be filled in`, (edit) => edit.setField(heading, label, '$1'))];
  return values.slice(0, MOST_OFFERED).map((value) => ({
    title: `Add "${label}: ${value}"`,
    edits: (edit) => edit.setField(heading, label, value),
  }));
}

/** A heading below the section's, among those of its other fields as the framework orders them. */
function addedBlock(report: Report, section: Section, def: FieldDef): readonly DraftFix<Span>[] {
  const { heading, content } = section;
  if (heading === undefined) return [];
  const defs = content.role?.def.fields ?? [];
  const behind = new Set(defs.slice(defs.indexOf(def) + 1));
  const next = sectionsWithin(report, section).find(
    ({ parent, binding }) => parent === section && binding.block !== undefined && behind.has(binding.block),
  );
  const place: SectionPlace = { before: next?.heading, parent: heading };
  const added = (body: string): NewSection => ({ heading: def.label, body });
  return [
    {
      title: `Add the heading "${def.label}"`,
      edits: (edit) => edit.insertSections([added('')], place),
      snippet: (edit) => edit.insertSections([added('$1')], place),
    },
  ];
}
