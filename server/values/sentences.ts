import type { Span } from '../text/span.ts';
import { ENGLISH } from './language.ts';

const TITLES = new Set(ENGLISH.abbreviations.withWords);
const NUMBERED = new Set([
  ...ENGLISH.abbreviations.withNumbers,
  ...ENGLISH.months.flatMap(([, ...short]) => short),
]);
const OPENERS = new Set(ENGLISH.sentenceOpeners);

/** A stop, what closes behind it, and the blanks before what can begin a sentence. */
const STOP = /[.!?…]{1,5}[)\]”’"']{0,3}\s{1,20}(?=[“"‘'([]{0,2}[\p{Lu}\p{N}£€])/gu;
/** The longest word that a stop may belong to. */
const LONGEST_WORD = 16;

/**
 * The sentences of a passage, in order, without the blanks between them. A sentence ends with a stop before a capital or
 * a figure; the stop of "No. 3", "Mr. Smith", "e.g. Gloucester" or "3.2" ends none, nor does that of a number at the front.
 */
export function sentencesOf(text: string): readonly Span[] {
  const sentences: Span[] = [];
  let from = text.length - text.trimStart().length;
  for (const { 0: stop, index } of text.matchAll(STOP)) {
    if (stop.startsWith('.') && goesOn(text, from, index, index + stop.length)) continue;
    sentences.push({ from, to: index + stop.trimEnd().length });
    from = index + stop.length;
  }
  const to = text.trimEnd().length;
  if (from < to) sentences.push({ from, to });
  return sentences;
}

/**
 * The sentence around a place, looked for no further than `reach` either way: of one that never ends, the rest is not
 * looked at.
 */
export function sentenceAt(text: string, at: number, reach: number): Span {
  const start = Math.max(0, at - reach);
  const own = sentencesOf(text.slice(start, at + reach)).find(({ to }) => start + to > at);
  return own === undefined ? { from: at, to: at } : { from: start + own.from, to: start + own.to };
}

/** @param from where the sentence began, `stop` where the full stop stands, and `next` the word behind it. */
function goesOn(text: string, from: number, stop: number, next: number): boolean {
  const word = lastWord(text, Math.max(from, stop - LONGEST_WORD), stop);
  if (word === '') return false;
  if (TITLES.has(word.toLowerCase())) return true;
  const behind = text.slice(next, next + LONGEST_WORD);
  if (/^\p{N}/u.test(behind) && NUMBERED.has(word.toLowerCase())) return true;
  // "3. The panel", "b. The board".
  if (stop - word.length === from && /^(?:\p{N}{1,3}|\p{L})$/u.test(word)) return true;
  // "J. Smith" and "S.I. 2013"; in "as did Child A. The family" the word behind tells.
  const isInitial = /^\p{Lu}(?:\.\p{Lu}){0,4}$/u.test(word);
  return isInitial && !OPENERS.has((/^\p{L}+/u.exec(behind)?.[0] ?? '').toLowerCase());
}

/** The word that ends at a place, with the stops in it: "e.g", "S.I". */
function lastWord(text: string, from: number, to: number): string {
  let at = to;
  while (at > from && /[\p{L}\p{N}.]/u.test(text[at - 1] ?? '')) at -= 1;
  return text.slice(at, to);
}
