import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { unchanging } from '../features/answers.ts';
import { isPackFile, type Pack } from '../features/pack.ts';
import type { InitializationOptions } from '../protocol.ts';
import type { Host } from '../text/host.ts';
import { homeOf } from './addresses.ts';
import { answerBaselines } from './baselines.ts';
import { answerBeginnings } from './beginnings.ts';
import { CODE_ACTION_KINDS } from './codeActions.ts';
import { answerComparing } from './comparing.ts';
import { answerCompletions, TRIGGER_CHARACTERS } from './completions.ts';
import { answersOf, OpenDocument } from './document.ts';
import { answerEditing } from './editing.ts';
import { foldersOf } from './filesInFolders.ts';
import { Formatting } from './formatting.ts';
import { answerHovers } from './hovers.ts';
import { Navigation } from './navigation.ts';
import { answerNumbers } from './numbers.ts';
import { Overlays } from './overlays.ts';
import { Packs } from './packs.ts';
import { Publishing } from './publishing.ts';
import { Readings, readFrom } from './readings.ts';
import type { StartReading } from './readWorker.ts';
import { outdated } from './refusals.ts';
import { Reports } from './reports.ts';
import { answerRequests, type Checked } from './requests.ts';
import { DEFAULT_SETTINGS, followSettings, type Settings } from './settings.ts';
import { hasReload, WATCHERS } from './watching.ts';
import { WorkspaceFindings } from './workspace.ts';

/** What the process around the server knows. */
export interface Surroundings {
  readonly host: (options: InitializationOptions) => Host;
  /** How a file of another format is read without holding up the server. */
  readonly startReading: (options: InitializationOptions, host: Host) => StartReading;
  /** The page of the rules where the client names none. */
  readonly rulesPage: string | undefined;
}

/** Serves a client over a connection until it says goodbye. */
export function serve(connection: Connection, surroundings: Surroundings): void {
  let server: Server | undefined;
  connection.onInitialize((params) => {
    server = new Server(connection, params, surroundings);
    return server.capabilities();
  });
  connection.onInitialized(() => server?.start());
  connection.listen();
}

class Server {
  readonly #connection: Connection;
  readonly #packs: Packs;
  readonly #rulesPage: string | undefined;
  readonly #canWatch: boolean;
  /** Whether the client tells when folders are opened and closed. */
  readonly #canFollow: boolean;
  readonly #capabilities: ClientCapabilities;
  readonly #documents = new Map<string, OpenDocument>();
  readonly #publishing: Publishing;
  readonly #workspace: WorkspaceFindings;
  readonly #overlays: Overlays;
  readonly #formatting: Formatting;
  readonly #readings: Readings;
  readonly #reports: Reports;
  readonly #navigation: Navigation;
  readonly #followed: ReturnType<typeof followSettings>;
  #settings: Settings = DEFAULT_SETTINGS;
  /** The folders that are open in the editor. */
  #folders: readonly string[];

