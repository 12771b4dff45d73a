import { type Block, type PlacedBlock, placeSpan } from '../../model/block.ts';
import type { MeasureDictionary } from '../../report/measureDictionary.ts';
import { anchorSpan, type Report, type Section } from '../../report/report.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { Time } from '../../values/times.ts';
import { Readings } from '../readings.ts';
import { leadsIntoAims, namesAims } from './aims.ts';
import { breakdownsIn } from './breakdownSeries.ts';
import { leadsIntoPart, namesPart } from './localities.ts';
import type { Mention, MentionMemo, ReviewCount, RowClaim, Series, SeriesPoint } from './mention.ts';
import { seriesIn } from './mentionSeries.ts';
import { mentionsOf } from './mentions.ts';
import { type Reported, reportedTime, timeKey } from './mentionTimes.ts';
import { type NamedMeasure, namedIn } from './namedFigures.ts';
import { reviewCountsOf } from './reviewCounts.ts';
import { rowClaimsOf } from './rowClaims.ts';

/** A mention with the block that states it. */
export interface PlacedMention {
  readonly mention: Mention;
  readonly placed: PlacedBlock;
  readonly section: Section;
  /** The times that the title above it and the words that lead into its list name. */
  readonly around: readonly Time[];
  /** When it holds, as times are compared; undefined where that is not known. */
  readonly when: string | undefined;
  /** The measure that the author named for it; undefined where its words say of what it is. */
  readonly named: NamedMeasure | undefined;
}

/** A claim on a measure's row with the block that makes it. */
export interface PlacedClaim {
  readonly claim: RowClaim;
  readonly placed: PlacedBlock;
  readonly section: Section;
}

/** A count of a review with the block that states it. */
export interface PlacedReview {
  readonly count: ReviewCount;
  readonly placed: PlacedBlock;
  readonly section: Section;
  readonly when: string | undefined;
}

/** A measure of a table with the section that has it. */
export interface PlacedSeries {
  readonly series: Series;
  readonly section: Section;
}

/** What a document says of measures that it speaks of more than once, by the words of their names. */
export interface Facts {
  readonly reported: Reported;
  readonly mentions: ReadonlyMap<string, readonly PlacedMention[]>;
  readonly series: ReadonlyMap<string, readonly PlacedSeries[]>;
  /** The shares of breakdowns. Two tables may break down different things below one name, so that they are not compared. */
  readonly breakdowns: ReadonlyMap<string, readonly PlacedSeries[]>;
  readonly claims: readonly PlacedClaim[];
  /** The counts of reviews, by the words that say what was looked at. */
  readonly reviews: ReadonlyMap<string, readonly PlacedReview[]>;
  readonly dictionary: MeasureDictionary;
  readonly memo: MentionMemo;
}

/** Gathers what blocks state. Nothing is read again whose block or section is the same. */
export function factsOf(report: Report, memo: MentionMemo): Facts {
  const mentions = new Map<string, PlacedMention[]>();
  const series = new Map<string, PlacedSeries[]>();
  const breakdowns = new Map<string, PlacedSeries[]>();
  const claims: PlacedClaim[] = [];
  const reviews = new Map<string, PlacedReview[]>();
  const reported = reportedTime(report);
  const state = (section: Section, placed: PlacedBlock, intro: PlacedBlock | undefined) => {
    const read = statedIn(placed.block, report.measures, memo);
    const counted = reviewCountsOf(placed.block, memo);
    if (read.length + counted.length > 0 && !isOfPart(section, intro, memo)) {
      const around = timesAround(report, section, intro, memo);
      const isAimed = isOfAims(section, intro, memo);
      for (const { mention, measure } of read) {
        if (isAimed && measure === undefined && mention.role === 'actual') continue;
        const when = mentionTime(mention, around, reported);
        file(mentions, mention.measure.key, { mention, placed, section, around, when, named: measure });
      }
      for (const count of counted) {
        const when = mentionTime({ time: count.time, before: [] }, around, reported);
        file(reviews, count.measure.key, { count, placed, section, when });
      }
    }
    for (const claim of rowClaimsOf(placed.block, memo)) claims.push({ claim, placed, section });
  };
  for (const section of report.sections) {
    let intro: PlacedBlock | undefined;
    for (const placed of section.own) {
      if (placed.block.kind !== 'item') intro = undefined;
      state(section, placed, intro);
      if (placed.block.source.trimEnd().endsWith(':')) intro = placed;
    }
    for (const own of seriesIn(section.content, report.measures, memo))
      for (const { key } of own.names) file(series, key, { series: own, section });
    for (const own of breakdownsIn(section, (block) => timesOf(block, memo), memo))
      for (const { key } of own.names) file(breakdowns, key, { series: own, section });
  }
  return { reported, mentions, series, breakdowns, claims, reviews, dictionary: report.measures, memo };
}

