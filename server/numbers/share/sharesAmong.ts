import type { Quantity } from '../../values/quantity.ts';
import { verdictOf } from '../judge.ts';
import { countAt, type Item, isSign, isWord, percentageAt } from '../passage.ts';
import { openingAt } from './shareLists.ts';
import { bracketedCount, bracketedShare, endOfLink, isOfSomethingElse, shareAt } from './shareParts.ts';
import { type Reader, shareTie, type Tied, tie } from './shareTie.ts';
import { FARTHEST, isLess } from './shareWords.ts';
import { endOfSentenceBefore, type WholeBefore, wholeBefore } from './wholesBefore.ts';

const LEADS = new Set(
  'only just over under about around almost nearly some a an in total to date so far now currently overall however of this that these'.split(
    ' ',
  ),
);

// A bracket behind one of these tells what was aimed at, or what others have.
const OTHERS =
  /^(?:targets?|aims?|averages?|threshold|benchmark|standards?|nationally|national|england|neighbours|compared|against|while|whereas|but|than|previous|last|earlier)$/;

/** "aged under five", "in two teams", "for two years": a small number in words only says more of those who are meant. */
function isAside({ kind, isInWords }: Quantity): boolean {
  return kind === 'duration' || kind === 'ordinal' || (kind === 'count' && isInWords);
}

/** The share in a bracket that ends the clause of the part at `index`, whatever is said before: `… for more than two years (3.1%)`. */
function shareAtEnd(items: readonly Item[], index: number): Quantity | undefined {
  const sentence = items[index]?.sentence;
  for (let at = index + 1; at < index + 20 && items[at]?.sentence === sentence; at += 1) {
    const item = items[at];
    if (isSign(items, at, '(')) {
      const share = bracketedShare(items, at);
      return share !== undefined && endOfLink(items, share.next) === undefined ? share.quantity : undefined;
    }
    if ((item?.quantity !== undefined && !isAside(item.quantity)) || OTHERS.test(item?.lower ?? ''))
      return undefined;
    if ([',', ';', ':'].some((sign) => isSign(items, at, sign))) return undefined;
  }
  return undefined;
}

/** `…, of whom 12 had waited for more than two years (3.1%)`, from the part at `index`. */
function tieClauseOfWhich(reader: Reader, index: number): void {
  const { items } = reader;
  const part = countAt(items, index);
  const isWhich = items[index - 2]?.lower === 'of' && /^(?:whom|which)$/.test(items[index - 1]?.lower ?? '');
  const share = part && isWhich ? shareAtEnd(items, index) : undefined;
  if (part === undefined || share === undefined) return;
  const opening = openingAt(items, index - 2);
  if (opening?.at !== index || !isLess(part, opening.named.whole)) return;
  const { whole, rivals } = opening.named;
  tie(reader, { form: 'N, of which n (p%)', share, part, whole, otherWholes: rivals, isImplied: true });
}

/** `709 were offered … and 561 accepted (79% of those offered)`: the participle names what was counted before, from the part at `index`. */
function tieThose(reader: Reader, index: number): void {
  const { items } = reader;
  const part = countAt(items, index);
  const open = part === undefined ? undefined : openingBehind(items, index);
  const share = open === undefined ? undefined : percentageAt(items, open + 1);
  if (part === undefined || open === undefined || share === undefined || items[open + 2]?.lower !== 'of')
    return;
  const word = items[open + 4]?.lower ?? '';
  if (!/^(?:those|these)$/.test(items[open + 3]?.lower ?? '') || !isSign(items, open + 5, ')')) return;
  if (!/(?:ed|en|ing)$/.test(word)) return;
  const wholes = countsAt(items, word, index).filter((count) => count !== part);
  const [whole, ...otherWholes] = wholes;
  if (whole === undefined || !isLess(part, whole)) return;
  tie(reader, { form: 'n, p% of N', share, part, whole, otherWholes, isImplied: true });
}

/** The bracket that opens soon behind the part at `index`. */
function openingBehind(items: readonly Item[], index: number): number | undefined {
  for (let at = index + 1; at < index + 8; at += 1) {
    if (isSign(items, at, '(')) return at;
    if (!isWord(items[at])) return undefined;
  }
  return undefined;
}

/** The counts right beside the last place before `index` where `word` stands: "offered on 709 occasions", "709 were offered". */
function countsAt(items: readonly Item[], word: string, index: number): readonly Quantity[] {
  for (let at = index - 1; at >= 0 && at > index - FARTHEST; at -= 1) {
    if (items[at]?.lower !== word) continue;
    const near = [at - 1, at - 2, at - 3, at - 4, at + 1, at + 2, at + 3];
    return near.flatMap((place) => (place < index ? (countAt(items, place) ?? []) : []));
  }
  return [];
}

const IS = /^(?:are|were|is|was|have|had|has|live|lived|remain|remained|left|took|received|did|came|went)$/;

/**
 * `There are 296 children on plans. Just over a third are under five (101).` and `We know 358 care leavers. 64% (229) are in
 * work.`: a share at the beginning of a sentence that names no whole is one of what was counted before.
 */
