import type { Section } from '../../report/report.ts';
import { overlapsAny, type Span } from '../../text/span.ts';
import type { Analysis } from '../analysis.ts';
import { nameOf } from '../symbols.ts';
import type { Change, ChangedPassage, ChangeGroup, Difference } from './change.ts';
import { changesOf, lone, matchThings } from './compare.ts';
import { documentFields, sectionFields } from './fields.ts';
import { figureChanges, goneChanges } from './figures.ts';
import { findingChanges } from './findings.ts';
import { judgementThings } from './judgements.ts';
import { listActions } from './listActions.ts';
import { type MeasureThing, measureThings } from './measures.ts';
import { type Passage, passagesApart, passagesOf } from './passages.ts';
import { recommendationThings } from './recommendations.ts';
import { rowThings } from './rows.ts';
import { pairSections, type SectionPairs, sectionChanges } from './sections.ts';
import { type SentenceChanges, sentenceChanges } from './sentences.ts';
import type { Matched, Pair, PlacedChange, Thing } from './thing.ts';

/** A version with all that it speaks of. */
interface Version {
  readonly analysis: Analysis;
  readonly things: readonly Thing[];
  readonly measures: readonly MeasureThing[];
  readonly passages: readonly Passage[];
}

/**
 * How two versions of a document differ in what they say: not in how it is written, where it stands, or in which of the two
 * forms of document. Pure; takes about as long as it took to read them.
 */
export function difference(before: Analysis, after: Analysis): Difference {
  const pairs = pairSections(before.report, after.report);
  const [was, is] = [readVersion(before, 'before', pairs), readVersion(after, 'after', pairs)];
  const measures = matchThings(was.measures, is.measures, pairs) as Matched<MeasureThing>;
  const things = matchThings(was.things, is.things, pairs);
  const prose = proseChanges(was.passages, is.passages, pairs);
  const changes = [
    ...sectionChanges(pairs),
    ...thingChanges(things, pairs),
    ...measureChanges(measures),
    ...prose.changes,
  ];
  return {
    groups: grouped(changes, pairs, after),
    passages: [...prose.reworded].sort((a, b) => placeOf(a) - placeOf(b)),
    findings: findingChanges(before.findings, after.findings),
  };
}

function readVersion(analysis: Analysis, version: 'before' | 'after', pairs: SectionPairs): Version {
  const { report } = analysis;
  const { sections, vocabulary } = report;
  const judged = judgementThings(report, pairs.placeOf, version);
  const isJudged = overlapsAny(takenBy(judged));
  const fields = sections.flatMap((section) => sectionFields(section, isJudged));
  const isField = overlapsAny(takenBy([...judged, ...fields]));
  const rows = sections.flatMap((section) => rowThings(section, vocabulary, isField));
  const actions = sections.flatMap((section) => listActions(section, vocabulary));
  const isAction = overlapsAny(takenBy(actions));
  const asked = sections
    .flatMap((section) => recommendationThings(section))
    .filter(({ name }) => !isAction(name.span) && !isField(name.span));
  const things = [...documentFields(report), ...judged, ...fields, ...rows, ...actions, ...asked];
  return {
    analysis,
    things,
    measures: sections.flatMap((section) => measureThings(report, section)),
    passages: passagesOf(report, overlapsAny(takenBy(things))),
  };
}

function takenBy(things: readonly Thing[]): readonly Span[] {
  return things.flatMap(({ takes }) => takes).filter(({ from, to }) => to > from);
}

/** What of a section that is new or gone is worth telling besides the section itself. */
const OWN_NEWS: ReadonlySet<Change['kind']> = new Set(['judgement', 'action', 'recommendation']);

function thingChanges(
  { pairs, gone, fresh }: Matched<Thing>,
  sections: SectionPairs,
): readonly PlacedChange[] {
  const lost = new Set(sections.gone);
  const added = new Set(sections.fresh);
  const isNews = ({ kind, section }: Thing, whole: ReadonlySet<Section>) =>
    section === undefined || OWN_NEWS.has(kind) || !whole.has(section);
  return [
    ...pairs.flatMap(changesOf),
    ...gone.filter((thing) => isNews(thing, lost)).map((thing) => lone(thing, 'before')),
    ...fresh.filter((thing) => isNews(thing, added)).map((thing) => lone(thing, 'after')),
  ];
}

function measureChanges({ pairs, gone, fresh }: Matched<MeasureThing>): readonly PlacedChange[] {
  return [
    ...pairs.flatMap((pair) => {
      const own = { version: 'after' as const, section: pair.after.section };
      return figureChanges(pair).map((change) => ({ change, in: own }));
    }),
    ...goneChanges(pairs),
    ...gone.map((thing) => lone(thing, 'before')),
    ...fresh.map((thing) => lone(thing, 'after')),
  ];
}

/** What has changed in running text; the text of sections that are new or gone as a whole is told of with them. */
function proseChanges(
  before: readonly Passage[],
  after: readonly Passage[],
  sections: SectionPairs,
): SentenceChanges {
  const { gone, fresh } = passagesApart(before, after, sections.placeOf);
  const lost = new Set(sections.gone);
  const added = new Set(sections.fresh);
  return sentenceChanges(
    gone.filter(({ section }) => !lost.has(section)),
    fresh.filter(({ section }) => !added.has(section)),
    sections.placeOf,
  );
}

function placeOf({ before, after }: ChangedPassage): number {
  return after?.span.from ?? before?.span.from ?? 0;
}

/** The changes section by section in reading order of the later version; what is gone stands where its section stood. */
function grouped(
  changes: readonly PlacedChange[],
  sections: SectionPairs,
  { report }: Analysis,
): readonly ChangeGroup[] {
  const now = new Map(sections.pairs.map(({ before, after }: Pair<Section>) => [before, after]));
  const groups = new Map<Section | undefined, PlacedChange[]>();
  for (const placed of changes) {
    const { version, section } = placed.in;
    const home = version === 'after' || section === undefined ? section : (now.get(section) ?? section);
    const known = groups.get(home);
    if (known === undefined) groups.set(home, [placed]);
    else known.push(placed);
  }
  const later = new Set(report.sections);
  const order = (section: Section | undefined): number => {
    if (section === undefined) return -1;
    if (later.has(section)) return section.index;
    // Behind the last section before it that is there still.
    const kept = [...now].filter(([one]) => one.index < section.index).map(([, other]) => other.index);
    return Math.max(-0.5, ...kept) + 0.5;
  };
  return [...groups]
    .map(([section, own]) => ({ section, own, at: order(section) }))
    .sort((a, b) => a.at - b.at)
    .map(({ section, own }) => ({
      section: section === undefined || section.heading === undefined ? undefined : trailOf(section),
      changes: own.map(({ change }) => change).sort((a, b) => rank(a) - rank(b)),
    }));
}

/** Within a section what weighs most comes first, and what is alike stands in reading order. */
const KINDS: readonly Change['kind'][] = ['section', 'judgement', 'status', 'field'];

function rank({ kind, after, before }: Change): number {
  const weight = KINDS.includes(kind) ? KINDS.indexOf(kind) : KINDS.length;
  return weight * 1e9 + (after?.span.from ?? before?.span.from ?? 0);
}

/** `Timeliness of visits › Metrics`: a plan has a section of that name for each of its priorities. */
function trailOf(section: Section): string {
  const above = section.parent?.heading === undefined ? '' : `${trailOf(section.parent)} › `;
  return `${above}${nameOf(section)}`;
}