/** What a block states of measures: of a figure whose measure is named, its words no more. */
function statedIn(
  block: Block,
  dictionary: MeasureDictionary,
  memo: MentionMemo,
): readonly { readonly mention: Mention; readonly measure: NamedMeasure | undefined }[] {
  const named = namedIn(block, dictionary, memo);
  const places = new Set(named.map(({ mention }) => mention.numberAt.from));
  const read = mentionsOf(block, memo).filter(({ numberAt }) => !places.has(numberAt.from));
  return [...read.map((mention) => ({ mention, measure: undefined })), ...named];
}

function file<Own>(shelf: Map<string, Own[]>, key: string, own: Own): void {
  const known = shelf.get(key);
  if (known === undefined) shelf.set(key, [own]);
  else known.push(own);
}

/** Where a mention stands in the document. */
export function mentionSpan({ mention, placed }: PlacedMention): Span {
  return placeSpan(placed, mention.at);
}

/** Where a figure of a table stands in the document. */
export function pointSpan({ section }: PlacedSeries, { point }: SeriesPoint): Span {
  return anchorSpan(section, point.at);
}

/** Whether what is left out of one measure's words says nothing against its being the other: "aged 19 to 21". */
function detailsAgree(a: readonly string[], b: readonly string[]): boolean {
  return a.every((detail) => b.includes(detail)) || b.every((detail) => a.includes(detail));
}

/**
 * The one measure of a table that a mention can only be of; undefined where there is none, or where several have its name
 * and differ in what it leaves out.
 */
export function seriesOfMention(facts: Facts, own: PlacedMention): PlacedSeries | undefined {
  const { key, details } = own.mention.measure;
  const all = facts.series.get(key) ?? facts.breakdowns.get(key) ?? [];
  if (own.named !== undefined) return seriesNamed(facts, own, own.named, all);
  const fitting = all.filter(({ series }) =>
    series.names.some((name) => name.key === key && detailsAgree(name.details, details)),
  );
  const [only] = fitting;
  return fitting.length === 1 ? only : undefined;
}

/** Of the tables with the measure that a figure is named for, the first that gives it for the same time at another place. */
function seriesNamed(
  facts: Facts,
  own: PlacedMention,
  { def }: NamedMeasure,
  all: readonly PlacedSeries[],
): PlacedSeries | undefined {
  const at = mentionSpan(own);
  return all.find((row) => {
    const point = pointFor(facts, own, row);
    const isOf = facts.dictionary.find(row.series.measure.name.text) === def;
    return isOf && point !== undefined && !overlaps(pointSpan(row, point), at);
  });
}

/** Whether what stands here is of a part of those that the document speaks of, by the title or the lead above it. */
function isOfPart(section: Section, intro: PlacedBlock | undefined, memo: MentionMemo): boolean {
  if (intro !== undefined && isPart(intro.block, memo)) return true;
  for (let at: Section | undefined = section; at !== undefined; at = at.parent) {
    if (at.heading !== undefined && at.content.role === undefined && isPart(at.heading.block, memo))
      return true;
  }
  return false;
}

