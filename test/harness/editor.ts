import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { STATUS_NOTIFICATION, type StatusParams } from '../../server/protocol.ts';

/** What is shipped, so that a test starts the process that a user starts. */
const SERVER = path.resolve('out/server.cjs');

/** A real server process and a client that speaks to it as an editor does. */
export class Editor {
  readonly connection: ProtocolConnection;
  readonly #process: ChildProcess;
  readonly #published: PublishDiagnosticsParams[] = [];
  readonly #waiting: (() => void)[] = [];
  readonly #statuses: StatusParams[] = [];

  constructor() {
    this.#process = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = this.#process;
    assert.ok(stdin && stdout);
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.#published.push(params);
      this.#wake();
    });
    this.connection.onNotification(STATUS_NOTIFICATION, (params: StatusParams) => {
      this.#statuses.push(params);
      this.#wake();
    });
    this.connection.listen();
  }

  /** @param more what else the editor says of itself, such as the folders that are open. */
  initialize(capabilities: ClientCapabilities = {}, more: object = {}): Promise<InitializeResult> {
    const params = { processId: null, rootUri: null, capabilities, ...more };
    return this.connection.sendRequest('initialize', params);
  }

  async open(uri: string, text: string, languageId = 'markdown'): Promise<readonly Diagnostic[]> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    return this.diagnostics(uri, 1);
  }

  async change(
    uri: string,
    version: number,
    contentChanges: readonly object[],
  ): Promise<readonly Diagnostic[]> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
    return this.diagnostics(uri, version);
  }

  /** The findings of that version, when they have come. */
  diagnostics(uri: string, version: number): Promise<readonly Diagnostic[]> {
    return this.#when(
      () =>
        this.#published.findLast((params) => params.uri === uri && params.version === version)?.diagnostics,
    );
  }

  /** What is found in a document the next time that the server speaks of it. */
  nextDiagnostics(uri: string): Promise<readonly Diagnostic[]> {
    const before = this.#published.length;
    return this.#when(() => this.#published.slice(before).find((params) => params.uri === uri)?.diagnostics);
  }

  /** What is shown of a file as soon as it satisfies, whether the file is open or not. */
  shown(uri: string, satisfy: (found: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
    return this.#when(() => {
      const found = this.said(uri).at(-1)?.diagnostics;
      return found !== undefined && satisfy(found) ? found : undefined;
    });
  }

  /** All that has been said of the findings in a file until now. */
  said(uri: string): readonly PublishDiagnosticsParams[] {
    return this.#published.filter((params) => params.uri === uri);
  }

  /** What the status item would show of a document. */
  status(uri: string): Promise<StatusParams> {
    return this.#when(() => this.#statuses.findLast((params) => params.uri === uri));
  }

  /** The same, once it satisfies. */
  statusThat(uri: string, satisfies: (status: StatusParams) => boolean): Promise<StatusParams> {
    return this.#when(() => {
      const status = this.#statuses.findLast((params) => params.uri === uri);
      return status !== undefined && satisfies(status) ? status : undefined;
    });
  }

  async #when<T>(look: () => T | undefined): Promise<T> {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  request<T>(method: string, uri: string, rest: object = {}): Promise<T> {
    return this.connection.sendRequest(method, { textDocument: { uri }, ...rest });
  }

  /** Says goodbye, and answers with the exit code. */
  async leave(): Promise<number | null> {
    const gone = new Promise<number | null>((resolve) => this.#process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await gone;
    this.connection.dispose();
    return code;
  }
}
