import type { Span } from '../../../server/text/span.ts';
import { type Line, type Passage, readFields, readLines, sentenceStarts, type Texts } from '../places.ts';
import { type Form, type Subject, vocabulary } from '../subject.ts';
import { type Grid, readGrids } from './grid.ts';
import { readSeries, type Series } from './series.ts';

/**
 * Where the parts of an improvement plan are at which faults are put: read line by line and by names alone, as those of
 * a report.
 */
export interface PlanLandmarks extends Texts {
  readonly sections: readonly PlanSection[];
  readonly statuses: readonly StatusPlace[];
  readonly grids: readonly Grid[];
  readonly series: readonly Series[];
}

export type Part = 'dashboard' | 'workstream' | 'block' | 'actions' | 'metrics' | 'other';

export interface PlanSection {
  readonly name: string;
  readonly part: Part;
  readonly required: boolean;
  readonly parent: PlanSection | undefined;
  readonly heading: Span;
  readonly headingLine: Line;
  /** To the next heading that is not below it. */
  readonly whole: Span;
}

/** A status on the page of a workstream. */
export interface StatusPlace {
  readonly id: string;
  readonly section: PlanSection;
  readonly label: Span;
  readonly value: Span;
  /** What goes when the field goes. */
  readonly whole: Span;
}

const FIELDS = vocabulary('improvement-plan-dashboard').framework.fields;
const PARTS: Readonly<Record<string, Part>> = {
  Dashboard: 'dashboard',
  'Aim of the plan': 'other',
  Priorities: 'other',
  Rationale: 'block',
  Objectives: 'block',
  'Comments about overall status': 'block',
  'Progress made this period': 'block',
  'Actions next period': 'block',
  'Key actions, owners, impacts on objectives and timescale': 'actions',
  Metrics: 'metrics',
};
const REQUIRED = /^(?:Dashboard|Objectives|Progress made this period|Actions next period|Key actions, .*)$/;

export function planLandmarks({ form, text }: Pick<Subject, 'form' | 'text'>): PlanLandmarks {
  const lines = readLines(text);
  const sections = readSections(form, lines, text.length);
  const grids = readGrids(form, lines, sections);
  return {
    form,
    text,
    sections,
    fields: readFields(lines, /^(?:---|sections:)$/, FIELDS),
    bodyFrom: sections[0]?.whole.from ?? 0,
    prose: lines.flatMap((line) => readPassage(line, sections)),
    statuses: lines.flatMap((line) => readStatuses(form, line, sections)),
    grids,
    series: readSeries(form, lines, grids, sections),
  };
}

interface Heading {
  readonly line: Line;
  readonly depth: number;
  readonly name: string;
}

function readSections(form: Form, lines: readonly Line[], end: number): readonly PlanSection[] {
  const headings = lines.flatMap((line): Heading[] => {
    const match = (form === 'yaml' ? /^( {2}| {6})- heading: (.*)$/ : /^(##|###) (.*)$/).exec(line.text);
    const depth = match?.[1]?.length ?? 0;
    return match === null ? [] : [{ line, depth, name: match[2] ?? '' }];
  });
  const top = Math.min(...headings.map(({ depth }) => depth));
  const sections: PlanSection[] = [];
  for (const [index, { line, depth, name }] of headings.entries()) {
    const next = headings.slice(index + 1).find((other) => other.depth <= depth);
    sections.push({
      name,
      part: PARTS[name] ?? 'workstream',
      required: REQUIRED.test(name),
      parent: depth === top ? undefined : sections.findLast(({ parent }) => parent === undefined),
      heading: { from: line.to - name.length, to: line.to },
      headingLine: line,
      whole: { from: line.from, to: next?.line.from ?? end },
    });
  }
  return sections;
}

function readPassage(line: Line, sections: readonly PlanSection[]): readonly Passage[] {
  const lead = /^ *(?:- )?(?=[A-Z0-9].{30,}\.$)/.exec(line.text);
  if (lead === null || line.from < (sections[0]?.whole.from ?? 0)) return [];
  return [{ line, slots: [line.from + lead[0].length, ...sentenceStarts(line)] }];
}

function readStatuses(form: Form, line: Line, sections: readonly PlanSection[]): readonly StatusPlace[] {
  const section = sections.findLast(({ whole }) => whole.from <= line.from);
  if (section === undefined) return [];
  if (form === 'yaml') {
    if (!/^ {4}fields: \{/.test(line.text)) return [];
    return [...line.text.matchAll(/([a-z]+-status): ([A-Z][a-z ]*[a-z])(?:, )?/g)].map((match) => {
      const [all, id = '', value = ''] = match;
      const from = line.from + match.index;
      const at = from + id.length + 2;
      return {
        id,
        section,
        label: { from, to: from + id.length },
        value: { from: at, to: at + value.length },
        whole: { from, to: from + all.length },
      };
    });
  }
  const match = /^- \*\*((\w+) status):\*\* (.*)$/.exec(line.text);
  if (match === null) return [];
  const [, label = '', which = '', value = ''] = match;
  return [
    {
      id: `${which.toLowerCase()}-status`,
      section,
      label: { from: line.from + 4, to: line.from + 4 + label.length },
      value: { from: line.to - value.length, to: line.to },
      whole: { from: line.from, to: line.to + 1 },
    },
  ];
}

/** Where a reader misses a section: at the top, in the heading above it, or in those beside it. */
export function beside(
  { sections, bodyFrom }: Pick<PlanLandmarks, 'sections' | 'bodyFrom'>,
  section: PlanSection,
): readonly Span[] {
  const siblings = sections.filter(({ parent }) => parent === section.parent);
  const index = siblings.indexOf(section);
  const around = [section.parent, siblings[index - 1], siblings[index + 1]];
  return [
    { from: 0, to: bodyFrom },
    ...around.flatMap((other) => (other === undefined ? [] : [other.headingLine])),
  ];
}
