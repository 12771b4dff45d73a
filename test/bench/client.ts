import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri?: string; readonly version?: number };
  readonly result?: unknown;
}

/** A place in a document as the protocol counts it. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The least that an editor must know to talk to a language server: what is measured is the server, not a library. */
export class LspClient {
  readonly #server: ChildProcessWithoutNullStreams;
  readonly #answers = new Map<number, (result: unknown) => void>();
  readonly #published = new Map<string, () => void>();
  /** Every version that diagnostics came for, in the order they came. */
  readonly versions: number[] = [];
  #received: Buffer = Buffer.alloc(0);
  #wanted = -1;
  #lastId = 0;

  constructor(bundle: string) {
    this.#server = spawn(process.execPath, [bundle, '--stdio']);
    this.#server.stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
    this.#server.stderr.pipe(process.stderr);
  }

  async initialize(): Promise<void> {
    await this.request('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
    this.notify('initialized', {});
  }

  request(method: string, params: unknown): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    const answer = new Promise((resolve) => this.#answers.set(id, resolve));
    this.#send({ jsonrpc: '2.0', id, method, params });
    return answer;
  }

  notify(method: string, params: unknown): void {
    this.#send({ jsonrpc: '2.0', method, params });
  }

  /** Resolves when the diagnostics of that version of the document have come. */
  diagnostics(uri: string, version: number): Promise<void> {
    return new Promise((resolve) => this.#published.set(`${uri} ${version}`, resolve));
  }

  /** The memory that the server's process takes, in MB, where the system tells. */
  memory(): number | undefined {
    try {
      const status = readFileSync(`/proc/${this.#server.pid}/status`, 'utf8');
      const size = /VmRSS:\s+(\d+) kB/.exec(status)?.[1];
      return size === undefined ? undefined : Number(size) / 1024;
    } catch {
      return undefined;
    }
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#server.once('exit', resolve));
    await this.request('shutdown', null);
    this.notify('exit', null);
    await ended;
  }

  #send(message: unknown): void {
    const body = JSON.stringify(message);
    this.#server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #receive(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    for (;;) {
      if (this.#wanted < 0) {
        const end = this.#received.indexOf('\r\n\r\n');
        if (end < 0) return;
        const header = this.#received.toString('ascii', 0, end);
        this.#wanted = Number(/Content-Length: (\d+)/i.exec(header)?.[1]);
        this.#received = this.#received.subarray(end + 4);
      }
      if (this.#received.length < this.#wanted) return;
      const body = this.#received.toString('utf8', 0, this.#wanted);
      this.#received = this.#received.subarray(this.#wanted);
      this.#wanted = -1;
      this.#handle(JSON.parse(body));
    }
  }

  #handle(message: Message): void {
    if (message.method === 'textDocument/publishDiagnostics') {
      const { uri = '', version = 0 } = message.params ?? {};
      this.versions.push(version);
      this.#published.get(`${uri} ${version}`)?.();
      this.#published.delete(`${uri} ${version}`);
    } else if (message.method === undefined && message.id !== undefined) {
      this.#answers.get(message.id)?.(message.result);
      this.#answers.delete(message.id);
    }
  }
}
