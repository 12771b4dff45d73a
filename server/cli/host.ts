import path from 'node:path';
import type { Host } from '../text/host.ts';
import { fileBytes, slashes } from './disk.ts';
import { walk } from './walk.ts';

/** The files of this machine. Paths have `/` between their parts, on Windows too. */
export const diskHost: Host = {
  async read(file) {
    const bytes = await fileBytes(file);
    return bytes.ok ? bytes.value : undefined;
  },

  async list(folder, wanted) {
    const { files } = await walk(folder, { wanted, excluded: async () => false });
    return files;
  },

  relative: (folder, path) => path.slice(folder.length + 1),

  resolve: (folder, written) => slashes(path.resolve(folder, written)),

  async workbook(file) {
    const bytes = await fileBytes(file);
    if (!bytes.ok) return undefined;
    const { openWorkbook } = await import('../convert/door.ts');
    return openWorkbook(file, bytes.value);
  },
};
