import type { Dirent } from 'node:fs';
import { open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/** What came of asking the disk for something: never thrown, since other files are still to be looked at. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  /** Why not, in a sentence for the person who named the file. */
  | { readonly ok: false; readonly problem: string };

/** The bytes of a file. */
export function fileBytes(file: string): Promise<Answer<Uint8Array>> {
  return answer(() => readFile(file));
}

/** How many bytes a file has. */
export function fileSize(file: string): Promise<Answer<number>> {
  return answer(async () => (await stat(file)).size);
}

/** The first bytes of a file, `most` of them or fewer. */
export function fileStart(file: string, most: number): Promise<Answer<Uint8Array>> {
  return answer(async () => {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(most), 0, most, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  });
}

/** Whether there is a folder, a file, or something else at a path; links are followed. */
export function kindAt(at: string): Promise<Answer<'folder' | 'file' | 'other'>> {
  return answer(async () => {
    const found = await stat(at);
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? 'file' : 'other';
  });
}

/** Whether there surely is nothing at a path. */
export async function isGone(at: string): Promise<boolean> {
  try {
    await stat(at);
    return false;
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
  }
}

/** What stands in a folder, in the order of names. */
export function folderEntries(folder: string): Promise<Answer<readonly Dirent[]>> {
  return answer(async () => {
    const found = await readdir(folder, { withFileTypes: true });
    return found.sort((a, b) => (a.name < b.name ? -1 : 1));
  });
}

/** The path without any link in it; the path itself where that cannot be found out. */
export async function realPath(at: string): Promise<string> {
  const found = await answer(() => realpath(at));
  return found.ok ? slashes(found.value) : at;
}

/** A path with `/` between its parts. */
export function slashes(at: string): string {
  return path.sep === '/' ? at : at.replaceAll(path.sep, '/');
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder.',
  ENOTDIR: 'There is no such file or folder.',
  EACCES: 'You have no permission to read it.',
  EPERM: 'You have no permission to read it.',
  EISDIR: 'It is a folder.',
  ELOOP: 'It is a symbolic link that leads back to itself.',
  ENAMETOOLONG: 'Its name is too long.',
  EMFILE: 'Too many files are open on this machine.',
  EIO: 'The disk failed to read it.',
  ERR_FS_FILE_TOO_LARGE: 'It is too large to be read.',
};

async function answer<T>(ask: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await ask() };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    return { ok: false, problem: REASONS[code] ?? `It cannot be read (${code}).` };
  }
}
