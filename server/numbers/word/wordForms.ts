import type { Span } from '../../text/span.ts';
import { above, below, scaled } from '../../values/interval.ts';
import { whole } from '../../values/rational.ts';
import { isNoun, nounPhrase } from '../nouns.ts';
import { countAt, type Item, isSign, isTime, isWord, skipWords } from '../passage.ts';
import { Readings } from '../readings.ts';
import { shareAt, wholeAt } from '../share/shareParts.ts';
import type { Meaning, Phrase, WordPack } from './quantityWords.ts';
import {
  chainOf,
  countInBrackets,
  endsClause,
  endsSentence,
  type FoundFigure,
  figureAlone,
  figureInBrackets,
} from './wordFigures.ts';
import { isQuantifier, isStated, isSubject, startOfWord, VERBS } from './wordGuards.ts';
import type { WordFigure, WordForm, WordTie } from './wordTie.ts';

/** A word of quantity among the items. */
interface Word {
  readonly start: number;
  readonly next: number;
  readonly text: string;
  readonly span: Span;
  readonly meaning: Meaning;
  /** Its last word: `majority`. */
  readonly last: string;
}

/** What the readers of the forms share while they go over a passage. */
interface Reader {
  readonly text: string;
  readonly items: readonly Item[];
  readonly ties: WordTie[];
}

/** The index behind a phrase that begins at `index`; undefined where it does not, or ends within a word. */
function endOfPhrase({ text, items }: Reader, index: number, phrase: string): number | undefined {
  const from = items[index]?.from ?? 0;
  const written = text.slice(from, from + phrase.length);
  if (written.toLowerCase() !== phrase) return undefined;
  let next = index;
  while ((items[next]?.to ?? Number.POSITIVE_INFINITY) <= from + phrase.length) next += 1;
  return items[next - 1]?.to === from + phrase.length && next > index ? next : undefined;
}

function wordAt(reader: Reader, index: number, { phrases }: WordPack): Word | undefined {
  const fraction = fractionAt(reader, index);
  const first = reader.text.charAt(reader.items[index]?.from ?? 0).toLowerCase();
  const found = phrases.get(first)?.flatMap((phrase): readonly [Phrase, number][] => {
    const next = endOfPhrase(reader, index, phrase.text);
    return next === undefined ? [] : [[phrase, next]];
  })[0];
  if (found === undefined) return fraction;
  const [{ text, meaning }, next] = found;
  const last = text.split(' ').at(-1) ?? '';
  const start = startOfWord(reader.items, index, last);
  // What is published of "a majority" says nothing of "the vast majority".
  const isLarger = meaning.isPublished && start < index;
  if (isLarger || !isQuantifier(reader.items, start, next, last)) return undefined;
  return word(reader, start, next, meaning, last);
}

function word({ text, items }: Reader, start: number, next: number, meaning: Meaning, last: string): Word {
  const span = { from: items[start]?.from ?? 0, to: items[next - 1]?.to ?? 0 };
  return { start, next, text: text.slice(span.from, span.to), span, meaning, last };
}

/** `fewer than half`, `just over a third`: on which side of the fraction the figure is, and no more. */
function fractionAt(reader: Reader, index: number): Word | undefined {
  const quantity = reader.items[index]?.quantity;
  if (quantity?.kind !== 'fraction') return undefined;
  const { exact, qualifier, text } = quantity;
  const says = text.toLowerCase();
  const isMore = qualifier === 'over' || qualifier === 'just-over';
  if (!isMore && !['under', 'just-under', 'almost'].includes(qualifier)) return undefined;
  const interval = scaled(isMore ? above(exact) : below(exact), whole(100));
  const meaning: Meaning = { interval, says: `${isMore ? 'more' : 'less'} than ${says}`, isPublished: false };
  return word(reader, index, index + 1, meaning, 'half');
}

function add(
  { items, ties }: Reader,
  { text, span, meaning, start, next }: Word,
  form: WordForm,
  found: readonly FoundFigure[],
  isPlain = false,
): void {
  const figures = found.map(({ figure }) => figure);
  const spans = figures.flatMap(({ share, part, whole: of }) =>
    [share, part, of].flatMap((one) => one?.span ?? []),
  );
  const [from, to] = [Math.min(...spans.map((one) => one.from)), Math.max(...spans.map((one) => one.to))];
  const end = Math.max(next, ...found.map((one) => one.next));
  if (spans.length === 0 || !isStated(items, start, end)) return;
  ties.push({ form, word: { text, span }, meaning, figures, span: { from, to }, isPlain });
}

const DETERMINERS = new Set(['the', 'our', 'its', 'their', 'these', 'those', 'them', 'all', 'us']);

