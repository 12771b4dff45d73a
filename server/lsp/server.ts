import {
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { isConfigFile, isFrameworkFile } from '../features/pack.ts';
import { packFileFindings } from '../features/packFile.ts';
import { type InitializationOptions, STATUS_NOTIFICATION, type StatusParams } from '../protocol.ts';
import { RULES } from '../rules/registry.generated.ts';
import type { Host } from '../text/host.ts';
import type { Finding, Severity } from '../text/problem.ts';
import { OpenDocument } from './document.ts';
import { Packs } from './packs.ts';
import { answerRequests, type Checked } from './requests.ts';
import { toDiagnostic } from './toLsp.ts';

/** What the process around the server knows. */
export interface Surroundings {
  readonly host: (options: InitializationOptions) => Host;
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
  connection.onInitialized(() => server?.watch());
  connection.listen();
}

class Server {
  readonly #connection: Connection;
  readonly #packs: Packs;
  readonly #rulesPage: string | undefined;
  readonly #canWatch: boolean;
  /** Whether the cursor can be put where something is still to be written. */
  readonly #canTabStop: boolean;
  readonly #documents = new Map<string, OpenDocument>();
  readonly #lastStatus = new Map<string, string>();

  constructor(connection: Connection, params: InitializeParams, surroundings: Surroundings) {
    const options: InitializationOptions = params.initializationOptions ?? {};
    this.#connection = connection;
    this.#packs = new Packs(surroundings.host(options));
    this.#rulesPage = options.rulesPage ?? surroundings.rulesPage;
    this.#canWatch = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    this.#canTabStop = params.capabilities.workspace?.workspaceEdit?.snippetEditSupport === true;
    this.#listen();
  }

  capabilities(): InitializeResult {
    return {
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        documentSymbolProvider: { label: 'Touchstone' },
        hoverProvider: true,
        completionProvider: { triggerCharacters: ['#', ':', ' ', '|'] },
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        documentLinkProvider: {},
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      },
      serverInfo: { name: 'Touchstone' },
    };
  }

  /** Asks to be told when a file of a pack changes, of clients that can. */
  watch(): void {
    if (!this.#canWatch) return;
    const watchers = ['**/touchstone.yaml', '**/*.framework.yaml', '**/*.framework.yml'];
    void this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: watchers.map((globPattern) => ({ globPattern })),
    });
  }

  #listen(): void {
    const connection = this.#connection;
    connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
      this.#documents.set(uri, new OpenDocument(uri, languageId, version, text));
      this.#check(uri);
    });
    connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
      this.#documents.get(textDocument.uri)?.apply(contentChanges, textDocument.version);
      this.#check(textDocument.uri);
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      this.#documents.delete(uri);
      this.#lastStatus.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    });
    connection.onDidChangeWatchedFiles(() => {
      this.#packs.forget();
      for (const uri of this.#documents.keys()) this.#check(uri);
    });
    answerRequests(connection, {
      checked: (uri) => this.#checked(uri),
      rulesPage: this.#rulesPage,
      canTabStop: this.#canTabStop,
    });
  }

  /** An open document and what was found in it, once its pack is loaded. */
  async #checked(uri: string): Promise<Checked | undefined> {
    const document = this.#documents.get(uri);
    if (document === undefined) return undefined;
    const pack = this.#packs.now(uri) ?? (await this.#packs.of(uri));
    return { document, analysis: document.check(pack, RULES) };
  }

  /** Checks at once where the pack is loaded, so that a keystroke's findings come with its answer. */
  #check(uri: string): void {
    const document = this.#documents.get(uri);
    if (document === undefined) return;
    if (isConfigFile(uri) || isFrameworkFile(uri)) {
      void this.#checkPackFile(document);
      return;
    }
    const pack = this.#packs.now(uri);
    if (pack !== undefined) {
      this.#publish(document, document.check(pack, RULES));
      return;
    }
    void this.#packs.of(uri).then((loaded) => {
      if (this.#documents.get(uri) === document) this.#publish(document, document.check(loaded, RULES));
    });
  }

  /** A pack's own file shows what is wrong with it as it was last saved. */
  async #checkPackFile(document: OpenDocument): Promise<void> {
    const { uri } = document;
    const pack = await this.#packs.of(uri);
    if (this.#documents.get(uri) !== document) return;
    this.#send(document, packFileFindings(uri, pack.problems.get(uri) ?? []));
  }

  #publish(document: OpenDocument, { findings, report, ours }: NonNullable<OpenDocument['analysis']>): void {
    this.#send(document, findings);
    const framework = report.vocabulary?.framework;
    if (ours) this.#status(document.uri, findings, framework && { id: framework.id, title: framework.title });
  }

  #send({ uri, version, positions }: OpenDocument, findings: readonly Finding[]): void {
    const diagnostics = findings.map((finding) => toDiagnostic(finding, uri, positions, this.#rulesPage));
    void this.#connection.sendDiagnostics({ uri, version, diagnostics });
  }

  #status(uri: string, findings: readonly Finding[], framework: StatusParams['framework']): void {
    const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
    const counts = {
      error: count('error'),
      warning: count('warning'),
      info: count('info'),
      hint: count('hint'),
    };
    const params: StatusParams = { uri, ...(framework === undefined ? {} : { framework }), counts };
    const said = JSON.stringify(params);
    if (this.#lastStatus.get(uri) === said) return;
    this.#lastStatus.set(uri, said);
    void this.#connection.sendNotification(STATUS_NOTIFICATION, params);
  }
}
