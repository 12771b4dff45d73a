import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { someOf } from './harness/thorough.ts';
import { ASKS, OWN_METHODS } from './protocol/asks.ts';
import { Answers, assertAnswered, assertMeanwhile, isPutOff, opened, says } from './protocol/outcomes.ts';
import { SUBJECTS, type Subject, second } from './protocol/pack.ts';
import { questions, Session, writePack } from './protocol/session.ts';

/** What servers say that they can, by another name than that of the request. */
const CALLED: Readonly<Record<string, string>> = {
  renameProvider: 'textDocument/rename',
  semanticTokensProvider: 'textDocument/semanticTokens/full',
  documentFormattingProvider: 'textDocument/formatting',
  documentRangeFormattingProvider: 'textDocument/rangeFormatting',
  documentOnTypeFormattingProvider: 'textDocument/onTypeFormatting',
  workspaceSymbolProvider: 'workspace/symbol',
};

describe('every request of the protocol', function () {
  this.timeout(60_000);
  let folder: string;
  /** What servers answer that have seen nothing but the first version of each text, or the second. */
  let ofFirst: Answers;
  let ofSecond: Answers;
  let session: Session;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'touchstone-'));
    const root = writePack(path.join(folder, 'pack'));
    session = await opened(await Session.start(root));
    ofFirst = new Answers(await opened(await Session.start(root)));
    ofSecond = new Answers(await opened(await Session.start(root), second));
  });

  after(async () => {
    for (const one of [session, ofFirst, ofSecond]) await one.leave();
    rmSync(folder, { recursive: true });
  });

  it('is in the table', () => {
    const methods = new Set(ASKS.map(({ method }) => method));
    const providers = Object.keys(session.capabilities).filter((name) => name.endsWith('Provider'));
    const named = providers.map(
      (name) => CALLED[name] ?? `textDocument/${name.slice(0, -'Provider'.length)}`,
    );
    assert.deepEqual(
      [...named, ...OWN_METHODS].filter((method) => !methods.has(method)),
      [],
    );
    assert.ok(providers.length > 15 && OWN_METHODS.length > 10);
  });

  for (const ask of ASKS) {
    it(`${ask.method} ${ask.about ?? ''} is answered where there is something to say`, async () => {
      const answered = new Set<string>();
      for (const subject of SUBJECTS) {
        for (const question of questions(subject).filter((one) => one.ask === ask)) {
          const got = await ofFirst.to(question);
          assertAnswered(question, got);
          if (says(got)) answered.add(subject.name);
        }
      }
      assert.deepEqual([...answered], ask.answered);
    });
  }

  for (const subject of SUBJECTS) {
    describe(`in a file of the kind ${subject.name}`, () => {
      beforeEach(() => changeAll(({ text }) => text));

      it('answers for its second version as if there had never been a first', async () => {
        await changeAll((one) => second(one), true);
        for (const question of someOf(questions(subject))) {
          assert.deepEqual(await session.ask(question), await ofSecond.to(question), question.key);
        }
      });

      it('answers for the text that was asked about, or not at all, when that changes meanwhile', async () => {
        for (const question of someOf(questions(subject))) {
          const asked = session.ask(question);
          await changeAll(second);
          const got = await asked;
          await assertMeanwhile(question, got, ofFirst, ofSecond);
          await changeAll(({ text }) => text);
        }
      });

      it('answers or is still when a request is cancelled', async () => {
        for (const question of someOf(questions(subject))) {
          const asked = session.ask(question);
          asked.cancel();
          const got = await asked;
          if (!isPutOff(got)) assert.deepEqual(got, await ofFirst.to(question), question.key);
        }
      });
    });
  }

  async function changeAll(textOf: (subject: Subject) => string, isTyped = false): Promise<void> {
    for (const subject of SUBJECTS) await session.change(subject, textOf(subject), isTyped);
  }
});
