import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { assertAnswered, opened } from './protocol/outcomes.ts';
import { SUBJECTS, type Subject } from './protocol/pack.ts';
import { questions, Session, writePack } from './protocol/session.ts';

const REQUEST_FAILED = -32803;

/** Names that cannot be, by the words at which they are asked for, in the kinds of files that have such. */
const NAMES: readonly (readonly [kinds: string, words: string, name: string, why: RegExp])[] = [
  ['Markdown YAML settings', 'Assessments', '', /^A name cannot be empty\.$/],
  ['Markdown YAML settings', 'Assessments', ' \t', /^A name cannot be empty\.$/],
  ['Markdown YAML settings', 'Assessments', 'One\nTwo', /^A name stands on one line/],
  ['Markdown YAML settings', 'Assessments', 'Visits held', /^There is a measure "Visits held" already\.$/],
  ['Markdown YAML settings', 'MASH', 'front door', /^"front door" is no acronym/],
  ['Markdown YAML settings', 'MASH', 'LAC', /^"LAC" is used already/],
  ['Markdown YAML', '^a', 'a b', /^"a b" cannot mark a footnote/],
  ['Markdown YAML', 'Grade 3', 'Good', /^A judgement is no name/],
  ['Markdown YAML', '63%', 'Half', /^Nothing here has a name/],
  ['settings', 'held', 'Held in time', /^"Held in time" cannot be an id/],
  ['settings', 'held', 'visits', /already/],
  ['framework', 'four-point', 'Four points', /^"Four points" cannot be a name here/],
  ['framework', 'four-point', '', /^A name cannot be empty\.$/],
  ['framework', 'four-point', 'two-point', /already/],
];

describe('what cannot be is refused with a sentence', () => {
  let folder: string;
  let session: Session;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'touchstone-'));
    session = await opened(await Session.start(writePack(path.join(folder, 'pack'))));
  });

  after(async () => {
    await session.leave();
    rmSync(folder, { recursive: true });
  });

  for (const [kinds, words, name, why] of NAMES) {
    for (const subject of SUBJECTS.filter((one) => kinds.split(' ').includes(one.name))) {
      it(`${subject.name}: "${words}" called ${JSON.stringify(name)}`, async () => {
        const got = await renamed(subject, words, name);
        assert.ok('code' in got && got.code === REQUEST_FAILED, JSON.stringify(got));
        assert.match(got.message, why);
      });
    }
  }

  for (const subject of SUBJECTS.slice(0, 2)) {
    it(`${subject.name}: a name in a pack of which a file cannot be read`, async () => {
      const file = path.join(folder, 'pack', 'old.report.md');
      // As an old editor on Windows writes a dash.
      writeFileSync(file, Buffer.from('---\nframework: mine\n---\n\nThe MASH \x96 and more.\n', 'latin1'));
      const got = await renamed(subject, 'MASH', 'FRONT');
      rmSync(file);
      assert.deepEqual(got, {
        code: REQUEST_FAILED,
        message:
          '"old.report.md" cannot be read, and the name may stand there as well: mend or remove that file first.',
      });
      assert.ok('answer' in (await renamed(subject, 'MASH', 'FRONT')));
    });
  }

  it('requests of documents at addresses that no file has', async () => {
    const [subject] = SUBJECTS;
    assert.ok(subject !== undefined);
    const at = { line: 0, character: 0 };
    for (const uri of [
      'file://other/a%2Fb.report.md',
      'file:///a%00b.md',
      'untitled:new',
      'no address',
      '',
    ]) {
      for (const question of questions(subject).filter(({ words }) => words === '' || words === 'mine')) {
        assertAnswered(question, await session.ask(question, at, uri));
      }
    }
  });

  /** What comes of it when the thing at the words is called by another name. */
  async function renamed(subject: Subject, words: string, name: string) {
    const [question] = questions(subject).filter(
      (one) => one.ask.method === 'textDocument/rename' && one.words.startsWith(words),
    );
    assert.ok(question !== undefined, words);
    const ask = {
      ...question.ask,
      params: (...given: Parameters<typeof question.ask.params>) => ({
        ...question.ask.params(...given),
        newName: name,
      }),
    };
    return session.ask({ ...question, ask });
  }
});
