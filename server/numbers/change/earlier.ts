import type { Quantity } from '../../values/quantity.ts';
import { isDash } from '../../values/tokens.ts';
import { type Item, isSign } from '../passage.ts';
import { betterHere, isLooseWord } from '../proseSense.ts';
import { bracketedShare } from '../share/shareParts.ts';
import {
  afterAdverbs,
  amountAt,
  amountBefore,
  behindTime,
  CLAUSE,
  figureFrom,
  isAdjectival,
  isWhole,
  sentenceStart,
} from './changeParts.ts';
import { type ChangeForm, type ChangeTie, canMeasure, comparable, sharingUnit } from './changeTie.ts';
import type { Direction } from './directions.ts';

const LINK = /^(?:from|on|upon|against)$/;

/** Where the figure of the earlier time begins: behind `from`, `on last year's`, `compared with`. */
function earlierAt(items: readonly Item[], index: number): number | undefined {
  const lower = items[index]?.lower ?? '';
  if (LINK.test(lower)) return index + 1;
  const next = items[index + 1]?.lower ?? '';
  return /^(?:compared|relative)$/.test(lower) && /^(?:to|with)$/.test(next) ? index + 2 : undefined;
}

// Between the figure and the noun that speaks of it: ", which is a significant", "This represents a slight".
const INTO =
  /^(?:which|this|that|it|is|was|are|were|has|have|had|been|be|also|now|represents?|represented|representing|shows?|showing|marks?|a|an|the|very|quite|small|slight|significant|substantial|considerable|marked|sharp|large|big|huge|further|modest|notable|welcome|steady|dramatic|slow|strong|real|clear|good|impressive|sizeable|minor|major|positive|rapid|recent|already|since|well|much|just|far|still|both|even|remains?|remained|figure|rate|performance|proportion|percentage|level|result|\w+ly)$/;

/** The index of the first of the words that lead into a word of direction. */
export function leadOf(items: readonly Item[], index: number): number {
  let at = index;
  const sentence = items[index]?.sentence;
  while (at > 0 && items[at - 1]?.sentence === sentence && INTO.test(items[at - 1]?.lower ?? '')) at -= 1;
  return at;
}

export interface Later {
  readonly found: readonly Quantity[];
  readonly form: ChangeForm;
}

/** Behind these "of" says which figure it is, and not of how many: "a rate of 304 per 100,000". */
const NAMING = /^(?:rate|average|mean|median|proportion|percentage|score|level)$/;

/** The figures of a stretch that an earlier one can be compared with, the nearest first; wholes and brackets are left out. */
export function figuresIn(
  items: readonly Item[],
  from: number,
  to: number,
  like: Quantity,
): readonly Quantity[] {
  const found: Quantity[] = [];
  const wholes: Quantity[] = [];
  let depth = 0;
  for (let at = to - 1; at >= from; at -= 1) {
    if (isSign(items, at, ')')) depth += 1;
    if (isSign(items, at, '(')) depth = Math.max(0, depth - 1);
    const quantity = items[at]?.quantity;
    if (quantity === undefined || sharingUnit(like, quantity) === undefined) continue;
    const isEarlier = items[at - 1]?.lower === 'from';
    if (depth > 0 || isEarlier || isAdjectival(items, at)) continue;
    const isPartOf = isWhole(items, at) && !NAMING.test(items[at - 2]?.lower ?? '');
    if (isPartOf || /^(?:least|most|within|every|than)$/.test(items[at - 1]?.lower ?? ''))
      wholes.push(quantity);
    else found.push(quantity);
  }
  return found.length > 0 ? found : wholes;
}

