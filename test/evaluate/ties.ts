import { readShareTies } from '../../server/numbers/share/shares.ts';
import type { Finding } from '../../server/text/problem.ts';
import { Random } from '../incremental/random.ts';
import { isCut, isRight, rightFigures, type ShareFigures } from './shareFigures.ts';
import { SHARE_FORMS, shareSentence } from './shareSentences.ts';
import { checkMarkdown, FRAMEWORK } from './subject.ts';

/** What the mutations of right ties came to. */
export interface TieOutcome {
  readonly ties: number;
  readonly mutations: number;
  /** Sentences that are right and were called wrong. */
  readonly falseAlarms: readonly string[];
  /** Sentences of which a figure was changed beyond rounding, with no word said. */
  readonly missed: readonly string[];
}

/** Forms of which the words alone do not say that part and whole belong together; they are measured elsewhere. */
function isRead(form: string): boolean {
  const right = { part: 12, whole: 48, share: 25, places: 0 };
  return readShareTies(shareSentence(form, right, new Random(0))).some(({ share }) => share !== undefined);
}

/** Generates right ties and changes one figure of each, again and again; a document holds one sentence at a time. */
export function mutateTies(seed: number, times: number): TieOutcome {
  const random = new Random(seed);
  const forms = SHARE_FORMS.filter(isRead);
  const falseAlarms: string[] = [];
  const missed: string[] = [];
  let mutations = 0;
  for (let index = 0; index < times; index += 1) {
    const form = forms[index % forms.length] ?? '';
    const right = withoutYears(random);
    const sentence = shareSentence(form, right, new Random(index));
    if (findings(sentence).length > 0) falseAlarms.push(sentence);
    for (const wrong of mutationsOf(right)) {
      mutations += 1;
      const words = shareSentence(form, wrong, new Random(index));
      if (findings(words).length === 0) missed.push(words);
    }
  }
  return { ties: times, mutations, falseAlarms, missed };
}

/** A bare number from 1900 to 2099 is read as a year, and "20/21" as two, as a reader at speed would. */
function withoutYears(random: Random): ShareFigures {
  const figures = rightFigures(random);
  return [figures, ...mutationsOf(figures)].some(
    ({ part, whole }) => isYear(part) || isYear(whole) || (part + 1 === whole && whole < 100),
  )
    ? withoutYears(random)
    : figures;
}

function isYear(value: number): boolean {
  return value >= 1900 && value < 2100;
}

/** Every change of one figure by a little and by much that rounding and cutting do not explain. */
function mutationsOf(right: ShareFigures): readonly ShareFigures[] {
  const changes = [-30, -9, -4, -3, -2, -1, 1, 2, 3, 4, 9, 30];
  const figures = ['part', 'whole', 'share'] as const;
  return figures
    .flatMap((figure) => changes.map((by) => ({ ...right, [figure]: right[figure] + by })))
    .filter(
      ({ part, whole, share, places }) => part > 0 && whole > 1 && share > 0 && share <= 100 * 10 ** places,
    )
    .filter((figures) => !isRight(figures) && !isCut(figures));
}

export function findings(sentence: string): readonly Finding[] {
  const text = `---\nframework: ${FRAMEWORK}\n---\n\n## Service information\n\n1. ${sentence}\n`;
  return checkMarkdown(text).filter(({ rule }) => rule.startsWith('number/'));
}
