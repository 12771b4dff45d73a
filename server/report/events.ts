import type { Block } from '../model/block.ts';
import type { Prose } from '../syntax/prose.ts';
import type { Span } from '../text/span.ts';
import { ENGLISH_EVENTS } from '../values/eventWords.ts';
import type { Period } from '../values/periods.ts';
import type { TimeMention, TimeReader } from '../values/times.ts';
import { ORDINAL_WORDS, ordinalOf } from '../values/words.ts';

/** What tells one inspection, visit or review from others. */
export interface EventName {
  /** "inspection", "visit", "review". */
  readonly head: string;
  /** The words that make it one of a kind, in order of the alphabet: "focused", "unannounced". */
  readonly kinds: readonly string[];
  /** What it looked at. */
  readonly subjects: ReadonlySet<string>;
  /** Whose it was, or where. */
  readonly names: ReadonlySet<string>;
  /** That it was the third. */
  readonly ordinal: number | undefined;
  /** Whether the words say that none of its kind came later; "previous" may say so, or of the one before. */
  readonly rank: 'latest' | 'previous' | undefined;
  readonly isDefinite: boolean;
}

/** A time that a passage names. */
export interface DatedWords {
  readonly when: Period;
  /** The words of the time alone, in the block's source. */
  readonly at: Span;
  readonly text: string;
  /** Whether the words stand in the source as they are read. */
  readonly isPlain: boolean;
}

/** An inspection, visit or review with the time that a passage gives it. */
export interface EventMention extends DatedWords {
  readonly name: EventName;
}

const { heads, begins, governs, happens, breaks, noise, kinds, latest, none, places, previous } =
  ENGLISH_EVENTS;
/** A name has no more words than this before its head. */
const MOST_WORDS = 9;
const HEADS = heads.join('|');
const HINT = new RegExp(`\\b(?:${HEADS}|judged|rated|graded)\\b`, 'i');
/** A name is looked for no further than this before and behind its time. */
const REACH = 220;
const BEHIND_HEAD = new RegExp(
  String.raw`\b(?<head>${HEADS})(?<subject>\s+(?:of|into|for)\s.{1,130}?)?(?:,?\s+(?:${happens.join('|')}))*,?\s*$`,
  'i',
);
const BEHIND_TIME = new RegExp(String.raw`^\s(?<between>(?:[\p{L}’'-]+\s){0,4}?)(?<head>${HEADS})\b`, 'iu');
/** A statement about the subject of the sentence, where no "which" ties it to the words before. */
const HAPPENED = /^(?!.{0,200}\b(?:which|that)\b).{0,200}\s(?:was|were|has been|had been|took place)\b/i;
/** What makes the name behind it a part of another one. The date of an inspection is its own. */
const GOVERNED = new RegExp(
  String.raw`(?<!\bdates?)(?<=\S)\s(?:${governs.join('|')})(?:\s+(?:${begins.join('|')}))?(?:\s+(?!(?:${[...governs, ...begins].join('|')}|and|but)\b)[\p{L}’'-]+){0,5}\s*$`,
  'iu',
);
const SENTENCE = /[.!?;:•](?=\s)/g;
const PLACE = new RegExp(`\\b(?:${places.join('|')})\\b`, 'i');
const OWN = /^[,\s]*(?:in|on|during|of|at|the)\s+/i;

/** Every inspection, visit and review that the running text of a block puts at a time. */
export function readEvents(block: Block, { times }: TimeReader): readonly EventMention[] {
  if (block.kind === 'code' || block.kind === 'comment' || block.kind === 'heading') return [];
  return block.leaves.flatMap(({ prose, quoted }) => {
    const { text } = prose;
    if (quoted || !HINT.test(text) || !/\d{4}/.test(text)) return [];
    return inText(text, times(text)).map(({ at, name, when }) => ({
      name,
      ...placed(prose, block, at, when),
    }));
  });
}

/** The time at a place of a passage, with its place in the block. */
export function placed(prose: Prose, block: Block, at: Span, when: Period): DatedWords {
  const span = prose.sourceSpan(at.from, at.to);
  const text = prose.text.slice(at.from, at.to);
  return { when, at: span, text, isPlain: block.source.slice(span.from, span.to) === text };
}

