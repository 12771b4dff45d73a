import { sameAddress } from '../text/address.ts';
import type { Host } from '../text/host.ts';
import { type Baseline, type BaselineEntry, countEntries } from './baseline.ts';
import { without } from './setAside.ts';

/** A document that a baseline has, with what it has of it. */
export interface BaselineDocument {
  /** Its path as the baseline has it. */
  readonly named: string;
  /** Its path as the host has it. */
  readonly path: string;
  readonly entries: readonly BaselineEntry[];
}

/** The documents that a baseline has. @param file its path */
export function documentsOf(
  { resolve }: Pick<Host, 'resolve'>,
  file: string,
  { files }: Baseline,
): readonly BaselineDocument[] {
  const folder = file.slice(0, file.lastIndexOf('/'));
  return [...files].map(([named, entries]) => ({ named, path: resolve(folder, named), entries }));
}

/** A baseline with all that is found. */
export interface WrittenBaseline {
  readonly baseline: Baseline;
  /** How many findings it sets aside of the documents that were checked, and of how many of these. */
  readonly findings: number;
  readonly documents: number;
  /** How many documents it has besides, of which it says what it said before. */
  readonly others: number;
}

/**
 * Sets aside all that is found in the documents that were checked.
 * @param there what the old baseline has of documents that are still there
 * @param checked all documents that were checked, with what is found in each
 */
export function writtenBaseline(
  old: Baseline,
  there: readonly BaselineDocument[],
  checked: readonly BaselineDocument[],
): WrittenBaseline {
  const known = new Set(checked.map(({ path }) => sameAddress(path)));
  const others = there.filter(({ path }) => !known.has(sameAddress(path)));
  const found = checked.filter(({ entries }) => entries.length > 0);
  return {
    baseline: withDocuments(old, [...others, ...found]),
    findings: found.reduce((sum, { entries }) => sum + countEntries(entries), 0),
    documents: found.length,
    others: others.length,
  };
}

/** A baseline without what is found no more. */
export interface PrunedBaseline {
  readonly baseline: Baseline;
  /** How many findings were taken out, and how many are left. */
  readonly taken: number;
  readonly left: number;
}

/**
 * Takes out what is found no more, and documents that are gone.
 * @param there what the baseline has of documents that are still there
 * @param outdated what it has for nothing, by the paths of the documents that were checked
 */
export function prunedBaseline(
  old: Baseline,
  there: readonly BaselineDocument[],
  outdated: ReadonlyMap<string, readonly BaselineEntry[]>,
): PrunedBaseline {
  const byAddress = new Map([...outdated].map(([path, entries]) => [sameAddress(path), entries]));
  const documents = there.map(({ named, path, entries }) => {
    return { named, path, entries: without(entries, byAddress.get(sameAddress(path)) ?? []) };
  });
  const baseline = withDocuments(old, documents);
  const left = countAll(baseline);
  return { baseline, taken: countAll(old) - left, left };
}

function withDocuments({ schema }: Baseline, documents: readonly BaselineDocument[]): Baseline {
  return { schema, files: new Map(documents.map(({ named, entries }) => [named, entries])) };
}

function countAll({ files }: Baseline): number {
  return [...files.values()].reduce((sum, entries) => sum + countEntries(entries), 0);
}
