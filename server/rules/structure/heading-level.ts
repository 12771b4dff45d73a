import type { SectionRole } from '../../framework/vocabulary.ts';
import type { SectionPlace } from '../../model/editing.ts';
import { headingSpan, type Report, type Section, sectionsWithin } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';
import { isBesideParent, type Scope, scopesOf } from './places.ts';

export default defineRule({
  scope: 'document',
  summary: 'A heading must have the level of its place: one below the heading that it belongs to.',
  why: 'Contents, screen readers and the checks themselves tell by its level what a section belongs to.',
  severity: 'warning',
  *check({ report }) {
    const told = new Set<Section>();
    for (const scope of scopesOf(report)) {
      for (const draft of misplaced(report, scope, told)) yield draft;
    }
    yield* skipped(report, told);
  },
});

/** Sections of the framework whose level puts them beside what they belong to, or below what they stand beside. */
function* misplaced(report: Report, scope: Scope, told: Set<Section>): Iterable<Draft<Span>> {
  const shallow = new Map<Section, Section[]>();
  for (const [role, section] of scope.present) {
    const parent = role.parent && scope.present.get(role.parent);
    if (parent !== undefined && isBesideParent(report, section, parent)) {
      shallow.set(parent, [...(shallow.get(parent) ?? []), section]);
      told.add(section);
      continue;
    }
    const beside = scope.sections.includes(section) ? isBelowEqual(role, section, scope) : undefined;
    if (beside === undefined) continue;
    told.add(section);
    yield tooDeep(report, section, beside);
  }
  for (const [parent, sections] of shallow) yield tooShallow(parent, sections);
}

/**
 * The section that one stands below though the framework puts the two side by side. One that stands elsewhere as
 * well may here be the other section's own.
 */
function isBelowEqual(role: SectionRole, section: Section, { sections }: Scope): Section | undefined {
  const { parent } = section;
  const other = parent?.content.role;
  if (parent === undefined || other === undefined || other === role || other.parent !== role.parent)
    return undefined;
  if (other.def.repeated || role.def.repeated) return undefined;
  return sections.some((one) => one !== section && one.content.role === role) ? undefined : parent;
}

/** Many may have the wrong level for one reason: the finding names the first, and the others are related. */
function tooShallow(parent: Section, sections: readonly Section[]): Draft<Span> {
  const [first, ...more] = sections;
  const name = first?.content.title ?? '';
  const others =
    more.length === 0 ? '' : more.length === 1 ? ' So does one other.' : ` So do ${more.length} others.`;
  return {
    at: first === undefined ? headingSpan(parent) : headingSpan(first),
    message: `"${name}" belongs to "${parent.content.title}", but its heading puts it beside it. Make it one level deeper.${others}`,
    related: [
      { at: headingSpan(parent), message: `"${name}" belongs below this heading.` },
      ...more.map((section) => ({
        at: headingSpan(section),
        message: `"${section.content.title}" belongs below "${parent.content.title}" too.`,
      })),
    ],
    fixes: moves(`Put "${name}" below "${parent.content.title}"`, first, {
      before: undefined,
      parent: parent.heading,
    }),
  };
}

function tooDeep(report: Report, section: Section, beside: Section): Draft<Span> {
  const [name, other] = [section.content.title, beside.content.title];
  const behind = report.sections[beside.index + sectionsWithin(report, beside).length];
  const next = behind?.parent === beside.parent ? behind : undefined;
  return {
    at: headingSpan(section),
    message: `"${name}" stands below "${other}", but the framework puts the two side by side. Make its heading one level less deep.`,
    related: [{ at: headingSpan(beside), message: `"${name}" belongs beside this section.` }],
    fixes: moves(`Put "${name}" beside "${other}"`, section, {
      before: next?.heading,
      parent: beside.parent?.heading,
    }),
  };
}

function moves(title: string, section: Section | undefined, place: SectionPlace): readonly DraftFix<Span>[] {
  const heading = section?.heading;
  return heading === undefined ? [] : [{ title, edits: (edit) => edit.moveSection(heading, place) }];
}

/** Headings that are more than one level deeper than the heading above them; one finding for all below one heading. */
function* skipped(report: Report, told: ReadonlySet<Section>): Iterable<Draft<Span>> {
  const seen = new Set<Section>();
  for (const section of report.sections) {
    const { parent, heading } = section;
    if (heading === undefined || parent?.heading === undefined || told.has(section) || seen.has(parent))
      continue;
    const due = parent.content.level + 1;
    if (section.content.level <= due) continue;
    seen.add(parent);
    const group = sectionsWithin(report, parent).filter(
      (one) => one.parent === parent && one.content.level > due && !told.has(one),
    );
    yield skip(section, parent, group);
  }
}

function skip(section: Section, parent: Section, group: readonly Section[]): Draft<Span> {
  const { title, level } = section.content;
  const above = parent.content;
  const all = group.length === 1 ? 'it' : `it, and ${group.length - 1} more below "${above.title}",`;
  return {
    at: headingSpan(section),
    message: `"${title}" is a heading of level ${level} directly below "${above.title}", which is of level ${above.level}. Make ${all} level ${above.level + 1}.`,
    related: [{ at: headingSpan(parent), message: `The heading above, of level ${above.level}.` }],
    fixes: [
      {
        title:
          group.length === 1
            ? `Make "${title}" level ${above.level + 1}`
            : `Make "${title}" and ${group.length - 1} more level ${above.level + 1}`,
        edits: (edit) =>
          group.flatMap(({ heading }) =>
            heading === undefined ? [] : edit.setLevel(heading, above.level + 1),
          ),
      },
    ],
  };
}
