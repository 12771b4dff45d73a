import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { runBundle } from './bundle.ts';
import { writeFiles } from './cases.ts';
import { BAD, FRAMEWORK, GOOD, PACK } from './pack.ts';
import { runIn, temporaryFolder } from './runIn.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Runs `touchstone check` over files of which one is good, unless `paths` says which. */
async function checkWith(files: Files, paths: readonly string[] = ['.'], prepare?: (folder: string) => void) {
  const folder = temporaryFolder();
  try {
    writeFiles(folder.path, [...PACK, ['good.report.md', GOOD], ...Object.entries(files)]);
    prepare?.(folder.path);
    const { code, out, err } = await runIn(folder.path, ['check', ...paths]);
    return { code, out: out.trimEnd(), err: err.trimEnd() };
  } finally {
    folder.remove();
  }
}

/** What is not checked is said, all else is checked, and the exit code is 2. */
async function assertUnchecked(
  files: Files,
  paths: readonly string[],
  said: string,
  prepare?: (folder: string) => void,
): Promise<void> {
  const { code, out, err } = await checkWith(files, ['good.report.md', ...paths], prepare);
  assert.equal(err, said);
  assert.equal(out, '1 file checked, nothing found. 1 file could not be checked.');
  assert.equal(code, 2);
}

const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));

export function testBadInput(): void {
  describe('of bytes', testBytes);
  describe('of line ends', testLineEnds);
  describe('of the disk', testDisk);
  describe('of packs', testPacks);
}

function testBytes(): void {
  const empty = 'not checked\n  The file is empty: there is nothing to check.';

  it('says that a file is empty', async () => {
    await assertUnchecked({ 'a.md': '' }, ['a.md'], `a.md  ${empty}`);
    await assertUnchecked({ 'a.yaml': ' \n\t\n' }, ['a.yaml'], `a.yaml  ${empty}`);
    await assertUnchecked({ 'a.md': '\uFEFF' }, ['a.md'], `a.md  ${empty}`);
    const unread = 'not checked\n  The file is empty: there is nothing to read.';
    await assertUnchecked({ 'a.txt': '' }, ['a.txt', '--framework', 'visit-report'], `a.txt  ${unread}`);
  });

  it('says so of a file in a folder only when its name makes it ours', async () => {
    const { code, err } = await checkWith({ 'a.report.md': '', 'README.md': '' });
    assert.equal(err, `a.report.md  ${empty}`);
    assert.equal(code, 2);
  });

  it('says so of standard input', async () => {
    const { code, err } = await runIn('/', ['check', '-']);
    assert.equal(err.trimEnd(), `<stdin>  ${empty}`);
    assert.equal(code, 2);
  });

  it('says where a file is binary', async () => {
    const said = 'a.md  not checked\n  This is not a text file: there is a NUL at byte offset 3.';
    await assertUnchecked({ 'a.md': bytes('abc', 0, 'def') }, ['a.md'], said);
  });

  it('says on which line a file is not UTF-8, and at which byte', async () => {
    const line = (end: string) =>
      assertUnchecked(
        { 'a.md': bytes(`one${end}two${end}caf`, 0xe9, ' au lait') },
        ['a.md'],
        `a.md:3  not checked\n  The file is not UTF-8: the byte E9 on line 3, at byte offset ${9 + 2 * end.length}, is no character. Save it as UTF-8.`,
      );
    for (const end of ['\n', '\r\n', '\r']) await line(end);
  });

  it('names the first byte of what is no character', async () => {
    const offset = async (...parts: readonly (string | number)[]) => {
      const { err } = await checkWith({ 'a.md': bytes(...parts) }, ['a.md']);
      return Number(/byte offset (\d+)/.exec(err)?.[1]);
    };
    assert.equal(await offset('é', 0xe2, 0x82), 2, 'cut off at the end');
    assert.equal(await offset('é', 0xe2, 0x82, 'a'), 2, 'cut off by a letter');
    assert.equal(await offset('é', 0x82, 'a'), 2, 'without its beginning');
    assert.equal(await offset('€', 0xc0, 0x80), 3, 'longer than need be');
    assert.equal(await offset('👍', 0xed, 0xa0, 0x80), 4, 'a surrogate');
  });

  it('passes over such a file in a folder unless it looks like one of ours', async () => {
    const { code, err } = await checkWith({
      'notes.md': bytes('caf', 0xe9),
      'picture.md': bytes(0, 1, 2),
      'a.md': bytes('---\nframework: visit-report\ntitle: Caf', 0xe9, '\n---\n'),
    });
    assert.match(err, /^a\.md:3 {2}not checked\n {2}The file is not UTF-8: [^\n]+$/);
    assert.equal(code, 2);
  });

  it('says that a file is UTF-16', async () => {
    const text = Buffer.from('\uFEFF---\nframework: visit-report\n---\n', 'utf16le');
    const said =
      'a.md  not checked\n  The file is written in UTF-16. Save it as UTF-8, then it can be checked.';
    await assertUnchecked({ 'a.md': text }, ['a.md'], said);
    const { err } = await checkWith({ 'a.md': text });
    assert.equal(err, said);
  });

  it('says which files can be checked', async () => {
    const said =
      'a.png  not checked\n  Only Markdown, YAML, text, Word, PDF and HTML files can be checked. Save it as one of these.';
    await assertUnchecked({ 'a.png': 'PNG' }, ['a.png'], said);
  });
}

