import type { DatedWords, EventMention, EventName } from '../../report/events.ts';
import type { Placed } from '../../report/reportDates.ts';
import { type CalendarDate, compareDates } from '../../values/calendar.ts';
import type { Period } from '../../values/periods.ts';

/** A mention of an event at its place in the document. */
export type PlacedEvent = Placed<EventMention>;

/** A mention that others speak against. */
export interface Odd {
  readonly event: PlacedEvent;
  /** Those that give the event another time, all the same one. */
  readonly others: readonly PlacedEvent[];
}

/** What is known of the document that the mentions stand in. */
export interface Around {
  /** The first day of what the document itself is about: what is no earlier is no past event. */
  readonly before: CalendarDate | undefined;
  /** The words of the name of the place that it is about. */
  readonly home: ReadonlySet<string>;
  /** Whether it reports on an inspection or visit, so that the previous one is the last one before it. */
  readonly isOfEvent: boolean;
}

/** More mentions of one kind than this come from a list of many, not from what a report says of one event. */
const MOST = 200;
/** An inspection of one kind comes no sooner again than after so many months. */
const SOONEST = 12;
/** What does come sooner again. */
const FREQUENT = [
  'unannounced',
  'announced',
  'monitoring',
  'focused',
  'interim',
  'targeted',
  'thematic',
  'peer',
  'internal',
];

/** Whether two periods have a day in common. */
export function overlap(a: Period, b: Period): boolean {
  return compareDates(a.start, b.end) <= 0 && compareDates(b.start, a.end) <= 0;
}

/** The mentions that give an event another time than more of the others do. */
export function oddMentions(events: readonly PlacedEvent[], around: Around): readonly Odd[] {
  const groups = new Map<string, PlacedEvent[]>();
  for (const event of events) {
    const key = `${event.name.head} ${event.name.kinds.join('+')}`;
    const group = groups.get(key) ?? [];
    group.push(event);
    groups.set(key, group);
  }
  return [...groups.values()].filter(({ length }) => length <= MOST).flatMap((group) => oddIn(group, around));
}

function oddIn(group: readonly PlacedEvent[], around: Around): readonly Odd[] {
  const votes = new Map(
    group.map((one) => [
      one,
      group.filter((other) => isAlike(one.name, other.name, around.home) && overlap(one.when, other.when))
        .length,
    ]),
  );
  const votesOf = (one: PlacedEvent) => votes.get(one) ?? 0;
  return group.flatMap((event, index) => {
    const against = group.filter((other, at) => {
      if (!isAlike(event.name, other.name, around.home) || !areAtOdds(event, other, around)) return false;
      // Of two that are said as often the one that is said later is shown.
      return votesOf(other) > votesOf(event) || (votesOf(other) === votesOf(event) && at < index);
    });
    const [first] = against;
    return first === undefined
      ? []
      : [{ event, others: against.filter(({ when }) => overlap(when, first.when)) }];
  });
}

/** Whether two names can be those of one event. */
function isAlike(a: EventName, b: EventName, home: ReadonlySet<string>): boolean {
  if (a.head !== b.head || a.kinds.join() !== b.kinds.join()) return false;
  if (a.ordinal !== undefined && b.ordinal !== undefined && a.ordinal !== b.ordinal) return false;
  if (!isOfSame(a.names, b.names, home)) return false;
  const [small, large] =
    a.subjects.size <= b.subjects.size ? [a.subjects, b.subjects] : [b.subjects, a.subjects];
  // What names no subject may be of any.
  if (small.size === 0) return large.size === 0;
  return [...small].every((word) => large.has(word));
}

/** Whether two events were in one place. Where no place is named it is that of the document, whose name `home` holds. */
function isOfSame(a: ReadonlySet<string>, b: ReadonlySet<string>, home: ReadonlySet<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  const within = small.size === 0 ? home : large;
  // One word in common says nothing: "Ash House" is not "Elm House".
  return [...(small.size === 0 ? large : small)].every((name) => within.has(name));
}

/** Whether two mentions of events with one name give times that cannot both be right. */
function areAtOdds(a: PlacedEvent, b: PlacedEvent, { before, isOfEvent }: Around): boolean {
  const isLatest = ({ name }: PlacedEvent) =>
    name.rank === 'latest' || (isOfEvent && name.rank === 'previous');
  if (overlap(a.when, b.when)) return false;
  if ((isLatest(a) && isLatest(b)) || (a.name.rank === 'previous' && b.name.rank === 'previous')) return true;
  if (a.name.ordinal !== undefined && a.name.ordinal === b.name.ordinal) return true;
  const [earlier, later] = compareDates(a.when.start, b.when.start) < 0 ? [a, b] : [b, a];
  const isPast = before !== undefined && compareDates(later.when.end, before) < 0;
  // Nothing of its kind can have come behind the most recent one.
  if (isLatest(earlier) && isPast) return true;
  const isRare = a.name.head === 'inspection' && !a.name.kinds.some((kind) => FREQUENT.includes(kind));
  const isOne = a.name.isDefinite && b.name.isDefinite && isRare && isPast;
  return (
    isOne && isOfMonths(a.when) && isOfMonths(b.when) && monthsBetween(earlier.when, later.when) < SOONEST
  );
}

function isOfMonths({ kind }: Period): boolean {
  return kind === 'day' || kind === 'month' || kind === 'range';
}

function monthsBetween(earlier: Period, later: Period): number {
  return (later.start.year - earlier.end.year) * 12 + later.start.month - earlier.end.month;
}

/** Whether the words of one time can stand where those of the other do: "in May 2018", but "on 5 May 2018". */
export function isSameForm(a: DatedWords, b: DatedWords): boolean {
  const isDay = ({ text }: DatedWords) => /^\D{0,20}\d{1,2}\D/.test(text) && !/^\D*\d{4}$/.test(text);
  return a.isPlain && b.isPlain && isDay(a) === isDay(b);
}
