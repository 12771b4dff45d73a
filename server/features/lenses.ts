import { type Area, formatJudgement } from '../framework/vocabulary.ts';
import { reckoningDay } from '../report/reckoningDay.ts';
import {
  anchorSpan,
  headingSpan,
  type PlacedStatement,
  type Report,
  type Section,
  statedValue,
  statementsOn,
} from '../report/report.ts';
import { lateActions } from '../rules/action/late.ts';
import { standingsOf } from '../rules/measure/sectionStatus.ts';
import { measuredIn } from '../rules/measure/statusRows.ts';
import type { Span } from '../text/span.ts';
import type { Analysis } from './analysis.ts';
import { Places } from './names/places.ts';

/** What is shown above headings. */
export const LENS_KINDS = ['judgement', 'measures', 'actions', 'references'] as const;

export type LensKind = (typeof LENS_KINDS)[number];

/** A few words above a heading that are no part of the text. */
export interface Lens {
  readonly kind: LensKind;
  /** What tells its section from the others, also when the text around it has changed. */
  readonly section: string;
  /** Where the section begins. */
  readonly at: number;
  readonly title: string;
  /** The places in the document that it speaks of, in reading order. */
  readonly places: readonly Span[];
  /** The links of other documents that it speaks of, by where they stand among those that were given. */
  readonly links: readonly number[];
}

/**
 * What is to be known of each section, of the kinds that are wanted. There is none where there is nothing to say.
 * @param linked what each link of other documents to a place of this one says behind `#`
 */
export function lenses(
  analysis: Analysis,
  shown: readonly LensKind[],
  linked: readonly string[] = [],
): readonly Lens[] {
  const { ours, report } = analysis;
  if (!ours || shown.length === 0) return [];
  const makers = shown.map((kind) => ({ kind, of: MAKERS[kind](analysis, linked) }));
  const times = new Map<string, number>();
  return report.sections.flatMap((section) => {
    if (section.heading === undefined) return [];
    const { name } = section.content;
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    const at = Math.min(section.heading.from, headingSpan(section).from);
    return makers.flatMap(({ kind, of }) => {
      const said = of(section);
      if (said === undefined) return [];
      const { title, places, links = [] } = said;
      return [{ kind, section: `${name} ${time}`, at, title, places: inOrder(places), links }];
    });
  });
}

type Said = Pick<Lens, 'title' | 'places'> & Partial<Pick<Lens, 'links'>>;

type Maker = (analysis: Analysis, linked: readonly string[]) => (section: Section) => Said | undefined;

/** How each kind is told of a section, once what all of them share is known. */
const MAKERS: Readonly<Record<LensKind, Maker>> = {
  judgement: ({ report }) => judgementMaker(report),
  measures: ({ report }) => measuresMaker(report),
  actions: ({ report, input }) => {
    const by = reckoningDay(report, input.today);
    return (section) => {
      const late = by === undefined ? [] : lateActions(section, by.day);
      if (late.length === 0) return undefined;
      const title = `${partOf(late.length, section.content.actions.length, 'action')} overdue`;
      return { title, places: late.map(({ due }) => anchorSpan(section, due.at)) };
    };
  },
  references: (analysis, linked) => referencesMaker(analysis, linked),
};

function referencesMaker(
  { report, input }: Analysis,
  linked: readonly string[],
): (section: Section) => Said | undefined {
  const all = new Places(input.path, report);
  const uses = all.uses();
  const from = new Map<number, number[]>();
  linked.forEach((fragment, index) => {
    const at = all.named(fragment)?.at;
    if (at !== undefined) from.set(at, [...(from.get(at) ?? []), index]);
  });
  return ({ heading }) => {
    if (heading === undefined) return undefined;
    const places = uses.get(heading.from) ?? [];
    const links = from.get(heading.from) ?? [];
    const count = places.length + links.length;
    if (count === 0) return undefined;
    const others = links.length === 1 ? 'another document' : 'other documents';
    const there = links.length === 0 ? '' : `${places.length === 0 ? '' : `, ${links.length}`} in ${others}`;
    return { title: counted(count, 'reference') + there, places, links };
  };
}

/** A judgement that stands in one place only is in sight anyway. */
function judgementMaker(report: Report): (section: Section) => Said | undefined {
  const told = new Set<Area>();
  return ({ content: { area, role } }) => {
    if (area === undefined || area.section !== role || told.has(area)) return undefined;
    told.add(area);
    const stated = statementsOn(report, area);
    if (stated.length < 2) return undefined;
    const places = stated.map(({ section, statement }) => anchorSpan(section, statement.at));
    return { title: judgementTitle(stated), places };
  };
}

function judgementTitle(stated: readonly PlacedStatement[]): string {
  const values = [...new Set(stated.map(({ statement }) => statedValue(statement)))];
  const [value] = values;
  if (values.length === 1 && value !== undefined) {
    const places = stated.length === 2 ? 'both places' : `all ${stated.length} places`;
    return `${formatJudgement(value)} in ${places}`;
  }
  const words = [...new Set(stated.map(({ statement }) => wordsOf(statement)))];
  return `Judged in different ways: ${words.join(', ')}`;
}

function wordsOf(statement: PlacedStatement['statement']): string {
  const value = statedValue(statement);
  return value === undefined ? `"${statement.text}"` : formatJudgement(value);
}

function measuresMaker(report: Report): (section: Section) => Said | undefined {
  const measured = measuredIn(report);
  return (section) => {
    const all = standingsOf(report, section, measured);
    const missed = all.filter(({ isMissed }) => isMissed);
    if (missed.length === 0) return undefined;
    const places = missed.map(({ standing }) => anchorSpan(section, standing.actual.at));
    return { title: `${partOf(missed.length, all.length, 'measure')} off target`, places };
  };
}

/** `2 of 3 measures`; `1 measure` where that is all. */
function partOf(part: number, whole: number, noun: string): string {
  return whole === 1 ? counted(1, noun) : `${part} of ${counted(whole, noun)}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function inOrder(places: readonly Span[]): readonly Span[] {
  return [...places].sort((a, b) => a.from - b.from || a.to - b.to);
}
