import { kinship, nounPhrase } from '../nouns.ts';
import { type Item, isSign, percentageAt } from '../passage.ts';
import { type ReadFigure, readParts } from './parts.ts';
import { type SumTie, totalTie } from './sumTie.ts';
import { isCutAt, startsWith, wordsBefore } from './totalOpenings.ts';

/** `173 + 272 = 445`, from the first part at `index`. */
export function equation(items: readonly Item[], index: number, read: ReadFigure): SumTie | undefined {
  const list = readParts(items, index, read);
  if (list === undefined || !isSign(items, list.next, '=')) return undefined;
  const quantity = read(items, list.next + 1);
  const isBare = list.parts.every(({ words }) => words.length === 0);
  return quantity && isBare ? totalTie('a + b = N', list.parts, quantity, 'explicit') : undefined;
}

const FARTHEST = 40;

/** `…, a total of 26 children`, `…, making 26 in total`, `…, totalling 26`, from the total's number at `index`. */
export function summedUp(items: readonly Item[], index: number, read: ReadFigure): SumTie | undefined {
  const quantity = read(items, index);
  if (quantity === undefined) return undefined;
  const said = totalWords(items, index);
  const start = said ?? beforeTotal(items, index);
  if (start === undefined) return undefined;
  const sentence = items[index]?.sentence;
  // Only so far back may the list begin, and it ends before these words.
  const before = items.slice(Math.max(0, start - FARTHEST), start);
  for (const at of before.keys()) {
    if (before[at]?.sentence !== sentence) continue;
    const list = read(before, at) === undefined ? undefined : readParts(before, at, read);
    if (list === undefined || list.next < before.length) continue;
    const { parts } = list;
    const whole = nounPhrase(wordsBefore(items, index + 1).words);
    const isKin = parts.every(({ noun }) => kinship(noun, whole) === 'same');
    if (parts.length < 2) return undefined;
    // Two shares may have some in common, and "in total" behind a number only follows what it sums.
    const isPlain = isKin && said !== undefined && read !== percentageAt;
    const certainty = list.isMixed ? 'possible' : isPlain ? 'explicit' : 'near';
    return totalTie('a and b, a total of N', parts, quantity, certainty);
  }
  return undefined;
}

const BEFORE_TOTAL: readonly (readonly string[])[] = [
  'a total of',
  'giving a total of',
  'making a total of',
  'in total',
  'totalling',
  'totaling',
  'which totals',
  'making',
].map((phrase) => phrase.split(' '));

/** Where the words begin that make the number at `index` the total of what stands before: `, a total of`. */
function totalWords(items: readonly Item[], index: number): number | undefined {
  for (const phrase of BEFORE_TOTAL) {
    const at = index - phrase.length;
    if (!startsWith(items, at, phrase)) continue;
    const isTotal = phrase[0] !== 'making' || phrase.length > 1 || isInTotal(items, index);
    if (isTotal && (isCutAt(items, at - 1) || phrase[0] === 'totalling')) return at;
  }
  return undefined;
}

/** Where the cut stands before a number that the words behind it make the total: `…, 96% in total`. */
function beforeTotal(items: readonly Item[], index: number): number | undefined {
  const [first, second] = [items[index + 1]?.lower, items[index + 2]?.lower];
  const isTotal = first === 'altogether' || (first === 'in' && (second === 'total' || second === 'all'));
  return isTotal && isCutAt(items, index - 1) ? index : undefined;
}

function isInTotal(items: readonly Item[], index: number): boolean {
  return items.slice(index + 1, index + 5).some(({ lower }) => lower === 'total' || lower === 'altogether');
}
