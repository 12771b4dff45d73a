import type { CancellationToken } from 'vscode-languageserver';
import { mayBeOurs } from '../detect.ts';
import type { Around, NamedFile } from '../features/packNames.ts';
import { sameAddress } from '../text/address.ts';
import type { Host } from '../text/host.ts';
import { readClosed } from './closedDocument.ts';
import { answersOf, type OpenDocument } from './document.ts';
import type { Packs } from './packs.ts';
import { cancelled, outdated } from './refusals.ts';

/** Where the files of a pack come from. */
export interface FileSources {
  readonly host: Host;
  readonly packs: Packs;
  /** The documents that are open, by their addresses as the editor writes them. */
  readonly documents: ReadonlyMap<string, OpenDocument>;
  /** The folders that are open in the editor. */
  readonly folders: () => readonly string[];
}

/** A file of a pack with the document that it was read from. */
export interface PackFile extends NamedFile {
  readonly document: OpenDocument;
  /** Null for a file that is not open: its text is that of the disk. */
  readonly version: number | null;
}

/**
 * The files around a document, for the time of one request: those that are open as they stand in the editor, the others
 * as they are saved. Each is read once.
 */
export class PackFiles implements Around {
  readonly #sources: FileSources;
  readonly #own: PackFile | undefined;
  readonly #token: CancellationToken;
  readonly #known = new Map<string, PackFile>();
  readonly #roots: readonly string[] | undefined;
  #listed: Promise<readonly string[]> | undefined;
  #unread: string | undefined;

  /** @param roots the folders to look through; without them, those of the pack of `own` */
  constructor(
    sources: FileSources,
    own: PackFile | undefined,
    token: CancellationToken,
    roots?: readonly string[],
  ) {
    this.#sources = sources;
    this.#own = own;
    this.#token = token;
    this.#roots = roots;
    if (own !== undefined) this.#known.set(sameAddress(own.path), own);
  }

  /** Also a file of another pack: links lead anywhere. */
  async file(path: string): Promise<PackFile | undefined> {
    this.#goOn();
    const key = sameAddress(path);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const document = mayBeOurs(path) ? (this.#open(path) ?? (await this.#load(path, () => true))) : undefined;
    return document && this.#keep(key, document);
  }

  async others(mayHold: (text: string, path: string) => boolean): Promise<readonly PackFile[]> {
    this.#listed ??= this.#list();
    const found: PackFile[] = [];
    for (const path of await this.#listed) {
      this.#goOn();
      const key = sameAddress(path);
      const file = this.#known.get(key) ?? (await this.#member(key, path, mayHold));
      if (file !== undefined && file !== this.#own && mayHold(file.text.toString(), file.path))
        found.push(file);
    }
    return found;
  }

  /** A file that was looked for and seems to be ours, but cannot be read: nobody knows what it says. */
  get unread(): string | undefined {
    return this.#unread;
  }

  /** A file that was read for this request. */
  now(path: string): PackFile | undefined {
    return this.#known.get(sameAddress(path));
  }

  /** Fails where a document that was looked at has changed meanwhile: places in it would be wrong. */
  verify(): void {
    this.#goOn();
    for (const { document, version } of this.#known.values()) {
      const now = this.#sources.documents.get(document.uri);
      if (version !== null && (now !== document || now.version !== version)) throw outdated();
    }
  }

  #goOn(): void {
    if (this.#token.isCancellationRequested) throw cancelled();
  }

  async #list(): Promise<readonly string[]> {
    const { host, documents } = this.#sources;
    const found = new Map<string, string>();
    for (const folder of this.#roots ?? (await this.#folders())) {
      for (const path of await host.list(folder, mayBeOurs)) found.set(sameAddress(path), path);
      // What has not been saved yet is in no folder.
      for (const uri of documents.keys()) {
        if (sameAddress(uri).startsWith(`${sameAddress(folder)}/`)) found.set(sameAddress(uri), uri);
      }
    }
    // In one order, whether a file is on the disk or not.
    return [...found.values()].sort();
  }

  /** The folder of the pack; without one, the open folder that the document lies in. */
  async #folders(): Promise<readonly string[]> {
    const { packs, folders } = this.#sources;
    const own = this.#own;
    if (own === undefined) return [];
    const { folder } = await packs.of(own.path);
    if (folder !== undefined) return [folder];
    return folders().filter((one) => sameAddress(own.path).startsWith(`${sameAddress(one)}/`));
  }

  /** A file that belongs to the same pack, if its text satisfies. */
  async #member(
    key: string,
    path: string,
    mayHold: (text: string, path: string) => boolean,
  ): Promise<PackFile | undefined> {
    const { packs } = this.#sources;
    const isOfPack =
      this.#own === undefined || (await packs.of(path)).folder === (await packs.of(this.#own.path)).folder;
    if (!isOfPack || (await packs.excludes(path))) return undefined;
    const document = this.#open(path) ?? (await this.#load(path, mayHold));
    return document && this.#keep(key, document);
  }

  async #keep(key: string, document: OpenDocument): Promise<PackFile> {
    const pack = await this.#sources.packs.of(document.uri);
    const isOpen = this.#sources.documents.get(document.uri) === document;
    const { names } = isOpen ? answersOf(document, pack) : answersOf(document, pack, []);
    const version = isOpen ? document.version : null;
    const file = { path: document.uri, text: document.text, names, document, version };
    this.#known.set(key, file);
    return file;
  }

  #open(path: string): OpenDocument | undefined {
    const { documents } = this.#sources;
    const direct = documents.get(path);
    if (direct !== undefined) return direct;
    const key = sameAddress(path);
    for (const [uri, document] of documents) if (sameAddress(uri) === key) return document;
    return undefined;
  }

  async #load(
    path: string,
    mayHold: (text: string, path: string) => boolean,
  ): Promise<OpenDocument | undefined> {
    const closed = await readClosed(this.#sources.host, path);
    if (closed === undefined) return undefined;
    if (!('document' in closed)) {
      this.#unread ??= path;
      return undefined;
    }
    return mayHold(closed.document.text.toString(), path) ? closed.document : undefined;
  }
}
