import assert from 'node:assert/strict';
import {
  LIST_FILES_REQUEST,
  type ListFilesParams,
  READ_FILE_REQUEST,
  type ReadFileParams,
} from '../server/protocol.ts';
import { someOf } from './harness/thorough.ts';
import { Answers, assertMeanwhile, isPutOff, opened, says } from './protocol/outcomes.ts';
import { CLOSED, SUBJECTS, type Subject, second } from './protocol/pack.ts';
import { Session } from './protocol/session.ts';

const ROOT = 'vscode-vfs://host/pack/';
const FILES = new Map([...CLOSED, ...SUBJECTS.map(({ path, text }) => [path, text] as const)]);

/** Files that only the client can read, which answers when the test lets it. */
class SlowFiles {
  #gate: Promise<void> = Promise.resolve();
  #open: () => void = () => {};

  constructor({ connection }: Session['editor']) {
    connection.onRequest(READ_FILE_REQUEST, async ({ uri }: ReadFileParams) => {
      await this.#gate;
      const text = FILES.get(uri.slice(ROOT.length));
      return text === undefined ? null : Buffer.from(text).toString('base64');
    });
    connection.onRequest(LIST_FILES_REQUEST, ({ folder }: ListFilesParams) =>
      [...FILES.keys()].map((name) => ROOT + name).filter((uri) => uri.startsWith(folder)),
    );
  }

  hold(): void {
    this.#gate = new Promise((resolve) => (this.#open = resolve));
  }

  release(): void {
    this.#open();
  }
}

describe('every request of the protocol while the pack is read', function () {
  this.timeout(60_000);
  let session: Session;
  let files: SlowFiles;
  let ofFirst: Answers;
  let ofSecond: Answers;

  before(async () => {
    [session, files] = await started();
    await opened(session);
    const [[one], [other]] = [await started(), await started()];
    ofFirst = new Answers(await opened(one));
    ofSecond = new Answers(await opened(other, second));
  });

  after(async () => {
    for (const one of [session, ofFirst, ofSecond]) await one.leave();
  });

  for (const subject of SUBJECTS) {
    const settings = SUBJECTS.find(({ name }) => name === 'settings') ?? subject;
    const reads = async () => {
      files.hold();
      await session.tellOfChange(settings, 2);
    };

    describe(`in a file of the kind ${subject.name}`, () => {
      beforeEach(() => changeAll(({ text }) => text));
      afterEach(() => files.release());

      it('is of the text that was asked about, or put off, when that changes', async () => {
        let putOff = 0;
        for (const question of someOf(await ofFirst.telling(subject))) {
          await reads();
          const asked = session.ask(question);
          await changeAll(second);
          files.release();
          const got = await asked;
          if (isPutOff(got)) putOff += 1;
          await assertMeanwhile(question, got, ofFirst, ofSecond);
          await changeAll(({ text }) => text);
        }
        assert.ok(putOff > 3);
      });

      it('is answered or still when it is cancelled', async () => {
        for (const question of someOf(await ofFirst.telling(subject))) {
          await reads();
          const asked = session.ask(question);
          asked.cancel();
          files.release();
          const got = await asked;
          if (!isPutOff(got)) assert.deepEqual(got, await ofFirst.to(question), question.key);
        }
      });

      it('changes nothing when the file is closed', async () => {
        for (const question of someOf(await ofFirst.telling(subject))) {
          await reads();
          const asked = session.ask(question);
          await session.close(subject);
          files.release();
          const got = await asked;
          await session.open(subject, subject.text);
          if (isPutOff(got) || !says(got)) continue;
          // By then it is known from the disk, where it says the same and has no version.
          const unversioned = question.key.includes('touchstone/setAside')
            ? '"version":"of no text"'
            : '"version":null';
          const saved = JSON.stringify(got).replaceAll(unversioned, '"version":"of the first text"');
          assert.deepEqual(JSON.parse(saved), await ofFirst.to(question), question.key);
        }
      });
    });
  }

  async function changeAll(textOf: (subject: Subject) => string): Promise<void> {
    for (const subject of SUBJECTS) await session.change(subject, textOf(subject));
  }

  async function started(): Promise<[Session, SlowFiles]> {
    const one = await Session.start(ROOT, { clientFiles: true });
    return [one, new SlowFiles(one.editor)];
  }
});
