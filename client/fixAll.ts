import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CodeAction, type CodeActionParams, CodeActionRequest } from 'vscode-languageclient';
import { nameOf } from './foreignFiles.ts';

/**
 * Mends all that can be mended safely in the document in view. The server is asked here: VS Code gives up asking for
 * changes without a word as soon as any extension registers a source of them.
 */
export async function fixAll(answering: () => Promise<BaseLanguageClient | undefined>): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const client = await answering();
  if (document === undefined || client === undefined) return;
  const edit = await safeEdit(client, document);
  const name = nameOf(document.uri);
  if (edit === 'none') {
    const nothing = vscode.l10n.t('Nothing in "{0}" can be mended without a look at it.', name);
    void vscode.window.showInformationMessage(nothing);
  } else if (edit === 'late' || !(await vscode.workspace.applyEdit(edit))) {
    const changed = vscode.l10n.t(
      '"{0}" has changed meanwhile, so that nothing was mended. Try again.',
      name,
    );
    void vscode.window.showWarningMessage(changed);
  }
}

/** The changes; or that there are none to make; or that the text has changed each time that it was asked about. */
async function safeEdit(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
): Promise<vscode.WorkspaceEdit | 'none' | 'late'> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  // Typing on makes the server refuse, since its answer would be of an earlier text.
  for (let tries = 0; tries < 5; tries += 1) {
    const { version } = document;
    const params: CodeActionParams = {
      textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
      range: client.code2ProtocolConverter.asRange(whole),
      context: { diagnostics: [], only: ['source.fixAll.touchstone'] },
    };
    const found = await client.sendRequest(CodeActionRequest.type, params).catch(() => null);
    if (found === null || document.version !== version) continue;
    const action = found.find((one): one is CodeAction => 'edit' in one);
    return (await client.protocol2CodeConverter.asWorkspaceEdit(action?.edit)) ?? 'none';
  }
  return 'late';
}