/** Whether what stands here is aimed at, by the title or the lead above it. */
function isOfAims(section: Section, intro: PlacedBlock | undefined, memo: MentionMemo): boolean {
  const headings = intro === undefined ? [] : [intro.block];
  for (let at: Section | undefined = section; at !== undefined; at = at.parent) {
    if (at.heading !== undefined) headings.push(at.heading.block);
  }
  return headings.some((block) => isAim(block, memo));
}

function isAim(block: Block, memo: MentionMemo): boolean {
  const known = memo.aims.get(block);
  if (known !== undefined) return known;
  const { heading, source } = block;
  const own =
    heading === undefined
      ? leadsIntoAims(source)
      : namesAims(heading.prose.text.slice(heading.name.from, heading.name.to));
  memo.aims.set(block, own);
  return own;
}

function isPart(block: Block, memo: MentionMemo): boolean {
  const known = memo.parts.get(block);
  if (known !== undefined) return known;
  const { heading, source } = block;
  const own =
    heading === undefined
      ? leadsIntoPart(source, timesOf(block, memo).length > 0)
      : namesPart(heading.prose.text);
  memo.parts.set(block, own);
  return own;
}

/** The nearest title that names times, or the words that lead into the list. */
function timesAround(
  { titleHeading }: Report,
  section: Section,
  intro: PlacedBlock | undefined,
  memo: MentionMemo,
): readonly Time[] {
  const own = intro === undefined ? [] : timesOf(intro.block, memo);
  if (own.length > 0) return own;
  for (let at: Section | undefined = section; at !== undefined; at = at.parent) {
    // The title of the document says of what time all of it is only where no field does.
    const times =
      at.heading === undefined || at.heading === titleHeading ? [] : timesOf(at.heading.block, memo);
    if (times.length > 0) return times;
  }
  return [];
}

/** The times that a block names. Kept in the memo for as long as the block is the same. */
export function timesOf(
  block: Block,
  memo: MentionMemo,
  readings: Readings = new Readings(),
): readonly Time[] {
  const known = memo.times.get(block);
  if (known !== undefined) return known;
  const times = [block.heading?.prose, ...block.leaves.map(({ prose }) => prose)].flatMap((prose) =>
    prose === undefined ? [] : readings.times(prose.text).map(({ time }) => time),
  );
  memo.times.set(block, times);
  return times;
}

/** What a document's own time is called where it has none. */
const WHENEVER = 'whenever';

/**
 * The time of a mention as it is compared: what its words say, else that of the title or the lead above it, else the period
 * that the document reports on. Undefined where it is not known: of a figure behind "In 2018 …" it may be that year.
 */
function mentionTime(
  mention: Pick<Mention, 'time' | 'before'>,
  around: readonly Time[],
  reported: Reported,
): string | undefined {
  if (mention.time !== undefined) return timeKey(mention.time, reported);
  const own = reported.period ?? WHENEVER;
  const titled = new Set(around.map((time) => timeKey(time, reported)));
  const [inherited = own] = titled;
  const before = new Set(mention.before.map((time) => timeKey(time, reported)));
  if (titled.size > 1 || (titled.size === 1 && [...titled][0] === undefined)) return undefined;
  return before.size === 0 || before.has(inherited) ? inherited : undefined;
}

/** The figure of a series at the time of a mention; undefined where it has none, or more than one. */
export function pointFor(
  facts: Facts,
  own: PlacedMention,
  { series }: PlacedSeries,
): SeriesPoint | undefined {
  const { mention } = own;
  const points = series.points(mention.role);
  if (mention.time?.kind === 'month' && facts.reported.end === undefined) {
    const { month } = mention.time;
    return points.findLast(
      ({ point: { period } }) => period?.kind === 'month' && period.start.month === month,
    );
  }
  const { when: time } = own;
  if (time === undefined) return undefined;
  const found = points.filter(({ key }) => key === time);
  const [only] = found;
  return found.length === 1 ? only : undefined;
}

/** Where the number of a mention stands in the document, without what it is counted in. */
export function numberSpan(own: PlacedMention): Span {
  return mentionSpan({ ...own, mention: { ...own.mention, at: own.mention.numberAt } });
}
