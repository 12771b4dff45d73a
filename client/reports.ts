import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  REPORT_REQUEST,
  REPORTS_CHANGED_NOTIFICATION,
  REPORTS_REQUEST,
  type ReportOverview,
  type ReportPack,
  type ReportParams,
  type ReportResult,
  type ReportsChangedParams,
  type ReportsResult,
} from '../server/protocolViews.ts';

/** How long nothing is typed before a document is asked for again, in milliseconds. */
const PAUSE = 300;

type Answering = () => Promise<BaseLanguageClient | undefined>;

/** What is known of the reports of the workspace. It is asked for one by one, and only while somebody looks. */
export class Reports {
  readonly #client: Answering;
  readonly #known = new Map<string, ReportResult>();
  /** The documents that are to be asked for again, in their order. */
  readonly #stale = new Set<string>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #packs: ReportsResult = [];
  #isListStale = true;
  #isWatched = false;
  #work: Promise<void> | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(client: Answering) {
    this.#client = client;
  }

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      this.#changed,
      new vscode.Disposable(() => clearTimeout(this.#pause)),
      // What is found is told after every check.
      vscode.languages.onDidChangeDiagnostics(({ uris }) => this.#outdated(uris.map(String))),
    );
  }

  /** Hears from now on of what changes. */
  follow(client: BaseLanguageClient): vscode.Disposable {
    return vscode.Disposable.from(
      client.onNotification(REPORTS_CHANGED_NOTIFICATION, ({ uris }: ReportsChangedParams) => {
        if (uris === undefined) this.refresh();
        else this.#outdated(uris.map((uri) => vscode.Uri.parse(uri).toString()));
      }),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.refresh();
      }),
    );
  }

  /** Whether somebody looks. */
  watch(isWatched: boolean): void {
    this.#isWatched = isWatched;
    if (isWatched) void this.read();
  }

  /** Asks for everything again. */
  refresh(): void {
    this.#isListStale = true;
    if (this.#isWatched) void this.read();
  }

  /** Whether all that there is has been read. */
  get isRead(): boolean {
    return !this.#isListStale && this.#stale.size === 0;
  }

  /** The packs, each with those of its documents that are known to be ours. */
  get packs(): readonly KnownPack[] {
    return this.#packs.flatMap((pack) => {
      const documents = pack.documents.flatMap(({ uri, name }) => {
        const report = this.#known.get(keyOf(uri));
        return report ? [{ uri: vscode.Uri.parse(uri), name, report }] : [];
      });
      return documents.length === 0 ? [] : [{ pack, documents }];
    });
  }

  /** Resolves when everything is as it is now. */
  read(): Promise<void> {
    this.#work ??= this.#readAll().finally(() => {
      this.#work = undefined;
    });
    return this.#work;
  }

  async #readAll(): Promise<void> {
    const client = await this.#client();
    if (client === undefined) return;
    while (!this.isRead) {
      if (this.#isListStale) await this.#list(client);
      for (const uri of this.#stale) {
        this.#stale.delete(uri);
        await this.#readOne(client, uri);
        if (this.#isListStale) break;
      }
    }
    this.#changed.fire();
  }

  async #list(client: BaseLanguageClient): Promise<void> {
    this.#isListStale = false;
    this.#packs = await client.sendRequest<ReportsResult>(REPORTS_REQUEST).catch(() => this.#packs);
    const listed = new Set(this.#packs.flatMap(({ documents }) => documents.map(({ uri }) => keyOf(uri))));
    for (const uri of this.#known.keys()) if (!listed.has(uri)) this.#known.delete(uri);
    for (const uri of listed) this.#stale.add(uri);
  }

  async #readOne(client: BaseLanguageClient, uri: string): Promise<void> {
    const params: ReportParams = { uri };
    // A document that changes meanwhile is told of again.
    const report = await client.sendRequest<ReportResult>(REPORT_REQUEST, params).catch(() => undefined);
    if (report === undefined) return;
    const before = this.#known.get(uri);
    this.#known.set(uri, report);
    if (JSON.stringify(before) !== JSON.stringify(report)) this.#changed.fire();
  }

  #outdated(uris: readonly string[]): void {
    for (const uri of uris) if (this.#isListed(uri)) this.#stale.add(uri);
    if (!this.#isWatched || this.isRead) return;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.read(), PAUSE);
  }

  #isListed(uri: string): boolean {
    return this.#packs.some(({ documents }) => documents.some((document) => keyOf(document.uri) === uri));
  }
}

/** A pack with those of its documents that are ours. */
export interface KnownPack {
  readonly pack: ReportPack;
  readonly documents: readonly KnownReport[];
}

export interface KnownReport {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly report: ReportOverview;
}

/** An address as VS Code writes it. */
function keyOf(uri: string): string {
  return vscode.Uri.parse(uri).toString();
}
