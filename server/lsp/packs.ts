import { excluder } from '../features/exclude.ts';
import { folderOf, loadPack, noPack, type Pack } from '../features/pack.ts';
import { isBaselineName } from '../features/packBaseline.ts';
import { FrameworkLibrary } from '../framework/library.ts';
import { sameAddress } from '../text/address.ts';
import type { Host } from '../text/host.ts';
import { isSheetFile } from '../text/workbook.ts';

/** The packs that documents belong to, each loaded once until its files change, however many folders it has. */
export class Packs {
  readonly #host: Host;
  readonly #builtIn = FrameworkLibrary.builtin();
  readonly #none = noPack(this.#builtIn);
  #loading = new Map<string, Promise<Pack>>();
  #loaded = new Map<string, Pack>();

  constructor(host: Host) {
    this.#host = host;
  }

  /** The pack of a document, when it is loaded already. */
  now(uri: string): Pack | undefined {
    return this.#loaded.get(folderOf(uri));
  }

  /** The pack of a document: the nearest upward. A host that fails leaves the document without one. */
  async of(uri: string): Promise<Pack> {
    const folder = folderOf(uri);
    for (;;) {
      const loading = this.#loading;
      const pack = await this.#ofFolder(folder);
      // What was forgotten meanwhile may be out of date, and must not come back.
      if (loading !== this.#loading) continue;
      this.#loaded.set(folder, pack);
      return pack;
    }
  }

  /** Whether the pack around a file leaves it out, or a pack further up leaves out that pack. */
  async excludes(uri: string): Promise<boolean> {
    for (let at = uri; ; ) {
      const { folder, config } = await this.of(at);
      if (folder === undefined) return false;
      if (excluder(config.exclude)(this.#host.relative(folder, at))) return true;
      at = folder;
    }
  }

  /** Whether a loaded pack names a file that figures come from, or that sets findings aside. */
  isNamed(uri: string): boolean {
    if (!isSheetFile(uri) && !isBaselineName(uri)) return false;
    const address = sameAddress(uri);
    return [...this.#loaded.values()].some(({ namedFiles }) =>
      namedFiles.some((file) => sameAddress(file) === address),
    );
  }

  /** Forgets what was loaded, because a file of a pack has changed. */
  forget(): void {
    this.#loading = new Map();
    this.#loaded = new Map();
  }

  #ofFolder(folder: string): Promise<Pack> {
    const known = this.#loading.get(folder);
    if (known !== undefined) return known;
    const found = this.#find(folder).catch(() => this.#none);
    this.#loading.set(folder, found);
    return found;
  }

  async #find(folder: string): Promise<Pack> {
    const loading = this.#loading;
    if ((await this.#host.read(`${folder}/touchstone.yaml`)) !== undefined) {
      return loadPack(this.#host, folder, this.#builtIn);
    }
    // An address has no folder above the slashes behind its scheme.
    const isOutermost = !folder.includes('/') || folder.endsWith('/');
    if (isOutermost || loading !== this.#loading) return this.#none;
    return this.#ofFolder(folderOf(folder));
  }
}
