import type { SectionRole, Vocabulary } from '../../framework/vocabulary.ts';
import { type NewSection, withoutTabStops } from '../../model/editing.ts';
import { headingSpan, type Report, type Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import type { Draft, DraftFix } from '../rule.ts';
import { nearestHeading, type UnknownHeading, unknownHeadings } from './nearHeading.ts';
import { documentSpan, nameSpan, placeOf, type Scope, scopesOf } from './places.ts';
import { lastNumberBefore, numberedOn } from './template.ts';

type Present = ReadonlyMap<SectionRole, Section>;

/**
 * The required sections that are not there, each with the fixes that put it there.
 * @param concerns which of the framework's sections to ask for
 */
export function* missingSections(
  report: Report,
  concerns: (role: SectionRole) => boolean,
): Iterable<Draft<Span>> {
  for (const scope of scopesOf(report)) yield* missingIn(report, scope, concerns);
}

function* missingIn(
  report: Report,
  scope: Scope,
  concerns: (role: SectionRole) => boolean,
): Iterable<Draft<Span>> {
  const present = new Map(scope.present);
  let unknown: readonly UnknownHeading[] | undefined;
  for (const role of scope.roles) {
    if (!role.def.required || !concerns(role) || present.has(role) || isBelowMissing(role, present)) continue;
    unknown ??= unknownHeadings(scope.sections);
    const near = nearestHeading(role, unknown);
    yield near === undefined ? missing(report, role, present) : misspelt(report, role, present, near.section);
    if (near === undefined) continue;
    // What belongs below it can be looked for, whatever its name.
    present.set(role, near.section);
    unknown = unknown.filter((one) => one !== near);
  }
}

/** One finding for a group that is missing says enough of all that belongs to it. */
function isBelowMissing({ parent }: SectionRole, present: Present): boolean {
  return parent !== undefined && !present.has(parent);
}

function missing(report: Report, role: SectionRole, present: Present): Draft<Span> {
  const parent = role.parent && present.get(role.parent);
  const within = parent === undefined ? '' : ` below "${parent.content.title}"`;
  return {
    at: parent === undefined ? documentSpan(report) : headingSpan(parent),
    message: `The section "${role.def.heading}" is missing${within}. ${whereToAdd(report, role, present)}`,
    fixes: [addition(report, role, present)],
  };
}

function misspelt(report: Report, role: SectionRole, present: Present, near: Section): Draft<Span> {
  const { heading } = near;
  const rename: DraftFix<Span> = {
    title: `Rename "${near.content.title}" to "${role.def.heading}"`,
    safe: true,
    edits: (edit) =>
      heading === undefined ? [] : edit.renameSection(heading, nameSpan(near), role.def.heading),
  };
  return {
    at: headingSpan(near),
    message: `The section "${role.def.heading}" is missing. Is "${near.content.title}" meant to be it? Then write its name as the framework does.`,
    fixes: [rename, addition(report, role, present)],
  };
}

function whereToAdd(report: Report, role: SectionRole, present: Present): string {
  const { before } = placeOf(report, role, present);
  const next = [...present.values()].find(({ heading }) => heading !== undefined && heading === before);
  return next === undefined ? 'Add it at the end.' : `Add it before "${next.content.title}".`;
}

function addition(report: Report, role: SectionRole, present: Present): DraftFix<Span> {
  return {
    title: `Add the section "${role.def.heading}"`,
    edits: (edit) => {
      const place = placeOf(report, role, present);
      const { section } = newSection(report.vocabulary, role, present, lastNumberBefore(report, place));
      return edit.insertSection(section, place);
    },
  };
}

/** The section with what its framework requires below it; its paragraphs are numbered on from `last`. */
function newSection(
  vocabulary: Vocabulary | undefined,
  role: SectionRole,
  present: Present,
  last: number,
): { readonly section: NewSection; readonly last: number } {
  const own = numberedOn(withoutTabStops(role.def.template ?? ''), last);
  const sections: NewSection[] = [];
  let number = own.last;
  for (const other of vocabulary?.roles ?? []) {
    if (other.parent !== role || !other.def.required || present.has(other)) continue;
    const below = newSection(vocabulary, other, present, number);
    sections.push(below.section);
    number = below.last;
  }
  return { section: { heading: role.def.heading, body: own.body, sections }, last: number };
}
