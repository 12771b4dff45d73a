import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-protocol/node';
import { Editor } from './harness/editor.ts';
import { applyLspEdits } from './harness/lspEdits.ts';

const uri = 'file:///reports/fixing.md';

/** Two safe fixes: a paragraph's number, and a section's. */
const REPORT = `---
framework: ofsted-safeguarding-2012
---

# Inspection of safeguarding

## Safeguarding services

### Quality of provision

- **Judgement:** Good (Grade 2)

1. The quality of provision is good.

2. The second.

2. The third.

4. The fourth.
`;

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

function actions(editor: Editor, only?: readonly string[]): Promise<CodeAction[]> {
  const context = { diagnostics: [], ...(only === undefined ? {} : { only }) };
  return editor.request<CodeAction[]>('textDocument/codeAction', uri, { range: WHOLE, context });
}

describe('language server: fixes', () => {
  let editor: Editor;

  before(async () => {
    editor = new Editor();
    await editor.initialize({ workspace: { workspaceEdit: { documentChanges: true } } });
    await editor.connection.sendNotification('initialized', {});
    await editor.open(uri, REPORT);
  });

  after(async () => assert.equal(await editor.leave(), 0));

  it('mends all that is safe at once, for who asks for it', async () => {
    const [all, ...others] = await actions(editor, ['source.fixAll']);
    assert.deepEqual(others, []);
    assert.equal(all?.kind, 'source.fixAll.touchstone');
    const [change] = all?.edit?.documentChanges ?? [];
    assert.ok(change !== undefined && 'textDocument' in change);
    assert.deepEqual(change.textDocument, { uri, version: 1 });
    const after = applyLspEdits(REPORT, change.edits);
    assert.equal(after, REPORT.replace('2. The third.', '3. The third.'));
  });

  it('has nothing to mend the second time', async () => {
    await editor.change(uri, 2, [{ text: REPORT.replace('2. The third.', '3. The third.') }]);
    assert.deepEqual(await actions(editor, ['source.fixAll.touchstone']), []);
    await editor.change(uri, 3, [{ text: REPORT }]);
  });

  it('offers only the kinds that are asked for, and all of none but at a place', async () => {
    const kinds = async (only?: readonly string[]) =>
      [...new Set((await actions(editor, only)).map(({ kind }) => kind))].sort();
    assert.deepEqual(await kinds(['quickfix']), ['quickfix']);
    assert.deepEqual(await kinds(['source.organizeImports']), []);
    assert.deepEqual(await kinds(['source']), ['source.fixAll.touchstone']);
    assert.ok(!(await kinds()).includes('source.fixAll.touchstone'));
  });

  it('says which version a fix is of, so that a text that has changed is left alone', async () => {
    const found = await actions(editor, ['quickfix']);
    assert.ok(found.length > 0);
    for (const { edit } of found) {
      const [change] = edit?.documentChanges ?? [];
      assert.ok(change !== undefined && 'textDocument' in change);
      assert.deepEqual(change.textDocument, { uri, version: 3 });
    }
  });
});

/** What asks for words is of use only where the cursor can be put there. */
describe('language server: fixes that ask for words', () => {
  const text = REPORT.replace('good.', 'good for XX% of them.');
  const title = 'Add "organisation", to be filled in';

  async function offered(snippetEditSupport: boolean): Promise<CodeAction[]> {
    const editor = new Editor();
    await editor.initialize({ workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport } } });
    await editor.connection.sendNotification('initialized', {});
    await editor.open(uri, text);
    const found = await actions(editor, ['quickfix']);
    assert.equal(await editor.leave(), 0);
    return found;
  }

  it('hold a tab stop where the editor knows them', async () => {
    const fix = (await offered(true)).find((action) => action.title === title);
    const [change] = fix?.edit?.documentChanges ?? [];
    assert.ok(change !== undefined && 'textDocument' in change);
    assert.deepEqual(change.edits, [
      {
        range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } },
        snippet: { kind: 'snippet', value: 'organisation: $1\n' },
      },
    ]);
  });

  it('are not offered to an editor that does not', async () => {
    const titles = (await offered(false)).map((action) => action.title);
    assert.ok(titles.length > 0);
    assert.ok(!titles.includes(title));
  });
});
