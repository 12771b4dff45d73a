import type { TermDef } from '../framework/framework.ts';
import { joinedTerms } from '../framework/terms.ts';
import type { Vocabulary } from '../framework/vocabulary.ts';
import type { Span } from '../text/span.ts';
import { isAcronym, numberBefore, type TermForm, termForms } from '../values/termForms.ts';
import { ENGLISH_TERMS, type TermWords } from '../values/termWords.ts';
import { type MeasureDictionary, namesOf } from './measureDictionary.ts';

/** The words that a document should use, by its framework and its pack. */
export interface PreferredTerms {
  readonly sources: TermSources;
  readonly terms: readonly TermDef[];
  /** Where a text has words that others should stand for. */
  find(text: string): readonly TermMatch[];
}

interface TermSources {
  readonly vocabulary: Vocabulary | undefined;
  readonly pack: readonly TermDef[];
  /** Their names are written as they are defined. */
  readonly measures: MeasureDictionary;
}

export interface TermMatch {
  readonly at: Span;
  readonly term: TermDef;
  /** What to write, of the same number, as the term has it. */
  readonly use: string;
  /** Whether nothing else could stand there: of an acronym alone nobody can tell whether it is one or several. */
  readonly isSure: boolean;
  /** Whether an acronym stands there: its capitals are no sign of how to write the words. */
  readonly isAcronym: boolean;
}

/** Reads the terms. Those of an earlier version are kept as long as they say the same. */
export function readTerms(sources: TermSources, previous?: PreferredTerms): PreferredTerms {
  if (previous !== undefined && sameSources(previous.sources, sources)) return previous;
  const terms = joinedTerms(sources.vocabulary?.framework.terms ?? [], sources.pack);
  if (terms.length === 0) return { sources, terms, find: () => [] };
  const phrases = indexed(terms, namesIn(sources), ENGLISH_TERMS);
  return { sources, terms, find: (text) => findPhrases(text, phrases) };
}

function sameSources(a: TermSources, b: TermSources): boolean {
  if (a.vocabulary !== b.vocabulary || a.measures !== b.measures) return false;
  return a.pack === b.pack || JSON.stringify(a.pack) === JSON.stringify(b.pack);
}

/** A row of words; without a form, one in which nothing is to be replaced. */
interface Phrase {
  readonly words: readonly string[];
  readonly form: (TermForm & { readonly term: TermDef; readonly isAcronym: boolean }) | undefined;
}

/** The phrases by their first word, the longest first. */
type Phrases = ReadonlyMap<string, readonly Phrase[]>;

function indexed(terms: readonly TermDef[], names: readonly string[], language: TermWords): Phrases {
  const index = new Map<string, Phrase[]>();
  const add = (phrase: Phrase) => {
    const first = phrase.words[0] ?? '';
    index.set(first, [...(index.get(first) ?? []), phrase]);
  };
  const given = new Set(terms.flatMap(({ insteadOf }) => insteadOf.map(keyOf)));
  for (const term of terms) {
    for (const phrase of term.except) add({ words: wordsOf(phrase), form: undefined });
    for (const avoid of term.insteadOf) {
      for (const form of termForms(avoid, term.use, language)) {
        const isOwn = form.avoid === avoid || !given.has(keyOf(form.avoid));
        if (isOwn) add({ words: wordsOf(form.avoid), form: { ...form, term, isAcronym: isAcronym(avoid) } });
      }
    }
  }
  for (const name of names) if (wordsOf(name).length > 1) add({ words: wordsOf(name), form: undefined });
  // Of two that are as long, that in which nothing is to be replaced comes first, unless the words are all of the name.
  for (const list of index.values())
    list.sort((a, b) => b.words.length - a.words.length || rank(a) - rank(b));
  return index;
}

function rank({ form }: Phrase): number {
  return form === undefined ? 1 : 0;
}

/** What the framework calls things, and what measures are called. */
function namesIn({ vocabulary, measures }: TermSources): readonly string[] {
  const { framework, roles = [], areas = [] } = vocabulary ?? {};
  return [
    ...roles.flatMap(({ def }) => [def.heading, ...def.aliases, ...def.fields.map(({ label }) => label)]),
    ...areas.map(({ name }) => name),
    ...(framework?.fields ?? []).map(({ label }) => label),
    ...[...(framework?.tables.values() ?? [])].flatMap(({ columns }) =>
      columns.map(({ heading }) => heading),
    ),
    ...measures.defs.flatMap(namesOf),
  ];
}

const WORD = /[\p{L}\p{N}&]+/gu;
/** What words of a phrase are joined by; how an apostrophe or a hyphen is printed does not count. */
const JOIN = /^[ \u00a0\u2010\u2011'’-]$/;

function wordsOf(phrase: string): readonly string[] {
  return (phrase.match(WORD) ?? []).map((word) => word.toLowerCase());
}

function keyOf(phrase: string): string {
  return wordsOf(phrase).join(' ');
}

function meant(
  { term, use, numbers, isAcronym }: NonNullable<Phrase['form']>,
  before: string,
): Omit<TermMatch, 'at'> {
  if (numbers === undefined) return { term, use, isSure: true, isAcronym };
  const number = numberBefore(before, ENGLISH_TERMS);
  return { term, use: number === undefined ? use : numbers[number], isSure: number !== undefined, isAcronym };
}

/** The phrases in a text, from left to right; where one has been found, none begins before its end. */
function findPhrases(text: string, phrases: Phrases): readonly TermMatch[] {
  const tokens = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    lower: word.toLowerCase(),
    from: index,
    to: index + word.length,
  }));
  const found: TermMatch[] = [];
  for (let at = 0; at < tokens.length; ) {
    const phrase = phrases.get(tokens[at]?.lower ?? '')?.find((one) => fits(one, tokens, at, text));
    if (phrase === undefined) {
      at += 1;
      continue;
    }
    const [from, to] = [tokens[at]?.from ?? 0, tokens[at + phrase.words.length - 1]?.to ?? 0];
    if (phrase.form !== undefined)
      found.push({ at: { from, to }, ...meant(phrase.form, text.slice(Math.max(0, from - 24), from)) });
    at += phrase.words.length;
  }
  return found;
}

interface Token extends Span {
  readonly lower: string;
}

/** Whether the words at an index are the phrase's, and nothing else is between them. */
function fits({ words, form }: Phrase, tokens: readonly Token[], at: number, text: string): boolean {
  for (const [index, word] of words.entries()) {
    const [token, before] = [tokens[at + index], tokens[at + index - 1]];
    if (token?.lower !== word) return false;
    if (index > 0 && !JOIN.test(text.slice(before?.to, token.from))) return false;
  }
  if (form?.isAcronym !== true) return true;
  return text.slice(tokens[at]?.from, tokens[at]?.to) === form.avoid;
}
