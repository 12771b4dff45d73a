import type { Finding } from '../../server/text/problem.ts';
import { overlaps, type Span } from '../../server/text/span.ts';
import { Random } from '../incremental/random.ts';
import type { Change } from './change.ts';
import { FAULTS } from './faults/all.ts';
import { HARMLESS } from './harmless/all.ts';
import type { Kind } from './kind.ts';
import { type Landmarks, landmarks } from './landmarks.ts';
import type { Subject } from './subject.ts';

/** What became of one change. */
export interface Outcome {
  readonly kind: string;
  readonly harmless: boolean;
  readonly change: Change;
  readonly result: 'found' | 'elsewhere' | 'missed' | 'silent' | 'disturbed';
  /** What the changed document is told that the unchanged one is not. */
  readonly fresh: readonly Finding[];
}

/** Puts `times` single faults and as many harmless edits into a document, each into the document as it was. */
export function evaluate(subject: Subject, seed: number, times: number): readonly Outcome[] {
  const document = landmarks(subject);
  const before = subject.check(subject.text);
  const round = (kinds: readonly Kind[], harmless: boolean): Outcome[] => {
    const own = kinds.filter(({ forms }) => forms === undefined || forms.includes(subject.form));
    return Array.from({ length: times }, (_, index) => {
      const kind = own[index % own.length];
      if (kind === undefined) throw new Error('There are no kinds.');
      const change = draw(kind, document, new Random(seed * 100_003 + index * 2 + (harmless ? 1 : 0)));
      const fresh = added(before, subject.check(change.text));
      return {
        kind: kind.name,
        harmless,
        change,
        fresh,
        result: harmless ? calm(fresh) : found(change, fresh),
      };
    });
  };
  return [...round(FAULTS, false), ...round(HARMLESS, true)];
}

const MOST_DRAWS = 200;

/** A change that changes something: one that leaves the document as it was is drawn again. */
function draw(kind: Kind, document: Landmarks, random: Random): Change {
  for (let draws = 0; draws < MOST_DRAWS; draws += 1) {
    const change = kind.draw(document, random);
    if (change !== undefined && change.text !== document.text) return change;
  }
  throw new Error(`"${kind.name}" cannot be drawn.`);
}

function keyOf({ rule, message }: Finding): string {
  return `${rule}: ${message}`;
}

/** The findings that were not there before, by rule and message. */
export function added(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const known = new Map<string, number>();
  for (const finding of before) known.set(keyOf(finding), (known.get(keyOf(finding)) ?? 0) + 1);
  return after.filter((finding) => {
    const left = known.get(keyOf(finding)) ?? 0;
    known.set(keyOf(finding), left - 1);
    return left <= 0;
  });
}

function calm(fresh: readonly Finding[]): Outcome['result'] {
  return fresh.length === 0 ? 'silent' : 'disturbed';
}

/** Only errors and warnings count: what is merely worth a look does not say that there is a fault. */
function found({ at, says }: Change, fresh: readonly Finding[]): Outcome['result'] {
  const grave = fresh.filter(({ severity }) => severity === 'error' || severity === 'warning');
  if (grave.length === 0) return 'missed';
  const right = grave.some((finding) => (says?.test(finding.message) ?? true) && lies(finding, at));
  return right ? 'found' : 'elsewhere';
}

function lies({ span, related }: Finding, at: readonly Span[]): boolean {
  const places = [span, ...related.filter(({ path }) => path === undefined).map((one) => one.span)];
  return places.some((place) => at.some((right) => overlaps(place, right)));
}
