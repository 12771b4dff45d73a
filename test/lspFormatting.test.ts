import assert from 'node:assert/strict';
import type { RegistrationParams, TextEdit, UnregistrationParams } from 'vscode-languageserver-protocol/node';
import { Editor } from './harness/editor.ts';
import { applyLspEdits } from './harness/lspEdits.ts';

const REPORT = `---
framework: ofsted-safeguarding-2012
---

# Inspection of safeguarding

|Staff|Count|
|-|-:|
|Social workers|304|

|Other|Count|
|-|-|
|Managers|43|
`;

const FIRST = `| Staff          | Count |
| -------------- | ----: |
| Social workers |   304 |
`;

const SECOND = `| Other    | Count |
| -------- | ----- |
| Managers | 43    |
`;

const options = { tabSize: 2, insertSpaces: true };

describe('language server: formatting', () => {
  let editor: Editor;

  before(async () => {
    editor = new Editor();
    const { capabilities } = await editor.initialize();
    assert.equal(capabilities.documentFormattingProvider, true);
    assert.deepEqual(capabilities.documentOnTypeFormattingProvider, { firstTriggerCharacter: '|' });
    await editor.connection.sendNotification('initialized', {});
  });

  after(async () => assert.equal(await editor.leave(), 0));

  async function formatted(uri: string, text: string): Promise<TextEdit[]> {
    await editor.open(uri, text);
    return editor.request('textDocument/formatting', uri, { options });
  }

  it('aligns all tables of a document', async () => {
    const edits = await formatted('file:///reports/a.md', REPORT);
    const after = applyLspEdits(REPORT, edits);
    assert.ok(after.includes(FIRST) && after.includes(SECOND), after);
    assert.deepEqual(await formatted('file:///reports/b.md', after), []);
  });

  it('keeps line ends and a byte-order mark', async () => {
    const plain = await formatted('file:///reports/c.md', REPORT);
    const crlf = await formatted('file:///reports/d.md', `\uFEFF${REPORT.replaceAll('\n', '\r\n')}`);
    assert.deepEqual(crlf, plain);
    assert.ok(crlf.every(({ newText }) => !/[\r\n\uFEFF]/.test(newText)));
  });

  it('aligns the tables of a stretch alone, or the one that is typed in', async () => {
    const uri = 'file:///reports/e.md';
    await editor.open(uri, REPORT);
    const range = { start: { line: 10, character: 0 }, end: { line: 12, character: 3 } };
    const second = await editor.request<TextEdit[]>('textDocument/rangeFormatting', uri, { range, options });
    const after = applyLspEdits(REPORT, second);
    assert.ok(!after.includes(FIRST) && after.includes(SECOND), after);
    const typed = { position: { line: 8, character: 16 }, ch: '|', options };
    const first = await editor.request<TextEdit[]>('textDocument/onTypeFormatting', uri, typed);
    assert.ok(applyLspEdits(REPORT, first).includes(FIRST));
    const elsewhere = { position: { line: 4, character: 3 }, ch: '|', options };
    assert.deepEqual(await editor.request('textDocument/onTypeFormatting', uri, elsewhere), []);
  });

  it('leaves other Markdown to others', async () => {
    assert.equal(await formatted('file:///notes/readme.md', '|a|b|\n|-|-|\n|long|x|\n'), null);
  });

  it('answers for the text as it is, or not at all, when it changes between question and answer', async () => {
    const uri = 'file:///reports/f.md';
    await editor.open(uri, REPORT);
    const answer = editor.request<TextEdit[]>('textDocument/formatting', uri, { options });
    const changed = editor.change(uri, 2, [{ text: 'Nothing is left.\n' }]);
    const edits = await answer.catch((error: { code: number }) => error.code);
    assert.ok(edits === -32801 || applyLspEdits(REPORT, edits as TextEdit[]).includes(FIRST));
    await changed;
    assert.equal(await editor.request('textDocument/formatting', uri, { options }), null);
  });
});

describe('language server: formatting beside other formatters', () => {
  it('is offered for documents of ours alone, for as long as they are', async () => {
    const editor = new Editor();
    const offered = new Map<string, string>();
    let told: () => void = () => {};
    const next = () => new Promise<void>((resolve) => (told = resolve));
    editor.connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      for (const { id, method, registerOptions } of registrations) {
        if (/ormatting$/.test(method)) offered.set(id, JSON.stringify(registerOptions));
      }
      told();
    });
    editor.connection.onRequest(
      'client/unregisterCapability',
      ({ unregisterations }: UnregistrationParams) => {
        for (const { id } of unregisterations) offered.delete(id);
        told();
      },
    );
    const dynamicRegistration = true;
    const { capabilities } = await editor.initialize({
      textDocument: {
        formatting: { dynamicRegistration },
        rangeFormatting: { dynamicRegistration },
        onTypeFormatting: { dynamicRegistration },
      },
    });
    assert.equal(capabilities.documentFormattingProvider, undefined);
    await editor.connection.sendNotification('initialized', {});
    await editor.open('file:///notes/readme.md', '# Notes\n');
    assert.equal(offered.size, 0);
    const registered = next();
    await editor.open('file:///c%3A/reports%20%5B2020%5D/a.md', REPORT);
    await registered;
    const selectors = [...new Set([...offered.values()].map((one) => JSON.parse(one).documentSelector))];
    assert.deepEqual(selectors[0], [{ scheme: 'file', pattern: 'c:/reports ?2020?/a.md' }]);
    assert.equal(offered.size, 3);
    const gone = next();
    await editor.change('file:///c%3A/reports%20%5B2020%5D/a.md', 2, [{ text: '# Notes\n' }]);
    await gone;
    assert.equal(offered.size, 0);
    assert.equal(await editor.leave(), 0);
  });
});
