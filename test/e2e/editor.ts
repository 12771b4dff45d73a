import * as vscode from 'vscode';

const PATIENCE = 45_000;

/** The address of a file of the test's workspace. */
export function inWorkspace(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a document of the test's workspace in the editor. */
export async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Our findings in a document. Other extensions may have theirs. */
export function findings(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Touchstone');
}

/** The rule that a finding comes from. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Resolves with the findings of a document as soon as they satisfy, without looking at the clock in between. */
export function findingsThat(
  uri: vscode.Uri,
  satisfy: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      const found = findings(uri);
      if (!satisfy(found)) return;
      clearTimeout(timer);
      subscription.dispose();
      resolve(found);
    };
    const subscription = vscode.languages.onDidChangeDiagnostics(settle);
    const timer = setTimeout(() => {
      subscription.dispose();
      const rules = findings(uri).map(ruleOf).join(', ');
      reject(new Error(`The findings that were waited for did not come. There were: ${rules || 'none'}.`));
    }, PATIENCE);
    settle();
  });
}

/** Resolves with the first finding of a rule, once there is one. */
export async function findingOf(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  const found = await findingsThat(uri, (all) => all.some((one) => ruleOf(one) === rule));
  return present(
    found.find((one) => ruleOf(one) === rule),
    rule,
  );
}

/** The quick fixes at the first finding of a rule. */
export async function quickFixesOf(uri: vscode.Uri, rule: string): Promise<readonly vscode.CodeAction[]> {
  const { range } = await findingOf(uri, rule);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    20,
  );
}

const EARLY = /^(?:\*|onStartupFinished|onLanguage(?::(?:markdown|yaml|json))?)$/;

/**
 * Resolves when the other extensions have started that start by themselves. VS Code gives up asking for quick fixes, and
 * answers with none, when any extension registers a source of quick fixes meanwhile, for whatever language.
 * An editor asks again then; a test that asks once has to wait until all are there.
 */
export async function othersStarted(): Promise<void> {
  const early = vscode.extensions.all.filter(({ packageJSON }) =>
    (packageJSON.activationEvents ?? []).some((event: string) => EARLY.test(event)),
  );
  await Promise.allSettled(early.map((extension) => extension.activate()));
}

/** The value, which a test cannot go on without. */
export function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`Missing: ${what}.`);
  return value;
}

/** The position at the end of the first line that begins with a text. */
export function endOfLine(document: vscode.TextDocument, after: string): vscode.Position {
  const offset = document.getText().indexOf(after);
  if (offset < 0) throw new Error(`"${after}" is not in ${document.uri.path}.`);
  return document.lineAt(document.positionAt(offset + after.trimEnd().length).line).range.end;
}

/**
 * Asks again until an answer satisfies: for what VS Code is told by the server in its own time, without an event for
 * whoever waits, such as who formats a document.
 */
export async function asked<T>(question: () => Thenable<T>, satisfies: (answer: T) => boolean): Promise<T> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const answer = await question();
    if (satisfies(answer)) return answer;
    if (Date.now() > until) throw new Error(`The last answer was: ${JSON.stringify(answer)}`);
  }
}

/** Presses a key in the window, such as `Tab`, and resolves with the text once it satisfies. */
export function press(key: string, editor: vscode.TextEditor, satisfies: Satisfies): Promise<string> {
  return inWindow(`press:${key}`, editor, satisfies);
}

/** Pastes in the window what is given by its MIME types, and resolves with the text once it satisfies. */
export function paste(
  given: Readonly<Record<string, string>>,
  editor: vscode.TextEditor,
  satisfies: Satisfies,
): Promise<string> {
  return inWindow(`paste:${JSON.stringify(given)}`, editor, satisfies);
}

type Satisfies = (text: string) => boolean;

function inWindow(what: string, { document }: vscode.TextEditor, satisfies: Satisfies): Promise<string> {
  return new Promise((resolve, reject) => {
    const listener = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document !== document || !satisfies(document.getText())) return;
      clearTimeout(timer);
      listener.dispose();
      resolve(document.getText());
    });
    const timer = setTimeout(() => {
      listener.dispose();
      reject(new Error(`"${what}" did not do what it should:\n${document.getText()}`));
    }, PATIENCE);
    console.log(`e2e:${what}`);
  });
}
