import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  PASTE_TABLE_REQUEST,
  type PasteTableParams,
  type PasteTableResult,
} from '../server/protocolViews.ts';
import { documentSelector } from './connection.ts';

const KIND = vscode.DocumentDropOrPasteEditKind.Empty.append('touchstone', 'table');
const MIME_TYPES = ['text/html', 'text/plain'];
/** So much of a clipboard tells that it is too much. */
const MOST = 5_000_000;

/** Makes tables of what was copied from a spreadsheet or from Word. */
export class TablePaste implements vscode.DocumentPasteEditProvider {
  readonly #client: () => BaseLanguageClient | undefined;

  constructor(client: () => BaseLanguageClient | undefined) {
    this.#client = client;
  }

  register(): vscode.Disposable {
    return vscode.languages.registerDocumentPasteEditProvider(documentSelector, this, {
      providedPasteEditKinds: [KIND],
      pasteMimeTypes: MIME_TYPES,
    });
  }

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    clipboard: vscode.DataTransfer,
    _context: vscode.DocumentPasteEditContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentPasteEdit[] | undefined> {
    const client = this.#client();
    const [range] = ranges;
    if (client === undefined || range === undefined || ranges.length > 1) return undefined;
    const [html = '', text = ''] = await Promise.all(
      MIME_TYPES.map(async (type) => (await clipboard.get(type)?.asString()) ?? ''),
    );
    const mayBeTable = text.includes('\t') || /<table\b/i.test(html);
    if (!mayBeTable || token.isCancellationRequested) return undefined;
    const params: PasteTableParams = {
      uri: document.uri.toString(),
      range: client.code2ProtocolConverter.asRange(range),
      text: text.slice(0, MOST),
      ...(html.length > MOST ? {} : { html }),
    };
    const result = await client.sendRequest<PasteTableResult>(PASTE_TABLE_REQUEST, params, token);
    if (result === null) return undefined;
    if ('problem' in result) {
      void vscode.window.showWarningMessage(result.problem);
      return undefined;
    }
    if (result.version !== document.version) return undefined;
    const edit = new vscode.DocumentPasteEdit('', result.title, KIND);
    edit.additionalEdit = new vscode.WorkspaceEdit();
    edit.additionalEdit.set(document.uri, await client.protocol2CodeConverter.asTextEdits([...result.edits]));
    return [edit];
  }
}
