import * as vscode from 'vscode';
import { READ_SCHEME } from '../server/protocol.ts';

/** What is not to be asked, as a key binding or another command may say it. */
export interface ReadWish {
  readonly framework?: string;
  /** Whether to ask for the framework where one is known that fits. */
  readonly choose?: boolean;
  /** Where to write. */
  readonly target?: vscode.Uri;
}

/** What a command is done with: its title, what it is called in a dialog, and the files that it takes. */
export interface Deed {
  readonly title: string;
  readonly label: string;
  readonly files: string;
  readonly endings: readonly string[];
}

const WORD = ['docx', 'docm'];

export const IMPORT: Deed = {
  title: vscode.l10n.t('Import into Touchstone'),
  label: vscode.l10n.t('Import'),
  files: vscode.l10n.t('Word, PDF, text and HTML files'),
  endings: [...WORD, 'pdf', 'html', 'htm', 'txt'],
};

export const CHECK: Deed = {
  title: vscode.l10n.t('Check a Word or PDF document'),
  label: vscode.l10n.t('Check'),
  files: vscode.l10n.t('Word and PDF documents'),
  endings: [...WORD, 'pdf'],
};

export const COMMENT: Deed = {
  title: vscode.l10n.t('Write the findings into a copy of a Word document'),
  label: vscode.l10n.t('Check'),
  files: vscode.l10n.t('Word documents'),
  endings: WORD,
};

/**
 * The files that a command is about: those that are selected in the explorer, the one that is in view, or what the
 * user names when asked.
 *
 * @param others what menus pass besides: all that is selected, or where the editor is
 */
export async function filesFor(
  deed: Deed,
  uri: vscode.Uri | undefined,
  others: unknown,
): Promise<readonly vscode.Uri[]> {
  const selected: unknown[] = Array.isArray(others) ? others : [];
  const uris = selected.filter((one) => one instanceof vscode.Uri);
  if (uris.length > 0) return uris.map(fileOf);
  const active = vscode.window.activeTextEditor?.document.uri;
  const near = uri ?? (active?.scheme === READ_SCHEME ? active : undefined);
  if (near !== undefined) return [fileOf(near)];
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const asked = await vscode.window.showOpenDialog({
    title: deed.title,
    openLabel: deed.label,
    ...(folder === undefined ? {} : { defaultUri: folder }),
    filters: { [deed.files]: [...deed.endings] },
  });
  return asked ?? [];
}

/** What a menu passes beside the file is no wish. */
export function wishOf(others: unknown): ReadWish {
  const given = typeof others === 'object' && others !== null ? (others as Record<string, unknown>) : {};
  return {
    ...(typeof given.framework === 'string' ? { framework: given.framework } : {}),
    ...(given.choose === true ? { choose: true } : {}),
    ...(given.target instanceof vscode.Uri ? { target: given.target } : {}),
  };
}

/** The file itself, where the address is that of its text as it was read. */
export function fileOf(uri: vscode.Uri): vscode.Uri {
  return uri.scheme === READ_SCHEME ? vscode.Uri.parse(uri.query, true) : uri;
}

/** The address at which the text of a file is shown as it was read. */
export function readAddress(file: vscode.Uri): vscode.Uri {
  // The manifest makes names that end so Markdown.
  return vscode.Uri.from({ scheme: READ_SCHEME, path: `${file.path} (as read)`, query: file.toString() });
}

/** The last part of an address, as people know the file. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
