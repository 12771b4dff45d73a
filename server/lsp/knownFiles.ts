import type { CancellationToken, FileEvent } from 'vscode-languageserver';
import { mayBeOurs } from '../detect.ts';
import type { Answers } from '../features/answers.ts';
import { sameAddress } from '../text/address.ts';
import type { SourceText } from '../text/sourceText.ts';
import { isWithin } from './addresses.ts';
import { readClosed } from './closedDocument.ts';
import { answersOf } from './document.ts';
import { type Folders, filesInFolders } from './filesInFolders.ts';
import type { Positions } from './positions.ts';
import { cancelled } from './refusals.ts';
import type { Checked } from './requests.ts';

/** Where files are, and whether anybody says when they change. */
export interface KnownSources extends Folders {
  readonly checked: (uri: string) => Promise<Checked | undefined>;
  /** Whether the client tells of files that change. */
  readonly isTold: boolean;
}

/** A file with what is known of it. */
export interface KnownFile<T> {
  readonly uri: string;
  readonly known: T;
}

/**
 * What is to be known of every file in the open folders. Of one that is not open only that is kept, until it changes: to
 * read all of them for each request would take too long.
 */
export class KnownFiles<T> {
  readonly #around: KnownSources;
  readonly #of: (uri: string, answers: Answers, positions: Positions) => T;
  /** Undefined for a file that cannot be read, or that is none of ours. */
  readonly #known = new Map<string, T | undefined>();
  /** The same of open files, with the text of which it is known. */
  readonly #typed = new Map<string, { readonly text: SourceText; readonly known: T }>();
  #files: Promise<readonly string[]> | undefined;
  #isRead = false;

  /** @param of what is to be known of a file */
  constructor(around: KnownSources, of: (uri: string, answers: Answers, positions: Positions) => T) {
    this.#around = around;
    this.#of = of;
  }

  /** Whether all files have been read since the last of them changed. */
  get isRead(): boolean {
    return this.#isRead;
  }

  /** Files have changed, come or gone; without changes anything may be different. */
  changed(changes?: readonly FileEvent[]): void {
    this.#files = undefined;
    this.#isRead = false;
    if (changes === undefined) this.#typed.clear();
    for (const key of [...this.#known.keys()]) {
      if (changes === undefined || changes.some(({ uri }) => isWithin(uri, key))) this.#known.delete(key);
    }
  }

  /**
   * Every file once, those that are open first and as they stand in the editor.
   * @param except one that is not asked about, since it is just being typed in
   */
  async all(token: CancellationToken, except?: string): Promise<readonly KnownFile<T>[]> {
    if (!this.#around.isTold) this.changed();
    const open = this.#openFiles();
    const own = except === undefined ? undefined : sameAddress(except);
    const saved = new Map<string, KnownFile<T>>();
    const listed = await this.#listed();
    const files = this.#files;
    for (const uri of listed) {
      if (token.isCancellationRequested) throw cancelled();
      const key = sameAddress(uri);
      const known = open.has(key) || key === own ? undefined : await this.#saved(uri, key);
      if (known !== undefined) saved.set(key, { uri, known });
    }
    if (files === this.#files) this.#isRead = true;
    // What is open is asked last, since it may change, be opened or closed while other files are read.
    const all: KnownFile<T>[] = [];
    for (const [key, uri] of new Map([...open, ...this.#openFiles()])) {
      saved.delete(key);
      if (key === own) continue;
      const known = (await this.#open(uri, key)) ?? (await this.#saved(uri, key));
      if (known !== undefined) all.push({ uri, known });
    }
    return [...all, ...saved.values()];
  }

  /** The addresses of the open documents, by how addresses are compared. */
  #openFiles(): ReadonlyMap<string, string> {
    return new Map([...this.#around.open()].map((uri) => [sameAddress(uri), uri]));
  }

  #listed(): Promise<readonly string[]> {
    this.#files ??= filesInFolders(this.#around, mayBeOurs);
    return this.#files;
  }

  async #open(uri: string, key: string): Promise<T | undefined> {
    const open = await this.#around.checked(uri);
    if (open === undefined) {
      this.#typed.delete(key);
      return undefined;
    }
    const { text, positions } = open.document;
    const before = this.#typed.get(key);
    if (before?.text === text) return before.known;
    const known = this.#of(uri, open.answers, positions);
    this.#typed.set(key, { text, known });
    return known;
  }

  async #saved(uri: string, key: string): Promise<T | undefined> {
    if (this.#known.has(key)) return this.#known.get(key);
    // Between two files others have their turn: to read one takes as long as a keystroke may.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const files = this.#files;
    const { host, packs } = this.#around;
    const read = await readClosed(host, uri);
    const document = read === undefined || 'problem' in read ? undefined : read.document;
    const found = document && this.#of(uri, answersOf(document, await packs.of(uri), []), document.positions);
    // What has changed meanwhile is read again the next time.
    if (files === this.#files) this.#known.set(key, found);
    return found;
  }
}
