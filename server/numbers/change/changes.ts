import type { Quantity } from '../../values/quantity.ts';
import { isDash } from '../../values/tokens.ts';
import { type Item, isSign, isWord, percentageAt } from '../passage.ts';
import { betterHere, isLooseWord } from '../proseSense.ts';
import { Readings } from '../readings.ts';
import { bracketedShare } from '../share/shareParts.ts';
import {
  afterAdverbs,
  amountAt,
  amountBefore,
  bracket,
  CLAUSE,
  figureFrom,
  isWhole,
  sentenceStart,
} from './changeParts.ts';
import { type ChangeForm, type ChangeTie, canMeasure, sharingUnit } from './changeTie.ts';
import { type Direction, directionAt, isDenied, isItselfChanged, timesAt } from './directions.ts';
import { earlierFigures, figuresIn } from './earlier.ts';

/** Two figures of two times that words tie, whatever they say of them. */
interface Pair {
  readonly form: ChangeForm;
  readonly earlier: Quantity;
  readonly later: Quantity;
  /** Shares beside the two, where each has one: what is said may be said of these. */
  readonly beside: readonly Quantity[];
  /** Whether each figure has its time, or both are percentages: a range "from 3 to 6 months" has neither. */
  readonly isPlain: boolean;
  readonly from: number;
  readonly next: number;
}

/** `x … to y`, from the figure x that ends before `start`. */
function toFigure(items: readonly Item[], from: number): Pair | undefined {
  const first = figureFrom(items, from + 1);
  if (first === undefined) return undefined;
  const beside: Quantity[] = [];
  const sentence = items[from]?.sentence;
  let at = first.index;
  while (at < first.index + 26) {
    const item = items[at];
    if (item === undefined || item.sentence !== sentence || CLAUSE.test(item.lower)) return undefined;
    if (isSign(items, at, ';')) return undefined;
    const own = bracket(items, at);
    if (own !== undefined) {
      if (own.quantities.length > 0 && at === first.index) beside.push(...own.quantities);
      at = own.next;
      continue;
    }
    const isLink = item.lower === 'to' || item.lower === '→';
    const second = isLink ? figureFrom(items, at + 1) : undefined;
    if (second !== undefined) return paired(items, from, first, second, at, beside);
    if (item.quantity?.kind === first.quantity.kind && !isWhole(items, at)) return undefined;
    at += 1;
  }
  return undefined;
}

type Found = NonNullable<ReturnType<typeof figureFrom>>;

function paired(
  items: readonly Item[],
  from: number,
  first: Found,
  second: Found,
  link: number,
  beside: readonly Quantity[],
): Pair | undefined {
  const two = sharingUnit(first.quantity, second.quantity);
  if (two === undefined) return undefined;
  const [earlier, later] = two;
  const behind = bracket(items, second.index)?.quantities ?? [];
  const isShare = later.kind === 'percentage' || later.kind === 'rate' || later.kind === 'money';
  // Where something stands between x and "to" it is when or what x was: no range is written so.
  const isPlain = isShare || link > first.index;
  const next = second.index;
  return { form: 'from x to y', earlier, later, beside: [...beside, ...behind], isPlain, from, next };
}

/** `to y … from x`, from the "to" at `index`. */
function fromFigure(items: readonly Item[], index: number): Pair | undefined {
  const second = items[index]?.lower === 'to' ? figureFrom(items, index + 1) : undefined;
  if (second === undefined) return undefined;
  let at = second.index;
  while (at < second.index + 16) {
    const item = items[at];
    if (item === undefined || item.sentence !== items[index]?.sentence || CLAUSE.test(item.lower))
      return undefined;
    const own = bracket(items, at);
    if (own !== undefined) {
      at = own.next;
      continue;
    }
    const first = item.lower === 'from' ? figureFrom(items, at + 1) : undefined;
    if (first !== undefined) {
      const two = sharingUnit(first.quantity, second.quantity);
      if (two === undefined) return undefined;
      const [earlier, later] = two;
      return {
        form: 'to y from x',
        earlier,
        later,
        beside: [],
        isPlain: true,
        from: index,
        next: first.index,
      };
    }
    if (item.quantity?.kind === second.quantity.kind && !isWhole(items, at)) return undefined;
    at += 1;
  }
  return undefined;
}

