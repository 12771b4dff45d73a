import type { Span } from '../../text/span.ts';
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

interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Whether a line begins with it, or two blanks stand before it, as between cells of which one is empty. */
  readonly opens: boolean;
  readonly line: number;
}

const BEFORE_PARTICIPLE = /\b(?:be|been|being|have|has|had|is|are|was|were|to|not)$/i;

/** How a line ends: with a timescale, as the last line of an action does, with nothing else in it, or otherwise. */
export function dueEnding(line: Line): 'whole' | 'end' | undefined {
  const words = dueWords(line);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || line.text.split('(').length > line.text.split(')').length) return undefined;
  if (first.from === line.from) return 'whole';
  const before = line.text.slice(0, first.from - line.from).trimEnd();
  // "…which need to be completed" tells no time.
  const goesOn = dueWord(last?.text ?? '') !== 'time' && breaksOff(line.text);
  return goesOn || BEFORE_PARTICIPLE.test(before) ? undefined : 'end';
}

/** The words of the timescale with which a line ends; none when it ends otherwise. */
function dueWords(line: Line): readonly Word[] {
  const words = wordsOf([line]);
  let first = words.length;
  while (first > 0 && dueWord(words[first - 1]?.text ?? '') !== undefined) first -= 1;
  const own = words.slice(first);
  const tells = own.some(({ text }) => dueWord(text) === 'time');
  return tells && !/[.:]$/.test(line.text) ? own : [];
}

/** Where the timescale of a line begins. What begins in small letters goes on with a sentence: "starting in May". */
function dueStart(line: Line): number | undefined {
  const [first] = dueWords(line);
  return first !== undefined && (first.opens || /^[\p{Lu}\d]/u.test(first.text)) ? first.from : undefined;
}

// An action is told in fewer words; more are those of two actions.
const LONGEST_ACTION = 45;

/**
 * The cells of one action, whose words run through its lines: what is to be done, the post that owns it, its effect,
 * and when. Undefined when it is not sure where one ends and the next begins.
 */
export function actionCells(lines: readonly Line[]): ActionCells | undefined {
  const last = lines.at(-1);
  const due = last && dueStart(last);
  if (last === undefined || due === undefined) return undefined;
  const words = wordsOf(lines);
  const dueAt = words.findIndex(({ from }) => from === due);
  const before = words.slice(0, dueAt);
  // A timescale that goes on with the line above has begun there.
  if (words[dueAt]?.opens === true && breaksOff(lines.at(-2)?.text ?? '')) return undefined;
  if (!beginsAction(before)) return undefined;
  const owners = postsIn(before).filter(({ from, to }) => standsAlone(before, from, to, words[dueAt]));
  const [owner] = owners;
  if (owner === undefined || owners.length > 1 || owner.from > LONGEST_ACTION) return undefined;
  return {
    action: spans(before.slice(0, owner.from)),
    owner: spans(before.slice(owner.from, owner.to)),
    impact: spans(before.slice(owner.to)),
    due: spans(words.slice(dueAt)),
  };
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

function wordsOf(lines: readonly Line[]): readonly Word[] {
  return lines.flatMap((line, index) =>
    [...line.text.matchAll(/\S+/g)].map((match): Word => {
      const from = line.from + match.index;
      const opens = match.index === 0 || line.text.slice(match.index - 2, match.index) === '  ';
      return { text: match[0], from, to: from + match[0].length, opens, line: index };
    }),
  );
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
  const isTitle = /^\p{Lu}\p{Ll}/u.test(before.text) && first?.opens !== true;
  if (isTitle && postWord(first?.text ?? '') === 'beside') return false;
  if (next === undefined) return due?.opens === true;
  if (!/^\p{Lu}\p{Ll}+$|^(?:A|I)$/u.test(next.text) || postWord(next.text) !== undefined) return false;
  return next.opens || (second !== undefined && /^\p{Ll}/u.test(second.text));
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
