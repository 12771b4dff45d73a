import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { someOf } from './harness/thorough.ts';
import { Answers, assertAnswered, opened, says } from './protocol/outcomes.ts';
import { SUBJECTS } from './protocol/pack.ts';
import { editsIn, withMark } from './protocol/places.ts';
import { questions, Session, writePack } from './protocol/session.ts';

/** Answered from the disk, or of no document at all. */
const OF_NO_OPEN_DOCUMENT =
  /documentLink\/resolve|workspace\/|touchstone\/(?:reports?|frameworks|answerFault|newDocument|readDocument|commentDocument|difference|setAside|pruneBaseline) /;
/** What is saved is asked for, whatever is open. */
const OF_SAVED = /touchstone\/(?:setAside|pruneBaseline) /;

describe('requests of texts as they come', function () {
  this.timeout(60_000);
  let folder: string;
  let session: Session;
  /** Of texts as they are usually. */
  let plain: Answers;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'touchstone-'));
    session = await Session.start(writePack(path.join(folder, 'pack')));
    plain = new Answers(await opened(await Session.start(writePack(path.join(folder, 'plain', 'pack')))));
  });

  afterEach(async () => {
    for (const subject of SUBJECTS) await session.close(subject);
    writePack(path.join(folder, 'pack'));
    for (const subject of SUBJECTS) await session.tellOfChange(subject, 2);
  });

  after(async () => {
    for (const one of [session, plain]) await one.leave();
    rmSync(folder, { recursive: true });
  });

  for (const subject of SUBJECTS) {
    const file = `a file of the kind ${subject.name}`;

    it(`say nothing of ${file} that is closed, but what is on the disk`, async () => {
      await opened(session);
      await session.close(subject);
      for (const question of someOf(questions(subject))) {
        const got = await session.ask(question);
        assertAnswered(question, got);
        if (OF_NO_OPEN_DOCUMENT.test(question.key)) continue;
        assert.ok(!says(got), `${question.key}: ${JSON.stringify(got)}`);
      }
    });

    it(`go on in ${file} that is gone from the disk, for as long as it is open`, async () => {
      await opened(session);
      await session.settle();
      rmSync(path.join(folder, 'pack', subject.path));
      for (const question of someOf(questions(subject))) {
        const got = await session.ask(question);
        if (OF_SAVED.test(question.key)) assertAnswered(question, got);
        else assert.deepEqual(got, await plain.to(question), question.key);
      }
      await session.tellOfChange(subject, 3);
      for (const question of someOf(questions(subject)))
        assertAnswered(question, await session.ask(question));
      await session.close(subject);
      for (const question of someOf(questions(subject))) {
        const got = await session.ask(question);
        assertAnswered(question, got);
        assert.ok(OF_NO_OPEN_DOCUMENT.test(question.key) || !says(got), question.key);
      }
    });

    it(`change nothing outside of ${file}`, async () => {
      await opened(session);
      const lines = subject.text.split('\n');
      for (const at of [
        { line: 9999, character: 0 },
        { line: lines.length - 1, character: 9999 },
        { line: 5, character: 9999 },
        { line: 2 ** 31 - 1, character: 2 ** 31 - 1 },
        { line: -1, character: -1 },
      ]) {
        for (const question of someOf(await plain.telling(subject))) {
          const got = await session.ask(question, at);
          assertAnswered(question, got);
          for (const { start, end } of editsIn(got, subject.path)) {
            const told = `${question.key}: ${JSON.stringify({ start, end })}`;
            for (const { line, character } of [start, end]) {
              assert.ok(character <= (lines[line]?.length ?? -1), told);
            }
          }
        }
      }
    });

    it(`take halves of letters in ${file} for what they are`, async () => {
      // A letter that takes two units, half a one, and both halves in the wrong order.
      const text = subject.text.replace(/(MASH|Homes)/g, '$1 \u{1F7E2} \uD83D \uDFE2\uD83D');
      await opened(session, (one) => (one === subject ? text : one.text));
      for (const question of someOf(questions(subject)))
        assertAnswered(question, await session.ask(question));
      const line = text.split('\n').findIndex((one) => one.includes('\u{1F7E2}'));
      const character = (text.split('\n')[line] ?? '').indexOf('\u{1F7E2}');
      for (const more of someOf([1, 0, 2, 3, 4, 5, 6])) {
        const at = { line, character: character + more };
        for (const question of someOf(await plain.telling(subject)))
          assertAnswered(question, await session.ask(question, at));
      }
    });
  }

  it('are answered as ever where lines end as on Windows and a mark stands at the beginning', async () => {
    await opened(session, ({ text }) => `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    for (const question of SUBJECTS.flatMap((subject) => someOf(questions(subject)))) {
      const got = await session.ask(question);
      assert.deepEqual(got, withMark(await plain.to(question)), question.key);
    }
  });
});
