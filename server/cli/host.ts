import type { Host } from '../text/host.ts';
import { fileBytes } from './disk.ts';
import { walk } from './walk.ts';

/** The files and the clock of this machine. Paths have `/` between their parts, on Windows too. */
export const diskHost: Host = {
  async read(file) {
    const bytes = await fileBytes(file);
    return bytes.ok ? bytes.value : undefined;
  },

  async list(folder, wanted) {
    const { files } = await walk(folder, { wanted, excluded: async () => false });
    return files;
  },

  today() {
    const now = new Date();
    const two = (number: number) => String(number).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  },
};
