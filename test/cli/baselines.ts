import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runBundle } from './bundle.ts';
import { writeFiles } from './cases.ts';
import { VISIT_PACK, visitPdf, visitWord } from './foreignFiles.ts';
import { BAD, GOOD, PACK } from './pack.ts';
import { runIn, temporaryFolder } from './runIn.ts';

const BASELINE = 'touchstone-baseline.json';
const NAMED = [['touchstone.yaml', `baseline: ${BASELINE}\n`]] as const;
const ENTRY =
  '{ "rule": "judgement/grade-label-mismatch", "message": "\\"Good (Grade 3)\\" contradicts itself: Grade 3 is \\"Poor\\", and \\"Good\\" is Grade 1.", "words": "Good (Grade 3)" }';

/** What is set aside, from one command to the next. */
export function testBaselines(): void {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
    writeFiles(folder.path, [...PACK, ['a.md', BAD], ['deep/b.md', BAD], ['good.md', GOOD]]);
  });
  afterEach(() => folder.remove());
  const run = (...argv: readonly string[]) => runIn(folder.path, argv);
  const baseline = (name = BASELINE) => readFileSync(path.join(folder.path, name), 'utf8');

  it('is written so that it can be read', async () => {
    await run('check', '--write-baseline', BASELINE);
    assert.equal(
      baseline(),
      `{
  "version": 1,
  "files": {
    "a.md": [
      ${ENTRY}
    ],
    "deep/b.md": [
      ${ENTRY}
    ]
  }
}
`,
    );
  });

  it('sets all of it aside once it is named, and is the same when it is written again', async () => {
    await run('check', '--write-baseline', BASELINE);
    const before = baseline();
    writeFiles(folder.path, NAMED);
    const { code, out } = await run('check');
    assert.deepEqual(
      [code, out],
      [0, '5 files checked, nothing found that is new; 2 findings stand in the baseline.\n'],
    );
    await run('check', '--write-baseline', BASELINE);
    assert.equal(baseline(), before);
    await run('check', '--prune-baseline');
    assert.equal(baseline(), before);
  });

  it('goes by paths from its own folder', async () => {
    await run('check', '--write-baseline', 'deep/old.json');
    assert.match(baseline('deep/old.json'), /"\.\.\/a\.md": [\s\S]*"b\.md": /);
    assert.equal((await run('check', '--baseline', 'deep/old.json')).code, 0);
    writeFiles(folder.path, [['touchstone.yaml', 'baseline: deep/old.json\n']]);
    assert.equal((await run('check')).code, 0);
    assert.equal((await runIn(path.join(folder.path, 'deep'), ['check', 'b.md'])).code, 0);
  });

  it('keeps what it has of documents that are not checked, and drops those that are gone', async () => {
    await run('check', '--write-baseline', BASELINE);
    writeFiles(folder.path, [['a.md', GOOD], ['deep/b.md', GOOD], ...NAMED]);
    await run('check', 'a.md', '--prune-baseline');
    assert.match(baseline(), /^ {4}"deep\/b\.md"/m);
    assert.doesNotMatch(baseline(), /^ {4}"a\.md"/m);
    await run('check', 'a.md', '--write-baseline', BASELINE);
    assert.match(baseline(), /^ {4}"deep\/b\.md"/m);
    rmSync(path.join(folder.path, 'deep/b.md'));
    const { err } = await run('check', 'a.md', '--prune-baseline');
    assert.match(err, /1 finding taken out, 0 left/);
    assert.equal(baseline(), '{\n  "version": 1,\n  "files": {}\n}\n');
  });

  it('is left as it is when what it has cannot be read, or a file cannot be checked', async () => {
    writeFiles(folder.path, [
      ...NAMED,
      [BASELINE, '{'],
      ['a.md', Buffer.concat([Buffer.from(BAD), Buffer.of(0xff)])],
    ]);
    for (const argv of [['--prune-baseline'], ['--write-baseline', BASELINE], ['--baseline', BASELINE]]) {
      assert.equal((await run('check', ...argv)).code, 2, argv.join(' '));
      assert.equal(baseline(), '{');
    }
    writeFiles(folder.path, [[BASELINE, `{ "version": 1, "files": { "a.md": [${ENTRY}] } }`]]);
    assert.equal((await run('check', '--prune-baseline')).code, 2);
    assert.match(baseline(), /"a\.md"/);
    assert.equal((await run('check', '--write-baseline', BASELINE)).code, 2);
    assert.match(baseline(), /"a\.md"[\s\S]*"deep\/b\.md"/);
  });

  it('keeps what it has of a document that cannot be read as a whole, or whose pack cannot', async () => {
    await run('check', '--write-baseline', BASELINE);
    const before = baseline();
    writeFiles(folder.path, [...NAMED, ['a.md', BAD.replace('framework: visit-report', '$&\ntitle: [')]]);
    const { out } = await run('check', '--prune-baseline');
    assert.match(out, /^a\.md:\d+:\d+ {2}error {2}syntax\/yaml$/m);
    assert.equal(baseline(), before);
    assert.doesNotMatch((await run('check')).out, /found no more/);
    writeFiles(folder.path, [
      ['touchstone.yaml', new Uint8Array([0xff])],
      ['a.report.md', BAD],
    ]);
    assert.equal((await run('check', 'a.report.md', '--baseline', BASELINE, '--prune-baseline')).code, 2);
    assert.equal(baseline(), before);
  });

  it('is not made of nothing', async () => {
    for (const paths of [['none.md'], ['visit.framework.yaml']]) {
      await run('check', ...paths, '--write-baseline', BASELINE);
      assert.throws(() => baseline(), /ENOENT/);
    }
  });

  it('counts in a folder without touchstone.yaml when it is named on the command line', async () => {
    rmSync(path.join(folder.path, 'touchstone.yaml'));
    writeFiles(folder.path, [
      ['a.report.md', '---\nframework: none\n---\n\nOf 40 visits, 30 (80%) were in time.\n'],
    ]);
    assert.equal((await run('check', 'a.report.md')).code, 1);
    const { err } = await run('check', 'a.report.md', '--write-baseline', BASELINE);
    assert.match(err, /check them with --baseline touchstone-baseline\.json\n$/);
    assert.equal((await run('check', 'a.report.md', '--baseline', BASELINE)).code, 0);
  });

  it('sets aside what is found in documents from elsewhere, and in threads as in one', async function () {
    this.timeout(120_000);
    const pdfs = Array.from({ length: 2 }, (_, index) => [`all/${index}.pdf`, visitPdf('3')] as const);
    writeFiles(folder.path, [...VISIT_PACK, ...pdfs, ['all/a.docx', await visitWord('3')]]);
    const argv = ['check', 'all', '--all-formats'];
    const before = await run(...argv);
    assert.match(before.out, /3 findings in 3 of 3 files/);
    const written = runBundle(folder.path, [...argv, '--write-baseline', BASELINE]);
    assert.match(written.err, /it sets aside 3 findings of 3 documents/);
    const byThreads = baseline();
    await run(...argv, '--write-baseline', BASELINE);
    assert.equal(baseline(), byThreads);
    for (const more of [[], ['--no-baseline'], ['--baseline', BASELINE, '--format', 'json']]) {
      writeFiles(folder.path, more.includes('--baseline') ? [] : NAMED);
      const { code, out, err } = await run(...argv, ...more);
      assert.deepEqual(runBundle(folder.path, [...argv, ...more]), { code, out, err });
      assert.equal(code, more.includes('--no-baseline') ? 1 : 0);
    }
  });
}
