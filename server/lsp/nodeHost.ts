import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Host } from '../text/host.ts';
import { type OpenWorkbook, relativeAddress, resolvedAddress, workbookAt } from './remoteHost.ts';

const SKIPPED = new Set(['node_modules', '.git']);
/** A folder deeper than this is no part of a pack, and following it would only cost time. */
const MAX_DEPTH = 12;

/** Files on this machine, by their `file:` addresses. */
export const diskHost: Host = {
  async read(uri) {
    const file = pathOf(uri);
    return file === undefined ? undefined : readFile(file).catch(() => undefined);
  },
  async list(folder, wanted) {
    const found: string[] = [];
    const root = pathOf(folder);
    if (root !== undefined) await walk(root, wanted, 0, found);
    return found.map((file) => pathToFileURL(file).toString()).sort();
  },
  relative: relativeAddress,
  resolve: resolvedAddress,
  workbook: (uri) => workbookAt(diskHost, uri, openByDoor),
};

/** Undefined for an address that no file on this machine can have. */
function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** By the bundle of its own that reads what comes from elsewhere. */
export const openByDoor: OpenWorkbook = async (name, bytes) =>
  (await import('../convert/door.ts')).openWorkbook(name, bytes);

async function walk(
  folder: string,
  wanted: (name: string) => boolean,
  depth: number,
  found: string[],
): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.isFile() && wanted(entry.name)) found.push(file);
    const enter =
      entry.isDirectory() && depth < MAX_DEPTH && !SKIPPED.has(entry.name) && !entry.name.startsWith('.');
    if (enter) await walk(file, wanted, depth + 1, found);
  }
}
