import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Connection,
} from 'vscode-languageserver';
import type { Checked } from './requests.ts';
import { toCodeAction, toTextEdit } from './toLsp.ts';
import { type EditCapabilities, workspaceEdit } from './workspaceEdit.ts';

/** All safe fixes of a document at once, as editors ask for them when a document is saved. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.touchstone`;

export const CODE_ACTION_KINDS = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL];

interface Surroundings {
  readonly connection: Connection;
  readonly capabilities: ClientCapabilities;
  readonly checked: (uri: string) => Promise<Checked | undefined>;
  readonly rulesPage: string | undefined;
}

/** Answers what can be mended, or written in another way, at a place and in the whole document. */
export function answerCodeActions({ connection, capabilities, checked, rulesPage }: Surroundings): void {
  const can: EditCapabilities = capabilities.workspace?.workspaceEdit;
  // Whether the cursor can be put where something is still to be written.
  const canTabStop = can?.snippetEditSupport === true;
  connection.onCodeAction(async ({ textDocument: { uri }, range, context }: CodeActionParams) => {
    const open = await checked(uri);
    if (open === undefined) return [];
    const { positions } = open.document;
    const wanted = (kind: string | undefined) => isWanted(kind, context.only);
    // To mend all takes as long as to check several times over: only who asks for it waits for it.
    const all = context.only !== undefined && wanted(FIX_ALL) ? fixAllAction(open, can) : [];
    if (![CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite].some(wanted)) return all;
    const here = open.answers
      .codeActions(positions.span(range), canTabStop)
      .map((action) => toCodeAction(action, open.document, rulesPage, can));
    return [...here.filter(({ kind }) => wanted(kind)), ...all];
  });
}

/** Kinds are parted by stops: who asks for `source` gets `source.fixAll` too. */
function isWanted(kind: string | undefined, only: readonly string[] | undefined): boolean {
  if (only === undefined || kind === undefined) return true;
  return only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));
}

function fixAllAction({ document, answers }: Checked, can: EditCapabilities): CodeAction[] {
  const { uri, version, positions } = document;
  const edits = answers.fixAll().map((edit) => ({ edit: toTextEdit(edit, positions) }));
  if (edits.length === 0) return [];
  const title = 'Mend all that can be mended safely';
  return [{ title, kind: FIX_ALL, edit: workspaceEdit([{ uri, version, edits }], can) }];
}
