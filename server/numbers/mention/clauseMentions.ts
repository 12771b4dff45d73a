import type { Time } from '../../values/times.ts';
import { type Clause, FIGURE, TIME } from './clauses.ts';
import { measureWords } from './measureWords.ts';
import type { MeasureWords, Mention, MentionRole } from './mention.ts';
import { mentionsAt, type Passage } from './statedFigures.ts';

/** What a clause is about, for one behind it that leaves it out. */
export interface Subject {
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

/** What is said before a clause that counts for it. */
export interface Before {
  /** What the clause before it is about. */
  readonly subject: Subject | undefined;
  /** The time that opens its sentence: "In May 2019, 90% …". */
  readonly time: Time | undefined;
  /** The times that the sentences before name. */
  readonly before: readonly Time[];
}

/** What a clause states, where what it is about is sure. */
export function readClause(passage: Passage, clause: Clause, said: Before): Read | undefined {
  const { subject: before } = said;
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
  // A time at the head of the sentence and one behind the figure are two of which nobody knows what each is for.
  if (said.time !== undefined && times.length > 0) return undefined;
  const context: Context = { passage, clause, text, figures, times, timeAt, said };
  const read = continuation(context, before) ?? fullClause(context, before);
  const [stated] = read?.mentions ?? [];
  if (read === undefined || stated === undefined || figures.length !== 1) return read;
  const more = again.flatMap((at) => mentionsAt(passage, clause.from + at, stated));
  return { ...read, mentions: [...read.mentions, ...more] };
}

interface Context {
  readonly passage: Passage;
  readonly clause: Clause;
  readonly text: string;
  readonly figures: readonly number[];
  readonly times: readonly number[];
  readonly timeAt: (at: number | undefined) => Time | undefined;
  readonly said: Before;
}

/** What makes of a figure what is aimed at. */
export const TARGET = /\b(?:target|goal|ambition)\b/i;
const LEFT_OUT =
  /^(?:and|but|then|up|down|to|from|after|compared|with|against|was|were|is|are|the|a|our|its|of|target|goal|ambition|below|above|short|only|just|still|it|in|having|been|previously|slightly|well|above|better|than|higher|lower|improvement|improved|an|on|rising|falling|fell|rose|reduced|increased|dropped)*$/i;

/** A clause that says no more than figure and time, "after 87% in April", is about what the one before is about. */
function continuation(context: Context, before: Subject | undefined): Read | undefined {
  const { passage, clause, text, figures, times, timeAt, said } = context;
  if (before === undefined || figures.length !== 1 || times.length > 1) return undefined;
  const rest = `${clause.lead.replace(/[.,;:!?–—-]/g, ' ')} ${text}`.replace(
    new RegExp(`[${FIGURE}${TIME}]`, 'g'),
    ' ',
  );
  const words = rest.match(/[\p{L}\p{N}]+/gu) ?? [];
  const isTarget = TARGET.test(rest);
  if (/[.!?;:\n]/.test(clause.lead) || !words.every((word) => LEFT_OUT.test(word)))
    return ellipsis(context, before);
  const [at = 0] = figures;
  const time = timeAt(times[0]);
  if (isAmount(text, at)) return { subject: before, mentions: [] };
  // "up from 38%" with no time is of a time that nobody knows.
  if (!isTarget && time === undefined) return { subject: before, mentions: [] };
  const role: MentionRole = isTarget ? 'target' : 'actual';
  return {
    subject: before,
    mentions: mentionsAt(passage, clause.from + at, {
      measure: before.words,
      role,
      time: time ?? before.time,
      before: said.before,
    }),
  };
}

/** "93% of children were seen in time for A in May, and 86% for B": B in the place of A. */
function ellipsis(context: Context, before: Subject): Read | undefined {
  const { passage, clause, text, figures, times, timeAt, said } = context;
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
  const stated = { measure: words, role: 'actual', time, before: said.before } as const;
  return { subject: before, mentions: mentionsAt(passage, clause.from + at, stated) };
}

const VERB = /\b(?:was|were|is|are|has|have|had|been|seen|held|made|took|did|do)\b/i;

const AMOUNT =
  /\b(?:by|points?|(?:increase|decrease|reduction|rise|fall|drop|improvement|peak|high|low|highest|lowest|maximum|minimum|average|target|range|total)(?: \w+)? (?:of|at|to)|increase|decrease|reduction|(?:up|down) by|between|than|another|further|a)\s*$/i;

/** Whether the figure at `at` is what something changed by, or some figure other than the measure's own. */
export function isAmount(text: string, at: number): boolean {
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

/** Whether the first figure stands where its measure's does: at the beginning, or linked to what is before it. */
function isOfClause({ passage, clause, text, figures }: Context): boolean {
  const [first = 0] = figures;
  const pre = textBeside(text.slice(0, first));
  const isCount = passage.stated.get(clause.from + first)?.[0]?.quantity.kind === 'count';
  const isShare = isPartitive(passage, clause, text, first);
  if (opensClause(pre)) return isCount ? figures.length === 1 : isShare;
  if (isCount || (/\b(?:for|in)\s*$/i.test(pre) && !isShare)) return false;
  // "(28%)", "(210 out of 754 = 28%)".
  return LINKED.test(text.slice(0, first)) || /\((?:\s*of\s*=)?\s*$/.test(clause.text.slice(0, first));
}

function textBeside(text: string): string {
  return text.replaceAll(TIME, ' ').trim();
}

function opensClause(pre: string): boolean {
  return (
    pre === '' || /^(?:and|but|overall|the|a|some|only|just|about|around|currently|today|now)$/i.test(pre)
  );
}

/** "90% of children", "9 of 10 children": the figure is a share of those behind it. */
function isPartitive({ stated }: Passage, clause: Clause, text: string, figure: number): boolean {
  const own = stated.get(clause.from + figure)?.at(-1)?.text ?? '';
  return /^of\b/i.test(textBeside(text.slice(figure + 1))) || /\bof\b/i.test(own);
}

function fullClause(context: Context, before: Subject | undefined): Read | undefined {
  const { passage, clause, text, figures, times, timeAt, said } = context;
  if (ANAPHORA.test(text) || !isOfClause(context)) return undefined;
  const [first = 0] = figures;
  const opens = opensClause(textBeside(text.slice(0, first)));
  const naming = namingOf(text, opens && isPartitive(passage, clause, text, first));
  const all = OF_WHOM.test(clause.lead) ? wholeNoun(passage, clause, first) : '';
  if (all === undefined) return undefined;
  const words = measureWords(`${all} ${naming}`, true);
  const time = times.length === 1 ? timeAt(times[0]) : said.time;
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
    const stated = { measure: words, role: 'actual', time: near ?? subject.time } as const;
    return mentionsAt(passage, clause.from + at, { ...stated, before: said.before });
  });
  return { subject, mentions };
}
