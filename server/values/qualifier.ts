import { isSymbol, type Token } from './tokens.ts';

/** What a word beside a figure does to it; `exact` is the absence of such a word. */
export type Qualifier =
  | 'exact'
  | 'about'
  | 'almost'
  | 'just-under'
  | 'just-over'
  | 'over'
  | 'under'
  | 'at-least'
  | 'at-most';

/** A qualifier and the index of its first token. */
export interface ReadQualifier {
  readonly qualifier: Qualifier;
  readonly from: number;
}

// The longest phrases come first, since "just over" ends in "over".
const PHRASES: readonly (readonly [string, Qualifier])[] = [
  ['no more than', 'at-most'],
  ['not more than', 'at-most'],
  ['no fewer than', 'at-least'],
  ['no less than', 'at-least'],
  ['not less than', 'at-least'],
  ['a maximum of', 'at-most'],
  ['a minimum of', 'at-least'],
  ['slightly more than', 'just-over'],
  ['slightly less than', 'just-under'],
  ['just less than', 'just-under'],
  ['just more than', 'just-over'],
  ['in excess of', 'over'],
  ['more than', 'over'],
  ['greater than', 'over'],
  ['less than', 'under'],
  ['fewer than', 'under'],
  ['just over', 'just-over'],
  ['slightly over', 'just-over'],
  ['just above', 'just-over'],
  ['slightly above', 'just-over'],
  ['just under', 'just-under'],
  ['slightly under', 'just-under'],
  ['just below', 'just-under'],
  ['slightly below', 'just-under'],
  ['close to', 'about'],
  ['at least', 'at-least'],
  ['at most', 'at-most'],
  ['up to', 'at-most'],
  ['about', 'about'],
  ['around', 'about'],
  ['circa', 'about'],
  ['c .', 'about'],
  ['c', 'about'],
  ['ca .', 'about'],
  ['approximately', 'about'],
  ['approx', 'about'],
  ['approx .', 'about'],
  ['roughly', 'about'],
  ['some', 'about'],
  ['~', 'about'],
  ['≈', 'about'],
  ['almost', 'almost'],
  ['nearly', 'almost'],
  ['over', 'over'],
  ['above', 'over'],
  ['exceeding', 'over'],
  ['>', 'over'],
  ['under', 'under'],
  ['below', 'under'],
  ['<', 'under'],
  ['≥', 'at-least'],
  ['≤', 'at-most'],
];

interface Phrase {
  readonly words: readonly string[];
  readonly qualifier: Qualifier;
}

const SPLIT: readonly Phrase[] = PHRASES.map(([phrase, qualifier]) => ({
  words: phrase.split(' '),
  qualifier,
}));

// Nearly every figure has no qualifier: its last word says so at once.
const BY_LAST_WORD: ReadonlyMap<string, readonly Phrase[]> = new Map(
  SPLIT.map(({ words }) => {
    const last = words.at(-1) ?? '';
    return [last, SPLIT.filter((phrase) => phrase.words.at(-1) === last)];
  }),
);

function endsIn(tokens: readonly Token[], index: number, words: readonly string[]): boolean {
  return words.every((word, at) => tokens[index - words.length + at]?.lower === word);
}

// "60% or more", "60 or so": what follows a figure and its unit.
const BEHIND: readonly Phrase[] = (
  [
    ['or more', 'at-least'],
    ['or over', 'at-least'],
    ['or above', 'at-least'],
    ['or higher', 'at-least'],
    ['or better', 'at-least'],
    ['or greater', 'at-least'],
    ['and over', 'at-least'],
    ['and above', 'at-least'],
    ['or less', 'at-most'],
    ['or fewer', 'at-most'],
    ['or under', 'at-most'],
    ['or below', 'at-most'],
    ['or lower', 'at-most'],
    ['and under', 'at-most'],
    ['and below', 'at-most'],
    ['or so', 'about'],
    ['or thereabouts', 'about'],
    ['approximately', 'about'],
    ['approx', 'about'],
    ['plus', 'at-least'],
    ['+', 'at-least'],
  ] as const
).map(([phrase, qualifier]) => ({ words: phrase.split(' '), qualifier }));

/** A qualifier behind a figure and the index behind it. */
export interface QualifierBehind {
  readonly qualifier: Qualifier;
  readonly next: number;
}

/** The qualifier that follows at `index`: `60% or more`. Behind "60% or more of" something is compared, as in "60% or more than". */
export function qualifierBehind(tokens: readonly Token[], index: number): QualifierBehind | undefined {
  const first = tokens[index];
  if (first === undefined || !BEGINS_BEHIND.has(first.lower)) return undefined;
  for (const { words, qualifier } of BEHIND) {
    const next = index + words.length;
    if (!endsIn(tokens, next, words) || tokens[next]?.lower === 'than') continue;
    // "20 + 30" and "20 plus 30" are sums, "60%+" is none.
    const isAlone = words.length > 1 || !mayGoOn(tokens[next]);
    if (isAlone) return { qualifier, next };
  }
  return undefined;
}

const BEGINS_BEHIND: ReadonlySet<string> = new Set(BEHIND.map(({ words }) => words[0] ?? ''));

/** Whether a figure follows, to which a lone word or sign may belong as well. */
function mayGoOn(token: Token | undefined): boolean {
  return token?.kind === 'number' || token?.text === '£' || token?.text === '(';
}

/** The qualifier that ends directly before `index`: `just over 60%`, `some 436 organisations`. Articles between are passed: `over a third`. */
export function qualifierBefore(tokens: readonly Token[], index: number): ReadQualifier {
  const at = isSymbol(tokens[index - 1], '£') || tokens[index - 1]?.lower === 'a' ? index - 1 : index;
  for (const { words, qualifier } of BY_LAST_WORD.get(tokens[at - 1]?.lower ?? '') ?? []) {
    if (endsIn(tokens, at, words)) return { qualifier, from: at - words.length };
  }
  return { qualifier: 'exact', from: index };
}
