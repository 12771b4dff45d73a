import { compareDates } from './calendar.ts';
import { type DueItem, dueItems, hasPhrase, phrases, spelt } from './dueItems.ts';
import { type DueTime, wholeDate } from './dueTimes.ts';
import { ENGLISH_TIMESCALES as WORDS } from './timescaleWords.ts';
import { tokenise } from './tokens.ts';

/** What a timescale says. */
export type Due =
  /** Until then; a month is due on its last day. */
  | { readonly kind: 'by'; readonly on: DueTime }
  /** Done: `on` is when, as the words have it, and `due` a time that stands before them. */
  | { readonly kind: 'done'; readonly on: DueTime | undefined; readonly due: DueTime | undefined }
  /** Ended without being done: "Superseded". */
  | { readonly kind: 'dropped' }
  /** Comes back, or goes on without an end: "weekly", "rolling programme", "continuing". */
  | { readonly kind: 'recurring' }
  /** Begun, or to begin, with no end told: "From September 2019". */
  | { readonly kind: 'open'; readonly since: DueTime | undefined }
  /** Put off to no time at all: "ASAP", "when resources allow". */
  | { readonly kind: 'vague' }
  /** An answer of none: "–", "N/A", "Ditto". */
  | { readonly kind: 'none' }
  /** Something else, of which nothing follows. */
  | { readonly kind: 'prose' };

/** A timescale is told in fewer characters; what is longer tells a story. */
const LONGEST = 400;
/** What is said of how far an action has got is read to here. */
const LONGEST_STORY = 2_000;

const TO_TIME: ReadonlySet<string> = new Set(WORDS.toTime);
const TO_DEADLINE: ReadonlySet<string> = new Set(WORDS.toDeadline);
const NONE: ReadonlySet<string> = new Set(WORDS.none.map(spelt));
const LATE = phrases(WORDS.late);
const EARLY = phrases(WORDS.early);
const SETTLED = new RegExp(`\\d[^\\d]{0,20}\\b(?:${WORDS.settled.join('|')})\\W*$`, 'i');
const UNFINISHED = phrases(WORDS.unfinished);
const MEANS_BEGIN: readonly string[] = WORDS.whenMeans.begins.map(spelt);
const MEANS_END: readonly string[] = WORDS.whenMeans.ends.map(spelt);

/** Reads what stands in a column of timescales: `By end of January 2020`, `Completed`, `Monthly`, `TBC`. */
export function readDue(text: string): Due {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return { kind: 'prose' };
  const words = spelt(trimmed).replace(/ \.$/, '');
  if (NONE.has(words) || /^[- ]+$/.test(words)) return { kind: 'none' };
  const items = dueItems(tokenise(trimmed));
  const times = items.flatMap(({ time }) => time ?? []);
  if (times.length === 0 && putsOff(items)) return { kind: 'vague' };
  const has = (kind: DueItem['kind']) => items.some((item) => item.kind === kind);
  const told = items.findIndex(({ kind }, index) => {
    return kind === 'dropped' || kind === 'recurring' || (isDone(items, index) && counts(items, kind));
  });
  const kind = items[told]?.kind;
  if (kind === 'dropped' || kind === 'recurring') return { kind };
  if (kind !== undefined) return doneAt(items, told);
  if (times.length === 0 && isVague(items, words)) return { kind: 'vague' };
  if (items.some((_, index) => opens(items, index))) return { kind: 'open', since: times[0] };
  if (has('other') || has('complete') || has('vague') || has('vague-lead')) {
    return { kind: 'prose' };
  }
  const [first, ...rest] = times;
  if (first === undefined) return { kind: 'prose' };
  return { kind: 'by', on: rest.reduce((late, own) => (endsLater(own, late) ? own : late), first) };
}

/** How much of what is told of an action says that it is done: all, some of it, or nothing. */
export function completionIn(text: string): 'whole' | 'part' | undefined {
  const items = dueItems(tokenise(text.slice(0, LONGEST_STORY)));
  const told = items.some(({ kind }, index) => {
    return kind === 'dropped' || (isDone(items, index) && counts(items, kind));
  });
  return told ? (isWhole(items) ? 'whole' : 'part') : undefined;
}

