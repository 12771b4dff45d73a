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
  /** Such as `Import "report.pdf"`. */
  readonly title: string;
  /** That it was not done, as a sentence. */
  readonly failure: string;
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
  { file, shownAs, failure }: Reading,
  framework: string | undefined,
): Promise<ReadDocument | undefined> {
  const params: ReadDocumentParams = {
    uri: file.toString(),
    size: await sizeOf(file),
    ...(framework === undefined ? {} : { framework }),
    ...(shownAs === undefined ? {} : { shownAs: shownAs.toString() }),
  };
  const title = vscode.l10n.t('Reading "{0}"', nameOf(file));
  const result = await withProgress(title, (token) =>
    client.sendRequest<ReadDocumentResult>(READ_DOCUMENT_REQUEST, params, token),
  );
  if (result === undefined) return undefined;
  if (!('problem' in result)) return result;
  void vscode.window.showErrorMessage(`${failure} ${result.problem}`);
  return undefined;
}

/** Shows that something is being done, which can be called off: then there is no answer. */
export async function withProgress<T>(
  title: string,
  ask: (token: vscode.CancellationToken) => Promise<T>,
): Promise<T | undefined> {
  const location = vscode.ProgressLocation.Notification;
  const calledOff = (error: unknown): undefined => {
    if (error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled) return undefined;
    throw error;
  };
  return vscode.window.withProgress({ location, title, cancellable: true }, (_progress, token) =>
    ask(token).catch(calledOff),
  );
}

/** In bytes; 0 where that cannot be known. */
export async function sizeOf(file: vscode.Uri): Promise<number> {
  const { size } = await vscode.workspace.fs.stat(file).then(undefined, () => ({ size: 0 }));
  return size;
}

/** What base64 stands for. */
export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** The guess first with its reasons, then what else it may be, and all others behind them. */
async function pick(
  client: BaseLanguageClient,
  { file, title }: Reading,
  guess: FrameworkGuess,
): Promise<OfferedFramework | undefined> {
  const offered = await offeredFrameworks(client, [file]);
  const known = new Map(offered.map((framework) => [framework.id, framework]));
  const likely = likelyItems(guess, known);
  const isLikely = (one: OfferedFramework) => likely.some(({ framework }) => framework === one);
  const others = frameworkItems(offered.filter((one) => !isLikely(one)));
  const picked = await vscode.window.showQuickPick([...likely, ...others], {
    title,
    placeHolder:
      guess.framework === null
        ? [vscode.l10n.t('No framework was recognised.'), ...guess.reasons].join(' ')
        : vscode.l10n.t('Which framework does it follow?'),
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return picked?.framework;
}

function likelyItems(
  { framework, reasons, others }: FrameworkGuess,
  known: ReadonlyMap<string, OfferedFramework>,
): readonly FrameworkItem[] {
  const item = (id: string, why: readonly string[]): readonly FrameworkItem[] => {
    const found = known.get(id);
    return found === undefined ? [] : [{ label: found.title, detail: why.join(' '), framework: found }];
  };
  const first = framework === null ? [] : item(framework, reasons);
  const rest = others.flatMap((other) => item(other.framework, other.reasons));
  return [...below(vscode.l10n.t('It seems to be'), first), ...below(vscode.l10n.t('It may also be'), rest)];
}

function below(label: string, items: readonly FrameworkItem[]): readonly FrameworkItem[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}
