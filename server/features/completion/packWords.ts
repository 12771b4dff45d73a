import type { DataNode } from '../../syntax/data.ts';
import { entryOf } from '../../syntax/data.ts';
import type { Analysis } from '../analysis.ts';

/** How often each of several words is said. */
export type Counts = ReadonlyMap<string, number>;

/** What the documents of a pack say that another of them is likely to say as well. */
export interface PackWords {
  /** The values of fields of the document, by their keys. */
  readonly meta: ReadonlyMap<string, Counts>;
  /** The values of fields of sections, by what their framework calls them. */
  readonly fields: ReadonlyMap<string, Counts>;
  readonly owners: Counts;
  readonly dues: Counts;
  readonly measures: Counts;
  /** What each document reports on, as it is written, with the framework that it follows. */
  readonly periods: readonly PackPeriod[];
}

export interface PackPeriod {
  readonly framework: string | undefined;
  readonly text: string;
}

/** What nobody says. */
export const NO_WORDS: PackWords = {
  meta: new Map(),
  fields: new Map(),
  owners: new Map(),
  dues: new Map(),
  measures: new Map(),
  periods: [],
};

/** Whoever writes more does not want to write it again. */
const LONGEST = 120;

/** What one document says. */
export function packWords({ ours, report }: Analysis): PackWords {
  if (!ours) return NO_WORDS;
  const { meta } = report.model;
  const contents = report.sections.map(({ content }) => content);
  const actions = contents.flatMap((content) => content.actions);
  const period = meta.find(({ key }) => key === 'period')?.value;
  const text = period && periodText(period);
  return {
    meta: grouped(meta.flatMap(({ key, value }) => (value.kind === 'scalar' ? [[key, value.text]] : []))),
    fields: grouped(
      contents.flatMap(({ fields }) =>
        fields.flatMap(({ def, value }) => (def === undefined ? [] : [[def.id, value.text] as const])),
      ),
    ),
    owners: counted(actions.flatMap(({ owner }) => owner?.text ?? [])),
    dues: counted(actions.flatMap(({ due }) => due?.text ?? [])),
    measures: counted(contents.flatMap(({ measures }) => measures.map(({ name }) => name.text))),
    periods: text === undefined ? [] : [{ framework: report.vocabulary?.framework.id, text }],
  };
}

/** A period as one line: from one day to another it is written as a map. */
function periodText(value: DataNode): string | undefined {
  if (value.kind === 'scalar') return value.text.trim() === '' ? undefined : value.text.trim();
  if (value.kind !== 'map') return undefined;
  const [from, to] = ['from', 'to'].map((key) => entryOf(value, key)?.value);
  return from?.kind === 'scalar' && to?.kind === 'scalar'
    ? `{ from: ${from.text}, to: ${to.text} }`
    : undefined;
}

/** What several documents say. */
export function together(all: readonly PackWords[]): PackWords {
  return {
    meta: groupsTogether(all.map(({ meta }) => meta)),
    fields: groupsTogether(all.map(({ fields }) => fields)),
    owners: countsTogether(all.map(({ owners }) => owners)),
    dues: countsTogether(all.map(({ dues }) => dues)),
    measures: countsTogether(all.map(({ measures }) => measures)),
    periods: all.flatMap(({ periods }) => periods),
  };
}

/** Words, those that are said most first. */
export function commonest(counts: Counts | undefined): readonly string[] {
  return [...(counts ?? [])].sort(([, a], [, b]) => b - a).map(([text]) => text);
}

/** How often each of some words is there; what is empty or long is left out. */
export function counted(words: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const word of words) {
    const text = word.trim();
    if (text === '' || text.length > LONGEST || text.includes('\n')) continue;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

function grouped(pairs: readonly (readonly [key: string, text: string])[]): ReadonlyMap<string, Counts> {
  const groups = new Map<string, string[]>();
  for (const [key, text] of pairs) {
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [text]);
    else known.push(text);
  }
  return new Map([...groups].map(([key, texts]) => [key, counted(texts)]));
}

function countsTogether(all: readonly Counts[]): Counts {
  const counts = new Map<string, number>();
  for (const [text, count] of all.flatMap((one) => [...one]))
    counts.set(text, (counts.get(text) ?? 0) + count);
  return counts;
}

function groupsTogether(all: readonly ReadonlyMap<string, Counts>[]): ReadonlyMap<string, Counts> {
  const keys = new Set(all.flatMap((groups) => [...groups.keys()]));
  return new Map(
    [...keys].map((key) => [key, countsTogether(all.flatMap((groups) => groups.get(key) ?? []))]),
  );
}
