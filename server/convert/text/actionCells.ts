import type { Span } from '../../text/span.ts';
import { dueStart, type Word, wordsOf } from './actionDue.ts';
import { dueWord, isMonth } from './dueWords.ts';
import type { Line } from './lines.ts';
import { type PostWord, postWord } from './postWords.ts';
import { breaksOff } from './prose.ts';

/** The four cells of an action, each as pieces of the source. */
export interface ActionCells {
  readonly action: readonly Span[];
  readonly owner: readonly Span[];
  readonly impact: readonly Span[];
  readonly due: readonly Span[];
}

// An action is told in fewer words; more are those of two actions.
const LONGEST_ACTION = 45;

/** What the words of a row were told apart into: all its cells, or the timescale alone. */
export type ActionRow =
  | { readonly kind: 'cells'; readonly cells: ActionCells }
  | { readonly kind: 'due'; readonly rest: readonly Span[]; readonly due: readonly Span[] };

/**
 * The cells of one action, whose words run through its lines: what is to be done, the post that owns it, its effect,
 * and when, which is told to begin at `due` or else from its words. Where the post is not sure, what stands before the
 * timescale stays together; undefined when nothing is sure.
 */
export function actionCells(lines: readonly Line[], due?: number): ActionRow | undefined {
  const last = lines.at(-1);
  const start = due ?? (last && dueStart(last));
  if (last === undefined || start === undefined) return undefined;
  const words = wordsOf(lines);
  const dueAt = words.findIndex(({ from }) => from === start);
  const [first, before] = [words[dueAt], words.slice(0, dueAt)];
  const above = before.at(-1);
  // A timescale that goes on with the line above has begun there.
  if (first?.opens === true && above?.line !== first.line && breaksOff(above?.text ?? '')) return undefined;
  if (!beginsAction(before)) return undefined;
  const behind = spans(words.slice(dueAt));
  const owners = postsIn(before)
    .map((run) => ({ ...run, to: behindPlace(before, run.to) }))
    .filter(({ from, to }) => standsAlone(before, from, to, first));
  const [owner] = owners;
  if (owner === undefined || owners.length > 1 || owner.from > LONGEST_ACTION) {
    return { kind: 'due', rest: spans(before), due: behind };
  }
  const cells = {
    action: spans(before.slice(0, owner.from)),
    owner: spans(before.slice(owner.from, owner.to)),
    impact: spans(before.slice(owner.to)),
    due: behind,
  };
  return { kind: 'cells', cells };
}

/** Behind the name of a place that goes with a post, as far as it is sure: "HOS Stroud & Gloucester" before a new sentence. */
function behindPlace(words: readonly Word[], from: number): number {
  let to = from;
  while (to < from + 4 && isPlace(words[to], words[to + 1])) to += 1;
  const next = words[to];
  const ends = next === undefined || (next.opens ? startsCell(next) : beginsSentence(next, words[to + 1]));
  // "&" ends no name.
  return ends && words[to - 1]?.text !== '&' ? to : from;
}

/** Whether a word on a new line can begin another cell, and goes on with no post. */
function startsCell({ text }: Word): boolean {
  return /^\p{Lu}/u.test(text) && (postWord(text) !== 'post' || !/\p{Ll}{2}/u.test(text));
}

function isPlace(word: Word | undefined, next: Word | undefined): boolean {
  if (word === undefined || word.opens) return false;
  if (word.text === '&') return isTitle(next);
  return isTitle(word) && postWord(word.text) === undefined && !beginsSentence(word, next);
}

function isTitle(word: Word | undefined): boolean {
  return /^\p{Lu}\p{Ll}+(?:-\p{Ll}+)*$|^(?:A|I)$/u.test(word?.text ?? '');
}

/** Whether a word may begin a sentence: on a new line, or before one in small letters. */
function beginsSentence(word: Word | undefined, next: Word | undefined): boolean {
  return word?.opens === true || (next !== undefined && /^\p{Ll}/u.test(next.text));
}

/** Whether words begin as an action does, and no timescale of another one stands among them. */
function beginsAction(words: readonly Word[]): boolean {
  const [first] = words;
  if (first === undefined || !/^["'“‘(]*[\p{Lu}\d]/u.test(first.text)) return false;
  return !words.some(({ text, opens }, index) => {
    const isTime = dueWord(text) === 'time' && /^\p{Lu}/u.test(text);
    return isTime && (opens || (index > 0 && !isMonth(text)));
  });
}

/** The runs of words that name posts, by index. */
function postsIn(words: readonly Word[]): readonly Span[] {
  const runs: { from: number; to: number }[] = [];
  let start = -1;
  const kinds = words.map(({ text }): PostWord | undefined => postWord(text));
  for (let index = 0; index <= words.length; index += 1) {
    const kind = kinds[index];
    const word = words[index];
    const breaks =
      kind === undefined ||
      (start >= 0 && word?.opens === true && kinds[index - 1] !== 'between' && kind !== 'between');
    if (start >= 0 && breaks) {
      runs.push(trimmed(kinds, start, index));
      start = -1;
    }
    if (start < 0 && kind !== undefined && kind !== 'between') start = index;
  }
  return runs.filter(({ from, to }) => kinds.slice(from, to).includes('post'));
}

/** A run without the words at its end that only join posts. */
function trimmed(
  kinds: readonly (PostWord | undefined)[],
  from: number,
  end: number,
): { from: number; to: number } {
  let to = end;
  while (to > from && kinds[to - 1] === 'between') to -= 1;
  return { from, to };
}

const SENTENCE = /^(?:of|for|by|to|the|with|all|and|in|from|on|between|our|their|its|a|an|each|every|as)$/i;

/**
 * Whether a run of posts is a cell: behind the action, not within a sentence of it, and before words that begin a
 * sentence of their own, or the timescale.
 */
function standsAlone(words: readonly Word[], from: number, to: number, due: Word | undefined): boolean {
  const [before, next, second] = [words[from - 1], words[to], words[to + 1]];
  if (before === undefined || SENTENCE.test(before.text)) return false;
  // Of "Delivery Programme Quality Assurance Team" nobody can say where the post begins.
  const first = words[from];
  const isTitled = /^\p{Lu}\p{Ll}/u.test(before.text) && first?.opens !== true;
  if (isTitled && postWord(first?.text ?? '') === 'beside') return false;
  if (next === undefined) return due?.opens === true || /^\p{Lu}/u.test(due?.text ?? '');
  if (next.opens && startsCell(next)) return true;
  return isTitle(next) && postWord(next.text) === undefined && beginsSentence(next, second);
}

/** Words as pieces, one for each line. */
function spans(words: readonly Word[]): readonly Span[] {
  const found: { from: number; to: number; line: number }[] = [];
  for (const { from, to, line } of words) {
    const last = found.at(-1);
    if (last !== undefined && last.line === line) last.to = to;
    else found.push({ from, to, line });
  }
  return found.map(({ from, to }) => ({ from, to }));
}
