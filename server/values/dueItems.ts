import { addDays } from './calendar.ts';
import { type DueTime, dueTimeAt, wholeDate } from './dueTimes.ts';
import { ENGLISH_TIMESCALES as WORDS } from './timescaleWords.ts';
import { isDash, isPlainInteger, type Token } from './tokens.ts';

/** What a word or phrase of a timescale says. */
type Sign =
  | 'recurring'
  | 'open'
  | 'vague'
  | 'vague-lead'
  | 'done'
  | 'step-done'
  | 'complete'
  | 'dropped'
  | 'week';

/** A piece of a timescale: a time, a word that counts, one that leaves a time what it is, or any other. */
export interface DueItem {
  /** The tokens that it is made of. */
  readonly from: number;
  readonly next: number;
  readonly kind: Sign | 'time' | 'beside' | 'other';
  /** Its words in lower case, with blanks between. */
  readonly words: string;
  readonly time?: DueTime;
}

/** Phrases as their words, by the first of these. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

const SIGNS: readonly (readonly [Sign, Phrases])[] = [
  ['dropped', phrases(WORDS.dropped)],
  ['done', phrases(WORDS.done)],
  ['step-done', phrases(WORDS.stepDone)],
  ['complete', phrases(WORDS.complete)],
  ['week', phrases([...WORDS.weeks.begins, ...WORDS.weeks.ends])],
  ['vague-lead', phrases(WORDS.vagueLeads)],
  ['vague', phrases(WORDS.vague)],
  ['recurring', phrases(WORDS.recurring)],
  ['open', phrases(WORDS.open)],
];
const BESIDE = phrases(WORDS.beside);
const PARTS: ReadonlySet<string> = new Set(WORDS.parts);
const BEGINS_WEEK: ReadonlySet<string> = new Set(WORDS.weeks.begins.map(spelt));
const BEFORE_DONE: ReadonlySet<string> = new Set(WORDS.beforeDone);
const UNDONE: ReadonlySet<string> = new Set(WORDS.undone);

/** Whether one of some phrases stands in a text, as whole words. */
export function hasPhrase(text: string, of: Phrases): boolean {
  const words = spelt(text).split(' ');
  return words.some((_, index) => longest(of, words, index) > 0);
}

/** Words as they are compared: in lower case, every dash and apostrophe the same, with one blank between pieces. */
export function spelt(text: string): string {
  return (text.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*|[^\s\p{L}\p{N}]/gu) ?? []).map(wordOf).join(' ');
}

function wordOf(text: string): string {
  if (/^[-‐‑‒–—−]$/.test(text)) return '-';
  return text.toLowerCase().replaceAll('’', "'");
}

/** Phrases made ready to be looked for. */
export function phrases(texts: readonly string[]): Phrases {
  const found = new Map<string, (readonly string[])[]>();
  for (const text of texts) {
    const words = spelt(text).split(' ');
    const first = words[0] ?? '';
    found.set(first, [...(found.get(first) ?? []), words]);
  }
  return found;
}

/** The pieces of a timescale in order. A word of completion that is taken back, "to be completed", leaves a time what it is. */
export function dueItems(tokens: readonly Token[]): readonly DueItem[] {
  const words = tokens.map(({ text }) => wordOf(text));
  const items: DueItem[] = [];
  for (let index = 0; index < tokens.length; ) {
    const item = itemAt(tokens, words, index, items);
    const isTakenBack = DONE.has(item.kind) && isUndone(items);
    items.push(isTakenBack ? { ...item, kind: 'beside' } : item);
    index = item.next;
  }
  return withYears(items);
}

const DONE: ReadonlySet<DueItem['kind']> = new Set(['done', 'step-done', 'complete']);

function itemAt(
  tokens: readonly Token[],
  words: readonly string[],
  from: number,
  before: readonly DueItem[],
): DueItem {
  const item = (kind: DueItem['kind'], length: number): DueItem => {
    return { from, next: from + length, kind, words: words.slice(from, from + length).join(' ') };
  };
  const sign = signAt(words, from);
  const beside = longest(BESIDE, words, from);
  if (sign !== undefined && sign.length >= beside) return item(sign.kind, sign.length);
  const time = dueTimeAt(tokens, from);
  if (time !== undefined) {
    return { ...item('time', time.next - from), time: wholeWeek(time.value, before) };
  }
  if (beside > 0) return item('beside', beside);
  // "Phase 2" leaves a time what it is.
  if (PARTS.has(words[from] ?? '')) return item('beside', isPlainInteger(tokens[from + 1], 1, 2) ? 2 : 1);
  return item(isMark(tokens[from]) ? 'beside' : 'other', 1);
}

function signAt(words: readonly string[], from: number): { kind: Sign; length: number } | undefined {
  let best: { kind: Sign; length: number } | undefined;
  for (const [kind, own] of SIGNS) {
    const length = longest(own, words, from);
    if (length > (best?.length ?? 0)) best = { kind, length };
  }
  return best;
}

/** How many words the longest phrase has that begins at `from`; 0 when none does. */
function longest(of: Phrases, words: readonly string[], from: number): number {
  let most = 0;
  for (const phrase of of.get(words[from] ?? '') ?? []) {
    if (phrase.length > most && phrase.every((word, at) => words[from + at] === word)) most = phrase.length;
  }
  return most;
}

/** Whether a sign says nothing by itself; a question mark and a share do. */
function isMark(token: Token | undefined): boolean {
  return isDash(token) || (token?.kind === 'symbol' && /^[.,;:()[\]/&+*"“”‘’'|_\p{So}]$/u.test(token.text));
}

/** Whether the words before take a word of completion back. */
function isUndone(before: readonly DueItem[]): boolean {
  const last = before.findLast(({ words }) => !BEFORE_DONE.has(words));
  if (last === undefined || last.kind === 'time') return false;
  if (last.words === '%') return before.at(-2)?.words !== '100';
  return UNDONE.has(last.words.split(' ').at(-1) ?? '') || /^\d+$/.test(last.words);
}

/** Of a week that is named by its first day all seven. */
function wholeWeek(time: DueTime, before: readonly DueItem[]): DueTime {
  const end = wholeDate(time.end);
  const lead = before.findLast(({ words }) => words !== 'the' && words !== ':');
  if (end === undefined || time.isRange || !BEGINS_WEEK.has(lead?.words ?? '')) return time;
  return { ...time, end: addDays(end, 6) };
}

const LISTS: ReadonlySet<string> = new Set(WORDS.lists);

/** Times without a year in a list take that of the next one that has it: "January and March 2020". */
function withYears(items: readonly DueItem[]): readonly DueItem[] {
  let next: DueTime | undefined;
  return items
    .toReversed()
    .map((item): DueItem => {
      const own = item.time;
      if (!LISTS.has(item.words) && own === undefined) next = undefined;
      if (own === undefined) return item;
      const year = next?.start.year;
      if (own.end.year !== undefined || year === undefined || next === undefined) {
        next = own.end.year === undefined ? undefined : own;
        return item;
      }
      const by = own.end.month > next.start.month ? 1 : 0;
      const time = {
        ...own,
        start: { ...own.start, year: year - by },
        end: { ...own.end, year: year - by },
      };
      next = time;
      return { ...item, time };
    })
    .toReversed();
}
