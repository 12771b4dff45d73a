import { normaliseName } from '../framework/name.ts';
import { isSlip } from '../framework/slip.ts';
import type { SectionRole } from '../framework/vocabulary.ts';
import type { Report, Section } from '../report/report.ts';
import { nameSpan, type Scope, scopesOf } from '../rules/structure/places.ts';
import type { Rewrite } from './rewrite.ts';

/** More names than these are a list of the framework, and no help. */
const MOST = 3;

/**
 * The names that a heading could have been given for: of sections that must be there and are not, those with most of its
 * words first. What differs by a slip only has a finding that offers it.
 */
export function renames(report: Report, section: Section): readonly Rewrite[] {
  const { heading, content, binding } = section;
  if (heading === undefined || content.role !== undefined || binding.block !== undefined) return [];
  const scope = scopesOf(report).find(({ sections }) => sections.includes(section));
  const words = new Set(content.name.split(' '));
  const shared = ({ def }: SectionRole) =>
    normaliseName(def.heading)
      .split(' ')
      .filter((word) => words.has(word)).length;
  return missingBeside(section, scope)
    .sort((a, b) => shared(b) - shared(a) || a.order - b.order)
    .slice(0, MOST)
    .map(({ def }) => ({
      title: `Rename to "${def.heading}"`,
      edits: report.model.editing.renameSection(heading, nameSpan(section), def.heading),
    }));
}

/** What is missing where the section stands: a section that others belong below may be looked for there as well. */
function missingBeside({ content, parent }: Section, scope: Scope | undefined): SectionRole[] {
  const around = parent?.content.role;
  return (scope?.roles ?? []).filter(
    (role) =>
      role.def.required &&
      !role.def.anyHeading &&
      scope?.present.has(role) === false &&
      role.parent === around &&
      !isSlip(content.title, role.def.heading),
  );
}
