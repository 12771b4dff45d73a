import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  COVERAGE_REQUEST,
  type CoverageParams,
  type CoverageResult,
  type Covered,
} from '../server/protocolViews.ts';
import { nameOf } from './foreignFiles.ts';
import { goToCommand } from './goTo.ts';

const VIEW = 'touchstone.coverage';
/** How long nothing is typed before the view is made anew, in milliseconds. */
const PAUSE = 300;

/** A line of the view, with its place among the others, by which VS Code knows what is unfolded. */
export interface CoverageNode {
  readonly id: string;
  readonly item: Covered;
}

/** The view of what was checked in the document in view and held, and what could not be checked and why. */
export class CoverageView implements vscode.TreeDataProvider<CoverageNode> {
  readonly #client: () => Promise<BaseLanguageClient | undefined>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #view: vscode.TreeView<CoverageNode> | undefined;
  /** The document that is shown, and what is known of it. */
  #uri: vscode.Uri | undefined;
  #known: CoverageResult = null;
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** Whether it is being asked for, and whether it has to be asked for again then. */
  #asking: 'no' | 'yes' | 'again' = 'no';

  constructor(client: () => Promise<BaseLanguageClient | undefined>) {
    this.#client = client;
  }

  register(): vscode.Disposable {
    const view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#view = view;
    return vscode.Disposable.from(
      this.#changed,
      view,
      new vscode.Disposable(() => clearTimeout(this.#pause)),
      view.onDidChangeVisibility(() => this.#follow()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#follow()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.toString() === this.#uri?.toString()) this.#show(undefined, null);
      }),
      // What is found is told after every check, so the view is never ahead of the findings.
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const active = vscode.window.activeTextEditor?.document.uri.toString();
        const isShown = (uri: string) => uri === active || uri === this.#uri?.toString();
        if (uris.some((uri) => isShown(uri.toString()))) this.#soon();
      }),
    );
  }

  getTreeItem({ id, item }: CoverageNode): vscode.TreeItem {
    const hasMore = item.items.length > 0;
    const node = new vscode.TreeItem(
      item.label,
      hasMore ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
    );
    const words = [...(item.detail === undefined ? [] : [item.detail]), ...(hasMore ? [] : placeOf(item))];
    node.id = id;
    node.description = words.join(' · ');
    node.iconPath = iconOf(item.state);
    node.tooltip = [item.label, ...words].join('\n');
    node.accessibilityInformation = { label: [inWords(item.state), item.label, ...words].join(', ') };
    if (item.start !== undefined && this.#uri !== undefined)
      node.command = goToCommand(this.#uri, item.start);
    return node;
  }

  getChildren(node?: CoverageNode): CoverageNode[] {
    const above = node?.id ?? '';
    const items = node === undefined ? (this.#known ?? []) : node.item.items;
    const seen = new Map<string, number>();
    return items.map((item) => {
      // What is counted in a label changes while its line stays what it is.
      const name = item.label.replace(/\d+/g, 'N');
      const times = seen.get(name) ?? 0;
      seen.set(name, times + 1);
      return { id: `${above}/${name}~${times}`, item };
    });
  }

  /** Resolves when what is shown is what the document in view is now. */
  async read(): Promise<void> {
    const uri = vscode.window.activeTextEditor?.document.uri ?? this.#uri;
    if (uri === undefined) return;
    const client = await this.#client();
    const params: CoverageParams = { uri: uri.toString() };
    // The document may change meanwhile; then its findings are told again, and it is asked again.
    const found = await client?.sendRequest<CoverageResult>(COVERAGE_REQUEST, params).catch(() => undefined);
    if (found === undefined) return;
    // Beside what is none of ours, such as a list of what was found, the last report stays.
    if (found !== null || uri.toString() === this.#uri?.toString()) this.#show(uri, found);
  }

  /** Once nothing has been typed for a moment: what is typed now is answered first. */
  #soon(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#follow(), PAUSE);
  }

  #follow(): void {
    if (this.#view?.visible !== true) return;
    if (this.#asking !== 'no') {
      this.#asking = 'again';
      return;
    }
    this.#asking = 'yes';
    void this.read().finally(() => {
      const again = this.#asking === 'again';
      this.#asking = 'no';
      if (again) this.#follow();
    });
  }

  #show(uri: vscode.Uri | undefined, known: CoverageResult): void {
    const isSame = uri?.toString() === this.#uri?.toString();
    if (isSame && JSON.stringify(known) === JSON.stringify(this.#known)) return;
    this.#uri = uri;
    this.#known = known;
    if (this.#view !== undefined) {
      this.#view.description = uri === undefined || known === null ? '' : nameOf(uri);
    }
    this.#changed.fire();
  }
}

function placeOf({ place }: Covered): readonly string[] {
  return place === undefined ? [] : [place];
}

/** Each state has a shape of its own, since colour alone tells not everybody. */
function iconOf(state: Covered['state']): vscode.ThemeIcon {
  const colour = (name: string) => new vscode.ThemeColor(name);
  if (state === 'held') return new vscode.ThemeIcon('pass', colour('testing.iconPassed'));
  if (state === 'wrong') return new vscode.ThemeIcon('error', colour('problemsErrorIcon.foreground'));
  if (state === 'unsure') return new vscode.ThemeIcon('question');
  return new vscode.ThemeIcon(state === 'unchecked' ? 'circle-slash' : 'info');
}

function inWords(state: Covered['state']): string {
  if (state === 'held') return vscode.l10n.t('Checked and held');
  if (state === 'wrong') return vscode.l10n.t('Does not hold');
  if (state === 'unsure') return vscode.l10n.t('Unsure');
  return state === 'unchecked' ? vscode.l10n.t('Not checkable') : vscode.l10n.t('To know');
}
