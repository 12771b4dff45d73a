import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ReadWish, readAddress } from './foreignFiles.ts';
import { readAsAgreed } from './reading.ts';
import type { ShownTexts } from './shownTexts.ts';

/** Shows the text of a file as it was read, with what is found in it; nothing is written. */
export async function checkDocument(
  client: BaseLanguageClient,
  texts: ShownTexts,
  file: vscode.Uri,
  wish: ReadWish,
): Promise<vscode.Uri | undefined> {
  const reading = { file, shownAs: readAddress(file), verb: 'Check', done: 'checked' };
  const document = await readAsAgreed(client, reading, wish);
  return document && texts.show(file, document);
}
