import { folderOf, loadPack, type Pack } from '../features/pack.ts';
import { FrameworkLibrary } from '../framework/library.ts';
import { DEFAULT_CONFIG } from '../rules/config.ts';
import type { Host } from '../text/host.ts';

/** The packs that open documents belong to, each loaded once until its files change. */
export class Packs {
  readonly #host: Host;
  readonly #builtIn = FrameworkLibrary.builtin();
  readonly #loading = new Map<string, Promise<Pack>>();
  readonly #loaded = new Map<string, Pack>();

  constructor(host: Host) {
    this.#host = host;
  }

  /** The pack of a document, when it is loaded already. */
  now(uri: string): Pack | undefined {
    return this.#loaded.get(folderOf(uri));
  }

  /** The pack of a document. A host that fails leaves the document without one. */
  async of(uri: string): Promise<Pack> {
    const folder = folderOf(uri);
    const loading = this.#loading.get(folder) ?? this.#load(folder);
    this.#loading.set(folder, loading);
    const pack = await loading;
    this.#loaded.set(folder, pack);
    return pack;
  }

  /** Forgets what was loaded, because a file of a pack has changed. */
  forget(): void {
    this.#loading.clear();
    this.#loaded.clear();
  }

  async #load(folder: string): Promise<Pack> {
    try {
      return await loadPack(this.#host, folder, this.#builtIn);
    } catch {
      return { folder: undefined, config: DEFAULT_CONFIG, library: this.#builtIn, problems: new Map() };
    }
  }
}
