import type { Quantity } from '../../values/quantity.ts';
import { isNoun, nounPhrase } from '../nouns.ts';
import { countAt, type Item, isSign, isWord, percentageAt, skipWords } from '../passage.ts';
import { Readings } from '../readings.ts';
import { afterAdverbs, tieOfThem, tieOfWhich, tieOfWhole } from './shareLists.ts';
import {
  bracketedCount,
  bracketedShare,
  CLAUSE_WORDS,
  CLAUSES_AFTER_SHARE,
  connectedShare,
  endOfLink,
  isOfSomethingElse,
  type Part,
  type PartOfWhole,
  partOfWhole,
  shareAt,
  wholeAt,
} from './shareParts.ts';
import { tieAmong, tieListed } from './sharesAmong.ts';
import { tieApart, tieShareBefore } from './sharesApart.ts';
import { tieImplied } from './sharesImplied.ts';
import { type Reader, type ShareTie, tie } from './shareTie.ts';
import { wordsBehind } from './shareWords.ts';

/** `= 28%`, and within brackets `, 28%)`. */
function equalShare(items: readonly Item[], index: number): Quantity | undefined {
  const share = percentageAt(items, index + 1);
  if (share === undefined || isOfSomethingElse(items, index + 2)) return undefined;
  if (isSign(items, index, '=')) return share;
  const isCut = isSign(items, index, ',') || isSign(items, index, ';') || isSign(items, index, ':');
  return isCut && isSign(items, index + 2, ')') ? share : undefined;
}

/** `with 304 (63%)`: a part of the whole or of the part just named. */
function tieWith(reader: Reader, pair: PartOfWhole, index: number): void {
  const { items } = reader;
  const link = isSign(items, index, ',') ? index + 1 : index;
  if (!['with', 'including'].includes(items[link]?.lower ?? '')) return;
  const at = afterAdverbs(items, link + 1);
  const [part, share] = [countAt(items, at), bracketedShare(items, at + 1)];
  if (part === undefined || share === undefined) return;
  const { whole } = pair;
  tie(reader, { form: 'n of N with n (p%)', share: share.quantity, part, whole, otherWholes: [pair.part] });
}

/** "all but 3 of the 40 children (93%)": the share is that of the others. */
function isException(items: readonly Item[], index: number): boolean {
  return ['but', 'except', 'bar', 'excluding', 'than', 'from'].includes(items[index - 1]?.lower ?? '');
}

/** `25 of 44 teams (57%)` and its relatives, from a part at `index`. */
function tiePartFirst(reader: Reader, index: number): void {
  const { items } = reader;
  const pair = isException(items, index) ? undefined : partOfWhole(items, index);
  if (pair === undefined) return;
  const { part, whole, next } = pair;
  const behindNoun = skipWords(items, next, 8, CLAUSE_WORDS);
  // "118 of 128 conferences were held in 15 working days (92.2%)": in which time is no figure of its own.
  const behindTime = skipWords(items, next, 8, CLAUSE_WORDS, true);
  const share = behindTime === undefined ? undefined : bracketedShare(items, behindTime);
  if (share !== undefined) tie(reader, { form: 'n of N (p%)', share: share.quantity, part, whole });
  const equal = behindNoun === undefined ? undefined : equalShare(items, behindNoun);
  if (equal !== undefined) tie(reader, { form: 'n of N = p%', share: equal, part, whole });
  const behindClause = skipWords(items, next, 12, CLAUSE_WORDS);
  const connected = behindClause === undefined ? undefined : connectedShare(items, behindClause);
  if (connected !== undefined) tie(reader, { form: 'n of N, or p%', share: connected.quantity, part, whole });
  if (behindNoun !== undefined) tieWith(reader, pair, behindNoun);
  tieBare(reader, pair, index);
}

