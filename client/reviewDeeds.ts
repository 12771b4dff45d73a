import * as vscode from 'vscode';
import { nameOf } from './foreignFiles.ts';
import type { PlacedFinding } from './reviewStatus.ts';

/** What comes after a choice; nothing where none was made, or where the author goes on by hand. */
export type After = 'next' | 'previous' | 'end' | 'again' | undefined;

interface Deed extends vscode.QuickPickItem {
  readonly run?: () => Promise<After> | After;
}

/** Asks what is to be done about a finding, does it, and says how to go on. */
export async function chooseDeed(at: PlacedFinding, number: number, count: number): Promise<After> {
  const { uri, diagnostic } = at;
  const deeds = [
    ...(await fixes(at)),
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

/** So many fixes are made ready; no finding has as many. */
const MOST_FIXES = 50;

/** What would mend the finding, or have it ignored. */
async function fixes({ uri, diagnostic }: PlacedFinding): Promise<readonly Deed[]> {
  const actions = await vscode.commands.executeCommand<readonly (vscode.CodeAction | vscode.Command)[]>(
    'vscode.executeCodeActionProvider',
    uri,
    diagnostic.range,
    vscode.CodeActionKind.QuickFix.value,
    MOST_FIXES,
  );
  const own = (actions ?? []).flatMap((action) =>
    'edit' in action && isFor(action, diagnostic) ? [action] : [],
  );
  if (own.length === 0) return [];
  const deeds = own.map((action) => {
    const icon = action.isPreferred === true ? '$(lightbulb-autofix)' : '$(lightbulb)';
    return deed(icon, action.title, () => apply(action));
  });
  return [separator(vscode.l10n.t('What can be done')), ...deeds];
}

function isFor(
  { diagnostics = [], disabled }: vscode.CodeAction,
  { message, range }: vscode.Diagnostic,
): boolean {
  return (
    disabled === undefined && diagnostics.some((one) => one.message === message && one.range.isEqual(range))
  );
}

async function apply({ edit, command, title }: vscode.CodeAction): Promise<After> {
  const done = edit === undefined || (await vscode.workspace.applyEdit(edit));
  if (!done) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('"{0}" was not done: the document has changed meanwhile.', title),
    );
    return 'again';
  }
  if (command !== undefined)
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  // Where something is still to be written the author writes it first.
  return command === undefined ? 'next' : undefined;
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
