import { type Better, betterInProse } from '../report/measureSense.ts';
import type { Quantity } from '../values/quantity.ts';
import { sentenceStart } from './change/changeParts.ts';
import type { Direction } from './change/directions.ts';
import { subjectOf } from './direction/directionClaims.ts';
import { type Item, isWord } from './passage.ts';

// Of these a rise may be meant of how good they are, whichever way the figure goes: "timeliness has increased to 24 weeks".
const ABSTRACT =
  /^(?:performance|stability|instability|quality|progress|outcomes?|position|situation|picture|results?|standards?)$/;
const ABSTRACT_IN_TIME = /^(?:timeliness|timescales?|punctuality|speed|pace)$/;

/** The words of the sentence before `index`, which name the measure where the clause itself does not. */
export function wordsBefore(items: readonly Item[], index: number): readonly string[] {
  return items
    .slice(sentenceStart(items, index), index)
    .filter(isWord)
    .map(({ lower }) => lower);
}

function measureWords(items: readonly Item[], direction: Direction): readonly string[] {
  const own = subjectOf(items, direction, direction.index);
  return own.some((word) => word.length > 3) ? own : wordsBefore(items, direction.index);
}

/** The direction in which what a word of direction speaks of gets better, where the words leave no doubt. */
export function betterHere(
  items: readonly Item[],
  direction: Direction,
  figure: Quantity,
): Better | undefined {
  return betterInProse(measureWords(items, direction).join(' '), figure.kind === 'duration');
}

/** The same of words that name the measure. */
export function betterOfWords(words: readonly string[], figure: Quantity): Better | undefined {
  return betterInProse(words.join(' '), figure.kind === 'duration');
}

/** Whether "up" and "down" may speak of something else than the number: of performance, or of timeliness in weeks. */
export function isLooseWord(items: readonly Item[], direction: Direction, figure: Quantity): boolean {
  return isLoosely(measureWords(items, direction), figure);
}

/** Whether a sentence speaks anywhere of something whose worth "above" and "below" may be said of. */
export function speaksOfWorth(words: readonly string[], figure: Quantity): boolean {
  return words.some(
    (word) => ABSTRACT.test(word) || (figure.kind !== 'percentage' && ABSTRACT_IN_TIME.test(word)),
  );
}

/** The same of words that name the measure. */
function isLoosely(words: readonly string[], figure: Quantity): boolean {
  // What the clause speaks of stands at its beginning, or right before the verb.
  const heads = [...words.slice(0, 4), ...words.slice(-3)];
  if (heads.some((word) => ABSTRACT.test(word))) return true;
  return figure.kind !== 'percentage' && heads.some((word) => ABSTRACT_IN_TIME.test(word));
}
