import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver-protocol/node';
import type { Place } from '../../server/protocolViews.ts';
import { Editor } from '../harness/editor.ts';
import { ASKS, type Ask } from './asks.ts';
import type { Outcome } from './outcomes.ts';
import { CLOSED, SUBJECTS, type Subject, second } from './pack.ts';

/** A request at a place, with a name by which the same one is found in another session. */
export interface Question {
  readonly key: string;
  readonly subject: Subject;
  readonly ask: Ask;
  /** The words at which it is asked. */
  readonly words: string;
}

const CAPABILITIES: ClientCapabilities = {
  workspace: { workspaceFolders: true, workspaceEdit: { documentChanges: true } },
};

/** Everything is shown that can be. */
const SETTINGS = {
  settings: {
    touchstone: { numbers: { hints: 'on' }, inlayHints: { share: true, change: true, overdue: true } },
  },
};

/** Writes the pack to a folder, and answers its address, with a slash at the end. */
export function writePack(folder: string): string {
  const files = [...CLOSED, ...SUBJECTS.map(({ path: name, text }) => [name, text] as const)];
  for (const [name, text] of files) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return `${pathToFileURL(folder).toString()}/`;
}

/** Every request of the table in a file, at each of its places. */
export function questions(subject: Subject): readonly Question[] {
  return ASKS.flatMap((ask) =>
    (ask.isPlaced ? subject.places : ['']).map((words) => ({
      key: [subject.name, ask.method, ask.about ?? '', words].join(' '),
      subject,
      ask,
      words,
    })),
  );
}

/** A server with all documents of the pack open, and the versions that the client knows them in. */
export class Session {
  readonly editor = new Editor();
  /** With a slash at its end. */
  readonly root: string;
  capabilities: ServerCapabilities = {};
  readonly #texts = new Map<string, string>();
  readonly #versions = new Map<string, number>();
  /** The text of each version, by its address and number. */
  readonly #named = new Map<string, string>();

  /** @param root the address of the folder, with a slash at its end */
  private constructor(root: string) {
    this.root = root;
  }

  static async start(root: string, options: object = {}): Promise<Session> {
    const session = new Session(root);
    const folder = { uri: root.slice(0, -1), name: 'pack' };
    const more = { workspaceFolders: [folder], initializationOptions: options };
    const { capabilities } = await session.editor.initialize(CAPABILITIES, more);
    session.capabilities = capabilities;
    await session.editor.connection.sendNotification('initialized', {});
    await session.editor.connection.sendNotification('workspace/didChangeConfiguration', SETTINGS);
    return session;
  }

  uriOf({ path: name }: Subject): string {
    return this.root + name;
  }

  /** The text as it is open now, as the author sees it. */
  textOf(subject: Subject): string {
    return this.#texts.get(this.uriOf(subject)) ?? subject.text;
  }

  async open(subject: Subject, text: string): Promise<void> {
    const uri = this.uriOf(subject);
    this.#keep(subject, 1, text);
    const textDocument = { uri, languageId: subject.languageId, version: 1, text };
    await this.editor.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  close(subject: Subject): Promise<void> {
    const textDocument = { uri: this.uriOf(subject) };
    return this.editor.connection.sendNotification('textDocument/didClose', { textDocument });
  }

  /** Tells that a file was changed on the disk (2) or is gone (3). */
  tellOfChange(subject: Subject, type: 2 | 3): Promise<void> {
    const changes = [{ uri: this.uriOf(subject), type }];
    return this.editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  /** Makes another text of a document by a change of all of it, or by what stands above a line of the one before. */
  async change(subject: Subject, text: string, isTyped = false): Promise<void> {
    const uri = this.uriOf(subject);
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#keep(subject, version, text);
    const { line, text: more } = subject.more;
    const start = { line, character: 0 };
    const contentChanges = [isTyped ? { range: { start, end: start }, text: more } : { text }];
    const params = { textDocument: { uri, version }, contentChanges };
    await this.editor.connection.sendNotification('textDocument/didChange', params);
  }

  /** Asks a question of the text as it is now. */
  ask(
    question: Question,
    at = this.#at(question),
    uri = this.uriOf(question.subject),
  ): Promise<Outcome> & { cancel(): void } {
    const { ask, subject } = question;
    const source = new CancellationTokenSource();
    const params = ask.params({ uri, root: this.root, text: this.textOf(subject) }, at);
    const asked = this.editor.connection
      .sendRequest(ask.method, params, source.token)
      .then((answer): Outcome => ({ answer: this.#plain(answer, uri) }))
      .catch((error: unknown): Outcome => {
        if (error instanceof ResponseError) return { code: error.code, message: error.message };
        throw error;
      });
    return Object.assign(asked, { cancel: () => source.cancel() });
  }

  /** Waits until the server has read the pack and knows every document. */
  async settle(): Promise<void> {
    for (const subject of SUBJECTS) {
      await this.editor.request('textDocument/documentSymbol', this.uriOf(subject));
    }
  }

  async leave(): Promise<void> {
    await this.editor.leave();
  }

  /** Where the words of a question stand. */
  #at({ subject, words }: Question): Place {
    const text = this.textOf(subject).replaceAll('\r\n', '\n');
    const offset = text.indexOf(words);
    if (offset < 0) throw new Error(`"${words}" is not in "${subject.path}".`);
    // Within the words, so that what stands before them is not meant.
    const before = text.slice(0, offset + Math.min(2, words.length)).split('\n');
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  }

  #keep(subject: Subject, version: number, text: string): void {
    const uri = this.uriOf(subject);
    const names = [subject.text, second(subject)].map(
      (one) => text.replace(/\r\n/g, '\n').replace('\uFEFF', '') === one,
    );
    this.#texts.set(uri, text);
    this.#versions.set(uri, version);
    this.#named.set(
      `${uri} ${version}`,
      names[0] ? 'of the first text' : names[1] ? 'of the second text' : 'of another text',
    );
  }

  /** An answer in the words of any other session: addresses from the folder on, and texts instead of their versions. */
  #plain(answer: unknown, asked: string): unknown {
    const named = this.#named;
    const text = JSON.stringify(answer ?? null, function (this: object, key: string, value: unknown) {
      // Each answer with tones has a number of its own.
      if (key === 'resultId') return undefined;
      if (key !== 'version' || typeof value !== 'number') return value;
      const uri = 'uri' in this ? String(this.uri) : asked;
      return named.get(`${uri} ${value}`) ?? 'of no text';
    });
    const told = JSON.parse(text.replaceAll(this.root, 'pack/').replaceAll(this.root.slice(0, -1), 'pack'));
    // Symbols of open documents stand first: in which order depends on which are open.
    const hasContainers = Array.isArray(told) && told.some((one) => one !== null && 'containerName' in one);
    return hasContainers ? told.map((one) => JSON.stringify(one)).sort() : told;
  }
}
