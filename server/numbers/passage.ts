import { ENGLISH } from '../values/language.ts';
import type { OtherFigure } from '../values/marks.ts';
import { type Quantity, type Reading, readTokens } from '../values/quantity.ts';
import { isDash, isSymbol, type Token, tokenise } from '../values/tokens.ts';

/** A token of a passage, or a whole quantity with its qualifier. */
export interface Item {
  readonly from: number;
  readonly to: number;
  /** The token in lower case; empty for a quantity. */
  readonly lower: string;
  readonly token: Token | undefined;
  readonly quantity: Quantity | undefined;
  /** What the token is part of when that is a date, an age or the like, and no quantity. */
  readonly other: OtherFigure | undefined;
  /** Counts the sentences of the passage; a full stop still belongs to the sentence that it ends. */
  readonly sentence: number;
}

const SHORT_FORMS = new Set([
  'eg',
  'e',
  'g',
  'i',
  'ie',
  'approx',
  'c',
  'ca',
  'no',
  'nos',
  'para',
  'paras',
  'p',
  'pp',
  'vs',
  'cf',
  'inc',
  'st',
  'mr',
  'mrs',
  'ms',
  'dr',
]);

function endsSentence(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined || token.kind !== 'symbol' || !'.!?'.includes(token.text)) return false;
  return tokens[index + 1]?.spaced !== false && !SHORT_FORMS.has(tokens[index - 1]?.lower ?? '');
}

/** The tokens of a text, and what figures were read in them. */
export interface TextReading extends Reading {
  readonly tokens: readonly Token[];
}

/**
 * Reads the figures of a text.
 * @param tokens those of the text, where they are known
 */
export function readText(text: string, tokens: readonly Token[] = tokenise(text)): TextReading {
  return { tokens, ...readTokens(text, tokens) };
}

/** Reads a passage into words, signs and quantities. */
export function readPassage({ tokens, quantities, others }: TextReading): readonly Item[] {
  const items: Item[] = [];
  let sentence = 0;
  let nextQuantity = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const quantity = quantities[nextQuantity];
    if (quantity !== undefined && token.from >= quantity.start) {
      // The quantity stands for all its tokens, the words that qualify it among them.
      if (token.to < quantity.end) continue;
      items.push({
        from: quantity.start,
        to: quantity.end,
        lower: '',
        token: undefined,
        quantity,
        other: undefined,
        sentence,
      });
      nextQuantity += 1;
      continue;
    }
    const { from, to, lower } = token;
    items.push({ from, to, lower, token, quantity: undefined, other: others[index], sentence });
    if (endsSentence(tokens, index)) sentence += 1;
  }
  return items;
}

/** The count at `index`, if it is a whole number and not negative. */
export function countAt(items: readonly Item[], index: number): Quantity | undefined {
  const quantity = items[index]?.quantity;
  if (quantity?.kind !== 'count' || quantity.value.places !== 0 || quantity.value.digits < 0n)
    return undefined;
  return quantity;
}

/** The percentage at `index`. */
export function percentageAt(items: readonly Item[], index: number): Quantity | undefined {
  const quantity = items[index]?.quantity;
  return quantity?.kind === 'percentage' ? quantity : undefined;
}

/** The sum of money at `index`. */
export function moneyAt(items: readonly Item[], index: number): Quantity | undefined {
  const quantity = items[index]?.quantity;
  return quantity?.kind === 'money' ? quantity : undefined;
}

export function isSign(items: readonly Item[], index: number, text: string): boolean {
  return isSymbol(items[index]?.token, text);
}

/** Whether the item is a word and no figure. */
export function isWord(item: Item | undefined): boolean {
  return item?.token?.kind === 'word';
}

function isNumber(item: Item | undefined): boolean {
  return item?.token?.kind === 'number' || item?.token?.kind === 'dotted';
}

/**
 * Whether a figure only says more of the noun that it belongs to: `section 47 enquiries`, `children aged 0-4`, `Tier 4`.
 * What stands around it goes on as if there were no figure.
 */
export function isNaming(item: Item | undefined): boolean {
  return item?.other === 'label' || item?.other === 'age' || item?.other === 'name';
}

