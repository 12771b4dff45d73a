import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { HEAD_LINES, looksOurs } from '../server/detect.ts';
import { registerCommands } from './commands.ts';
import { answerFileRequests, type ConnectionParts, documentSelector } from './connection.ts';
import { fixAll } from './fixAll.ts';
import { ForeignCommands } from './foreignCommands.ts';
import { newReport, type Wish } from './newReport.ts';
import { NumberLists } from './numberChecks.ts';
import { StatusItem } from './status.ts';
import { TableKeys } from './tableKeys.ts';
import { TablePaste } from './tablePaste.ts';
import { Views } from './views.ts';

type MakeClient = (parts: ConnectionParts) => BaseLanguageClient;

/**
 * The server's life. It starts with the first document that may be ours, or at once in a workspace that
 * has a `touchstone.yaml`: whoever edits only other Markdown and YAML never pays for it.
 */
export class Session {
  private readonly parts: ConnectionParts;
  private readonly makeClient: MakeClient;
  private readonly subscriptions: vscode.Disposable[];
  private readonly status = new StatusItem();
  private readonly foreign = new ForeignCommands(() => this.answering());
  private readonly numbers = new NumberLists(() => this.answering());
  /** What the side bar shows. */
  readonly views = new Views(() => this.answering());
  private readonly tableKeys = new TableKeys(() => this.runningClient());
  private readonly tablePaste = new TablePaste(() => this.runningClient());
  private client: BaseLanguageClient | undefined;
  private running: Promise<void> | undefined;

  constructor(parts: ConnectionParts, makeClient: MakeClient, subscriptions: vscode.Disposable[]) {
    this.parts = parts;
    this.makeClient = makeClient;
    this.subscriptions = subscriptions;
    subscriptions.push(
      this.status,
      ...registerCommands({
        restart: () => this.restart(),
        showOutput: () => parts.output.show(true),
        newReport: (wish) => this.newReport(wish),
        showNumberChecks: (uri) => this.numbers.show(uri),
        fixAll: () => fixAll(() => this.answering()),
        ...this.foreign.handlers,
      }),
      this.foreign.register(),
      this.numbers.register(),
      this.tableKeys.register(),
      this.tablePaste.register(),
      this.views.register(),
      vscode.workspace.onDidOpenTextDocument((document) => this.startFor(document)),
      // A document becomes ours while it is written: most often when its front matter gets a framework.
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.some(({ range }) => range.start.line < HEAD_LINES)) this.startFor(document);
      }),
    );
    for (const document of vscode.workspace.textDocuments) this.startFor(document);
    void this.startForPack();
  }

  /** Starts the server unless it has been started; resolves when it answers, or when it failed and said so. */
  start(): Promise<void> {
    this.running ??= this.launch();
    return this.running;
  }

  async restart(): Promise<void> {
    if (this.client?.needsStop()) await this.client.stop();
    this.running = undefined;
    await this.start();
  }

  /** Begins a document; the server may not have been needed until now. */
  async newReport(wish?: Wish): Promise<void> {
    const client = await this.answering();
    if (client) await newReport(client, wish);
  }

  /** The client, once its server answers; undefined where it could not be started. */
  private async answering(): Promise<BaseLanguageClient | undefined> {
    await this.start();
    return this.runningClient();
  }

  /** The client, where its server has been needed until now. */
  private runningClient(): BaseLanguageClient | undefined {
    return this.client?.isRunning() ? this.client : undefined;
  }

  async stop(): Promise<void> {
    await this.client?.dispose();
  }

  private startFor(document: vscode.TextDocument): void {
    if (this.running !== undefined || vscode.languages.match(documentSelector, document) === 0) return;
    const head = document.getText(new vscode.Range(0, 0, HEAD_LINES, 0));
    if (looksOurs(document.uri.path, document.languageId, head)) void this.start();
  }

  private async startForPack(): Promise<void> {
    const [pack] = await vscode.workspace.findFiles('**/touchstone.yaml', undefined, 1);
    if (pack) await this.start();
  }

  private async launch(): Promise<void> {
    try {
      this.client ??= this.connect();
      await this.client.start();
    } catch (error) {
      this.parts.output.error(error instanceof Error ? error : String(error));
      this.status.failed();
    }
  }

  private connect(): BaseLanguageClient {
    const client = this.makeClient(this.parts);
    this.subscriptions.push(
      this.status.follow(client),
      this.foreign.follow(client),
      this.views.follow(client),
      answerFileRequests(client),
    );
    return client;
  }
}
