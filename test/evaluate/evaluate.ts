import { FAULTS } from './faults/all.ts';
import { HARMLESS } from './harmless/all.ts';
import { rulesOf } from './kind.ts';
import { type Landmarks, landmarks } from './landmarks.ts';
import { LETTER_FAULTS } from './letter/faults.ts';
import { LETTER_HARMLESS } from './letter/harmless.ts';
import { type LetterLandmarks, letterLandmarks } from './letter/landmarks.ts';
import { LIBRARY_FAULTS } from './library/faults.ts';
import { LIBRARY_HARMLESS } from './library/harmless.ts';
import { type LibraryLandmarks, libraryLandmarks } from './library/landmarks.ts';
import type { Texts } from './places.ts';
import { PLAN_FAULTS } from './plan/faults/all.ts';
import { PLAN_HARMLESS } from './plan/harmless/all.ts';
import { type PlanLandmarks, planLandmarks } from './plan/landmarks.ts';
import { eachFault, faultsFor, type Outcome, type Repertoire, seeded } from './run.ts';
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

/** What can be done to the documents of a sort. */
interface Doings {
  readonly evaluate: (subject: Subject, seed: number, times: number) => readonly Outcome[];
  readonly faultsFor: (subject: Subject, seed: number) => readonly string[];
  readonly eachFault: (
    subject: Subject,
    seed: number,
    timesOf: (kind: string) => number,
  ) => readonly Outcome[];
  readonly rules: readonly string[];
}

function doings<Document extends Texts>(repertoire: Repertoire<Document>): Doings {
  return {
    evaluate: (...how) => seeded(repertoire, ...how),
    faultsFor: (...how) => faultsFor(repertoire, ...how),
    eachFault: (...how) => eachFault(repertoire, ...how),
    rules: repertoire.faults.flatMap(rulesOf),
  };
}

export const DOINGS: Readonly<Record<Sort, Doings>> = {
  report: doings(REPORT),
  plan: doings(PLAN),
  letter: doings(LETTER),
  library: doings(LIBRARY),
};

/** What becomes of faults and harmless edits of the document's own sort. */
export function evaluate(subject: Subject, seed: number, times: number): readonly Outcome[] {
  return DOINGS[subject.sort].evaluate(subject, seed, times);
}
