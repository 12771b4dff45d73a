import * as vscode from 'vscode';
import { type DocumentRead, READ_SCHEME } from '../server/protocol.ts';
import { fileOf, nameOf, readAddress } from './foreignFiles.ts';

/** The scheme of what says how a file was read. */
export const REPORT_SCHEME = 'touchstone-reading';

/** Reads a file again whose text is to be shown anew. */
type ReadAgain = (uri: vscode.Uri, token?: vscode.CancellationToken) => Promise<DocumentRead | undefined>;

/** The texts of files as they were read, which are shown and written nowhere. */
export class ShownTexts implements vscode.TextDocumentContentProvider, vscode.CodeLensProvider {
  readonly #read = new Map<string, DocumentRead>();
  readonly #reports = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #readAgain: ReadAgain;
  readonly onDidChange = this.#changed.event;

  constructor(readAgain: ReadAgain) {
    this.#readAgain = readAgain;
  }

  register(): vscode.Disposable {
    const selector = { scheme: READ_SCHEME };
    return vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(READ_SCHEME, this),
      vscode.workspace.registerTextDocumentContentProvider(REPORT_SCHEME, this),
      vscode.languages.registerCodeLensProvider(selector, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#read.delete(uri.toString());
        this.#reports.delete(uri.toString());
      }),
    );
  }

  /** Shows the text of a file as it was read. */
  async show(file: vscode.Uri, document: DocumentRead): Promise<vscode.Uri> {
    const uri = readAddress(file);
    this.#read.set(uri.toString(), document);
    this.#changed.fire(uri);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
    return uri;
  }

  /** Shows beside what is in view how a file was read. */
  async showReport(file: vscode.Uri, report: string): Promise<void> {
    const path = `${file.path} (how it was read)`;
    const uri = vscode.Uri.from({ scheme: REPORT_SCHEME, path, query: file.toString() });
    this.#reports.set(uri.toString(), report);
    this.#changed.fire(uri);
    const options = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true };
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), options);
  }

  /** Has all files read again whose text is shown, as they are now. */
  readAllAgain(): void {
    for (const key of this.#read.keys()) void this.#refresh(vscode.Uri.parse(key, true));
  }

  async #refresh(uri: vscode.Uri): Promise<void> {
    const now = await this.#readAgain(uri);
    if (now === undefined || !this.#read.has(uri.toString())) return;
    this.#read.set(uri.toString(), now);
    this.#changed.fire(uri);
  }

  /** How the file was read whose text is shown at an address. */
  reportOf(uri: vscode.Uri): string | undefined {
    return this.#read.get(uri.toString())?.report;
  }

  /** The framework that a text was read by, if it is shown. */
  frameworkOf(uri: vscode.Uri): string | undefined {
    return this.#read.get(uri.toString())?.framework.id;
  }

  async provideTextDocumentContent(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    if (uri.scheme === REPORT_SCHEME) return this.#reports.get(uri.toString()) ?? '';
    const known = this.#read.get(uri.toString()) ?? (await this.#readAgain(uri, token));
    if (known === undefined)
      throw new Error(vscode.l10n.t('"{0}" could not be read again.', nameOf(fileOf(uri))));
    this.#read.set(uri.toString(), known);
    return known.markdown;
  }

  /** What can be done with such a text, above its first line, since nothing in it can be mended. */
  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const known = this.#read.get(uri.toString());
    if (known === undefined) return [];
    const file = fileOf(uri);
    const { framework, notes } = known;
    const top = new vscode.Range(0, 0, 0, 0);
    const lens = (title: string, tooltip: string, command: string, ...args: readonly unknown[]) =>
      new vscode.CodeLens(top, { title, tooltip, command, arguments: [...args] });
    return [
      lens(
        vscode.l10n.t('Import into Touchstone'),
        vscode.l10n.t('Writes it as a document of its own, in which findings can be mended.'),
        'touchstone.importDocument',
        file,
        { framework: framework.id },
      ),
      ...(/\.doc[xm]$/i.test(file.path)
        ? [
            lens(
              vscode.l10n.t('Write the findings into a copy'),
              vscode.l10n.t('Writes a copy of the Word document in which each finding is a comment.'),
              'touchstone.writeComments',
              file,
              { framework: framework.id },
            ),
          ]
        : []),
      lens(
        vscode.l10n.t('Read by "{0}"', framework.title),
        vscode.l10n.t('Reads it by another framework.'),
        'touchstone.checkDocument',
        file,
        { choose: true },
      ),
      ...(notes === 0
        ? []
        : [
            lens(
              notes === 1
                ? vscode.l10n.t('1 note on how it was read')
                : vscode.l10n.t('{0} notes on how it was read', notes),
              vscode.l10n.t('Says what was left out or is not certain.'),
              'touchstone.showReading',
              uri,
            ),
          ]),
    ];
  }
}
