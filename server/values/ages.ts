import { endOfChain, isLink, type Marks, mark, wholeAt, yearsAt } from './marks.ts';
import { isDash, isJoined, isSymbol, type Token } from './tokens.ts';
import { ordinalOf, type Read } from './words.ts';

/** The words before ages. */
export const BEFORE_AGES: readonly string[] = ['aged', 'age', 'ages'];
/** The words behind an age that was reached. */
export const BIRTHDAYS: readonly string[] = ['birthday', 'birthdays'];

const BETWEEN = new Set([
  'of',
  'between',
  'from',
  'under',
  'over',
  'about',
  'around',
  'only',
  'just',
  'the',
  'group',
  'range',
]);
const REACHES = new Set([
  'turn',
  'turned',
  'turns',
  'turning',
  'reach',
  'reached',
  'reaches',
  'reaching',
  'become',
  'became',
  'post',
  'pre',
]);
const SERVICES = new Set([
  'service',
  'services',
  'team',
  'teams',
  'year',
  'years',
  'pathway',
  'partnership',
  'offer',
  'provision',
  'permanence',
]);

// The ages at which duties to children begin and end: "under 18", "over 21" without a noun are ages.
const LIMITS = new Set([5, 16, 18, 21, 25]);
const UNITS_OF_TIME = new Set([
  'day',
  'days',
  'week',
  'weeks',
  'month',
  'months',
  'hour',
  'hours',
  'working',
  'minutes',
]);
// What may follow an age that stands alone: "children under 18 who live here".
const AFTER_LIMIT = new Set([
  'who',
  'live',
  'living',
  'and',
  'are',
  'is',
  'in',
  'with',
  'were',
  'or',
  'at',
  'have',
  'to',
  'as',
  'on',
]);

function isOld(token: Token | undefined): boolean {
  return token?.lower === 'old' || token?.lower === 'olds';
}

/** The index behind `year-old`, `years old`, `years of age`, `years plus`, `plus`, `+ years` at `index`. */
function endOfAge(tokens: readonly Token[], index: number): number | undefined {
  if (tokens[index]?.lower === 'plus') return index + 1;
  if (isSymbol(tokens[index], '+') && tokens[index + 1]?.kind !== 'number') return index + 1;
  const years = yearsAt(tokens, index);
  if (years === undefined) return undefined;
  if (tokens[years]?.lower === 'plus') return years + 1;
  if (tokens[years]?.lower === 'of' && tokens[years + 1]?.lower === 'age') return years + 2;
  const at = isDash(tokens[years]) && isJoined(tokens, years) ? years + 1 : years;
  return isOld(tokens[at]) ? at + 1 : undefined;
}

/** `16- and 17-year-olds`, `19 to 21 year olds`: the figures before an age are ages too. */
function markBackward(marks: Marks, index: number): void {
  const { tokens } = marks;
  let at = index;
  for (;;) {
    if (!isLink(tokens[at - 1], true)) return;
    const hyphen = isDash(tokens[at - 2]) ? 1 : 0;
    const figure = at - 2 - hyphen;
    if (wholeAt(tokens, figure)?.next !== figure + 1) return;
    mark(marks, figure, at, 'age');
    at = figure;
  }
}

function markAfterAged(marks: Marks, index: number): void {
  const { tokens } = marks;
  let at = index + 1;
  for (let words = 0; words < 3 && BETWEEN.has(tokens[at]?.lower ?? ''); words += 1) at += 1;
  const first = wholeAt(tokens, at);
  if (first === undefined) return;
  mark(marks, at, endOfChain(tokens, first.next, true), 'age');
}

function isLimit(tokens: readonly Token[], index: number, value: number, next: number): boolean {
  const lead = tokens[index - 1]?.lower ?? '';
  if (REACHES.has(lead)) return value >= 14 && value <= 26 && !isCounted(tokens, next);
  if (!['under', 'over', 'below', 'above', 'beyond'].includes(lead) || !LIMITS.has(value)) return false;
  const after = tokens[next];
  if (UNITS_OF_TIME.has(after?.lower ?? '')) return false;
  return (
    after === undefined || (after.kind === 'symbol' && after.text !== '%') || AFTER_LIMIT.has(after.lower)
  );
}

/** "reached 14 pupils" and "reached 25 of 40" speak of how many, "reached 18 this year" of how old. */
function isCounted(tokens: readonly Token[], index: number): boolean {
  const word = tokens[index]?.lower ?? '';
  if (word === 'of')
    return (
      ['the', 'our', 'all'].includes(tokens[index + 1]?.lower ?? '') || tokens[index + 1]?.kind === 'number'
    );
  return word === 'out' || (/[^s]s$/.test(word) && word.length > 4 && word !== 'years');
}

function isServiceRange(tokens: readonly Token[], next: number): number | undefined {
  if (tokens[next]?.lower !== 'to' && !isDash(tokens[next])) return undefined;
  const second = wholeAt(tokens, next + 1);
  if (second === undefined || second.value > 30) return undefined;
  const after = yearsAt(tokens, second.next) ?? second.next;
  const isAge = SERVICES.has(tokens[after]?.lower ?? '') || isOld(tokens[after]);
  return isAge ? second.next : undefined;
}

/** Marks the ages that a word at `index` says to be some: `aged 0-19`, `the age of 18`, `18th birthday`. */
export function markNamedAge(marks: Marks, index: number): void {
  if (BIRTHDAYS.includes(marks.tokens[index]?.lower ?? '')) markBirthday(marks, index);
  else markAfterAged(marks, index);
}

/** Marks the figure at `index` if it is an age: `16- and 17-year-olds`, `11-25 service`, `under 18`. */
export function markAge(marks: Marks, index: number, figure: Read<number>): void {
  const { tokens } = marks;
  if (figure.value > 99) return;
  const end = endOfAge(tokens, figure.next);
  if (end !== undefined) {
    mark(marks, index, end, 'age');
    markBackward(marks, index);
  } else if (isLimit(tokens, index, figure.value, figure.next)) mark(marks, index, figure.next, 'age');
  const range = isServiceRange(tokens, figure.next);
  if (range !== undefined) mark(marks, index, range, 'age');
}

function markBirthday(marks: Marks, index: number): void {
  const before = marks.tokens[index - 1];
  if (before !== undefined && (ordinalOf(before.lower) !== undefined || before.kind === 'word'))
    mark(marks, index - 2, index, 'age');
}
