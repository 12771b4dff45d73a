import * as vscode from 'vscode';
import type { Place } from '../server/protocolViews.ts';

/** Shows a place of a document; lists and trees run it. */
export const GO_TO = 'touchstone.goTo';

/** The command that leads to a place, for an entry of a list. */
export function goToCommand(uri: vscode.Uri, { line, character }: Place): vscode.Command {
  return {
    command: GO_TO,
    title: vscode.l10n.t('Go to the place'),
    arguments: [uri.toString(), line, character],
  };
}

export function registerGoTo(): vscode.Disposable {
  return vscode.commands.registerCommand(GO_TO, goTo);
}

/** Shows the place where its document is shown already, so that what led to it stays in sight. */
export async function goTo(uri: string, line: number, character: number): Promise<void> {
  const source = vscode.Uri.parse(uri, true);
  const shown = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === source.toString(),
  );
  const selection = new vscode.Range(line, character, line, character);
  const viewColumn = shown?.viewColumn ?? vscode.ViewColumn.One;
  await vscode.window.showTextDocument(source, { selection, viewColumn });
}
