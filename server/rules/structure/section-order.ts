import type { SectionRole } from '../../framework/vocabulary.ts';
import { headingSpan, type Report, type Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';
import { longestRise } from './longestRise.ts';
import { isBelow, isBesideParent, placeOf, type Scope, scopesOf } from './places.ts';

type Present = ReadonlyMap<SectionRole, Section>;

export default defineRule({
  scope: 'document',
  summary: 'Sections must stand in the order of the framework, each below the section it belongs to.',
  why: 'Readers who know one report of a kind find their way through the next by the order of its sections.',
  severity: 'warning',
  *check({ report }) {
    for (const scope of scopesOf(report)) yield* disorder(report, scope);
  },
});

function* disorder(report: Report, { present }: Scope): Iterable<Draft<Span>> {
  const strays = [...present].filter(([role, section]) => isStray(report, role, section, present));
  const settled = new Map([...present].filter(([role]) => !strays.some(([stray]) => stray === role)));
  for (const group of siblings(settled)) yield* outOfOrder(report, group, settled);
  for (const [role, section] of strays) yield stray(report, role, section, settled);
}

/**
 * Whether a section stands below another one than its own, which is there too. Where it stands right behind that one,
 * it is only of the wrong level, and structure/heading-level says so.
 */
function isStray(report: Report, role: SectionRole, section: Section, present: Present): boolean {
  const parent = role.parent && present.get(role.parent);
  if (parent === undefined || isBelow(section, parent) || isBesideParent(report, section, parent))
    return false;
  return section.parent?.content.role !== undefined;
}

function stray(report: Report, role: SectionRole, section: Section, settled: Present): Draft<Span> {
  const parent = role.parent && settled.get(role.parent);
  const name = section.content.title;
  const now = section.parent?.content.title;
  return {
    at: headingSpan(section),
    message: `"${name}" stands below "${now}", but belongs below "${parent?.content.title ?? role.parent?.def.heading}".`,
    related:
      parent === undefined
        ? []
        : [{ at: headingSpan(parent), message: `"${name}" belongs below this heading.` }],
    fixes: fixes(report, role, section, settled),
  };
}

/** Sections that belong to one parent, group by group, in the order of the document. */
function siblings(present: Present): readonly (readonly [SectionRole, Section][])[] {
  const groups = new Map<SectionRole | undefined, [SectionRole, Section][]>();
  for (const [role, section] of present) {
    groups.set(role.parent, [...(groups.get(role.parent) ?? []), [role, section]]);
  }
  return [...groups.values()];
}

function* outOfOrder(
  report: Report,
  group: readonly [SectionRole, Section][],
  present: Present,
): Iterable<Draft<Span>> {
  const kept = new Set(longestRise(group.map(([role]) => role)));
  const inOrder = new Map(group.filter(([role]) => kept.has(role)));
  for (const [role, section] of group) {
    if (!kept.has(role)) yield misplaced(report, role, section, inOrder, present);
  }
}

function misplaced(
  report: Report,
  role: SectionRole,
  section: Section,
  inOrder: Present,
  present: Present,
): Draft<Span> {
  const name = section.content.title;
  const neighbours = [...inOrder].map(([other, { heading }]) => ({ other, at: heading?.from ?? 0 }));
  const own = section.heading?.from ?? 0;
  // The neighbour on whose wrong side it stands: that is what an author can see.
  const passed = neighbours.filter(({ other, at }) => other.order < role.order && at > own).at(-1);
  const next = neighbours.find(({ other, at }) => other.order > role.order && at < own);
  const neighbour = inOrder.get((passed ?? next)?.other ?? role);
  const side = passed === undefined ? 'before' : 'after';
  const related = neighbour && [
    { at: headingSpan(neighbour), message: `"${name}" belongs ${side} this section.` },
  ];
  const parent = role.parent && present.get(role.parent);
  const settled = new Map([...inOrder, ...(role.parent && parent ? [[role.parent, parent] as const] : [])]);
  return {
    at: headingSpan(section),
    message: `"${name}" is out of order: it belongs ${side} "${neighbour?.content.title}".`,
    related: related ?? [],
    fixes: fixes(report, role, section, settled),
  };
}

function fixes(
  report: Report,
  role: SectionRole,
  { heading, content }: Section,
  settled: Present,
): readonly DraftFix<Span>[] {
  if (heading === undefined) return [];
  const place = placeOf(report, role, settled);
  return [
    {
      title: `Move "${content.title}" to its place`,
      edits: (edit) => edit.moveSection(heading, place),
    },
  ];
}
