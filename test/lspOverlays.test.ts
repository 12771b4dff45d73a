import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type {
  CodeLens,
  InitializeResult,
  InlayHint,
  RegistrationParams,
  SemanticTokens,
} from 'vscode-languageserver-protocol';
import { LEGEND } from '../server/lsp/tokens.ts';
import {
  BESIDE_REQUEST,
  type BesideResult,
  LENS_REQUEST,
  type LensResult,
  SHOW_PLACES_COMMAND,
} from '../server/protocolViews.ts';
import { Editor } from './harness/editor.ts';

const REPORT = `---
framework: ofsted-safeguarding-2012
---

# Inspection of safeguarding

## Overall effectiveness: Good (Grade 2)

The overall effectiveness is **adequate**. See [above](#overall-effectiveness-good-grade-2).

Of all, 304 of the 436 staff agreed.
`;

const URI = 'untitled:one.report.md';
const NOTES = 'untitled:notes.md';

/** An editor that writes down what it is told to ask for. */
class Session {
  readonly editor = new Editor();
  readonly registered = new Map<string, RegistrationParams['registrations'][number]>();
  settings: object = {};
  #heard = () => {};
  #refreshed: (() => void) | undefined;

  async begin(capabilities: object, initializationOptions = {}): Promise<InitializeResult> {
    const { connection } = this.editor;
    connection.onRequest('workspace/configuration', () => [this.settings]);
    connection.onRequest('workspace/codeLens/refresh', () => {
      this.#refreshed?.();
      return null;
    });
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      for (const one of registrations) this.registered.set(one.method, one);
      this.#heard();
      return null;
    });
    const result = await this.editor.initialize(capabilities, { initializationOptions });
    await connection.sendNotification('initialized', {});
    return result;
  }

  /** Sets what is shown, and waits until the server asks for it to be seen. */
  async set(settings: object): Promise<void> {
    const refreshed = new Promise<void>((resolve) => {
      this.#refreshed = resolve;
    });
    await this.setOnly(settings);
    await refreshed;
  }

  async setOnly(settings: object): Promise<void> {
    this.settings = settings;
    await this.editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  async registers(method: string): Promise<void> {
    while (!this.registered.has(method)) {
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
      });
    }
  }
}

/** Each token as its line, its words, and what they are. */
function tokensIn(text: string, { data }: SemanticTokens): readonly string[] {
  const lines = text.split('\n');
  let [line, character] = [0, 0];
  return Array.from({ length: data.length / 5 }, (_, index) => {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(5 * index);
    character = down === 0 ? character + right : right;
    line += down;
    const said = LEGEND.tokenModifiers.filter((__, bit) => (modifiers & (2 ** bit)) !== 0);
    const words = lines[line]?.slice(character, character + length);
    return `${line} ${words} ${LEGEND.tokenTypes[type]} ${said.join()}`;
  });
}