/** The word of a direction, and what qualifies a multiple: `more than doubled`. */
function wordsOf(items: readonly Item[], { index, times }: Direction): string {
  const text = (at: number) => items[at]?.token?.text ?? '';
  if (times === undefined) return text(index);
  const isThan = text(index - 1) === 'than';
  const isNear = /^(?:almost|nearly|virtually|roughly|about|around|over)$/i.test(text(index - 1));
  const begin = isThan ? index - 2 : isNear ? index - 1 : index;
  return items
    .slice(begin, index + 1)
    .map((_, at) => text(begin + at))
    .join(' ');
}

/** What stands behind a word of direction: by how much, and the two figures. */
interface Said {
  readonly by: Quantity | undefined;
  readonly pair: Pair | undefined;
}

const MOST_BETWEEN = 18;

function saidBehind(items: readonly Item[], direction: Direction): Said | undefined {
  const start = afterAdverbs(items, direction.index + 1);
  const amount = amountAt(items, start, direction);
  let at = amount?.next ?? start;
  const begin = at;
  const yFirst = fromFigure(items, at);
  if (yFirst !== undefined) return { by: amount?.by, pair: yFirst };
  for (; at < begin + MOST_BETWEEN; at += 1) {
    const item = items[at];
    if (item === undefined || item.sentence !== items[direction.index]?.sentence) return undefined;
    const pair = item.lower === 'from' ? toFigure(items, at) : undefined;
    if (pair !== undefined) {
      const isNear = at <= begin + 2;
      const isMixed = items.slice(begin, at).some(({ quantity }) => quantity?.kind === pair.later.kind);
      return isMixed ? undefined : { by: amount?.by, pair: { ...pair, isPlain: pair.isPlain || isNear } };
    }
    if (CLAUSE.test(item.lower) || (at > begin && directionAt(items, at) !== undefined)) return undefined;
    if (/^(?:which|who|that)$/.test(item.lower) || isSign(items, at, ';')) return undefined;
    const isPause = isSign(items, at, ',') || isSign(items, at, ')');
    if (isPause && items[at + 1]?.lower !== 'from') return undefined;
    if (item.quantity !== undefined && figureFrom(items, at) === undefined) return undefined;
  }
  return undefined;
}

function certaintyOf(items: readonly Item[], direction: Direction, pair: Pair): ChangeTie['certainty'] {
  const { earlier, later, beside } = pair;
  if (isLooseWord(items, direction, later)) return 'possible';
  // "from 12 (30%) to 18 (22%)": the number rises and the share falls.
  if (beside.length >= 2) return 'possible';
  const isRange = direction.sense === 'down' && !pair.isPlain && later.value.digits >= earlier.value.digits;
  return isRange ? 'possible' : 'explicit';
}

function tieOf(
  items: readonly Item[],
  direction: Direction,
  { by, pair }: { readonly by: Quantity | undefined; readonly pair: Pair },
): ChangeTie | undefined {
  const item = items[direction.index];
  if (item === undefined) return undefined;
  const { form, earlier, later } = pair;
  const better = betterHere(items, direction, later);
  const isKnown = direction.sense === 'up' || direction.sense === 'down' || better !== undefined;
  const amount = by !== undefined && canMeasure(by, later) ? by : undefined;
  if (!isKnown && amount === undefined) return undefined;
  return {
    kind: 'change',
    form,
    earlier,
    later,
    otherLater: [],
    claim: direction.sense,
    claimSpan: { from: item.from, to: item.to },
    claimText: wordsOf(items, direction),
    by: amount,
    times: timesAt(items, direction),
    better,
    certainty: certaintyOf(items, direction, pair),
  };
}

const LINKS =
  /^(?:which|this|that|is|was|are|were|represents|representing|equates|equating|equivalent|to|a|an|ie|i|e|therefore|being|making|small|slight|significant|substantial|further|sharp|marked|considerable|net|overall|of|or)$/;

