import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type ConnectionParts, connectionParts } from './connection.ts';
import { Session } from './session.ts';
import type { Views } from './views.ts';

/**
 * V8 lets a heap whose bound is far away grow fourfold before it collects. With these bounds the server keeps half
 * the memory, none of which was in use, and answers as soon.
 */
const MEMORY = ['--max-semi-space-size=8', '--max-old-space-size=2000'];

let session: Session | undefined;

/** Called by VS Code on the desktop and on remote machines, where the server is a process of its own. */
export function activate(context: vscode.ExtensionContext): { readonly views: Views } {
  const module = context.asAbsolutePath('out/server.cjs');
  const makeClient = ({ id, name, options }: ConnectionParts): LanguageClient =>
    new LanguageClient(
      id,
      name,
      { module, transport: TransportKind.ipc, options: { execArgv: MEMORY } },
      options,
    );
  session = new Session(connectionParts(context), makeClient, context.subscriptions);
  // Tests look into what the views show, which no other way leads to.
  return { views: session.views };
}

/** VS Code waits for the promise, so that the server ends before the extension host does. */
export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}
