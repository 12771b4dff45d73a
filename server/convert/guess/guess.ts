import type { FrameworkLibrary } from '../../framework/library.ts';
import type { Source } from '../source.ts';
import { type Day, dayOf } from './day.ts';
import { gather, noEvidence, wordsIn } from './evidence.ts';
import { findMatches, HEAD_UNITS, type Match } from './matches.ts';
import { type Names, namesOf } from './names.ts';
import { reasonsFor } from './reasons.ts';
import { findKinds, findTitles } from './titles.ts';
import { type Unit, unitsOf } from './units.ts';
import { type Weighed, weigh } from './weigh.ts';

/** Which framework a document follows. */
export interface Guess {
  /** Undefined when none is known that it follows. */
  readonly framework: string | undefined;
  /** Sentences for people, with the document's own words in quotes. */
  readonly reasons: readonly string[];
  /** Others that it may follow, the likeliest first. */
  readonly others: readonly Other[];
}

export interface Other {
  readonly framework: string;
  readonly reasons: readonly string[];
}

/** A second with as much of the score of the first leaves it open which one is meant. */
const MARGIN = 0.75;
const CLOSE = 0.4;

/** Says which framework of a library a document follows by its title, headings, labels, judgements and day. */
export function guessFramework(source: Source, library: FrameworkLibrary): Guess {
  const names = namesOf(library);
  const units = unitsOf(source);
  const matches = findMatches(units, names);
  const day = dayOf(units, matches);
  const weighed = weighAll(units, matches, names, day);
  const [first, second] = weighed;
  if (first === undefined) return { framework: undefined, reasons: [NOTHING], others: [] };
  const others = weighed
    .slice(1)
    .filter(({ isKnown, score }) => isKnown && score >= CLOSE * first.score)
    .map((one) => other(one, day));
  if (!first.isKnown) return { framework: undefined, reasons: [tooLittle(first, day)], others: [] };
  if (second !== undefined && isRival(second, first)) {
    return {
      framework: undefined,
      reasons: [leftOpen(first, second)],
      others: [other(first, day), ...others],
    };
  }
  return { framework: first.framework, reasons: reasonsFor(first, day), others };
}

const NOTHING = 'It has no title, heading or label of any framework that is known.';

function weighAll(
  units: readonly Unit[],
  matches: readonly Match[],
  names: Names,
  day: Day | undefined,
): readonly Weighed[] {
  const found = gather(matches, names);
  const [titles, kinds] = [findTitles(units, names), findKinds(units, names)];
  const evidence = [...new Set([...found.keys(), ...titles.keys()])].map((framework) => {
    const own = found.get(framework) ?? noEvidence();
    return [framework, { ...own, title: titles.get(framework), called: kinds.get(framework) }] as const;
  });
  const context = { names, day, isLetter: isLetter(matches), isCalled: kinds.size > 0 };
  return evidence
    .flatMap(([framework, found]) => {
      const entry = names.entries.get(framework);
      return entry === undefined ? [] : [weigh(framework, entry, found, context)];
    })
    .sort((a, b) => Number(b.isKnown) - Number(a.isKnown) || b.score - a.score);
}

/** Whether it is addressed to somebody near its beginning, and signed. */
function isLetter(matches: readonly Match[]): boolean {
  const has = (place: string, before: number) =>
    matches.some(
      ({ name, from }) =>
        from < before &&
        name.named.some((one) => one.kind === 'part' && one.part.required && one.part.place === place),
    );
  return has('beginning', HEAD_UNITS) && has('end', Number.POSITIVE_INFINITY);
}

/** Whether as much speaks for the second; not when all of that speaks for the first too, which then is the narrower. */
function isRival(second: Weighed, first: Weighed): boolean {
  if (!second.isKnown || second.score < MARGIN * first.score) return false;
  const words = new Set(wordsIn(first.evidence));
  return !wordsIn(second.evidence).every((one) => words.has(one));
}

function other(weighed: Weighed, day: Day | undefined): Other {
  return { framework: weighed.framework, reasons: reasonsFor(weighed, day) };
}

function leftOpen(first: Weighed, second: Weighed): string {
  return `It may follow "${titleOf(first)}" or "${titleOf(second)}": as much speaks for one as for the other.`;
}

function tooLittle(first: Weighed, day: Day | undefined): string {
  const [reason] = reasonsFor(first, day);
  if (reason === undefined) return NOTHING;
  return `Too little speaks for any framework that is known. The nearest is "${titleOf(first)}": ${lowered(reason)}`;
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function titleOf({ entry }: Weighed): string {
  return entry.vocabulary.framework.title;
}
