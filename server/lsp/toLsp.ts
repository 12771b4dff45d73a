import {
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  type FoldingRange,
  FoldingRangeKind,
  type CodeAction as LspCodeAction,
  type DocumentLink as LspDocumentLink,
  type DocumentSymbol as LspDocumentSymbol,
  type TextEdit as LspTextEdit,
  type SelectionRange,
  type SnippetTextEdit,
  SymbolKind,
} from 'vscode-languageserver';
import type { CodeAction } from '../features/codeAction.ts';
import type { Fold } from '../features/folding.ts';
import type { DocumentLink } from '../features/links.ts';
import type { DocumentSymbol } from '../features/symbols.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Finding, Severity } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import type { Positions } from './positions.ts';
import { RULE_LINES } from './ruleLines.generated.ts';
import { type EditCapabilities, workspaceEdit } from './workspaceEdit.ts';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** @param rulesPage the address of the page that describes every rule. */
export function toDiagnostic(
  finding: Finding,
  uri: string,
  positions: Positions,
  rulesPage: string | undefined,
): Diagnostic {
  const diagnostic: Diagnostic = {
    range: positions.range(finding.span),
    severity: SEVERITY[finding.severity],
    code: finding.rule,
    source: 'Touchstone',
    message: finding.message,
  };
  const line = RULE_LINES.get(finding.rule);
  // Editors open a file at a line; anchors within it only browsers know.
  if (rulesPage !== undefined && line !== undefined) {
    diagnostic.codeDescription = { href: `${rulesPage}#L${line}` };
  }
  if (finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map(({ span, message, path }) => ({
      location: { uri: path ?? uri, range: positions.range(span) },
      message,
    }));
  }
  return diagnostic;
}

export function toSymbol(symbol: DocumentSymbol, positions: Positions): LspDocumentSymbol {
  return {
    name: symbol.name,
    ...(symbol.detail === undefined ? {} : { detail: symbol.detail }),
    kind: SymbolKind.String,
    range: positions.range(symbol.span),
    selectionRange: positions.range(symbol.selection),
    children: symbol.children.map((child) => toSymbol(child, positions)),
  };
}

/** What is kept of a link until somebody follows it: the place in another file has to be looked for there. */
export interface LinkData {
  readonly file: string;
  readonly fragment: string;
}

/** Undefined for a link that leads nowhere from where the document is. */
export function toLink(
  { span, target }: DocumentLink,
  uri: string,
  positions: Positions,
): LspDocumentLink | undefined {
  const range = positions.range(span);
  if (target.kind === 'web') return { range, target: target.address };
  if (target.kind === 'file') {
    const file = URL.canParse(target.path, uri) ? new URL(target.path, uri).toString() : undefined;
    if (file === undefined || target.fragment === undefined)
      return file === undefined ? undefined : { range, target: file };
    const data: LinkData = { file, fragment: target.fragment };
    return { range, data };
  }
  const { line, character } = positions.position(target.offset);
  return { range, target: `${uri}#L${line + 1},${character + 1}`, tooltip: `Go to line ${line + 1}` };
}

const FOLD_KINDS = { comment: FoldingRangeKind.Comment, region: FoldingRangeKind.Region };

export function toFolds(folds: readonly Fold[], positions: Positions): FoldingRange[] {
  return folds.map(({ span, kind }) => ({
    startLine: positions.position(span.from).line,
    endLine: positions.position(span.to).line,
    ...(kind === 'text' ? {} : { kind: FOLD_KINDS[kind] }),
  }));
}

/** @param spans each within the next, and at least one. */
export function toSelection(spans: readonly Span[], positions: Positions): SelectionRange {
  const [inner = { from: 0, to: 0 }, ...outer] = spans;
  return {
    range: positions.range(inner),
    ...(outer.length === 0 ? {} : { parent: toSelection(outer, positions) }),
  };
}

export function toCodeAction(
  action: CodeAction,
  document: { readonly uri: string; readonly version: number; readonly positions: Positions },
  rulesPage: string | undefined,
  can: EditCapabilities,
): LspCodeAction {
  const { uri, version, positions } = document;
  const edits = () => action.edits.map((edit) => ({ edit: toTextEdit(edit, positions) }));
  return {
    title: action.title,
    kind: action.finding === undefined ? CodeActionKind.RefactorRewrite : CodeActionKind.QuickFix,
    ...(action.finding === undefined
      ? {}
      : { diagnostics: [toDiagnostic(action.finding, uri, positions, rulesPage)] }),
    isPreferred: action.preferred,
    edit: action.snippet
      ? { documentChanges: [{ textDocument: { uri, version }, edits: action.edits.map(toSnippet) }] }
      : workspaceEdit([{ uri, version, edits: edits() }], can),
  };

  function toSnippet({ span, insert }: TextEdit): SnippetTextEdit {
    return { range: positions.range(span), snippet: { kind: 'snippet', value: insert } };
  }
}

export function toTextEdit({ span, insert }: TextEdit, positions: Positions): LspTextEdit {
  return { range: positions.range(span), newText: insert };
}
