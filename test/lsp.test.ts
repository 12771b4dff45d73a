import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import {
  type CodeAction,
  type CompletionItem,
  createProtocolConnection,
  type Diagnostic,
  type DocumentSymbol,
  type Hover,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { STATUS_NOTIFICATION, type StatusParams } from '../server/protocol.ts';

const SERVER = path.resolve('out/test/lsp-server.cjs');

const REPORT = `---
framework: ofsted-safeguarding-2012
---

# Inspection of safeguarding

## Safeguarding services

### Quality of provision

- **Judgement:** Good (Grade 3)

1. The quality of provision is good. 304 (63%) of the 436 staff agreed.
`;

/** A real server process and a client that speaks to it as an editor does. */
class Editor {
  readonly connection: ProtocolConnection;
  readonly #process: ChildProcess;
  readonly #published: PublishDiagnosticsParams[] = [];
  readonly #waiting: (() => void)[] = [];
  readonly #statuses: StatusParams[] = [];

  constructor() {
    this.#process = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = this.#process;
    assert.ok(stdin && stdout);
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.#published.push(params);
      this.#wake();
    });
    this.connection.onNotification(STATUS_NOTIFICATION, (params: StatusParams) => {
      this.#statuses.push(params);
      this.#wake();
    });
    this.connection.listen();
  }

  initialize(): Promise<InitializeResult> {
    return this.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  }

  async open(uri: string, text: string, languageId = 'markdown'): Promise<readonly Diagnostic[]> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    return this.diagnostics(uri, 1);
  }

  async change(
    uri: string,
    version: number,
    contentChanges: readonly object[],
  ): Promise<readonly Diagnostic[]> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
    return this.diagnostics(uri, version);
  }

  /** The findings of that version, when they have come. */
  diagnostics(uri: string, version: number): Promise<readonly Diagnostic[]> {
    return this.#when(
      () =>
        this.#published.findLast((params) => params.uri === uri && params.version === version)?.diagnostics,
    );
  }

  /** What the status item would show of a document. */
  status(uri: string): Promise<StatusParams> {
    return this.#when(() => this.#statuses.findLast((params) => params.uri === uri));
  }

  async #when<T>(look: () => T | undefined): Promise<T> {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  request<T>(method: string, uri: string, rest: object = {}): Promise<T> {
    return this.connection.sendRequest(method, { textDocument: { uri }, ...rest });
  }

  /** Says goodbye, and answers with the exit code. */
  async leave(): Promise<number | null> {
    const gone = new Promise<number | null>((resolve) => this.#process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await gone;
    this.connection.dispose();
    return code;
  }
}

describe('language server', () => {
  let editor: Editor;
  let folder: string;

  before(async () => {
    await build({
      entryPoints: ['server/lsp/node.ts'],
      outfile: SERVER,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      loader: { '.yaml': 'text' },
      logLevel: 'error',
    });
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
    assert.match(share?.codeDescription?.href ?? '', /^file:.*RULES\.md#number-share-mismatch$/);
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
    assert.match(items[2]?.detail ?? '', /minimum/);
    const context = { diagnostics: [] };
    const range = at(10, 17);
    const actions = await editor.request<CodeAction[]>('textDocument/codeAction', uri, { range, context });
    const fix = actions.find(({ title }) => title === 'Change to Good (Grade 2)');
    assert.deepEqual(fix?.edit?.changes?.[uri], [
      { range: { start: at(10, 29).start, end: at(10, 30).start }, newText: '2' },
    ]);
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