  constructor(connection: Connection, params: InitializeParams, surroundings: Surroundings) {
    const options: InitializationOptions = params.initializationOptions ?? {};
    this.#connection = connection;
    const host = surroundings.host(options);
    this.#packs = new Packs(host);
    this.#rulesPage = options.rulesPage ?? surroundings.rulesPage;
    this.#canWatch = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    this.#capabilities = params.capabilities;
    this.#folders = foldersOf(params);
    const around = { connection, host, packs: this.#packs, rulesPage: this.#rulesPage };
    this.#workspace = new WorkspaceFindings(around);
    this.#publishing = new Publishing({
      connection,
      rulesPage: this.#rulesPage,
      readings: () => this.#readings,
      check: (uri) => this.#check(uri),
    });
    const asked = {
      connection,
      capabilities: params.capabilities,
      checked: (uri: string) => this.#checked(uri),
    };
    const canShow = options.clientCommands === true;
    const facts = () => this.#navigation.facts;
    this.#overlays = new Overlays({ ...asked, canShow, readings: () => this.#readings, facts });
    this.#formatting = new Formatting(asked);
    this.#readings = new Readings({
      connection,
      host,
      packs: this.#packs,
      startReading: surroundings.startReading(options, host),
      wantHints: () => this.#overlays.hints.want(),
      document: (uri) => this.#documents.get(uri),
      check: (uri) => this.#check(uri),
    });
    this.#reports = new Reports({
      ...around,
      folders: () => this.#folders,
      open: () => this.#documents.keys(),
      checked: (uri) => this.#checked(uri),
      readings: this.#readings,
    });
    const files = {
      ...around,
      capabilities: params.capabilities,
      documents: this.#documents,
      folders: () => this.#folders,
      checked: (uri: string) => this.#checked(uri),
    };
    this.#navigation = new Navigation(files);
    answerCompletions({ ...files, facts });
    answerComparing(files);
    answerBaselines(files);
    answerHovers({ ...files, images: options.hoverImages === true });
    this.#followed = followSettings(connection, params.capabilities, (settings) => this.#use(settings));
    this.#canFollow = params.capabilities.workspace?.workspaceFolders === true;
    this.#listen();
  }

  capabilities(): InitializeResult {
    return {
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        documentSymbolProvider: { label: 'Touchstone' },
        hoverProvider: true,
        completionProvider: { triggerCharacters: TRIGGER_CHARACTERS },
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        ...this.#overlays.capabilities(),
        ...this.#formatting.capabilities(),
        ...this.#navigation.capabilities(),
        codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS },
      },
      serverInfo: { name: 'Touchstone' },
    };
  }

  /** Asks the client for what only it knows: the settings, and from now on which files and folders change. */
  start(): void {
    this.#followed.start();
    if (this.#canWatch) {
      void this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHERS });
    }
    if (!this.#canFollow) return;
    this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      this.#folders = [...this.#folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
      this.#workspace.start(this.#settings.workspaceFindings, this.#folders);
      this.#navigation.changed();
      this.#reports.changed();
    });
  }

  #use(settings: Settings): void {
    const before = this.#settings;
    this.#settings = settings;
    this.#overlays.show(settings);
    this.#workspace.start(settings.workspaceFindings, this.#folders);
    // What was typed since the last save has not been checked.
    if (before.check !== 'type' && settings.check === 'type') this.#checkAll();
  }

  #listen(): void {
    const connection = this.#connection;
    connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
      this.#documents.set(uri, new OpenDocument(uri, languageId, version, text));
      this.#workspace.opened(uri);
      this.#reports.openedOrClosed(uri);
      this.#check(uri);
    });
    connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
      const document = this.#documents.get(textDocument.uri);
      document?.apply(contentChanges, textDocument.version);
      if (document !== undefined) this.#publishing.changed(document, contentChanges);
      this.#workspace.typed();
      if (this.#settings.check === 'type') this.#check(textDocument.uri);
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      this.#documents.delete(uri);
      this.#publishing.closed(uri);
      this.#readings.closed(uri);
      this.#formatting.offer(uri, false);
      this.#workspace.closed(uri);
      this.#reports.openedOrClosed(uri);
    });
    connection.onShutdown(() => {
      this.#workspace.stop();
      this.#publishing.stop();
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      if (hasReload(changes, (uri) => this.#packs.isNamed(uri))) this.#reload();
      else {
        this.#workspace.changed(changes);
        this.#navigation.changed(changes);
        this.#overlays.filesChanged();
        this.#reports.changed(changes.map(({ uri }) => uri));
      }
    });
    connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
      this.#publishing.saved(uri);
      // Not every editor tells of files that change.
      if (isPackFile(uri)) this.#reload();
      else if (this.#settings.check === 'save') this.#check(uri);
    });
    answerRequests(connection, { checked: (uri) => this.#checked(uri) });
    answerEditing({
      connection,
      capabilities: this.#capabilities,
      checked: (uri) => this.#checked(uri),
      rulesPage: this.#rulesPage,
      readings: () => this.#readings,
    });
    answerBeginnings(connection, this.#packs);
    answerNumbers({ connection, checked: (uri) => this.#checked(uri), readings: this.#readings });
  }

  /** Reads the packs again, and checks every open document by what they say now. */
  #reload(): void {
    this.#packs.forget();
    this.#checkAll();
    this.#overlays.refresh();
    this.#workspace.scan();
    this.#navigation.changed();
    this.#reports.changed();
  }

  #checkAll(): void {
    for (const uri of this.#documents.keys()) this.#check(uri);
  }

  /** An open document and what was found in it, once its pack is loaded. */
  async #checked(uri: string): Promise<Checked | undefined> {
    const document = this.#documents.get(uri);
    if (document === undefined) return undefined;
    const asked = document.version;
    // The places that were asked for are places in the text as it was then: clients ask again.
    const verify = () => {
      if (this.#documents.get(uri) !== document || document.version !== asked) throw outdated();
    };
    const pack = this.#packs.now(this.#home(uri)) ?? (await this.#packs.of(this.#home(uri)));
    verify();
    const answers = answersOf(document, this.#readings.packFor(uri, pack));
    // What was only read cannot be changed.
    return {
      document,
      answers: readFrom(uri) === undefined ? answers : unchanging(answers),
      verify,
    };
  }

  #home(uri: string): string {
    return readFrom(uri) ?? homeOf(uri, this.#folders);
  }

  /** Checks at once where the pack is loaded, so that a keystroke's findings come with its answer. */
  #check(uri: string): void {
    const document = this.#documents.get(uri);
    if (document === undefined) return;
    const pack = this.#packs.now(this.#home(uri));
    if (pack !== undefined) {
      this.#publish(document, pack);
      return;
    }
    void this.#packs.of(this.#home(uri)).then((loaded) => {
      if (this.#documents.get(uri) === document) this.#publish(document, loaded);
    });
  }

  #publish(document: OpenDocument, pack: Pack): void {
    if (pack.folder !== undefined) this.#workspace.joined(pack.folder);
    const isOurs = this.#publishing.publish(document, pack)?.ours === true;
    if (isOurs) this.#overlays.want();
    this.#formatting.offer(document.uri, isOurs && readFrom(document.uri) === undefined);
  }
}
