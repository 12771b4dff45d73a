import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BUILTIN } from '../../server/framework/builtin.generated.ts';
import { writeFiles } from './cases.ts';
import { PACK } from './pack.ts';
import { runIn, temporaryFolder } from './runIn.ts';

export function testBeginning(): void {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
    writeFiles(folder.path, PACK);
  });
  afterEach(() => folder.remove());
  const at = (name: string) => path.join(folder.path, name);
  const begin = (...words: readonly string[]) => runIn(folder.path, ['new', ...words]);

  for (const syntax of [[], ['--yaml']]) {
    it(`begins what a check finds only gaps in ${syntax}`, async () => {
      const [id = ''] = BUILTIN.keys();
      const { out, code } = await begin(id, ...syntax);
      assert.equal(code, 0);
      const checked = await runIn(folder.path, ['check', '-', '--quiet'], { stdin: out });
      const findings = checked.out.split('\n').filter((line) => /:\d+:\d+ /.test(line));
      assert.ok(findings.length > 0);
      assert.deepEqual(
        findings.filter((line) => !line.includes('still to be filled in')),
        [],
      );
    });
  }

  it('lists what there is without a framework', async () => {
    const { out, code } = await begin();
    for (const id of [...BUILTIN.keys(), 'visit-report']) assert.ok(out.includes(`  ${id} `), id);
    assert.equal(code, 0);
  });

  it('writes the same to a file, and never over one that is there', async () => {
    const { out } = await begin('visit-report', '--title', 'Autumn');
    const first = await begin('visit-report', '--title', 'Autumn', '--output', 'autumn.md');
    assert.equal(first.code, 0);
    assert.equal(readFileSync(at('autumn.md'), 'utf8'), out);
    const second = await begin('visit-report', '--title', 'Winter', '-o', 'autumn.md');
    assert.equal(second.code, 2);
    assert.match(second.err, /autumn\.md: There is a file of that name already/);
    assert.equal(readFileSync(at('autumn.md'), 'utf8'), out);
  });

  it('goes by the name of the file', async () => {
    await begin('visit-report', '-o', 'a.yaml');
    assert.match(readFileSync(at('a.yaml'), 'utf8'), /^framework: visit-report\n/);
    assert.equal((await begin('visit-report', '-o', 'a.docx')).code, 2);
    assert.equal((await begin('visit-report', '--yaml', '-o', 'b.md')).code, 2);
    assert.equal((await begin('visit-report', '-o', 'touchstone.yaml')).code, 2);
    assert.ok(!existsSync(at('a.docx')) && !existsSync(at('b.md')));
  });

  it('knows the frameworks of the folder that it writes into', async () => {
    writeFiles(folder.path, [['other/touchstone.yaml', '{}\n']]);
    assert.equal((await begin('visit-report', '-o', 'other/a.md')).code, 2);
  });
}
