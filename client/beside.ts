import * as vscode from 'vscode';
import { SHOW_PLACES_COMMAND, type ShowPlacesArguments } from '../server/protocol.ts';

/** What is run from what stands above and behind the text. */
export function registerBeside(): vscode.Disposable {
  return vscode.commands.registerCommand(SHOW_PLACES_COMMAND, (...shown: ShowPlacesArguments) =>
    showPlaces(shown),
  );
}

/** Shows the places that a lens speaks of: goes to it where there is one, and lists them where there are more. */
async function showPlaces([uri, at, places]: ShowPlacesArguments): Promise<void> {
  const document = vscode.Uri.parse(uri, true);
  const locations = places.map(
    ({ start, end }) =>
      new vscode.Location(document, new vscode.Range(start.line, start.character, end.line, end.character)),
  );
  const position = new vscode.Position(at.line, at.character);
  await vscode.commands.executeCommand('editor.action.goToLocations', document, position, locations, 'peek');
}