/** A group within the one that is spoken of: its share may be how large it is, and not how many of it did something. */
const OF_A_GROUP =
  /^(?:agency|newly|qualified|disabled|unaccompanied|black|white|asian|mixed|male|female|minority|ethnic|young|younger|older|sibling|permanent|temporary|locum|independent|eligible|part|full|vulnerable|gypsy|roma|traveller|migrant|refugee|pregnant|homeless|private|voluntary|residential|out|new|unregistered|non|other|remaining)$/;

interface Named {
  readonly words: readonly string[];
  /** Where the bracket, the comma or the verb behind it stands. */
  readonly next: number;
}

/** The noun phrase behind the word: `of our teams`, `learners`. */
function namedBy(items: readonly Item[], { next }: Word): Named | undefined {
  let at = next;
  if (items[at]?.lower === 'of') {
    at += 1;
    while (DETERMINERS.has(items[at]?.lower ?? '')) at += 1;
  }
  const begin = at;
  at = skipWords(items, begin, 6, VERBS) ?? begin;
  const words = items.slice(begin, at).flatMap(({ lower }) => (lower === '' ? [] : lower));
  return { words, next: at };
}

function isWhole(words: readonly string[], last: string): boolean {
  if (words.length > 1 && words.some((one) => OF_A_GROUP.test(one))) return false;
  const isSingular = last === 'every' || last === 'no';
  return nounPhrase(words).length === words.length && (isSingular || isNoun(words));
}

/** `all (83%)`, `the majority (54 of 58) of`, `most learners (43%)`, `most, 43%, were`. */
function besideWord(reader: Reader, own: Word): boolean {
  const { items } = reader;
  const isGroup = ['majority', 'minority', 'half'].includes(own.last);
  if (!isGroup && !isSubject(items, own.start)) return false;
  const direct = figureInBrackets(items, own.next) ?? countOfNone(items, own);
  if (direct !== undefined) {
    add(reader, own, 'word (p%)', [direct], true);
    return true;
  }
  const within = betweenCommas(items, own.next);
  if (within !== undefined) {
    add(reader, own, 'word …, p%', [within], true);
    return true;
  }
  const named = isSubject(items, own.start) ? namedBy(items, own) : undefined;
  if (named === undefined || named.words.length === 0 || !isWhole(named.words, own.last)) return false;
  const found = figureInBrackets(items, named.next) ?? betweenCommas(items, named.next);
  if (found === undefined) return false;
  // "All pupils (84%)" alone names whom a figure is about.
  const isLabel =
    own.text.toLowerCase() === 'all' &&
    (endsSentence(items, found.next) || hasOtherFigure(items, named.next, found.next));
  if (!isLabel) add(reader, own, 'word of them (p%)', [found]);
  return !isLabel;
}

/** `none (2)`: what is not there has no number. */
function countOfNone(items: readonly Item[], { last, next }: Word): FoundFigure | undefined {
  return last === 'none' ? countInBrackets(items, next) : undefined;
}

/** Whether the sentence gives another share: "all pupils (84%) and those in care (71%)". */
function hasOtherFigure(items: readonly Item[], from: number, to: number): boolean {
  const sentence = items[from]?.sentence;
  return items.some(
    (item, index) =>
      item.sentence === sentence && (index < from || index >= to) && shareAt(items, index) !== undefined,
  );
}

/** `, 76%,` and `– 76% –` at `index`. */
function betweenCommas(items: readonly Item[], index: number): FoundFigure | undefined {
  const sign = items[index]?.token?.text ?? '';
  if (!isWord(items[index]) && ![',', '–', '—'].includes(sign)) return undefined;
  const found = isSign(items, index, sign) ? figureAlone(items, index + 1) : undefined;
  return found && isSign(items, found.next, sign) ? { ...found, next: found.next + 1 } : undefined;
}

const OTHER_CLAUSES: ReadonlySet<string> = new Set(
  (
    'but while compared than from which who whom whose by because where including for at above below against target ' +
    'targets average averages threshold standard benchmark national nationally exceeded exceeding reaching increased ' +
    'reduced increase up down score scored and all most majority minority few none every half as after before since'
  ).split(' '),
);

/** `nearly all learners made progress (85 of 120).`, `all visits were in time: 38 (83%)`, `… are either A (30%) or B (25%)`. */
function behindPredicate(reader: Reader, own: Word): boolean {
  const { items } = reader;
  const named = isSubject(items, own.start) ? namedBy(items, own) : undefined;
  if (named === undefined) return false;
  const isVerb = VERBS.has(items[named.next]?.lower ?? '');
  const end = skipWords(items, isVerb ? named.next + 1 : named.next, 16, OTHER_CLAUSES, true);
  if (end === undefined) return false;
  if (isVerb && isSign(items, end, '(')) return inBracketsBehind(reader, own, end);
  const isCut = isSign(items, end, ':') || isSign(items, end, '–') || isSign(items, end, '—');
  const found = isCut ? figureAlone(items, behindLeadIn(items, end + 1)) : undefined;
  const isTimed = items
    .slice(named.next - named.words.length, end)
    .some(({ quantity }) => quantity?.kind === 'duration');
  const hasCount = found?.figure.part !== undefined;
  if (found === undefined || !(isVerb || (isTimed && hasCount)) || !endsList(items, found.next)) return false;
  add(reader, own, 'word … did so: n (p%)', [found]);
  return true;
}

