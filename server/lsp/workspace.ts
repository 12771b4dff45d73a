import {
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  FileChangeType,
  type FileEvent,
} from 'vscode-languageserver';
import { mayBeOurs } from '../detect.ts';
import { sameAddress } from '../text/address.ts';
import type { Host } from '../text/host.ts';
import { isWithin } from './addresses.ts';
import { readClosed } from './closedDocument.ts';
import { answersOf } from './document.ts';
import type { Packs } from './packs.ts';
import { toDiagnostic } from './toLsp.ts';

interface Surroundings {
  readonly connection: Connection;
  readonly host: Host;
  readonly packs: Packs;
  readonly rulesPage: string | undefined;
}

/** While someone types, so many milliseconds pass between two documents, since a keystroke would wait for each. */
const MANNERS = 250;

/**
 * Shows what is found in documents of packs that are not open. Each is read, checked and forgotten in turn, between
 * requests; of all that was found only where there is something to take back is kept.
 */
export class WorkspaceFindings {
  readonly #around: Surroundings;
  #on = false;
  /** The folders that are open in the editor; without any, the packs of the documents that are. */
  #folders: readonly string[] = [];
  readonly #packFolders = new Set<string>();
  readonly #open = new Set<string>();
  /** What is still to be checked, in order, and what has findings: addresses by their one spelling. */
  #waiting = new Map<string, string>();
  readonly #shown = new Map<string, string>();
  #working = false;
  #scans = 0;
  /** When the last keystroke came. */
  #typed = Number.NEGATIVE_INFINITY;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Turns the findings on or off, and looks at everything in these folders. */
  start(on: boolean, folders: readonly string[]): void {
    this.#on = on;
    this.#folders = folders;
    this.scan();
  }

  /** Ends all work, and leaves what is shown to whoever shows it. */
  stop(): void {
    this.#on = false;
    this.#scans += 1;
    this.#waiting.clear();
  }

  /** Someone is typing. */
  typed(): void {
    this.#typed = performance.now();
  }

  /** A document has been opened: from now on its open text counts. */
  opened(uri: string): void {
    const key = sameAddress(uri);
    this.#open.add(key);
    this.#waiting.delete(key);
    const before = this.#shown.get(key);
    this.#shown.delete(key);
    if (before !== undefined && before !== uri) this.#send(before, []);
  }

  /** A document has been closed: what is saved counts again, and until it is read, what was last shown stays. */
  closed(uri: string): void {
    const key = sameAddress(uri);
    this.#open.delete(key);
    if (!this.#covers(uri)) {
      this.#send(uri, []);
      return;
    }
    this.#shown.set(key, uri);
    this.#waiting = new Map([[key, uri], ...this.#waiting]);
    void this.#work();
  }

  /** Where no folder is open, the pack of an open document is looked at. */
  joined(pack: string): void {
    if (this.#folders.length > 0 || this.#packFolders.has(pack)) return;
    this.#packFolders.add(pack);
    void this.#join(pack).catch((error: unknown) => this.#around.connection.console.error(String(error)));
  }

  /** Files have come, changed or gone. */
  changed(changes: readonly FileEvent[]): void {
    for (const { uri, type } of changes) {
      if (type === FileChangeType.Deleted) this.#forget((shown) => isWithin(uri, shown));
      else if (this.#covers(uri)) this.#waiting.set(sameAddress(uri), uri);
    }
    void this.#work();
  }

  /** Looks at everything anew: what counts as a document, and by what it is checked, may have changed. */
  scan(): void {
    void this.#scan().catch((error: unknown) => this.#around.connection.console.error(String(error)));
  }

  /** Looks at the documents of a pack more; what is known of the others still holds. */
  async #join(pack: string): Promise<void> {
    const scan = this.#scans;
    const found = this.#on ? await this.#around.host.list(pack, mayBeOurs) : [];
    if (scan !== this.#scans) return;
    for (const uri of found) this.#waiting.set(sameAddress(uri), uri);
    await this.#work();
  }

  async #scan(): Promise<void> {
    this.#scans += 1;
    const scan = this.#scans;
    const found = new Map<string, string>();
    const roots = this.#roots();
    for (const folder of this.#on ? roots : []) {
      for (const uri of await this.#around.host.list(folder, mayBeOurs)) found.set(sameAddress(uri), uri);
    }
    // Another look has begun since, and knows better.
    if (scan !== this.#scans) return;
    // A pack has come while these were listed.
    if (roots.length !== this.#roots().length) return this.#scan();
    this.#forget((uri) => !found.has(sameAddress(uri)));
    this.#waiting = found;
    await this.#work();
  }

  #roots(): readonly string[] {
    return this.#folders.length > 0 ? this.#folders : [...this.#packFolders];
  }

  #covers(uri: string): boolean {
    return this.#on && mayBeOurs(uri) && this.#roots().some((folder) => isWithin(folder, uri));
  }

  #forget(gone: (uri: string) => boolean): void {
    for (const [key, uri] of this.#waiting) if (gone(uri)) this.#waiting.delete(key);
    for (const [key, uri] of this.#shown) if (gone(uri)) this.#show(key, uri, []);
  }

  /** Checks what is waiting, one document at a time. */
  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    try {
      for (let next = first(this.#waiting); next !== undefined; next = first(this.#waiting)) {
        const [key, uri] = next;
        this.#waiting.delete(key);
        if (!this.#open.has(key)) await this.#check(key, uri);
        const pause = performance.now() - this.#typed < MANNERS ? MANNERS : 0;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    } finally {
      this.#working = false;
    }
  }

  async #check(key: string, uri: string): Promise<void> {
    const diagnostics = await this.#diagnostics(uri).catch((error: unknown) => [uncheckable(String(error))]);
    // It may have been opened or changed meanwhile, or be wanted no longer.
    if (this.#on && !this.#open.has(key) && !this.#waiting.has(key)) this.#show(key, uri, diagnostics);
  }

  async #diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    const { host, packs, rulesPage } = this.#around;
    const pack = await packs.of(uri);
    if (pack.folder === undefined || (await packs.excludes(uri))) return [];
    const read = await readClosed(host, uri);
    if (read === undefined) return [];
    if ('problem' in read) return [uncheckable(read.problem, read.line)];
    const { document } = read;
    const { findings } = answersOf(document, pack);
    return findings.map((finding) => toDiagnostic(finding, uri, document.positions, rulesPage));
  }

  #show(key: string, uri: string, diagnostics: readonly Diagnostic[]): void {
    if (diagnostics.length === 0 && !this.#shown.has(key)) return;
    if (diagnostics.length === 0) this.#shown.delete(key);
    else this.#shown.set(key, uri);
    this.#send(uri, diagnostics);
  }

  #send(uri: string, diagnostics: readonly Diagnostic[]): void {
    void this.#around.connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
  }
}

function first<K, V>(entries: ReadonlyMap<K, V>): readonly [K, V] | undefined {
  for (const entry of entries) return entry;
  return undefined;
}

function uncheckable(problem: string, line = 1): Diagnostic {
  const start = { line: line - 1, character: 0 };
  const message = `This file was not checked. ${problem}`;
  return { range: { start, end: start }, severity: DiagnosticSeverity.Error, source: 'Touchstone', message };
}