/** `n of N` without a share is kept too: a part may not be more than its whole. */
function tieBare(reader: Reader, pair: PartOfWhole, index: number): void {
  const { items } = reader;
  const { part, whole, next } = pair;
  const isClose = next <= index + 5 && endOfLink(items, index + 1) !== undefined;
  // Without an article "of" need not be a share: "a group of 8 of 5 nations", "8 of 5 or more".
  const isPartitive = items[index + 1]?.lower === 'out' || items[next - 2]?.lower !== 'of';
  const isCounted = items[index - 1]?.lower !== 'of' && isNoun(nounPhrase(wordsBehind(items, next - 1)));
  const isMore = part.value.digits > whole.value.digits;
  if (!isPartitive && isMore && !isCounted) return;
  const isNamed = isWord(items[next]) || isSign(items, next, ')');
  if (isClose && isNamed) tie(reader, { form: 'n of N', part, whole, isImplied: isMore && !isPartitive });
}

/** `, or 72%,`: a share between two commas says the same as one in brackets. */
function asideShare(items: readonly Item[], index: number): Part | undefined {
  const share = isSign(items, index, ',') ? connectedShare(items, index) : undefined;
  return share && isSign(items, share.next, ',') ? { ...share, next: share.next + 1 } : undefined;
}

/** `eight (26.6%) out of 30`, `304 staff (63%) of the 436`, `443, or 72%, of the 616`. */
function tieShareBetween(reader: Reader, index: number): void {
  const { items } = reader;
  const part = countAt(items, index);
  const bracket = part && skipWords(items, index + 1, 4, CLAUSE_WORDS);
  const share =
    bracket === undefined ? undefined : (bracketedShare(items, bracket) ?? asideShare(items, bracket));
  const link = share && endOfLink(items, share.next);
  const whole = link === undefined ? undefined : wholeAt(items, link);
  if (part === undefined || share === undefined || link === undefined || whole === undefined) return;
  // "12 children (40%) of 3 families": behind a noun of its own, a bare "of" need not name the whole.
  const isPartitive = items[share.next]?.lower === 'out' || bracket === index + 1 || whole.next > link + 1;
  if (!isPartitive) return;
  // "20 (50%) of 5 families" may speak of another whole; "out of 5" and "of the 5" cannot.
  const isPlain = items[share.next]?.lower !== 'out' && whole.next === link + 1;
  if (isPlain && part.value.digits > whole.quantity.value.digits) return;
  tie(reader, { form: 'n (p%) of N', share: share.quantity, part, whole: whole.quantity });
}

function earlierShares(items: readonly Item[], index: number): Quantity[] {
  const shares: Quantity[] = [];
  const sentence = items[index]?.sentence;
  for (let at = index - 1; at >= 0 && at > index - 20 && items[at]?.sentence === sentence; at -= 1) {
    const share = shareAt(items, at);
    if (share !== undefined) shares.push(share);
  }
  return shares;
}

/** "below the target of 80% in most teams (3 of 12)". */
function isTarget(items: readonly Item[], index: number): boolean {
  const words = [items[index - 1]?.lower, items[index - 2]?.lower];
  if (words[0] === 'average' && words[1] === 'on') return false;
  return words.some((word) => ['target', 'average', 'threshold', 'benchmark', 'than'].includes(word ?? ''));
}

/** `28% in May (210 out of 754)` and `62% (132) of 214`, from a share at `index`. */
function tieShareFirst(reader: Reader, index: number): void {
  const { items } = reader;
  const share = isTarget(items, index) ? undefined : shareAt(items, index);
  if (share === undefined) return;
  const bracket = skipWords(items, index + 1, 12, CLAUSES_AFTER_SHARE);
  const pair =
    bracket !== undefined && isSign(items, bracket, '(') ? partOfWhole(items, bracket + 1) : undefined;
  if (pair !== undefined) {
    const end = skipWords(items, pair.next, 4, CLAUSE_WORDS) ?? pair.next;
    const isClosed = isSign(items, end, ')') || isSign(items, end, ',') || isSign(items, end, ';');
    const { part, whole } = pair;
    const isRestated = equalShare(items, end) !== undefined;
    const otherShares = earlierShares(items, index);
    if (isClosed && !isRestated) tie(reader, { form: 'p% (n of N)', share, part, whole, otherShares });
  }
  const count = bracketedCount(items, index + 1);
  const link = count && endOfLink(items, count.next);
  const whole = link === undefined ? undefined : wholeAt(items, link);
  if (count && whole)
    tie(reader, { form: 'p% (n) of N', share, part: count.quantity, whole: whole.quantity });
}

