import path from 'node:path';
import { excluder } from '../features/exclude.ts';
import { loadPack, noPack, type Pack } from '../features/pack.ts';
import { FrameworkLibrary } from '../framework/library.ts';
import type { UnreadText } from '../text/readText.ts';
import { readFileText } from './bytes.ts';
import { kindAt, slashes } from './disk.ts';
import { diskHost } from './host.ts';

/** A pack as it is found on this machine. */
export interface DiskPack {
  readonly pack: Pack;
  /** The path of its `touchstone.yaml`; undefined for the lack of one. */
  readonly file: string | undefined;
  /** Why its `touchstone.yaml` could not be read. */
  readonly unread: UnreadText | undefined;
  /** Whether a file or folder below is to be left out. */
  readonly excludes: (at: string) => boolean;
  /** Whether a document from elsewhere is to be checked along with the pack's own. */
  readonly imports: (at: string) => boolean;
}

const NAME = 'touchstone.yaml';

/** The packs of this machine, each read when a file below it is first looked at. Paths are absolute. */
export class Packs {
  readonly #byFolder = new Map<string, Promise<DiskPack>>();
  readonly #builtin = FrameworkLibrary.builtin();
  readonly #none: DiskPack = {
    pack: noPack(this.#builtin),
    file: undefined,
    unread: undefined,
    excludes: () => false,
    imports: () => false,
  };

  /** The pack that a file belongs to: the nearest upward, or the lack of one. */
  of(file: string): Promise<DiskPack> {
    return this.#ofFolder(slashes(path.dirname(file)));
  }

  /** Whether the nearest pack leaves a file or folder out. */
  async excludes(at: string): Promise<boolean> {
    return (await this.of(at)).excludes(at);
  }

  /** Whether the nearest pack has a document from elsewhere checked along with its own. */
  async imports(at: string): Promise<boolean> {
    return (await this.of(at)).imports(at);
  }

  #ofFolder(folder: string): Promise<DiskPack> {
    const known = this.#byFolder.get(folder);
    if (known !== undefined) return known;
    const found = this.#find(folder);
    this.#byFolder.set(folder, found);
    return found;
  }

  async #find(folder: string): Promise<DiskPack> {
    const file = slashes(path.join(folder, NAME));
    const kind = await kindAt(file);
    if (kind.ok && kind.value !== 'folder') return this.#read(folder, file);
    const parent = slashes(path.dirname(folder));
    return parent === folder ? this.#none : this.#ofFolder(parent);
  }

  async #read(folder: string, file: string): Promise<DiskPack> {
    const read = await readFileText(file);
    if (!read.ok) return { ...this.#none, pack: { ...this.#none.pack, folder }, file, unread: read };
    const pack = await loadPack(diskHost, folder, this.#builtin);
    const below = (patterns: readonly string[]) => {
      const matches = excluder(patterns);
      return (at: string) => matches(slashes(path.relative(folder, at)));
    };
    const { exclude, imports } = pack.config;
    return { pack, file, unread: undefined, excludes: below(exclude), imports: below(imports) };
  }
}
