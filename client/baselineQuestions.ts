import * as vscode from 'vscode';
import type { SetAside } from '../server/protocolBaseline.ts';
import { nameOf } from './foreignFiles.ts';

/** Whether `touchstone.yaml` is to name the baseline that is written, if it does not yet, or is left alone. */
export type Agreement = 'named' | 'alone';

const NAME = 'touchstone-baseline.json';

/** Asks where a baseline is to be. */
export function askWhere(folder: vscode.Uri): Thenable<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Where is to be kept what is set aside?'),
    saveLabel: vscode.l10n.t('Set Aside'),
    defaultUri: vscode.Uri.joinPath(folder, NAME),
    filters: { [vscode.l10n.t('Baselines')]: ['json'] },
  });
}

/** Asks whether findings are to be set aside, since each of them is told no more; undefined when they are not. */
export async function askWhether(
  plan: SetAside,
  file: vscode.Uri,
  isNamed: boolean,
): Promise<Agreement | undefined> {
  const { fresh, findings } = plan;
  const yes = vscode.l10n.t('Set Aside');
  const alone = vscode.l10n.t('Only Write the File');
  const question =
    fresh === 1 ? vscode.l10n.t('Set aside 1 finding?') : vscode.l10n.t('Set aside {0} findings?', fresh);
  const told = vscode.l10n.t(
    'They are written to "{0}" and no longer shown, here and on the command line. What is found later is shown as before.',
    nameOf(file),
  );
  const others = findings - fresh;
  const detail = [
    told,
    ...(others > 0 ? [vscode.l10n.t('Set aside already: {0}.', others)] : []),
    ...(isNamed ? [] : [vscode.l10n.t('So that it counts, that file is named in touchstone.yaml.')]),
  ].join(' ');
  const options = { modal: true, detail };
  const picked = await vscode.window.showInformationMessage(
    question,
    options,
    yes,
    ...(isNamed ? [] : [alone]),
  );
  if (picked === yes) return 'named';
  return picked === alone ? 'alone' : undefined;
}

/** Such as `12 findings of 3 reports`. */
export function findingsText({ findings, documents }: SetAside): string {
  const found = findings === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', findings);
  return documents === 1
    ? vscode.l10n.t('{0} of 1 report', found)
    : vscode.l10n.t('{0} of {1} reports', found, documents);
}
