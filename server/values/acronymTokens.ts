import type { Span } from '../text/span.ts';
import type { AcronymWords } from './acronymWords.ts';

/** A word of capitals in a text. */
export interface AcronymToken {
  /** Without the ending of several: "IRO" of "IROs". */
  readonly name: string;
  /** As acronyms are compared: one for "HOS", "HoS" and "HofS". */
  readonly key: string;
  /** Where the name stands with its ending. */
  readonly from: number;
  readonly to: number;
  readonly isPlural: boolean;
}

const WORD = /[\p{L}\p{N}@_][\p{L}\p{N}&@_.’'+-]*/gu;
const SHAPE = /^(\p{Lu}[\p{L}&-]{1,11}?)(s|['’]s|s['’])?$/u;
const MOST_LETTERS = 8;
/** With what a hyphen joins to it: "MASH-related". */
const LONGEST = 40;

/** Every acronym of a text. Words that shout, numbers in Roman letters, addresses and codes are none. */
export function acronymTokens(text: string, words: AcronymWords): readonly AcronymToken[] {
  // Most text has none: two capitals with no blank between are looked for first.
  if (!/\p{Lu}\S{0,3}\p{Lu}/u.test(text)) return [];
  const found: { readonly token: AcronymToken; readonly index: number }[] = [];
  for (const run of runsWithCapitals(text)) {
    for (const { 0: word, index } of text.slice(run.from, run.to).matchAll(WORD)) {
      const at = run.from + index;
      const token = tokenOf(word, at);
      if (token !== undefined && !words.loud.has(token.name)) found.push({ token, index: at });
    }
  }
  if (found.length === 0) return [];
  const loud = loudPlaces(text, words);
  return found.flatMap(({ token, index }) => (loud.has(index) ? [] : [token]));
}

/** Two capitals of what may be one word. */
const PAIR = /\p{Lu}\S{0,40}?\p{Lu}/gu;

/** The runs between blanks that may have an acronym, in order: those with two capitals. */
function runsWithCapitals(text: string): readonly Span[] {
  const runs: Span[] = [];
  let behind = 0;
  for (const { index } of text.matchAll(PAIR)) {
    if (index < behind) continue;
    const end = text.indexOf(' ', index);
    behind = end < 0 ? text.length : end;
    runs.push({ from: text.lastIndexOf(' ', index) + 1, to: behind });
  }
  return runs;
}

function tokenOf(written: string, at: number): AcronymToken | undefined {
  // What is longer is a string of words, or none at all.
  if (written.length > LONGEST) return undefined;
  const word = written.replace(/[.’'+&-]+$/, '');
  if (/[@_.]/.test(word)) return undefined;
  if (/\d/.test(word)) return undefined;
  const whole = shaped(word, at);
  if (whole !== undefined || !word.includes('-')) return whole;
  // "MASH-led", "non-LSCB": of the parts one may be an acronym.
  const parts = word.split('-');
  const tokens = parts.flatMap((part, index) => {
    const from = at + parts.slice(0, index).reduce((sum, { length }) => sum + length + 1, 0);
    return shaped(part, from) ?? [];
  });
  return tokens.length === 1 ? tokens[0] : undefined;
}

function shaped(word: string, at: number): AcronymToken | undefined {
  const match = SHAPE.exec(word);
  const [, name = '', ending = ''] = match ?? [];
  if (match === null || /^[IVX]+$/.test(name) || /-\p{Ll}|\p{Ll}-/u.test(name)) return undefined;
  const letters = name.replace(/[^\p{L}]/gu, '');
  const capitals = letters.replace(/\P{Lu}/gu, '').length;
  const small = letters.length - capitals;
  if (capitals < 2 || letters.length > MOST_LETTERS || small > capitals) return undefined;
  // "SENCo" may end small, "McKay" begins so.
  const endsSmall = /\p{Ll}$/u.test(name);
  if (endsSmall && (capitals < 3 || small > 1)) return undefined;
  if (/^(?:Mc|Mac|O['’])/.test(name)) return undefined;
  return { name, key: acronymKey(name), from: at, to: at + word.length, isPlural: ending.includes('s') };
}

/** An acronym as it is compared: "HofS" and "HoS" are "HOS". */
export function acronymKey(name: string): string {
  return name.replace(/(?<=\p{Lu})(of|and|for)(?=\p{Lu})/gu, (small) => small.slice(0, 1)).toUpperCase();
}

const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{L}\p{N}])/gu;

/** Where words in capitals stand in a row that is meant to be heard: "NOT YET STARTED", "IMPROVEMENT PLAN". */
function loudPlaces(text: string, words: AcronymWords): ReadonlySet<number> {
  const loud = new Set<number>();
  let run: RegExpExecArray[] = [];
  const close = () => {
    const shouts = run.some(([word]) => word.length > 5 || words.loud.has(word));
    if (run.length > 3 || (run.length > 1 && shouts)) for (const { index } of run) loud.add(index);
    run = [];
  };
  for (const match of text.matchAll(CAPITALS)) {
    const last = run.at(-1);
    if (last !== undefined && !/^[ :!–-]{1,3}$/.test(text.slice(last.index + last[0].length, match.index)))
      close();
    run.push(match);
  }
  close();
  return loud;
}
