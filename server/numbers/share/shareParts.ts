import type { Quantity } from '../../values/quantity.ts';
import { countAt, type Item, isSign, percentageAt, skipWords } from '../passage.ts';

/** A quantity found at some place, and the index of the item behind the place. */
export interface Part {
  readonly quantity: Quantity;
  readonly next: number;
}

/** Two counts said to be part and whole: `25 of 44`; `next` is the index behind the whole. */
export interface PartOfWhole {
  readonly part: Quantity;
  readonly whole: Quantity;
  readonly next: number;
}

export const NO_STOPS: ReadonlySet<string> = new Set();

// Words behind which a bracket speaks of something else than the whole just named.
export const CLAUSE_WORDS: ReadonlySet<string> = new Set(
  (
    'but while compared than from which who whom whose by because where with including or to ' +
    // "Three of the six teams met the target (80%)": the bracket tells the target.
    'for at on above below against target targets average averages threshold standard benchmark national nationally met ' +
    'exceeded exceeding achieved achieving reached improved increased reduced increase up down score scored'
  ).split(' '),
);

// Between a share and the bracket behind it another clause may begin: "84% and all plans are done (3 of 12)".
export const CLAUSES_AFTER_SHARE: ReadonlySet<string> = new Set([...CLAUSE_WORDS, 'and']);

const RESTATES = new Set([
  'or',
  'i.e',
  'ie',
  'is',
  'that',
  'which',
  'being',
  'representing',
  'equating',
  'equates',
  'equal',
  'equivalent',
  'to',
  'a',
  'some',
]);
const BEFORE_WHOLE = new Set([
  'the',
  'these',
  'those',
  'all',
  'its',
  'their',
  'our',
  'total',
  'a',
  'of',
  'possible',
]);
const COMPARES = new Set([
  'of',
  'more',
  'fewer',
  'less',
  'higher',
  'lower',
  'up',
  'down',
  'above',
  'below',
  'better',
  'worse',
  'points',
  'point',
  'increase',
  'decrease',
  'reduction',
  'rise',
  'fall',
  'in',
  'for',
  'compared',
  'against',
  'target',
  'nationally',
  'than',
]);

/** Whether the share at `index` says of itself what it is a share of, or that it compares: "57% of those entered". */
export function isOfSomethingElse(items: readonly Item[], index: number): boolean {
  return COMPARES.has(items[index]?.lower ?? '');
}

/** `(57%)`, `(or 21.8%)`, `(57%, up from 40%)` from the opening bracket at `index`. `(57% of those entered)` names another whole. */
export function bracketedShare(items: readonly Item[], index: number): Part | undefined {
  if (!isSign(items, index, '(')) return undefined;
  let at = index + 1;
  for (
    let words = 0;
    words < 4 && (RESTATES.has(items[at]?.lower ?? '') || isSign(items, at, '='));
    words += 1
  )
    at += 1;
  if (['i', 'e'].includes(items[at]?.lower ?? '')) at += 4;
  at = behindRate(items, at);
  const quantity = shareAt(items, at);
  if (quantity === undefined) return undefined;
  if (isSign(items, at + 1, ')')) return { quantity, next: at + 2 };
  const isCut = isSign(items, at + 1, ',') || isSign(items, at + 1, ';');
  return isCut ? { quantity, next: at + 2 } : undefined;
}

/** A percentage, or a share in words as `two thirds`. */
export function shareAt(items: readonly Item[], index: number): Quantity | undefined {
  const quantity = items[index]?.quantity;
  return quantity?.kind === 'fraction' ? quantity : percentageAt(items, index);
}

/** `(12)`: a count alone in brackets. */
export function bracketedCount(items: readonly Item[], index: number): Part | undefined {
  const quantity = isSign(items, index, '(') ? countAt(items, index + 1) : undefined;
  return quantity && isSign(items, index + 2, ')') ? { quantity, next: index + 3 } : undefined;
}

