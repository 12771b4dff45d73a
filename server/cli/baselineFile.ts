import { type BaselineRead, countEntries } from '../features/baseline.ts';
import { documentsOf } from '../features/changedBaseline.ts';
import { type PackBaseline, readBaselineBytes } from '../features/packBaseline.ts';
import { fileBytes, isGone } from './disk.ts';
import { diskHost } from './host.ts';

/** Which baseline counts: the one that each pack names, none, all that is found, or that of one file. */
export type BaselineChoice = 'configured' | 'none' | 'everything' | { readonly file: string };

/** Reads a baseline that was named on the command line. @param file its absolute path */
export async function readBaselineFile(file: string): Promise<BaselineRead> {
  const bytes = await fileBytes(file);
  return bytes.ok ? readBaselineBytes(bytes.value) : bytes;
}

/**
 * How many findings baselines have of documents that are no longer there.
 * @param targets the absolute paths of files that are there
 */
export async function countGone(
  baselines: readonly PackBaseline[],
  targets: ReadonlySet<string>,
): Promise<number> {
  let gone = 0;
  for (const { file, read } of baselines) {
    if (read?.ok !== true) continue;
    for (const { path, entries } of documentsOf(diskHost, file, read.baseline)) {
      if (!targets.has(path) && (await isGone(path))) gone += countEntries(entries);
    }
  }
  return gone;
}
