import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { nameOf, type ReadWish, readAddress } from './foreignFiles.ts';
import { readAsAgreed } from './reading.ts';
import type { ShownTexts } from './shownTexts.ts';

/** Shows the text of a file as it was read, with what is found in it; nothing is written. */
export async function checkDocument(
  client: BaseLanguageClient,
  texts: ShownTexts,
  file: vscode.Uri,
  wish: ReadWish,
): Promise<vscode.Uri | undefined> {
  const reading = {
    file,
    shownAs: readAddress(file),
    title: vscode.l10n.t('Check "{0}"', nameOf(file)),
    failure: vscode.l10n.t('"{0}" was not checked.', nameOf(file)),
  };
  const document = await readAsAgreed(client, reading, wish);
  return document && texts.show(file, document);
}