/** Whether the item is part of a date, or of a year that a word before it shows to be one: `in 2019/20`. */
export function isTime(items: readonly Item[], index: number): boolean {
  const other = items[index]?.other;
  if (other === 'date') return true;
  let at = index;
  while (other === 'year' && items[at - 1]?.other === 'year') at -= 1;
  return other === 'year' && BEFORE_YEARS.has(items[at - 1]?.lower ?? '');
}

const MONTHS: ReadonlySet<string> = new Set(ENGLISH.months.flat());

/** The index behind a time that begins at `index`: "at 31 March", "at the end of May", "by the close of the quarter". */
export function behindTime(items: readonly Item[], index: number): number | undefined {
  const { openers, parts, wholes } = ENGLISH.partsOfTimes;
  if (!openers.has(items[index]?.lower ?? '')) return undefined;
  let at = index + 1;
  const word = () => items[at]?.lower ?? '';
  if (word() === 'the') at += 1;
  if (parts.has(word()) && items[at + 1]?.lower === 'of') at += items[at + 2]?.lower === 'the' ? 3 : 2;
  else if (!isTime(items, at)) return undefined;
  const first = at;
  while (isTime(items, at)) at += 1;
  if (at > first) return at;
  if (MONTHS.has(word())) return items[at + 1]?.other === 'year' ? at + 2 : at + 1;
  // "the financial year", "the second quarter"
  if (!wholes.has(word())) at += 1;
  return wholes.has(word()) ? at + 1 : undefined;
}

const BEFORE_YEARS = new Set(['in', 'during', 'since', 'until', 'throughout']);

/** A figure that is no quantity and turns to something else: a year, a date, a row of figures. */
export function isOtherFigure(item: Item | undefined): boolean {
  return isNumber(item) && !isNaming(item);
}

function isGlue(items: readonly Item[], index: number): boolean {
  const token = items[index]?.token;
  if (token === undefined || token.kind !== 'symbol') return false;
  if ('\'’‘"“”*_'.includes(token.text)) return true;
  const isJoining = isDash(token) || token.text === '/' || token.text === '&';
  return isJoining && (token.text === '&' || (!token.spaced && items[index + 1]?.token?.spaced === false));
}

/** "children and young people" is one noun, whatever "and" does elsewhere. */
function isPairOfNouns(items: readonly Item[], index: number): boolean {
  return (
    items[index]?.lower === 'and' && ['young', 'families', 'carers'].includes(items[index + 1]?.lower ?? '')
  );
}

const BOUND: ReadonlyMap<string, string> = new Map([
  ['subject', 'to'],
  ['entitled', 'to'],
  ['known', 'to'],
  ['looked', 'at'],
]);

/** "subject to a plan", "looked at": the little word belongs to the one before it, and begins nothing. */
function isBound(items: readonly Item[], index: number): boolean {
  return BOUND.get(items[index - 1]?.lower ?? '') === items[index]?.lower;
}

/**
 * The index of the first item from `index` that is no word, or is one of `stops`, when at most `most` words come before it.
 * Hyphens, slashes and quotation marks within a noun phrase are passed, and so are the numbers of sections, ages and one
 * date; durations and ordinals too if `passesTimes`.
 */
export function skipWords(
  items: readonly Item[],
  index: number,
  most: number,
  stops: ReadonlySet<string>,
  passesTimes = false,
): number | undefined {
  let words = 0;
  let times = 0;
  let at = index;
  for (; words <= most; at += 1) {
    const item = items[at];
    if (item === undefined) return at;
    const kind = item.quantity?.kind;
    // "214 care leavers aged 19 to 21": ages are no quantities, and a noun phrase may hold them.
    const isAge = isNumber(item) && (item.token?.text.length ?? 0) <= 2;
    if (passesTimes && (kind === 'duration' || kind === 'ordinal' || isAge)) {
      words += 1;
      continue;
    }
    if (isNaming(item) || isGlue(items, at)) continue;
    const time = stops.has(item.lower) ? behindTime(items, at) : undefined;
    if (time !== undefined) {
      times += 1;
      if (times > 1) return at;
      at = time - 1;
      continue;
    }
    if (isTime(items, at)) {
      times += Number(!isTime(items, at - 1));
      if (times > 1) return at;
      continue;
    }
    const isStop = stops.has(item.lower) && !isPairOfNouns(items, at) && !isBound(items, at);
    if (!isWord(item) || isStop) return at;
    words += 1;
  }
  return undefined;
}
