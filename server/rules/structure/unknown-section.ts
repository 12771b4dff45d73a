import type { SectionDef } from '../../framework/framework.ts';
import { daysOf } from '../../framework/inForce.ts';
import { normaliseName } from '../../framework/name.ts';
import { isSlipOf, type Spelling, spellingOf } from '../../framework/slip.ts';
import type { SectionRole } from '../../framework/vocabulary.ts';
import { headingSpan, type Report, type Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { formatDate } from '../../values/calendar.ts';
import { headingMeantFor, isBlockGiven } from '../blockHeadings.ts';
import { type Draft, defineRule } from '../rule.ts';
import { renaming, type Scope, scopesOf } from './places.ts';

export default defineRule({
  scope: 'document',
  summary: 'A heading that is nearly one of the framework must be written as the framework writes it.',
  why: 'A section under a name with a slip in it is not recognised, so nothing that is asked of it can be checked.',
  severity: 'warning',
  *check({ report }) {
    const spellings = new Map(
      report.vocabulary?.roles.map((role) => [role, spellingsOf(role)] as const) ?? [],
    );
    for (const scope of scopesOf(report)) yield* slipsIn(scope, spellings);
    yield* blockSlips(report);
    yield* fromOtherTimes(report);
  },
});

/** Headings of blocks that a section may have. Those that it must have are missed by name already. */
function* blockSlips(report: Report): Iterable<Draft<Span>> {
  for (const section of report.sections) {
    for (const def of section.content.role?.def.fields ?? []) {
      if (def.required || def.type !== 'block' || isBlockGiven(report, section, def)) continue;
      const heading = headingMeantFor(report, section, def);
      if (heading !== undefined) yield finding(heading, def.label);
    }
  }
}

/** Sections that the framework had before or has since: the document is of another time than its heading. */
function* fromOtherTimes({ sections, vocabulary }: Report): Iterable<Draft<Span>> {
  const others = vocabulary?.atOtherTimes ?? [];
  if (others.length === 0) return;
  for (const section of sections) {
    if (section.heading === undefined || section.content.role !== undefined) continue;
    const name = normaliseName(section.content.title);
    const def = others.find(({ heading, aliases }) =>
      [heading, ...aliases].some((one) => normaliseName(one) === name),
    );
    if (def === undefined) continue;
    yield {
      at: headingSpan(section),
      message: `"${section.content.title}" is no section of the framework on the day of this document${when(def)}. Leave it out, or correct the document's dates.`,
    };
  }
}

function when({ inForce }: SectionDef): string {
  const { from, until } = daysOf(inForce);
  if (from !== undefined && until !== undefined)
    return `: it was one from ${formatDate(from)} to ${formatDate(until)}`;
  if (until !== undefined) return `: it was one until ${formatDate(until)}`;
  return from === undefined ? '' : `: it is one since ${formatDate(from)}`;
}

type Spellings = ReadonlyMap<SectionRole, readonly Spelling[]>;

function spellingsOf({ def }: SectionRole): readonly Spelling[] {
  return [def.heading, ...def.aliases].map((name) => spellingOf(normaliseName(name)));
}

function* slipsIn({ roles, sections, present }: Scope, spellings: Spellings): Iterable<Draft<Span>> {
  // What must be there is missed by name already, with the heading that may be meant.
  const open = new Set(roles.filter((role) => !role.def.required && !present.has(role)));
  for (const section of sections) {
    const { heading, content, binding } = section;
    if (open.size === 0) return;
    if (heading === undefined || content.role !== undefined || binding.block !== undefined) continue;
    const role = meant(section, open, spellings);
    if (role === undefined) continue;
    open.delete(role);
    yield finding(section, role.def.heading);
  }
}

/** The section of the framework that a heading is a slip for; it has to stand where that one would. */
function meant(
  section: Section,
  open: ReadonlySet<SectionRole>,
  spellings: Spellings,
): SectionRole | undefined {
  const title = spellingOf(section.content.name);
  const around = section.parent?.content.role;
  return [...open].find(
    (role) =>
      (around === undefined || around === role.parent) &&
      spellings.get(role)?.some((name) => isSlipOf(title, name)),
  );
}

function finding(section: Section, name: string): Draft<Span> {
  return {
    at: headingSpan(section),
    message: `The framework has no section "${section.content.title}". Is "${name}" meant? Then write its name as the framework does.`,
    fixes: [renaming(section, name)],
  };
}