/** The later figure in front of the words: in the same sentence, or in the one before "This is". */
export function laterBefore(
  items: readonly Item[],
  index: number,
  like: Quantity,
  here: ChangeForm,
  there: ChangeForm,
  isLoose = false,
): Later | undefined {
  const lead = leadOf(items, index);
  const start = sentenceStart(items, index);
  const isThis = lead === start && /^(?:this|that|it)$/.test(items[lead]?.lower ?? '');
  if (isThis) {
    if (start === 0) return undefined;
    const found = figuresIn(items, sentenceStart(items, start - 1), start, like);
    // Of several figures nobody knows which one "this" is.
    return found.length === 1 ? { found, form: there } : undefined;
  }
  const before = items[lead - 1];
  const opens = isSign(items, lead - 1, ',') || isSign(items, lead - 1, '(') || isDash(before?.token);
  const leads = /^(?:which|this)$/.test(items[lead]?.lower ?? '');
  const isDirect = before?.quantity !== undefined || before === undefined;
  const isParticle = /^(?:up|down)$/.test(items[index]?.lower ?? '');
  if (!opens && !leads && !isLoose && !(isDirect && isParticle)) return undefined;
  const found = figuresIn(items, start, lead, like);
  return found.length > 0 ? { found, form: here } : undefined;
}

/**
 * What a word of direction says of a figure that stands in front of it: "33 were approved, an increase from 27 last year".
 * The nearest figure is taken to be the later one, and the others of the sentence are kept as what may be meant instead.
 */
export function earlierFigures(items: readonly Item[], direction: Direction): readonly ChangeTie[] {
  const start = afterAdverbs(items, direction.index + 1);
  const amount = amountAt(items, start, direction);
  // "150, a 25% increase on the 120 in 2018"
  const before = direction.kind === 'noun' ? amountBefore(items, direction.index) : undefined;
  // "an increase of 44 (4.5%) on the 974": both say by how much.
  const share = amount && bracketedShare(items, amount.next);
  const at = earlierAt(items, share?.next ?? amount?.next ?? start);
  const first = at === undefined ? undefined : (figureFrom(items, at) ?? behindTime(items, at));
  if (first === undefined) return toOnly(items, direction, start);
  const end = before === undefined ? direction.index : direction.index - 1;
  const later = laterBefore(items, end, first.quantity, 'y, up from x', 'y. This is up from x');
  if (later === undefined) return [];
  const amounts = share === undefined ? [amount?.by ?? before] : [amount?.by, share.quantity];
  return amounts.flatMap((by) => made(items, direction, first.quantity, later, by));
}

/** `x …, and this has risen to y`: the pronoun is the figure before. */
function toOnly(items: readonly Item[], direction: Direction, index: number): readonly ChangeTie[] {
  if (direction.kind !== 'verb' || items[index]?.lower !== 'to') return [];
  const second = figureFrom(items, index + 1);
  const lead = leadOf(items, direction.index);
  if (second === undefined || !/^(?:this|which|it)$/.test(items[lead]?.lower ?? '')) return [];
  const start = sentenceStart(items, direction.index);
  for (let at = lead - 1; at >= start; at -= 1) if (CLAUSE.test(items[at]?.lower ?? '')) return [];
  const isFirst = lead === start;
  const from = isFirst && start > 0 ? sentenceStart(items, start - 1) : start;
  const [earlier, other] = figuresIn(items, from, lead, second.quantity);
  if (earlier === undefined || other !== undefined) return [];
  // What the pronoun stands for must be counted in the same unit; of bare counts nobody knows.
  const two = comparable(earlier, second.quantity);
  if (two === undefined || second.quantity.kind === 'count') return [];
  return made(items, direction, two[0], { found: [two[1]], form: 'x, and this rose to y' }, undefined);
}

function made(
  items: readonly Item[],
  direction: Direction,
  earlier: Quantity,
  { found, form }: Later,
  by: Quantity | undefined,
): readonly ChangeTie[] {
  const [nearest, ...others] = found;
  const item = items[direction.index];
  const two = nearest && comparable(earlier, nearest);
  if (two === undefined || item === undefined) return [];
  const [from, later] = two;
  const better = betterHere(items, direction, later);
  const isKnown = direction.sense === 'up' || direction.sense === 'down' || better !== undefined;
  const amount = by !== undefined && canMeasure(by, later) ? by : undefined;
  if (!isKnown && amount === undefined) return [];
  return [
    {
      kind: 'change',
      form,
      earlier: from,
      later,
      otherLater: others,
      claim: direction.sense,
      claimSpan: { from: item.from, to: item.to },
      claimText: item.token?.text ?? '',
      by: amount,
      times: undefined,
      better,
      certainty: isLooseWord(items, direction, later) ? 'possible' : 'explicit',
    },
  ];
}
