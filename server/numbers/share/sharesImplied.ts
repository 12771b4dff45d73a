import type { Quantity } from '../../values/quantity.ts';
import { isNoun, nounPhrase } from '../nouns.ts';
import { speaksOfOther } from '../otherMeasures.ts';
import { countAt, type Item, isSign, isTime, isWord, skipWords } from '../passage.ts';
import { openingAt } from './shareLists.ts';
import {
  bracketedShare,
  CLAUSE_WORDS,
  connectedShare,
  endOfLink,
  wholeAt,
  wholeOfGroup,
} from './shareParts.ts';
import { type Reader, tie } from './shareTie.ts';
import { FARTHEST, isLess, isSameKind, OTHER_TIMES, onlyCount, wordsBehind, wordsIn } from './shareWords.ts';

/** The share in brackets behind what is said of the part at `index`: `38 were held within 5 days (83%)`. */
function shareBehindClause(items: readonly Item[], index: number): Quantity | undefined {
  const first = items[index + 1];
  // "14 social workers (5%)" after "of 44 teams" counts something else.
  if (!isWord(first) || CLAUSE_WORDS.has(first?.lower ?? '')) return undefined;
  const stop = skipWords(items, index + 1, 10, CLAUSE_WORDS, true);
  if (stop === undefined || isNoun(nounPhrase(wordsIn(items, index + 1, stop)))) return undefined;
  const share = bracketedShare(items, stop);
  if (share === undefined || endOfLink(items, share.next) !== undefined) return undefined;
  if (wordsIn(items, index + 1, stop).some((word) => OTHER_TIMES.has(word))) return undefined;
  return speaksOfOther(items, index) ? undefined : share.quantity;
}

/** `Out of 46, 38 were in time (83%)`, from the part at `index` right behind what names the whole. */
function tieClauseOfWhole(reader: Reader, index: number): void {
  const { items } = reader;
  const part = countAt(items, index);
  const share = part && shareBehindClause(items, index);
  if (part === undefined || share === undefined) return;
  const from = Math.max(0, index - 24);
  for (let at = index - 2; at >= from; at -= 1) {
    const opening = items[at]?.lower === 'of' ? openingAt(items, at) : undefined;
    if (opening?.at !== index) continue;
    const { form, whole, rivals } = opening.named;
    // "Of the 12 homes, 40 children were seen (82%)" counts something else, "Of the 12 homes, 40 were seen (82%)" cannot.
    if (isLess(part, whole) || nounPhrase(wordsBehind(items, index)).length === 0)
      tie(reader, { form, share, part, whole, otherWholes: rivals, isImplied: true });
    return;
  }
}

/** `46 meetings took place, 38 within 5 days (83%)`, from the part at `index`. */
function tieEllipsis(reader: Reader, index: number): void {
  const { items } = reader;
  const part = countAt(items, index);
  if (part === undefined || !isSign(items, index - 1, ',')) return;
  const before = onlyCount(items, index - 1);
  const whole = before === undefined ? undefined : countAt(items, before);
  const share = whole && shareBehindClause(items, index);
  if (share === undefined || whole === undefined || before === undefined || !isLess(part, whole)) return;
  if (!isNoun(nounPhrase(wordsBehind(items, before)))) return;
  tie(reader, { form: 'N, of which n (p%)', share, part, whole, isImplied: true });
}

/** "There were 640 children in care. 12 (5%) were adopted in the year." */
function isOfOtherTime(items: readonly Item[], index: number): boolean {
  const sentence = items[index]?.sentence;
  for (let at = index; at < index + FARTHEST && items[at]?.sentence === sentence; at += 1)
    if (OTHER_TIMES.has(items[at]?.lower ?? '') || isTime(items, at)) return true;
  return false;
}

const LEADS = new Set('to date so far now currently overall in total only just already'.split(' '));

/** `It was given to 436 staff. 304 (70%) have finished it.`, from the part at `index`: the sentence before counts one thing alone. */
function tieNextSentence(reader: Reader, index: number): void {
  const { items } = reader;
  const part = countAt(items, index);
  const sentence = items[index]?.sentence;
  if (part === undefined || sentence === undefined) return;
  let start = index;
  while (LEADS.has(items[start - 1]?.lower ?? '') || isSign(items, start - 1, ',')) start -= 1;
  if (items[start - 1]?.sentence !== sentence - 1) return;
  const before = onlyCount(items, start - 1);
  const whole = before === undefined ? undefined : countAt(items, before);
  const bracket = whole && skipWords(items, index + 1, 2, CLAUSE_WORDS);
  const share = bracket === undefined ? undefined : bracketedShare(items, bracket);
  if (share === undefined || whole === undefined || before === undefined || !isLess(part, whole)) return;
  const noun = items[share.next]?.lower ?? '';
  const isOther = endOfLink(items, share.next) !== undefined || isNoun([noun]) || !isWord(items[share.next]);
  if (isOther || !isSameKind(items, index, before) || !isNoun(nounPhrase(wordsBehind(items, before)))) return;
  if (speaksOfOther(items, index) || speaksOfOther(items, start - 1) || isOfOtherTime(items, index)) return;
  tie(reader, { form: 'N. n (p%)', share: share.quantity, part, whole, isImplied: true });
}