const NEGATIVES = new Set(
  'not no none never without neither nor yet missing missed late overdue outstanding awaiting refused declined unable fewer lacked'.split(
    ' ',
  ),
);

const UNDONE = /^un(?:able|seen|met|known|allocated|assessed|suitable|timely|recorded|successful)/;

const NO_SENTENCES: ReadonlySet<number> = new Set();

function negatedSentences(items: readonly Item[]): ReadonlySet<number> {
  const sentences = new Set<number>();
  for (const { lower, sentence } of items)
    if (NEGATIVES.has(lower) || (lower.startsWith('un') && UNDONE.test(lower))) sentences.add(sentence);
  return sentences;
}

/** The ties with the mark of those whose sentence has a negative word. */
function withNegation(items: readonly Item[], ties: readonly ShareTie[]): ShareTie[] {
  const sentences = ties.length === 0 ? NO_SENTENCES : negatedSentences(items);
  if (sentences.size === 0) return [...ties];
  const sentenceAt = new Map(items.map((item) => [item.quantity?.span.from, item.sentence]));
  return ties.map((own) => {
    // "More than half of the plans (12 of 30) were late": behind a share in words the bracket says the same in figures.
    const isPlain = own.form === 'p% (n of N)' && own.share?.kind === 'fraction';
    return { ...own, isNegated: !isPlain && sentences.has(sentenceAt.get(own.part.span.from) ?? -1) };
  });
}

const JUDGED =
  /per ?cent|out of|\d of \d|\bof the\s+\p{N}|\b(?:half|halves|thirds?|quarters?|fifths?|tenths?)\b/iu;
const LONE_SHARE = /^[\d.,\s]{0,20}\(?[\d.,\s]{1,20}%\s*\)?$/;

/**
 * Whether a passage may hold a tie that can be wrong, judged by what every such tie is written with. It takes no reading,
 * and most passages hold none.
 */
export function mayBeWrong(text: string): boolean {
  return text.includes('%') ? !LONE_SHARE.test(text) : JUDGED.test(text);
}

/**
 * The ties between a part, its whole and a share that a passage states, tied by the form of words and never by nearness.
 * A passage is one paragraph, list item or table cell of plain prose. In: text. Out: ties in the order of their figures,
 * spans in UTF-16 units of the text; a figure is part or share of one tie at most. What is unsure gives no tie.
 */
export function readShareTies(text: string, readings = new Readings()): readonly ShareTie[] {
  const items = readings.passage(text);
  // Without a figure in words or digits there is nothing to tie, which is true of most paragraphs.
  if (!items.some((item) => item.quantity !== undefined)) return [];
  const reader: Reader = { items, ties: [], used: new Set() };
  for (let index = 0; index < items.length; index += 1) {
    if (items[index]?.quantity === undefined) continue;
    tieShareFirst(reader, index);
    tieShareBefore(reader, index);
    tieShareBetween(reader, index);
    tiePartFirst(reader, index);
  }
  // The looser forms take what the close ones have left: "of 82 cases, 11 (13%) were late and 5 of 20 (25%) early".
  for (let index = 0; index < items.length; index += 1) {
    if (items[index]?.quantity !== undefined) {
      tieOfThem(reader, index);
      tieApart(reader, index);
      tieImplied(reader, index);
      tieAmong(reader, index);
    } else if (items[index]?.lower === 'of') {
      tieOfWhich(reader, index);
      tieOfWhole(reader, index);
    }
  }
  tieListed(reader);
  return withNegation(items, reader.ties).sort((a, b) => a.span.from - b.span.from);
}

/** The two figures of a text that is `n (p%)` and nothing else, as many a table's cell is: `8 (40%)`. */
export function readPartWithShare(
  text: string,
  readings = new Readings(),
): { readonly part: Quantity; readonly share: Quantity } | undefined {
  // The share stands in brackets.
  if (text.length > 100 || !text.includes('(')) return undefined;
  const items = readings.passage(text);
  const part = countAt(items, 0);
  const share = part && bracketedShare(items, 1);
  if (part === undefined || share?.next !== items.length) return undefined;
  return { part, share: share.quantity };
}
