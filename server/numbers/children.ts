import {
  CHILD_NOUNS,
  CHILD_PAIRS,
  CHILD_SHORT_FORMS,
  ENDS_PHRASE,
  GOES_ON,
  HOSTS,
  NO_COUNT_HEADER,
  OTHER_PEOPLE,
  OTHER_ROWS,
} from '../values/childWords.ts';
import { isCapitalised, isDash } from '../values/tokens.ts';
import { type Item, isNaming, isWord } from './passage.ts';

/** As many words may stand between a figure and its noun: "three unaccompanied asylum-seeking children". */
const MOST_WORDS = 4;

/** The items of a noun phrase that counts children, young people, care leavers or families. */
export interface ChildPhrase {
  readonly noun: Item;
  /** The index behind it. */
  readonly next: number;
}

/** The phrase that begins at `index`, if what it names is such people and no service, plan or home of theirs. */
export function childPhrase(items: readonly Item[], index: number): ChildPhrase | undefined {
  let words = 0;
  for (let at = index; words <= MOST_WORDS; at += 1) {
    const item = items[at];
    if (item === undefined) return undefined;
    if (isNaming(item) || isJoin(items, at)) continue;
    if (!isWord(item)) return undefined;
    if (isChildNoun(items, at)) return ended(items, at);
    const isLooked = item.lower === 'after' && items[at - 1]?.lower === 'looked';
    if (!isLooked && !isModifier(items, at)) return undefined;
    words += 1;
  }
  return undefined;
}

function isJoin(items: readonly Item[], at: number): boolean {
  return isDash(items[at]?.token) && items[at + 1]?.token?.spaced === false;
}

function isChildNoun(items: readonly Item[], at: number): boolean {
  const { lower = '' } = items[at] ?? {};
  const pair = CHILD_PAIRS.get(lower);
  if (/^famil(?:y|ies)$/u.test(lower) && HOSTS.has(items[at - 1]?.lower ?? '')) return false;
  return CHILD_NOUNS.has(lower) || (pair !== undefined && items[at - 1]?.lower === pair);
}

/** Whether a word only says which children: no verb, and nothing that is counted itself. */
function isModifier(items: readonly Item[], at: number): boolean {
  const { lower = '' } = items[at] ?? {};
  if (ENDS_PHRASE.has(lower)) return false;
  if (/[^s]s$/u.test(lower) && !/(?:ous|less)$/u.test(lower)) return false;
  return !/[a-z]{2}ing$/u.test(lower) || lower === 'missing' || isJoin(items, at - 1);
}

/** "children" of "two children were", "children and young people of", none of "children and young people teams". */
function ended(items: readonly Item[], at: number): ChildPhrase | undefined {
  const noun = items[at];
  if (noun === undefined) return undefined;
  let next = at + 1;
  const isPair = items[next]?.lower === 'and' && items[next + 1]?.lower === 'young';
  if (isPair && items[next + 2]?.lower === 'people') next += 3;
  if (items[next]?.lower === 'looked' && items[next + 1]?.lower === 'after') next += 2;
  // "Children in need plans" are plans.
  const isGroup = items[next]?.lower === 'in' && GROUPS.has(items[next + 1]?.lower ?? '');
  return isEnd(items[next]) && (!isGroup || isEnd(items[next + 2])) ? { noun, next } : undefined;
}

const GROUPS = new Set(['need', 'care']);

function isEnd(item: Item | undefined): boolean {
  if (item === undefined) return true;
  if (item.token?.kind === 'symbol') return item.token.spaced || !`'’&/`.includes(item.token.text);
  return item.quantity !== undefined || GOES_ON.has(item.lower) || /(?:ed|ing|ly)$/u.test(item.lower);
}

const LEADS = new Set([
  'total',
  'overall',
  'number',
  'no',
  'nos',
  'count',
  'of',
  'the',
  'all',
  '.',
  '#',
  'our',
]);

/** Whether a header or a label names such people, more than one: "Number of children in care". */
export function namesChildren(text: string, read: (text: string) => readonly Item[]): boolean {
  if (text.length > 120 || NO_COUNT_HEADER.test(text)) return false;
  if (CHILD_SHORT_FORMS.has(text.trim().toLowerCase())) return true;
  const items = read(text);
  let index = 0;
  while (LEADS.has(items[index]?.lower ?? '')) index += 1;
  const phrase = childPhrase(items, index);
  return phrase !== undefined && !isOne(phrase);
}

/** Whether a header or a label names others, or what is done for children. */
export function namesOthers(text: string): boolean {
  return OTHER_PEOPLE.test(text) || NO_COUNT_HEADER.test(text);
}

/** Whether a row of a column of children counts something else all the same. */
export function isOtherRow(label: string): boolean {
  return OTHER_ROWS.test(label) || NO_COUNT_HEADER.test(label);
}

/** Whether the noun speaks of one alone. */
export function isOne({ noun }: ChildPhrase): boolean {
  return /^(?:child|family|boy|girl|person|leaver)$/u.test(noun.lower);
}

/** A noun that opens a title, "One Family", counts nobody. */
export function isTitle({ noun }: ChildPhrase): boolean {
  return isCapitalised(noun.token);
}