/** Whether nothing is told besides. In a sentence "held" and "issued" may tell of one step, so they count alone. */
function counts(items: readonly DueItem[], kind: DueItem['kind']): boolean {
  return kind !== 'step-done' || isWhole(items);
}

function isWhole(items: readonly DueItem[]): boolean {
  return !items.some(({ kind }) => kind === 'other');
}

/** Whether a text says of itself that something is late or has been put off. */
export function saysLate(text: string): boolean {
  return hasPhrase(text.slice(0, LONGEST_STORY), LATE);
}

/** Whether a text says that something was done before its time: "Completed early". */
export function saysEarly(text: string): boolean {
  return hasPhrase(text.slice(0, LONGEST_STORY), EARLY);
}

/** Whether a word behind a time leaves open what was settled, the thing or its time: "May 2024 (agreed)". */
export function endsSettled(text: string): boolean {
  return SETTLED.test(text.slice(-LONGEST));
}

/** Whether a text says that something is not done yet. */
export function saysUnfinished(text: string): boolean {
  return hasPhrase(text.slice(0, LONGEST_STORY), UNFINISHED);
}

/** The times that a text tells, each with whether a word of completion leads to it: "Completed on 30 September 2020". */
export function timesTold(text: string): readonly { readonly time: DueTime; readonly isDone: boolean }[] {
  const items = dueItems(tokenise(text.slice(0, LONGEST_STORY)));
  return items.flatMap(({ time }, index) => {
    return time === undefined ? [] : [{ time, isDone: isDoneOn(items, leadTo(items, index)) }];
  });
}

/** Whether an item says that something is done. Before a time "complete" may be an instruction: "complete by May". */
function isDone(items: readonly DueItem[], index: number): boolean {
  const item = items[index];
  if (item?.kind !== 'complete') return item?.kind === 'done' || item?.kind === 'step-done';
  return !TO_DEADLINE.has(items[index + 1]?.words ?? '');
}

/** Whether a time behind an item is that of its completion. "Start in May, complete in July" tells what is to be done. */
function isDoneOn(items: readonly DueItem[], index: number): boolean {
  return items[index]?.kind !== 'complete' && isDone(items, index);
}

/** The item before the words that lead to a time. */
function leadTo(items: readonly DueItem[], index: number): number {
  let at = index - 1;
  while (at >= 0 && TO_TIME.has(items[at]?.words ?? '')) at -= 1;
  return at;
}

function doneAt(items: readonly DueItem[], done: number): Due {
  const on = isDoneOn(items, done)
    ? items.find((item, index) => item.time !== undefined && leadTo(items, index) === done)?.time
    : undefined;
  const due = items.slice(0, done).findLast(({ time }) => time !== undefined)?.time;
  return { kind: 'done', on, due };
}

/** Whether an item makes a first day of the time beside it. What ends is not open: "from May to July 2020", "start of June". */
function opens(items: readonly DueItem[], index: number): boolean {
  const [item, next] = [items[index], items[index + 1]];
  return item?.kind === 'open' && next?.time?.isRange !== true && next?.words !== 'of';
}

/** Whether a timescale without a time only puts off. */
function isVague(items: readonly DueItem[], words: string): boolean {
  const isMeans =
    MEANS_BEGIN.some((begin) => words.startsWith(`${begin} `)) &&
    MEANS_END.some((end) => words.endsWith(` ${end}`));
  const isPutOff = items.some(({ kind }) => kind === 'vague' || kind === 'vague-lead');
  return isMeans || (isPutOff && isWhole(items));
}

/** Whether the first word puts off, whatever follows: "TBC once the board has met". */
function putsOff(items: readonly DueItem[]): boolean {
  return items.find(({ words }) => /[\p{L}\p{N}]/u.test(words))?.kind === 'vague-lead';
}

function endsLater(a: DueTime, b: DueTime): boolean {
  const [own, other] = [wholeDate(a.end), wholeDate(b.end)];
  // Of times of which one lacks its year the one behind counts.
  return own === undefined || other === undefined || compareDates(own, other) > 0;
}
