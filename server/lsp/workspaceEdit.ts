import type {
  AnnotatedTextEdit,
  TextEdit as LspTextEdit,
  WorkspaceEdit,
  WorkspaceEditClientCapabilities,
} from 'vscode-languageserver';

/** The changes of one file. */
export interface FileChanges {
  readonly uri: string;
  /** Of the text that the edits are places in; null for a file that is not open. */
  readonly version: number | null;
  readonly edits: readonly PossibleEdit[];
}

/** A change, and whether the words there may well speak of something else. */
export interface PossibleEdit {
  readonly edit: LspTextEdit;
  readonly isUnsure?: boolean;
}

/** What a client can do with changes; undefined for one that says nothing of it. */
export type EditCapabilities = WorkspaceEditClientCapabilities | undefined;

const UNSURE = 'unsure';

/**
 * Changes of one file or of several, as far as the client can take them: with the version that they are of, so that a
 * text that has changed meanwhile is left alone. Only a change to words that may speak of something else waits until
 * somebody has ticked it: an editor that shows one of these shows the others with it, ticked, and where there is none
 * it changes all files at once.
 */
export function workspaceEdit(files: readonly FileChanges[], can: EditCapabilities): WorkspaceEdit {
  const changed = files.filter(({ edits }) => edits.length > 0);
  if (can?.documentChanges !== true) {
    return { changes: Object.fromEntries(changed.map(({ uri, edits }) => [uri, edits.map(plain)])) };
  }
  const isAsked =
    can.changeAnnotationSupport !== undefined &&
    changed.some(({ edits }) => edits.some(({ isUnsure }) => isUnsure === true));
  const documentChanges = changed.map(({ uri, version, edits }) => ({
    textDocument: { uri, version },
    edits: edits.map(isAsked ? annotated : plain),
  }));
  if (!isAsked) return { documentChanges };
  const annotation = {
    label: 'Words that may speak of something else',
    needsConfirmation: true,
    description: 'Tick those that mean it.',
  };
  return { documentChanges, changeAnnotations: { [UNSURE]: annotation } };
}

function plain({ edit }: PossibleEdit): LspTextEdit {
  return edit;
}

function annotated({ edit, isUnsure }: PossibleEdit): LspTextEdit | AnnotatedTextEdit {
  return isUnsure === true ? { ...edit, annotationId: UNSURE } : edit;
}
