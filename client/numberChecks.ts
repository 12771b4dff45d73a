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
import { type LinkedText, LinkedTexts } from './linkedTexts.ts';

/** The scheme of the list of what the numbers of a document were checked for. */
export const NUMBERS_SCHEME = 'touchstone-numbers';

/** Lists of number checks: read-only texts beside their documents, which follow them as they are written. */
export class NumberLists {
  readonly #client: () => Promise<BaseLanguageClient | undefined>;
  readonly #texts: LinkedTexts;

  constructor(client: () => Promise<BaseLanguageClient | undefined>) {
    this.#client = client;
    this.#texts = new LinkedTexts({
      scheme: NUMBERS_SCHEME,
      sourcesOf: (uri) => [sourceOf(uri)],
      make: (uri) => this.#make(uri),
      lost: vscode.l10n.t('There is nothing to list: the document is closed, or is none of ours.'),
    });
  }

  register(): vscode.Disposable {
    return this.#texts.register();
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
    await this.#texts.show(uri, list, true);
    return uri;
  }

  async #make(uri: vscode.Uri): Promise<LinkedText | undefined> {
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
function layOut(source: vscode.Uri, { coverage, groups }: NumberChecks): LinkedText {
  const lines = [vscode.l10n.t('Number checks of {0}', nameOf(source)), ...coverage];
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
