import path from 'node:path';
import { excluder } from '../features/exclude.ts';
import { loadPack, noPack, type Pack } from '../features/pack.ts';
import { acceptedBy, type PackBaseline } from '../features/packBaseline.ts';
import { FrameworkLibrary } from '../framework/library.ts';
import type { UnreadText } from '../text/readText.ts';
import { type BaselineChoice, readBaselineFile } from './baselineFile.ts';
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
  readonly #choice: BaselineChoice;
  /** The baseline that counts for all packs, whatever they name. */
  readonly #given: Promise<PackBaseline> | undefined;
  readonly #none: DiskPack = {
    pack: noPack(this.#builtin),
    file: undefined,
    unread: undefined,
    excludes: () => false,
    imports: () => false,
  };

  /** @param choice a file is named by its absolute path */
  constructor(choice: BaselineChoice = 'configured') {
    this.#choice = choice;
    if (typeof choice === 'object') this.#given = givenBaseline(choice.file);
  }

  /** What is wrong with the baseline that counts for all packs. */
  async fault(): Promise<string | undefined> {
    const given = await this.#given;
    return given?.read?.ok === false ? given.read.problem : undefined;
  }

  /** Every baseline that has counted for a document so far. */
  async baselines(): Promise<readonly PackBaseline[]> {
    if (this.#given !== undefined) return [await this.#given];
    const packs = await Promise.all(this.#byFolder.values());
    return [...new Set(packs.flatMap(({ pack }) => pack.baseline ?? []))];
  }

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
    return parent === folder ? this.#baselined(this.#none) : this.#ofFolder(parent);
  }

  async #read(folder: string, file: string): Promise<DiskPack> {
    const read = await readFileText(file);
    if (!read.ok) {
      const none = this.#none;
      return this.#baselined({ ...none, pack: { ...none.pack, folder }, file, unread: read });
    }
    const pack = await loadPack(diskHost, folder, this.#builtin, this.#choice === 'configured');
    const below = (patterns: readonly string[]) => {
      const matches = excluder(patterns);
      return (at: string) => matches(slashes(path.relative(folder, at)));
    };
    const { exclude, imports } = pack.config;
    return this.#baselined({
      pack,
      file,
      unread: undefined,
      excludes: below(exclude),
      imports: below(imports),
    });
  }

  /** A pack with what is set aside in it by the choice that was made for all. */
  async #baselined(found: DiskPack): Promise<DiskPack> {
    if (this.#choice === 'everything') {
      return { ...found, pack: { ...found.pack, acceptedIn: () => 'everything' } };
    }
    const baseline = await this.#given;
    if (baseline === undefined) return found;
    return { ...found, pack: { ...found.pack, baseline, acceptedIn: acceptedBy(diskHost, baseline) } };
  }
}

async function givenBaseline(file: string): Promise<PackBaseline> {
  return { named: file, file, read: await readBaselineFile(file) };
}
