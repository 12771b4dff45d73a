import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** A language server to be measured: ours and its peers are driven alike. */
export interface Server {
  readonly name: string;
  /** The program and its arguments. */
  readonly command: readonly [string, ...string[]];
  readonly initializationOptions?: object;
  readonly settings?: object;
  /** What this server asks of its editor beyond the protocol; `text` gives the open document. */
  readonly answer?: (method: string, text: () => string) => unknown;
}

const LONGEST_MS = 60_000;

/** A server that does not answer must not hold up the others. */
async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer within a minute')), LONGEST_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

interface Initialised {
  readonly capabilities: {
    readonly diagnosticProvider?: unknown;
    readonly textDocumentSync?: { readonly change?: number };
  };
}

interface Published {
  readonly uri: string;
  readonly version?: number;
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
  readonly #definition: Server;
  #pulls = false;
  /** Whether the server wants the whole text after each change. */
  takesWholeTexts = false;
  /** The text of the document that was opened last. */
  openText: () => string = () => '';

  constructor(server: Server) {
    const [program, ...args] = server.command;
    this.#definition = server;
    this.#server = spawn(program, args);
    this.#server.stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
    this.#server.stderr.pipe(process.stderr);
  }

  /** Starts the server; one that answers for diagnostics is asked for them, the others send them. */
  async initialize(): Promise<void> {
    const { initializationOptions, settings } = this.#definition;
    const capabilitiesOfEditor = {
      textDocument: { diagnostic: {}, publishDiagnostics: { versionSupport: true } },
    };
    const result = await inTime(
      this.request('initialize', {
        processId: process.pid,
        rootUri: null,
        capabilities: capabilitiesOfEditor,
        initializationOptions,
      }),
    );
    const { capabilities } = result as Initialised;
    this.#pulls = capabilities.diagnosticProvider !== undefined;
    this.takesWholeTexts = capabilities.textDocumentSync?.change === 1;
    this.notify('initialized', {});
    if (settings !== undefined) this.notify('workspace/didChangeConfiguration', { settings });
  }

  /** Some servers refuse `params` where the protocol has none, even null. */
  request(method: string, params?: unknown): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    const answer = new Promise((resolve) => this.#answers.set(id, resolve));
    this.#send({ jsonrpc: '2.0', id, method, params });
    return answer;
  }

  notify(method: string, params?: unknown): void {
    this.#send({ jsonrpc: '2.0', method, params });
  }

  /** Tells of a change, and resolves when the diagnostics of that version of the document have come. */
  async diagnosed(uri: string, version: number, tell: () => void): Promise<void> {
    const published = new Promise<void>((resolve) => this.#published.set(`${uri} ${version}`, resolve));
    tell();
    await inTime(
      this.#pulls ? this.request('textDocument/diagnostic', { textDocument: { uri } }) : published,
    );
    if (!this.#pulls) return;
    this.#published.clear();
    this.versions.push(version);
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
    try {
      await inTime(this.request('shutdown'));
      this.notify('exit');
      this.#server.stdin.end();
      await inTime(ended);
    } finally {
      this.#server.kill();
    }
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
    const { id, method, params, result } = message;
    if (method === 'textDocument/publishDiagnostics') this.#publish(params as Published);
    else if (method !== undefined && id !== undefined) {
      this.#send({ jsonrpc: '2.0', id, result: this.#definition.answer?.(method, this.openText) ?? null });
    } else if (method === undefined && typeof id === 'number') {
      this.#answers.get(id)?.(result);
      this.#answers.delete(id);
    }
  }

  /** A server that names no version is taken to speak of the last. */
  #publish({ uri, version }: Published): void {
    const waiting = version === undefined ? [...this.#published.keys()].at(-1) : `${uri} ${version}`;
    if (version !== undefined) this.versions.push(version);
    if (waiting === undefined) return;
    this.#published.get(waiting)?.();
    this.#published.delete(waiting);
  }
}
