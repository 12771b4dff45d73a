import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import type { Editor } from './harness/editor.ts';
import { Workspace } from './harness/workspace.ts';

const REPORT = `---
framework: ofsted-safeguarding-2012
---

# Inspection of safeguarding

## Safeguarding services

### Quality of provision

- **Judgement:** Good (Grade 3)

1. The quality of provision is good. 304 (63%) of the 436 staff agreed.
`;

describe('language server: a framework file', () => {
  let workspace: Workspace;
  let editor: Editor;
  const MINE = 'id: mine\nextends: ofsted-safeguarding-2012\ntitle: Mine\n';
  const SECTION = 'sections:\n  - id: appeals\n    heading: Appeals\n    required: true\n';
  let report: string;
  let mine: string;

  before(async () => {
    workspace = new Workspace({ 'own/touchstone.yaml': '', 'own/mine.framework.yaml': MINE });
    editor = workspace.editor;
    await workspace.start(undefined, null);
    report = workspace.uri('own/mine.report.md');
    mine = workspace.uri('own/mine.framework.yaml');
    await editor.open(report, REPORT.replace('ofsted-safeguarding-2012', 'mine'));
  });

  after(() => workspace.leave());

  it('shows what is wrong while it is written, and mends a near miss', async () => {
    assert.deepEqual(await editor.open(mine, MINE, 'yaml'), []);
    const found = await editor.change(mine, 2, [{ range: at(3, 0), text: 'sectoins: []\n' }]);
    assert.deepEqual(
      found.map(({ code, message }) => [code, message]),
      [['syntax/framework', '"sectoins" is not a key here; did you mean "sections"?']],
    );
    const context = { diagnostics: [] };
    const [fix] = await editor.request<CodeAction[]>('textDocument/codeAction', mine, {
      range: at(3, 2),
      context,
    });
    assert.equal(fix?.title, 'Change to "sections"');
    assert.deepEqual(
      fix.edit?.changes?.[mine]?.map(({ newText }) => newText),
      ['sections'],
    );
  });

  it('answers outline, hover, completion, definition and folding', async () => {
    await editor.change(mine, 3, [{ text: `${MINE}${SECTION}    judgement: { scale:  }\n` }]);
    const outline = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', mine);
    assert.deepEqual(
      outline.map(({ name, children }) => [name, children?.map((child) => [child.name, child.detail])]),
      [['sections', [['Appeals', 'required, judgement']]]],
    );
    const position = { line: 1, character: 12 };
    const hover = await editor.request<Hover>('textDocument/hover', mine, { position });
    assert.match(JSON.stringify(hover.contents), /Inspection of safeguarding.*\*\*scales\*\*: four-point/);
    const items = await editor.request<CompletionItem[]>('textDocument/completion', mine, {
      position: { line: 7, character: 24 },
    });
    // Its own and the inherited ones first, then those of the library.
    assert.equal(items[0]?.label, 'four-point');
    const folds = await editor.request<FoldingRange[]>('textDocument/foldingRange', mine);
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [3, 7],
        [4, 7],
      ],
    );
    // A shipped framework is in no file that could be opened.
    assert.equal(await editor.request('textDocument/definition', mine, { position }), null);
  });

  it('finds and renames what the file names', async () => {
    const scales = 'scales:\n  met:\n    values: [{ label: Met }, { label: Not met }]\n';
    await editor.change(mine, 4, [{ text: `${MINE}${scales}${SECTION}    judgement: { scale: met }\n` }]);
    const position = { line: 4, character: 3 };
    const found = await editor.request<Location[]>('textDocument/references', mine, {
      position,
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      found.map(({ uri, range }) => [uri, range.start.line]),
      [
        [mine, 4],
        [mine, 10],
      ],
    );
    assert.deepEqual(await editor.request('textDocument/prepareRename', mine, { position }), {
      range: { start: { line: 4, character: 2 }, end: { line: 4, character: 5 } },
      placeholder: 'met',
    });
    const renamed = await editor.request<WorkspaceEdit>('textDocument/rename', mine, {
      position,
      newName: 'two-point',
    });
    assert.deepEqual(
      renamed.changes?.[mine]?.map(({ range, newText }) => [range.start.line, newText]),
      [
        [4, 'two-point'],
        [10, 'two-point'],
      ],
    );
    await assert.rejects(
      editor.request('textDocument/rename', mine, { position, newName: 'Two points' }),
      /"Two points" cannot be a name here/,
    );
  });

  it('checks open reports by what was saved, as soon as it is', async () => {
    const missing = (found: readonly Diagnostic[]) =>
      found.filter(({ message }) => `${message}`.includes('"Appeals"'));
    // What is not saved yet is not counted, however often the report is checked.
    const unsaved = await editor.change(report, 2, [{ range: at(12, 0), text: '' }]);
    assert.deepEqual(missing(unsaved), []);
    workspace.write('own/mine.framework.yaml', `${MINE}${SECTION}`);
    const saved = editor.nextDiagnostics(report);
    await workspace.save('own/mine.framework.yaml');
    assert.equal(missing(await saved).length, 1);
  });

  it('goes from a report to its framework, and says when that has faults', async () => {
    const position = { line: 1, character: 13 };
    const place = await editor.request<Location>('textDocument/definition', report, { position });
    assert.deepEqual(place, { uri: mine, range: { start: at(0, 4).start, end: at(0, 8).end } });
    assert.equal((await editor.status(report)).trouble, undefined);
    workspace.write('own/mine.framework.yaml', `${MINE}colour: red\n`);
    const next = editor.nextDiagnostics(report);
    await workspace.save('own/mine.framework.yaml');
    await next;
    const { trouble } = await editor.statusThat(report, (status) => status.trouble !== undefined);
    assert.equal(trouble, 'The framework "Mine" has faults, so some findings may be missing or wrong.');
  });

  it('checks open reports again when a file of the pack changes, comes or goes', async () => {
    const share = (found: readonly Diagnostic[]) =>
      found.find(({ code }) => code === 'number/share-mismatch')?.severity;
    workspace.write('own/touchstone.yaml', 'rules:\n  number/share-mismatch: hint\n');
    assert.equal(share(await told('touchstone.yaml', 2)), 4);
    rmSync(path.join(workspace.folder, 'own/mine.framework.yaml'));
    const gone = await told('mine.framework.yaml', 3);
    assert.ok(gone.some(({ message }) => `${message}`.startsWith('There is no framework "mine"')));
    workspace.write('own/mine.framework.yaml', MINE);
    const back = await told('mine.framework.yaml', 1);
    assert.ok(!back.some(({ message }) => `${message}`.startsWith('There is no framework "mine"')));
  });

  it('shows where an example fails while the file is as it was saved', async () => {
    const text =
      'id: shown\ntitle: Shown\nexamples:\n  - name: Nothing\n    text: "[TBC]"\n    rules: [prose]\n    findings: []\n';
    const shown = workspace.uri('own/shown.framework.yaml');
    workspace.write('own/shown.framework.yaml', text);
    await told('shown.framework.yaml', 1);
    const found = await editor.open(shown, text, 'yaml');
    assert.deepEqual(
      found.map(({ code, range }) => [code, range.start]),
      [['syntax/example', { line: 4, character: 11 }]],
    );
    assert.deepEqual(await editor.change(shown, 2, [{ range: at(6, 14), text: ' ' }]), []);
  });

  /** What is found in the report once the editor has told that a file of the pack changed. */
  async function told(name: string, type: number): Promise<readonly Diagnostic[]> {
    const found = editor.nextDiagnostics(report);
    await workspace.tell([[`own/${name}`, type]]);
    return found;
  }
});

function at(line: number, character: number) {
  const position = { line, character };
  return { start: position, end: position };
}
