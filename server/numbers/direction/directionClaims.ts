import type { Span } from '../../text/span.ts';
import { type Direction, directionAt, isDenied, isItselfChanged, type Sense } from '../change/directions.ts';
import { type Item, isSign, isWord } from '../passage.ts';
import { Readings } from '../readings.ts';
import { type Window, windowAfter } from './claimWindow.ts';

/** What a passage says of the way that a measure went: "timeliness has continued to improve in March and April". */
export interface DirectionClaim {
  readonly sense: Sense;
  /** The author's words: `continued to improve`, `ongoing reductions`. */
  readonly text: string;
  readonly span: Span;
  /** The word that says it, by its place among the items of the passage. */
  readonly index: number;
  readonly sentence: number;
  /** The words of what went that way, in lower case: those before the verb, or behind the noun's "in". */
  readonly subject: readonly string[];
  /** Whether it goes on, step after step: "continued", "ongoing", "year on year". */
  readonly isContinuing: boolean;
  /** The times that the words name; undefined where they name none. */
  readonly window: Window | undefined;
}

const CONTINUING =
  /^(?:continu(?:e|es|ed|ing|al|ally|ous|ously)|ongoing|steady|steadily|consistent|consistently|sustained|progressive|progressively|gradually|incremental|incrementally|constantly)$/;

// What is wanted, planned or possible has not happened: "to improve", "will reduce", "should fall".
const AIMS =
  /^(?:will|would|should|must|may|might|could|can|shall|aim(?:s|ed|ing)?|need(?:s|ed)?|required?|plan(?:s|ned)?|expect(?:s|ed)?|hop(?:e|es|ed)|intend(?:s|ed)?|target(?:s|ed)?|want(?:s|ed)?|help(?:s|ed)?|support(?:s|ed)?|work(?:ing)?|ensure|seek(?:s|ing)?|order|how|forecast|projected|likely|predicted|scope|room|ambition|opportunit(?:y|ies)|require[sd]?|requiring)$/;

const AUXILIARIES = new Set(
  'has have had having been is are was were be being it this they after before also now further again and then'.split(
    ' ',
  ),
);

const CUTS =
  /^(?:and|but|although|though|however|while|whilst|whereas|because|which|that|who|where|when|as|so|with|despite|over|since|during|in|this|last|between|across)$/;

/** The first item of the claim's own words: "has continued to" and the like stand before its verb. */
function beginOf(items: readonly Item[], index: number): number {
  let begin = index;
  for (let at = index - 1; at >= Math.max(0, index - 4); at -= 1) {
    const word = items[at]?.lower ?? '';
    if (CONTINUING.test(word)) begin = at;
    else if (
      !/^(?:to|further|also|now|again|significantly|slightly|well|been|has|have|had|\w+ly)$/.test(word)
    )
      break;
  }
  return begin;
}

/** Whether the words before the verb say that it is only meant to be: "to reduce" counts unless something "continued to". */
function isAim(items: readonly Item[], direction: Direction, begin: number): boolean {
  const { index } = direction;
  const isInfinitive = items[index - 1]?.lower === 'to' || items[index - 2]?.lower === 'to';
  if (
    isInfinitive &&
    begin === index &&
    !/^(?:begun|began|started|starting)$/.test(items[index - 2]?.lower ?? '')
  )
    return true;
  for (let at = begin - 1; at >= Math.max(0, begin - 6); at -= 1) {
    const item = items[at];
    if (item === undefined || item.sentence !== items[index]?.sentence || isSign(items, at, ','))
      return false;
    if (AIMS.test(item.lower)) return true;
  }
  return false;
}

/** An adjective says nothing of the measure behind it: "improved arrangements", "reduced caseloads mean". */
function isAdjective(items: readonly Item[], { kind, index }: Direction): boolean {
  if (kind !== 'verb') return false;
  const before = items[index - 1]?.lower ?? '';
  const finite =
    /^(?:has|have|had|having|been|is|are|was|were|be|being|to|and|also|now|further|again|then|it|this|they|which|that|\w+ly)$/;
  const next = items[index + 1];
  const isBeforeNoun =
    isWord(next) &&
    !/^(?:in|from|to|by|over|on|since|during|for|this|last|again|further|at|across|between|with|compared|and|but|as|or|within|when|each|every|throughout|\w+ly)$/.test(
      next?.lower ?? '',
    );
  return /ed$/.test(items[index]?.lower ?? '') && isBeforeNoun && !finite.test(before);
}