describe('language server: what is shown over the text', () => {
  let session: Session;

  before(async () => {
    session = new Session();
    const later = { dynamicRegistration: true };
    await session.begin(
      {
        workspace: { configuration: true, codeLens: { refreshSupport: true } },
        textDocument: { semanticTokens: later, codeLens: later, inlayHint: later },
      },
      { clientCommands: true },
    );
  });

  after(async () => assert.equal(await session.editor.leave(), 0));

  const titles = async () => {
    const found = await session.editor.request<CodeLens[]>('textDocument/codeLens', URI);
    return found.map(({ command }) => command?.title);
  };

  it('has an editor ask for tones and lenses with the first document of ours', async () => {
    await session.editor.open(NOTES, '# Notes\n\nGood.\n');
    assert.ok(!session.registered.has('textDocument/semanticTokens'));
    await session.editor.open(URI, REPORT);
    await session.registers('textDocument/semanticTokens');
    await session.registers('textDocument/codeLens');
  });

  it('shows above a heading what leads to its places', async () => {
    const [lens] = await session.editor.request<CodeLens[]>('textDocument/codeLens', URI);
    assert.deepEqual(lens?.range.start, { line: 6, character: 0 });
    assert.equal(lens?.command?.title, 'Judged in different ways: Good (Grade 2), Adequate (Grade 3)');
    assert.equal(lens?.command?.command, SHOW_PLACES_COMMAND);
    assert.deepEqual(await placesOf(lens), {
      at: 6,
      places: [
        { line: 6, character: 26 },
        { line: 8, character: 31 },
      ],
    });
  });

  it('leads from a lens of an earlier text to where its places are now', async () => {
    const { editor } = session;
    const [lens] = await editor.request<CodeLens[]>('textDocument/codeLens', URI);
    await editor.change(URI, 2, [{ text: REPORT.replace('# ', 'More words.\n\n# ') }]);
    assert.equal((await placesOf(lens))?.at, 8);
    await editor.change(URI, 3, [{ text: REPORT.replace('is **adequate**', 'counts') }]);
    assert.equal(await placesOf(lens), null);
    await editor.change(URI, 4, [{ text: REPORT }]);
  });

  /** Where a lens and its places are, when somebody clicks it. */
  async function placesOf(lens: CodeLens | undefined) {
    const [params] = lens?.command?.arguments ?? [];
    const found = await session.editor.connection.sendRequest<LensResult>(LENS_REQUEST, params);
    return found && { at: found.at.line, places: found.places.map(({ range }) => range.start) };
  }

  it('shows no lens that is not wanted, and each again that is', async () => {
    await session.set({ codeLens: { judgement: false } });
    assert.deepEqual(await titles(), ['1 reference']);
    await session.set({ codeLens: { references: false } });
    assert.equal((await titles()).length, 1);
    await session.set({});
    assert.equal((await titles()).length, 2);
  });

  it('tells the tones of judgements, in the whole and in what is in sight', async () => {
    const { editor } = session;
    const all = await editor.request<SemanticTokens>('textDocument/semanticTokens/full', URI);
    assert.deepEqual(tokensIn(REPORT, all), [
      '6 Good (Grade 2) touchstoneJudgement good',
      '8 adequate touchstoneJudgement weak',
    ]);
    const range = { start: { line: 8, character: 0 }, end: { line: 9, character: 0 } };
    const some = await editor.request<SemanticTokens>('textDocument/semanticTokens/range', URI, { range });
    assert.deepEqual(tokensIn(REPORT, some), ['8 adequate touchstoneJudgement weak']);
  });

  it('shows facts behind the text where they are wanted', async () => {
    assert.ok(!session.registered.has('textDocument/inlayHint'));
    await session.setOnly({ inlayHints: { share: true } });
    await session.registers('textDocument/inlayHint');
    const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
    const hints = await session.editor.request<InlayHint[]>('textDocument/inlayHint', URI, { range });
    assert.deepEqual(
      hints.map(({ label, position }) => [position.line, label]),
      [[10, '= 69.7%']],
    );
  });

  it('lists what stands beside the text, be it shown there or not', async () => {
    const { connection } = session.editor;
    await session.set({ codeLens: { judgement: false } });
    const found = await connection.sendRequest<BesideResult>(BESIDE_REQUEST, { uri: URI });
    assert.deepEqual(
      found?.map(({ start, label, line }) => [start.line, label, line.slice(0, 24)]),
      [
        [6, 'Judged in different ways: Good (Grade 2), Adequate (Grade 3)', '## Overall effectiveness'],
        [6, '1 reference', '## Overall effectiveness'],
        [10, '= 69.7%', 'Of all, 304 of the 436 s'],
      ],
    );
    assert.equal(await connection.sendRequest(BESIDE_REQUEST, { uri: NOTES }), null);
    assert.equal(await connection.sendRequest(BESIDE_REQUEST, { uri: 'untitled:none.md' }), null);
  });

  it('leaves the documents of others to others', async () => {
    assert.equal(await session.editor.request('textDocument/semanticTokens/full', NOTES), null);
    assert.equal(await session.editor.request('textDocument/codeLens', NOTES), null);
  });

  it('tells a client that cannot be told later in the beginning', async () => {
    const other = new Session();
    const { capabilities } = await other.begin({});
    assert.deepEqual(capabilities.semanticTokensProvider, { legend: LEGEND, full: true, range: true });
    assert.deepEqual(capabilities.codeLensProvider, {});
    await other.editor.open(URI, REPORT);
    const found = await other.editor.request<CodeLens[]>('textDocument/codeLens', URI);
    // Without the command a lens just says so.
    assert.deepEqual(
      found.map(({ command }) => command?.command),
      ['', ''],
    );
    assert.equal(await other.editor.leave(), 0);
  });
});

describe('the manifest and what is shown over the text', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

  it('has every kind of token and every polarity, and colours for all that are good or bad', () => {
    assert.deepEqual(idsOf(contributes.semanticTokenTypes), LEGEND.tokenTypes);
    assert.deepEqual(idsOf(contributes.semanticTokenModifiers), LEGEND.tokenModifiers);
    const [{ scopes }] = contributes.semanticTokenScopes;
    const coloured = LEGEND.tokenTypes.flatMap((type) =>
      LEGEND.tokenModifiers.filter((polarity) => polarity !== 'neutral').map((one) => `${type}.${one}`),
    );
    assert.deepEqual(Object.keys(scopes).sort(), coloured.sort());
  });
});
