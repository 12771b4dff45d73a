import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type ConnectionParts, connectionParts } from './connection.ts';
import { Session } from './session.ts';
import type { Views } from './views.ts';

let session: Session | undefined;

/** Called by VS Code in a browser, where the server is a worker. */
export function activate(context: vscode.ExtensionContext): { readonly views: Views } {
  const startWorker = workerStarter(vscode.Uri.joinPath(context.extensionUri, 'out', 'server.browser.js'));
  const makeClient = ({ id, name, options }: ConnectionParts): LanguageClient =>
    new LanguageClient(id, name, startWorker, options);
  session = new Session(connectionParts(context), makeClient, context.subscriptions);
  // Tests look into what the views show, which no other way leads to.
  return { views: session.views };
}

/** VS Code waits for the promise, so that the worker ends with the extension. */
export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}

interface Transports {
  readonly reader: BrowserMessageReader;
  readonly writer: BrowserMessageWriter;
}

function workerStarter(file: vscode.Uri): () => Promise<Transports> {
  let last: { readonly worker: Worker; readonly address: string } | undefined;
  return async () => {
    // A restart asks for a new worker, and nobody else ends the old one. Its address must stay until
    // then: VS Code's worker loads it some time after it was made, and does not say when.
    last?.worker.terminate();
    if (last) URL.revokeObjectURL(last.address);
    // VS Code refuses a worker from an extension's own address when that address is on another machine.
    const bytes = await vscode.workspace.fs.readFile(file);
    const address = URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/javascript' }));
    const worker = new Worker(address);
    last = { worker, address };
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
}
