import { groupKey } from '../../report/recommendations.ts';
import { anchorSpan, headingSpan, type Report, type Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';

/** A group of recommendations in the document: a line with a list below it, or a section of its own. */
export interface PlacedGroup {
  /** As the framework has it. */
  readonly name: string;
  /** Its position among the framework's groups. */
  readonly order: number;
  readonly at: Span;
  readonly empty: boolean;
  /** Its lines, from its name to what belongs to it last; undefined of a group that is a section. */
  readonly lines: Span | undefined;
  /** Whether it ends with a recommendation, so that no text stands there that may be about more than the group. */
  readonly endsWithItem: boolean;
  /** The section that is the group. */
  readonly section: Section | undefined;
}

/** The groups of a section, one list for each series of them. */
export function groupsOf(report: Report, section: Section): readonly (readonly PlacedGroup[])[] {
  const names = section.content.role?.def.recommendations?.groups ?? [];
  if (names.length === 0) return [];
  const series = new Map<number, PlacedGroup[]>();
  const inLines = linedGroups(section, names, hasSections(report, section));
  for (const { series: key, group } of inLines) series.set(key, [...(series.get(key) ?? []), group]);
  const headed = headedGroups(report, section, names);
  return [...series.values(), ...(headed.length > 0 ? [headed] : [])];
}

function hasSections({ sections }: Report, { index }: Section): boolean {
  return sections[index + 1]?.parent?.index === index;
}

function linedGroups(
  section: Section,
  names: readonly string[],
  goesOn: boolean,
): readonly { readonly series: number; readonly group: PlacedGroup }[] {
  const groups = section.content.recommendations;
  return groups.map(({ name, at, series, items, last }, index) => {
    // What stands in the sections below may belong to the last group.
    const isOpen = goesOn && index === groups.length - 1;
    const span = anchorSpan(section, at);
    const group = {
      name,
      order: names.indexOf(name),
      at: span,
      empty: last === at && !isOpen,
      lines: { from: span.from, to: anchorSpan(section, last).to },
      endsWithItem: last === items.at(-1) && !isOpen,
      section: undefined,
    };
    return { series, group };
  });
}

function headedGroups(
  { sections }: Report,
  { index }: Section,
  names: readonly string[],
): readonly PlacedGroup[] {
  const keys = names.map(groupKey);
  return sections
    .filter(({ parent, content }) => parent?.index === index && content.role === undefined)
    .flatMap((section): PlacedGroup[] => {
      const order = keys.indexOf(groupKey(section.content.title));
      const name = names[order];
      if (name === undefined) return [];
      const empty = section.content.empty && sections[section.index + 1]?.parent !== section;
      return [
        { name, order, at: headingSpan(section), empty, lines: undefined, endsWithItem: true, section },
      ];
    });
}
