import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import type {
  InitializationOptions,
  ListFilesParams,
  ListFilesResult,
  ReadFileParams,
  ReadFileResult,
} from '../server/protocol.ts';
import { LIST_FILES_REQUEST, READ_FILE_REQUEST, READ_SCHEME } from '../server/protocol.ts';

const SCHEMES = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-test-web'];
const LANGUAGES = ['markdown', 'yaml'];

/** The documents that the server hears of. Git's old versions and notebook cells have other schemes. */
export const documentSelector = [
  ...SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language }))),
  { scheme: READ_SCHEME, language: 'markdown' },
];

/** What the desktop's and the browser's client have in common. */
export interface ConnectionParts {
  readonly id: string;
  readonly name: string;
  readonly options: LanguageClientOptions;
  readonly output: vscode.LogOutputChannel;
}

export function connectionParts(context: vscode.ExtensionContext): ConnectionParts {
  const output = vscode.window.createOutputChannel('Touchstone', { log: true });
  context.subscriptions.push(output);
  const script = (name: string) => vscode.Uri.joinPath(context.extensionUri, 'out', name).toString();
  const initializationOptions: InitializationOptions = {
    rulesPage: vscode.Uri.joinPath(context.extensionUri, 'RULES.md').toString(),
    clientFiles: true,
    clientCommands: true,
    hoverImages: true,
    readerScripts: [script('convert.cjs'), script('server.browser.js')],
  };
  const options: LanguageClientOptions = {
    documentSelector,
    outputChannel: output,
    // What goes wrong shows in the status item; a panel that opens by itself helps nobody who writes.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions,
  };
  return { id: 'touchstone', name: 'Touchstone', options, output };
}

/** Answers for the server what only the editor can reach: virtual workspaces, and every file in a browser. */
export function answerFileRequests(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(READ_FILE_REQUEST, ({ uri }: ReadFileParams) => readFile(uri)),
    client.onRequest(LIST_FILES_REQUEST, listFiles),
  );
}

async function readFile(uri: string): Promise<ReadFileResult> {
  try {
    return toBase64(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)));
  } catch {
    // A file that is not there is an answer, not a fault.
    return null;
  }
}

async function listFiles({ folder, pattern }: ListFilesParams): Promise<ListFilesResult> {
  const found = await vscode.workspace.findFiles(
    new vscode.RelativePattern(vscode.Uri.parse(folder), pattern),
  );
  return found.map(String).sort();
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // One call takes only so many arguments, so long files go in parts.
  for (let from = 0; from < bytes.length; from += 8192) {
    binary += String.fromCharCode(...bytes.subarray(from, from + 8192));
  }
  return btoa(binary);
}
