import * as vscode from 'vscode';

export interface PlacedFinding {
  readonly uri: vscode.Uri;
  readonly diagnostic: vscode.Diagnostic;
}

/** How far a review has come, in the status bar: the finding that is shown, with one before it and one behind. */
export class ReviewStatus implements vscode.Disposable {
  readonly #previous = item(
    102,
    'touchstone.previousFinding',
    '$(arrow-up)',
    vscode.l10n.t('Previous finding'),
  );
  readonly #current = item(101, 'touchstone.findingActions', '', vscode.l10n.t('Review of findings'));
  readonly #next = item(100, 'touchstone.nextFinding', '$(arrow-down)', vscode.l10n.t('Next finding'));

  /** @param at the finding that is shown, and its index; undefined where it has been mended */
  show(
    scope: string,
    count: number,
    at: { readonly index: number; readonly found: PlacedFinding } | undefined,
  ): void {
    const left = count === 1 ? vscode.l10n.t('1 finding left') : vscode.l10n.t('{0} findings left', count);
    const text = at === undefined ? left : vscode.l10n.t('Finding {0} of {1}', at.index + 1, count);
    this.#current.text = `$(checklist) ${text}`;
    const message = at?.found.diagnostic.message ?? vscode.l10n.t('This one is mended.');
    const more = vscode.l10n.t('In {0}. Shows what can be done about it.', scope);
    this.#current.tooltip = [message, more].join('\n\n');
    this.#current.accessibilityInformation = { label: [text, message, more].join(' '), role: 'button' };
    for (const one of [this.#previous, this.#current, this.#next]) one.show();
  }

  hide(): void {
    for (const one of [this.#previous, this.#current, this.#next]) one.hide();
  }

  /** What is shown now, as people read it. */
  get text(): string {
    return this.#current.text;
  }

  dispose(): void {
    for (const one of [this.#previous, this.#current, this.#next]) one.dispose();
  }
}

function item(priority: number, command: string, text: string, name: string): vscode.StatusBarItem {
  const made = vscode.window.createStatusBarItem(command, vscode.StatusBarAlignment.Left, priority);
  made.command = command;
  made.text = text;
  made.name = name;
  made.tooltip = name;
  made.accessibilityInformation = { label: name, role: 'button' };
  return made;
}
