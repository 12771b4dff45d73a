import { normalisePhrase } from '../../framework/name.ts';
import type { Vocabulary } from '../../framework/vocabulary.ts';
import type { JudgementReader } from './judgement.ts';
import { wordCount } from './prose.ts';

// A sentence that only gives a judgement has no more words.
export const MOST_WORDS = 30;

/**
 * Whether a text begins with the name of an area and ends in a label, as a sentence without its full stop: "Children's
 * services in Sallow are good". On a front page such a sentence stands alone, and what follows is another.
 */
export function saysJudgement(
  text: string,
  { areasByName }: Vocabulary,
  judgements: JudgementReader,
): boolean {
  if (wordCount(text) > MOST_WORDS || judgements.tail(text) === undefined) return false;
  const phrase = normalisePhrase(text);
  return [...areasByName.keys()].some((name) => phrase.startsWith(`${name} `));
}
