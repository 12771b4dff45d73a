import type { TermWords } from './termWords.ts';

/** A phrase of one number with what is written instead of it. */
export interface TermForm {
  readonly avoid: string;
  readonly use: string;
  /** Of an acronym, which may be one or several: what to write for each. */
  readonly numbers?: { readonly one: string; readonly several: string } | undefined;
}

/** The forms in which a phrase is met: as it was given and, where grammar is sure of it, of the other number. */
export function termForms(avoid: string, use: string, language: TermWords): readonly TermForm[] {
  const own = { avoid, use };
  const [one, other] = [nounOf(avoid, language), nounOf(use, language)];
  if (isAcronym(avoid) && other !== undefined) return acronymForms(own, other, language);
  if (one === undefined || other === undefined || one.isPlural !== other.isPlural) return [own];
  return [own, { avoid: otherNumber(avoid, one, language), use: otherNumber(use, other, language) }];
}

function acronymForms({ avoid, use }: TermForm, noun: Noun, language: TermWords): readonly TermForm[] {
  const changed = otherNumber(use, noun, language);
  const numbers = noun.isPlural ? { one: changed, several: use } : { one: use, several: changed };
  return [
    { avoid, use, numbers },
    { avoid: `${avoid}s`, use: numbers.several },
  ];
}

/** Which number the words before an acronym ask for; undefined where they leave it open. */
export function numberBefore(before: string, language: TermWords): 'one' | 'several' | undefined {
  const last = /([\p{L}\p{N},]+) $/u.exec(before)?.[1]?.toLowerCase() ?? '';
  if (language.ofOne.has(last) || last === '1') return 'one';
  return language.ofSeveral.has(last) || /^\d[\d,]{0,8}$/.test(last) ? 'several' : undefined;
}

/** Whether a phrase is an acronym: several of it end in a small s. */
export function isAcronym(phrase: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}&]{1,7}$/u.test(phrase);
}

interface Noun {
  readonly word: string;
  readonly from: number;
  readonly isPlural: boolean;
}

/** The noun whose ending says how many there are; undefined where there is none, or nobody can tell. */
function nounOf(phrase: string, language: TermWords): Noun | undefined {
  const found = [...phrase.matchAll(/[\p{L}\p{N}'’&]+/gu)].map(({ 0: word, index }) => ({
    word,
    from: index,
  }));
  const lower = found.map(({ word }) => word.toLowerCase());
  if (lower.some((word) => language.conjunctions.has(word))) return undefined;
  const several = new Set(language.irregular.values());
  const irregular = lower.findIndex((word) => language.irregular.has(word) || several.has(word));
  const preposition = lower.findIndex((word, index) => index > 0 && language.prepositions.has(word));
  const at = irregular >= 0 ? irregular : preposition > 0 ? preposition - 1 : found.length - 1;
  const [noun, word = ''] = [found[at], lower[at]];
  if (noun === undefined || language.mass.has(word) || language.mass.has(pluralOf(word, language)))
    return undefined;
  const isPlural = several.has(word) || (!isAcronym(noun.word) && /[^suig']s$/.test(word));
  return { ...noun, isPlural };
}

function otherNumber(phrase: string, { word, from, isPlural }: Noun, language: TermWords): string {
  const changed = isPlural ? singularOf(word, language) : pluralOf(word, language);
  return phrase.slice(0, from) + changed + phrase.slice(from + word.length);
}

function pluralOf(word: string, { irregular }: TermWords): string {
  const known = irregular.get(word.toLowerCase());
  if (known !== undefined) return word.charAt(0) + known.slice(1);
  if (isAcronym(word)) return `${word}s`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

function singularOf(word: string, { irregular }: TermWords): string {
  const known = [...irregular].find(([, several]) => several === word.toLowerCase())?.[0];
  if (known !== undefined) return word.charAt(0) + known.slice(1);
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return /(?:ss|x|z|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** Words in the case of what they stand in the place of: a capital at the front, or at every word, or none. */
export function inCaseOf(written: string, words: string, language: TermWords): string {
  const parts = written.match(/\p{L}+/gu) ?? [];
  if (written.length > 1 && written === written.toUpperCase()) return words.toUpperCase();
  const isTitle = parts.length > 1 && parts.every((part) => isCapital(part) || language.small.has(part));
  if (isTitle)
    return words.replace(/\p{L}[\p{L}'’]*/gu, (word) => (language.small.has(word) ? word : capital(word)));
  return isCapital(written) ? capital(words) : words;
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "a" or "an", as the words behind it ask; undefined before an acronym, which nobody knows how to speak. */
export function articleFor(words: string): 'a' | 'an' | undefined {
  if (/^\p{Lu}{2}/u.test(words)) return undefined;
  return /^(?:[aeio]|u(?!ni|s[ei]|k))/iu.test(words) && !/^(?:eu|one|once)/i.test(words) ? 'an' : 'a';
}
