import type { FieldDef } from '../../framework/framework.ts';
import type { SectionRole } from '../../framework/vocabulary.ts';
import { type Report, type Section, sectionsOf, sectionsWithin } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { roleAt } from '../places.ts';
import { aligned } from '../scaffoldTables.ts';
import { type Draft, literal } from './item.ts';

/** A section, or a part of one that has a heading of its own, which could stand at a place. */
export interface Candidate {
  /** The section that it would stand in. */
  readonly parent: Section | undefined;
  readonly level: number;
  readonly role: SectionRole | undefined;
  readonly heading: string;
  /** Whether its author words the heading. */
  readonly isOpen: boolean;
  readonly required: boolean;
  readonly guidance: string | undefined;
  readonly template: string | undefined;
}

/**
 * What could begin at `offset` and is not there yet: what comes next in the section before the place, then in the
 * sections around that, and last what would have stood further up.
 * @param line the line at the cursor: a heading on it is still being written
 */
export function candidatesAt(report: Report, line: Span): readonly Candidate[] {
  const isOther = (section: Section): boolean => {
    const from = section.heading?.from ?? -1;
    return from < line.from || from > line.to;
  };
  const sections = report.sections.filter(isOther);
  const above = sections.findLast(({ heading }) => heading !== undefined && heading.from < line.from);
  const [next, before]: [Candidate[], Candidate[]] = [[], []];
  for (let parent = above; ; parent = parent?.parent) {
    const children = sections.filter((section) => section.parent === parent && section.heading !== undefined);
    const last = children.findLast(({ heading }) => (heading?.from ?? 0) < line.from);
    const parts = partsOf(report, parent);
    const reached = last === undefined ? -1 : parts.findIndex((part) => isPart(part, last));
    parts.forEach((part, index) => {
      if (isThere(report, part, parent, isOther)) return;
      const isHere = part.role?.def.repeated === true && index === reached;
      (index > reached || isHere ? next : before).push(candidate(part, parent, children[0], report));
    });
    if (parent === undefined) return [...next, ...before];
  }
}

/** What a framework wants in a section: parts with headings of their own, and sections. */
interface Part {
  readonly role: SectionRole | undefined;
  readonly field: FieldDef | undefined;
}

function partsOf(report: Report, parent: Section | undefined): readonly Part[] {
  const role = parent && roleAt(report, parent);
  if (parent !== undefined && role === undefined) return [];
  const fields = [...new Set(role?.fieldsByName.values() ?? [])].filter(({ type }) => type === 'block');
  const below = (report.vocabulary?.roles ?? []).filter((other) => other.parent === role);
  return [
    ...fields.map((field) => ({ role: undefined, field })),
    ...below.map((other) => ({ role: other, field: undefined })),
  ];
}

function isPart({ role, field }: Part, { binding, content }: Section): boolean {
  return field === undefined ? content.role === role : binding.block?.id === field.id;
}

function isThere(
  report: Report,
  part: Part,
  parent: Section | undefined,
  isOther: (section: Section) => boolean,
): boolean {
  if (part.role?.def.repeated === true) return false;
  if (part.field !== undefined && parent !== undefined) {
    const { id } = part.field;
    if (parent.content.fields.some(({ def }) => def?.id === id)) return true;
  }
  const within =
    parent !== undefined
      ? sectionsWithin(report, parent)
      : part.role === undefined
        ? []
        : sectionsOf(report, part.role);
  return within.some((section) => isOther(section) && isPart(part, section));
}

function candidate(
  { role, field }: Part,
  parent: Section | undefined,
  sibling: Section | undefined,
  { sections }: Report,
): Candidate {
  // The outermost sections are headed at the second level, below the title, where none says otherwise.
  const first = sections.find(
    (section) => section.parent === undefined && section.content.role !== undefined,
  );
  const own = parent === undefined ? (first?.content.level ?? 2) : parent.content.level + 1;
  return {
    parent,
    level: Math.min(6, sibling?.content.level ?? own),
    role,
    heading: role?.def.heading ?? field?.label ?? '',
    isOpen: role?.def.anyHeading === true,
    required: role?.def.required ?? field?.required ?? false,
    guidance: role?.def.guidance ?? field?.description,
    template: role?.def.template,
  };
}

/**
 * A candidate as a snippet in place of `span`.
 * @param column of the dash, where sections are items of data
 */
export function sectionDraft(report: Report, one: Candidate, span: Span, column: number): Draft {
  const heading = one.isOpen ? `\${1:${literal(one.heading)}}` : literal(one.heading);
  const body = aligned(one.template ?? '$0');
  const insert = report.model.editing.sectionText(
    { heading, body: one.isOpen ? shifted(body) : body },
    one.level,
    column,
  );
  const [first = one.heading] = insert.split('\n');
  return {
    label: one.heading,
    kind: 'section',
    detail: `${one.required ? 'required' : 'optional'} ${one.role === undefined ? 'part' : 'section'}`,
    documentation: one.guidance,
    span,
    insert,
    snippet: true,
    filter: one.isOpen ? first.replace(heading, one.heading) : first,
  };
}

/** A template behind a tab stop of the heading's: its own come one later. */
function shifted(template: string): string {
  return template.replace(
    /(?<!\\)(\$\{?)([1-9]\d*)/g,
    (_, open: string, stop: string) => open + (Number(stop) + 1),
  );
}
