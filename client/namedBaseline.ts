import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Naming } from '../server/protocolBaseline.ts';

/** Has a `touchstone.yaml` name its baseline, and saves it; answers whether it does now. */
export async function nameBaseline(
  client: BaseLanguageClient,
  { configuration, edits }: Naming,
): Promise<boolean> {
  if (edits === undefined) return false;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(configuration, true));
  // Of a text that was not open the version is not known; nothing in it can have been changed then.
  if (document.isDirty || (edits.version > 0 && edits.version !== document.version)) return false;
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits([...edits.edits]));
  return (await vscode.workspace.applyEdit(edit)) && (await document.save());
}
