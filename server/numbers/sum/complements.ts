import type { Quantity } from '../../values/quantity.ts';
import { add, compare } from '../../values/rational.ts';
import { nounPhrase } from '../nouns.ts';
import { countAt, type Item, isSign, percentageAt } from '../passage.ts';
import { bracketedShare, partOfWhole } from '../share/shareParts.ts';
import type { SumTie } from './sumTie.ts';

/** What a clause says of its part: `children | were | seen in time`. */
interface Clause {
  readonly noun: readonly string[];
  readonly verb: string | undefined;
  readonly said: readonly string[];
  readonly isNegated: boolean;
  readonly next: number;
}

const VERBS = new Set(['are', 'is', 'were', 'was', 'have', 'has', 'had', 'did', 'do', 'could', 'would']);
const AUXILIARY = new Set(['been', 'being', 'be', 'yet']);
const CONNECTING = new Set(['and', 'but', 'while', 'whereas']);
const REST = new Set(['the', 'other', 'others', 'remaining']);
const MOST_WORDS = 14;

/** The clause from `index` up to a comma, a connecting word or the end of its sentence; no other figure may stand in it. */
function clauseAt(items: readonly Item[], index: number): Clause | undefined {
  const words: string[] = [];
  const sentence = items[index]?.sentence;
  let at = index;
  for (; at < index + MOST_WORDS; at += 1) {
    const item = items[at];
    const bracket = bracketedShare(items, at);
    if (bracket !== undefined) at = bracket.next - 1;
    else if (item === undefined || item.sentence !== sentence) break;
    else if (item.token?.kind === 'word' && !CONNECTING.has(item.lower)) words.push(item.lower);
    else break;
  }
  const verb = words.findIndex((word) => VERBS.has(word) || word === 'not');
  const behind = words.slice(words[verb] === 'not' ? verb : verb + 1);
  if (verb < 0) return undefined;
  return {
    noun: nounPhrase(words.slice(0, verb)),
    verb: words[verb] === 'not' ? undefined : words[verb],
    said: behind.filter((word) => word !== 'not'),
    isNegated: behind.includes('not'),
    next: at,
  };
}

interface Opened {
  readonly part: Quantity;
  readonly whole: Quantity;
  readonly next: number;
}

/** `703 of 748 …` and `Of 748 children, 703 …`, from its first number. */
function openedAt(items: readonly Item[], index: number): Opened | undefined {
  const pair = partOfWhole(items, index);
  if (pair !== undefined) return pair;
  const whole = countAt(items, index);
  const isOf = items[index - 1]?.lower === 'of' || items[index - 2]?.lower === 'of';
  if (whole === undefined || !isOf) return undefined;
  for (let at = index + 1; at < index + 8; at += 1) {
    const part = isSign(items, at, ',') ? countAt(items, at + 1) : undefined;
    if (part !== undefined) return { part, whole, next: at + 2 };
    if (items[at]?.token?.kind !== 'word') return undefined;
  }
  return undefined;
}

/**
 * `703 of 748 children were seen in time, and 45 were not`: what is said of one part is denied of the other, and no third
 * is spoken of, so that both make the whole.
 * @param index of the sentence's first number
 */
export function complement(items: readonly Item[], index: number): SumTie | undefined {
  const opened = openedAt(items, index);
  const first = opened && clauseAt(items, opened.next);
  if (opened === undefined || first === undefined || first.isNegated || first.said.length === 0)
    return undefined;
  let at = [',', ';', '.'].some((sign) => isSign(items, first.next, sign)) ? first.next + 1 : first.next;
  if (CONNECTING.has(items[at]?.lower ?? '')) at += 1;
  if (at === first.next) return undefined;
  while (REST.has(items[at]?.lower ?? '')) at += 1;
  const other = countAt(items, at);
  const second = other && clauseAt(items, at + 1);
  if (other === undefined || second?.isNegated !== true || !isSame(first, second)) return undefined;
  const isLast = items[second.next] === undefined || isSign(items, second.next, '.');
  if (!isLast || percentageAt(items, second.next + 1) !== undefined) return undefined;
  const isMore = compare(add(opened.part.exact, other.exact), opened.whole.exact) > 0;
  return {
    kind: 'total',
    form: 'n of N, and m not',
    parts: [{ quantity: opened.part }, { quantity: other }],
    whole: { quantity: opened.whole },
    isOpen: false,
    certainty: isMore ? 'explicit' : speaksOfThird(items, second.next) ? 'near' : 'likely',
  };
}

/** Whether the sentence behind counts others: "Six had not been looked at." */
function speaksOfThird(items: readonly Item[], index: number): boolean {
  const sentence = (items[index]?.sentence ?? 0) + 1;
  for (let at = index + 1; at < index + 40 && (items[at]?.sentence ?? sentence + 1) <= sentence; at += 1)
    if (items[at]?.quantity !== undefined) return true;
  return false;
}

/** Whether of two phrases with one thing each the second denies the first: "were seen in time", "were not". */
export function isDenial(first: readonly string[], second: readonly string[]): boolean {
  const said = (words: readonly string[]) =>
    words.slice(nounPhrase(words).length).filter((word) => !VERBS.has(word) && !AUXILIARY.has(word));
  const [own, other] = [said(first), said(second)];
  if (own.includes('not') || !other.includes('not')) return false;
  const denied = other.filter((word) => word !== 'not').join(' ');
  // "were seen in time, and 45 were not seen" denies more than "in time".
  return denied === '' || denied === own.join(' ');
}

/** Whether the second clause denies what the first says, of the same things. */
function isSame(first: Clause, second: Clause): boolean {
  const isOfThem = second.noun.length === 0 || second.noun.at(-1) === first.noun.at(-1);
  const isVerb = second.verb === undefined || second.verb === first.verb || second.verb === 'did';
  // "were seen in time, and 45 were not seen" denies more than "in time".
  const isSaid = second.said.length === 0 || second.said.join(' ') === first.said.join(' ');
  return isOfThem && isVerb && isSaid;
}
