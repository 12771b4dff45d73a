import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Target } from '../../server/cli/files.ts';
import type { Looked } from '../../server/cli/looked.ts';
import { Pool, type Thread } from '../../server/cli/pool.ts';
import { threadsOf } from '../../server/cli/threads.ts';
import { THOROUGH } from '../harness/thorough.ts';
import { runBundle } from './bundle.ts';
import { writeFiles } from './cases.ts';
import { menuPdf, VISIT_PACK, visitPdf, visitText, visitWord } from './foreignFiles.ts';
import { runIn, temporaryFolder } from './runIn.ts';

function target(shown: string): Target {
  return { path: `/all/${shown}`, shown, named: true, stdin: false, hasName: true };
}

/** Threads that answer with the file's name, die over "dies" and never come to an end with "endless". */
class FakeThreads {
  readonly most = 2;
  started = 0;
  ended = 0;

  readonly start = (): Thread => {
    this.started += 1;
    return {
      look: ({ shown }) => {
        if (shown === 'dies') return Promise.reject(new Error('no more room'));
        if (shown === 'endless') return new Promise(() => undefined);
        return Promise.resolve({ kind: 'other', sentence: shown });
      },
      end: () => {
        this.ended += 1;
      },
    };
  };
}

function words(looked: Looked | undefined): string | undefined {
  if (looked?.kind === 'problem') return looked.problem;
  return looked?.kind === 'other' ? looked.sentence : undefined;
}

/** A thread that answers with the file's name, unless it is one that goes wrong. */
const THREAD = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ shown }) => {
  while (shown === 'endless');
  for (const much = []; shown === 'hungry'; ) much.push(new Array(100000).fill({}));
  parentPort.postMessage({ kind: 'other', sentence: shown });
});
`;

/** Many files in several threads. */
export function testPooled(): void {
  async function answers(names: readonly string[], patience: number) {
    const threads = new FakeThreads();
    const targets = names.map(target);
    const pool = new Pool(threads, targets, patience);
    const found: (string | undefined)[] = [];
    for (const one of targets) found.push(words(await pool.look(one)));
    pool.stop();
    return { found, threads };
  }

  it('replaces a thread that dies over a file, and goes on with the others', async () => {
    const { found, threads } = await answers(['a', 'dies', 'b', 'dies', 'c'], 60_000);
    const fault =
      'Touchstone stopped at a fault of its own in this file, please report it to its makers: no more room';
    assert.deepEqual(found, ['a', fault, 'b', fault, 'c']);
    assert.ok(threads.started >= 3, 'No thread was started in place of the dead ones.');
  });

  it('gives up a file that takes too long, and ends its thread', async () => {
    const { found, threads } = await answers(['a', 'endless', 'b'], 20);
    assert.deepEqual(found, ['a', 'It took longer than 0 seconds, so it was given up.', 'b']);
    assert.equal(threads.ended, threads.started);
  });

  it('answers those who still wait when it is stopped', async () => {
    const targets = ['endless', 'a'].map(target);
    const [first, second] = targets;
    const pool = new Pool(new FakeThreads(), targets);
    if (first === undefined || second === undefined) throw new Error('There are two.');
    const waiting = pool.look(first);
    pool.stop();
    assert.equal(await waiting, undefined);
    assert.equal(await pool.look(second), undefined);
  });

  it('pays for two PDFs, and not for a few small files', () => {
    const pays = (names: readonly string[]) =>
      Pool.for(names.map(target), () => new FakeThreads()) !== undefined;
    assert.equal(pays(['a.pdf', 'b.pdf']), true);
    assert.equal(pays(['a.pdf']), false);
    assert.equal(pays(['a.md', 'b.md', 'c.md']), false);
    assert.equal(pays(Array.from({ length: 40 }, (_, index) => `${index}.md`)), true);
  });

  it('survives real threads that fill the memory or never end', async function () {
    this.timeout(60_000);
    const folder = temporaryFolder();
    try {
      writeFiles(folder.path, [['thread.cjs', THREAD]]);
      const plain = { numbers: 'none', baseline: 'configured' } as const;
      const options = { cwd: folder.path, framework: undefined, today: undefined, ...plain };
      const threads = threadsOf(path.join(folder.path, 'thread.cjs'), options, 32);
      const found = async (names: readonly string[], patience: number) => {
        const targets = names.map(target);
        const pool = new Pool(threads, targets, patience);
        const said: (string | undefined)[] = [];
        for (const one of targets) said.push(words(await pool.look(one)));
        pool.stop();
        return said;
      };
      const hungry = 'It takes more memory than one file may have, so it was given up.';
      assert.deepEqual(await found(['a', 'hungry', 'b'], 30_000), ['a', hungry, 'b']);
      // What never ends keeps a processor busy for as long as it is waited for.
      const endless = 'It took longer than 3 seconds, so it was given up.';
      assert.deepEqual(await found(['endless', 'c'], 3000), [endless, 'c']);
    } finally {
      folder.remove();
    }
  });

  describe('of the bundle', () => {
    let folder: ReturnType<typeof temporaryFolder>;
    before(async () => {
      folder = temporaryFolder();
      const word = await visitWord('3');
      // More than are looked at ahead of the one that is told of.
      const many = Array.from({ length: THOROUGH ? 24 : 12 }, (_, index) => {
        const kinds = [
          [`all/${index}.pdf`, visitPdf(index % 2 === 0 ? '1' : '3')],
          [`all/${index}.docx`, word],
          [`all/${index}.txt`, visitText('3')],
        ] as const;
        return kinds[index % kinds.length] ?? kinds[0];
      });
      const odd = [
        ['all/menu.pdf', menuPdf()],
        ['all/broken.pdf', '%PDF-1.7 and no more'],
        ['all/none.pdf', ''],
        ['all/none.docx', 'PK'],
      ] as const;
      writeFiles(folder.path, [...VISIT_PACK, ...many, ...odd]);
    });
    after(() => folder.remove());

    it('says of documents from elsewhere what one thread says, whatever is among them', async function () {
      this.timeout(120_000);
      for (const more of [[], ['--format', 'json']]) {
        const argv = ['check', 'all', '--all-formats', ...more];
        const { code, out, err } = await runIn(folder.path, argv);
        assert.equal(code, 2);
        assert.deepEqual(runBundle(folder.path, argv), { code, out, err });
      }
    });

    it('ends with what has been told when it is stopped', async function () {
      if (process.platform === 'win32') this.skip();
      this.timeout(120_000);
      const much = Array.from({ length: 100 }, (_, index) => [`much/${index}.pdf`, visitPdf('3')] as const);
      writeFiles(folder.path, much);
      const argv = [path.resolve('out/cli.cjs'), 'check', 'much'];
      const child = spawn(process.execPath, argv, { cwd: folder.path, env: {} });
      let [out, err] = ['', ''];
      child.stdout.on('data', (chunk) => {
        if (out === '') child.kill('SIGINT');
        out += String(chunk);
      });
      child.stderr.on('data', (chunk) => {
        err += String(chunk);
      });
      const code = await new Promise((resolve) => child.on('close', resolve));
      assert.equal(code, 130);
      assert.match(err, /^Stopped: \d+ of 100 files were looked at\.\n$/);
      const done = Number(/\d+/.exec(err)?.[0]);
      assert.ok(done < 100);
      assert.match(
        out,
        new RegExp(
          `\\n${done} findings? in ${done === 1 ? '1 file' : `${done} of ${done} files`}: ${done} errors?\\.\\n$`,
        ),
      );
    });
  });
}
