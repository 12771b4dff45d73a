import type { TextEdit } from '../text/edit.ts';
import type { SourceText } from '../text/sourceText.ts';

/**
 * Edits with tab stops as editors take them: these indent all lines of a snippet but the first as far as the line is
 * indented that it is put into. What can be put at the start of a line, where nothing is added, is; of what cannot, the
 * lines leave out what will be added.
 */
export function snippetEdits(text: SourceText, edits: readonly TextEdit[]): readonly TextEdit[] {
  return merged(edits).map((edit) => (edit.insert.includes('\n') ? placed(text, edit) : edit));
}

/** Insertions at one place as one: editors visit the tab stops of an insertion in the order in which they stand. */
function merged(edits: readonly TextEdit[]): readonly TextEdit[] {
  const found: TextEdit[] = [];
  for (const edit of edits) {
    const { from, to } = edit.span;
    const at = from === to ? found.findIndex(({ span }) => span.from === from && span.to === to) : -1;
    const before = found[at];
    if (before === undefined) found.push(edit);
    else found[at] = { span: edit.span, insert: before.insert + edit.insert };
  }
  return found;
}

function placed(text: SourceText, edit: TextEdit): TextEdit {
  const { from, to } = edit.span;
  const line = text.lineAt(from);
  const before = line.text.slice(0, from - line.from);
  const indent = /^[ \t]*/.exec(before)?.[0] ?? '';
  if (indent === '') return edit;
  const isInsertion = from === to;
  if (isInsertion && from === line.to && line.number < text.lines && edit.insert.startsWith('\n')) {
    const at = line.to + 1;
    return { span: { from: at, to: at }, insert: `${edit.insert.slice(1)}\n` };
  }
  if (isInsertion && before === indent && edit.insert.endsWith(`\n${indent}`)) {
    const insert = indent + edit.insert.slice(0, -indent.length);
    return { span: { from: line.from, to: line.from }, insert };
  }
  return { span: edit.span, insert: edit.insert.replaceAll(`\n${indent}`, '\n') };
}
