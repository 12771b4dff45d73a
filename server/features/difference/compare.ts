import type { Change, Said, Turn } from './change.ts';
import { match } from './match.ts';
import { plainText, plainWords } from './plainWords.ts';
import type { SectionPairs } from './sections.ts';
import type { Level, Matched, Pair, Part, PlacedChange, Thing } from './thing.ts';

/** Puts the things of two versions together. */
export function matchThings(
  before: readonly Thing[],
  after: readonly Thing[],
  { placeOf }: SectionPairs,
): Matched<Thing> {
  const prints = new Map<Thing, string>();
  const printOf = (thing: Thing) => {
    const known = prints.get(thing) ?? thing.parts.map(({ key, value }) => `${key}\t${value}`).join('\n');
    prints.set(thing, known);
    return known;
  };
  return match(before, after, {
    placeOf: ({ section, kind }, version) => `${kind} ${placeOf(section, version)}`,
    keysOf: ({ kind, keys }) => keys.map((key) => `${kind} ${key}`),
    printOf,
    wordsOf: ({ isWorded, name }) => (isWorded ? plainWords(name.text) : undefined),
  });
}

/** What has become of a thing: another name, and each part that is said otherwise. */
export function changesOf(pair: Pair<Thing>): readonly PlacedChange[] {
  const { before, after } = pair;
  const was = new Map(before.parts.map((part) => [part.key, part]));
  const is = new Map(after.parts.map((part) => [part.key, part]));
  const now = after.parts.flatMap((part) => partChange(after, was.get(part.key), part) ?? []);
  const gone = before.parts
    .filter(({ key }) => !is.has(key))
    .flatMap((part) => partChange(before, part, undefined) ?? []);
  return [...renaming(pair), ...now, ...gone].map((change) => inAfter(change, after));
}

function renaming({ before, after }: Pair<Thing>): readonly Change[] {
  if (plainText(before.name.text) === plainText(after.name.text)) return [];
  const { kind } = after;
  const rest = { part: undefined, turn: undefined, remark: undefined };
  return [{ kind, sort: 'renamed', subject: KINDS[kind], before: before.name, after: after.name, ...rest }];
}

/** What has been renamed, in a word. */
const KINDS: Readonly<Record<Change['kind'], string>> = {
  section: 'Section',
  field: 'Field',
  judgement: 'Judgement',
  status: 'Status',
  figure: 'Measure',
  target: 'Target',
  date: 'Date',
  action: 'Action',
  recommendation: 'Recommendation',
  row: 'Row',
};

function partChange(thing: Thing, before: Part | undefined, after: Part | undefined): Change | undefined {
  const part = after ?? before;
  if (part === undefined || (before?.value ?? '') === (after?.value ?? '')) return undefined;
  return {
    kind: part.kind,
    sort: 'changed',
    subject: thing.subject,
    part: part.label,
    before: saidApart(before, after),
    after: saidApart(after, before),
    turn: turnOf(before?.level, after?.level),
    remark: after?.remark?.(before),
  };
}

/** What one version says, at the first of its places where the other says something else. */
function saidApart(own: Part | undefined, other: Part | undefined): Said | undefined {
  const apart = [...(own?.places ?? [])].find(([key, { value }]) => other?.places?.get(key)?.value !== value);
  return own && { ...own.said, span: apart?.[1].span ?? own.said.span };
}

export function turnOf(before: Level | undefined, after: Level | undefined): Turn | undefined {
  if (before === undefined || after === undefined || before.on !== after.on) return undefined;
  if (before.value === after.value) return undefined;
  return after.value > before.value ? after.up : after.down;
}

function inAfter(change: Change, { section }: Thing): PlacedChange {
  return { change, in: { version: 'after', section } };
}

/** Something that only one version speaks of, with what it says of it. */
export function lone(thing: Thing, version: 'before' | 'after'): PlacedChange {
  const { kind, name, subject, section, parts } = thing;
  const said: Said = name;
  const told = TOLD.flatMap((label) => {
    const text = parts.find((part) => part.label === label)?.said.text ?? '';
    return text === '' || text.length > LONGEST ? [] : [`${label} ${text}`];
  });
  return {
    change: {
      kind,
      sort: version === 'before' ? 'gone' : 'new',
      subject,
      part: undefined,
      before: version === 'before' ? said : undefined,
      after: version === 'after' ? said : undefined,
      turn: undefined,
      remark: told.length === 0 ? undefined : told.join(', '),
    },
    in: { version, section },
  };
}

/** What is told of an action that is new or gone, and how long that may be. */
const TOLD = ['owner', 'due', 'status', 'timescale'];
const LONGEST = 60;
