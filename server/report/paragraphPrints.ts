import type { Block } from '../model/block.ts';
import { sentencesOf } from '../values/sentences.ts';

/** A paragraph by a few numbers that another of nearly the same words has too, and by how many words it has. */
export interface Print {
  readonly runs: readonly number[];
  readonly words: number;
}

/** What two paragraphs have of each other: all words, or all but a few that say nothing else. */
export type Likeness = 'same' | 'near' | 'other';

/** What was read of paragraphs, for as long as their blocks are the same. */
export interface PrintMemo {
  readonly prints: WeakMap<Block, Print>;
  readonly pairs: WeakMap<Block, WeakMap<Block, Likeness>>;
}

/** A memo that knows nothing yet. */
export function noPrints(): PrintMemo {
  return { prints: new WeakMap(), pairs: new WeakMap() };
}

/** A shorter passage may be a phrase that comes up again. */
const FEWEST_WORDS = 30;
/** One sentence of a paragraph is often taken up by a summary; of more words than this, hardly by chance. */
const WORDS_OF_ONE_SENTENCE = 60;
/** So many words in a row are looked at together. */
const RUN = 4;
/** So many of a paragraph's numbers are kept: the smallest, which another of the same runs of words has as well. */
const KEPT = 4;
/** The share of words, in per cent, that may be others. */
const MOST_OTHERS = 10;
const NONE: Print = { runs: [], words: 0 };

/** The numbers of a whole paragraph; none of one that is short, a list, a table or what somebody said. */
export function printOf(block: Block, { prints }: PrintMemo): Print {
  const known = prints.get(block);
  if (known !== undefined) return known;
  const words = mayBeParagraph(block) ? wordsOf(block) : [];
  const print = isLong(words.length, block) ? { runs: smallestRuns(words), words: words.length } : NONE;
  prints.set(block, print);
  return print;
}

/** How alike two paragraphs are. Where figures or names differ, they say the same of other things. */
export function likeness(first: Block, second: Block, memo: PrintMemo): Likeness {
  const { pairs } = memo;
  const known = pairs.get(second)?.get(first);
  if (known !== undefined) return known;
  const [one, other] = [printOf(first, memo).words, printOf(second, memo).words];
  if (!isFew(Math.abs(one - other), one + other)) return 'other';
  const found = compared(wordsOf(first), wordsOf(second));
  const of = pairs.get(second) ?? new WeakMap<Block, Likeness>();
  pairs.set(second, of.set(first, found));
  return found;
}

function mayBeParagraph(block: Block): boolean {
  const [leaf] = block.leaves;
  if (leaf === undefined || block.leaves.length > 1 || leaf.quoted || block.tables.length > 0) return false;
  if (block.kind !== 'paragraph' && (block.kind !== 'item' || block.number === undefined)) return false;
  const { text } = leaf.prose;
  return text.length >= FEWEST_WORDS * 3;
}

function isLong(words: number, { leaves }: Block): boolean {
  if (words >= WORDS_OF_ONE_SENTENCE) return true;
  return words >= FEWEST_WORDS && sentencesOf(leaves[0]?.prose.text ?? '').length > 1;
}

/** The words as written, without what stands around them and without the paragraph's number. */
function wordsOf({ leaves, number }: Block): readonly string[] {
  const words = leaves[0]?.prose.text.match(/[\p{L}\p{N}][\p{L}\p{N}’'%.,-]{0,40}/gu) ?? [];
  const own = words.map((word) => word.replace(/[’'.,-]+$/, ''));
  return number !== undefined && own[0] === number.text ? own.slice(1) : own;
}

function smallestRuns(words: readonly string[]): readonly number[] {
  const hashes = words.map(hashOf);
  const kept: number[] = [];
  for (let at = 0; at + RUN <= hashes.length; at += 1) {
    let run = 0;
    for (let next = at; next < at + RUN; next += 1)
      run = Math.imul(run ^ (hashes[next] ?? 0), 0x01000193) >>> 0;
    // Most are no smaller than what is kept already.
    if (kept.length === KEPT && run > (kept[KEPT - 1] ?? 0)) continue;
    const place = kept.findIndex((other) => run <= other);
    if (kept[place] === run) continue;
    kept.splice(place < 0 ? kept.length : place, 0, run);
    if (kept.length > KEPT) kept.pop();
  }
  return kept;
}

/** A number for a word, whatever its capitals: the hash of Fowler, Noll and Vo. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (const letter of word.toLowerCase()) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

function compared(first: readonly string[], second: readonly string[]): Likeness {
  const [one, other] = [inLowerCase(first), inLowerCase(second)];
  const others = [...without(first, one, other), ...without(second, other, one)];
  if (others.length === 0) return 'same';
  if (!isFew(others.length, first.length + second.length)) return 'other';
  return !others.some((word) => isOfOthers(word, [first, second])) ? 'near' : 'other';
}

/** Whether so few of the words of both passages are others that these may be one passage. */
function isFew(others: number, all: number): boolean {
  return 100 * others <= MOST_OTHERS * all;
}

/** Whether a word is a figure or a name; "The" at the beginning of a sentence is neither. */
function isOfOthers(word: string, passages: readonly (readonly string[])[]): boolean {
  if (/\p{N}/u.test(word)) return true;
  return /^\p{Lu}/u.test(word) && !passages.some((words) => words.includes(word.toLowerCase()));
}

function inLowerCase(words: readonly string[]): readonly string[] {
  return words.map((word) => word.toLowerCase());
}

/**
 * The words of one passage that another has not, or less often.
 * @param own the same words in lower case
 * @param others those of the other passage, in lower case
 */
function without(
  words: readonly string[],
  own: readonly string[],
  others: readonly string[],
): readonly string[] {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  return words.filter((_, at) => {
    const word = own[at] ?? '';
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}
