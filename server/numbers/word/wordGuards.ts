import { type Item, isSign } from '../passage.ts';

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

// "85% of all schools", "the average for all pupils (84%)": the figure is that of something else, which all of them have.
const BEFORE_A_WHOLE = words(
  'of for across to with than by among amongst from on at under over between against like and or versus vs & after above below per not nearly almost virtually practically as into if when until once unless before through',
);
// "the most common", "our most vulnerable children", "at most".
const BEFORE_A_SUPERLATIVE = words(
  'the its our their your his her at this that these those a an and or second third next are is was were be been being',
);
const SUPERLATIVES = words(
  'common recent often likely relevant serious important deprived needed needy in-depth cited urgent notably able skilled at risk complex',
);
const SUPERLATIVE_ENDS = /(?:ly|ous|ful|ive|able|ible|ent|ant|ed|ing|lex|ical)$/;
const NOT_ALWAYS_SUPERLATIVE = words('children independent agreement parent student patient');
const BEFORE_FEW = words(
  'a but too so quite last past next first the these those but how as very no not only',
);
const TIMES = words(
  'year years month months week weeks day days hour hours term terms time times two three four five six ten other one second quarter',
);
const AFTER_ALL = words('but except bar save together too round day over along right other others night');
const AFTER_NO = words('longer more less fewer one doubt change other significant further such');
/** What says that the things counted are so, or did so. */
export const VERBS = words(
  'is are was were have has had do did does make makes made show shows showed achieve achieved complete completed attend ' +
    'attended receive received take took live lived feel felt say said report reported agree agreed develop developed ' +
    'understand understood know enjoy enjoyed meet met got get use used demonstrate demonstrated benefit benefited behave',
);
const SIZES = words(
  'vast large very great big overwhelming significant substantial clear considerable sizeable small tiny slim bare good',
);

function isFree(items: readonly Item[], index: number): boolean {
  const before = items[index - 1];
  if (before === undefined || before.sentence !== items[index]?.sentence) return true;
  // A paragraph may begin with its number.
  return index === 1 && before.other === 'paragraph';
}

const OPENERS = words(
  'and but that where although though while whilst because so as whereas yet nevertheless currently overall still today nationally locally',
);
const LINKS = words('in for with by to');

/**
 * Whether a word speaks of who or what did something, and not of what was done to how many: of "staff who completed all
 * modules (70%)" the share is that of the staff.
 */
export function isSubject(items: readonly Item[], start: number): boolean {
  const before = items[start - 1];
  if (before === undefined || isFree(items, start)) return true;
  if (before.token?.kind === 'symbol') return true;
  return OPENERS.has(before.lower) || LINKS.has(before.lower);
}

/** Where the word begins with what belongs to it: `the large majority`. */
export function startOfWord(items: readonly Item[], index: number, last: string): number {
  if (last !== 'majority' && last !== 'minority') return index;
  let at = index;
  while (at > 0 && SIZES.has(items[at - 1]?.lower ?? '')) at -= 1;
  return ['a', 'the'].includes(items[at - 1]?.lower ?? '') ? at - 1 : at;
}

/**
 * Whether the word at `index` counts how many there are of something, and is no superlative, no name of a group, no time.
 * `start` and `next` are where it begins with what belongs to it and the index behind it, `last` its last word.
 */
export function isQuantifier(items: readonly Item[], start: number, next: number, last: string): boolean {
  const before = isFree(items, start) ? '' : (items[start - 1]?.lower ?? '');
  const after = items[next]?.lower ?? '';
  const isBracket = isSign(items, next, '(') || isSign(items, next, ',');
  switch (last) {
    case 'all':
    case 'every':
      if (AFTER_ALL.has(after) || TIMES.has(after)) return false;
      return (
        !BEFORE_A_WHOLE.has(before) &&
        (before !== 'in' || ['cases', 'instances', 'case', 'instance'].includes(after))
      );
    case 'none':
      return before !== 'to' && !AFTER_ALL.has(after);
    case 'no':
      return before === '' && after !== '' && !AFTER_NO.has(after);
    case 'most':
      if (BEFORE_A_SUPERLATIVE.has(before)) return false;
      if (after === 'of' || isBracket || NOT_ALWAYS_SUPERLATIVE.has(after)) return true;
      return after !== '' && !SUPERLATIVES.has(after) && !SUPERLATIVE_ENDS.test(after);
    case 'majority':
    case 'minority': {
      const isNamed = start < next - 1 || before === '';
      return isNamed && (after === 'of' || isBracket || VERBS.has(after));
    }
    case 'few':
      return !BEFORE_FEW.has(before) && !TIMES.has(after);
    default:
      return true;
  }
}

// A sentence that says what shall be, or what is not so, or compares, states no figure of what is.
const NOT_STATED = words(
  'ensure ensures ensuring target targets aim aims goal should must shall will would could can may might expectation want ' +
    'ambition if when until unless whether not never nor cannot without threshold benchmark hope intends than compared ' +
    'only average averages median fewer less least more ' +
    "isn't aren't wasn't weren't don't didn't isn’t aren’t wasn’t weren’t don’t didn’t",
);
const NOT_STATED_BEFORE_TO = words(
  'need needs needed plan plans planned expected required due intended supposed',
);

function isWish(items: readonly Item[], index: number): boolean {
  const { lower, token } = items[index] ?? {};
  if (lower === undefined || token?.text === 'May') return false;
  return NOT_STATED.has(lower) || (NOT_STATED_BEFORE_TO.has(lower) && items[index + 1]?.lower === 'to');
}

/** Whether the sentence, from its start to `to`, states what is: it speaks of no wish, and compares nothing. */
export function isStated(items: readonly Item[], index: number, to: number): boolean {
  const sentence = items[index]?.sentence;
  for (let at = to - 1; at >= 0 && items[at]?.sentence === sentence; at -= 1) {
    if (isWish(items, at)) return false;
  }
  return true;
}
