import assert from 'node:assert/strict';
import { cellMarkdown } from '../../server/lsp/pastedCells.ts';
import { applyEdits } from '../../server/text/edit.ts';
import { SourceText } from '../../server/text/sourceText.ts';
import { offered } from '../harness/offered.ts';
import { type Feature, quoted } from './subject.ts';

/** What the features offer and write, as text: one function a feature, named after its file of cases. */
export const WRITTEN: Readonly<Record<string, Feature>> = {
  completion({ answers, text, filtered, pack }, offset) {
    const items = answers.completion(offset, { explicit: true, pack });
    if (!filtered) return offered(text, items);
    const begun = items.filter(({ label, span }) => label.startsWith(text.slice(span.from, offset)));
    return offered(
      text,
      begun.map((item) => ({ ...item, documentation: undefined })),
    );
  },
  /** What is offered to those who only type, because of the character before the cursor. */
  'completion-typed'({ answers, text }, offset) {
    const character = text.slice(offset - 1, offset);
    return offered(text, answers.completion(offset, { explicit: false, character }));
  },
  /** The text as it is written when all is formatted. */
  formatting({ answers, text, again }) {
    const formatted = applyEdits(text.toString(), answers.formatting());
    assert.deepEqual(again(formatted).formatting(), [], 'What is formatted is left as it is.');
    return formatted.trimEnd();
  },
  /** The table after each step from the cursor, with what is selected then in brackets. */
  'table-cells'({ answers, text }, offset) {
    const place = answers.tables?.place?.(offset);
    if (place === undefined) return 'nothing';
    const steps = (['next', 'previous', 'row'] as const).map((step) => {
      const { edits, selection } = present(answers.tables?.move?.(offset, step));
      const after = SourceText.of(applyEdits(text.toString(), edits));
      const marked = after
        .replace({ from: selection.to, to: selection.to }, '»')
        .replace({ from: selection.from, to: selection.from }, '«');
      return `${step}:\n${tableIn(marked)}`;
    });
    return `${place.atEnd ? 'at the end of a row' : 'within a row'}\n\n${steps.join('\n\n')}`;
  },
  'copy-table'({ answers }, offset) {
    const found = answers.tables?.values(offset);
    return found === undefined
      ? 'nothing'
      : `${found.rows} rows\n${found.text.replaceAll('\t', ' → ').trimEnd()}`;
  },
  /** The document after three rows of two cells were pasted. */
  'paste-table'({ answers, text, selection, again }) {
    const rows = [
      ['Month', 'Seen'],
      ['Apr 2020', '92%'],
      ['May 2020', '9|5%'],
    ].map((cells) => cells.map(cellMarkdown));
    const pasted = answers.tables?.paste?.(selection, rows);
    if (pasted === undefined) return 'nothing';
    if (pasted.kind === 'problem') return pasted.problem;
    const after = applyEdits(text.toString(), pasted.edits);
    const faults = again(after).findings.filter(({ rule }) => rule.startsWith('syntax/'));
    assert.deepEqual(faults, [], 'The document can still be read.');
    return `${pasted.kind}:\n${after.trimEnd()}`;
  },
  ignoring({ answers, text }, offset) {
    const actions = answers.codeActions({ from: offset, to: offset }, true);
    const ignoring = actions.find(({ title }) => title.startsWith('Ignore'));
    return ignoring === undefined ? 'nothing' : applyEdits(text.toString(), ignoring.edits).trimEnd();
  },
  /** What asks for words, with the document as an editor makes it, which indents the lines of a snippet. */
  asking({ answers, text, again }, offset) {
    const actions = answers.codeActions({ from: offset, to: offset }, true);
    const found = actions.filter(({ snippet, title }) => snippet && !title.startsWith('Ignore'));
    if (found.length === 0) return 'nothing';
    return found
      .map(({ title, edits }) => {
        const after = applyEdits(
          text.toString(),
          edits.map(({ span, insert }) => ({ span, insert: indentedAs(text, span.from, insert) })),
        );
        const faults = again(after.replace(/\$\d/g, 'words')).findings;
        assert.ok(!faults.some(({ rule }) => rule.startsWith('syntax/')), `It can still be read: ${after}`);
        return `${title}:\n${after.trimEnd()}`;
      })
      .join('\n\n');
  },
  /** The second way: for a while. */
  'ignoring-until'({ answers, text, again }, offset) {
    const actions = answers.codeActions({ from: offset, to: offset }, true);
    const found = actions.filter(({ title }) => title.startsWith('Ignore'))[1];
    if (found === undefined) return 'nothing';
    const after = applyEdits(text.toString(), found.edits);
    const rule = found.finding?.rule;
    assert.ok(!again(after).findings.some((one) => one.rule === rule), 'It is switched off.');
    return `${found.title}:\n${after.trimEnd()}`;
  },
  snippets({ answers, text }, offset) {
    const actions = answers.codeActions({ from: offset, to: offset }, true);
    const shown = actions.find(({ title, snippet }) => snippet && title.startsWith('Insert'));
    return shown === undefined
      ? 'nothing'
      : `${shown.title}\n${applyEdits(text.toString(), shown.edits).trimEnd()}`;
  },
  /** What can be written in another way, with the document after each. */
  rewrites({ answers, text }, offset) {
    const found = answers
      .codeActions({ from: offset, to: offset }, false)
      .filter(({ finding }) => finding === undefined);
    if (found.length === 0) return 'nothing';
    return found
      .map(({ title, edits }) => `${title}:\n${applyEdits(text.toString(), edits).trimEnd()}`)
      .join('\n\n');
  },
  'code-actions'({ answers }, offset) {
    const actions = answers.codeActions({ from: offset, to: offset }, false);
    if (actions.length === 0) return 'nothing';
    return actions
      .map(
        ({ title, preferred, finding }) =>
          `${title}${preferred ? ' (preferred)' : ''}${finding === undefined ? '' : ` for ${finding.rule}`}`,
      )
      .join('\n');
  },
  /** What is wrong with a file, with the fixes that mend it: after each, what it mended is gone. */
  findings({ answers, text, again }) {
    if (answers.findings.length === 0) return 'nothing';
    return answers.findings
      .map(({ message, span, fixes }) => {
        for (const fix of fixes) {
          const mended = again(applyEdits(text.toString(), fix.edits()));
          assert.ok(!mended.findings.some((other) => other.message === message), `${fix.title}: ${message}`);
        }
        const titles = fixes.map(({ title }) => ` [${title}]`).join('');
        return `${text.lineAt(span.from).number} ${quoted(text, span)} ${message}${titles}`;
      })
      .join('\n');
  },
};

function present<T>(value: T | undefined): T {
  assert.ok(value !== undefined);
  return value;
}

/** From the first line of a table on. */
function tableIn(text: SourceText): string {
  const lines = text.toString().split('\n');
  return lines
    .slice(lines.findIndex((line) => line.includes('|')))
    .join('\n')
    .trimEnd();
}

/** A snippet as VS Code puts it in: all lines but the first as far in as the line is up to where it begins. */
function indentedAs(text: SourceText, at: number, insert: string): string {
  const line = text.lineAt(at);
  const indent = /^[ \t]*/.exec(line.text.slice(0, at - line.from))?.[0] ?? '';
  return insert.replaceAll('\n', `\n${indent}`);
}
