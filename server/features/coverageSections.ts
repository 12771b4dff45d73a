import type { SectionRole } from '../framework/vocabulary.ts';
import { headingSpan, type Report, type Section, sectionsWithin } from '../report/report.ts';
import { type Scope, scopesOf } from '../rules/structure/places.ts';
import { isUnfilled } from '../rules/unfilled.ts';
import { type CoverageGroup, type CoverageItem, sharedGroup } from './coverageItem.ts';
import { nameOf } from './symbols.ts';

/** Which of the sections that must be there are there and written; undefined where none must be. */
export function requiredSections(report: Report): CoverageGroup | undefined {
  const items = scopesOf(report).flatMap((scope) => requiredIn(report, scope));
  if (items.length === 0) return undefined;
  const done = items.filter(({ state }) => state === 'held').length;
  const what = items.length === 1 ? 'required section written' : 'required sections written';
  return sharedGroup('Sections', { done, of: items.length, what }, 'required written', items);
}

function requiredIn(report: Report, { roles, present }: Scope): readonly CoverageItem[] {
  return roles.flatMap((role): readonly CoverageItem[] => {
    const { def, parent } = role;
    if (!def.required || def.ofPattern !== undefined) return [];
    const around = parent && present.get(parent);
    // Of a group that is missing it is enough to say so once.
    if (parent !== undefined && around === undefined) return [];
    return [sectionItem(report, def.heading, present.get(role), around)];
  });
}

function sectionItem(
  report: Report,
  heading: string,
  section: Section | undefined,
  around: Section | undefined,
): CoverageItem {
  if (section === undefined) {
    const at = around && headingSpan(around).from;
    const item = { label: heading, detail: 'missing', state: 'wrong' as const, items: [] };
    return at === undefined ? item : { ...item, at };
  }
  const isThere = isWritten(report, section);
  return {
    label: nameOf(section),
    ...(isThere ? {} : { detail: 'nothing written yet' }),
    state: isThere ? 'held' : 'wrong',
    at: headingSpan(section).from,
    items: [],
  };
}

/**
 * What sections that follow a pattern answer of it, such as the questions that each service of a self-evaluation
 * answers; undefined where no section does.
 */
export function patternAnswers(report: Report): CoverageGroup | undefined {
  const answers = report.sections.flatMap((section) => answersOf(report, section) ?? []);
  if (answers.length === 0) return undefined;
  const parts = answers.flatMap(({ items }) => items);
  // What such a part is called, the framework says: a heading that asks is a question.
  const areQuestions = parts.every(({ label }) => label.endsWith('?'));
  const done = parts.filter(({ state }) => state === 'held').length;
  const brief = areQuestions ? 'answered' : 'written';
  const what = areQuestions ? `questions ${brief}` : `parts ${brief}`;
  const items = answers.map(({ section, items: own }): CoverageItem => {
    const answered = own.filter(({ state }) => state === 'held').length;
    return {
      label: nameOf(section),
      detail: `${answered} of ${own.length} ${what}`,
      state: answered === own.length ? 'held' : 'wrong',
      at: headingSpan(section).from,
      items: own,
    };
  });
  return sharedGroup(
    areQuestions ? 'Questions' : 'Repeated parts',
    { done, of: parts.length, what },
    brief,
    items,
  );
}

interface Answers {
  readonly section: Section;
  readonly items: readonly CoverageItem[];
}

function answersOf(report: Report, section: Section): Answers | undefined {
  const { role } = section.content;
  const pattern = role?.def.pattern;
  if (role === undefined || pattern === undefined) return undefined;
  const parts = (report.vocabulary?.roles ?? []).filter(
    ({ parent, def }) => parent === role && def.ofPattern === pattern && def.required,
  );
  const within = sectionsWithin(report, section).slice(1);
  const items = parts.map((part) => partItem(report, part, section, within));
  return items.length === 0 ? undefined : { section, items };
}

function partItem(
  report: Report,
  part: SectionRole,
  around: Section,
  within: readonly Section[],
): CoverageItem {
  const own = within.find(({ content }) => content.role === part);
  const label = part.def.heading;
  if (own === undefined) {
    return { label, detail: 'missing', state: 'wrong', at: headingSpan(around).from, items: [] };
  }
  const isThere = isWritten(report, own);
  return {
    label,
    ...(isThere ? {} : { detail: 'nothing written yet' }),
    state: isThere ? 'held' : 'wrong',
    at: headingSpan(own).from,
    items: [],
  };
}

/** Whether anything stands in a section, or below it, that is not still to be filled in. */
export function isWritten(report: Report, section: Section): boolean {
  return sectionsWithin(report, section).some(({ own, binding }) => {
    if (binding.headingJudgement !== undefined) return true;
    return own.some(
      ({ block }) =>
        block.tables.length > 0 ||
        block.links.length > 0 ||
        block.kind === 'code' ||
        block.leaves.some(({ prose }) => isSaid(prose.text)),
    );
  });
}

/** A passage, or what stands behind the name of a field. */
function isSaid(text: string): boolean {
  const words = text.replace(/^[^:[\]]{1,60}:/, '').trim();
  return words !== '' && !isUnfilled(words);
}
