import assert from 'node:assert/strict';
import { linksMoved } from '../../server/features/movedFiles.ts';
import { definitionsAt, highlights, mentionsAt, type NamedFile } from '../../server/features/packNames.ts';
import { renamed, renamingAt } from '../../server/features/packRename.ts';
import { matching } from '../../server/features/packSymbols.ts';
import { applyEdits, type TextEdit } from '../../server/text/edit.ts';
import { type Feature, quoted, type Subject } from './subject.ts';

/** What the features say of things that have names, as text: one function a feature, named after its file of cases. */
export const NAMED: Readonly<Record<string, Feature>> = {
  async definition({ own, around }, offset) {
    const found = await definitionsAt(own, offset, around);
    if (found.length === 0) return 'nothing';
    return found
      .map(({ path: file, text, span }) => {
        const line = text.lineAt(span.from);
        return `${file}:${line.number} ${line.text.trim()} at ${quoted(text, span)}`;
      })
      .join('\n');
  },
  async references({ own, around }, offset) {
    const found = await mentionsAt(own, offset, around);
    if (found.length === 0) return 'nothing';
    return found
      .map(({ file: { path: file, text }, mention: { span, role } }) => {
        const line = text.lineAt(span.from);
        const where = file === own.path ? line.number : `${file}:${line.number}`;
        return `${where} ${line.text.trim()} at ${quoted(text, span)}${role === 'use' ? '' : ` (${role})`}`;
      })
      .join('\n');
  },
  highlights({ own }, offset) {
    const found = highlights(own, offset);
    if (found.length === 0) return 'nothing';
    return found
      .map(({ span, role }) => {
        const line = own.text.lineAt(span.from);
        return `${line.number} ${line.text.trim()} at ${quoted(own.text, span)}${role === 'use' ? '' : ` (${role})`}`;
      })
      .join('\n');
  },
  rename: renaming,
  /** The files after the moves that "moves.txt" lists, one a line. */
  async moves({ around, moves }) {
    return changed(await linksMoved(moves, around), undefined);
  },
  'linked-editing'({ answers, text }, offset) {
    const found = answers.linkedEditing(offset);
    if (found.length === 0) return 'nothing';
    return found.map((span) => `${text.lineAt(span.from).number} ${quoted(text, span)}`).join('\n');
  },
  /** All that can be looked for; and where the fence gives a query, what it finds. */
  'workspace-symbols'({ answers, text, name }) {
    const found = name === 'another' ? answers.packSymbols() : matching(name, answers.packSymbols());
    if (found.length === 0) return 'nothing';
    return found
      .map(({ name: shown, kind, container, span }) => {
        return `${text.lineAt(span.from).number} ${kind} ${shown} (${container}) at ${quoted(text, span)}`;
      })
      .join('\n');
  },
};

/** What a file says, and the others of its case, when what stands at the cursor is called as the fence's info says. */
async function renaming({ own, around, name }: Subject, offset: number): Promise<string> {
  const found = renamingAt(own, offset);
  if (found === undefined || typeof found === 'string') return found ?? 'nothing';
  const edits = await renamed(own, offset, name, around);
  const after = typeof edits === 'string' ? edits : changed(edits, own);
  return `${quoted(own.text, found.span)}\n\n${after}`;
}

/** The files that change as they are afterwards, the one under test first and without its name. */
function changed(changes: readonly FileChange[], own: NamedFile | undefined): string {
  const sorted = [...changes].sort((a, b) => Number(b.file === own) - Number(a.file === own));
  if (sorted.length === 0) return 'nothing changes';
  return sorted
    .map(({ file, edits }) => {
      const unsure = edits.filter((edit) => edit.unsure === true).length;
      const told = unsure === 0 ? '' : ` (${unsure} unsure)`;
      const head = file === own ? told.trim() : `=== ${file.path}${told}`;
      const text = applyEdits(file.text.toString(), edits).trimEnd();
      assert.notEqual(`${text}\n`, file.text.toString(), 'Edits change something, and overlap nowhere.');
      return head === '' ? text : `${head}\n${text}`;
    })
    .join('\n\n');
}

interface FileChange {
  readonly file: NamedFile;
  readonly edits: readonly (TextEdit & { readonly unsure?: boolean })[];
}
