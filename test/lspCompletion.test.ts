import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CompletionItem,
  CompletionTriggerKind,
  InsertReplaceEdit,
  InsertTextFormat,
} from 'vscode-languageserver-protocol/node';
import { writeFiles } from './cli/cases.ts';
import { Editor } from './harness/editor.ts';

const FRAMEWORK = `id: short-plan
title: Short plan
statuses:
  delivery:
    values:
      - { label: On target, meaning: Going as planned. }
      - { label: At risk, meaning: May not be reached in time. }
acronyms: { MASH: Multi-agency safeguarding hub }
sections:
  - id: workstream
    heading: Workstream
    required: true
    fields:
      actions-status: { type: status, label: Actions status }
`;
const PLAN = '---\nframework: short-plan\n---\n\n# Plan\n\n## Workstream\n\n';
const FULL = {
  snippetSupport: true,
  insertReplaceSupport: true,
  preselectSupport: true,
  commitCharactersSupport: true,
};

describe('completion over the protocol', () => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'touchstone-completion-')));
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).toString();
  const [full, plain] = [new Editor(), new Editor()];
  let version = 1;

  before(async () => {
    writeFiles(folder, [
      ['touchstone.yaml', 'title: A pack\n'],
      ['short.framework.yaml', FRAMEWORK],
      ['data/figures 2020.csv', 'a,b\n'],
      ['other.md', `${PLAN}## What comes next\n\nMore.\n`],
    ]);
    for (const [editor, completionItem] of [
      [full, FULL],
      [plain, {}],
    ] as const) {
      const workspaceFolders = [{ uri: uriOf('').replace(/\/$/, ''), name: 'pack' }];
      await editor.initialize({ textDocument: { completion: { completionItem } } }, { workspaceFolders });
      await editor.connection.sendNotification('initialized', {});
      await editor.open(uriOf('plan.md'), PLAN);
    }
  });

  after(async () => {
    assert.deepEqual([await full.leave(), await plain.leave()], [0, 0]);
    rmSync(folder, { recursive: true });
  });

  /** What is offered at the end of the plan with more behind it. */
  async function offered(editor: Editor, more: string, character?: string): Promise<CompletionItem[]> {
    const uri = uriOf('plan.md');
    version += 1;
    const text = PLAN + more;
    await editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
    const lines = text.split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    const context =
      character === undefined
        ? { triggerKind: CompletionTriggerKind.Invoked }
        : { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: character };
    return editor.request('textDocument/completion', uri, { position, context });
  }

  it('puts tab stops and values to choose from where the editor can', async () => {
    const [item] = await offered(full, '- **', '*');
    assert.equal(item?.insertTextFormat, InsertTextFormat.Snippet);
    assert.match(JSON.stringify(item?.textEdit), /\{1\|On target,At risk\|\}/);
    const [bare] = await offered(plain, '- **', '*');
    assert.equal(bare?.insertTextFormat, InsertTextFormat.PlainText);
    assert.match(JSON.stringify(bare?.textEdit), /"newText":"\*\*Actions status:\*\*"/);
  });

  it('leaves it to the editor whether the words behind the cursor are replaced', async () => {
    const [item] = await offered(full, 'The MA');
    assert.ok(item?.textEdit !== undefined && InsertReplaceEdit.is(item.textEdit));
    const [bare] = await offered(plain, 'The MA');
    assert.equal(bare?.label, 'MASH');
    assert.ok(bare.textEdit !== undefined && !InsertReplaceEdit.is(bare.textEdit));
  });

  it('says nothing to what is typed in a sentence', async () => {
    for (const character of ['#', ':', ' ', '|', '(', '*', '{', ',', '^']) {
      assert.deepEqual(await offered(full, `Plans were written${character}`, character), [], character);
    }
  });

  it('offers the files of the pack to a link, and the headings of the one it names', async () => {
    const links = (await offered(full, 'See [it](', '(')).map(({ label }) => label);
    assert.ok(links.includes('#workstream') && links.includes('other.md'));
    assert.ok(links.includes('data/figures%202020.csv') && !links.includes('plan.md'));
    const headings = (await offered(full, 'See [it](other.md#', '#')).map(({ label }) => label);
    assert.ok(headings.includes('other.md#what-comes-next'), headings.join());
  });

  it('offers nothing behind the end of the document', async () => {
    await offered(full, '');
    const params = { position: { line: 500, character: 0 }, context: { triggerKind: 1 } };
    assert.deepEqual(await full.request('textDocument/completion', uriOf('plan.md'), params), []);
  });
});
