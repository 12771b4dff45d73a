import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  CodeAction,
  Hover,
  InlayHint,
  RegistrationParams,
} from 'vscode-languageserver-protocol/node';
import { NUMBER_CHECKS_REQUEST, type NumberChecksResult } from '../server/protocol.ts';
import { Editor } from './harness/editor.ts';

const TEXT = `---
framework: ofsted-safeguarding-2012
---

## Safeguarding services

Of the 436 staff, 304 (63%) agreed. Of 40 visits, 30 (75%) were in time.

| Team  | Staff |
| ----- | ----: |
| East  |    40 |
| West  |    30 |
| Total |    71 |
`;

const URI = 'untitled:numbers.report.md';
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
const ABLE: ClientCapabilities = {
  workspace: { configuration: true, inlayHint: { refreshSupport: true } },
  textDocument: { inlayHint: { dynamicRegistration: true } },
};

/** An editor with a document in view, whose settings a test may change. */
class Session {
  readonly editor = new Editor();
  readonly registered: string[] = [];
  refreshed = 0;
  hints: unknown = undefined;
  readonly #waiting: (() => void)[] = [];

  async begin(capabilities: ClientCapabilities): Promise<void> {
    const { connection } = this.editor;
    connection.onRequest('workspace/configuration', () => [{ numbers: { hints: this.hints } }]);
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      this.registered.push(...registrations.map(({ method }) => method));
      this.#wake();
      return null;
    });
    connection.onRequest('workspace/inlayHint/refresh', () => {
      this.refreshed += 1;
      this.#wake();
      return null;
    });
    await this.editor.initialize(capabilities);
    await connection.sendNotification('initialized', {});
    await this.editor.open(URI, TEXT);
  }

  /** Sets what hints are shown, and waits until the server asks for it to be seen. */
  async set(hints: unknown): Promise<void> {
    const [registered, refreshed] = [this.registered.length, this.refreshed];
    this.hints = hints;
    await this.editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    while (this.registered.length === registered && this.refreshed === refreshed) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  async labels(range = WHOLE): Promise<readonly (readonly [number, unknown])[]> {
    const hints = await this.editor.request<InlayHint[]>('textDocument/inlayHint', URI, { range });
    return hints.map(({ position, label }) => [position.line, label]);
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}

describe('number checks in an editor', () => {
  let session: Session;

  before(async () => {
    session = new Session();
    await session.begin(ABLE);
  });

  after(async () => {
    assert.equal(await session.editor.leave(), 0);
  });

  it('shows nothing in the text unless that is wanted, and asks for nothing', async () => {
    assert.deepEqual(await session.labels(), []);
    assert.ok(!session.registered.includes('textDocument/inlayHint'));
  });

  it('shows the problems behind their figures', async () => {
    await session.set('problems');
    assert.ok(session.registered.includes('textDocument/inlayHint'));
    assert.deepEqual(await session.labels(), [
      [6, '✗ 69.7%'],
      [12, '✗ 70'],
    ]);
  });

  it('shows what holds as well, in what is in sight', async () => {
    await session.set('on');
    const range = { start: { line: 6, character: 0 }, end: { line: 7, character: 0 } };
    assert.deepEqual(await session.labels(range), [
      [6, '✗ 69.7%'],
      [6, '✓ 30/40 = 75%'],
    ]);
  });

  it('takes them away again', async () => {
    await session.set('off');
    assert.deepEqual(await session.labels(), []);
  });

  it('says beside the pointer what ties a figure, and leads to the others', async () => {
    const share = await session.editor.request<Hover>('textDocument/hover', URI, {
      position: { line: 6, character: 24 },
    });
    assert.match(
      JSON.stringify(share.contents),
      /304 of 436 is 69\.7%, not 63%.*stands for 62\.5% to 63\.5%/,
    );
    // The other two are on the same line.
    assert.doesNotMatch(JSON.stringify(share.contents), /in line/);
    const total = await session.editor.request<Hover>('textDocument/hover', URI, {
      position: { line: 12, character: 15 },
    });
    assert.match(JSON.stringify(total.contents), /\[40 in line 11\]\(untitled:numbers\.report\.md#L11,\d+\)/);
  });

  it('offers one change for each way to mend a table, also at its parts, and to accept it', async () => {
    const at = async (line: number, character: number) => {
      const range = { start: { line, character }, end: { line, character } };
      const context = { diagnostics: [] };
      const params = { range, context };
      const actions = await session.editor.request<CodeAction[]>('textDocument/codeAction', URI, params);
      return actions.map(({ title }) => title);
    };
    const total = await at(12, 15);
    assert.ok(total.includes('Change 71 to 70'), total.join());
    assert.ok(total.includes('Ignore "number/total-mismatch" here, and say why'), total.join());
    assert.deepEqual(await at(10, 15), ['Change 40 to 41']);
  });

  it('lists every check with its place, and follows the document', async () => {
    const list = () =>
      session.editor.connection.sendRequest<NumberChecksResult>(NUMBER_CHECKS_REQUEST, { uri: URI });
    const before = await list();
    assert.deepEqual(
      before?.groups.map(({ title, count, checks }) => [title, count, checks.map(({ place }) => place)]),
      [
        ['Contradicted', 2, ['line 7', 'line 13']],
        ['Held', 1, ['line 7']],
      ],
    );
    const range = { start: { line: 12, character: 13 }, end: { line: 12, character: 15 } };
    await session.editor.change(URI, 2, [{ range, text: '70' }]);
    const after = await list();
    assert.deepEqual(
      after?.groups.map(({ title, count }) => [title, count]),
      [
        ['Contradicted', 1],
        ['Held', 2],
      ],
    );
    assert.match(
      after?.coverage.join('\n') ?? '',
      /^9 figures read, 9 tied to others: 6 held, 3 contradicted\./m,
    );
  });

  it('lists nothing of what is none of ours, or not open', async () => {
    const { connection } = session.editor;
    const uri = 'untitled:notes.md';
    await session.editor.open(uri, '# Notes\n\nOf 40 visits, 30 (70%) were in time.\n');
    assert.equal(await connection.sendRequest(NUMBER_CHECKS_REQUEST, { uri }), null);
    assert.equal(await connection.sendRequest(NUMBER_CHECKS_REQUEST, { uri: 'untitled:gone.md' }), null);
  });

  it('tells a client that cannot be told later in the beginning', async () => {
    const editor = new Editor();
    const { capabilities } = await editor.initialize();
    assert.equal(capabilities.inlayHintProvider, true);
    assert.equal(await editor.leave(), 0);
  });
});
