import type { Problem } from '../text/problem.ts';
import type { FrameworkText } from './frameworkText.ts';
import { child, type Located, textOf, valueSpan } from './locate.ts';
import { nearest } from './name.ts';
import { repeatedTexts } from './repeated.ts';

/** A name that nothing in the framework has. */
export function unknownName(
  place: Located | undefined,
  what: string,
  known: readonly string[],
  { orphan }: Pick<FrameworkText, 'orphan'>,
): readonly Problem[] {
  const name = textOf(place);
  if (place === undefined || name === undefined || known.includes(name) || orphan) return [];
  const meant = nearest(name, known, (id) => id)[0];
  const hint = meant === undefined ? '.' : `; did you mean "${meant}"?`;
  const message = `There is no ${what} "${name}" in this framework${hint}`;
  return [{ span: valueSpan(place), message, ...(meant === undefined ? {} : { meant }) }];
}

/** Things of a kind that have the id of one before them. */
export function twice(places: readonly Located[], key: string, what: string): readonly Problem[] {
  const ids = places.map((place) => child(place, key));
  return repeatedTexts(ids, (id) => id).map(({ span, text }) => ({
    span,
    message: `Another ${what} already has the id "${text}".`,
  }));
}
