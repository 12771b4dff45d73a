import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  MOVE_IN_TABLE_REQUEST,
  type MoveInTableParams,
  type MoveInTableResult,
  TABLE_PLACE_REQUEST,
  TABLE_VALUES_REQUEST,
  type TablePlaceParams,
  type TablePlaceResult,
  type TableValuesResult,
} from '../server/protocolViews.ts';

type Step = MoveInTableParams['step'];

/** What a key does where there is no table after all. */
const OTHERWISE: Readonly<Record<Step, readonly [string, object?]>> = {
  next: ['tab'],
  previous: ['outdent'],
  row: ['type', { text: '\n' }],
};

/**
 * Tab and Enter in tables. The server says where tables are; the keys are bound only while the cursor is in one, and
 * do what they always do where that is not so any more.
 */
export class TableKeys {
  readonly #client: () => BaseLanguageClient | undefined;
  #asked = 0;
  /** What the keys were last told. */
  readonly #told = new Map<string, boolean>();
  /** The line that looks like a row and was last said to be none. */
  #noRow: string | undefined;
  /** Steps are made one after the other, however fast a key is pressed. */
  #last: Promise<void> = Promise.resolve();

  constructor(client: () => BaseLanguageClient | undefined) {
    this.#client = client;
  }

  register(): vscode.Disposable {
    const step = (name: string, wanted: Step) =>
      vscode.commands.registerCommand(name, () => {
        this.#last = this.#last.then(() => this.#step(wanted)).catch(() => this.#otherwise(wanted));
        return this.#last;
      });
    return vscode.Disposable.from(
      step('touchstone.nextCell', 'next'),
      step('touchstone.previousCell', 'previous'),
      step('touchstone.newRow', 'row'),
      vscode.commands.registerCommand('touchstone.copyTable', () => this.#copy()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#look(textEditor)),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#look(editor)),
    );
  }

  /** Tells the keys where the cursor is. */
  async #look(editor: vscode.TextEditor | undefined): Promise<void> {
    if (editor !== vscode.window.activeTextEditor) return;
    this.#asked += 1;
    const asked = this.#asked;
    // Whoever writes fast presses Tab before there is an answer. A key that comes here for nothing does what it always does.
    const line = editor === undefined ? undefined : rowAt(editor);
    if (line !== undefined && line !== this.#noRow) this.#tell('touchstone.inTable', true);
    const place = editor === undefined ? null : await this.#placeOf(editor).catch(() => null);
    // The cursor has moved on meanwhile.
    if (asked !== this.#asked) return;
    this.#noRow = place === null ? line : undefined;
    this.#tell('touchstone.inTable', place !== null);
    this.#tell('touchstone.atRowEnd', place?.atEnd === true);
  }

  async #placeOf({ document, selection, selections }: vscode.TextEditor): Promise<TablePlaceResult> {
    const isWritten = document.languageId === 'markdown' || document.languageId === 'yaml';
    if (!isWritten || selections.length > 1 || !selection.isSingleLine) return null;
    // Most lines have no pipe, and of these nobody is asked.
    if (!document.lineAt(selection.active.line).text.includes('|')) return null;
    const params = placeParams(document, selection.active);
    return (await this.#client()?.sendRequest<TablePlaceResult>(TABLE_PLACE_REQUEST, params)) ?? null;
  }

  #tell(key: string, value: boolean): void {
    if (this.#told.get(key) === value) return;
    this.#told.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  }

  async #step(step: Step): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const client = this.#client();
    if (editor === undefined || client === undefined) return this.#otherwise(step);
    const { document } = editor;
    const { version } = document;
    const at = editor.selection.active;
    const params: MoveInTableParams = { ...placeParams(document, at), step };
    const move = await client.sendRequest<MoveInTableResult>(MOVE_IN_TABLE_REQUEST, params);
    if (move === null) {
      // The key came here because the window had not yet been told. Once it has, all is known that was typed since.
      await vscode.commands.executeCommand('setContext', 'touchstone.inTable', false);
      this.#told.set('touchstone.inTable', false);
      return document.version === version ? this.#otherwise(step) : insertBehindTime(editor, at, step);
    }
    // Whoever has typed on meanwhile is somewhere else.
    if (document.version !== move.version || vscode.window.activeTextEditor !== editor) return;
    const edits = await client.protocol2CodeConverter.asTextEdits([...move.edits]);
    const isDone =
      edits.length === 0 ||
      (await editor.edit((builder) => {
        for (const { range, newText } of edits) builder.replace(range, newText);
      }));
    // Whoever has typed on since stays where that was.
    if (!isDone || document.version > move.version + 1) return;
    const { start, end } = client.protocol2CodeConverter.asRange(move.selection);
    editor.selection = new vscode.Selection(start, end);
    editor.revealRange(editor.selection);
  }

  async #otherwise(step: Step): Promise<void> {
    const [command, argument] = OTHERWISE[step];
    await vscode.commands.executeCommand(command, argument);
  }

  async #copy(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const found =
      editor &&
      (await this.#client()?.sendRequest<TableValuesResult>(
        TABLE_VALUES_REQUEST,
        placeParams(editor.document, editor.selection.active),
      ));
    if (!found) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Put the cursor into the table that is to be copied.'),
      );
      return;
    }
    await vscode.env.clipboard.writeText(found.text);
    const said = vscode.l10n.t(
      'The table is copied, with {0} rows. It can be pasted into a spreadsheet.',
      found.rows,
    );
    vscode.window.setStatusBarMessage(said, 5000);
  }
}

/** The line of the cursor where it looks like a row of a table, by its document and number. */
function rowAt({ document, selection, selections }: vscode.TextEditor): string | undefined {
  if (document.languageId !== 'markdown' || selections.length > 1 || !selection.isSingleLine)
    return undefined;
  const { text, lineNumber } = document.lineAt(selection.active.line);
  return /^\s*\|.*\|/.test(text) ? `${document.uri.toString()}#${lineNumber}` : undefined;
}

/** What a key would have written where it was pressed; what was typed since stands behind it. */
async function insertBehindTime(editor: vscode.TextEditor, at: vscode.Position, step: Step): Promise<void> {
  const { insertSpaces, tabSize } = editor.options;
  const tab = insertSpaces === true ? ' '.repeat(Number(tabSize)) : '\t';
  const words = { next: tab, previous: '', row: '\n' }[step];
  // The window refuses while it has newer text than is known here, which comes in order.
  for (let tries = 0; words !== '' && tries < 20; tries += 1) {
    if (await editor.edit((builder) => builder.insert(at, words))) return;
  }
}

function placeParams({ uri }: vscode.TextDocument, { line, character }: vscode.Position): TablePlaceParams {
  return { uri: uri.toString(), position: { line, character } };
}
