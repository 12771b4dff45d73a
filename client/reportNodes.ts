import * as vscode from 'vscode';
import type { ReportPack, ReportSection } from '../server/protocolViews.ts';
import { added, countsInWords, iconOf, sumOf } from './counts.ts';
import { goToCommand } from './goTo.ts';
import type { KnownPack, KnownReport } from './reports.ts';

/** Which sections are shown. */
export type ReportFilter = 'all' | 'findings' | 'belowTarget' | 'unjudged';

/** An entry of the tree of reports. */
export type ReportNode = PackNode | DocumentNode | SectionNode;

export interface PackNode {
  readonly kind: 'pack';
  readonly pack: ReportPack;
  readonly children: readonly DocumentNode[];
}

export interface DocumentNode {
  readonly kind: 'document';
  readonly document: KnownReport;
  readonly children: readonly SectionNode[];
}

export interface SectionNode {
  readonly kind: 'section';
  readonly id: string;
  readonly uri: vscode.Uri;
  readonly section: ReportSection;
  readonly children: readonly SectionNode[];
}

/** The tree of what a filter leaves: a section with those above it, and a document in which anything fits. */
export function reportTree(packs: readonly KnownPack[], filter: ReportFilter): readonly PackNode[] {
  return packs.flatMap(({ pack, documents }): readonly PackNode[] => {
    const children = documents.flatMap((document) => documentNode(document, filter) ?? []);
    return children.length === 0 ? [] : [{ kind: 'pack', pack, children }];
  });
}

function documentNode(document: KnownReport, filter: ReportFilter): DocumentNode | undefined {
  const { uri, report } = document;
  const children = sectionNodes(uri, report.sections, filter, uri.toString());
  const isWhole = filter === 'all' || (filter === 'findings' && sumOf(report.counts) > 0);
  return isWhole || children.length > 0 ? { kind: 'document', document, children } : undefined;
}

function sectionNodes(
  uri: vscode.Uri,
  sections: readonly ReportSection[],
  filter: ReportFilter,
  above: string,
): readonly SectionNode[] {
  return sections.flatMap((section, index): readonly SectionNode[] => {
    const id = `${above}#${index}`;
    const children = sectionNodes(uri, section.sections, filter, id);
    const isShown = children.length > 0 || fits(section, filter);
    return isShown ? [{ kind: 'section', id, uri, section, children }] : [];
  });
}

function fits(section: ReportSection, filter: ReportFilter): boolean {
  if (filter === 'findings') return sumOf(section.counts) > 0;
  if (filter === 'belowTarget') return section.belowTarget > 0 || section.isOffTarget;
  return filter === 'all' || section.isUnjudged;
}

/** How an entry is shown. */
export function reportItem(node: ReportNode): vscode.TreeItem {
  if (node.kind === 'pack') return packItem(node);
  return node.kind === 'document' ? documentItem(node) : sectionItem(node);
}

function packItem({ pack, children }: PackNode): vscode.TreeItem {
  const isPack = pack.folder !== undefined;
  const label = isPack ? pack.name : vscode.l10n.t('In no pack');
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  const counts = added(children.map(({ document }) => document.report.counts));
  const documents =
    children.length === 1 ? vscode.l10n.t('1 document') : vscode.l10n.t('{0} documents', children.length);
  item.id = pack.folder ?? 'no-pack';
  item.iconPath = new vscode.ThemeIcon(isPack ? 'folder-library' : 'files');
  item.contextValue = isPack ? 'pack' : 'noPack';
  tell(item, label, [documents, countsInWords(counts)]);
  item.tooltip = isPack
    ? vscode.l10n.t('The folder of a touchstone.yaml, which sets what its documents are checked by.')
    : vscode.l10n.t('Documents without a touchstone.yaml in their folder or above it.');
  return item;
}

function documentItem({ document, children }: DocumentNode): vscode.TreeItem {
  const { uri, name, report } = document;
  const item = new vscode.TreeItem(name, stateOf(children));
  const found = report.trouble ?? countsInWords(report.counts);
  item.id = uri.toString();
  item.iconPath =
    iconOf(report.counts) ?? new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
  item.contextValue = 'document';
  tell(item, name, [found], [...(report.title === undefined ? [] : [report.title]), ...report.coverage]);
  item.command = goToCommand(uri, { line: 0, character: 0 });
  item.tooltip = new vscode.MarkdownString(
    [`**${escaped(report.title ?? name)}**`, escaped(name), ...details(report, found).map(escaped)].join(
      '\n\n',
    ),
  );
  return item;
}

function details({ framework, coverage }: KnownReport['report'], found: string): readonly string[] {
  return [framework ?? vscode.l10n.t('No framework'), found, ...coverage];
}

function sectionItem({ id, uri, section, children }: SectionNode): vscode.TreeItem {
  const item = new vscode.TreeItem(section.name, stateOf(children));
  item.id = id;
  item.iconPath = iconOf(section.counts) ?? standingIcon(section);
  item.contextValue = 'section';
  tell(item, section.name, sectionWords(section));
  item.command = goToCommand(uri, section.start);
  return item;
}

/** Its judgement, its statuses, and what is amiss. */
function sectionWords({
  judgement,
  statuses,
  isUnjudged,
  belowTarget,
  counts,
}: ReportSection): readonly string[] {
  const below =
    belowTarget === 1
      ? vscode.l10n.t('1 measure below target')
      : vscode.l10n.t('{0} measures below target', belowTarget);
  return [
    ...(judgement === undefined ? [] : [judgement]),
    ...(isUnjudged ? [vscode.l10n.t('no judgement')] : []),
    ...(statuses === undefined ? [] : [statuses]),
    ...(belowTarget === 0 ? [] : [below]),
    ...(sumOf(counts) === 0 ? [] : [countsInWords(counts)]),
  ];
}

function standingIcon({ belowTarget, isOffTarget, isUnjudged }: ReportSection): vscode.ThemeIcon {
  if (belowTarget > 0 || isOffTarget) return new vscode.ThemeIcon('arrow-down');
  return new vscode.ThemeIcon(isUnjudged ? 'question' : 'circle-small-filled');
}

/** Says the same to those who see the entry and those who hear it; `more` is only heard. */
function tell(
  item: vscode.TreeItem,
  label: string,
  words: readonly string[],
  more: readonly string[] = [],
): void {
  item.description = words.join(' · ');
  item.accessibilityInformation = { label: [label, ...words, ...more].join(', ') };
}

function stateOf(children: readonly unknown[]): vscode.TreeItemCollapsibleState {
  return children.length === 0
    ? vscode.TreeItemCollapsibleState.None
    : vscode.TreeItemCollapsibleState.Collapsed;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|&]/g, '\\$&');
}
