import { atLeast, type Finding, type Severity } from '../../server/text/problem.ts';
import { overlaps, type Span } from '../../server/text/span.ts';
import { Random } from '../incremental/random.ts';
import type { Change } from './change.ts';
import type { Kind } from './kind.ts';
import type { Texts } from './places.ts';
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

/** What is done to documents of one sort, and what has to be known of them for it. */
export interface Repertoire<Document extends Texts> {
  readonly read: (subject: Subject) => Document;
  readonly faults: readonly Kind<Document>[];
  readonly harmless: readonly Kind<Document>[];
}

/**
 * Puts `times` single faults and as many harmless edits into a document, each into the document as it was. Every kind
 * gets its turn, be there more of them than `times`.
 */
export function seeded<Document extends Texts>(
  { read, faults, harmless: edits }: Repertoire<Document>,
  subject: Subject,
  seed: number,
  times: number,
): readonly Outcome[] {
  const document = read(subject);
  const before = subject.check(subject.text);
  const round = (kinds: readonly Kind<Document>[], harmless: boolean): Outcome[] => {
    const own = kinds
      .filter(({ forms }) => forms === undefined || forms.includes(subject.form))
      .filter((kind) => kind.optional !== true || drawn(kind, document, new Random(seed)) !== undefined);
    const outcomes: Outcome[] = [];
    for (let index = 0; own.length > 0 && outcomes.length < Math.max(times, own.length); index += 1) {
      const kind = own[index % own.length];
      if (kind === undefined) throw new Error('There are no kinds.');
      const random = new Random(seed * 100_003 + index * 2 + (harmless ? 1 : 0));
      const change = drawn(kind, document, random);
      if (change === undefined && kind.optional === true) continue;
      if (change === undefined) throw new Error(`"${kind.name}" cannot be drawn.`);
      const fresh = added(before, subject.check(change.text));
      const result = harmless ? calm(fresh) : found(change, fresh, kind);
      outcomes.push({ kind: kind.name, harmless, change, fresh, result });
    }
    return outcomes;
  };
  return [...round(faults, false), ...round(edits, true)];
}

const MOST_DRAWS = 200;

/** A change that changes something: one that leaves the document as it was is drawn again. */
function drawn<Document extends Texts>(
  kind: Kind<Document>,
  document: Document,
  random: Random,
): Change | undefined {
  for (let draws = 0; draws < MOST_DRAWS; draws += 1) {
    const change = kind.draw(document, random);
    if (change !== undefined && change.text !== document.text) return change;
  }
  return undefined;
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

/**
 * Only errors and warnings count, unless the kind of fault says otherwise: what is merely worth a look does not say that
 * there is a fault.
 */
function found(
  { at, says }: Change,
  fresh: readonly Finding[],
  { severity: least = 'warning' }: { readonly severity?: Severity },
): Outcome['result'] {
  const grave = fresh.filter(({ severity }) => atLeast(severity, least));
  if (grave.length === 0) return 'missed';
  const right = grave.some((finding) => (says?.test(finding.message) ?? true) && lies(finding, at));
  return right ? 'found' : 'elsewhere';
}

function lies({ span, related }: Finding, at: readonly Span[]): boolean {
  const places = [span, ...related.filter(({ path }) => path === undefined).map((one) => one.span)];
  return places.some((place) => at.some((right) => overlaps(place, right)));
}
