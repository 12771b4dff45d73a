import { nearest, normaliseName } from '../../framework/name.ts';
import type { SourceText } from '../../text/sourceText.ts';
import type { Draft } from './item.ts';

/**
 * Chooses beforehand, of values to choose from, none that goes on otherwise than the words at `offset` begin, and where
 * all do that for which the words are probably a slip: an editor would not even show it.
 */
export function fittedToTyped(drafts: readonly Draft[], text: SourceText, offset: number): readonly Draft[] {
  const [first] = drafts;
  if (first === undefined || drafts.some(({ kind }) => kind !== 'value')) return drafts;
  const before = text.slice(first.span.from, offset);
  const [begun, words] = [before, text.slice(first.span.from, first.span.to)].map(normaliseName);
  // Whoever asks behind a value that may stand there wants to see what else may.
  const isWhole = drafts.some(({ label }) => normaliseName(label) === words);
  if (begun === undefined || words === undefined || begun === '' || isWhole) return drafts;
  const going = drafts.filter(({ label }) => normaliseName(label).startsWith(begun));
  const meant = going.length > 0 ? undefined : meantBy(words, drafts);
  const chosen = meant ?? going.find(({ preselect }) => preselect === true);
  if (chosen === undefined && going.length === 0) return drafts;
  return drafts.map((draft) => {
    const { preselect, ...rest } = draft;
    if (draft !== chosen) return rest;
    return { ...rest, preselect: true, ...(meant === undefined ? {} : { filter: before }) };
  });
}

/** With fewer letters nobody can tell what was meant to be begun. */
const LEAST_BEGUN = 4;

/** The value that some words are a slip for, be it one that is written to its end or only begun. */
function meantBy(words: string, drafts: readonly Draft[]): Draft | undefined {
  const [whole] = nearest(words, drafts, ({ label }) => label.replace(/ \([^()]*\)$/, ''));
  if (whole !== undefined) return whole;
  // Of a few letters one that differs makes another word, and hardly anybody slips with the first.
  if (words.length < LEAST_BEGUN) return undefined;
  const alike = drafts.filter(({ label }) => normaliseName(label)[0] === words[0]);
  return nearest(words, alike, ({ label }) => normaliseName(label).slice(0, words.length))[0];
}
