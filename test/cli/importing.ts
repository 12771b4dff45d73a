import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { writeFiles } from './cases.ts';
import { PACK } from './pack.ts';
import { runIn, temporaryFolder } from './runIn.ts';

const TEXT = 'Autumn\n\nFindings\n\nPractice is good.\n';

export function testImporting(): void {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
    writeFiles(folder.path, [...PACK, ['a.txt', TEXT]]);
  });
  afterEach(() => folder.remove());
  const at = (name: string) => path.join(folder.path, name);
  const importTo = (...more: readonly string[]) =>
    runIn(folder.path, ['import', 'a.txt', '--framework', 'visit-report', ...more]);

  it('writes the same to a file as to standard output', async () => {
    const { out } = await importTo();
    assert.match(out, /^---\nframework: visit-report\n/);
    assert.equal((await importTo('--output', 'a.md')).out, '');
    assert.equal(readFileSync(at('a.md'), 'utf8'), out);
  });

  it('never writes over a file unless it is told to', async () => {
    writeFiles(folder.path, [['a.md', 'Mine.']]);
    const kept = await importTo('--output', 'a.md');
    assert.equal(kept.code, 2);
    assert.equal(readFileSync(at('a.md'), 'utf8'), 'Mine.');
    const { mode } = statSync(at('a.md'));
    assert.equal((await importTo('--output', 'a.md', '--force')).code, 0);
    assert.match(readFileSync(at('a.md'), 'utf8'), /Practice is good\./);
    assert.equal(statSync(at('a.md')).mode, mode);
  });

  it('does not take a folder for a file', async () => {
    mkdirSync(at('folder.md'));
    const { err, code } = await importTo('--output', 'folder.md', '--force');
    assert.deepEqual({ err, code }, { err: 'folder.md: It is a folder.\n', code: 2 });
  });

  it('reads a text with any line ends', async () => {
    const { out } = await importTo();
    for (const end of ['\r\n', '\r']) {
      writeFiles(folder.path, [['a.txt', `\uFEFF${TEXT.replaceAll('\n', end)}`]]);
      assert.equal((await importTo()).out, out);
    }
  });

  it('says that a text cannot be read', async () => {
    writeFiles(folder.path, [['a.txt', new Uint8Array([65, 0xff])]]);
    const { err, code } = await importTo();
    assert.match(err, /^a\.txt: The file is not UTF-8: /);
    assert.equal(code, 2);
  });

  it('makes what can be checked as it is', async () => {
    await importTo('--output', 'a.md');
    assert.doesNotMatch((await runIn(folder.path, ['check', 'a.md'])).out, /syntax\//);
  });
}
