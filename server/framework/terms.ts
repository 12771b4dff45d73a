import type { Problem } from '../text/problem.ts';
import { texts } from './draftValues.ts';
import type { TermDef } from './framework.ts';
import { child, items, type Located, textOf } from './locate.ts';
import { normaliseName } from './name.ts';
import { repeatedTexts } from './repeated.ts';

/** A term as a framework or a pack gives it; without words on both sides it says nothing. */
export function readTerm(place: Located): readonly TermDef[] {
  const use = textOf(child(place, 'use'))?.trim() ?? '';
  const insteadOf = wordsIn(child(place, 'instead-of'));
  if (use === '' || insteadOf.length === 0) return [];
  const except = wordsIn(child(place, 'except'));
  return [
    {
      use,
      insteadOf,
      except,
      because: textOf(child(place, 'because')),
      source: textOf(child(place, 'source')),
    },
  ];
}

function wordsIn(place: Located | undefined): readonly string[] {
  return (texts(place) ?? []).map((text) => text.trim()).filter((text) => text !== '');
}

/** The terms of both; what is used instead of a word is said by the later. */
export function joinedTerms(base: readonly TermDef[], own: readonly TermDef[]): readonly TermDef[] {
  const said = new Set(own.flatMap(({ insteadOf }) => insteadOf.map(normaliseName)));
  const left = base.map((term) => ({
    ...term,
    insteadOf: term.insteadOf.filter((words) => !said.has(normaliseName(words))),
  }));
  return [...left.filter(({ insteadOf }) => insteadOf.length > 0), ...own];
}

/** Words that are to be replaced in two ways, or by themselves. */
export function termProblems(list: Located | undefined): readonly Problem[] {
  const terms = items(list);
  const avoided = terms.flatMap((term) => items(child(term, 'instead-of')));
  const twice = repeatedTexts(avoided, normaliseName).map(({ span, text }) => ({
    span,
    message: `Another term already says what to write instead of "${text}".`,
  }));
  const same = terms.flatMap((term) => {
    const use = child(term, 'use');
    return repeatedTexts([use, ...items(child(term, 'instead-of'))], normaliseName)
      .filter(({ text }) => normaliseName(text) === normaliseName(textOf(use) ?? ''))
      .map(({ span, text }) => ({ span, message: `"${text}" is what this term asks to write.` }));
  });
  return [...same, ...twice];
}
