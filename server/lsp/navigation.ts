import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  DocumentHighlightKind,
  type FileEvent,
  type FileRename,
  type Location,
  type Position,
  type ServerCapabilities,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { linksMoved } from '../features/movedFiles.ts';
import type { Target } from '../features/names/thing.ts';
import { definitionsAt, highlights, mentionsAt, type NamedFile } from '../features/packNames.ts';
import { renamed, renamingAt } from '../features/packRename.ts';
import { unescaped } from '../text/address.ts';
import type { TextEdit } from '../text/edit.ts';
import { PackFacts } from './packFacts.ts';
import { type FileSources, type PackFile, PackFiles } from './packFiles.ts';
import { Positions } from './positions.ts';
import { readFrom } from './readings.ts';
import { refused } from './refusals.ts';
import type { Checked } from './requests.ts';
import { type LinkData, toLink, toTextEdit } from './toLsp.ts';
import { type EditCapabilities, type FileChanges, workspaceEdit } from './workspaceEdit.ts';
import { WorkspaceSymbols } from './workspaceSymbols.ts';

interface Surroundings extends FileSources {
  readonly connection: Connection;
  readonly capabilities: ClientCapabilities;
  readonly checked: (uri: string) => Promise<Checked | undefined>;
}

/** Answers where things are and are spoken of, across the pack, and changes that everywhere. */
export class Navigation {
  /** What documents say that is of use in others. */
  readonly facts: PackFacts;
  readonly #symbols: WorkspaceSymbols;

  constructor(around: Surroundings) {
    const isTold = around.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    const known = { ...around, open: () => around.documents.keys(), isTold };
    this.#symbols = new WorkspaceSymbols(known);
    this.facts = new PackFacts(known);
    answerNames(around);
    answerLinks(around);
    answerRenaming(around);
    answerLinkedEditing(around);
  }

  capabilities(): ServerCapabilities {
    // Anything that moves may be linked to, also a folder with all that is in it.
    const fileOperations = { willRename: { filters: [{ pattern: { glob: '**/*' } }] } };
    return {
      definitionProvider: true,
      documentHighlightProvider: true,
      referencesProvider: true,
      renameProvider: { prepareProvider: true },
      documentLinkProvider: { resolveProvider: true },
      linkedEditingRangeProvider: true,
      workspaceSymbolProvider: true,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true }, fileOperations },
    };
  }

  /** Files have changed, come or gone; without changes anything may be different. */
  changed(changes?: readonly FileEvent[]): void {
    this.#symbols.changed(changes);
    this.facts.changed(changes);
  }
}

/** Answers with the links of a document; the place in another file is looked for when somebody follows one. */
function answerLinks(around: Surroundings): void {
  const { connection } = around;
  connection.onDocumentLinks(async ({ textDocument: { uri } }) => {
    const open = await around.checked(uri);
    if (open === undefined) return [];
    const { positions } = open.document;
    return open.answers.links().flatMap((link) => toLink(link, uri, positions) ?? []);
  });
  connection.onDocumentLinkResolve(async (link, token) => {
    const { file, fragment }: LinkData = link.data;
    const found = await new PackFiles(around, undefined, token).file(file);
    const at = found?.names.place(fragment)?.at;
    if (found === undefined || at === undefined) return { ...link, target: file };
    const { line, character } = found.document.positions.position(at);
    return { ...link, target: `${file}#L${line + 1},${character + 1}` };
  });
}

