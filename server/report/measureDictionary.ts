import { type MeasureDraft, readMeasure } from '../framework/draftContents.ts';
import { completeMeasure } from '../framework/extend.ts';
import type { MeasureDef } from '../framework/framework.ts';
import { items } from '../framework/locate.ts';
import { normaliseName } from '../framework/name.ts';
import type { DataNode } from '../syntax/data.ts';

/** The measures that are defined for a document: by its framework, by its pack, by itself. */
export interface MeasureDictionary {
  readonly sources: MeasureSources;
  readonly defs: readonly MeasureDef[];
  /** The definition of a measure by its id, its name or another way of writing it. */
  find(name: string): MeasureDef | undefined;
}

/** Where definitions stand. Of two with one id the later source says more, and what it leaves out comes from the earlier. */
export interface MeasureSources {
  readonly framework: readonly MeasureDef[];
  readonly pack: readonly MeasureDraft[];
  /** The document's own list. */
  readonly own: DataNode | undefined;
}

/** Reads the definitions. The dictionary of an earlier version is kept as long as it says the same. */
export function readDictionary(sources: MeasureSources, previous?: MeasureDictionary): MeasureDictionary {
  if (previous !== undefined && sameSources(previous.sources, sources)) return previous;
  const own =
    sources.own === undefined ? [] : items({ node: sources.own, at: 0, key: undefined }).flatMap(readMeasure);
  const defs = merged(merged(sources.framework, sources.pack), own);
  // Whoever keeps what was found with a dictionary goes by its identity.
  if (previous !== undefined && JSON.stringify(previous.defs) === JSON.stringify(defs)) return previous;
  const byName = new Map<string, MeasureDef>();
  for (const def of defs) for (const name of namesOf(def)) byName.set(measureKey(name), def);
  return { sources, defs, find: (name) => byName.get(measureKey(name)) };
}

/** Every name under which documents may write a measure. */
export function namesOf({ id, name, aliases }: MeasureDef): readonly string[] {
  return [id, ...aliases, name];
}

/** A measure's name as it is compared: "% of cases" and "Percentage of cases" are one, "Number of cases" is another. */
export function measureKey(name: string): string {
  return normaliseName(name.replace(/^[\s*_]*(?:%|per ?cent(?:age)?\b)\s*(?:of\b)?/i, 'percentage of '));
}

function sameSources(a: MeasureSources, b: MeasureSources): boolean {
  return a.framework === b.framework && a.pack === b.pack && a.own === b.own;
}

function merged(base: readonly MeasureDef[], drafts: readonly MeasureDraft[]): readonly MeasureDef[] {
  const byId = new Map(base.map((def) => [def.id, def]));
  // Of two drafts with one id the first counts, as everywhere.
  const first = new Map([...drafts].reverse().map((draft) => [draft.id, draft]));
  for (const [id, draft] of first) {
    const known = byId.get(id);
    byId.delete(id);
    byId.set(id, completeMeasure(draft, known));
  }
  return [...byId.values()];
}
