import type * as vscode from 'vscode';
import { type BaseLanguageClient, type CancellationToken, State } from 'vscode-languageclient';
import {
  type DocumentRead,
  READ_DOCUMENT_REQUEST,
  type ReadDocumentParams,
  type ReadDocumentResult,
} from '../server/protocol.ts';
import { checkDocument } from './checkDocument.ts';
import type { CommandHandlers } from './commands.ts';
import { CHECK, COMMENT, type Deed, fileOf, filesFor, IMPORT, wishOf } from './foreignFiles.ts';
import { importDocument } from './importDocument.ts';
import { ShownTexts } from './shownTexts.ts';
import { writeComments } from './writeComments.ts';

/** The client, once its server answers; undefined where it could not be started, which has been said then. */
type StartClient = () => Promise<BaseLanguageClient | undefined>;

/** What is done with files of other formats: they are imported, or shown as they were read and checked so. */
export class ForeignCommands {
  readonly #start: StartClient;
  readonly #texts = new ShownTexts((uri, token) => this.#readAgain(uri, token));
  readonly handlers: Pick<
    CommandHandlers,
    'importDocument' | 'checkDocument' | 'writeComments' | 'showReading'
  >;

  constructor(start: StartClient) {
    this.#start = start;
    this.handlers = {
      importDocument: (uri, others) => this.#each(IMPORT, importDocument, uri, others),
      checkDocument: (uri, others) => this.#each(CHECK, checkDocument, uri, others),
      writeComments: (uri, others) => this.#each(COMMENT, writeComments, uri, others),
      showReading: async (uri) => {
        const report = this.#texts.reportOf(uri);
        if (report !== undefined) await this.#texts.showReport(fileOf(uri), report);
      },
    };
  }

  register(): vscode.Disposable {
    return this.#texts.register();
  }

  /** A server that was started again knows nothing of the texts that are shown. */
  follow(client: BaseLanguageClient): vscode.Disposable {
    return client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) this.#texts.readAllAgain();
    });
  }

  /** Does it to one file after another, until one is called off; answers what came of them. */
  async #each(
    deed: Deed,
    act: typeof importDocument,
    uri: vscode.Uri | undefined,
    others: unknown,
  ): Promise<readonly vscode.Uri[]> {
    const made: vscode.Uri[] = [];
    const files = await filesFor(deed, uri, others);
    const client = files.length === 0 ? undefined : await this.#start();
    if (client === undefined) return made;
    for (const file of files) {
      const one = await act(client, this.#texts, file, wishOf(others));
      if (one === undefined) break;
      made.push(one);
    }
    return made;
  }

  async #readAgain(uri: vscode.Uri, token?: CancellationToken): Promise<DocumentRead | undefined> {
    const client = await this.#start();
    const framework = this.#texts.frameworkOf(uri);
    const params: ReadDocumentParams = {
      uri: fileOf(uri).toString(),
      shownAs: uri.toString(),
      ...(framework === undefined ? {} : { framework }),
    };
    // Undefined in the place of the token would be taken for another parameter.
    const result = await (token === undefined
      ? client?.sendRequest<ReadDocumentResult>(READ_DOCUMENT_REQUEST, params)
      : client?.sendRequest<ReadDocumentResult>(READ_DOCUMENT_REQUEST, params, token));
    return result === undefined || 'problem' in result ? undefined : result.document;
  }
}
