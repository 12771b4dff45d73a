import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  DIFFERENCE_REQUEST,
  type DifferenceParams,
  type DifferenceResult,
} from '../server/protocolDifference.ts';
import { committed } from './committed.ts';
import { comparedText, SIDE_BY_SIDE } from './comparedText.ts';
import { nameOf } from './foreignFiles.ts';
import { type LinkedText, LinkedTexts } from './linkedTexts.ts';
import { addressIn } from './packs.ts';

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
export class Comparing {
  readonly #client: () => Promise<BaseLanguageClient | undefined>;
  readonly #texts: LinkedTexts;

  constructor(client: () => Promise<BaseLanguageClient | undefined>) {
    this.#client = client;
    this.#texts = new LinkedTexts({
      scheme: COMPARED_SCHEME,
      sourcesOf,
      make: (uri) => this.#makeAgain(uri),
      lost: vscode.l10n.t('One of the two versions is not there any more.'),
    });
  }

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      this.#texts.register(),
      vscode.commands.registerCommand('touchstone.compareVersions', (wish?: unknown, selected?: unknown) =>
        this.compare(addressIn(wish), selected),
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
    const near = uri ?? vscode.window.activeTextEditor?.document.uri;
    const after = near?.scheme === COMPARED_SCHEME ? sourcesOf(near)[1] : near;
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
    const found = await this.#ask(before, after);
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
    // The manifest gives names that end so their language.
    const path = `${after.path} (compared)`;
    const uri = vscode.Uri.from({ scheme: COMPARED_SCHEME, path, query: `${before.uri} ${after}` });
    await this.#texts.show(uri, comparedText({ before: before.uri, after, name: before.name }, found), false);
    return uri;
  }

  async #makeAgain(uri: vscode.Uri): Promise<LinkedText | undefined> {
    const [from, after] = sourcesOf(uri);
    if (from === undefined || after === undefined) return undefined;
    const before = from.scheme === GIT ? await lastCommitted(after) : { uri: from, name: quoted(from) };
    const found = before && (await this.#ask(before, after));
    if (before === undefined || found === undefined || found === null || 'problem' in found) return undefined;
    return comparedText({ before: before.uri, after, name: before.name }, found);
  }

  async #ask({ uri, text }: Earlier, after: vscode.Uri): Promise<DifferenceResult | undefined> {
    const client = await this.#client();
    // The text that is shown of a committed version has an address of its own; it is read as the file is.
    const before = text === undefined ? { uri: uri.toString() } : { uri: after.toString(), text };
    const params: DifferenceParams = { before, after: { uri: after.toString() } };
    return client?.sendRequest<DifferenceResult>(DIFFERENCE_REQUEST, params);
  }
}

/** The scheme at which VS Code shows what was committed. */
const GIT = 'git';

/** Both versions, the earlier first, by the address of what says how they differ. */
function sourcesOf(uri: vscode.Uri): readonly vscode.Uri[] {
  return uri.query.split(' ').map((source) => vscode.Uri.parse(source, true));
}

async function lastCommitted(file: vscode.Uri): Promise<Earlier | undefined> {
  const last = await committed(file);
  return last && { ...last, name: vscode.l10n.t('the version last committed') };
}

interface Choice extends vscode.QuickPickItem {
  readonly choose: () => Promise<Earlier | undefined>;
}

/** Asks which earlier version is meant: the one that was last committed, another open report, or a file. */
async function chooseEarlier(after: vscode.Uri): Promise<Earlier | undefined> {
  const last = await lastCommitted(after);
  const choices: Choice[] = [
    ...(last === undefined
      ? []
      : [
          {
            label: vscode.l10n.t('The version that was last committed'),
            choose: async () => last,
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
