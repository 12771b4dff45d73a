import type { SectionRole } from '../../framework/vocabulary.ts';
import { placeSpan } from '../../model/block.ts';
import type { SectionPlace } from '../../model/editing.ts';
import { metaEntry } from '../../model/model.ts';
import type { Report, Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';

/** The first section that plays each role. */
export function firstByRole(report: Report): ReadonlyMap<SectionRole, Section> {
  const first = new Map<SectionRole, Section>();
  for (const section of report.sections) {
    const { role } = section.content;
    if (role !== undefined && !first.has(role)) first.set(role, section);
  }
  return first;
}

/** Where to show what the document as a whole lacks: its title, or else its fields. */
export function documentSpan(report: Report): Span {
  const { blocks, metaSpan } = report.model;
  const first = blocks.find(({ block }) => block.kind === 'heading');
  const prose = first?.block.heading?.level === 1 ? first.block.heading.prose : undefined;
  const isTitle = report.sections.every(({ heading }) => heading !== first);
  if (first !== undefined && prose !== undefined && isTitle) {
    return placeSpan(first, prose.sourceSpan(0, prose.text.length));
  }
  return metaEntry(report.model, 'title')?.valueSpan ?? metaSpan;
}

/** The section's name in the prose of its heading, without its number and its judgement. */
export function nameSpan({ heading, content }: Section): Span {
  const from = heading?.block.heading?.name.from ?? 0;
  return { from, to: from + content.title.length };
}

/** Whether `section` stands somewhere below `other`. */
export function isBelow(section: Section, other: Section | undefined): boolean {
  for (let at = section.parent; at !== undefined; at = at.parent) if (at === other) return true;
  return other === undefined;
}

/**
 * Where a section with this role belongs: before the next section of the framework that is there, or else
 * behind the last, which may be the end of its parent.
 */
export function placeOf(
  report: Report,
  role: SectionRole,
  first: ReadonlyMap<SectionRole, Section>,
): SectionPlace {
  const parent = role.parent && first.get(role.parent);
  const siblings = [...first]
    .filter(([other, section]) => other.parent === role.parent && isBelow(section, parent))
    .sort(([a], [b]) => a.order - b.order);
  const next = siblings.find(([other]) => other.order > role.order)?.[1];
  const last = siblings.filter(([other]) => other.order < role.order).at(-1)?.[1];
  const behind = parent === undefined && last !== undefined ? sectionBehind(report, last) : undefined;
  return { before: (next ?? behind)?.heading, parent: parent?.heading };
}

/** The section of the same level that follows, when nothing shallower comes first. */
function sectionBehind({ sections }: Report, section: Section): Section | undefined {
  const { level } = section.content;
  const after = sections.slice(sections.indexOf(section) + 1).find(({ content }) => content.level <= level);
  return after?.content.level === level ? after : undefined;
}
