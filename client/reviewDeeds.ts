import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionRequest,
} from 'vscode-languageclient';
import { nameOf } from './foreignFiles.ts';
import type { PlacedFinding } from './reviewStatus.ts';

/** What comes after a choice; nothing where none was made, or where the author goes on by hand. */
export type After = 'next' | 'previous' | 'end' | 'again' | undefined;

/** Which finding it is, counted from 1, and of how many; 0 where it has been mended. */
interface ReviewPlace {
  readonly number: number;
  readonly count: number;
}

interface Deed extends vscode.QuickPickItem {
  readonly run?: () => Promise<After> | After;
}

/** Asks what is to be done about a finding, does it, and says how to go on. */
export async function chooseDeed(
  client: BaseLanguageClient,
  at: PlacedFinding,
  place: ReviewPlace,
): Promise<After> {
  const { uri, diagnostic } = at;
  const { number, count } = place;
  const deeds = [
    ...(await fixes(client, at)),
    ...places(at),
    ...explanation(diagnostic),
    separator(vscode.l10n.t('Go on')),
    deed('$(arrow-down)', vscode.l10n.t('Next finding'), () => 'next'),
    deed('$(arrow-up)', vscode.l10n.t('Previous finding'), () => 'previous'),
    deed('$(close)', vscode.l10n.t('End the review'), () => 'end'),
  ];
  const where = vscode.l10n.t('{0}, line {1}', nameOf(uri), diagnostic.range.start.line + 1);
  const title =
    number > 0
      ? vscode.l10n.t('Finding {0} of {1}: {2}', number, count, where)
      : vscode.l10n.t('Mended: {0}', where);
  const picked = await vscode.window.showQuickPick(deeds, { title, placeHolder: diagnostic.message });
  return picked?.run?.();
}

function deed(icon: string, label: string, run: () => Promise<After> | After, description = ''): Deed {
  return { label: `${icon} ${label}`, description, run };
}

function separator(label: string): Deed {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

/** What would mend the finding, or have it ignored. The editor's own list does not say what is for which finding. */
async function fixes(client: BaseLanguageClient, at: PlacedFinding): Promise<readonly Deed[]> {
  const { code2ProtocolConverter: toLsp } = client;
  const params: CodeActionParams = {
    textDocument: { uri: toLsp.asUri(at.uri) },
    range: toLsp.asRange(at.diagnostic.range),
    context: { diagnostics: [toLsp.asDiagnostic(at.diagnostic)], only: [CodeActionKind.QuickFix] },
  };
  // A document that changes meanwhile has other fixes, which the next look finds.
  const found = await client.sendRequest(CodeActionRequest.type, params).catch(() => null);
  const own = (found ?? []).flatMap((action) =>
    'diagnostics' in action && isFor(action, at) ? [action] : [],
  );
  if (own.length === 0) return [];
  const deeds = own.map((action) => {
    const icon = action.isPreferred === true ? '$(lightbulb-autofix)' : '$(lightbulb)';
    return deed(icon, action.title, () => apply(client, action));
  });
  return [separator(vscode.l10n.t('What can be done')), ...deeds];
}

/** Whether it is for the finding, or for another one of the same words, which it mends as well. */
function isFor({ diagnostics = [] }: CodeAction, { diagnostic: { message, range } }: PlacedFinding): boolean {
  return diagnostics.some(
    (one) =>
      one.message === message ||
      (one.range.start.line === range.start.line &&
        one.range.start.character === range.start.character &&
        one.range.end.line === range.end.line &&
        one.range.end.character === range.end.character),
  );
}

async function apply(client: BaseLanguageClient, action: CodeAction): Promise<After> {
  const { edit } = await client.protocol2CodeConverter.asCodeAction(action);
  if (edit === undefined || !(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('"{0}" was not done: the document has changed meanwhile.', action.title),
    );
    return 'again';
  }
  // Where something is still to be written the author writes it first.
  return hasTabStops(action) ? undefined : 'next';
}

function hasTabStops({ edit }: CodeAction): boolean {
  return (edit?.documentChanges ?? []).some(
    (change) => 'edits' in change && change.edits.some((one) => 'snippet' in one),
  );
}

/** The other places that the finding rests on. */
function places({ diagnostic }: PlacedFinding): readonly Deed[] {
  const related = diagnostic.relatedInformation ?? [];
  if (related.length === 0) return [];
  const deeds = related.map(({ location: { uri, range }, message }) => {
    const where = vscode.l10n.t('{0}, line {1}', nameOf(uri), range.start.line + 1);
    const show = async (): Promise<After> => {
      await vscode.window.showTextDocument(uri, { selection: range, preview: true });
      return undefined;
    };
    return deed('$(go-to-file)', message, show, where);
  });
  return [separator(vscode.l10n.t('Other places')), ...deeds];
}

function explanation({ code }: vscode.Diagnostic): readonly Deed[] {
  if (typeof code !== 'object') return [];
  const open = async (): Promise<After> => {
    await vscode.commands.executeCommand('vscode.open', code.target);
    return undefined;
  };
  return [deed('$(book)', vscode.l10n.t('What the rule "{0}" is about', String(code.value)), open)];
}
