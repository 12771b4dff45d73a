import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  FRAMEWORKS_REQUEST,
  type FrameworksParams,
  type FrameworksResult,
  type OfferedFramework,
} from '../server/protocol.ts';

/** A framework, or a line between two groups of them, in a list to pick from. */
export interface FrameworkItem extends vscode.QuickPickItem {
  readonly framework?: OfferedFramework;
}

/** All frameworks that a document may follow, those of the open folders' packs among them. */
export async function offeredFrameworks(
  client: BaseLanguageClient,
  beside: readonly vscode.Uri[] = [],
): Promise<FrameworksResult> {
  const params: FrameworksParams = { folders: await folders(beside) };
  return client.sendRequest<FrameworksResult>(FRAMEWORKS_REQUEST, params);
}

/** The frameworks below the inspectorates that they are of. */
export function frameworkItems(
  offered: FrameworksResult,
  buttons: readonly vscode.QuickInputButton[] = [],
): readonly FrameworkItem[] {
  let last: string | undefined;
  return offered.flatMap((framework): FrameworkItem[] => {
    const { title, inspectorate = vscode.l10n.t('Of no inspectorate'), kind, id, inForce = '' } = framework;
    const item = {
      label: title,
      // Beside a long title there would be no room for it.
      detail: [kind, inForce, id].filter((one) => one !== '').join(' · '),
      buttons,
      framework,
    };
    const isNext = inspectorate !== last;
    last = inspectorate;
    // The name stands beside the first title below it, and must leave that room.
    const label = inspectorate.length > 40 ? `${inspectorate.slice(0, 39).trimEnd()}…` : inspectorate;
    return isNext ? [{ label, kind: vscode.QuickPickItemKind.Separator }, item] : [item];
  });
}

/** The folders of the files and of the document in view, those that are open, and those that have frameworks of their own. */
async function folders(beside: readonly vscode.Uri[]): Promise<readonly string[]> {
  const open = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const active = vscode.window.activeTextEditor?.document.uri;
  const inView = active !== undefined && vscode.workspace.getWorkspaceFolder(active) !== undefined;
  const packs = await vscode.workspace.findFiles('**/touchstone.yaml');
  const above = [...beside, ...(inView ? [active] : []), ...packs];
  return [...new Set([...above.map((uri) => vscode.Uri.joinPath(uri, '..')), ...open].map(String))];
}
