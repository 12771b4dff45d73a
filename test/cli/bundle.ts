import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeFiles } from './cases.ts';
import { BAD, GOOD, PACK } from './pack.ts';
import { runIn, temporaryFolder } from './runIn.ts';

const BUNDLE = path.resolve('out/cli.cjs');

/** More files than one thread looks at, one of them empty and one of them no text. */
const MANY = [
  ...Array.from(
    { length: 40 },
    (_, index) => [`many/${index}.report.md`, index % 3 === 0 ? GOOD : BAD] as const,
  ),
  ['many/empty.report.md', ''] as const,
  ['many/binary.report.md', '\0\0\0'] as const,
];

export interface BundleOptions {
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Run without the rights of the superuser, who may read everything. */
  readonly asNobody?: boolean;
}

/** Runs what is shipped, as a process of its own. */
export function runBundle(cwd: string, argv: readonly string[], options: BundleOptions = {}) {
  const root = options.asNobody === true && process.getuid?.() === 0;
  const bundle = root ? publicCopy(cwd) : BUNDLE;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...argv], {
    cwd,
    encoding: 'utf8',
    input: options.input ?? '',
    env: options.env ?? {},
    ...(root ? { uid: 65534, gid: 65534 } : {}),
  });
  return { code: status, out: stdout, err: stderr };
}

/** The bundle where everyone may read it. */
function publicCopy(folder: string): string {
  const copy = path.join(folder, 'cli.cjs');
  copyFileSync(BUNDLE, copy);
  chmodSync(copy, 0o644);
  return copy;
}

export function testBundle(): void {
  let folder: ReturnType<typeof temporaryFolder>;
  before(() => {
    folder = temporaryFolder();
    writeFiles(folder.path, [...PACK, ['good.md', GOOD], ['bad.md', BAD]]);
  });
  after(() => folder.remove());

  it('ends with 0, 1 or 2', () => {
    assert.equal(runBundle(folder.path, ['check', 'good.md']).code, 0);
    assert.equal(runBundle(folder.path, ['check']).code, 1);
    assert.equal(runBundle(folder.path, ['check', 'good.md', 'none.md']).code, 2);
  });

  it('says its version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.deepEqual(runBundle(folder.path, ['--version']), { code: 0, out: `${version}\n`, err: '' });
  });

  it('says of many files in several threads what it says in one', async () => {
    const many = temporaryFolder();
    try {
      writeFiles(many.path, [...PACK, ...MANY]);
      for (const argv of [['check'], ['check', '--format', 'json'], ['check', '--explain-numbers']]) {
        const { code, out, err } = await runIn(many.path, argv);
        assert.deepEqual(runBundle(many.path, argv), { code, out, err });
      }
    } finally {
      many.remove();
    }
  });

  it('reads standard input', () => {
    const { code, out } = runBundle(folder.path, ['check', '-', '--quiet'], { input: BAD });
    assert.match(out, /^<stdin>:8:18 {2}error/);
    assert.equal(code, 1);
  });

  it('uses no colours where no one sees them, unless it is told to', () => {
    const plain = runBundle(folder.path, ['check', 'bad.md']);
    assert.ok(!plain.out.includes('\u001B'));
    const forced = runBundle(folder.path, ['check', 'bad.md'], { env: { FORCE_COLOR: '1' } });
    assert.ok(forced.out.includes('\u001B[1;31merror\u001B[0m'));
  });

  it('stops in silence when no one reads on', async () => {
    const many = Array.from({ length: 300 }, () => BAD.slice(BAD.indexOf('##'))).join('\n');
    writeFiles(folder.path, [['many.md', `${GOOD}\n${many}`]]);
    const child = spawn(process.execPath, [BUNDLE, 'check', 'many.md'], { cwd: folder.path, env: {} });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
    });
    child.stdout.destroy();
    const code = await new Promise((resolve) => child.on('close', resolve));
    assert.equal(said, '');
    assert.ok(code === 0 || code === 1, `It ended with ${code}.`);
  });
}
