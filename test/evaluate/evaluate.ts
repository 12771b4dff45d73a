import { FAULTS } from './faults/all.ts';
import { HARMLESS } from './harmless/all.ts';
import { landmarks } from './landmarks.ts';
import { type Outcome, type Repertoire, seeded } from './run.ts';
import type { Sort, Subject } from './subject.ts';

const REPORT = { read: landmarks, faults: FAULTS, harmless: HARMLESS } satisfies Repertoire<
  ReturnType<typeof landmarks>
>;

const EVALUATE: Readonly<
  Record<Sort, (subject: Subject, seed: number, times: number) => readonly Outcome[]>
> = {
  report: (...how) => seeded(REPORT, ...how),
};

/** What becomes of faults and harmless edits of the document's own sort. */
export function evaluate(subject: Subject, seed: number, times: number): readonly Outcome[] {
  return EVALUATE[subject.sort](subject, seed, times);
}