/** A request for what stands at a place of an open document. */
interface At {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

function answerNames(around: Surroundings): void {
  const { connection } = around;
  connection.onDefinition(async (params, token) => {
    const open = await opened(around, params, token);
    if (open === undefined) return null;
    const targets = await definitionsAt(open.own, open.offset, open.files);
    const found = await locationsOf(targets, open.files);
    open.files.verify();
    return found.length > 1 ? found : (found[0] ?? null);
  });
  connection.onReferences(async (params, token) => {
    const open = await opened(around, params, token);
    if (open === undefined) return null;
    const { includeDeclaration } = params.context;
    const found = await mentionsAt(open.own, open.offset, open.files);
    const wanted = found.filter(({ mention }) => includeDeclaration || mention.role === 'use');
    const targets = wanted.map(({ file, mention }) => ({ ...file, span: mention.span }));
    const locations = await locationsOf(targets, open.files);
    open.files.verify();
    return locations;
  });
  connection.onDocumentHighlight(async (params, token) => {
    const open = await opened(around, params, token);
    if (open === undefined) return null;
    const { positions } = open.own.document;
    return highlights(open.own, open.offset).map(({ span, role }) => ({
      range: positions.range(span),
      kind: role === 'use' ? DocumentHighlightKind.Read : DocumentHighlightKind.Write,
    }));
  });
}

/** What is typed in two places at once, by a client that does so. */
function answerLinkedEditing({ connection, checked }: Surroundings): void {
  connection.languages.onLinkedEditingRange(async ({ textDocument, position }) => {
    const open = await checked(textDocument.uri);
    if (open === undefined || readFrom(textDocument.uri) !== undefined) return null;
    const { positions } = open.document;
    const spans = open.answers.linkedEditing(positions.offset(position));
    // A name may be of any words; what would end a cell or a line ends the typing in both places.
    return spans.length === 0
      ? null
      : { ranges: spans.map((span) => positions.range(span)), wordPattern: '[^|\\r\\n]+' };
  });
}

function answerRenaming(around: Surroundings): void {
  const { connection, capabilities } = around;
  const can: EditCapabilities = capabilities.workspace?.workspaceEdit;
  connection.onPrepareRename(async (params, token) => {
    const open = await opened(around, params, token);
    const found = open && renamingAt(open.own, open.offset);
    if (open === undefined || found === undefined) return null;
    if (typeof found === 'string') throw refused(found);
    return { range: open.own.document.positions.range(found.span), placeholder: found.name };
  });
  connection.onRenameRequest(async (params, token) => {
    const { uri } = params.textDocument;
    if (readFrom(uri) !== undefined)
      throw refused('This text was only read from a file, and cannot be changed.');
    const open = await opened(around, params, token);
    if (open === undefined) return null;
    const edits = await renamed(open.own, open.offset, params.newName, open.files);
    if (typeof edits === 'string') throw refused(edits);
    // Half of a pack must not be renamed.
    if (edits.length > 0 && open.files.unread !== undefined) throw refused(unreadable(open.files.unread));
    open.files.verify();
    return workspaceEdit(changesOf(edits, open.files), can);
  });
  connection.workspace.onWillRenameFiles(({ files }, token) => movedLinks(around, files, token, can));
}

function unreadable(path: string): string {
  const name = unescaped(path).split('/').at(-1);
  return `"${name}" cannot be read, and the name may stand there as well: mend or remove that file first.`;
}

/** The changes to links that a move of files takes, in all folders that are open. */
async function movedLinks(
  around: Surroundings,
  files: readonly FileRename[],
  token: CancellationToken,
  can: EditCapabilities,
): Promise<WorkspaceEdit | null> {
  const moves = files.map(({ oldUri, newUri }) => ({ from: oldUri, to: newUri }));
  const all = new PackFiles(around, undefined, token, around.folders());
  const edits = await linksMoved(moves, all);
  all.verify();
  if (edits.length === 0) return null;
  return workspaceEdit(changesOf(edits, all), can);
}

/** A document at the time of a request, with the files around it. */
async function opened(
  around: Surroundings,
  { textDocument: { uri }, position }: At,
  token: CancellationToken,
) {
  const open = await around.checked(uri);
  if (open === undefined) return undefined;
  const { document, answers } = open;
  const { version, text } = document;
  const own: PackFile = { path: uri, text, names: answers.names, document, version };
  return { own, offset: document.positions.offset(position), files: new PackFiles(around, own, token) };
}

/** Places in the protocol's words, each by the file that its text is of: that may begin with a byte-order mark. */
async function locationsOf(targets: readonly Target[], files: PackFiles): Promise<Location[]> {
  const found: Location[] = [];
  for (const { path, text, span } of targets) {
    const file = await files.file(path);
    // What a framework says is known from the disk, and may be another by now.
    const isSame = file !== undefined && (file.text === text || file.text.toString() === text.toString());
    const positions = isSame ? file.document.positions : new Positions(text, false);
    found.push({ uri: path, range: positions.range(span) });
  }
  return found;
}

/** Changes to files in the protocol's words, each in its own version. */
function changesOf(changes: readonly FileChange[], files: PackFiles): readonly FileChanges[] {
  return changes.flatMap(({ file: { path }, edits }) => {
    const read = files.now(path);
    if (read === undefined) return [];
    const { document, version } = read;
    const possible = edits.map(({ unsure, ...edit }) => {
      return { edit: toTextEdit(edit, document.positions), isUnsure: unsure === true };
    });
    return [{ uri: path, version, edits: possible }];
  });
}

interface FileChange {
  readonly file: NamedFile;
  readonly edits: readonly (TextEdit & { readonly unsure?: boolean })[];
}