function testLineEnds(): void {
  const places = async (text: string) => {
    const { out } = await checkWith({ 'a.md': text }, ['a.md', '--format', 'json']);
    const { start, end } = JSON.parse(out).files[0].findings[0];
    return [start, end];
  };

  it('finds the same places whatever ends the lines', async () => {
    const expected = [
      { line: 8, column: 18 },
      { line: 8, column: 32 },
    ];
    for (const end of ['\n', '\r\n', '\r']) {
      assert.deepEqual(await places(BAD.replaceAll('\n', end)), expected);
      assert.deepEqual(await places(`\uFEFF${BAD.replaceAll('\n', end)}`), expected);
    }
    assert.deepEqual(await places(BAD.replace(/\n/g, '\r\n').replace('\r\n', '\n')), expected);
  });

  it('counts columns in code points, and none for a byte-order mark', async () => {
    const framework = 'framework: visit-report # 👩‍👧';
    const text = `\uFEFF${framework}\nsections:\n  - heading: Findings\n    fields: { judgement: "Good (Grade 3)" } # 👍\n`;
    const { out } = await checkWith({ 'a.yaml': text }, ['a.yaml', '--quiet']);
    assert.match(out, /^a\.yaml:4:27 {2}error/);
  });
}

function testDisk(): void {
  it('says that a path is missing', async () => {
    const said = 'no/such.md  not checked\n  There is no such file or folder.';
    await assertUnchecked({}, ['./no/such.md'], said);
    await assertUnchecked({ no: 'a file' }, ['no/such.md'], said);
  });

  it('does not follow a link that leads back to where it stands', async () => {
    const { code, out, err } = await checkWith({ 'docs/a.md': BAD }, ['docs'], (folder) => {
      symlinkSync('..', path.join(folder, 'docs/again'));
      symlinkSync('.', path.join(folder, 'docs/here'));
    });
    const said = 'not checked\n  This link leads back to a folder that it stands in, so it was not followed.';
    assert.equal(err, `docs/again  ${said}\n\ndocs/here  ${said}`);
    assert.match(out, /1 finding in/);
    assert.equal(code, 1);
  });

  it('looks through a folder once, however many links lead to it', async () => {
    const { code, out, err } = await checkWith({ 'docs/real/a.md': BAD }, ['docs'], (folder) => {
      symlinkSync('real', path.join(folder, 'docs/alias'));
    });
    assert.match(out, /^docs\/real\/a\.md:8:18/);
    assert.match(out, /1 finding in 1 file: 1 error\.$/);
    assert.equal(err, '');
    assert.equal(code, 1);
  });

  it('says that a link leads nowhere', async () => {
    const { code, out, err } = await checkWith({}, ['.'], (folder) => {
      symlinkSync('nowhere.md', path.join(folder, 'a.md'));
      symlinkSync('b.md', path.join(folder, 'b.md'));
      symlinkSync('nowhere.png', path.join(folder, 'c.png'));
    });
    assert.equal(
      err,
      'a.md  not checked\n  There is no such file or folder.\n\nb.md  not checked\n  It is a symbolic link that leads back to itself.',
    );
    assert.equal(out, '3 files checked, nothing found. 2 files could not be checked.');
    assert.equal(code, 2);
  });

  it('checks a file once, however often it is named', async () => {
    const { out } = await checkWith({ 'a.md': BAD }, ['.', 'a.md', './a.md']);
    assert.match(out, /1 finding in 1 of 4 files: 1 error\.$/);
  });

  it('says that a file or folder cannot be read', function () {
    if (process.platform === 'win32') this.skip();
    const folder = temporaryFolder();
    try {
      writeFiles(folder.path, [...PACK, ['a.md', BAD], ['b.md', BAD], ['shut/c.md', BAD]]);
      chmodSync(folder.path, 0o755);
      chmodSync(path.join(folder.path, 'a.md'), 0);
      chmodSync(path.join(folder.path, 'shut'), 0);
      const { code, out, err } = runBundle(folder.path, ['check'], { asNobody: true });
      assert.equal(
        err.trimEnd(),
        'shut  not checked\n  This folder cannot be looked through. You have no permission to read it.\n\na.md  not checked\n  You have no permission to read it.',
      );
      assert.match(out, /^b\.md:8:18/);
      assert.match(out, /1 finding in 1 of 3 files: 1 error\. 2 files could not be checked\.\n$/);
      assert.equal(code, 2);
    } finally {
      chmodSync(path.join(folder.path, 'shut'), 0o755);
      folder.remove();
    }
  });

  it('reads no folder that has the name of a document', async () => {
    const { code, out, err } = await checkWith({ 'b.md': GOOD }, ['.'], (folder) => {
      mkdirSync(path.join(folder, 'a.report.md'));
    });
    assert.equal(err, '');
    assert.equal(out, '4 files checked, nothing found.');
    assert.equal(code, 0);
  });
}

