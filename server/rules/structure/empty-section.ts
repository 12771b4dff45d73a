import type { SectionRole } from '../../framework/vocabulary.ts';
import { withoutTabStops } from '../../model/editing.ts';
import { headingSpan, type Report, type Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';
import { lastNumberBefore, numberedOn } from './template.ts';

export default defineRule({
  scope: 'document',
  summary: 'A heading must have something below it.',
  why: 'A heading without text promises what the document does not give; readers cannot tell whether it was forgotten or lost.',
  severity: 'warning',
  *check({ report }) {
    const parents = new Set(report.sections.map(({ parent }) => parent));
    const leaves = report.sections.filter(
      (section) => section.heading !== undefined && !parents.has(section),
    );
    const empty = leaves.filter((section) => !holdsSomething(section));
    // An agenda is all headings, and a title page has several: only among sections with text one without is amiss.
    const isOutline = empty.length * 3 > leaves.length;
    for (const section of empty) {
      const { role, title } = section.content;
      if (role === undefined && section.binding.block === undefined && isOutline) continue;
      if (title.trim() !== '' && !isToldElsewhere(report, section)) yield finding(report, section, role);
    }
  },
});

/** Whether another rule says what is amiss with a heading of the framework. */
function isToldElsewhere({ sections }: Report, section: Section): boolean {
  const { role } = section.content;
  if (role === undefined) return false;
  const next = sections[section.index + 1];
  // What has to stand below it is missed by name, or stands right behind it and is a matter of levels.
  if (role.def.sections.some(({ required }) => required) || next?.content.role?.parent === role) return true;
  // One that stands twice running is one too many.
  return next?.content.role === role && next.parent === section.parent;
}

/** Whether anything stands below the heading, be it only a picture. A line drawn across the page is nothing. */
function holdsSomething({ own, binding, content }: Section): boolean {
  // A heading that gives its judgement may say what there is to say; what must be there has to say why.
  if (binding.headingJudgement !== undefined && content.role?.def.required !== true) return true;
  return own.some(({ block }) => {
    if (block.kind === 'comment') return false;
    if (block.kind === 'code' || block.tables.length > 0 || block.links.length > 0) return true;
    if (block.kind !== 'other') return block.leaves.some(({ prose }) => prose.text.trim() !== '');
    return SHOWN.test(block.source) || /[^\s*_-]/.test(block.source.replace(/<[^<>]*>/g, ''));
  });
}

const SHOWN = /<(?:img|picture|svg|table|video|audio|iframe|object|embed|input)\b/i;

function finding(report: Report, section: Section, role: SectionRole | undefined): Draft<Span> {
  const { title } = section.content;
  const isAsked = role !== undefined || section.binding.block !== undefined;
  return {
    at: headingSpan(section),
    // On a title page one heading follows the other, none of them a section.
    severity: isAsked ? 'warning' : 'info',
    message: `Nothing stands below "${title}". Write what belongs there, or take the heading out.`,
    fixes: [...outline(report, section, role), ...removal(section, role)],
  };
}

function outline(report: Report, { heading }: Section, role: SectionRole | undefined): DraftFix<Span>[] {
  const template = withoutTabStops(role?.def.template ?? '');
  if (heading === undefined || template === '') return [];
  const place = { before: heading, parent: undefined };
  const edits: DraftFix<Span>['edits'] = (edit) =>
    edit.fillSection(heading, numberedOn(template, lastNumberBefore(report, place)).body);
  return [{ title: 'Write the outline that the framework gives', edits }];
}

function removal({ heading, content, binding }: Section, role: SectionRole | undefined): DraftFix<Span>[] {
  const isRequired = role?.def.required === true || binding.block?.required === true;
  if (heading === undefined || isRequired) return [];
  return [{ title: `Take out "${content.title}"`, edits: (edit) => edit.removeSection(heading) }];
}