/** "12 of two authorities' plans": the noun behind the number owns what is counted. */
function isPossessive(items: readonly Item[], index: number): boolean {
  for (let at = index; at < index + 3; at += 1) {
    const item = items[at];
    if (item?.token?.kind !== 'word') return false;
    if (/['’]s$/.test(item.lower)) return true;
    const after = items[at + 1]?.token;
    if (after !== undefined && !after.spaced && (after.text === '’' || after.text === "'")) return true;
  }
  return false;
}

const GROUPS = new Set(
  'cohort sample group caseload workforce population number list roll panel membership complement'.split(' '),
);

/** The index behind words before a whole: "the", "all", "a total of", "the full cohort of". */
function behindLead(items: readonly Item[], index: number): number {
  let at = index;
  for (let words = 0; words < 4 && BEFORE_WHOLE.has(items[at]?.lower ?? ''); words += 1) at += 1;
  if (at === index) return at;
  const noun = ['full', 'whole', 'entire', 'overall'].includes(items[at]?.lower ?? '') ? at + 1 : at;
  const isGroup = GROUPS.has(items[noun]?.lower ?? '') && items[noun + 1]?.lower === 'of';
  return isGroup ? noun + 2 : at;
}

/**
 * The whole behind `of`, `out of`, `/`: `of 44 teams`, `of the 25 pupils`, `out of a total of 754`, `of the cohort of 46`.
 * `index` is behind that link.
 */
export function wholeAt(items: readonly Item[], index: number): Part | undefined {
  const at = behindLead(items, index);
  const quantity = countAt(items, at);
  // "Seven of one team's cases", "12 of two authorities' plans": the number counts owners, not the whole.
  if (quantity === undefined || quantity.value.digits < 2n || isPossessive(items, at + 1)) return undefined;
  return { quantity, next: at + 1 };
}

/** The index behind `of` or `out of` at `index`. */
export function endOfLink(items: readonly Item[], index: number): number | undefined {
  if (items[index]?.lower === 'of') return index + 1;
  return items[index]?.lower === 'out' && items[index + 1]?.lower === 'of' ? index + 2 : undefined;
}

/** `25 of 44`, `210 out of 754`, `649/704`, `12 children out of 30`: a part and its whole that begin at `index`. */
export function partOfWhole(items: readonly Item[], index: number): PartOfWhole | undefined {
  const part = countAt(items, index);
  if (part === undefined) return undefined;
  const slash = items[index + 1]?.token;
  const isSlash = slash?.text === '/' && isSign(items, index + 1, '/');
  // "304 have completed all three modules out of 436": the modules are not the part.
  const isOfAll = ['all', 'both'].includes(items[index - 1]?.lower ?? '');
  const distant = isOfAll ? undefined : endOfDistantLink(items, index + 1);
  const link = isSlash ? index + 2 : (endOfLink(items, index + 1) ?? distant);
  const whole = link === undefined ? undefined : wholeAt(items, link);
  if (whole === undefined) return undefined;
  return { part, whole: whole.quantity, next: whole.next };
}

// "12 children moved out of 30 homes": with a verb before it, "out of" is no share, so that only short noun phrases are passed.
const MOVES = /(?:ed|ing)$/;
const OTHER_MOVES = new Set([
  'live',
  'lives',
  'come',
  'go',
  'placed',
  'sent',
  'school',
  'borough',
  'are',
  'were',
  'was',
  'went',
  'came',
  'grew',
  'ran',
  'run',
  'get',
  'got',
  'left',
]);

function endOfDistantLink(items: readonly Item[], index: number): number | undefined {
  const at = skipWords(items, index, 4, new Set(['out']));
  if (at === undefined || at === index || endOfLink(items, at) !== at + 2) return undefined;
  const before = items[at - 1]?.lower ?? '';
  return MOVES.test(before) || OTHER_MOVES.has(before) ? undefined : at + 2;
}

const CONNECTORS = new Set(
  'or representing equating equates equivalent which being ie giving making meaning'.split(' '),
);
const CONNECTED = new Set([
  'is',
  'was',
  'to',
  'equates',
  'about',
  'represents',
  'only',
  'just',
  'that',
  'e',
  '.',
]);
const RATES = new Set(['rate', 'proportion', 'percentage', 'share']);
// Rates of these are not the share of those who did.
const OTHER_RATES =
  /^(?:attendance|absence|vacancy|turnover|growth|retention|sickness|interest|occupancy|reduction)$/;

/** The index of a share behind `a completion rate of`, or `index` itself. */
function behindRate(items: readonly Item[], index: number): number {
  for (let at = index; at < index + 4; at += 1) {
    const word = items[at]?.lower ?? '';
    if (RATES.has(word) && items[at + 1]?.lower === 'of') return at + 2;
    if (items[at]?.token?.kind !== 'word' || OTHER_RATES.test(word)) return index;
  }
  return index;
}

/** Whether a clause ends at `index`. */
export function isClosed(items: readonly Item[], index: number): boolean {
  if (items[index] === undefined) return true;
  return [',', ';', '.', ')', '–', '—', '-'].some((sign) => isSign(items, index, sign));
}

/**
 * `, or 57%`, `, which is 57%`, `, representing 57%`, `; that is 57%`, `, a completion rate of 57%`, and `, 57%,` or `– 57%`
 * alone between signs.
 */
export function connectedShare(items: readonly Item[], index: number): Part | undefined {
  const isCut = [',', ';', '–', '—'].some((sign) => isSign(items, index, sign));
  let at = isCut ? index + 1 : index;
  const isThat = isCut && ['that', 'i'].includes(items[at]?.lower ?? '');
  const isConnected = CONNECTORS.has(items[at]?.lower ?? '') || (isThat && items[at + 1] !== undefined);
  if (isConnected) at += 1;
  for (let words = 0; isConnected && words < 4 && CONNECTED.has(items[at]?.lower ?? ''); words += 1) at += 1;
  const rate = isCut || isConnected ? behindRate(items, at) : at;
  const share = percentageAt(items, rate);
  if (share === undefined || isOfSomethingElse(items, rate + 1)) return undefined;
  const isAlone = isCut && isClosed(items, rate + 1);
  return isConnected || rate > at || isAlone ? { quantity: share, next: rate + 1 } : undefined;
}

/** `, which is 73,` and `, or 73`: a count that says a share again. */
export function connectedCount(items: readonly Item[], index: number): Part | undefined {
  let at = isSign(items, index, ',') ? index + 1 : index;
  if (!CONNECTORS.has(items[at]?.lower ?? '')) return undefined;
  at += 1;
  for (let words = 0; words < 3 && CONNECTED.has(items[at]?.lower ?? ''); words += 1) at += 1;
  const quantity = countAt(items, at);
  return quantity && isClosed(items, at + 1) ? { quantity, next: at + 1 } : undefined;
}

/** `from the cohort of`, `of our workforce of`: the whole that a group is made up of, from the link at `index`. */
export function wholeOfGroup(items: readonly Item[], index: number): Part | undefined {
  const link = items[index]?.lower;
  const lead = link === 'of' || link === 'from' || link === 'in' ? behindLead(items, index + 1) : index;
  const isGroup = items[lead - 1]?.lower === 'of' && GROUPS.has(items[lead - 2]?.lower ?? '');
  return isGroup && lead > index + 1 ? wholeAt(items, index + 1) : undefined;
}
