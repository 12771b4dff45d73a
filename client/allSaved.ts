import * as vscode from 'vscode';
import { nameOf } from './foreignFiles.ts';

/** Whether nothing in a folder waits to be saved: where something does, its author is asked to, and may have it done. */
export async function allSaved(folder: vscode.Uri): Promise<boolean> {
  const above = `${folder.toString().replace(/\/$/, '')}/`;
  const unsaved = vscode.workspace.textDocuments.filter(
    ({ isDirty, isUntitled, uri }) => isDirty && !isUntitled && uri.toString().startsWith(above),
  );
  const [first] = unsaved;
  if (first === undefined) return true;
  const save = vscode.l10n.t('Save and Go On');
  const name = nameOf(first.uri);
  const said =
    unsaved.length === 1
      ? vscode.l10n.t('"{0}" is not saved, and only what is saved counts for a baseline.', name)
      : vscode.l10n.t('"{0}" and others are not saved, and only what is saved counts for a baseline.', name);
  if ((await vscode.window.showWarningMessage(said, save)) !== save) return false;
  const done = await Promise.all(unsaved.map((document) => document.save()));
  return done.every(Boolean);
}
