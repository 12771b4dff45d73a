import {
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  PositionEncodingKind,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { type Answers, dataAnswers, documentAnswers } from '../features/answers.ts';
import { isPackFile, type Pack } from '../features/pack.ts';
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
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        documentSymbolProvider: { label: 'Touchstone' },
        hoverProvider: true,
        completionProvider: { triggerCharacters: ['#', ':', ' ', '|'] },
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        definitionProvider: true,
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
    connection.onDidChangeWatchedFiles(() => this.#reload());
    // Not every editor tells of files that change.
    connection.onDidSaveTextDocument(({ textDocument }) => {
      if (isPackFile(textDocument.uri)) this.#reload();
    });
    answerRequests(connection, {
      checked: (uri) => this.#checked(uri),
      rulesPage: this.#rulesPage,
      canTabStop: this.#canTabStop,
    });
  }

  /** Reads the packs again, and checks every open document by what they say now. */
  #reload(): void {
    this.#packs.forget();
    for (const uri of this.#documents.keys()) this.#check(uri);
  }

  /** An open document and what was found in it, once its pack is loaded. */
  async #checked(uri: string): Promise<Checked | undefined> {
    const document = this.#documents.get(uri);
    if (document === undefined) return undefined;
    const asked = document.version;
    const pack = this.#packs.now(uri) ?? (await this.#packs.of(uri));
    // The places that were asked for are places in the text as it was then: clients ask again.
    if (this.#documents.get(uri) !== document || document.version !== asked) throw outdated();
    return { document, answers: this.#answers(document, pack) };
  }

  #answers(document: OpenDocument, pack: Pack): Answers {
    return isPackFile(document.uri)
      ? dataAnswers(document.dataFile(pack))
      : documentAnswers(document.check(pack, RULES));
  }

  /** Checks at once where the pack is loaded, so that a keystroke's findings come with its answer. */
  #check(uri: string): void {
    const document = this.#documents.get(uri);
    if (document === undefined) return;
    const pack = this.#packs.now(uri);
    if (pack !== undefined) {
      this.#publish(document, pack);
      return;
    }
    void this.#packs.of(uri).then((loaded) => {
      if (this.#documents.get(uri) === document) this.#publish(document, loaded);
    });
  }

  #publish(document: OpenDocument, pack: Pack): void {
    if (isPackFile(document.uri)) {
      this.#send(document, document.dataFile(pack).findings);
      return;
    }
    const { findings, report, ours } = document.check(pack, RULES);
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

function outdated(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed meanwhile.');
}
