import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  COMMENT_DOCUMENT_REQUEST,
  type CommentDocumentParams,
  type CommentDocumentResult,
} from '../server/protocol.ts';
import { nameOf, type ReadWish, readAddress } from './foreignFiles.ts';
import { bytesOf, sizeOf, withProgress } from './reading.ts';
import type { ShownTexts } from './shownTexts.ts';

/** Writes a copy of a Word document in which each finding is a comment; the document itself is left as it is. */
export async function writeComments(
  client: BaseLanguageClient,
  texts: ShownTexts,
  file: vscode.Uri,
  wish: ReadWish,
): Promise<vscode.Uri | undefined> {
  const framework = wish.framework ?? texts.frameworkOf(readAddress(file));
  const params: CommentDocumentParams = {
    uri: file.toString(),
    size: await sizeOf(file),
    date: localTime(),
    ...(framework === undefined ? {} : { framework }),
  };
  const name = nameOf(file);
  const result = await withProgress(vscode.l10n.t('Checking "{0}"', name), (token) =>
    client.sendRequest<CommentDocumentResult>(COMMENT_DOCUMENT_REQUEST, params, token),
  );
  if (result === undefined) return undefined;
  if ('problem' in result) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('Nothing was written into "{0}". {1}', name, result.problem),
    );
    return undefined;
  }
  const target = wish.target ?? (await askWhere(file));
  if (target === undefined) return undefined;
  if (target.toString() === file.toString()) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('"{0}" itself is left as it is. Give the copy another name.', name),
    );
    return undefined;
  }
  await vscode.workspace.fs.writeFile(target, bytesOf(result.bytes));
  const done =
    result.comments === 1
      ? vscode.l10n.t('"{0}" is written, with 1 comment.', nameOf(target))
      : vscode.l10n.t('"{0}" is written, with {1} comments.', nameOf(target), result.comments);
  const said = [done, ...result.remarks];
  void vscode.window.showInformationMessage(said.join(' '));
  return target;
}

function askWhere(file: vscode.Uri): Thenable<vscode.Uri | undefined> {
  const [, stem = file.path, ending = ''] = /^(.*?)(\.[^./]*)?$/s.exec(file.path) ?? [];
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Write the findings into a copy'),
    saveLabel: vscode.l10n.t('Write'),
    defaultUri: file.with({ path: `${stem}-comments${ending}` }),
    filters: { [vscode.l10n.t('Word documents')]: [ending.slice(1)] },
  });
}

/** The time on the clock on the wall, which Word takes it for whatever zone is written. */
function localTime(): string {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return `${local.toISOString().slice(0, 19)}Z`;
}
