import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  SelectionRange,
} from 'vscode-languageserver-protocol/node';
import { Editor } from './harness/editor.ts';

const REPORT = `---
framework: ofsted-safeguarding-2012
---

# Inspection of safeguarding

## Safeguarding services

### Quality of provision

- **Judgement:** Good (Grade 3)

1. The quality of provision is good. 304 (63%) of the 436 staff agreed.
`;

describe('language server', () => {
  let editor: Editor;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'touchstone-'));
    editor = new Editor();
  });

  after(async () => {
    assert.equal(await editor.leave(), 0);
    rmSync(folder, { recursive: true });
  });

  it('says what it can do', async () => {
    const { capabilities } = await editor.initialize();
    await editor.connection.sendNotification('initialized', {});
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.documentSymbolProvider, { label: 'Touchstone' });
  });

  it('finds what is wrong, with the other place and a link to the rule', async () => {
    const uri = uriOf('a.md');
    const diagnostics = await editor.open(uri, REPORT);
    const share = diagnostics.find(({ code }) => code === 'number/share-mismatch');
    assert.equal(share?.message, '304 of 436 is 69.7%, not 63%. (63% of 436 is 275.)');
    assert.deepEqual(share?.range, { start: { line: 12, character: 42 }, end: { line: 12, character: 45 } });
    assert.equal(share?.relatedInformation?.length, 2);
    assert.match(share?.codeDescription?.href ?? '', /^file:.*RULES\.md#L\d+$/);
    const status = await editor.status(uri);
    assert.equal(status.framework?.id, 'ofsted-safeguarding-2012');
    assert.equal(status.counts.error, diagnostics.filter(({ severity }) => severity === 1).length);
  });

  it('follows edits, and forgets what is mended', async () => {
    const uri = uriOf('a.md');
    const range = { start: { line: 12, character: 42 }, end: { line: 12, character: 44 } };
    const diagnostics = await editor.change(uri, 2, [
      { range, text: '7' },
      { range: at(12, 43), text: '0' },
    ]);
    assert.ok(!diagnostics.some(({ code }) => code === 'number/share-mismatch'));
  });

  it('answers outline, hover, completion and quick fixes', async () => {
    const uri = uriOf('a.md');
    const [group] = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', uri);
    assert.deepEqual(
      group?.children?.map(({ name, detail }) => [name, detail]),
      [['Quality of provision', 'Good (Grade 3)']],
    );
    const position = { line: 10, character: 17 };
    const hover = await editor.request<Hover>('textDocument/hover', uri, { position });
    assert.match(JSON.stringify(hover.contents), /Quality of provision: Good/);
    const items = await editor.request<CompletionItem[]>('textDocument/completion', uri, { position });
    assert.deepEqual(items[2]?.label, 'Adequate (Grade 3)');
    assert.match(JSON.stringify(items[2]?.documentation), /minimum/);
    const context = { diagnostics: [] };
    const range = at(10, 17);
    const actions = await editor.request<CodeAction[]>('textDocument/codeAction', uri, { range, context });
    const fix = actions.find(({ title }) => title === 'Change to Good (Grade 2)');
    assert.deepEqual(fix?.edit?.changes?.[uri], [
      { range: { start: at(10, 29).start, end: at(10, 30).start }, newText: '2' },
    ]);
    const ignoring = actions.at(-1);
    assert.equal(ignoring?.title, 'Ignore "judgement/grade-label-mismatch" here, and say why');
    assert.equal(ignoring.isPreferred, false);
    const newText = '<!-- touchstone-disable-next-line judgement/grade-label-mismatch -->\n';
    assert.deepEqual(ignoring.edit?.changes?.[uri], [{ range: at(10, 0), newText }]);
  });

  it('puts the cursor at the reason, where the editor can', async () => {
    const other = new Editor();
    await other.initialize({ workspace: { workspaceEdit: { snippetEditSupport: true } } });
    await other.connection.sendNotification('initialized', {});
    const uri = uriOf('reason.md');
    await other.open(uri, REPORT);
    const actions = await other.request<CodeAction[]>('textDocument/codeAction', uri, {
      range: at(12, 43),
      context: { diagnostics: [] },
    });
    const value = '<!-- touchstone-disable-next-line number/share-mismatch -- $1 -->\n';
    assert.deepEqual(actions.at(-1)?.edit?.documentChanges, [
      {
        textDocument: { uri, version: 1 },
        edits: [{ range: at(12, 0), snippet: { kind: 'snippet', value } }],
      },
    ]);
    assert.equal(await other.leave(), 0);
  });

  it('folds sections and grows selections, and leaves that to the editor elsewhere', async () => {
    const uri = uriOf('folds.md');
    await editor.open(uri, REPORT);
    const folds = await editor.request<FoldingRange[]>('textDocument/foldingRange', uri);
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 2],
        [6, 12],
        [8, 12],
      ],
    );
    const positions = [{ line: 12, character: 42 }];
    const [figure] = await editor.request<SelectionRange[]>('textDocument/selectionRange', uri, {
      positions,
    });
    assert.deepEqual(figure?.range, {
      start: { line: 12, character: 42 },
      end: { line: 12, character: 45 },
    });
    assert.deepEqual(figure?.parent?.range.start, { line: 12, character: 37 });
    const other = uriOf('other.yaml');
    await editor.open(other, 'on:\n  push:\n    tags: [a]\n', 'yaml');
    assert.equal(await editor.request('textDocument/foldingRange', other), null);
    assert.equal(await editor.request('textDocument/selectionRange', other, { positions }), null);
  });

  it('links references and files', async () => {
    const uri = uriOf('links.md');
    await editor.open(uri, `${REPORT}\n2. See paragraph 1 and [the plan](../my%20plan.md).\n`);
    const links = await editor.request<DocumentLink[]>('textDocument/documentLink', uri);
    assert.deepEqual(
      links.map(({ range, target }) => [range.start, target]),
      [
        [{ line: 14, character: 34 }, new URL('../my%20plan.md', uri).toString()],
        [{ line: 14, character: 7 }, `${uri}#L13,1`],
      ],
    );
  });

  it('keeps places right with CRLF and a byte-order mark', async () => {
    const crlf = await editor.open(uriOf('b.md'), REPORT.replaceAll('\n', '\r\n'));
    const lf = await editor.open(uriOf('c.md'), REPORT);
    assert.deepEqual(crlf.map(plain), lf.map(plain));
    const marked = await editor.open(uriOf('d.md'), `\uFEFF${REPORT}`);
    assert.deepEqual(
      marked.filter(({ range }) => range.start.line > 0).map(plain),
      lf.filter(({ range }) => range.start.line > 0).map(plain),
    );
  });

  it('leaves other Markdown and YAML alone', async () => {
    assert.deepEqual(
      await editor.open(uriOf('notes.md'), '---\nframework: react\n---\n\nX% [insert figure]\n'),
      [],
    );
    assert.deepEqual(await editor.open(uriOf('ci.yaml'), 'on: push\njobs: [\n', 'yaml'), []);
  });

  it('reads the pack from disk', async () => {
    const pack = path.join(folder, 'pack');
    mkdirSync(pack);
    writeFileSync(
      path.join(pack, 'touchstone.yaml'),
      'rules:\n  number/share-mismatch: hint\n  judgement/grade-label-mismatch: off\n',
    );
    const diagnostics = await editor.open(pathToFileURL(path.join(pack, 'a.md')).toString(), REPORT);
    assert.equal(diagnostics.find(({ code }) => code === 'number/share-mismatch')?.severity, 4);
    assert.ok(!diagnostics.some(({ code }) => code === 'judgement/grade-label-mismatch'));
  });

  it('has nothing to say about the clean example', async () => {
    for (const [name, language] of [
      ['report.md', 'markdown'],
      ['report.report.yaml', 'yaml'],
    ] as const) {
      const file = path.resolve('examples/safeguarding-2012', name);
      assert.deepEqual(
        await editor.open(pathToFileURL(file).toString(), readFileSync(file, 'utf8'), language),
        [],
      );
    }
  });

  function uriOf(name: string): string {
    return pathToFileURL(path.join(folder, name)).toString();
  }
});

function at(line: number, character: number) {
  const position = { line, character };
  return { start: position, end: position };
}

function plain({ code, range, message }: Diagnostic) {
  return { code, range, message };
}