interface Found {
  readonly name: EventName;
  readonly when: Period;
  /** In the passage. */
  readonly at: Span;
}

function inText(text: string, times: readonly TimeMention[]): readonly Found[] {
  return times.flatMap((mention, index) => {
    if (mention.time.kind !== 'period') return [];
    const start = sentenceStart(text, mention.from);
    if (PLACE.test(text.slice(start, mention.from))) return [];
    const when = joined(text, times[index - 1], mention);
    const before = text.slice(Math.max(start, when.from - REACH), when.from);
    const name = nameBefore(before) ?? judgedBefore(before) ?? nameBehind(text, mention, before);
    if (name === undefined) return [];
    return [{ name, when: when.period, at: bare(text, when) }];
  });
}

interface Placed extends Span {
  readonly period: Period;
}

/** "November and December 2010" is one time. */
function joined(text: string, before: TimeMention | undefined, { from, to, time }: TimeMention): Placed {
  const period = (time as Extract<TimeMention['time'], { kind: 'period' }>).period;
  const isOne =
    before?.time.kind === 'month' &&
    period.kind === 'month' &&
    /^\s*(?:and|&|\/)\s*$/.test(text.slice(before.to, from));
  if (before?.time.kind !== 'month' || !isOne) return { from, to, period };
  const { month } = before.time;
  const year = month > period.start.month ? period.start.year - 1 : period.start.year;
  return {
    from: before.from,
    to,
    period: { kind: 'range', start: { year, month, day: 1 }, end: period.end },
  };
}

/** A time in a text without the words that lead to it. */
export function bare(text: string, { from, to }: Span): Span {
  let at = from;
  for (let lead = OWN.exec(text.slice(at, to)); lead !== null; lead = OWN.exec(text.slice(at, to)))
    at += lead[0].length;
  return { from: at, to };
}

/** Where the sentence around a place begins, looked for no further than 400 characters before it. */
export function sentenceStart(text: string, at: number): number {
  const lead = text.slice(Math.max(0, at - 400), at);
  const end = [...lead.matchAll(SENTENCE)].at(-1);
  return at - lead.length + (end === undefined ? 0 : end.index + 1);
}

/** The event whose name ends right before a time: "the last inspection of X, in January 2019". */
function nameBefore(before: string): EventName | undefined {
  const match = BEHIND_HEAD.exec(before);
  if (match === null) return undefined;
  const { head = '', subject = '' } = match.groups ?? {};
  const words = wordsOf(subject);
  if (words.some((word) => breaks.includes(word.toLowerCase()) || heads.includes(word.toLowerCase())))
    return undefined;
  const lead = before.slice(0, match.index);
  // "The visit before the inspection was in July": what is said to have been then is the visit.
  if (HAPPENED.test(match[0]) && GOVERNED.test(lead)) return undefined;
  return nameOf(lead, head, words);
}

