import { type Quantity, quantitiesOf } from '../values/quantity.ts';
import { isDash, isSymbol, type Token, tokenise } from '../values/tokens.ts';

/** A token of a passage, or a whole quantity with its qualifier. */
export interface Item {
  readonly from: number;
  readonly to: number;
  /** The token in lower case; empty for a quantity. */
  readonly lower: string;
  readonly token: Token | undefined;
  readonly quantity: Quantity | undefined;
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

/** Reads a passage into words, signs and quantities. */
export function readPassage(text: string): readonly Item[] {
  const tokens = tokenise(text);
  const quantities = quantitiesOf(text, tokens);
  const items: Item[] = [];
  let sentence = 0;
  let nextQuantity = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const quantity = quantities[nextQuantity];
    if (quantity !== undefined && token.from >= quantity.start) {
      // The quantity stands for all its tokens, the words that qualify it among them.
      if (token.to < quantity.span.to) continue;
      items.push({
        from: quantity.start,
        to: quantity.span.to,
        lower: '',
        token: undefined,
        quantity,
        sentence,
      });
      nextQuantity += 1;
      continue;
    }
    items.push({ from: token.from, to: token.to, lower: token.lower, token, quantity: undefined, sentence });
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

export function isSign(items: readonly Item[], index: number, text: string): boolean {
  return isSymbol(items[index]?.token, text);
}

/** Whether the item is a word and no figure. */
export function isWord(item: Item | undefined): boolean {
  return item?.token?.kind === 'word';
}

/** A figure that is no quantity: a year, a date, the number of a section. */
export function isOtherFigure(item: Item | undefined): boolean {
  return item?.token?.kind === 'number' || item?.token?.kind === 'dotted';
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

/**
 * The index of the first item from `index` that is no word, or is one of `stops`, when at most `most` words come before it.
 * Hyphens, slashes and quotation marks within a noun phrase are passed; durations, ages and ordinals too if `passesTimes`.
 */
export function skipWords(
  items: readonly Item[],
  index: number,
  most: number,
  stops: ReadonlySet<string>,
  passesTimes = false,
): number | undefined {
  let words = 0;
  let at = index;
  for (; words <= most; at += 1) {
    const item = items[at];
    if (item === undefined) return at;
    const kind = item.quantity?.kind;
    // "214 care leavers aged 19 to 21": ages are no quantities, and a noun phrase may hold them.
    const isAge = isOtherFigure(item) && (item.token?.text.length ?? 0) <= 2;
    if (passesTimes && (kind === 'duration' || kind === 'ordinal' || isAge)) {
      words += 1;
      continue;
    }
    if (isGlue(items, at)) continue;
    if (!isWord(item) || (stops.has(item.lower) && !isPairOfNouns(items, at))) return at;
    words += 1;
  }
  return undefined;
}
