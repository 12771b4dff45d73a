import {
  access,
  chmod,
  chown,
  constants,
  open,
  readFile,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import path from 'node:path';
import type { Answer } from './disk.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such folder.',
  ENOTDIR: 'There is no such folder.',
  EEXIST: 'There is a file of that name already.',
  EISDIR: 'It is a folder.',
  EACCES: 'You have no permission to write it, or to write in its folder.',
  EPERM: 'You have no permission to write it, or to write in its folder.',
  EROFS: 'Nothing can be written on that disk.',
  ENOSPC: 'The disk is full.',
  EDQUOT: 'The disk is full.',
  ENAMETOOLONG: 'Its name is too long.',
};

/**
 * Puts a text, or bytes, in place of what a file holds, at once or not at all; whoever may read the file and write it stays.
 *
 * @param from what the file has to hold until then; undefined where that does not matter
 */
export function replaceFile(
  file: string,
  to: string | Uint8Array,
  from?: string,
): Promise<Answer<undefined>> {
  return attempt(async () => {
    // A link stays a link: the file that it leads to is replaced.
    const real = await realpath(file);
    await access(real, constants.W_OK);
    if (from !== undefined && !(await readFile(real)).equals(Buffer.from(from))) {
      return 'Someone else has changed it meanwhile, so it was left as it is. Try again.';
    }
    const found = await stat(real);
    if (found.isDirectory()) return REASONS.EISDIR;
    await writeBeside(real, to, async (temporary) => {
      await keepOwner(temporary, found);
      await chmod(temporary, found.mode & 0o7777);
    });
    return undefined;
  });
}

/** Writes a file that is not there yet. */
export function createFile(file: string, text: string | Uint8Array): Promise<Answer<undefined>> {
  return attempt(async () => {
    const handle = await open(file, 'wx');
    try {
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
    return undefined;
  });
}

async function writeBeside(
  file: string,
  text: string | Uint8Array,
  prepare: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = path.join(path.dirname(file), `.touchstone-${process.pid}-${path.basename(file)}.tmp`);
  const handle = await open(temporary, 'wx', 0o600);
  try {
    try {
      await handle.writeFile(text);
      // The new text has to be on the disk before its name is.
      await handle.sync();
    } finally {
      await handle.close();
    }
    await prepare(temporary);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Only a superuser can give a file away; for all others it is their own already, or they keep what they may. */
async function keepOwner(file: string, { uid, gid }: { uid: number; gid: number }): Promise<void> {
  await chown(file, uid, gid).catch(() => undefined);
}

/** @param work answers why it was not done, for reasons other than the disk's */
async function attempt(work: () => Promise<string | undefined>): Promise<Answer<undefined>> {
  try {
    const problem = await work();
    return problem === undefined ? { ok: true, value: undefined } : { ok: false, problem };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    return { ok: false, problem: REASONS[code] ?? `It cannot be written (${code}).` };
  }
}