function wordsBetween(items: readonly Item[], from: number, to: number): readonly string[] {
  return items
    .slice(Math.max(0, from), to)
    .filter(isWord)
    .map(({ lower }) => lower);
}

/** What stands before the verb in its clause, or behind "in" of a noun. */
export function subjectOf(
  items: readonly Item[],
  { kind, index }: Direction,
  begin: number,
): readonly string[] {
  const sentence = items[index]?.sentence;
  const isOther = (at: number) =>
    items[at] === undefined || items[at]?.sentence !== sentence || items[at]?.quantity !== undefined;
  if (kind === 'noun') {
    if (!/^(?:in|of|to)$/.test(items[index + 1]?.lower ?? '')) return [];
    let end = index + 2;
    while (!isOther(end) && end < index + 20 && !CUTS.test(items[end]?.lower ?? '') && isWord(items[end]))
      end += 1;
    // "reductions in vacancy and turnover": both.
    if (items[end]?.lower === 'and') {
      end += items[end + 1]?.lower === 'in' ? 2 : 1;
      while (!isOther(end) && end < index + 20 && !CUTS.test(items[end]?.lower ?? '') && isWord(items[end]))
        end += 1;
    }
    return wordsBetween(items, index + 2, end);
  }
  let start = begin;
  while (!isOther(start - 1) && start > begin - 25) {
    const before = items[start - 1];
    if (isSign(items, start - 1, ';') || isSign(items, start - 1, ':')) break;
    // "Following this, supervision improved": what leads into the clause is none of its subject.
    if (isSign(items, start - 1, ',') && wordsBetween(items, start, begin).length > 1) break;
    if (/^(?:but|although|though|however|while|whilst|whereas|because|despite)$/.test(before?.lower ?? ''))
      break;
    start -= 1;
  }
  return wordsBetween(items, start, begin);
}

function isContinuing(items: readonly Item[], begin: number, index: number): boolean {
  const near = items
    .slice(Math.max(0, begin - 2), index + 6)
    .filter(({ sentence }) => sentence === items[index]?.sentence);
  if (near.some(({ lower }) => CONTINUING.test(lower))) return true;
  return /\b(?:year on year|month on month|week on week|every month|each month|every year|each year|quarter on quarter)\b/.test(
    near
      .map(({ lower }) => lower)
      .filter((word) => /\w/.test(word))
      .join(' '),
  );
}

/**
 * The claims of a passage about the way that something went, in order. In: the text of a paragraph, item or cell. Out:
 * claims with their spans in the text. What is denied, wanted or supposed is no claim, nor is an adjective.
 */
export function readDirectionClaims(text: string, readings = new Readings()): readonly DirectionClaim[] {
  const items = readings.passage(text);
  const claims: DirectionClaim[] = [];
  for (const [index, item] of items.entries()) {
    const direction = directionAt(items, index);
    if (direction === undefined || isDenied(items, index) || isItselfChanged(items, direction)) continue;
    const begin = beginOf(items, index);
    if (isAim(items, direction, begin) || isAdjective(items, direction)) continue;
    const from = items[begin]?.from ?? item.from;
    const named = subjectOf(items, direction, begin).filter((word) => !AUXILIARIES.has(word));
    // "had decreased after having improved": the subject is that of the claim before.
    const last = claims.at(-1);
    const isShared = named.length === 0 && direction.kind === 'verb' && last?.sentence === item.sentence;
    claims.push({
      sense: direction.sense,
      text: text.slice(from, item.to),
      span: { from, to: item.to },
      index,
      sentence: item.sentence,
      subject: isShared ? (last?.subject ?? []) : named,
      isContinuing: isContinuing(items, begin, index),
      window: windowAfter(items, index + 1),
    });
  }
  return claims;
}
