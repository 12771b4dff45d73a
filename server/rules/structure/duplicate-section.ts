import type { SectionRole } from '../../framework/vocabulary.ts';
import { overwritten } from '../../model/editing.ts';
import { headingSpan, type Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { asking, type Draft, type DraftFix, defineRule } from '../rule.ts';
import { nameSpan, scopesOf } from './places.ts';

export default defineRule({
  scope: 'document',
  summary: 'A section of the framework must stand in the document once.',
  why: 'Readers stop at the first section of a name; what a second one says is overlooked, and the two may differ.',
  severity: 'warning',
  *check({ report }) {
    const parents = new Set(report.sections.map(({ parent }) => parent));
    for (const { roles, sections } of scopesOf(report)) {
      const own = new Set(roles.filter(({ def }) => !def.repeated));
      for (const [section, twin] of twins(sections, own, parents)) yield finding(section, twin, parents);
    }
  },
});

/** The sections that others stand below. */
type Parents = ReadonlySet<Section | undefined>;

/** The sections that play the part of an earlier one. Below another heading one of the same name is that heading's own. */
function* twins(
  sections: readonly Section[],
  own: ReadonlySet<SectionRole>,
  parents: Parents,
): Iterable<readonly [Section, Section]> {
  const first = new Map<Section | undefined, Map<SectionRole, Section>>();
  /** Where an author's own heading without text opens a group, all of whose headings have one level. */
  const groups = new Set<Section | undefined>();
  for (const section of sections) {
    const { role } = section.content;
    if (role === undefined && section.heading !== undefined && isBare(section, parents)) {
      groups.add(section.parent);
    }
    if (role === undefined || !own.has(role)) continue;
    const siblings = first.get(section.parent) ?? new Map<SectionRole, Section>();
    first.set(section.parent, siblings);
    const twin = siblings.get(role);
    if (twin === undefined) siblings.set(role, section);
    else if (!groups.has(section.parent)) yield [section, twin];
  }
}

function finding(section: Section, twin: Section, parents: Parents): Draft<Span> {
  const [title, earlier] = [section.content.title, twin.content.title];
  const names =
    title === earlier ? `"${title}" comes twice` : `"${title}" is the same section as "${earlier}"`;
  const advice = isBare(section, parents)
    ? 'Nothing stands below the second: take it out.'
    : saysSame(section, twin, parents)
      ? 'Both say the same: take one out.'
      : 'Put what both say below one heading, or give this one a name of its own.';
  return {
    at: headingSpan(section),
    // Under two names an author may well have meant two sections.
    severity: title === earlier ? 'warning' : 'info',
    message: `${names}. ${advice}`,
    related: [{ at: headingSpan(twin), message: `"${earlier}" stands here first.` }],
    fixes: fixes(section, twin, parents),
  };
}

/** Only what says nothing of its own can be taken out without a loss. */
function fixes(section: Section, twin: Section, parents: Parents): readonly DraftFix<Span>[] {
  const { heading } = section;
  const { title: name } = section.content;
  if (heading === undefined) return [];
  if (!isBare(section, parents) && !saysSame(section, twin, parents)) {
    const rename = asking<Span>(`Give the second "${name}" a name of its own`, (edit) =>
      edit.renameSection(heading, nameSpan(section), overwritten(name)),
    );
    return section.content.name === '' ? [] : [rename];
  }
  const title = `Take out the second "${name}"`;
  return [{ title, safe: true, edits: (edit) => edit.removeSection(heading) }];
}

function isBare(section: Section, parents: Parents): boolean {
  return section.own.length === 0 && !parents.has(section);
}

function saysSame(section: Section, twin: Section, parents: Parents): boolean {
  return (
    section.own.length === twin.own.length &&
    section.own.every(({ block }, index) => block.source === twin.own[index]?.block.source) &&
    !parents.has(section) &&
    !parents.has(twin)
  );
}
