import type { SectionRole } from '../../framework/vocabulary.ts';
import type { Editing } from '../../model/editing.ts';
import { headingSpan, type Report, type Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import type { Draft, DraftFix } from '../rule.ts';
import { type BoldLine, boldLineOf } from './boldLines.ts';
import { addition, additions, type Missing, type Present } from './insertion.ts';
import { nearestHeading, type UnknownHeading, unknownHeadings } from './nearHeading.ts';
import { documentSpan, placeOf, renaming, type Scope, scopesOf } from './places.ts';

/**
 * The required sections that are not there, each with the fixes that put it there.
 * @param concerns which of the framework's sections to ask for
 */
export function* missingSections(
  report: Report,
  concerns: (role: SectionRole) => boolean,
): Iterable<Draft<Span>> {
  const found = scopesOf(report).flatMap((scope) => [...missingIn(scope, concerns)]);
  const all = found.filter(({ near, bold }) => near === undefined && bold === undefined);
  const together = all.length > 1 ? [additions(report, all)] : [];
  const lines = found.flatMap(({ bold }) => bold ?? []);
  for (const one of found) {
    if (one.near !== undefined) yield misspelt(report, one, one.near);
    else if (one.bold !== undefined) yield unheaded(one.role, one.bold, lines);
    else yield missing(report, one, together);
  }
}

/** A section that is missing, with the heading that is probably meant to be it. */
interface Found extends Missing {
  readonly near: Section | undefined;
  /** The line in bold that has its name. */
  readonly bold: BoldLine | undefined;
}

function* missingIn(scope: Scope, concerns: (role: SectionRole) => boolean): Iterable<Found> {
  const present = new Map(scope.present);
  let unknown: readonly UnknownHeading[] | undefined;
  for (const role of scope.roles) {
    if (!role.def.required || !concerns(role) || present.has(role) || isBelowMissing(role, present)) continue;
    unknown ??= unknownHeadings(scope.sections);
    const near = nearestHeading(role, unknown);
    // What is found later belongs to a place of its own.
    const bold = near === undefined ? boldLineOf(role, scope.sections) : undefined;
    yield { role, present: new Map(present), near: near?.section, bold };
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

function missing(
  report: Report,
  { role, present }: Missing,
  together: readonly DraftFix<Span>[],
): Draft<Span> {
  const parent = role.parent && present.get(role.parent);
  const within = parent === undefined ? '' : ` below "${parent.content.title}"`;
  return {
    at: parent === undefined ? documentSpan(report) : headingSpan(parent),
    message: `The section "${role.def.heading}" is missing${within}. ${whereToAdd(report, role, present)}`,
    fixes: [addition(report, { role, present }), ...together],
  };
}

function misspelt(report: Report, { role, present }: Missing, near: Section): Draft<Span> {
  return {
    at: headingSpan(near),
    message: `The section "${role.def.heading}" is missing. Is "${near.content.title}" meant to be it? Then write its name as the framework does.`,
    fixes: [renaming(near, role.def.heading), addition(report, { role, present })],
  };
}

function unheaded(role: SectionRole, line: BoldLine, all: readonly BoldLine[]): Draft<Span> {
  const heading = (own: BoldLine) => (edit: Editing) => edit.makeHeading(own.placed, own.level);
  const together = {
    title: `Make headings of all ${all.length} lines in bold that name sections`,
    edits: (edit: Editing) => all.flatMap((own) => heading(own)(edit)),
  };
  return {
    at: line.span,
    message: `"${line.text}" is only a line in bold, so that the section "${role.def.heading}" is missing. Make it a heading.`,
    fixes: [
      { title: `Make "${line.text}" a heading`, safe: true, edits: heading(line) },
      ...(all.length > 1 ? [together] : []),
    ],
  };
}

function whereToAdd(report: Report, role: SectionRole, present: Present): string {
  const { before } = placeOf(report, role, present);
  const next = [...present.values()].find(({ heading }) => heading !== undefined && heading === before);
  return next === undefined ? 'Add it at the end.' : `Add it before "${next.content.title}".`;
}
