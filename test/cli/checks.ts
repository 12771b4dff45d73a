import assert from 'node:assert/strict';
import { differenceFaults, findingsFaults } from '../../server/framework/schema.ts';
import { writeFiles } from './cases.ts';
import { BAD, GOOD, PACK } from './pack.ts';
import { type RunOptions, runIn, temporaryFolder } from './runIn.ts';

const EXAMPLES = 'examples/safeguarding-2012';

export function testChecks(): void {
  let folder: ReturnType<typeof temporaryFolder>;
  before(() => {
    folder = temporaryFolder();
    const mild = `${PACK[0]?.[1]}fail-on: error\nrules: { judgement/grade-label-mismatch: warning }\n`;
    writeFiles(folder.path, [
      ...PACK,
      ['good.md', GOOD],
      ['bad.md', BAD],
      ['mild/touchstone.yaml', mild],
      ['mild/visit.framework.yaml', PACK[1]?.[1] ?? ''],
      ['mild/bad.md', BAD],
    ]);
  });
  after(() => folder.remove());
  const check = (argv: readonly string[], options?: RunOptions) =>
    runIn(folder.path, ['check', ...argv], options);

  it('fails from the severity on that it is told', async () => {
    const codes = async (paths: string, severities: readonly string[]) =>
      Promise.all(severities.map(async (one) => (await check([paths, '--fail-on', one])).code));
    assert.deepEqual(await codes('bad.md', ['error', 'warning', 'hint', 'never']), [1, 1, 1, 0]);
    assert.deepEqual(await codes('mild/bad.md', ['error', 'warning', 'hint', 'never']), [0, 1, 1, 0]);
    assert.deepEqual(await codes('good.md', ['error', 'warning', 'hint', 'never']), [0, 0, 0, 0]);
  });

  it('fails from the severity on that the pack of each file says', async () => {
    assert.equal((await check(['mild'])).code, 0);
    assert.equal((await check(['mild', 'bad.md'])).code, 1);
  });

  it('uses colours as it is told, or as the environment and the terminal say', async () => {
    const coloured = async (argv: readonly string[], options: RunOptions) =>
      (await check(['bad.md', ...argv], options)).out.includes('\u001B[');
    assert.equal(await coloured([], {}), false);
    assert.equal(await coloured([], { columns: 80 }), true);
    assert.equal(await coloured([], { columns: 80, env: { NO_COLOR: '1' } }), false);
    assert.equal(await coloured([], { columns: 80, env: { NO_COLOR: '' } }), true);
    assert.equal(await coloured([], { columns: 80, env: { TERM: 'dumb' } }), false);
    assert.equal(await coloured([], { env: { FORCE_COLOR: '1' } }), true);
    assert.equal(await coloured([], { columns: 80, env: { FORCE_COLOR: '0' } }), false);
    assert.equal(await coloured(['--color', 'always'], { env: { NO_COLOR: '1' } }), true);
    assert.equal(await coloured(['--colour=never'], { columns: 80, env: { FORCE_COLOR: '1' } }), false);
    assert.equal(await coloured(['--color=always', '--quiet'], {}), true);
  });

  it('writes the same with and without colours', async () => {
    const [plain, coloured] = [await check(['bad.md']), await check(['bad.md', '--color=always'])];
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what colours begin with.
    assert.equal(coloured.out.replace(/\u001B\[[\d;]*m/g, ''), plain.out);
  });

  it('writes JSON that its schema describes, whatever happens', async () => {
    for (const argv of [['.'], ['good.md'], ['none.md'], ['bad.md', 'none.md'], ['PACK.png']]) {
      const { out } = await check([...argv, '--format', 'json']);
      assert.deepEqual(findingsFaults(JSON.parse(out)), [], argv.join(' '));
    }
    const { out } = await runIn('.', ['check', EXAMPLES, '--format=json']);
    assert.deepEqual(findingsFaults(JSON.parse(out)), []);
  });

  it('writes in JSON how versions differ, as its schema describes', async () => {
    for (const argv of [
      ['good.md', 'bad.md'],
      ['good.md', 'good.md'],
      ['good.md', 'none.md'],
      ['.', '.'],
    ]) {
      const { out } = await runIn(folder.path, ['diff', ...argv, '--format', 'json']);
      assert.deepEqual(differenceFaults(JSON.parse(out)), [], argv.join(' '));
    }
  });

  it('counts in JSON what it lists', async () => {
    const { out } = await runIn('.', ['check', EXAMPLES, '--format=json']);
    const { files, summary } = JSON.parse(out);
    const severities = files.flatMap((file: { findings: { severity: string }[] }) =>
      file.findings.map(({ severity }) => severity),
    );
    const count = (wanted: string) => severities.filter((severity: string) => severity === wanted).length;
    assert.deepEqual(summary, {
      files: files.length,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      hints: count('hint'),
    });
  });

  it('finds nothing in the examples but what is meant to be found', async () => {
    const good = await runIn('.', ['check', `${EXAMPLES}/report.md`, `${EXAMPLES}/report.report.yaml`]);
    assert.deepEqual(good, {
      code: 0,
      out: '2 files checked, nothing found.\n',
      err: '',
      printed: '2 files checked, nothing found.\n',
    });
    const bad = await runIn('.', ['check', `${EXAMPLES}/report-with-contradictions.md`, '--quiet']);
    assert.match(bad.out, /\n\d+ findings in 1 file: \d+ errors/);
    assert.equal(bad.code, 1);
  });

  it('dumps the same for a report in Markdown and in YAML', async () => {
    const markdown = await runIn('.', ['dump', `${EXAMPLES}/report.md`]);
    const yaml = await runIn('.', ['dump', `${EXAMPLES}/report.report.yaml`]);
    assert.equal(markdown.out, yaml.out);
    assert.match(markdown.out, /\n15 sections; 8 judged; paragraphs 1–47; recommendations 8 and 3\n$/);
  });

  it('says in one sentence that it failed, without a stack', async () => {
    const said: string[] = [];
    const io = { cwd: folder.path, env: {}, columns: undefined, stdin: async () => new Uint8Array() };
    const { run } = await import('../../server/cli/run.ts');
    const out = () => {
      throw new Error('no more paper');
    };
    assert.equal(await run(['check', 'bad.md'], { ...io, out, err: (text) => said.push(text) }), 2);
    assert.deepEqual(said, [
      'Touchstone stopped at a fault of its own, please report it to its makers: no more paper\n',
    ]);
  });
}
