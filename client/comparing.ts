import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  DIFFERENCE_REQUEST,
  type DifferenceParams,
  type DifferenceResult,
} from '../server/protocolDifference.ts';
import { committed } from './committed.ts';
import { type ComparedVersions, comparedText, type LinkedText, SIDE_BY_SIDE } from './comparedText.ts';
import { nameOf } from './foreignFiles.ts';

/** The scheme of what says how two versions differ. */
export const COMPARED_SCHEME = 'touchstone-compared';

/** The earlier version, as it was chosen. */
interface Earlier {
  readonly uri: vscode.Uri;
  /** Where its text is no file of its own. */
  readonly text?: string;
  readonly name: string;
}

/** Says how two versions of a report differ in what they say: in a text whose lines lead to both places. */
export class Comparing implements vscode.TextDocumentContentProvider, vscode.DocumentLinkProvider {
  readonly #client: () => Promise<BaseLanguageClient | undefined>;
  readonly #shown = new Map<string, LinkedText>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;

  constructor(client: () => Promise<BaseLanguageClient | undefined>) {
    this.#client = client;
  }

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(COMPARED_SCHEME, this),
      vscode.languages.registerDocumentLinkProvider({ scheme: COMPARED_SCHEME }, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#shown.delete(uri.toString())),
      vscode.commands.registerCommand('touchstone.compareVersions', (uri?: vscode.Uri, selected?: unknown) =>
        this.compare(uri, selected),
      ),
      vscode.commands.registerCommand(SIDE_BY_SIDE, (before: string, after: string, title: string) =>
        vscode.commands.executeCommand(
          'vscode.diff',
          vscode.Uri.parse(before, true),
          vscode.Uri.parse(after, true),
          title,
        ),
      ),
    );
  }

  /**
   * Compares two files that are selected, the first being the earlier; or one with what its author names.
   * Answers where the outcome is shown.
   */
  async compare(uri?: vscode.Uri, selected?: unknown): Promise<vscode.Uri | undefined> {
    const files = (Array.isArray(selected) ? selected : []).filter((one) => one instanceof vscode.Uri);
    const [first, second] = files;
    if (first !== undefined && second !== undefined) {
      return this.#show({ uri: first, name: quoted(first) }, second);
    }
    const after = uri ?? vscode.window.activeTextEditor?.document.uri;
    if (after === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open the report first that you want to compare with an earlier version.'),
      );
      return undefined;
    }
    const before = await chooseEarlier(after);
    return before && this.#show(before, after);
  }

  async #show(before: Earlier, after: vscode.Uri): Promise<vscode.Uri | undefined> {
    const client = await this.#client();
    // The text that is shown of a committed version has an address of its own; it is read as the file is.
    const own =
      before.text === undefined
        ? { uri: before.uri.toString() }
        : { uri: after.toString(), text: before.text };
    const params: DifferenceParams = { before: own, after: { uri: after.toString() } };
    const found = await client?.sendRequest<DifferenceResult>(DIFFERENCE_REQUEST, params);
    if (found === undefined) return undefined;
    if (found === null || 'problem' in found) {
      const why =
        found === null
          ? vscode.l10n.t('One of the two is no Touchstone document: it names no framework that is known.')
          : found.problem;
      void vscode.window.showInformationMessage(
        vscode.l10n.t('{0} and "{1}" were not compared. {2}', before.name, nameOf(after), why),
      );
      return undefined;
    }
    const versions: ComparedVersions = { before: before.uri, after, name: before.name };
    return this.#open(versions, comparedText(versions, found));
  }

  async #open({ before, after }: ComparedVersions, shown: LinkedText): Promise<vscode.Uri> {
    // The manifest gives names that end so their language.
    const path = `${after.path} (compared)`;
    const uri = vscode.Uri.from({ scheme: COMPARED_SCHEME, path, query: `${before} ${after}` });
    this.#shown.set(uri.toString(), shown);
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
    return uri;
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    const known = this.#shown.get(uri.toString());
    return known?.text ?? `${vscode.l10n.t('Compare the two versions again to see how they differ.')}\n`;
  }

  provideDocumentLinks({ uri }: vscode.TextDocument): vscode.DocumentLink[] {
    return [...(this.#shown.get(uri.toString())?.links ?? [])];
  }
}

interface Choice extends vscode.QuickPickItem {
  readonly choose: () => Promise<Earlier | undefined>;
}

/** Asks which earlier version is meant: the one that was last committed, another open report, or a file. */
async function chooseEarlier(after: vscode.Uri): Promise<Earlier | undefined> {
  const last = await committed(after);
  const choices: Choice[] = [
    ...(last === undefined
      ? []
      : [
          {
            label: vscode.l10n.t('The version that was last committed'),
            choose: async () => ({ ...last, name: vscode.l10n.t('the version last committed') }),
          },
        ]),
    ...openReports(after).map((uri): Choice => {
      return {
        label: nameOf(uri),
        description: vscode.workspace.asRelativePath(uri),
        choose: async () => ({ uri, name: quoted(uri) }),
      };
    }),
    { label: vscode.l10n.t('Another file…'), choose: () => askForFile(after) },
  ];
  if (choices.length === 1) return askForFile(after);
  const chosen = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('Compare "{0}"', nameOf(after)),
    placeHolder: vscode.l10n.t('Choose the earlier version'),
    matchOnDescription: true,
  });
  return chosen?.choose();
}

function openReports(after: vscode.Uri): readonly vscode.Uri[] {
  const uris = vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri] : []))
    .filter((uri) => /\.(?:md|ya?ml)$/i.test(uri.path) && uri.toString() !== after.toString());
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}

async function askForFile(after: vscode.Uri): Promise<Earlier | undefined> {
  const [uri] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Choose the earlier version'),
      openLabel: vscode.l10n.t('Compare'),
      defaultUri: vscode.Uri.joinPath(after, '..'),
      filters: { [vscode.l10n.t('Reports')]: ['md', 'yaml', 'yml'] },
    })) ?? [];
  return uri && { uri, name: quoted(uri) };
}

function quoted(uri: vscode.Uri): string {
  return `"${nameOf(uri)}"`;
}
