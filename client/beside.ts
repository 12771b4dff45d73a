import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  BESIDE_REQUEST,
  type BesideParams,
  type BesideResult,
  LENS_REQUEST,
  type LensResult,
  type Place,
  SHOW_PLACES_COMMAND,
  type ShowPlacesArguments,
} from '../server/protocolViews.ts';
import { nameOf } from './foreignFiles.ts';
import { goTo } from './goTo.ts';

type Answering = () => Promise<BaseLanguageClient | undefined>;

/** What is run from what stands above and behind the text, and a list of it all. */
export function registerBeside(client: Answering): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(SHOW_PLACES_COMMAND, (...shown: ShowPlacesArguments) =>
      showPlaces(client, shown),
    ),
    vscode.commands.registerCommand('touchstone.listBeside', () => listBeside(client)),
  );
}

/** Shows the places that a lens speaks of: goes to it where there is one, and lists them where there are more. */
async function showPlaces(client: Answering, [lens]: ShowPlacesArguments): Promise<void> {
  const found = await (await client())?.sendRequest<LensResult>(LENS_REQUEST, lens);
  // It goes when the editor asks for lenses again, and says no more than that there was one.
  if (!found) return;
  const { at, places } = found;
  const document = vscode.Uri.parse(lens.uri, true);
  const locations = places.map(({ uri: of, range: { start, end } }) => {
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    return new vscode.Location(vscode.Uri.parse(of, true), range);
  });
  const position = new vscode.Position(at.line, at.character);
  await vscode.commands.executeCommand('editor.action.goToLocations', document, position, locations, 'peek');
}

interface Entry extends vscode.QuickPickItem {
  readonly start: Place;
}

/** Lists what stands above and behind the text of the document in view; to choose an entry is to go there. */
async function listBeside(client: Answering): Promise<void> {
  const source = vscode.window.activeTextEditor?.document.uri;
  const params: BesideParams = { uri: source?.toString() ?? '' };
  const found = source && (await (await client())?.sendRequest<BesideResult>(BESIDE_REQUEST, params));
  if (source === undefined || !found || found.length === 0) {
    void vscode.window.showInformationMessage(
      source === undefined || !found
        ? vscode.l10n.t('Open a report first: what stands beside its text is listed.')
        : vscode.l10n.t('Nothing stands beside the text of "{0}".', nameOf(source)),
    );
    return;
  }
  const entries = found.map(({ start, label, detail, line }): Entry => {
    const description = vscode.l10n.t('line {0}: {1}', start.line + 1, line);
    return { label, description, ...(detail === undefined ? {} : { detail }), start };
  });
  const chosen = await vscode.window.showQuickPick(entries, {
    title: vscode.l10n.t('What stands beside the text'),
    placeHolder: vscode.l10n.t('Choose where to go'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen !== undefined) await goTo(source.toString(), chosen.start.line, chosen.start.character);
}
