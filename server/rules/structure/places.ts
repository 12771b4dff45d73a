import type { SectionRole } from '../../framework/vocabulary.ts';
import { placeSpan } from '../../model/block.ts';
import type { SectionPlace } from '../../model/editing.ts';
import { metaEntry } from '../../model/model.ts';
import type { Report, Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import type { DraftFix } from '../rule.ts';

/** A stretch of the document in which each section of the framework is looked for once. */
export interface Scope {
  readonly roles: readonly SectionRole[];
  readonly sections: readonly Section[];
  /** The first section of the stretch that plays each role; the one around it too. */
  readonly present: ReadonlyMap<SectionRole, Section>;
}

/** The document, and every section of which there may be many: what belongs below one is looked for there. */
export function scopesOf(report: Report): readonly Scope[] {
  const roles = report.vocabulary?.roles ?? [];
  const scopes = new Map<Section | undefined, Section[]>([[undefined, []]]);
  for (const section of report.sections) {
    if (section.content.role?.def.repeated === true) scopes.set(section, []);
    scopes.get(repeatedAround(section))?.push(section);
  }
  return [...scopes].map(([around, sections]) => {
    const own = around?.content.role;
    const all = around === undefined ? sections : [around, ...sections];
    return { roles: roles.filter((role) => repeatedAbove(role) === own), sections, present: firstOf(all) };
  });
}

function repeatedAround({ parent }: Section): Section | undefined {
  return parent?.content.role?.def.repeated === true ? parent : parent && repeatedAround(parent);
}

function repeatedAbove({ parent }: SectionRole): SectionRole | undefined {
  return parent?.def.repeated === true ? parent : parent && repeatedAbove(parent);
}

/** The first section of the document that plays each role. */
export function firstByRole({ sections }: Report): ReadonlyMap<SectionRole, Section> {
  return firstOf(sections);
}

function firstOf(sections: readonly Section[]): ReadonlyMap<SectionRole, Section> {
  const first = new Map<SectionRole, Section>();
  for (const section of sections) {
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

/** Gives a section the name that it was probably meant to have. */
export function renaming(section: Section, name: string): DraftFix<Span> {
  const { heading, content } = section;
  return {
    title: `Rename "${content.title}" to "${name}"`,
    safe: true,
    edits: (edit) => (heading === undefined ? [] : edit.renameSection(heading, nameSpan(section), name)),
  };
}

/** Whether `section` stands somewhere below `other`. */
export function isBelow(section: Section, other: Section | undefined): boolean {
  for (let at = section.parent; at !== undefined; at = at.parent) if (at === other) return true;
  return other === undefined;
}

/**
 * Whether a section stands right behind the one it belongs to, as if beside it: nothing stands between them but what
 * belongs there too. Then only the level of its heading is wrong.
 */
export function isBesideParent({ sections }: Report, section: Section, parent: Section): boolean {
  if (isBelow(section, parent) || section.parent !== parent.parent) return false;
  const between = sections.slice(parent.index + 1, section.index);
  return (
    parent.index < section.index && between.every((one) => isBelow(one, parent) || belongsTo(one, parent))
  );
}

function belongsTo({ content, parent: around }: Section, parent: Section): boolean {
  for (let role = content.role?.parent; role !== undefined; role = role.parent) {
    if (role === parent.content.role) return true;
  }
  return (
    content.role === undefined &&
    around !== undefined &&
    around !== parent.parent &&
    belongsTo(around, parent)
  );
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
  const after = sections.slice(section.index + 1).find(({ content }) => content.level <= level);
  return after?.content.level === level ? after : undefined;
}
