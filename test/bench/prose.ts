import type { Random } from '../incremental/random.ts';
import { ACRONYMS } from './acronyms.ts';
import {
  COUNTED,
  DONE,
  GROUPS,
  LOCALITIES,
  PLACES,
  REASONS,
  SUBJECTS,
  TIMES,
  VERBS,
  WORKERS,
} from './words.ts';

/** Of the shares that are stated with their numbers, so many are wrong. */
const WRONG = 0.13;

type Sentence = (random: Random) => string;

/** A paragraph as inspectors write them: mostly words, here and there figures. */
export function paragraph(random: Random): string {
  const sentences: string[] = [];
  for (let count = 4 + random.below(4); count > 0; count -= 1) {
    sentences.push(random.pick(random.chance(0.28) ? FIGURES : WORDS)(random));
  }
  if (random.chance(0.025)) sentences.push(random.pick(LEFT_OVER));
  return sentences.join(' ');
}

/** A sentence without figures, for lists and table notes. */
export function plainSentence(random: Random): string {
  return random.pick(WORDS)(random);
}

const LEFT_OVER = ['[insert figure from the audit].', 'The date of the next review is TBC.', 'See XX.'];

const WORDS: readonly Sentence[] = [
  (r) => `${r.pick(SUBJECTS)} ${r.pick(VERBS)}.`,
  (r) => `${r.pick(SUBJECTS)} ${r.pick(VERBS)} ${r.pick(REASONS)}.`,
  (r) => `${capital(r.pick(PLACES))}, ${lower(r.pick(SUBJECTS))} ${r.pick(VERBS)}.`,
  (r) => `${capital(r.pick(WORKERS))} told inspectors that ${lower(r.pick(SUBJECTS))} ${r.pick(VERBS)}.`,
  (r) => `For **${r.pick(GROUPS)}**, ${lower(r.pick(SUBJECTS))} ${r.pick(VERBS)}, ${r.pick(REASONS)}.`,
  (r) =>
    `${capital(r.pick(WORKERS))} and ${r.pick(WORKERS)} work well together ${r.pick(PLACES)}, ${r.pick(REASONS)}.`,
  (r) => `The ${acronym(r)} and the ${acronym(r)} have agreed how they will work together ${r.pick(PLACES)}.`,
  (r) => `Referrals to ${acronym(r)} are *now* discussed with ${r.pick(WORKERS)} ${r.pick(TIMES)}.`,
  (r) =>
    `${capital(r.pick(GROUPS))} ${r.pick(PLACES)} spoke warmly of ${r.pick(WORKERS)}, “who listen to us”, ${r.pick(REASONS)}.`,
  (r) => `${capital(r.pick(TIMES))}, ${r.pick(WORKERS)} in ${r.pick(LOCALITIES)} ${r.pick(FINDINGS)}.`,
  (r) =>
    `Inspectors met ${r.pick(WORKERS)} on ${r.pick(DAYS)}, and ${lower(r.pick(SUBJECTS))} ${r.pick(VERBS)}.`,
  (r) => `${r.pick(EVENTS)}, ${lower(r.pick(SUBJECTS))} ${r.pick(VERBS)}.`,
  (r) => `The ${acronym(r)} (with ${r.pick(WORKERS)}) looks at this every month, ${r.pick(REASONS)}.`,
  (r) =>
    `This is set out in the [${acronym(r)} plan](plans/${acronym(r).toLowerCase()}.md) and in paragraph 4.`,
];

/** Days of the inspection and before it, each with its weekday. */
const DAYS = [
  'Monday 6 February 2012',
  'Thursday 9 February 2012',
  '7 February 2012',
  '08/02/2012',
  '24 January 2012',
];

/** Each event has one date. */
const EVENTS = [
  'Since the inspection of the fostering service in June 2009',
  'At the last inspection of adoption services, in March 2010',
  'After the peer review of May 2011',
  'In the two years since the last inspection of adoption services',
];

const FINDINGS = [
  'had not been told of the change',
  'received training in the new threshold',
  'described a culture of openness and challenge',
  'carried caseloads that were too high',
  'felt well supported by their managers',
];

/** A part of a whole, and the share as it would be printed, now and then wrong. */
function share(random: Random): { part: number; whole: number; percent: string } {
  const whole = 12 + random.below(900);
  const part = 1 + random.below(whole - 1);
  const places = random.chance(0.3) ? 1 : 0;
  const wrong = random.chance(WRONG) ? 7 + random.below(20) : 0;
  const percent = (100 * part) / whole;
  return { part, whole, percent: `${(percent > 50 ? percent - wrong : percent + wrong).toFixed(places)}%` };
}

const FIGURES: readonly Sentence[] = [
  (r) => withShare(r, (s, what) => `${s.part} of ${s.whole} ${what} (${s.percent}) ${r.pick(DONE)}.`),
  (r) => withShare(r, (s, what) => `Of ${s.whole} ${what}, ${s.part} (${s.percent}) ${r.pick(DONE)}.`),
  (r) => withShare(r, (s, what) => `${s.percent} (${s.part} of ${s.whole}) of ${what} ${r.pick(DONE)}.`),
  (r) => withShare(r, (s, what) => `${s.part} (${s.percent}) of the ${s.whole} ${what} ${r.pick(DONE)}.`),
  (r) =>
    withShare(
      r,
      (s, what) =>
        `${capital(r.pick(TIMES))}, ${s.part} out of ${s.whole} ${what} (${s.percent}) ${r.pick(DONE)}.`,
    ),
  (r) =>
    withShare(
      r,
      (s, what) => `There were ${s.whole} ${what}, of which ${s.part} (${s.percent}) ${r.pick(DONE)}.`,
    ),
  (r) =>
    withShare(
      r,
      (s, what) => `${s.part} of ${s.whole} ${what}, or ${s.percent}, ${r.pick(DONE)} ${r.pick(TIMES)}.`,
    ),
  (r) =>
    `The number of ${r.pick(COUNTED)} rose from ${20 + r.below(200)} to ${220 + r.below(400)} ${r.pick(TIMES)}.`,
  (r) => `The rate is ${20 + r.below(60)}.${r.below(10)} per 10,000, ${r.pick(REASONS)}.`,
  (r) => `The board spent £${1 + r.below(9)}.${r.below(10)}m on ${r.pick(GROUPS)} in 2011/12.`,
];

function withShare(
  random: Random,
  write: (share: { part: number; whole: number; percent: string }, what: string) => string,
): string {
  // Of one place and of another, so that two figures are not of the same children.
  return write(share(random), `${random.pick(COUNTED)} in ${random.pick(LOCALITIES)}`);
}

export function acronym(random: Random): string {
  return random.pick(ACRONYMS)[0];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
