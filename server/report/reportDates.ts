import { type Block, placeSpan } from '../model/block.ts';
import type { Span } from '../text/span.ts';
import { compareDates } from '../values/calendar.ts';
import { READ_ANEW, type TimeReader } from '../values/times.ts';
import { type ElapsedClaim, readElapsed } from './elapsed.ts';
import { type DatedWords, type EventMention, readEvents } from './events.ts';
import { Latest } from './latest.ts';
import { readOwnEvent } from './ownEvent.ts';
import type { Report } from './report.ts';

/** What a block says of times that other blocks speak of too. */
export interface BlockDates {
  readonly events: readonly EventMention[];
  /** When the inspection or visit took place that the document is about. */
  readonly own: readonly DatedWords[];
  readonly elapsed: readonly ElapsedClaim[];
  /** Stretches of days that end before they begin. */
  readonly reversed: readonly ReversedRange[];
}

/** A stretch from one day to an earlier one, in the block's source. */
export interface ReversedRange {
  readonly at: Span;
  readonly first: string;
  readonly second: string;
}

/** What was read of blocks and of the report that they make, for as long as these are the same. */
export interface DatesMemo {
  readonly blocks: WeakMap<Block, BlockDates>;
  readonly reports: Latest<Report, ReportDates>;
}

/** A memo that knows nothing yet. */
export function noDates(): DatesMemo {
  return { blocks: new WeakMap(), reports: new Latest() };
}

/** What all blocks of a report say of times, each at its place in the document. */
export interface ReportDates {
  readonly events: readonly Placed<EventMention>[];
  readonly own: readonly Placed<DatedWords>[];
  readonly elapsed: readonly Placed<ElapsedClaim>[];
  readonly reversed: readonly Placed<ReversedRange>[];
}

/** What stands somewhere, with its place in the document. */
export type Placed<Said> = Said & { readonly place: Span };

/** What a report says of times. It is gone through once, however many rules ask. */
export function datesIn(report: Report, memo: DatesMemo): ReportDates {
  return memo.reports.of(report, () => gathered(report, memo));
}

function gathered(report: Report, memo: DatesMemo): ReportDates {
  const dates = { events: [], own: [], elapsed: [], reversed: [] } as {
    [Key in keyof ReportDates]: ReportDates[Key][number][];
  };
  for (const placed of report.model.blocks) {
    const said = datesOf(placed.block, memo);
    if (said === NOTHING) continue;
    const at = <Said extends { readonly at: Span }>(one: Said) => ({
      ...one,
      place: placeSpan(placed, one.at),
    });
    dates.events.push(...said.events.map(at));
    dates.own.push(...said.own.map(at));
    dates.elapsed.push(...said.elapsed.map(at));
    dates.reversed.push(...said.reversed.map(at));
  }
  return dates;
}

const NOTHING: BlockDates = { events: [], own: [], elapsed: [], reversed: [] };

/** What a block says of times. Kept in the memo for as long as the block is the same. */
export function datesOf(block: Block, memo: DatesMemo, reader: TimeReader = READ_ANEW): BlockDates {
  const known = memo.blocks.get(block);
  if (known !== undefined) return known;
  const own = {
    events: readEvents(block, reader),
    own: readOwnEvent(block, reader),
    elapsed: readElapsed(block),
    reversed: readReversed(block, reader),
  };
  const isEmpty = Object.values(own).every((list: readonly unknown[]) => list.length === 0);
  const dates = isEmpty ? NOTHING : own;
  memo.blocks.set(block, dates);
  return dates;
}

/** Only such words say that the second day is the last: two days may also be compared. */
const LEAD = /^(?:from|between)\s/i;
/** "fell from 26 to 24 June 2013" is a figure and a date. */
const CHANGED =
  /\b(?:up|down|went|fell|fallen|rose|risen|grew|grown|(?:reduc|increas|dropp|decreas|declin|improv|mov|chang)(?:ed|ing|e|es|s)?)\s*$/i;

function readReversed(block: Block, { dates }: TimeReader): readonly ReversedRange[] {
  if (block.kind === 'code' || block.kind === 'comment') return [];
  return block.leaves.flatMap(({ prose, quoted }) => {
    const { text } = prose;
    if (quoted || !/\b(?:from|between)\s+(?:the\s+)?\p{L}*\s*\d/iu.test(text)) return [];
    return dates(text).flatMap((mention) => {
      if (mention.kind !== 'range' || !LEAD.test(text.slice(mention.from, mention.to))) return [];
      const { start, end } = mention;
      if (CHANGED.test(text.slice(Math.max(0, mention.from - 20), mention.from))) return [];
      if (!start.exists || !end.exists || compareDates(start.date, end.date) <= 0) return [];
      const first = text.slice(start.from, start.to);
      // "From 25 November to 6 January 2012" leaves the first year out, as everyone does.
      const isWhole =
        /\d{4}\s*$/.test(first) ||
        (/^\D*\d{1,2}(?:st|nd|rd|th)?$/.test(first) && start.date.month === end.date.month);
      if (!isWhole) return [];
      return [
        { at: prose.sourceSpan(mention.from, mention.to), first, second: text.slice(end.from, end.to) },
      ];
    });
  });
}
