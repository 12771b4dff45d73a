import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type ConnectionParts, connectionParts } from './connection.ts';
import { Session } from './session.ts';

/** Without it the server of a long session keeps twice the memory, none of which is in use, and answers no sooner. */
const SMALL_YOUNG_GENERATION = '--max-semi-space-size=8';

let session: Session | undefined;

/** Called by VS Code on the desktop and on remote machines, where the server is a process of its own. */
export function activate(context: vscode.ExtensionContext): void {
  const module = context.asAbsolutePath('out/server.cjs');
  const makeClient = ({ id, name, options }: ConnectionParts): LanguageClient =>
    new LanguageClient(
      id,
      name,
      { module, transport: TransportKind.ipc, options: { execArgv: [SMALL_YOUNG_GENERATION] } },
      options,
    );
  session = new Session(connectionParts(context), makeClient, context.subscriptions);
}

/** VS Code waits for the promise, so that the server ends before the extension host does. */
export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}
