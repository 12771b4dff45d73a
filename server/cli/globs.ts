import path from 'node:path';
import { globMatcher } from '../features/exclude.ts';
import { folderEntries, slashes } from './disk.ts';
import { fileKind } from './names.ts';
import { walk } from './walk.ts';

const MAGIC = /[*?[{]/;

/** Whether a path may be a pattern that no shell has put file names in place of, as none does on Windows. */
export function isGlob(written: string): boolean {
  return MAGIC.test(written);
}

/** The files that a pattern means and Touchstone reads: absolute, in the order of their names. */
export async function filesMatching(pattern: string, cwd: string): Promise<readonly string[]> {
  const parts = slashes(pattern).split('/');
  const first = parts.findIndex((part) => MAGIC.test(part));
  const folder = slashes(path.resolve(cwd, parts.slice(0, first).join('/') || (first > 0 ? '/' : '.')));
  const glob = parts.slice(first).join('/');
  const matches = globMatcher(glob);
  const names = glob.includes('/') ? await filesBelow(folder) : await filesIn(folder);
  return names
    .filter((name) => matches(name) && fileKind(name) !== undefined)
    .map((name) => (folder.endsWith('/') ? folder + name : `${folder}/${name}`));
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await folderEntries(folder);
  return entries.ok ? entries.value.flatMap((entry) => (entry.isDirectory() ? [] : entry.name)) : [];
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const { files } = await walk(folder, { wanted: () => true, excluded: async () => false });
  return files.map((file) => slashes(path.relative(folder, file)));
}
