import * as vscode from 'vscode';

/** A text with what leads from it. */
export interface LinkedText {
  readonly text: string;
  readonly links: readonly vscode.DocumentLink[];
}

/** How the texts of a scheme are made. */
export interface Making {
  readonly scheme: string;
  /** The documents that a text is made of, by its address. */
  readonly sourcesOf: (uri: vscode.Uri) => readonly vscode.Uri[];
  /** Answers nothing where one of them is gone, or is none of ours. */
  readonly make: (uri: vscode.Uri) => Promise<LinkedText | undefined>;
  /** What stands there then, in a sentence. */
  readonly lost: string;
}

/** Read-only texts that are made of documents and lead to places in them. They follow these as they are written. */
export class LinkedTexts implements vscode.TextDocumentContentProvider, vscode.DocumentLinkProvider {
  readonly #making: Making;
  readonly #shown = new Map<string, LinkedText>();
  /** The texts that are being made, and whether they have to be made again then. */
  readonly #busy = new Map<string, boolean>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;

  constructor(making: Making) {
    this.#making = making;
  }

  register(): vscode.Disposable {
    const { scheme } = this.#making;
    return vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.languages.registerDocumentLinkProvider({ scheme }, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#shown.delete(uri.toString())),
      // What is found is told after every check, so a text is never ahead of the findings.
      vscode.languages.onDidChangeDiagnostics(({ uris }) => this.#follow(uris)),
    );
  }

  /** Shows a text that has just been made beside the editor, or where it is shown already. */
  async show(uri: vscode.Uri, made: LinkedText, preserveFocus: boolean): Promise<void> {
    this.#keep(uri, made);
    const document = await vscode.workspace.openTextDocument(uri);
    const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    if (shown !== undefined && preserveFocus) return;
    const viewColumn = shown?.viewColumn ?? vscode.ViewColumn.Beside;
    await vscode.window.showTextDocument(document, { viewColumn, preserveFocus, preview: true });
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const known = this.#shown.get(uri.toString()) ?? (await this.#making.make(uri));
    if (known === undefined) return `${this.#making.lost}\n`;
    this.#shown.set(uri.toString(), known);
    return known.text;
  }

  provideDocumentLinks({ uri }: vscode.TextDocument): vscode.DocumentLink[] {
    return [...(this.#shown.get(uri.toString())?.links ?? [])];
  }

  #follow(changed: readonly vscode.Uri[]): void {
    const addresses = new Set(changed.map(String));
    for (const key of this.#shown.keys()) {
      const uri = vscode.Uri.parse(key, true);
      const isOfChanged = this.#making.sourcesOf(uri).some((source) => addresses.has(source.toString()));
      if (isOfChanged) void this.#refresh(uri);
    }
  }

  /** Makes a text again that is shown; one at a time, since the next keystroke may come before it is made. */
  async #refresh(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    if (!this.#shown.has(key)) return;
    if (this.#busy.has(key)) {
      this.#busy.set(key, true);
      return;
    }
    this.#busy.set(key, false);
    // A document may change meanwhile; then the server refuses, and is asked again.
    const made = await this.#making.make(uri).catch(() => undefined);
    const again = this.#busy.get(key) === true;
    this.#busy.delete(key);
    if (made !== undefined && this.#shown.has(key)) this.#keep(uri, made);
    if (again) await this.#refresh(uri);
  }

  #keep(uri: vscode.Uri, made: LinkedText): void {
    const before = this.#shown.get(uri.toString());
    this.#shown.set(uri.toString(), made);
    if (before !== undefined && before.text !== made.text) this.#changed.fire(uri);
  }
}