const JUDGED =
  /(?<since>\bsince\s[^.,;]{0,80}?\s)?(?:was|were|been)\s+(?:last\s+)?(?:judged|rated|graded)\s+(?:to be\s+|as\s+)?["“‘']?(?<label>\p{L}[\p{L} -]{2,40}?)["”’']?(?:\s+overall)?(?:\s+by\s+Ofsted)?,?\s*$/iu;

/** "since the council was judged inadequate in March 2017": a judgement has no other name than what it said. */
function judgedBefore(before: string): EventName | undefined {
  const { label, since } = JUDGED.exec(before)?.groups ?? {};
  if (label === undefined) return undefined;
  const none: ReadonlySet<string> = new Set();
  const said = { kinds: [label.toLowerCase()], subjects: none, names: none, ordinal: undefined };
  return { head: 'judgement', ...said, rank: since === undefined ? undefined : 'latest', isDefinite: false };
}

/** The event whose name follows its time: "the September 2016 SIF inspection". */
function nameBehind(text: string, { to }: Span, before: string): EventName | undefined {
  const match = BEHIND_TIME.exec(text.slice(to, to + 80));
  const lead = /(?:^|\s)(?:the|its|their|our|a|an)\s*$/i.exec(before);
  if (match === null || lead === null) return undefined;
  const { between = '', head = '' } = match.groups ?? {};
  return nameOf(`${lead[0].trim()} ${between}`, head, []);
}

function wordsOf(text: string): readonly string[] {
  return text.replace(/\blooked after\b/gi, 'looked-after').match(/[\p{L}\d][\p{L}\d’'-]*/gu) ?? [];
}

const POSSESSIVE = /[’']s?$/;
/** Whose it is where it is no body's: "her last review", "the child's last review". */
const PERSONAL =
  /^(?:her|his|(?!(?:council|authority|service|county|borough|city|trust|board)[’'])\p{Ll}+[’']s?)$/u;

function nameOf(before: string, head: string, subject: readonly string[]): EventName | undefined {
  // Behind a comma another part of the sentence begins.
  const part = before.slice(before.search(/[^,()–—]*$/));
  const all = wordsOf(part);
  const from = all.findLastIndex((word) => begins.includes(word.toLowerCase()) || POSSESSIVE.test(word));
  const own = from < 0 ? [] : all.slice(bodyStart(all, from));
  if (own.length === 0 || own.length > MOST_WORDS) return undefined;
  const opening = all[from] ?? '';
  const lower = own.map((word) => word.toLowerCase());
  const phrase = ` ${lower.map((word) => word.replace(POSSESSIVE, '')).join(' ')} `;
  const has = (words: string) => phrase.includes(` ${words} `);
  if (none.some(has) || lower[0] === 'this' || own.some((word) => breaks.includes(word.toLowerCase())))
    return undefined;
  if (PERSONAL.test(opening)) return undefined;
  const ofKinds = kinds.filter(has).sort();
  // A review or visit of no kind is often that of one child, of which there are many.
  if (!/inspection$/i.test(head) && (ofKinds.length === 0 || ofKinds.includes('case'))) return undefined;
  const ordinals = lower.flatMap((word) => numberOf(word) ?? []);
  const rest = [...own.filter((word) => !isSaid(word.toLowerCase())), ...subject];
  const named = rest.filter((word) => /^\p{Lu}\P{Lu}/u.test(word)).map(plain);
  return {
    head: head.toLowerCase(),
    kinds: ofKinds,
    // What is written in capitals is a field of work: "SEND".
    subjects: new Set(
      rest
        .filter((word) => /^(?:\p{Ll}|\p{Lu}{2,}(?:[’']s?)?$)/u.test(word))
        .map(plain)
        .filter((word) => !noise.includes(word)),
    ),
    names: new Set(
      named.filter((word) => !noise.includes(word) && !kinds.includes(word) && !begins.includes(word)),
    ),
    ordinal: ordinals[0],
    rank: latest.some(has) ? 'latest' : previous.some(has) ? 'previous' : undefined,
    isDefinite: !/^an?$/i.test(opening),
  };
}

/** Where the name of the body begins whose a thing is: at "fire" of "the fire service's last inspection". */
function bodyStart(words: readonly string[], from: number): number {
  if (!POSSESSIVE.test(words[from] ?? '')) return from;
  const isOfName = (word: string) => {
    const lower = word.toLowerCase();
    return !begins.includes(lower) && !breaks.includes(lower) && !governs.includes(lower);
  };
  let start = from;
  while (start > 0 && isOfName(words[start - 1] ?? '')) start -= 1;
  // Without a word that begins it a name is no longer than its words in capitals.
  if (start > 0 && begins.includes((words[start - 1] ?? '').toLowerCase())) return start;
  const names = words.slice(start, from);
  return start + names.findLastIndex((word) => !/^(?:\p{Lu}|and$|&$)/u.test(word)) + 1;
}

/** Whether a word of a name is no part of what the event was about. */
function isSaid(whole: string): boolean {
  const word = whole.replace(POSSESSIVE, '');
  return (
    kinds.some((kind) => kind.split(' ').includes(word)) ||
    [...latest, ...previous].some((words) => words.split(' ').includes(word)) ||
    begins.includes(word) ||
    numberOf(word) !== undefined
  );
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .replace(/[’']s$/, '')
    .replace(/[’']/g, '');
}

const FIGURE = /^\d{1,2}(?:st|nd|rd|th)$/;

function numberOf(word: string): number | undefined {
  if (FIGURE.test(word)) return Number.parseInt(word, 10);
  return ORDINAL_WORDS.includes(word) ? ordinalOf(word) : undefined;
}
