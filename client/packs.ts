import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { REPORTS_REQUEST, type ReportsResult } from '../server/protocolViews.ts';

/** What the tree of reports passes: an entry of it. */
export function addressIn(wish: unknown): vscode.Uri | undefined {
  const { document } = (wish ?? {}) as { document?: { uri?: unknown } };
  if (document?.uri instanceof vscode.Uri) return document.uri;
  return wish instanceof vscode.Uri ? wish : folderIn(wish);
}

function folderIn(wish: unknown): vscode.Uri | undefined {
  const { pack } = (wish ?? {}) as { pack?: { folder?: unknown } };
  return typeof pack?.folder === 'string' ? vscode.Uri.parse(pack.folder) : undefined;
}

/** The folder of the nearest `touchstone.yaml` upward. */
export async function packAround(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri.path;
  if (root === undefined) return undefined;
  for (
    let at = vscode.Uri.joinPath(uri, '..');
    at.path.startsWith(root);
    at = vscode.Uri.joinPath(at, '..')
  ) {
    const isThere = await vscode.workspace.fs.stat(vscode.Uri.joinPath(at, 'touchstone.yaml')).then(
      () => true,
      () => false,
    );
    if (isThere) return at;
    if (at.path === '/') return undefined;
  }
  return undefined;
}

/**
 * The folder of the pack that a command is about: the one that a menu passes, that of the document in view, the only one,
 * or the one that is picked. Undefined where none is picked, or there is none and that was said.
 */
export async function choosePack(
  client: BaseLanguageClient,
  wish: unknown,
  title: string,
): Promise<vscode.Uri | undefined> {
  const folder = folderIn(wish);
  if (folder !== undefined) return folder;
  const near = addressIn(wish) ?? vscode.window.activeTextEditor?.document.uri;
  const around = near && (await packAround(near));
  if (around !== undefined) return around;
  const found = (await client.sendRequest<ReportsResult>(REPORTS_REQUEST)).flatMap(({ folder, name }) =>
    folder === undefined ? [] : [{ label: name, uri: vscode.Uri.parse(folder, true) }],
  );
  const [first, second] = found;
  if (first === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'No folder with a touchstone.yaml and reports in it is open. Put a file of that name, which may be empty, into the folder of your reports.',
      ),
    );
    return undefined;
  }
  if (second === undefined) return first.uri;
  const picked = await vscode.window.showQuickPick(found, {
    title,
    placeHolder: vscode.l10n.t('In which folder of reports?'),
  });
  return picked?.uri;
}
