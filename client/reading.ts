import * as vscode from 'vscode';
import { type BaseLanguageClient, LSPErrorCodes, ResponseError } from 'vscode-languageclient';
import {
  type DocumentRead,
  type FrameworkGuess,
  type OfferedFramework,
  READ_DOCUMENT_REQUEST,
  type ReadDocument,
  type ReadDocumentParams,
  type ReadDocumentResult,
} from '../server/protocol.ts';
import { nameOf, type ReadWish } from './foreignFiles.ts';
import { type FrameworkItem, frameworkItems, offeredFrameworks } from './frameworks.ts';

/** What is to be done with a file, in the words of the list to pick from and of what went wrong. */
export interface Reading {
  readonly file: vscode.Uri;
  /** The address at which the text will be shown, where it is not written. */
  readonly shownAs?: vscode.Uri;
  /** Such as `Import`. */
  readonly verb: string;
  /** Such as `imported`. */
  readonly done: string;
}

/** Reads a file by the framework that the user agrees to; undefined when it was called off, or failed and said so. */
export async function readAsAgreed(
  client: BaseLanguageClient,
  reading: Reading,
  { framework, choose = false }: ReadWish,
): Promise<DocumentRead | undefined> {
  const first = await read(client, reading, framework);
  if (first === undefined) return undefined;
  if (framework !== undefined && first.document !== undefined) return first.document;
  if (!choose && first.document !== undefined) return first.document;
  const picked = await pick(client, reading, first.guess);
  if (picked === undefined) return undefined;
  if (picked.id === first.document?.framework.id) return first.document;
  return (await read(client, reading, picked.id))?.document;
}

async function read(
  client: BaseLanguageClient,
  { file, shownAs, done }: Reading,
  framework: string | undefined,
): Promise<ReadDocument | undefined> {
  const { size } = await vscode.workspace.fs.stat(file).then(undefined, () => ({ size: 0 }));
  const params: ReadDocumentParams = {
    uri: file.toString(),
    size,
    ...(framework === undefined ? {} : { framework }),
    ...(shownAs === undefined ? {} : { shownAs: shownAs.toString() }),
  };
  const name = nameOf(file);
  const where = vscode.ProgressLocation.Notification;
  const result = await vscode.window.withProgress(
    { location: where, title: `Reading "${name}"`, cancellable: true },
    (_progress, token) =>
      client.sendRequest<ReadDocumentResult>(READ_DOCUMENT_REQUEST, params, token).catch(calledOff),
  );
  if (result === undefined) return undefined;
  if (!('problem' in result)) return result;
  void vscode.window.showErrorMessage(`"${name}" was not ${done}. ${result.problem}`);
  return undefined;
}

function calledOff(error: unknown): undefined {
  if (error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled) return undefined;
  throw error;
}

/** The guess first with its reasons, and all others behind it. */
async function pick(
  client: BaseLanguageClient,
  { file, verb }: Reading,
  guess: FrameworkGuess | undefined,
): Promise<OfferedFramework | undefined> {
  const offered = await offeredFrameworks(client, [file]);
  const guessed = offered.find(({ id }) => id === guess?.id);
  const others = frameworkItems(offered.filter((one) => one !== guessed));
  const picked = await vscode.window.showQuickPick([...guessItems(guessed, guess), ...others], {
    title: `${verb} "${nameOf(file)}"`,
    placeHolder:
      guessed === undefined
        ? 'It seems to follow no framework that is known. What kind of document is it?'
        : 'Which framework does it follow?',
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return picked?.framework;
}

function guessItems(
  framework: OfferedFramework | undefined,
  guess: FrameworkGuess | undefined,
): readonly FrameworkItem[] {
  if (framework === undefined || guess === undefined) return [];
  return [
    { label: 'It seems to be', kind: vscode.QuickPickItemKind.Separator },
    { label: framework.title, detail: guess.reasons.join(' · '), framework },
  ];
}
