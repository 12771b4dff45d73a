import type { Dirent } from 'node:fs';
import { folderEntries, kindAt, realPath } from './disk.ts';

export interface WalkOptions {
  readonly wanted: (name: string) => boolean;
  /** Whether a file is to be left out, or a folder with all that is in it. */
  readonly excluded: (path: string) => Promise<boolean>;
}

/** The files below a folder. */
export interface Walked {
  /** In the order of their names, folder by folder; what was reached over links stands last. */
  readonly files: readonly string[];
  /** How many were left out. */
  readonly excluded: number;
  /** What could not be looked at. */
  readonly problems: readonly { readonly path: string; readonly problem: string }[];
  /** Links that lead back to a folder which they stand in; there they were not followed. */
  readonly loops: readonly string[];
}

/** Finds files below a folder. Links are followed, each folder is looked through once however it is reached. */
export async function walk(folder: string, options: WalkOptions): Promise<Walked> {
  const found = new Walk(options);
  await found.folder(folder, await realPath(folder));
  await found.links();
  return found;
}

class Walk implements Walked {
  readonly files: string[] = [];
  readonly problems: { path: string; problem: string }[] = [];
  readonly loops: string[] = [];
  excluded = 0;
  readonly #options: WalkOptions;
  /** The folders that were looked through, by their paths without links. */
  readonly #seen = new Set<string>();
  readonly #links: { path: string; parent: string }[] = [];

  constructor(options: WalkOptions) {
    this.#options = options;
  }

  async folder(path: string, real: string): Promise<void> {
    if (this.#seen.has(real)) return;
    this.#seen.add(real);
    const entries = await folderEntries(path);
    if (!entries.ok) {
      this.problems.push({ path, problem: `This folder cannot be looked through. ${entries.problem}` });
      return;
    }
    for (const entry of entries.value) await this.#entry(entry, join(path, entry.name), real);
  }

  /** Follows the links to folders last, so that a folder is shown by its own name where it has one here. */
  async links(): Promise<void> {
    for (let link = this.#links.shift(); link !== undefined; link = this.#links.shift()) {
      const real = await realPath(link.path);
      if (contains(real, link.parent)) this.loops.push(link.path);
      else await this.folder(link.path, real);
    }
  }

  async #entry(entry: Dirent, path: string, parent: string): Promise<void> {
    if (entry.isSymbolicLink()) await this.#link(entry.name, path, parent);
    else if (entry.isDirectory()) {
      if (!skipped(entry.name) && !(await this.#leftOut(path))) {
        await this.folder(path, join(parent, entry.name));
      }
    } else if (entry.isFile()) await this.#file(entry.name, path);
  }

  async #link(name: string, path: string, parent: string): Promise<void> {
    const kind = await kindAt(path);
    if (kind.ok && kind.value === 'folder') {
      if (!skipped(name) && !(await this.#leftOut(path))) this.#links.push({ path, parent });
    } else if (kind.ok && kind.value === 'file') await this.#file(name, path);
    else if (!kind.ok && this.#options.wanted(name)) this.problems.push({ path, problem: kind.problem });
  }

  async #file(name: string, path: string): Promise<void> {
    if (this.#options.wanted(name) && !(await this.#leftOut(path))) this.files.push(path);
  }

  async #leftOut(path: string): Promise<boolean> {
    const out = await this.#options.excluded(path);
    if (out) this.excluded += 1;
    return out;
  }
}

/** Folders that hold no documents of anyone who writes here. */
function skipped(folder: string): boolean {
  return folder.startsWith('.') || folder === 'node_modules';
}

function contains(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function join(folder: string, name: string): string {
  return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}
