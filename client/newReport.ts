import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ANSWER_FAULT_REQUEST,
  type AnswerFaultParams,
  type AnswerFaultResult,
  type AskedQuestion,
  type FrameworksResult,
  NEW_DOCUMENT_REQUEST,
  type NewDocumentParams,
  type NewDocumentResult,
  type OfferedFramework,
} from '../server/protocol.ts';
import { type FrameworkItem, frameworkItems, offeredFrameworks } from './frameworks.ts';

type Language = NewDocumentParams['language'];

interface Choice {
  readonly framework: OfferedFramework;
  readonly language: Language;
}

/** What is not to be asked, as a key binding may say it. */
export interface Wish {
  readonly framework?: string;
  readonly language?: Language;
  readonly answers?: NewDocumentParams['answers'];
}

/** Asks which framework a new document follows and what is known of it, and opens it with what there has to be. */
export async function newReport(client: BaseLanguageClient, wish: Wish = {}): Promise<void> {
  const offered = await offeredFrameworks(client);
  const wished = offered.find(({ id }) => id === wish.framework);
  const choice = wished
    ? { framework: wished, language: wish.language ?? 'markdown' }
    : await choose(offered);
  if (choice === undefined) return;
  const { framework, language } = choice;
  const answers = wish.answers ?? (await ask(client, framework));
  if (answers === undefined) return;
  const about = { framework: framework.id, language, answers, ...placeOf(framework) };
  const made = await client.sendRequest<NewDocumentResult>(NEW_DOCUMENT_REQUEST, about);
  if (made !== null) await show(made, language, framework.folder);
}

/** The folder of a framework, for whoever asks about it; nothing of one that is shipped. */
function placeOf({ folder }: OfferedFramework): { readonly folder?: string } {
  return folder === undefined ? {} : { folder };
}

const AS_YAML: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('json'),
  tooltip: vscode.l10n.t('Begin it as YAML'),
};

/** The framework that is picked; undefined when the list is left. */
async function choose(offered: FrameworksResult): Promise<Choice | undefined> {
  const picker = vscode.window.createQuickPick<FrameworkItem>();
  picker.title = vscode.l10n.t('New report');
  picker.placeholder = vscode.l10n.t('What kind of document is it?');
  picker.matchOnDetail = true;
  picker.items = frameworkItems(offered, [AS_YAML]);
  return new Promise((resolve) => {
    const settle = (framework: OfferedFramework | undefined, language: Language): void => {
      resolve(framework && { framework, language });
      picker.hide();
    };
    picker.onDidAccept(() => settle(picker.selectedItems[0]?.framework, 'markdown'));
    picker.onDidTriggerItemButton(({ item }) => settle(item.framework, 'yaml'));
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

/** What is known of the document, by the names of its fields; undefined when asking is broken off. */
async function ask(
  client: BaseLanguageClient,
  framework: OfferedFramework,
): Promise<Record<string, string> | undefined> {
  const { id, title, questions } = framework;
  const answers: Record<string, string> = {};
  for (const [index, question] of questions.entries()) {
    const fault = async (answer: string): Promise<string | undefined> => {
      const params: AnswerFaultParams = { framework: id, key: question.key, answer, ...placeOf(framework) };
      const found = await client.sendRequest<AnswerFaultResult>(ANSWER_FAULT_REQUEST, params);
      return found ?? undefined;
    };
    const answer = await vscode.window.showInputBox({
      title: vscode.l10n.t('{0} ({1} of {2})', title, index + 1, questions.length),
      prompt: promptOf(question),
      placeHolder: question.example === undefined ? '' : vscode.l10n.t('Such as {0}', question.example),
      value: question.suggestion ?? '',
      validateInput: fault,
      ignoreFocusOut: true,
    });
    if (answer === undefined) return undefined;
    answers[question.key] = answer;
  }
  return answers;
}

function promptOf({ label, description }: AskedQuestion): string {
  const said = description === undefined ? label : `${label}: ${description}`;
  return vscode.l10n.t('{0} Leave it empty to fill it in later', said.replace(/[.…]?$/, '.'));
}

/** Opens the document in an editor, with the cursor at what is to be filled in first. */
async function show(
  { pieces, name }: NonNullable<NewDocumentResult>,
  language: Language,
  folder: string | undefined,
): Promise<void> {
  // By its place the document is seen to belong to the folder whose framework it follows.
  const place = folder === undefined ? undefined : await freeName(vscode.Uri.parse(folder), name);
  const document =
    place === undefined
      ? await vscode.workspace.openTextDocument({ language })
      : await vscode.workspace.openTextDocument(place.with({ scheme: 'untitled' }));
  const editor = await vscode.window.showTextDocument(document);
  const snippet = new vscode.SnippetString();
  for (const [index, piece] of pieces.entries()) {
    if (index % 2 === 0) snippet.appendText(piece);
    else snippet.appendPlaceholder(piece);
  }
  await editor.insertSnippet(snippet, new vscode.Position(0, 0), {
    undoStopBefore: false,
    undoStopAfter: true,
    keepWhitespace: true,
  });
}

/** A name in the folder that no file has yet. */
async function freeName(folder: vscode.Uri, name: string): Promise<vscode.Uri> {
  for (let number = 1; ; number += 1) {
    const uri = vscode.Uri.joinPath(folder, number === 1 ? name : name.replace('.', `-${number}.`));
    const isTaken = await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.path === uri.path);
    if (!isTaken && !isOpen) return uri;
  }
}
