import { FAULTS } from './faults/all.ts';
import { HARMLESS } from './harmless/all.ts';
import { type Landmarks, landmarks } from './landmarks.ts';
import { LETTER_FAULTS } from './letter/faults.ts';
import { LETTER_HARMLESS } from './letter/harmless.ts';
import { type LetterLandmarks, letterLandmarks } from './letter/landmarks.ts';
import { LIBRARY_FAULTS } from './library/faults.ts';
import { LIBRARY_HARMLESS } from './library/harmless.ts';
import { type LibraryLandmarks, libraryLandmarks } from './library/landmarks.ts';
import { PLAN_FAULTS } from './plan/faults/all.ts';
import { PLAN_HARMLESS } from './plan/harmless/all.ts';
import { type PlanLandmarks, planLandmarks } from './plan/landmarks.ts';
import { type Outcome, type Repertoire, seeded } from './run.ts';
import type { Sort, Subject } from './subject.ts';

const REPORT: Repertoire<Landmarks> = { read: landmarks, faults: FAULTS, harmless: HARMLESS };
const PLAN: Repertoire<PlanLandmarks> = {
  read: planLandmarks,
  faults: PLAN_FAULTS,
  harmless: PLAN_HARMLESS,
};
const LETTER: Repertoire<LetterLandmarks> = {
  read: letterLandmarks,
  faults: LETTER_FAULTS,
  harmless: LETTER_HARMLESS,
};
const LIBRARY: Repertoire<LibraryLandmarks> = {
  read: libraryLandmarks,
  faults: LIBRARY_FAULTS,
  harmless: LIBRARY_HARMLESS,
};

const EVALUATE: Readonly<
  Record<Sort, (subject: Subject, seed: number, times: number) => readonly Outcome[]>
> = {
  report: (...how) => seeded(REPORT, ...how),
  plan: (...how) => seeded(PLAN, ...how),
  letter: (...how) => seeded(LETTER, ...how),
  library: (...how) => seeded(LIBRARY, ...how),
};

/** What becomes of faults and harmless edits of the document's own sort. */
export function evaluate(subject: Subject, seed: number, times: number): readonly Outcome[] {
  return EVALUATE[subject.sort](subject, seed, times);
}
