import * as vscode from 'vscode';
import { type ReportFilter, type ReportNode, reportItem, reportTree } from './reportNodes.ts';
import type { Reports } from './reports.ts';

const VIEW = 'touchstone.reports';
/** While documents are read one after the other, the tree is drawn so often and no oftener, in milliseconds. */
const REDRAW = 150;

/** The view of all reports: packs, their documents, and the sections of these with judgement, status and findings. */
export class ReportsView implements vscode.TreeDataProvider<ReportNode> {
  readonly #reports: Reports;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #view: vscode.TreeView<ReportNode> | undefined;
  #filter: ReportFilter = 'all';
  #hasLooked = false;
  #redraw: ReturnType<typeof setTimeout> | undefined;

  constructor(reports: Reports) {
    this.#reports = reports;
  }

  register(): vscode.Disposable {
    const view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#view = view;
    return vscode.Disposable.from(
      this.#changed,
      view,
      view.onDidChangeVisibility(({ visible }) => this.#reports.watch(visible)),
      this.#reports.onDidChange(() => this.#soon()),
      vscode.commands.registerCommand('touchstone.refreshReports', () => this.#reports.refresh()),
      vscode.commands.registerCommand('touchstone.filterReports', (wish?: unknown) => this.#choose(wish)),
      vscode.commands.registerCommand('touchstone.showAllReports', () => this.#show('all')),
      new vscode.Disposable(() => clearTimeout(this.#redraw)),
    );
  }

  getTreeItem(node: ReportNode): vscode.TreeItem {
    return reportItem(node);
  }

  async getChildren(node?: ReportNode): Promise<ReportNode[]> {
    if (node !== undefined) return [...node.children];
    this.#look();
    const { packs } = this.#reports;
    const roots = reportTree(packs, this.#filter);
    // One pack needs no name above its documents.
    const isAlone = packs.length === 1 && packs[0]?.pack.folder !== undefined;
    return isAlone ? roots.flatMap(({ children }) => children) : [...roots];
  }

  /** Has everything read from now on; the first time the view shows that it is busy. */
  #look(): void {
    this.#reports.watch(true);
    if (this.#hasLooked) return;
    this.#hasLooked = true;
    void vscode.window.withProgress({ location: { viewId: VIEW } }, async () => {
      await this.#reports.read();
      // Only now is it known that there is nothing, and said so.
      await vscode.commands.executeCommand('setContext', 'touchstone.reportsRead', true);
    });
  }

  #soon(): void {
    this.#redraw ??= setTimeout(() => {
      this.#redraw = undefined;
      this.#changed.fire();
    }, REDRAW);
  }

  async #choose(wish: unknown): Promise<void> {
    const wished = CHOICES.find((filter) => filter === wish);
    const picked = wished ?? (await this.#ask());
    if (picked !== undefined) await this.#show(picked);
  }

  async #ask(): Promise<ReportFilter | undefined> {
    const items = CHOICES.map((filter) => ({
      label: labelOf(filter),
      description: filter === this.#filter ? vscode.l10n.t('shown now') : '',
      filter,
    }));
    const picked = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Filter reports'),
      placeHolder: vscode.l10n.t('Which sections are to be shown?'),
    });
    return picked?.filter;
  }

  async #show(filter: ReportFilter): Promise<void> {
    this.#filter = filter;
    if (this.#view !== undefined) {
      this.#view.message = filter === 'all' ? '' : vscode.l10n.t('Shown: {0}', labelOf(filter));
    }
    await vscode.commands.executeCommand('setContext', 'touchstone.reportsFiltered', filter !== 'all');
    this.#changed.fire();
  }
}

const CHOICES: readonly ReportFilter[] = ['all', 'findings', 'belowTarget', 'unjudged'];

function labelOf(filter: ReportFilter): string {
  if (filter === 'findings') return vscode.l10n.t('Sections with findings');
  if (filter === 'belowTarget') return vscode.l10n.t('Sections below target');
  return filter === 'all' ? vscode.l10n.t('All sections') : vscode.l10n.t('Sections without a judgement');
}
