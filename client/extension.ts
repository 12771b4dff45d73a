import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type ConnectionParts, connectionParts } from './connection.ts';
import { Session } from './session.ts';

let session: Session | undefined;

/** Called by VS Code on the desktop and on remote machines, where the server is a process of its own. */
export function activate(context: vscode.ExtensionContext): void {
  const module = context.asAbsolutePath('out/server.cjs');
  const makeClient = ({ id, name, options }: ConnectionParts): LanguageClient =>
    new LanguageClient(id, name, { module, transport: TransportKind.ipc }, options);
  session = new Session(connectionParts(context), makeClient, context.subscriptions);
}

/** VS Code waits for the promise, so that the server ends before the extension host does. */
export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}
