import { formatByName, type SourceFormat } from '../convert/format.ts';
import { looksOurs } from '../detect.ts';
import { HEAD } from '../text/readText.ts';
import { fileStart } from './disk.ts';
import { fileKind } from './names.ts';
import type { Packs } from './packs.ts';

/**
 * Which documents from elsewhere are looked at in a folder: all, none, or those that are wanted as far as one can tell.
 * No one who checks a pack wants every PDF in it read, and whoever names a folder of nothing but PDFs wants just that.
 */
export type ForeignFiles = 'all' | 'wanted' | 'none';

/** Formats that are hardly ever used but for documents. In text and HTML there are notes, licences and programs too. */
const DOCUMENTS: readonly (SourceFormat | undefined)[] = ['pdf', 'word'];

/** Whether a file found in a folder is one that would have to be imported, by its name. */
export function isForeign(name: string): boolean {
  // Word puts a file with such a name beside each document that is open.
  return formatByName(name) !== undefined && !/(?:^|\/)~\$/.test(name);
}

/** The files of a folder without the documents from elsewhere that are not to be looked at. */
export async function withoutUnwanted(
  files: readonly string[],
  foreign: ForeignFiles,
  packs: Packs,
): Promise<readonly string[]> {
  if (foreign === 'all') return files;
  const own = files.filter((file) => !isForeign(file));
  if (foreign === 'none') return own;
  const asked = new Set<string>();
  for (const file of files) if (isForeign(file) && (await packs.imports(file))) asked.add(file);
  if (asked.size === 0 && !(await hasOurs(own))) {
    for (const file of files) if (DOCUMENTS.includes(formatByName(file))) asked.add(file);
  }
  return files.filter((file) => !isForeign(file) || asked.has(file));
}

/** Whether one of the files is Touchstone's by its name or its first lines. */
async function hasOurs(files: readonly string[]): Promise<boolean> {
  for (const file of files) {
    const kind = fileKind(file);
    if (kind?.kind !== 'document') return true;
    const start = await fileStart(file, HEAD);
    const head = start.ok ? new TextDecoder().decode(start.value) : '';
    if (looksOurs(file, kind.syntax, head)) return true;
  }
  return false;
}
