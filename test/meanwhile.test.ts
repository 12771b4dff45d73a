import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-protocol/node';
import { LIST_FILES_REQUEST, READ_FILE_REQUEST, type ReadFileParams } from '../server/protocol.ts';
import { BAD, FRAMEWORK, GOOD } from './cli/pack.ts';
import { Editor } from './harness/editor.ts';

const FOLDER = 'vscode-vfs://host/pack';
const DOCUMENT = `${FOLDER}/a.md`;
const CONTENT_MODIFIED = -32801;
const RANGE = { start: { line: 7, character: 20 }, end: { line: 7, character: 20 } };

/** A question of the server that the test answers when it likes. */
interface Question {
  readonly uri: string;
  readonly answer: (text: string | null) => void;
}

describe('what happens while the server waits for a file', () => {
  let editor: Editor;
  const questions: Question[] = [];
  let wake: (() => void) | undefined;

  beforeEach(async () => {
    questions.length = 0;
    editor = new Editor();
    editor.connection.onRequest(READ_FILE_REQUEST, ({ uri }: ReadFileParams) => {
      if (uri.endsWith('.framework.yaml')) return base64(FRAMEWORK);
      return new Promise((resolve) => {
        questions.push({ uri, answer: (text) => resolve(text === null ? null : base64(text)) });
        wake?.();
      });
    });
    editor.connection.onRequest(LIST_FILES_REQUEST, () => [`${FOLDER}/visit.framework.yaml`]);
    await editor.initialize({}, { initializationOptions: { clientFiles: true } });
    await editor.connection.sendNotification('initialized', {});
  });
  afterEach(async () => {
    assert.equal(await editor.leave(), 0);
  });

  /** The next question for the settings of the pack; whatever else is asked for is not there. */
  async function settingsAsked(): Promise<Question> {
    for (;;) {
      const question = questions.shift();
      if (question?.uri === `${FOLDER}/touchstone.yaml`) return question;
      question?.answer(null);
      if (question === undefined) await new Promise<void>((resolve) => (wake = resolve));
    }
  }

  /** Answers every question for the settings from now on. */
  function answerAll(text: string): void {
    const settle = () => {
      for (const { uri, answer } of questions.splice(0))
        answer(uri.endsWith('/touchstone.yaml') ? text : null);
    };
    wake = settle;
    settle();
  }

  function askForFixes(): Promise<CodeAction[]> {
    return editor.request('textDocument/codeAction', DOCUMENT, {
      range: RANGE,
      context: { diagnostics: [] },
    });
  }

  it('no request is answered from another version than it was asked for', async () => {
    void editor.open(DOCUMENT, BAD);
    const asked = await settingsAsked();
    const early = askForFixes();
    void editor.change(DOCUMENT, 2, [
      { text: BAD.replace('title: Autumn', 'title: Autumn 2020\nauthor: A') },
    ]);
    // The server answers in order, so by now it has read the change.
    const late = askForFixes();
    asked.answer('{}');
    answerAll('{}');
    await assert.rejects(early, { code: CONTENT_MODIFIED });
    await late;
    const shown = await editor.diagnostics(DOCUMENT, 2);
    assert.deepEqual(
      shown.map(({ range }) => range.start.line),
      [8],
    );
  });

  it('what is asked at a finding is answered with its fixes', async () => {
    const opened = editor.open(DOCUMENT, BAD);
    const asked = await settingsAsked();
    const early = askForFixes();
    asked.answer('{}');
    answerAll('{}');
    assert.equal((await opened).length, 1);
    assert.match((await early).map(({ title }) => title).join(), /Change to/);
  });

  it('settings that have changed count, though the old ones come later', async () => {
    const opened = editor.open(DOCUMENT, BAD);
    const old = await settingsAsked();
    const changes = [{ uri: `${FOLDER}/touchstone.yaml`, type: 2 }];
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    const fresh = await settingsAsked();
    fresh.answer('rules: { judgement/grade-label-mismatch: off }');
    answerAll('rules: { judgement/grade-label-mismatch: off }');
    old.answer('{}');
    assert.deepEqual(await opened, []);
    // Nothing of the old settings comes behind.
    await editor.request('textDocument/documentSymbol', DOCUMENT);
    for (const { diagnostics } of editor.said(DOCUMENT)) assert.deepEqual(diagnostics, []);
    assert.deepEqual(await editor.change(DOCUMENT, 2, [{ text: BAD }]), []);
    assert.deepEqual(await editor.change(DOCUMENT, 3, [{ text: GOOD }]), []);
  });
});

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
