import type { TextEdit } from 'vscode-languageserver-protocol/node';
import { Positions } from '../../server/lsp/positions.ts';
import { applyEdits } from '../../server/text/edit.ts';
import { SourceText } from '../../server/text/sourceText.ts';

/** A text with LF line ends after edits as an editor would apply them. */
export function applyLspEdits(text: string, edits: readonly object[]): string {
  const positions = new Positions(SourceText.of(text), false);
  const own = (edits as readonly TextEdit[]).map(({ range, newText }) => ({
    span: positions.span(range),
    insert: newText,
  }));
  return applyEdits(text, own);
}
