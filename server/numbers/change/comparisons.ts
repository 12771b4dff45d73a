import type { Quantity } from '../../values/quantity.ts';
import { type Item, isOtherFigure, isSign, isWord } from '../passage.ts';
import { betterOfWords, speaksOfWorth, wordsBefore } from '../proseSense.ts';
import { Readings } from '../readings.ts';
import { againstEarlier } from './againstEarlier.ts';
import { amountBefore, bracket, CLAUSE, isAdjectival, sentenceStart } from './changeParts.ts';
import { type ChangeForm, type ChangeTie, canMeasure, sharingUnit } from './changeTie.ts';
import { type Comparative, comparativeAt } from './comparatives.ts';
import { directionAt, isDenied } from './directions.ts';
import { type Later, laterBefore } from './earlier.ts';
import { measuredComparison } from './measuredComparisons.ts';
import { varianceTies } from './variances.ts';

// What a figure is compared with, besides another figure: others' figures, an aim, or one's own of another time.
const COMPARATOR =
  /^(?:averages?|nationals?|nationally|england|english|regional|regions?|london|neighbours?|neighbour’s|comparators?|comparators[’']|comparable|comparator’s|similar|benchmarks?|targets?|thresholds?|standards?|previous|last|peers?|scorecard|median|baseline|wales|scotland|country|reported|ambition|trajectory|goal|sn|sns)$/;
const AIM = /^(?:targets?|ambition|trajectory|goal|thresholds?|standards?)$/;

/** A figure that is compared with, and what it is. */
interface Compared {
  readonly quantity: Quantity;
  readonly next: number;
  readonly isAim: boolean;
  /** Whether the figure may be that of what is spoken of: "above the national average (94%)". */
  readonly isLoose: boolean;
}

/** Where a bracket holds one figure that can be compared with, or several "respectively". */
function inBracket(items: readonly Item[], index: number): readonly Quantity[] {
  const own = bracket(items, index);
  if (own === undefined) return [];
  const isEach = items[own.next - 2]?.lower === 'respectively';
  const isPlain =
    own.quantities.length === 1 && /^(?:|at|of|was|is|england|which)$/.test(items[index + 1]?.lower ?? '');
  return isEach || isPlain ? own.quantities : [];
}

const LEADS =
  /^(?:of|at|is|was|averages?|england|nationally|target|national|figure|being|currently|stood|stands|london|neighbours|authorities|councils)$/;

/** The first figures of comparators from `index` on: `the national average of 52%`, `similar authorities (18%)`. */
function comparedAt(items: readonly Item[], index: number, most: number): readonly Compared[] {
  const sentence = items[index]?.sentence;
  let isKnown = false;
  let isAim = false;
  for (let at = index; at < index + most; at += 1) {
    const item = items[at];
    if (item === undefined || item.sentence !== sentence || isSign(items, at, ';')) return [];
    if (CLAUSE.test(item.lower) || item.lower === 'with') return [];
    if (at > index && comparativeAt(items, at) !== undefined) return [];
    if (COMPARATOR.test(item.lower)) isKnown = true;
    if (AIM.test(item.lower)) isAim = true;
    const { quantity } = item;
    if (quantity !== undefined && !isAdjectival(items, at)) {
      const isFit = isKnown ? LEADS.test(items[at - 1]?.lower ?? '') : isNamedBehind(items, at, index);
      const isLoose = isKnown && items[at - 1]?.lower === 'at';
      if (!isFit && quantity.kind === 'duration') continue;
      return isFit ? [{ quantity, next: at + 1, isAim, isLoose }] : [];
    }
    if (isSign(items, at, '(')) {
      const own = bracket(items, at);
      if (own === undefined || (own.quantities.length > 0 && !isKnown)) return [];
      const found = inBracket(items, at);
      if (found.length > 0)
        return found.map((one) => ({ quantity: one, next: own.next, isAim, isLoose: true }));
      if (own.quantities.length > 0) return [];
      at = own.next - 1;
      continue;
    }
    if (isSign(items, at, ',') && !/^(?:which|of|at)$/.test(items[at + 1]?.lower ?? '')) return [];
  }
  return [];
}

/** `the 12% England average`, and directly behind the words `better than 88.4% reported in 2013–14`. */
function isNamedBehind(items: readonly Item[], at: number, start: number): boolean {
  if (items[at]?.quantity?.kind === 'count' || items[at]?.quantity?.kind === 'duration') return false;
  const isNear = at <= start + 1;
  const isNamed = items.slice(at + 1, at + 4).some(({ lower }) => COMPARATOR.test(lower));
  return isNear && isNamed;
}

/** All figures that one comparative holds against: "the regional average of 8% and England 10%". */
function allCompared(items: readonly Item[], start: number): readonly Compared[] {
  const found: Compared[] = [];
  let own = comparedAt(items, start, 22);
  while (own.length > 0) {
    found.push(...own);
    let at = own.at(-1)?.next ?? items.length;
    // The time of the figure may stand between: "of 8% in 2013–14 and England 10%".
    while (isOtherFigure(items[at]) || /^(?:in|for|–|-|\/)$/.test(items[at]?.token?.text ?? '')) at += 1;
    const time = bracket(items, at);
    if (time !== undefined && time.quantities.length === 0) at = time.next;
    if (isSign(items, at, ',')) at += 1;
    if (items[at]?.lower !== 'and' || directionAt(items, at + 1) !== undefined) break;
    own = comparedAt(items, at + 1, 10);
  }
  return found;
}

function formOf({ claim, times }: Comparative, isThis: boolean): ChangeForm {
  if (times !== undefined) return 'y, twice x';
  if (claim === 'close' || claim === 'equal') return 'y, in line with x';
  return isThis ? 'y. This is higher than x' : 'y, higher than x';
}

/** `three percentage points higher than`, `20 days more than`: by how much. */
function distanceBefore(items: readonly Item[], index: number): Quantity | undefined {
  const quantity = items[index - 1]?.quantity;
  return quantity?.kind === 'points' || quantity?.kind === 'duration' ? quantity : undefined;
}

function certaintyOf(
  items: readonly Item[],
  { index, claim }: Comparative,
  { found: [own], form }: Later,
  { isAim, isLoose }: Compared,
): ChangeTie['certainty'] {
  if (own === undefined) return 'possible';
  const words = wordsBefore(items, index);
  const better = betterOfWords(words, own);
  const isOfNumber = claim === 'up' || claim === 'down';
  // "At 519 days performance is below the target of 487 days": below may be said of what is worse.
  const isOfWorth = isAim && (better === 'lower' || own.kind === 'duration');
  if (isOfNumber && better !== 'higher' && (isOfWorth || speaksOfWorth(words, own))) return 'possible';
  const isThis = form === 'y. This is higher than x';
  return (isAim && better !== 'higher') || (isThis && isLoose) || own.kind === 'count'
    ? 'likely'
    : 'explicit';
}

function tieWith(items: readonly Item[], comparative: Comparative, compared: Compared): readonly ChangeTie[] {
  const { index, claim, times, next } = comparative;
  const [here, there] = [formOf(comparative, false), formOf(comparative, true)];
  const like = compared.quantity;
  const by = distanceBefore(items, index);
  // "5% above the average": nobody knows whether 5% is the figure or the distance.
  const isUnclear = by === undefined && items[index - 1]?.quantity !== undefined;
  const end = by === undefined ? index : index - 1;
  const later = isUnclear ? undefined : laterBefore(items, end, like, here, there, true);
  const [nearest, ...otherLater] = later?.found ?? [];
  const two = nearest && sharingUnit(like, nearest);
  const [first, last] = [items[index], items[next - 1]];
  if (later === undefined || two === undefined || first === undefined || last === undefined) return [];
  const better = betterOfWords(wordsBefore(items, index), two[1]);
  if ((claim === 'better' || claim === 'worse') && better === undefined) return [];
  const isParted = claim !== undefined && next > index + 4;
  return [
    {
      kind: 'comparison',
      form: later.form,
      earlier: two[0],
      later: two[1],
      otherLater,
      claim,
      claimSpan: { from: first.from, to: isParted ? first.to : last.to },
      claimText: isParted ? (first.token?.text ?? '') : textOf(items, index, next),
      by: by !== undefined && canMeasure(by, two[1]) ? by : undefined,
      times,
      better,
      certainty: certaintyOf(items, comparative, later, compared),
    },
  ];
}

function textOf(items: readonly Item[], from: number, to: number): string {
  return items
    .slice(from, to)
    .map(({ token }) => token?.text ?? '')
    .join(' ');
}

/** Words of comparison with figures behind them: from here a bracket is looked for that holds both. */
const MOST_TO_BRACKET = 20;

/** `(13% compared with 11%)`, `(61% in 2015, compared with neighbours at 66%)` from a bracket at `index`. */
function bothAt(items: readonly Item[], index: number): readonly [Quantity, Quantity] | undefined {
  const own = bracket(items, index);
  const [value, compared] = own?.quantities ?? [];
  if (own === undefined || value === undefined || compared === undefined) return undefined;
  const words = items.slice(index + 1, own.next).map(({ lower }) => lower);
  const at = words.findIndex((word) => /^(?:compared|against|versus|vs)$/.test(word));
  const isBetween = at > 0 && (items[index + 1 + at]?.from ?? 0) < compared.start;
  const isFirst = items[index + 1]?.quantity === value && (items[index + 1 + at]?.from ?? 0) > value.span.to;
  if (!isBetween || !isFirst) return undefined;
  const two = sharingUnit(value, compared) ?? sharingUnit(compared, value);
  return two?.[0].span.from === compared.span.from ? [two[1], two[0]] : two;
}

/** The two figures of a bracket at the end of the clause that `index` stands in. */
function bothBehind(items: readonly Item[], index: number): readonly [Quantity, Quantity] | undefined {
  const kinds: Quantity['kind'][] = [];
  for (let at = index; at < index + MOST_TO_BRACKET; at += 1) {
    const item = items[at];
    if (item === undefined || item.sentence !== items[index]?.sentence) return undefined;
    if (isSign(items, at, '(')) {
      const both = bothAt(items, at);
      const isMixed = kinds.some((kind) => kind === both?.[0].kind || kind === both?.[1].kind);
      return isMixed ? undefined : both;
    }
    if (item.quantity !== undefined) kinds.push(item.quantity.kind);
    const isOther =
      at > index && (comparativeAt(items, at) !== undefined || directionAt(items, at) !== undefined);
    if (isOther || isSign(items, at, ';')) return undefined;
    if (/^(?:but|while|whereas|although|though|because|which)$/.test(item.lower)) return undefined;
  }
  return undefined;
}

/** A comparison, or a change by a noun ("a decrease in the number of orders"), whose figures a bracket gives. */
function bracketed(items: readonly Item[], index: number): readonly ChangeTie[] {
  const comparative = comparativeAt(items, index);
  const direction = comparative === undefined ? directionAt(items, index) : undefined;
  const isNoun = direction?.kind === 'noun' && /^(?:in|of)$/.test(items[index + 1]?.lower ?? '');
  const claim = isNoun ? direction.sense : comparative?.claim;
  const item = items[index];
  if (item === undefined || (claim !== 'up' && claim !== 'down') || isDenied(items, index)) return [];
  const both = bothBehind(items, comparative?.next ?? index + 1);
  if (both === undefined) return [];
  const [later, earlier] = both;
  const amount = amountBefore(items, index);
  // "3% higher (18% compared with 15%)" may be meant in points or as a share, which judging allows; a bare count may not.
  const isOfKind = amount?.kind !== 'count' || later.kind === 'count';
  const words = wordsBefore(items, index);
  return [
    {
      kind: isNoun ? 'change' : 'comparison',
      form: '(y compared with x)',
      earlier,
      later,
      otherLater: [],
      claim,
      claimSpan: { from: item.from, to: item.to },
      claimText: item.token?.text ?? '',
      by: amount !== undefined && isOfKind && canMeasure(amount, later) ? amount : undefined,
      times: undefined,
      better: betterOfWords(words, later),
      certainty: speaksOfWorth(words, later) ? 'possible' : 'likely',
    },
  ];
}

/** Whether a passage may compare figures. Cheap, and not so of most passages. */
export function mayHoldComparison(text: string): boolean {
  return (
    /\b(?:than|above|below|in line with|similar|comparable|the same as|equal to|exceed\w*|short of|excess|twice|double|half|compared|par|consistent|(?:over|under)spen\w+)\b/i.test(
      text,
    ) && /\d/.test(text)
  );
}

/**
 * The comparisons of a passage whose two figures are given: "at 44%, lower than the national average of 52%". In: the text
 * of a paragraph, item or cell. Out: ties in the order of their words; their spans are in the text.
 */
export function readComparisons(text: string, readings = new Readings()): readonly ChangeTie[] {
  const items = readings.passage(text);
  return items.flatMap((item, index) => {
    const earlier = againstEarlier(items, index);
    if (earlier !== undefined) return [earlier];
    if (!isWord(item)) return [];
    const variances = varianceTies(items, index);
    if (variances.length > 0) return variances;
    const comparative = comparativeAt(items, index);
    const own = bracketed(items, index);
    if (own.length > 0 || comparative === undefined || isDenied(items, index)) return own;
    const start = sentenceStart(items, index);
    if (items.slice(Math.max(start, index - 3), index).some(({ lower }) => lower === 'no')) return [];
    const measured = measuredComparison(items, comparative);
    if (measured !== undefined) return [measured];
    return allCompared(items, comparative.next).flatMap((one) => tieWith(items, comparative, one));
  });
}
