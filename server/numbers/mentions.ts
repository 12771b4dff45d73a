import { type Block, cellsOf } from '../model/block.ts';
import type { Prose } from '../syntax/prose.ts';
import type { Quantity } from '../values/quantity.ts';
import { divide, multiply, type Rational, whole } from '../values/rational.ts';
import { type Time, type TimeMention, timesIn } from '../values/times.ts';
import { type Clause, clausesOf, FIGURE, masked, TIME } from './clauses.ts';
import { measureWords } from './measureWords.ts';
import type { MeasureWords, Mention, MentionMemo, MentionRole } from './mention.ts';
import { type Item, isWord } from './passage.ts';
import { Readings } from './readings.ts';
import { readShareTies } from './shares.ts';

/** A figure of a passage that may be a measure's, by where it begins. */
interface Stated {
  readonly quantity: Quantity;
  readonly derived: Rational | undefined;
  readonly part: Quantity | undefined;
  readonly whole: Rational | undefined;
  /** Where the figure of the whole ends. */
  readonly wholeTo?: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What was read of a passage before its clauses are. */
interface Passage {
  readonly prose: Prose;
  readonly text: string;
  readonly stated: ReadonlyMap<number, readonly Stated[]>;
  readonly times: ReadonlyMap<number, Time>;
}

/** The figures of measures that the prose of a block states. Kept in the memo for as long as the block is the same. */
export function mentionsOf(block: Block, memo: MentionMemo): readonly Mention[] {
  const known = memo.blocks.get(block);
  if (known !== undefined) return known;
  const mentions = [
    ...(block.kind === 'code' || block.kind === 'heading' ? [] : block.leaves).flatMap(({ prose }) =>
      inProse(prose, []),
    ),
    // In a cell a line end parts one statement from the next; in a paragraph it is where the line was full.
    ...cellsOf(block).flatMap(({ prose }) => inProse(prose, prose.breaks)),
  ];
  memo.blocks.set(block, mentions);
  return mentions;
}

/** Whether a passage may state a share, judged without reading it. A figure alone, as in a cell, is no sentence. */
function mayState(text: string): boolean {
  return text.length > 20 && /\d/.test(text);
}

function inProse(prose: Prose, breaks: readonly number[]): readonly Mention[] {
  if (!mayState(prose.text)) return [];
  const passage = passageOf(prose, breaks);
  if (passage.stated.size === 0) return [];
  const mentions: Mention[] = [];
  let subject: Subject | undefined;
  let opening: Clause | undefined;
  for (const clause of clausesOf(passage.text)) {
    const own =
      opening === undefined || isHarmless(opening, clause) ? readClause(passage, clause, subject) : undefined;
    opening = /^[.!?\n]/.test(clause.lead) && !clause.text.includes(FIGURE) ? clause : undefined;
    // What a clause that could not be read is about is not known, and neither is what "and 45% in May" behind it is of.
    subject =
      own?.subject ?? (clause.text.includes(FIGURE) || /^[.!?:;\n]/.test(clause.lead) ? undefined : subject);
    if (own !== undefined) mentions.push(...own.mentions);
  }
  return mentions;
}

/** What stands between a part and its whole, and names nothing. */
const CONNECTION = /^ (?:out )?of (?:the |our |all |its )?$/;

/** The number of a paragraph, which is no figure: `6.1`, `12.`. */
const PARAGRAPH = /^\s*(?:\d{1,3}(?:\.\d{1,3}){1,3}\.?|\d{1,3}\.)\s+(?=\S)/;

interface Sign {
  readonly from: number;
  readonly to: number;
  readonly sign: string;
}

const HARMLESS = new RegExp(
  String.raw`^\s*(?:(?:following|despite|based on|as a result of|due to|since|in line with|thanks to|to date|currently|however|in addition|also|for example|in contrast|as a result|again|encouragingly|disappointingly|positively|importantly|notably)\b.*|${TIME}|\s)*$`,
  'i',
);

/** Whether what opens a sentence and is parted by a mere comma says nothing of the figure behind it: "Over the year, 90%" does. */
function isHarmless(opening: Clause, { lead }: Clause): boolean {
  return !/^,\s*$/.test(lead) || HARMLESS.test(opening.text);
}

function passageOf(prose: Prose, breaks: readonly number[]): Passage {
  const { text } = prose;
  const readings = new Readings();
  const { stated, signs, inTies } = shareFigures(text, readings);
  for (const [index, { quantity, sentence }] of readings.passage(text).entries()) {
    if (quantity === undefined) continue;
    const { span, start, kind } = quantity;
    const own = {
      quantity,
      derived: undefined,
      part: undefined,
      whole: undefined,
      ...span,
      text: quantity.text,
    };
    if (kind === 'percentage') {
      const [tied] = stated.get(start) ?? [];
      const all = tied?.whole ?? wholeBehind(text, span.to);
      stated.set(start, [{ ...own, part: tied?.part, whole: all }, ...(tied ? [tied] : [])]);
    } else if (
      kind === 'count' &&
      !inTies.has(span.from) &&
      opensSentence(readings.passage(text), index, sentence)
    ) {
      stated.set(start, [{ ...own, part: quantity }]);
    }
    const sign = stated.has(start) ? FIGURE : inTies.has(span.from) ? ' ' : undefined;
    if (sign !== undefined) signs.push({ from: start, to: span.to, sign });
  }
  for (const at of breaks) signs.push({ from: at, to: at + 1, sign: '\n' });
  const number = PARAGRAPH.exec(text)?.[0].length ?? 0;
  if (number > 0) signs.push({ from: 0, to: number, sign: ' ' });
  const times = timesOf(text).filter(({ from, to }) => !signs.some((own) => own.from < to && from < own.to));
  return {
    prose,
    text: masked(text, [...signs, ...times.map(({ from, to }) => ({ from, to, sign: TIME }))]),
    stated,
    times: new Map(times.map(({ from, time }) => [from, time])),
  };
}

/** The count of those that a share is of: 436 of "73% of the 436 staff". */
function wholeBehind(text: string, from: number): Rational | undefined {
  const [, count] =
    /^ of (?:the|our|all|its) (\d{1,3}(?:,\d{3})*|\d{1,6})\b(?![.,]?\d|%)/.exec(
      text.slice(from, from + 24),
    ) ?? [];
  return count === undefined ? undefined : whole(Number(count.replaceAll(',', '')));
}

/** The times of a passage. Beside a year that is written a month without one may be of that year or of this one. */
function timesOf(text: string): readonly TimeMention[] {
  const times = timesIn(text);
  if (!times.some(({ time }) => time.kind === 'period')) return times;
  return times.map((own) => (own.time.kind === 'month' ? { ...own, time: { kind: 'other' } } : own));
}

function opensSentence(items: readonly Item[], index: number, sentence: number): boolean {
  const before = items[index - 1];
  const isFirst = before === undefined || before.sentence !== sentence || PARAGRAPH_END.test(before.lower);
  return isFirst && isWord(items[index + 1]) && items[index]?.quantity?.isInWords === false;
}

const PARAGRAPH_END = /^\d+(?:\.\d+)*\.?$/;

/** The shares of a passage by where they begin, with signs for what they are made of. */
function shareFigures(text: string, readings: Readings) {
  const stated = new Map<number, readonly Stated[]>();
  const signs: Sign[] = [];
  const inTies = new Set<number>();
  for (const { share, part, whole: all } of readShareTies(text, readings)) {
    const ratio = divide(part.exact, all.exact);
    if (part.value.places !== 0 || ratio === undefined) continue;
    const [at, of] = [part.span, all.span];
    for (const own of [part, all]) inTies.add(own.span.from);
    if (CONNECTION.test(text.slice(at.to, of.from))) signs.push({ from: at.to, to: of.from, sign: ' of ' });
    if (part.qualifier !== 'exact' || all.qualifier !== 'exact') continue;
    const shown = { from: Math.min(at.from, of.from), to: Math.max(at.to, of.to) };
    const own = {
      quantity: part,
      part,
      whole: all.exact,
      text: `${part.text} of ${all.text}`,
      ...shown,
      wholeTo: of.to,
    };
    stated.set((share ?? part).start, [{ ...own, derived: multiply(ratio, whole(100)) }]);
  }
  return { stated, signs, inTies };
}

/** What a clause is about, for one behind it that leaves it out. */
interface Subject {
  readonly words: MeasureWords;
  readonly text: string;
  readonly time: Time | undefined;
}

interface Read {
  readonly subject: Subject | undefined;
  readonly mentions: readonly Mention[];
}

const ONLY_FIGURES = new RegExp(String.raw`^(?:[\s,=/&-]|or|out|of|and|${FIGURE}|${TIME})*$`);
const BRACKETS = /\(([^()]{0,120})\)/g;

/** The clause without its brackets: what is only figures counts as if there were none, all else says something of its own. */
function withoutBrackets(text: string): string | undefined {
  let isLost = false;
  const rest = text.replace(BRACKETS, (all, inner: string) => {
    if (ONLY_FIGURES.test(inner)) return ` ${inner} `;
    if (/^[A-Z][A-Za-z0-9]{1,6}$/.test(inner)) return ' '.repeat(all.length);
    if (inner.includes(FIGURE)) return ' '.repeat(all.length);
    isLost ||= /[()]/.test(inner);
    return ` ${inner} `;
  });
  return isLost ? undefined : rest;
}

/** What refers to something said before: what it is must be guessed. */
const ANAPHORA =
  /\b(?:this|these|those|it|they|them|which|whom|latter|former|same|remaining|other|others|another|such|respectively|each)\b/i;

function isOpenedBefore(text: string, at: number): boolean {
  return /\(\s*$/.test(text.slice(Math.max(0, at - 3), at));
}

function readClause(passage: Passage, clause: Clause, before: Subject | undefined): Read | undefined {
  const text = withoutBrackets(clause.text);
  if (text === undefined || !text.includes(FIGURE)) return undefined;
  const all = [...text.matchAll(new RegExp(FIGURE, 'g'))].map(({ index }) => index);
  // "28% of … in May (210 out of 754)": what stands in the bracket is the share once more.
  const isAgain = (at: number) =>
    all[0] !== at &&
    isOpenedBefore(clause.text, at) &&
    passage.stated.get(clause.from + at)?.[0]?.derived !== undefined;
  const again = all.filter(isAgain);
  const figures = all.filter((at) => !isAgain(at));
  const times = [...text.matchAll(new RegExp(TIME, 'g'))].map(({ index }) => index);
  const timeAt = (at: number | undefined) =>
    at === undefined ? undefined : passage.times.get(clause.from + at);
  if (times.some((at) => timeAt(at)?.kind === 'other')) return undefined;
  const context: Context = { passage, clause, text, figures, times, timeAt };
  const read = continuation(context, before) ?? fullClause(context, before);
  const [stated] = read?.mentions ?? [];
  if (read === undefined || stated === undefined || figures.length !== 1) return read;
  const { measure, time, role } = stated;
  const more = again.flatMap((at) => mentionsAt(passage, clause.from + at, measure, time, role));
  return { ...read, mentions: [...read.mentions, ...more] };
}

interface Context {
  readonly passage: Passage;
  readonly clause: Clause;
  readonly text: string;
  readonly figures: readonly number[];
  readonly times: readonly number[];
  readonly timeAt: (at: number | undefined) => Time | undefined;
}

const TARGET = /\b(?:target|goal|ambition)\b/i;
const LEFT_OUT =
  /^(?:and|but|then|up|down|to|from|after|compared|with|against|was|were|is|are|the|a|our|its|of|target|goal|ambition|below|above|short|only|just|still|it|in|having|been|previously|slightly|well|above|better|than|higher|lower|improvement|improved|an|on|rising|falling|fell|rose|reduced|increased|dropped)*$/i;

/** A clause that says no more than figure and time, "after 87% in April", is about what the one before is about. */
function continuation(
  { passage, clause, text, figures, times, timeAt }: Context,
  before: Subject | undefined,
): Read | undefined {
  if (before === undefined || figures.length !== 1 || times.length > 1) return undefined;
  const rest = `${clause.lead.replace(/[.,;:!?–—-]/g, ' ')} ${text}`.replace(
    new RegExp(`[${FIGURE}${TIME}]`, 'g'),
    ' ',
  );
  const words = rest.match(/[\p{L}\p{N}]+/gu) ?? [];
  const isTarget = TARGET.test(rest);
  if (/[.!?;:\n]/.test(clause.lead) || !words.every((word) => LEFT_OUT.test(word)))
    return ellipsis({ passage, clause, text, figures, times, timeAt }, before);
  const [at = 0] = figures;
  const time = timeAt(times[0]);
  if (isAmount(text, at)) return { subject: before, mentions: [] };
  // "up from 38%" with no time is of a time that nobody knows.
  if (!isTarget && time === undefined) return { subject: before, mentions: [] };
  const role: MentionRole = isTarget ? 'target' : 'actual';
  return {
    subject: before,
    mentions: mentionsAt(passage, clause.from + at, before.words, time ?? before.time, role),
  };
}

/** "93% of children were seen in time for A in May, and 86% for B": B in the place of A. */
function ellipsis(
  { passage, clause, text, figures, times, timeAt }: Context,
  before: Subject,
): Read | undefined {
  if (!/\band\b/i.test(clause.lead + text.slice(0, 6)) || figures.length !== 1) return undefined;
  const [at = 0] = figures;
  const found = new RegExp(
    String.raw`^(?:\s*and)?\s*${FIGURE}\s+(?:${TIME}\s*)?(for|in|of|at)\s+([\p{L}\p{N}' -]{3,60}?)\s*(?:${TIME}\s*)?$`,
    'iu',
  ).exec(text);
  const [, preposition = '', phrase = ''] = found ?? [];
  if (found === null) return undefined;
  const parts = before.text.split(new RegExp(String.raw`\b${preposition}\b`, 'i'));
  const [kept = '', replaced = ''] = parts;
  // The phrase that is replaced must stand last, and be one of few words as its twin is.
  if (VERB.test(phrase) || phrase.split(/\s+/).length > 6) return undefined;
  if (parts.length !== 2 || replaced.trim().split(/\s+/).length > 5 || ANAPHORA.test(phrase))
    return undefined;
  const words = measureWords(`${kept} ${preposition} ${phrase}`, true);
  const time = timeAt(times[0]) ?? before.time;
  return { subject: before, mentions: mentionsAt(passage, clause.from + at, words, time, 'actual') };
}

const VERB = /\b(?:was|were|is|are|has|have|had|been|seen|held|made|took|did|do)\b/i;

const AMOUNT =
  /\b(?:by|points?|(?:increase|decrease|reduction|rise|fall|drop|improvement|peak|high|low|highest|lowest|maximum|minimum|average|target|range|total)(?: \w+)? (?:of|at|to)|increase|decrease|reduction|(?:up|down) by|between|than|another|further|a)\s*$/i;

/** Whether the figure at `at` is what something changed by, or some figure other than the measure's own. */
function isAmount(text: string, at: number): boolean {
  return (
    AMOUNT.test(text.slice(Math.max(0, at - 40), at)) ||
    /^.\s*(?:points?|percentage points?|increase|decrease|reduction|rise|fall|drop|improvement|higher|lower|more|fewer|less|better|worse|above|below|target|of the time)\b/i.test(
      text.slice(at),
    )
  );
}

const LINKED =
  /(?:\b(?:was|is|were|are|at|to|reached|reaching|be|been|stands|stood|remains|remained|now|currently|still|only|just|from|also|of|for|in)|[(:,])\s*$/i;

const OF_WHOM = /\bof (?:which|whom|these|those)\b/i;

/** "436 staff, of whom 304 (70%)": what they are shares of; undefined where another clause stands between. */
function wholeNoun({ stated, text }: Passage, clause: Clause, figure: number): string | undefined {
  const to = stated.get(clause.from + figure)?.find(({ wholeTo }) => wholeTo !== undefined)?.wholeTo;
  const between = to === undefined ? '' : text.slice(to, clause.from - clause.lead.length);
  return /^[^.;:\n]{1,80}$/.test(between) && !between.includes(FIGURE) ? between : undefined;
}

const LEAD =
  /^\s*(?:following|despite|based on|as a result of|due to|since|in line with|thanks to|to date)\b[^,]{0,80},/i;

/** What of a clause names the measure: all but its figures, its times and what leads to them. */
function namingOf(text: string, isPartitive: boolean): string {
  const figure = new RegExp(String.raw`(?:\b(?:from|to|at|of|for|after|by|was|is)\s+)?${FIGURE}`, 'gi');
  // "73% of the 436 staff": how many there are is no part of the name.
  const own = isPartitive
    ? text.replace(new RegExp(String.raw`(${FIGURE}\s+of (?:the|our|all|its|these)?)\s*\d[\d,]*\b`), '$1')
    : text;
  return own.replace(LEAD, ' ').replace(figure, ' ').replaceAll(TIME, ' ');
}

function fullClause(
  { passage, clause, text, figures, times, timeAt }: Context,
  before: Subject | undefined,
): Read | undefined {
  const [first = 0] = figures;
  const pre = text.slice(0, first).replaceAll(TIME, ' ').trim();
  const post = text
    .slice(first + 1)
    .replaceAll(TIME, ' ')
    .trim();
  if (ANAPHORA.test(text)) return undefined;
  const isPartitive =
    /^of\b/i.test(post) || /\bof\b/i.test(passage.stated.get(clause.from + first)?.at(-1)?.text ?? '');
  const isCount = passage.stated.get(clause.from + first)?.[0]?.quantity.kind === 'count';
  const opens =
    pre === '' || /^(?:and|but|overall|the|a|some|only|just|about|around|currently|today|now)$/i.test(pre);
  if (isCount ? !opens || figures.length > 1 : false) return undefined;
  if (
    opens
      ? !isPartitive && !isCount
      : !LINKED.test(text.slice(0, first)) && !/\(\s*$/.test(clause.text.slice(0, first))
  )
    return undefined;
  if (/\b(?:for|in)\s*$/i.test(pre) && !isPartitive) return undefined;
  const naming = namingOf(text, opens && isPartitive);
  const all = OF_WHOM.test(clause.lead) ? wholeNoun(passage, clause, first) : '';
  if (all === undefined) return undefined;
  const words = measureWords(`${all} ${naming}`, true);
  const time = times.length === 1 ? timeAt(times[0]) : undefined;
  const subject = {
    words,
    text: naming,
    time: time ?? (clause.lead.includes('and') ? before?.time : undefined),
  };
  const mentions = figures.flatMap((at) => {
    if (isAmount(text, at)) return [];
    const next = text.slice(at + 1).search(new RegExp(String.raw`^\s*${TIME}`));
    const near = next < 0 ? undefined : timeAt(at + 1 + text.slice(at + 1).indexOf(TIME));
    // Of several figures each needs its own time beside it.
    const isOnly = figures.length === 1 && times.length <= 1;
    if (!isOnly && near === undefined) return [];
    return mentionsAt(passage, clause.from + at, words, near ?? subject.time, 'actual');
  });
  return { subject, mentions };
}

function mentionsAt(
  { prose, stated }: Passage,
  at: number,
  measure: MeasureWords,
  time: Time | undefined,
  role: MentionRole,
): readonly Mention[] {
  return (stated.get(at) ?? []).map(({ quantity, derived, part, whole: all, from, to, text }) => ({
    quantity,
    derived,
    part,
    whole: all,
    at: prose.sourceSpan(from, to),
    numberAt: prose.sourceSpan(quantity.numberSpan.from, quantity.numberSpan.to),
    measure,
    role,
    time,
    text,
  }));
}
