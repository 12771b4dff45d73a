import type { Report, Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { listedWords } from '../../values/listing.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';
import { longestRise } from '../structure/longestRise.ts';
import { groupsOf, type PlacedGroup } from './groups.ts';

export default defineRule({
  scope: 'document',
  summary:
    "Groups of recommendations must stand in the framework's order, once each, with something in each.",
  why: 'Readers look for what is most urgent first, and a timescale with nothing below it looks as if something was lost.',
  severity: 'warning',
  *check({ report }) {
    for (const section of report.sections) {
      const names = section.content.role?.def.recommendations?.groups ?? [];
      for (const groups of groupsOf(report, section)) yield* faults(report, section, groups, names);
    }
  },
});

function* faults(
  report: Report,
  section: Section,
  groups: readonly PlacedGroup[],
  names: readonly string[],
): Iterable<Draft<Span>> {
  const first = new Map<string, PlacedGroup>();
  for (const group of groups) {
    const earlier = first.get(group.name);
    if (earlier !== undefined) yield repeated(group, earlier);
    else first.set(group.name, group);
    if (group.empty) {
      yield {
        at: group.at,
        message: `Nothing stands below "${group.name}". Write its recommendations there, or take the line out.`,
      };
    }
  }
  yield* disorder(report, section, [...first.values()], first.size < groups.length, names);
}

function repeated(group: PlacedGroup, earlier: PlacedGroup): Draft<Span> {
  return {
    at: group.at,
    message: `"${group.name}" comes a second time. Put its recommendations together in one place.`,
    related: [{ at: earlier.at, message: `"${earlier.name}" stands here first.` }],
  };
}

/** One finding, however many groups stand out of order: they are put right together. */
function* disorder(
  report: Report,
  section: Section,
  groups: readonly PlacedGroup[],
  isTwice: boolean,
  names: readonly string[],
): Iterable<Draft<Span>> {
  const kept = new Set(longestRise(groups));
  const wrong = groups.find((group) => !kept.has(group));
  if (wrong === undefined) return;
  const at = groups.indexOf(wrong);
  const passed = groups.slice(0, at).find(({ order }) => order > wrong.order);
  const next = groups.slice(at + 1).find(({ order }) => order < wrong.order);
  const other = passed ?? next;
  if (other === undefined) return;
  const side = passed === undefined ? 'after' : 'before';
  const present = names.filter((name) => groups.some((group) => group.name === name));
  yield {
    at: wrong.at,
    message: `"${wrong.name}" belongs ${side} "${other.name}". The order is ${listedWords(present, 'and')}.`,
    related: [{ at: other.at, message: `"${wrong.name}" belongs ${side} this group.` }],
    fixes: isTwice ? [] : fixes(report, section, groups, wrong),
  };
}

function fixes(
  report: Report,
  section: Section,
  groups: readonly PlacedGroup[],
  wrong: PlacedGroup,
): readonly DraftFix<Span>[] {
  const lines = groups.flatMap((group) => group.lines ?? []);
  if (lines.length < groups.length) return moving(groups, section, wrong);
  const sorted = [...groups].sort((a, b) => a.order - b.order);
  const order = sorted.map((group) => groups.indexOf(group));
  if (report.model.editing.reorder(lines, order).length === 0) return [];
  return [
    {
      title: 'Put the groups in order',
      safe: groups.every(({ endsWithItem }) => endsWithItem),
      edits: (edit) => edit.reorder(lines, order),
    },
  ];
}

/** A group that is a section moves with all that is below it. */
function moving(
  groups: readonly PlacedGroup[],
  { heading: parent }: Section,
  { section, name, order }: PlacedGroup,
): readonly DraftFix<Span>[] {
  const heading = section?.heading;
  const before = groups.find((group) => group.order > order)?.section?.heading;
  if (heading === undefined) return [];
  return [
    { title: `Move "${name}" to its place`, edits: (edit) => edit.moveSection(heading, { before, parent }) },
  ];
}
