import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  PRUNE_BASELINE_REQUEST,
  type PruneBaselineParams,
  type PruneBaselineResult,
  SET_ASIDE_REQUEST,
  type SetAside,
  type SetAsideParams,
  type SetAsideResult,
  type WrittenFile,
} from '../server/protocolBaseline.ts';
import { allSaved } from './allSaved.ts';
import { type Agreement, askWhere, askWhether, findingsText } from './baselineQuestions.ts';
import { nameOf } from './foreignFiles.ts';
import { nameBaseline } from './namedBaseline.ts';
import { choosePack } from './packs.ts';
import { withProgress } from './reading.ts';

/** What is not to be asked, as a key binding may say it. */
interface Wish {
  /** Where the baseline is to be, where `touchstone.yaml` names none. */
  readonly target?: vscode.Uri;
  readonly agreed?: Agreement;
}

/** Sets aside in the baseline of a pack what is found, and takes out of it what is mended. */
export class Baselines {
  readonly #client: () => Promise<BaseLanguageClient | undefined>;

  constructor(client: () => Promise<BaseLanguageClient | undefined>) {
    this.#client = client;
  }

  register(): vscode.Disposable {
    const command = (name: string, run: (wish?: unknown) => Promise<vscode.Uri | undefined>) =>
      vscode.commands.registerCommand(`touchstone.${name}`, run);
    return vscode.Disposable.from(
      command('setAside', (wish) => this.setAside(wish)),
      command('pruneBaseline', (wish) => this.prune(wish)),
    );
  }

  /** Sets aside all that is found in a pack, once its author agrees. Answers where that is written. */
  async setAside(wish?: unknown): Promise<vscode.Uri | undefined> {
    const client = await this.#client();
    const folder =
      client && (await choosePack(client, wish, vscode.l10n.t('Set aside all present findings')));
    if (client === undefined || folder === undefined || !(await allSaved(folder))) return undefined;
    const plan = await planned(client, { folder: folder.toString() });
    if (plan === undefined || isNothing(plan, folder)) return undefined;
    const { target, agreed } = (wish ?? {}) as Wish;
    const named = plan.written && vscode.Uri.parse(plan.written.file, true);
    const file = named ?? target ?? (await askWhere(folder));
    if (file === undefined) return undefined;
    const agreement = agreed ?? (await askWhether(plan, file, named !== undefined));
    if (agreement === undefined) return undefined;
    // What is found may be other by now: a question stays open for as long as one likes.
    const now = await planned(client, { folder: folder.toString(), file: file.toString() });
    if (now?.written === undefined || !(await write(now.written))) return undefined;
    const said = vscode.l10n.t('"{0}" sets aside {1}.', nameOf(file), findingsText(now));
    const isNamed =
      now.naming === undefined || (agreement === 'named' && (await nameBaseline(client, now.naming)));
    if (isNamed) inform(said);
    else {
      const how = vscode.l10n.t('So that it counts, write this line in touchstone.yaml:');
      inform(`${said} ${how} ${now.naming?.line ?? ''}`);
    }
    return file;
  }

  /** Takes out of the baseline of a pack what is found no more. Answers where that is. */
  async prune(wish?: unknown): Promise<vscode.Uri | undefined> {
    const client = await this.#client();
    const title = vscode.l10n.t('Forget what is mended in the baseline');
    const folder = client && (await choosePack(client, wish, title));
    if (client === undefined || folder === undefined || !(await allSaved(folder))) return undefined;
    const params: PruneBaselineParams = { folder: folder.toString() };
    const pruned = await withProgress(vscode.l10n.t('Checking all reports'), (token) =>
      client.sendRequest<PruneBaselineResult>(PRUNE_BASELINE_REQUEST, params, token),
    );
    if (pruned === undefined || isProblem(pruned)) return undefined;
    const { taken, left } = pruned;
    const uri = vscode.Uri.parse(pruned.file, true);
    const name = nameOf(uri);
    if (taken === 0) {
      inform(vscode.l10n.t('Nothing that "{0}" sets aside is mended: {1} in all.', name, left));
    } else if (await write(pruned)) {
      inform(vscode.l10n.t('Mended, and taken out of "{0}": {1}. Left in it: {2}.', name, taken, left));
    }
    return uri;
  }
}

/** What is to be set aside; undefined when it was called off, or cannot be and that was said. */
async function planned(client: BaseLanguageClient, params: SetAsideParams): Promise<SetAside | undefined> {
  const result = await withProgress(vscode.l10n.t('Checking all reports'), (token) =>
    client.sendRequest<SetAsideResult>(SET_ASIDE_REQUEST, params, token),
  );
  return result === undefined || isProblem(result) ? undefined : result;
}

/** Says what stands in the way, if anything does. */
function isProblem<T extends object>(
  result: T | { readonly problem: string },
): result is { readonly problem: string } {
  if (!('problem' in result)) return false;
  void vscode.window.showWarningMessage(result.problem);
  return true;
}

/** Says so where there is nothing to set aside. */
function isNothing(plan: SetAside, folder: vscode.Uri): boolean {
  if (plan.fresh > 0) return false;
  inform(
    plan.findings === 0
      ? vscode.l10n.t(
          'There is nothing to set aside: nothing is found in the reports of "{0}".',
          nameOf(folder),
        )
      : vscode.l10n.t('There is nothing to set aside that is not already: {0}.', findingsText(plan)),
  );
  return true;
}

/** Writes a baseline, unless somebody is writing in it. */
async function write({ file, text }: WrittenFile): Promise<boolean> {
  const uri = vscode.Uri.parse(file, true);
  const isOpen = vscode.workspace.textDocuments.some(
    (document) => document.isDirty && document.uri.toString() === uri.toString(),
  );
  try {
    if (isOpen) throw new Error(vscode.l10n.t('It is open, and has changes that are not saved.'));
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return true;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('"{0}" was not written. {1}', nameOf(uri), why));
    return false;
  }
}

function inform(sentence: string): void {
  void vscode.window.showInformationMessage(sentence);
}