const GROUP_LINKS = new Set(['of', 'from']);
const CHANGES = new Set(
  'to rose risen increased up down fell fallen reduced decreased dropped grew moved'.split(' '),
);

/** `304 people (63%) from a workforce of 436`, `38 children were seen from the cohort of 46 (73%)`, from the part at `index`. */
function tieGroup(reader: Reader, index: number): void {
  const { items } = reader;
  const part = countAt(items, index);
  if (part === undefined) return;
  const stop = skipWords(items, index + 1, 4, GROUP_LINKS);
  const before = stop === undefined ? undefined : bracketedShare(items, stop);
  const link = before?.next ?? skipWords(items, index + 1, 8, GROUP_LINKS);
  const whole = link === undefined ? undefined : wholeOfGroup(items, link);
  if (whole === undefined || !isLess(part, whole.quantity)) return;
  const end = skipWords(items, whole.next, 6, CLAUSE_WORDS);
  const share =
    before ?? (end === undefined ? undefined : (bracketedShare(items, end) ?? connectedShare(items, end)));
  if (share !== undefined)
    tie(reader, { form: 'n of N (p%)', share: share.quantity, part, whole: whole.quantity });
}

/** `304 from 436 staff (70%)`, from the part at `index`; a change goes "to 304 from 436". */
function tieFrom(reader: Reader, index: number): void {
  const { items } = reader;
  const part = countAt(items, index);
  const whole = items[index + 1]?.lower === 'from' ? countAt(items, index + 2) : undefined;
  if (part === undefined || whole === undefined || !isLess(part, whole)) return;
  const isChange = speaksOfOther(items, index) || CHANGES.has(items[index - 1]?.lower ?? '');
  const end = skipWords(items, index + 3, 4, CLAUSE_WORDS);
  const share = end === undefined || end === index + 3 ? undefined : bracketedShare(items, end);
  if (share === undefined || isChange) return;
  tie(reader, { form: 'n of N (p%)', share: share.quantity, part, whole, isNegated: true, isImplied: true });
}

/** The counts of the sentence before `index` that are no part of "all three modules". */
function countsBefore(items: readonly Item[], index: number): readonly Quantity[] | undefined {
  const sentence = items[index]?.sentence;
  const counts: Quantity[] = [];
  for (let at = index - 1; at >= 0 && items[at]?.sentence === sentence; at -= 1) {
    if (index - at > FARTHEST) return undefined;
    if (items[at]?.quantity === undefined || ['all', 'both', 'the'].includes(items[at - 1]?.lower ?? ''))
      continue;
    const count = countAt(items, at);
    if (count === undefined) return undefined;
    counts.push(count);
  }
  return counts;
}

/** `304 staff have completed all three modules out of 436, or 70%`, from the whole at `index`. */
function tieFarOutOf(reader: Reader, index: number): void {
  const { items } = reader;
  if (items[index - 1]?.lower !== 'of' || items[index - 2]?.lower !== 'out') return;
  const whole = wholeAt(items, index);
  const end = whole && skipWords(items, whole.next, 6, CLAUSE_WORDS);
  if (whole === undefined || end === undefined) return;
  const share = bracketedShare(items, end) ?? connectedShare(items, end);
  const [part, ...others] = countsBefore(items, index) ?? [];
  if (share === undefined || part === undefined || others.length > 0 || !isLess(part, whole.quantity)) return;
  tie(reader, { form: 'n of N, or p%', share: share.quantity, part, whole: whole.quantity, isImplied: true });
}

/** `46 meetings were held, with 38 (83%) in time`, from the part at `index`. */
function tieWithPart(reader: Reader, index: number): void {
  const { items } = reader;
  const part = countAt(items, index);
  const at = items[index - 1]?.lower === 'only' ? index - 2 : index - 1;
  if (part === undefined || items[at]?.lower !== 'with') return;
  const before = onlyCount(items, at);
  const whole = before === undefined ? undefined : countAt(items, before);
  const share = bracketedShare(items, index + 1)?.quantity ?? shareBehindClause(items, index);
  if (share === undefined || whole === undefined || before === undefined || !isLess(part, whole)) return;
  if (speaksOfOther(items, index) || !isNoun(nounPhrase(wordsBehind(items, before)))) return;
  tie(reader, { form: 'N, of which n (p%)', share, part, whole, isImplied: true });
}

/** The forms in which the words leave it to the reader that the figures belong together, from the quantity at `index`. */
export function tieImplied(reader: Reader, index: number): void {
  tieGroup(reader, index);
  tieFrom(reader, index);
  tieFarOutOf(reader, index);
  tieClauseOfWhole(reader, index);
  tieWithPart(reader, index);
  tieEllipsis(reader, index);
  tieNextSentence(reader, index);
}
