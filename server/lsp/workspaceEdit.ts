import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  TextEdit as LspTextEdit,
  WorkspaceEdit,
  WorkspaceEditClientCapabilities,
} from 'vscode-languageserver';

/** The changes of one file. */
export interface FileChanges {
  readonly uri: string;
  /** Of the text that the edits are places in; null for a file that is not open. */
  readonly version: number | null;
  readonly edits: readonly LspTextEdit[];
  /** Whether some of the words that change may speak of something else. */
  readonly isUnsure?: boolean;
}

/** What a client can do with changes; undefined for one that says nothing of it. */
export type EditCapabilities = WorkspaceEditClientCapabilities | undefined;

const ANNOTATION = 'touchstone';

/**
 * Changes of one file or of several, as far as the client can take them: with the version that they are of, so that a
 * text that has changed meanwhile is left alone; and where other files than the open one change too, or words that may
 * speak of something else, with a wish to be looked at first.
 * @param own the file that the changes were asked for in
 */
export function workspaceEdit(
  files: readonly FileChanges[],
  own: string,
  title: string,
  can: EditCapabilities,
): WorkspaceEdit {
  const changed = files.filter(({ edits }) => edits.length > 0);
  if (can?.documentChanges !== true) {
    return { changes: Object.fromEntries(changed.map(({ uri, edits }) => [uri, [...edits]])) };
  }
  const needsLook = changed.some(({ uri, isUnsure }) => uri !== own || isUnsure === true);
  const isNoted = can.changeAnnotationSupport !== undefined && needsLook;
  const noted = (edit: LspTextEdit): LspTextEdit | AnnotatedTextEdit =>
    isNoted ? { ...edit, annotationId: ANNOTATION } : edit;
  const documentChanges = changed.map(({ uri, version, edits }) => ({
    textDocument: { uri, version },
    edits: edits.map(noted),
  }));
  if (!isNoted) return { documentChanges };
  const annotation: ChangeAnnotation = {
    label: title,
    needsConfirmation: true,
    description: describe(changed, own),
  };
  return { documentChanges, changeAnnotations: { [ANNOTATION]: annotation } };
}

function describe(changed: readonly FileChanges[], own: string): string {
  if (changed.length > 1) return `Changes ${changed.length} files.`;
  return changed[0]?.uri === own
    ? 'Changes words that may speak of something else.'
    : 'Changes another file.';
}
