import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { STATUS_NOTIFICATION, type StatusParams } from '../server/protocol.ts';
import { documentSelector } from './connection.ts';
import { countsInWords } from './counts.ts';

const SHOW_FINDINGS = { title: vscode.l10n.t('Show findings'), command: 'workbench.actions.view.problems' };
const SHOW_OUTPUT = { title: vscode.l10n.t('Show output'), command: 'touchstone.showOutput' };

/** The entry behind the braces in the status bar: the framework in use and the number of findings. */
export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.languages.createLanguageStatusItem('touchstone.status', documentSelector);
  private readonly known = new Map<string, StatusParams>();
  private readonly subscriptions: vscode.Disposable[] = [];
  private failure = false;

  constructor() {
    this.item.name = 'Touchstone';
    this.subscriptions.push(
      this.item,
      vscode.window.onDidChangeActiveTextEditor(() => this.refresh()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.known.delete(uri.toString())),
    );
    this.refresh();
  }

  /** Shows from now on what this client's server says. */
  follow(client: BaseLanguageClient): vscode.Disposable {
    return vscode.Disposable.from(
      client.onNotification(STATUS_NOTIFICATION, (status: StatusParams) => {
        this.known.set(vscode.Uri.parse(status.uri).toString(), status);
        this.refresh();
      }),
      client.onDidChangeState(({ newState }) => {
        this.failure = false;
        // What a server that has gone said of a document holds no longer.
        if (newState === State.Stopped) this.known.clear();
        this.refresh();
      }),
    );
  }

  /** Says that the server could not be started. */
  failed(): void {
    this.failure = true;
    this.refresh();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private refresh(): void {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const status = uri === undefined ? undefined : this.known.get(uri);
    // A selector that fits nothing hides the item beside documents that are not ours.
    this.item.selector = this.failure || status !== undefined ? documentSelector : [];
    if (this.failure) this.showFailure();
    else if (status !== undefined) this.show(status);
  }

  private showFailure(): void {
    this.item.busy = false;
    this.item.severity = vscode.LanguageStatusSeverity.Error;
    this.item.text = vscode.l10n.t('The language server has stopped');
    this.item.detail = vscode.l10n.t('Documents are not being checked.');
    this.item.command = SHOW_OUTPUT;
  }

  private show({ framework, counts, busy, trouble }: StatusParams): void {
    this.item.busy = busy === true;
    this.item.severity = trouble
      ? vscode.LanguageStatusSeverity.Warning
      : vscode.LanguageStatusSeverity.Information;
    this.item.text = countsInWords(counts);
    this.item.detail = trouble ?? framework?.title ?? vscode.l10n.t('No framework');
    this.item.command = SHOW_FINDINGS;
  }
}