const LEADS_IN = new RegExp(
  '^(?:in|at|by|for|during|this|that|it|they|the|figure|share|was|were|is|are|only|just|' +
    'january|february|march|april|may|june|july|august|september|october|november|december)$',
);

/** Where the figure stands behind a colon: past "in May it was". */
function behindLeadIn(items: readonly Item[], index: number): number {
  let at = index;
  while (at < index + 6 && (LEADS_IN.test(items[at]?.lower ?? '') || isTime(items, at))) at += 1;
  return at;
}

/** Whether the figure behind a colon is the only one: "all were seen: 83% in the north, 90% in the south". */
function endsList(items: readonly Item[], index: number): boolean {
  const isVerb = ['were', 'was', 'are', 'is'].includes(items[index]?.lower ?? '');
  const at = isVerb ? index + 1 : index;
  return items[at] === undefined || ['.', ';', ')'].includes(items[at]?.token?.text ?? '');
}

function inBracketsBehind(reader: Reader, own: Word, index: number): boolean {
  const { items } = reader;
  const figures = chainOf(items, index);
  const [first] = figures;
  const last = figures.at(-1);
  if (first === undefined || last === undefined || !endsClause(items, last.next)) return false;
  if (figures.length > 1) {
    add(reader, own, 'word are a (p%) or b (q%)', ofOneWhole(items, own, figures));
  } else if (first.figure.share !== undefined || first.figure.whole !== undefined) {
    add(reader, own, 'word … did so (p%)', figures);
  }
  return true;
}

/** Counts without a whole take the one that the sentence opens with: "Of the 436 children, the majority are either …". */
function ofOneWhole(
  items: readonly Item[],
  own: Word,
  found: readonly FoundFigure[],
): readonly FoundFigure[] {
  const isShare = found.every(({ figure }) => figure.share !== undefined);
  if (isShare || found.some(({ figure }) => figure.part === undefined)) return isShare ? found : [];
  const sentence = items[own.start]?.sentence;
  const opening = items.findIndex((item) => item.sentence === sentence);
  const of = items[opening]?.lower === 'of' ? wholeAt(items, opening + 1)?.quantity : undefined;
  if (of === undefined) return [];
  return found.map((one) => ({ ...one, figure: { ...one.figure, whole: of } }));
}

/** `a majority of 43%`: never "the majority of the 43% who". */
function ofShare(reader: Reader, own: Word): boolean {
  const { items } = reader;
  const isCounting = own.last === 'majority' || own.last === 'minority';
  const share = isCounting && items[own.next]?.lower === 'of' ? shareAt(items, own.next + 1) : undefined;
  if (share?.kind !== 'percentage') return false;
  const figure: WordFigure = { share, part: undefined, whole: undefined };
  add(reader, own, 'word (p%)', [{ figure, next: own.next + 2 }], true);
  return true;
}

/** `43% (most)`, `46 of 47 (all)`. */
function behindFigure(reader: Reader, own: Word): boolean {
  const { items } = reader;
  if (!isSign(items, own.start - 1, '(') || !isSign(items, own.next, ')')) return false;
  const share = shareAt(items, own.start - 2);
  if (share === undefined || countAt(items, own.start - 2) !== undefined) return false;
  const figure: WordFigure = { share, part: undefined, whole: undefined };
  add(reader, own, 'p% (word)', [{ figure, next: own.next }], true);
  return true;
}

/**
 * The words of quantity of a passage that have a figure beside them. In: its text, and the words that hold for the document.
 * Out: ties in reading order, spans in UTF-16 units of the text. A figure that may be about something else gives no tie.
 */
export function readWordTies(text: string, pack: WordPack, readings = new Readings()): readonly WordTie[] {
  if (!mayHoldWord(text, pack)) return [];
  const reader: Reader = { text, items: readings.passage(text), ties: [] };
  for (let index = 0; index < reader.items.length; index += 1) {
    const own = wordAt(reader, index, pack);
    if (own === undefined) continue;
    for (const form of [ofShare, behindFigure, besideWord, behindPredicate]) if (form(reader, own)) break;
    index = own.next - 1;
  }
  return reader.ties;
}

/** Whether a passage may hold such a tie, without reading it: most paragraphs have no figure in brackets or behind a colon. */
export function mayHoldWord(text: string, { any }: WordPack): boolean {
  return /[\d(%]/.test(text) && any.test(text);
}
