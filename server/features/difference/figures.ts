import type { Change } from './change.ts';
import { turnOf } from './compare.ts';
import type { FigurePart, MeasureThing } from './measures.ts';
import type { Pair, PlacedChange } from './thing.ts';

/**
 * What has become of the figures of a measure: those that are others now, those of new times beside the last before them,
 * and the times that are no longer shown.
 */
export function figureChanges(pair: Pair<MeasureThing>): readonly Change[] {
  const { before, after } = pair;
  const was = new Map(before.parts.map((part) => [part.key, part]));
  const is = new Map(after.parts.map((part) => [part.key, part]));
  const old = new Set(before.parts.map(({ time }) => time?.key));
  const now = new Set(after.parts.map(({ time }) => time?.key));
  const isNew = ({ time }: FigurePart) => time !== undefined && !old.has(time.key);
  const isGone = ({ time }: FigurePart) => time !== undefined && !now.has(time.key);
  const revised = after.parts
    .filter((part) => !isNew(part))
    .flatMap((part) => revision(after, was.get(part.key), part));
  const left = before.parts
    .filter((part) => !is.has(part.key) && !isGone(part))
    .flatMap((part) => revision(before, part, undefined));
  return onceEach([...revised, ...left], after).concat(additions(pair, after.parts.filter(isNew)));
}

/** As data a target that holds all the time is written once: then it is told once, and of no time. */
function onceEach(changes: readonly Change[], { subject }: MeasureThing): readonly Change[] {
  const byPlace = new Map<string, Change[]>();
  for (const change of changes) {
    const place = `${change.before?.span.from} ${change.after?.span.from}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), change]);
  }
  return [...byPlace.values()].flatMap(([first, ...others]) => {
    if (first === undefined || others.length === 0) return first ?? [];
    return { ...first, subject: first.kind === 'target' ? `${subject}, target` : subject };
  });
}

/** The times that a measure has no figure of any more: told once for all measures of a section. */
export function timesGone({ before, after }: Pair<MeasureThing>): readonly FigurePart[] {
  const now = new Set(after.parts.map(({ time }) => time?.key));
  const seen = new Set<string>();
  return before.parts.filter(({ time, value }) => {
    if (time === undefined || value === '' || now.has(time.key) || seen.has(time.key)) return false;
    seen.add(time.key);
    return true;
  });
}

function revision(
  thing: MeasureThing,
  before: FigurePart | undefined,
  after: FigurePart | undefined,
): readonly Change[] {
  const part = after ?? before;
  if (part === undefined || (before?.value ?? '') === (after?.value ?? '')) return [];
  return [
    {
      kind: part.kind,
      sort: 'changed',
      subject: part.label === undefined ? thing.subject : `${thing.subject}, ${part.label}`,
      part: undefined,
      before: before?.said,
      after: after?.said,
      turn: turnOf(before?.level, after?.level),
      remark: heldRemark(before, after),
    },
  ];
}

/** `target 85%: now met`, `target 85%: still not met`. */
function heldRemark(before: FigurePart | undefined, after: FigurePart | undefined): string | undefined {
  if (after?.held === undefined) return undefined;
  const { target, verdict } = after.held;
  const was = before?.held?.verdict;
  const words = verdict === 'met' ? 'met' : 'not met';
  if (was === undefined) return `target ${target}: ${words}`;
  if (was === verdict) return `target ${target}: still ${words}`;
  return `target ${target}: ${verdict === 'met' ? 'now met' : 'no longer met'}`;
}

/** The figures of new times, each beside the last before it; targets alone are of no news beside a figure. */
function additions({ after }: Pair<MeasureThing>, fresh: readonly FigurePart[]): readonly Change[] {
  const told = fresh.filter(({ value }) => value !== '');
  const actuals = told.filter(({ role }) => role === 'actual');
  const timesTold = new Set(actuals.map(({ time }) => time?.key));
  const others = told.filter(({ role, time }) => role !== 'actual' && !timesTold.has(time?.key));
  return [...actuals, ...others].map((part) => addition(after, part));
}

function addition(thing: MeasureThing, part: FigurePart): Change {
  const earlier = part.role === 'actual' ? lastBefore(thing, part) : undefined;
  const turn = turnOf(earlier?.level, part.level);
  const notes = [comparison(earlier, part, turn), heldRemark(earlier, part)].flatMap((note) => note ?? []);
  return {
    kind: part.kind,
    sort: 'new',
    subject: part.label === undefined ? thing.subject : `${thing.subject}, ${part.label}`,
    part: undefined,
    before: undefined,
    after: part.said,
    turn,
    remark: notes.length === 0 ? undefined : notes.join('; '),
  };
}

/** The last figure of an earlier time. */
function lastBefore({ parts }: MeasureThing, { time }: FigurePart): FigurePart | undefined {
  let last: FigurePart | undefined;
  for (const part of parts) {
    if (part.role !== 'actual' || part.value === '' || part.time === undefined || time === undefined)
      continue;
    if (part.time.end >= time.end || part.time.end <= (last?.time?.end ?? Number.NEGATIVE_INFINITY)) continue;
    last = part;
  }
  return last;
}

/** `better than 84% in May 2019`, `84% in May 2019`, `as in May 2019`. */
function comparison(
  earlier: FigurePart | undefined,
  part: FigurePart,
  turn: Change['turn'],
): string | undefined {
  if (earlier?.time === undefined) return undefined;
  const when = `in ${earlier.time.words}`;
  if (earlier.value === part.value) return `as ${when}`;
  return turn === undefined ? `${earlier.said.text} ${when}` : `${turn} than ${earlier.said.text} ${when}`;
}

/** Times that are no longer shown, one line for all measures of a section that had them. */
export function goneChanges(pairs: readonly Pair<MeasureThing>[]): readonly PlacedChange[] {
  const found = new Map<string, { readonly part: FigurePart; readonly thing: MeasureThing; count: number }>();
  for (const pair of pairs) {
    for (const part of timesGone(pair)) {
      const key = `${pair.after.section?.index} ${part.time?.key}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { part, thing: pair.after, count: 1 });
      else known.count += 1;
    }
  }
  return [...found.values()].map(({ part, thing, count }) => ({
    change: {
      kind: 'figure',
      sort: 'gone',
      subject: count === 1 ? thing.subject : `${count} measures`,
      part: undefined,
      before: { ...part.said, text: part.time?.words ?? '' },
      after: undefined,
      turn: undefined,
      remark: undefined,
    },
    in: { version: 'after', section: thing.section },
  }));
}
