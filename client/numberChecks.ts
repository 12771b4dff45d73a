import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  NUMBER_CHECKS_REQUEST,
  type NumberChecks,
  type NumberChecksParams,
  type NumberChecksResult,
} from '../server/protocol.ts';
import { nameOf } from './foreignFiles.ts';
import { GO_TO } from './goTo.ts';

/** The scheme of the list of what the numbers of a document were checked for. */
export const NUMBERS_SCHEME = 'touchstone-numbers';

interface Shown {
  readonly text: string;
  readonly links: readonly vscode.DocumentLink[];
}

/** Lists of number checks: read-only texts beside their documents, which follow them as they are written. */
export class NumberLists implements vscode.TextDocumentContentProvider, vscode.DocumentLinkProvider {
  readonly #client: () => Promise<BaseLanguageClient | undefined>;
  readonly #shown = new Map<string, Shown>();
  /** The lists that are being made, and whether they have to be made again then. */
  readonly #busy = new Map<string, boolean>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;

  constructor(client: () => Promise<BaseLanguageClient | undefined>) {
    this.#client = client;
  }

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(NUMBERS_SCHEME, this),
      vscode.languages.registerDocumentLinkProvider({ scheme: NUMBERS_SCHEME }, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#shown.delete(uri.toString())),
      // What is found is told after every check, so the list is never ahead of the findings.
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        for (const uri of uris) void this.#refresh(listAddress(uri));
      }),
    );
  }

  /** Shows the list of the document that is in view, or of another. */
  async show(wanted?: vscode.Uri): Promise<vscode.Uri | undefined> {
    const source = wanted ?? vscode.window.activeTextEditor?.document.uri;
    if (source === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open the report first whose numbers you want to see.'),
      );
      return undefined;
    }
    const uri = source.scheme === NUMBERS_SCHEME ? source : listAddress(source);
    const list = await this.#make(uri);
    if (list === undefined) {
      const name = nameOf(sourceOf(uri));
      void vscode.window.showInformationMessage(
        vscode.l10n.t('"{0}" is no Touchstone document: it names no framework that is known.', name),
      );
      return undefined;
    }
    this.#keep(uri, list);
    const document = await vscode.workspace.openTextDocument(uri);
    const isShown = vscode.window.visibleTextEditors.some((editor) => editor.document === document);
    if (!isShown) {
      const options = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true };
      await vscode.window.showTextDocument(document, options);
    }
    return uri;
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const known = this.#shown.get(uri.toString()) ?? (await this.#make(uri));
    if (known === undefined) {
      return `${vscode.l10n.t('There is nothing to list: the document is closed, or is none of ours.')}\n`;
    }
    this.#shown.set(uri.toString(), known);
    return known.text;
  }

  provideDocumentLinks({ uri }: vscode.TextDocument): vscode.DocumentLink[] {
    return [...(this.#shown.get(uri.toString())?.links ?? [])];
  }

  /** Makes a list again that is shown; one at a time, since the next keystroke may come before it is made. */
  async #refresh(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    if (!this.#shown.has(key)) return;
    if (this.#busy.has(key)) {
      this.#busy.set(key, true);
      return;
    }
    this.#busy.set(key, false);
    // The document may change meanwhile; then the server refuses, and is asked again.
    const list = await this.#make(uri).catch(() => undefined);
    const again = this.#busy.get(key) === true;
    this.#busy.delete(key);
    if (list !== undefined && this.#shown.has(key)) this.#keep(uri, list);
    if (again) await this.#refresh(uri);
  }

  #keep(uri: vscode.Uri, list: Shown): void {
    const before = this.#shown.get(uri.toString());
    this.#shown.set(uri.toString(), list);
    if (before !== undefined && before.text !== list.text) this.#changed.fire(uri);
  }

  async #make(uri: vscode.Uri): Promise<Shown | undefined> {
    const client = await this.#client();
    const source = sourceOf(uri);
    // A list that was left open when the window was closed comes back before its document.
    await vscode.workspace.openTextDocument(source).then(undefined, () => undefined);
    const params: NumberChecksParams = { uri: source.toString() };
    const checks = await client?.sendRequest<NumberChecksResult>(NUMBER_CHECKS_REQUEST, params);
    return checks ? layOut(source, checks) : undefined;
  }
}

/** Where the list of a document is shown. */
function listAddress(source: vscode.Uri): vscode.Uri {
  // The manifest gives names that end so their language.
  const path = `${source.path} (number checks)`;
  return vscode.Uri.from({ scheme: NUMBERS_SCHEME, path, query: source.toString() });
}

function sourceOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.parse(uri.query, true);
}

/** What is wrong first, one check a line, each behind its place. */
function layOut(source: vscode.Uri, { coverage, groups }: NumberChecks): Shown {
  const lines = [vscode.l10n.t('Number checks of {0}', nameOf(source)), '', ...coverage];
  const links: vscode.DocumentLink[] = [];
  for (const { title, count, checks } of groups) {
    lines.push('', `${title} (${count})`);
    const width = Math.max(...checks.map(({ place }) => place.length));
    for (const { place, start, text } of checks) {
      const range = new vscode.Range(lines.length, INDENT.length, lines.length, INDENT.length + place.length);
      const target = [source.toString(), start.line, start.character];
      const link = new vscode.DocumentLink(
        range,
        vscode.Uri.parse(`command:${GO_TO}?${encodeURIComponent(JSON.stringify(target))}`),
      );
      link.tooltip = vscode.l10n.t('Go to the figure');
      links.push(link);
      lines.push(`${INDENT}${place.padEnd(width)}  ${text}`);
    }
  }
  return { text: `${lines.join('\n')}\n`, links };
}

const INDENT = '  ';
