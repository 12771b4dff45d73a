import type { SectionRole } from '../../framework/vocabulary.ts';
import { headingSpan, type Report, type Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import type { Draft, DraftFix } from '../rule.ts';
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
  const all = found.filter(({ near }) => near === undefined);
  const together = all.length > 1 ? [additions(report, all)] : [];
  for (const one of found) {
    if (one.near === undefined) yield missing(report, one, together);
    else yield misspelt(report, one, one.near);
  }
}

/** A section that is missing, with the heading that is probably meant to be it. */
interface Found extends Missing {
  readonly near: Section | undefined;
}

function* missingIn(scope: Scope, concerns: (role: SectionRole) => boolean): Iterable<Found> {
  const present = new Map(scope.present);
  let unknown: readonly UnknownHeading[] | undefined;
  for (const role of scope.roles) {
    if (!role.def.required || !concerns(role) || present.has(role) || isBelowMissing(role, present)) continue;
    unknown ??= unknownHeadings(scope.sections);
    const near = nearestHeading(role, unknown);
    // What is found later belongs to a place of its own.
    yield { role, present: new Map(present), near: near?.section };
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

function whereToAdd(report: Report, role: SectionRole, present: Present): string {
  const { before } = placeOf(report, role, present);
  const next = [...present.values()].find(({ heading }) => heading !== undefined && heading === before);
  return next === undefined ? 'Add it at the end.' : `Add it before "${next.content.title}".`;
}
