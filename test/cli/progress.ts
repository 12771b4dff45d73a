import assert from 'node:assert/strict';
import type { Io } from '../../server/cli/io.ts';
import { withProgress } from '../../server/cli/output/progress.ts';
import { run } from '../../server/cli/run.ts';
import { runBundle } from './bundle.ts';
import { writeFiles } from './cases.ts';
import { BAD, PACK } from './pack.ts';
import { temporaryFolder } from './runIn.ts';

const ERASE = '\r\u001B[K';

export function testProgress(): void {
  /** Checks six documents on a clock on which each look takes so many milliseconds; answers what was written. */
  async function written(step: number, argv: readonly string[] = [], env: Io['env'] = {}) {
    const folder = temporaryFolder();
    const all: { readonly to: 'out' | 'err'; readonly text: string }[] = [];
    let time = 0;
    const now = () => {
      time += step;
      return time;
    };
    const plain: Io = {
      cwd: folder.path,
      env,
      columns: 80,
      stdin: async () => new Uint8Array(),
      out: (text) => all.push({ to: 'out', text }),
      err: (text) => all.push({ to: 'err', text }),
    };
    try {
      const documents = [1, 2, 3, 4, 5, 6].map(
        (number) => [`${number}/${'long/'.repeat(20)}a.md`, BAD] as const,
      );
      writeFiles(folder.path, [...PACK, ...documents]);
      await run(['check', ...argv], withProgress(plain, { columns: 40, now }));
    } finally {
      folder.remove();
    }
    return all;
  }

  it('is shown when the work takes long, on one line, and gone before anything else is said', async () => {
    const all = await written(150);
    const lines = all.filter(({ to, text }) => to === 'err' && text !== ERASE);
    assert.ok(lines.length > 1, 'There was no progress.');
    for (const { text } of lines) {
      assert.ok(text.startsWith(ERASE));
      assert.match(text.slice(ERASE.length), /^\[#*\.*\] \d of 8(?:: .+|, \d\.\d files\/s,.*)$/);
      assert.ok(text.length - ERASE.length < 40, 'It is longer than a line.');
    }
    all.forEach(({ text }, index) => {
      if (!text.startsWith(`${ERASE}[`)) return;
      const next = all[index + 1]?.text;
      assert.ok(next?.startsWith(ERASE), `Behind the progress came ${JSON.stringify(next)}.`);
    });
    // The findings themselves are as they always are.
    const printed = all.filter(({ to }) => to === 'out').map(({ text }) => text);
    const quick = await written(0);
    assert.deepEqual(
      quick.map(({ text }) => text),
      printed,
    );
  });

  it('is not shown when it is wanted quiet, and where a terminal cannot take it back', async () => {
    const errors = async (argv: readonly string[], env?: Io['env']) =>
      (await written(150, argv, env)).filter(({ to }) => to === 'err');
    assert.deepEqual(await errors(['--quiet']), []);
    assert.deepEqual(await errors([], { TERM: 'dumb' }), []);
  });

  it('is never written to a file or a pipe', () => {
    const folder = temporaryFolder();
    try {
      const many = Array.from({ length: 4000 }, () => BAD.slice(BAD.indexOf('##'))).join('\n');
      writeFiles(folder.path, [...PACK, ['a.md', BAD + many], ['b.md', BAD + many], ['c.md', BAD]]);
      assert.equal(runBundle(folder.path, ['check', '--format', 'json', '--fail-on', 'never']).err, '');
    } finally {
      folder.remove();
    }
  });
}
