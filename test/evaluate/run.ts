import { atLeast, type Finding } from '../../server/text/problem.ts';
import { overlaps, type Span } from '../../server/text/span.ts';
import { Random } from '../incremental/random.ts';
import type { Change } from './change.ts';
import { type Fault, type Kind, rulesOf } from './kind.ts';
import type { Texts } from './places.ts';
import type { Subject } from './subject.ts';

/** What became of one change. */
export interface Outcome {
  readonly kind: string;
  readonly harmless: boolean;
  readonly change: Change;
  readonly result: 'found' | 'elsewhere' | 'missed' | 'silent' | 'disturbed';
  /** Of a fault: the rules that told of it at its place; where none did, those one of which should have. */
  readonly rules: readonly string[];
  /** What the changed document is told that the unchanged one is not. */
  readonly fresh: readonly Finding[];
}

/** What is done to documents of one sort, and what has to be known of them for it. */
export interface Repertoire<Document extends Texts> {
  readonly read: (subject: Subject) => Document;
  readonly faults: readonly Fault<Document>[];
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
  const round = <K extends Kind<Document>>(kinds: readonly K[], which: 0 | 1, judge: Judge<K>): Outcome[] => {
    const own = offered(kinds, document, subject, seed);
    const outcomes: Outcome[] = [];
    for (let index = 0; own.length > 0 && outcomes.length < Math.max(times, own.length); index += 1) {
      const kind = own[index % own.length];
      if (kind === undefined) throw new Error('There are no kinds.');
      const change = drawnOrNone(kind, document, new Random(seed * 100_003 + index * 2 + which));
      if (change !== undefined) outcomes.push(judge(kind, change, added(before, subject.check(change.text))));
    }
    return outcomes;
  };
  const { off = [] } = subject;
  const told = faults.filter((fault) => rulesOf(fault).some((rule) => !off.includes(rule)));
  return [...round(told, 0, ofFault), ...round(edits, 1, ofHarmless)];
}

/** The names of the kinds of fault that can be put into a document. */
export function faultsFor<Document extends Texts>(
  { read, faults }: Repertoire<Document>,
  subject: Subject,
  seed: number,
): readonly string[] {
  return offered(faults, read(subject), subject, seed).map(({ name }) => name);
}

/** Puts each kind of fault into a document as often as `timesOf` says, one at a time. */
export function eachFault<Document extends Texts>(
  { read, faults }: Repertoire<Document>,
  subject: Subject,
  seed: number,
  timesOf: (kind: string) => number,
): readonly Outcome[] {
  const document = read(subject);
  const before = subject.check(subject.text);
  return offered(faults, document, subject, seed).flatMap((kind, place) =>
    Array.from({ length: timesOf(kind.name) }, (_, index) => {
      const change = drawnOrNone(kind, document, new Random(seed * 100_003 + place * 1_009 + index));
      return change === undefined ? [] : [ofFault(kind, change, added(before, subject.check(change.text)))];
    }).flat(),
  );
}

type Judge<K> = (kind: K, change: Change, fresh: readonly Finding[]) => Outcome;

/** The kinds of change that a document can undergo. */
function offered<Document extends Texts, K extends Kind<Document>>(
  kinds: readonly K[],
  document: Document,
  { form }: Subject,
  seed: number,
): readonly K[] {
  return kinds
    .filter(({ forms }) => forms === undefined || forms.includes(form))
    .filter((kind) => kind.optional !== true || drawn(kind, document, new Random(seed)) !== undefined);
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

/** A kind that documents may lack need not come to anything at every draw; any other must. */
function drawnOrNone<Document extends Texts>(
  kind: Kind<Document>,
  document: Document,
  random: Random,
): Change | undefined {
  const change = drawn(kind, document, random);
  if (change === undefined && kind.optional !== true) throw new Error(`"${kind.name}" cannot be drawn.`);
  return change;
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

function ofHarmless<Document>({ name }: Kind<Document>, change: Change, fresh: readonly Finding[]): Outcome {
  const result = fresh.length === 0 ? 'silent' : 'disturbed';
  return { kind: name, harmless: true, change, result, rules: [], fresh };
}

/**
 * Only errors and warnings count, unless the kind of fault says otherwise: what is merely worth a look does not say that
 * there is a fault.
 */
function ofFault<Document>(kind: Fault<Document>, change: Change, fresh: readonly Finding[]): Outcome {
  const least = kind.severity ?? 'warning';
  const wanted = rulesOf(kind);
  const grave = fresh.filter(({ severity }) => atLeast(severity, least));
  const right = grave.filter(
    (finding) =>
      wanted.includes(finding.rule) &&
      (change.says?.test(finding.message) ?? true) &&
      lies(finding, change.at),
  );
  const rules = right.length === 0 ? wanted : [...new Set(right.map(({ rule }) => rule))];
  const result = right.length > 0 ? 'found' : grave.length > 0 ? 'elsewhere' : 'missed';
  return { kind: kind.name, harmless: false, change, result, rules, fresh };
}

function lies({ span, related }: Finding, at: readonly Span[]): boolean {
  const places = [span, ...related.filter(({ path }) => path === undefined).map((one) => one.span)];
  return places.some((place) => at.some((right) => overlaps(place, right)));
}