function tieShareOfBefore(reader: Reader, index: number): void {
  const { items } = reader;
  const share = shareAt(items, index);
  const end = share && endOfSentenceBefore(items, index, LEADS);
  if (share === undefined || end === undefined || isOfSomethingElse(items, index + 1)) return;
  const close = bracketedCount(items, index + 1);
  const isClause = IS.test(items[close?.next ?? index + 1]?.lower ?? '');
  const part = isClause ? (close?.quantity ?? countAtEnd(items, index)) : undefined;
  const before = sameAgain(reader, end) ?? wholeBefore(items, end);
  if (part === undefined || before === undefined || !isLess(part, before.whole)) return;
  const { whole, rivals } = before;
  tie(reader, { form: 'N. n (p%)', share, part, whole, otherWholes: rivals, isImplied: true });
}

/** The whole of the sentence that ends at `end`, where that speaks of a share of the sentence before it: both speak of one whole. */
function sameAgain({ items, ties }: Reader, end: number): WholeBefore | undefined {
  const last = ties.at(-1);
  if (last?.form !== 'N. n (p%)' || last.share === undefined) return undefined;
  const { from } = last.share.span;
  let start = end;
  while (start > 0 && items[start - 1]?.sentence === items[end]?.sentence) start -= 1;
  return (items[start]?.from ?? 0) <= from ? { whole: last.whole, rivals: last.otherWholes } : undefined;
}

/** The count alone in a bracket that ends what is said of the share at `index`. */
function countAtEnd(items: readonly Item[], index: number): Quantity | undefined {
  const sentence = items[index]?.sentence;
  for (let at = index + 1; at < index + 16 && items[at]?.sentence === sentence; at += 1) {
    if (isSign(items, at, '(')) return bracketedCount(items, at)?.quantity;
    const quantity = items[at]?.quantity;
    if (quantity !== undefined && !isAside(quantity)) return undefined;
    if (OTHERS.test(items[at]?.lower ?? '') || isSign(items, at, ';') || isSign(items, at, ','))
      return undefined;
  }
  return undefined;
}

/** The forms in which the whole is one of several figures before, from the quantity at `index`. */
export function tieAmong(reader: Reader, index: number): void {
  tieClauseOfWhich(reader, index);
  tieThose(reader, index);
  tieShareOfBefore(reader, index);
}

/** A part with its share, by the index of its first item. */
interface Pair {
  readonly index: number;
  readonly part: Quantity;
  readonly share: Quantity;
}

function pairAt(items: readonly Item[], index: number): Pair | undefined {
  const part = countAt(items, index);
  const inside = part && bracketedShare(items, index + 1);
  if (part !== undefined) {
    return inside && endOfLink(items, inside.next) === undefined
      ? { index, part, share: inside.quantity }
      : undefined;
  }
  const share = percentageAt(items, index);
  const count = share && bracketedCount(items, index + 1);
  return count && endOfLink(items, count.next) === undefined
    ? { index, part: count.quantity, share }
    : undefined;
}

/** The pairs of each sentence that no tie has yet. */
function freePairs({ items, used }: Reader): ReadonlyMap<number, readonly Pair[]> {
  const bySentence = new Map<number, Pair[]>();
  for (const [index, { quantity, sentence }] of items.entries()) {
    const pair = quantity === undefined ? undefined : pairAt(items, index);
    if (pair === undefined || used.has(pair.part.span.from) || used.has(pair.share.span.from)) continue;
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), pair]);
  }
  return bySentence;
}

function tiedTo(whole: Quantity, { part, share }: Pair): Tied {
  return { form: 'N: n (p%), n (p%)', share, part, whole, isImplied: true };
}

/** The counts that may be the whole of the pairs: those before the first of them, in its sentence and the one before. */
function wholesOf(items: readonly Item[], { index }: Pair): readonly Quantity[] {
  const sentence = items[index]?.sentence ?? 0;
  const wholes: Quantity[] = [];
  for (
    let at = index - 1;
    at >= 0 && index - at < FARTHEST && (items[at]?.sentence ?? 0) >= sentence - 1;
    at -= 1
  ) {
    const count = countAt(items, at);
    if (count !== undefined && count.qualifier === 'exact' && count.value.digits > 2n) wholes.push(count);
  }
  return wholes;
}

/**
 * `142 complaints were received, 11 fewer than before; 17 (12%) were upheld, 54 (38%) partly and 71 (50%) not`: where two
 * pairs of a sentence and more are shares of one figure before them, which is no chance, the others are meant to be so too.
 */
export function tieListed(reader: Reader): void {
  for (const pairs of freePairs(reader).values()) {
    const [first] = pairs;
    if (first === undefined || pairs.length < 2) continue;
    const found = wholesOf(reader.items, first).map((whole) => {
      const verdicts = pairs.map((pair) => ({ pair, verdict: verdictOf(shareTie(tiedTo(whole, pair))) }));
      const isPlain = ({ part }: Pair) => part.value.digits > 0n && part.value.digits < whole.value.digits;
      return {
        whole,
        holding: verdicts.filter(({ pair, verdict }) => verdict === 'holds' && isPlain(pair)).length,
        wrong: verdicts.filter(({ verdict }) => verdict === 'contradiction' || verdict === 'impossible')
          .length,
      };
    });
    const [best, second] = found.sort((a, b) => b.holding - a.holding);
    if (best === undefined || best.holding < 2 || best.wrong > 1) continue;
    // Two wholes that do as well leave open which one is meant.
    const otherWholes = second !== undefined && second.holding === best.holding ? [second.whole] : [];
    for (const pair of pairs) tie(reader, { ...tiedTo(best.whole, pair), otherWholes });
  }
}