/** `, an increase of 13 points`, `(up 13 points)`, `: a rise of 36%` behind two figures. */
function afterthought(items: readonly Item[], pair: Pair): readonly ChangeTie[] {
  let at = pair.next;
  for (; at < pair.next + 12; at += 1) {
    const item = items[at];
    const isFigure = item?.quantity !== undefined && item.quantity.kind !== 'duration';
    if (item === undefined || isFigure || CLAUSE.test(item.lower)) return [];
    const isOpen = [',', '(', ';', ':'].some((sign) => isSign(items, at, sign)) || isDash(item.token);
    if (!isOpen) continue;
    let behind = at + 1;
    while (behind < at + 7 && LINKS.test(items[behind]?.lower ?? '')) behind += 1;
    // ", a 35% increase" gives the amount first.
    const isBefore = items[behind]?.quantity !== undefined && items[behind - 1]?.lower !== 'of';
    const direction = directionAt(items, isBefore ? behind + 1 : behind);
    if (direction === undefined) continue;
    const first = isBefore && direction.kind === 'noun' ? amountBefore(items, behind + 1) : undefined;
    const amount = first ? { by: first, next: behind + 2 } : amountAt(items, behind + 1, direction);
    const isEnd = amount !== undefined && !/^(?:from|to|on)$/.test(items[amount.next]?.lower ?? '');
    if (!isEnd) return [];
    const amounts = [amount.by, ...saidAgain(items, amount.next)];
    return amounts.flatMap((by) => tieOf(items, direction, { by, pair }) ?? []);
  }
  return [];
}

/** `13 children, or 3.8%`, `44 (4.5%)`: the amount once more, as a share. */
function saidAgain(items: readonly Item[], index: number): readonly Quantity[] {
  let at = index;
  while (at < index + 3 && isWord(items[at]) && items[at]?.lower !== 'or') at += 1;
  const share = bracketedShare(items, at)?.quantity;
  if (share !== undefined) return [share];
  if (isSign(items, at, ',')) at += 1;
  const other = items[at]?.lower === 'or' ? percentageAt(items, at + 1) : undefined;
  return other === undefined ? [] : [other];
}

/** `352, compared with 339 a year earlier: a rise of 13`, `9,384, down from 10,021 (a fall of 6.4%)`, from the link at `index`. */
function heldAgainst(items: readonly Item[], index: number): readonly ChangeTie[] {
  const next = items[index + 1]?.lower ?? '';
  const isCompared = items[index]?.lower === 'compared' && /^(?:with|to)$/.test(next);
  const isParticle = /^(?:up|down)$/.test(items[index]?.lower ?? '') && next === 'from';
  const first = isCompared || isParticle ? figureFrom(items, index + 2) : undefined;
  if (first === undefined) return [];
  const found = figuresIn(items, sentenceStart(items, index), index, first.quantity);
  const [nearest, ...otherLater] = found;
  const two = nearest && sharingUnit(first.quantity, nearest);
  if (two === undefined) return [];
  const [earlier, later] = two;
  const form = 'y, compared with x: a rise';
  const pair: Pair = { form, earlier, later, beside: [], isPlain: true, from: index, next: first.index };
  return afterthought(items, pair).map((tie) => ({ ...tie, otherLater }));
}

const FIGURES =
  /\d+|\b(?:half|third|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b/gi;

/** Whether a passage may say of two figures how one became the other. Cheap, and not so of most passages. */
export function mayHoldChange(text: string): boolean {
  return /\b(?:from|on|to|compared)\b/i.test(text) && (text.match(FIGURES)?.length ?? 0) >= 2;
}

/**
 * The changes that a passage states with their figures: "rose from 68% to 81%, an increase of 13 points". In: the text of
 * a paragraph, item or cell. Out: ties in the order of their words; their spans are in the text.
 */
export function readChanges(text: string, readings = new Readings()): readonly ChangeTie[] {
  const items = readings.passage(text);
  const ties: ChangeTie[] = [];
  const known = new Set<number>();
  const add = (pair: Pair, tie: ChangeTie | undefined) => {
    if (tie !== undefined) ties.push(tie);
    const after = known.has(pair.from) ? [] : afterthought(items, pair);
    known.add(pair.from);
    ties.push(...after);
  };
  for (const index of items.keys()) {
    const direction = directionAt(items, index);
    if (direction === undefined || isDenied(items, index) || isItselfChanged(items, direction)) continue;
    const said = saidBehind(items, direction);
    if (said?.pair !== undefined) add(said.pair, tieOf(items, direction, { by: said.by, pair: said.pair }));
    else ties.push(...earlierFigures(items, direction));
  }
  for (const [index, { lower }] of items.entries()) {
    ties.push(...heldAgainst(items, index));
    if (lower !== 'from' || known.has(index)) continue;
    const pair = toFigure(items, index);
    if (pair !== undefined) add(pair, undefined);
  }
  return ties;
}
