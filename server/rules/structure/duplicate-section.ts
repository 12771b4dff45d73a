import type { SectionRole } from '../../framework/vocabulary.ts';
import { headingSpan, type Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';
import { scopesOf } from './places.ts';

export default defineRule({
  scope: 'document',
  summary: 'A section of the framework must stand in the document once.',
  why: 'Readers stop at the first section of a name; what a second one says is overlooked, and the two may differ.',
  severity: 'warning',
  *check({ report }) {
    for (const { roles, sections } of scopesOf(report)) {
      const own = new Set(roles.filter(({ def }) => !def.repeated));
      for (const [section, twin] of twins(sections, own)) yield finding(section, twin, report.sections);
    }
  },
});

/** The sections that play the part of an earlier one. Below another heading one of the same name is that heading's own. */
function* twins(
  sections: readonly Section[],
  own: ReadonlySet<SectionRole>,
): Iterable<readonly [Section, Section]> {
  const first = new Map<Section | undefined, Map<SectionRole, Section>>();
  for (const section of sections) {
    const { role } = section.content;
    if (role === undefined || !own.has(role)) continue;
    const siblings = first.get(section.parent) ?? new Map<SectionRole, Section>();
    first.set(section.parent, siblings);
    const twin = siblings.get(role);
    if (twin === undefined) siblings.set(role, section);
    else if (!standsInGroup(section, sections)) yield [section, twin];
  }
}

/** Whether an author's own heading without text opens a group before it, all of whose headings have one level. */
function standsInGroup(section: Section, all: readonly Section[]): boolean {
  return all
    .slice(0, all.indexOf(section))
    .some(
      (one) =>
        one.parent === section.parent &&
        one.heading !== undefined &&
        one.content.role === undefined &&
        isBare(one, all),
    );
}

function finding(section: Section, twin: Section, all: readonly Section[]): Draft<Span> {
  const [title, earlier] = [section.content.title, twin.content.title];
  const names =
    title === earlier ? `"${title}" comes twice` : `"${title}" is the same section as "${earlier}"`;
  const advice = isBare(section, all)
    ? 'Nothing stands below the second: take it out.'
    : saysSame(section, twin, all)
      ? 'Both say the same: take one out.'
      : 'Put what both say below one heading, or give this one a name of its own.';
  return {
    at: headingSpan(section),
    message: `${names}. ${advice}`,
    related: [{ at: headingSpan(twin), message: `"${earlier}" stands here first.` }],
    fixes: fixes(section, twin, all),
  };
}

/** Only what says nothing of its own can be taken out without a loss. */
function fixes(section: Section, twin: Section, all: readonly Section[]): readonly DraftFix<Span>[] {
  const { heading } = section;
  const spare = isBare(section, all) || saysSame(section, twin, all);
  if (heading === undefined || !spare) return [];
  const title = `Take out the second "${section.content.title}"`;
  return [{ title, safe: true, edits: (edit) => edit.removeSection(heading) }];
}

function isBare(section: Section, all: readonly Section[]): boolean {
  return section.own.length === 0 && all.every(({ parent }) => parent !== section);
}

function saysSame(section: Section, twin: Section, all: readonly Section[]): boolean {
  return (
    section.own.length === twin.own.length &&
    section.own.every(({ block }, index) => block.source === twin.own[index]?.block.source) &&
    all.every(({ parent }) => parent !== section && parent !== twin)
  );
}