function testPacks(): void {
  it('says that a touchstone.yaml is no text, and checks by the defaults', async () => {
    const { code, out, err } = await checkWith({ 'sub/touchstone.yaml': bytes('a', 0), 'sub/a.md': BAD }, [
      'sub/a.md',
      '--framework',
      'ofsted-safeguarding-2012',
      '--quiet',
    ]);
    assert.equal(
      err,
      'sub/touchstone.yaml  not checked\n  This is not a text file: there is a NUL at byte offset 1.',
    );
    assert.match(out, /^sub\/a\.md:2:12 {2}error {2}document\/unknown-framework/);
    assert.equal(code, 2);
  });

  it('shows a framework that extends itself, at the place', async () => {
    const own = FRAMEWORK.replace('title:', 'extends: visit-report\ntitle:');
    const { code, out } = await checkWith({ 'visit.framework.yaml': own }, [
      'visit.framework.yaml',
      '--quiet',
    ]);
    assert.match(
      out,
      /^visit\.framework\.yaml:2:10 {2}error {2}syntax\/framework {2}[^\n]*cannot extend itself/,
    );
    assert.equal(code, 1);
  });

  it('shows frameworks that extend each other', async () => {
    const framework = (id: string, base: string) => `id: ${id}\ntitle: ${id}\nextends: ${base}\n`;
    const { out } = await checkWith(
      { 'a.framework.yaml': framework('a', 'b'), 'b.framework.yaml': framework('b', 'a') },
      ['.', '--quiet'],
    );
    assert.match(out, /^a\.framework\.yaml:3:10 {2}error/m);
    assert.match(out, /^b\.framework\.yaml:3:10 {2}error/m);
  });

  it('checks a framework that lies in no pack', async () => {
    const folder = temporaryFolder();
    try {
      writeFiles(folder.path, [['a.framework.yaml', 'id: a\n']]);
      const { code, out } = await runIn(folder.path, ['check', '--quiet']);
      assert.match(
        out,
        /^a\.framework\.yaml:1:1 {2}error {2}syntax\/framework {2}This framework has no "title"/,
      );
      assert.equal(code, 1);
    } finally {
      folder.remove();
    }
  });
}
