import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { DocumentRead, PictureRead } from '../server/protocol.ts';
import { nameOf, type ReadWish, readAddress } from './foreignFiles.ts';
import { bytesOf, readAsAgreed } from './reading.ts';
import type { ShownTexts } from './shownTexts.ts';

/** Writes a file of another format as a document beside it, opens that, and shows what is to be known of it. */
export async function importDocument(
  client: BaseLanguageClient,
  texts: ShownTexts,
  file: vscode.Uri,
  wish: ReadWish,
): Promise<vscode.Uri | undefined> {
  const reading = {
    file,
    title: vscode.l10n.t('Import "{0}"', nameOf(file)),
    failure: vscode.l10n.t('"{0}" was not imported.', nameOf(file)),
  };
  const document = await readAsAgreed(client, reading, { choose: true, ...wish });
  if (document === undefined) return undefined;
  const target = await targetFor(file);
  if (target === undefined) return undefined;
  const fault = await write(target, document);
  if (fault === undefined) {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(target), { preview: false });
    await closeRead(file);
  } else {
    await showUnsaved(document.markdown, target, fault);
  }
  await tell(texts, file, document, nameOf(target));
  return fault === undefined ? target : undefined;
}

/** Where to write; undefined when the user would rather not. */
async function targetFor(file: vscode.Uri): Promise<vscode.Uri | undefined> {
  const wanted = named(file, '');
  if (!(await isThere(wanted))) return wanted;
  let number = 2;
  while (await isThere(named(file, `-${number}`))) number += 1;
  const other = named(file, `-${number}`);
  const overwrite = { title: vscode.l10n.t('Overwrite') };
  const keep = { title: vscode.l10n.t('Write "{0}"', nameOf(other)) };
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('There is a file "{0}" already. Is it to be overwritten?', nameOf(wanted)),
    { modal: true },
    keep,
    overwrite,
  );
  if (answer === undefined) return undefined;
  return answer === overwrite ? wanted : other;
}

/** The address of a Markdown file beside the file. */
function named(file: vscode.Uri, suffix: string): vscode.Uri {
  return file.with({ path: `${file.path.replace(/\.[^./]*$/, '')}${suffix}.md` });
}

function isThere(uri: vscode.Uri): Thenable<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** Answers why it could not be written. */
async function write(target: vscode.Uri, { markdown, pictures }: DocumentRead): Promise<string | undefined> {
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(markdown));
    for (const picture of pictures) await writePicture(vscode.Uri.joinPath(target, '..'), picture);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function writePicture(folder: vscode.Uri, { path, bytes }: PictureRead): Thenable<void> {
  return vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), bytesOf(bytes));
}

/** What is found in a text that has been written counts there, and not a second time where it was only read. */
async function closeRead(file: vscode.Uri): Promise<void> {
  const address = readAddress(file).toString();
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const read = tabs.filter(
    ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === address,
  );
  if (read.length > 0) await vscode.window.tabGroups.close(read, true);
}

/** Where nothing can be written, the document is at least to be had. */
async function showUnsaved(content: string, target: vscode.Uri, fault: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document);
  void vscode.window.showWarningMessage(
    vscode.l10n.t(
      '"{0}" could not be written, so the document is open without having been saved. {1}',
      nameOf(target),
      fault,
    ),
  );
}

async function tell(
  texts: ShownTexts,
  file: vscode.Uri,
  { notes, report, pictures }: DocumentRead,
  name: string,
): Promise<void> {
  if (notes > 0) {
    await texts.showReport(file, report);
    return;
  }
  const { length } = pictures;
  const done =
    length === 0
      ? vscode.l10n.t('"{0}" is written. Every word was carried over as it stood.', name)
      : vscode.l10n.t(
          '"{0}" is written, with {1} pictures. Every word was carried over as it stood.',
          name,
          length,
        );
  void vscode.window.showInformationMessage(done);
}
