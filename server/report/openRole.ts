import { normaliseName } from '../framework/name.ts';
import { type SectionRole, sectionsNamed, type Vocabulary } from '../framework/vocabulary.ts';
import { cellsOf, type PlacedBlock } from '../model/block.ts';
import { bind } from './bind.ts';
import type { Part } from './judgementHeadings.ts';
import { holdsJudgements } from './summary.ts';

/**
 * The role of a section whose author worded the heading: its fields, the sections below it, or its table of judgements
 * tell what it is. Such a table needs no heading at all: in many reports it stands right below the title.
 */
export function openRole(
  { heading, own }: Part,
  parent: SectionRole | undefined,
  below: readonly PlacedBlock[],
  parts: readonly Part[],
  vocabulary: Vocabulary | undefined,
): SectionRole | undefined {
  if (vocabulary === undefined) return undefined;
  const open = vocabulary.openRoles.filter((role) => role.parent === parent);
  const judging = open.find(({ def }) => def.judgementSummary);
  if (judging !== undefined && own.some(({ block }) => holdsJudgements(block, vocabulary))) return judging;
  if (heading === undefined) {
    const headings = parts.flatMap((other) => other.heading ?? []);
    return roleAbove(own, headings, vocabulary);
  }
  if (open.length === 0) return undefined;
  const hasPages = heading.block.heading?.pages !== undefined;
  const labels = own.flatMap(({ block }) => block.labels.map(({ name }) => normaliseName(name)));
  const headings = below.map(({ block }) => block.heading?.prose.text ?? '');
  return open.find(
    (role) =>
      (hasPages && role.def.fields.some(({ type }) => type === 'page-range')) ||
      labels.some((name) => role.fieldsByName.has(name)) ||
      headings.some(
        (name) =>
          role.fieldsByName.has(normaliseName(name)) ||
          sectionsNamed(vocabulary, name)?.some((nested) => nested.parent === role) === true,
      ),
  );
}

/** So many fields of one section are that section; fewer may stand above any document. */
const ENOUGH = 3;

/**
 * The section that stands above the first heading without one of its own, as the cover of a report often does: its
 * fields tell what it is.
 * @param headings those of the document's sections, none of which has that part
 */
function roleAbove(
  own: readonly PlacedBlock[],
  headings: readonly PlacedBlock[],
  vocabulary: Vocabulary,
): SectionRole | undefined {
  const candidates = vocabulary.roles.filter(
    ({ parent, def }) => parent === undefined && def.required && def.fields.length >= ENOUGH,
  );
  if (candidates.length === 0 || own.length === 0) return undefined;
  const names = own.flatMap(({ block }) => [
    ...block.labels.map(({ name }) => normaliseName(name)),
    ...cellsOf(block).map(({ prose }) => normaliseName(prose.text)),
  ]);
  const role = candidates.find(
    ({ fieldsByName }) => new Set(names.flatMap((name) => fieldsByName.get(name) ?? [])).size >= ENOUGH,
  );
  return headings.some((heading) => bind(heading, undefined, vocabulary).role === role) ? undefined : role;
}
