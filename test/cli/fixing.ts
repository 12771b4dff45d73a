import assert from 'node:assert/strict';
import {
  chmodSync,
  chownSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { replaceFile } from '../../server/cli/write.ts';
import { analyse } from '../../server/features/analysis.ts';
import { fixAll } from '../../server/features/fixAll.ts';
import { DEFAULT_CONFIG } from '../../server/rules/config.ts';
import { defineRule, type RuleEntry } from '../../server/rules/rule.ts';
import { denormalise, editNormalised } from '../../server/text/lineEnds.ts';
import { normalise } from '../../server/text/normalise.ts';
import { SourceText } from '../../server/text/sourceText.ts';
import { libraryWith } from '../harness/library.ts';
import { runs } from '../harness/thorough.ts';
import { runBundle } from './bundle.ts';
import { writeFiles } from './cases.ts';
import { runIn, temporaryFolder } from './runIn.ts';

const FRAMEWORK = `id: visit
title: Visit
numbering: document
sections:
  - { id: scope, heading: Scope, required: true }
  - { id: practice, heading: Quality of practice, required: true, template: "What was seen." }
  - { id: plans, heading: Planning, required: true, template: "What was planned." }
  - { id: steps, heading: Next steps, required: true, template: "None." }
`;
const PACK: readonly (readonly [string, string])[] = [
  ['touchstone.yaml', '{}\n'],
  ['visit.framework.yaml', FRAMEWORK],
];
const HEAD = '---\nframework: visit\n---\n\n';
const FAULTY = `${HEAD}## Scope\n\n1. One.\n\n2. Two.\n\n2. Three.\n\n4. Four.\n\n## Quality of practice\n\nIt is sound.\n\n## Planning\n\nIt is timely.\n\n## Next steps\n\nNone.\n`;
const MENDED = FAULTY.replace('2. Three', '3. Three');

type Use = (folder: string) => Promise<void> | void;

/** Runs a test in a folder with the framework and one report. */
async function withReport(text: string | Uint8Array, use: Use): Promise<void> {
  const folder = temporaryFolder();
  try {
    writeFiles(folder.path, [...PACK, ['a.report.md', text]]);
    await use(folder.path);
  } finally {
    folder.remove();
  }
}

const read = (folder: string, name = 'a.report.md') => readFileSync(path.join(folder, name), 'utf8');
const names = (folder: string) => readdirSync(folder).sort();
const FILES = ['a.report.md', 'touchstone.yaml', 'visit.framework.yaml'];

export function testFixing(): void {
  describe('writes', testWriting);

  it('keeps the byte-order mark and the end of each line', async () => {
    const ends = ['\r\n', '\n', '\r', '\r\n'];
    const mixed = (text: string) =>
      `\uFEFF${text.split('\n').reduce((all, line, index) => `${all}${ends[index % 4]}${line}`)}`;
    await withReport(mixed(FAULTY), async (folder) => {
      assert.equal((await runIn(folder, ['fix'])).code, 0);
      assert.equal(read(folder), mixed(MENDED));
    });
  });

  it('ends lines that are new as the lines around them end', () => {
    const edited = (text: string, from: number, to: number, insert: string) =>
      denormalise(editNormalised(normalise(text), [{ span: { from, to }, insert }]));
    assert.equal(edited('a\r\nb\r\n', 2, 2, 'x\ny\n'), 'a\r\nx\r\ny\r\nb\r\n');
    assert.equal(edited('a\r\nb', 3, 3, '\nx'), 'a\r\nb\r\nx');
    assert.equal(edited('a', 1, 1, '\nx\n'), 'a\nx\n');
    assert.equal(edited('a\rb\r\nc\nd', 0, 6, 'x\ny\nz\n'), 'x\ry\r\nz\nd');
    assert.equal(edited('a\rb\r\nc\nd', 0, 6, ''), 'd');
  });

  it('leaves every line outside an edit as it ends', () => {
    const texts = fc.array(fc.tuple(fc.constantFrom('', 'a', 'bb'), END), { maxLength: 12 });
    fc.assert(
      fc.property(
        texts,
        fc.nat(40),
        fc.nat(20),
        fc.constantFrom('', 'x', '\n', 'x\ny\n'),
        (lines, at, size, insert) => {
          const before = normalise(lines.flat().join(''));
          assert.equal(denormalise(before), lines.flat().join(''));
          const from = Math.min(at, before.text.length);
          const to = Math.min(from + size, before.text.length);
          const after = editNormalised(before, [{ span: { from, to }, insert }]);
          assert.equal(after.text, before.text.slice(0, from) + insert + before.text.slice(to));
          const ahead = before.text.slice(0, from).split('\n').length - 1;
          const behind = before.text.slice(to).split('\n').length - 2;
          // Written and read again, it is the same: no two line ends have become one.
          assert.deepEqual(normalise(denormalise(after)), after);
          // A lone CR may ask for another end behind it.
          if (before.lineEnds.includes('\r')) return;
          assert.deepEqual(after.lineEnds.slice(0, ahead), before.lineEnds.slice(0, ahead));
          if (behind > 0) assert.deepEqual(after.lineEnds.slice(-behind), before.lineEnds.slice(-behind));
          assert.equal(after.lineEnds.length, after.text.split('\n').length - 1);
        },
      ),
    );
  });

  it('shows on a terminal what it would obey', async () => {
    const odd = `${FAULTY}\u001B[31m\n`.replaceAll('\n', '\r\n');
    await withReport(odd, async (folder) => {
      const { out } = await runIn(folder, ['fix', '-', '--stdin-name', 'a.md'], { stdin: odd, columns: 80 });
      assert.equal(out, `${MENDED}<U+001B>[31m\n`);
    });
  });

  it('gives standard input back as it was but for what is mended', async () => {
    await withReport(FAULTY, async (folder) => {
      const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
      const { out, err } = await runIn(folder, ['fix', '-'], { stdin: windows(FAULTY) });
      assert.equal(out, windows(MENDED));
      assert.match(err, /^<stdin>\n {2}fixed: Renumber this paragraph to 3/);
      const whole = await runIn(folder, ['fix', '-'], { stdin: windows(MENDED) });
      assert.equal(whole.out, windows(MENDED));
      assert.equal((await runIn(folder, ['fix', '-'], { stdin: new Uint8Array([0, 1]) })).out, '');
    });
  });

  it('writes a diff that git applies', async () => {
    const odd = `${FAULTY.replaceAll('\n', '\r\n')}The end`;
    await withReport(odd, async (folder) => {
      const { out } = await runIn(folder, ['fix', '--dry-run']);
      assert.equal(read(folder), odd);
      const { applyPatch } = await import('diff');
      assert.equal(applyPatch(odd, out), odd.replace('2. Three', '3. Three'));
    });
  });

  it('names the file in a diff from the folder that it is applied in, however it was named', async () => {
    await withReport(FAULTY, async (folder) => {
      const absolute = path.join(folder, 'a.report.md');
      const names = async (cwd: string, file: string) =>
        (await runIn(cwd, ['fix', '--dry-run', file])).out.split('\n', 2);
      const below = ['--- a/a.report.md', '+++ b/a.report.md'];
      assert.deepEqual(await names(folder, absolute), below);
      assert.deepEqual(await names(folder, './a.report.md'), below);
      const root = absolute.slice(1);
      assert.deepEqual(await names(path.join(folder, '..', 'elsewhere'), absolute), [
        `--- a/${root}`,
        `+++ b/${root}`,
      ]);
    });
  });

  it('lets a fix wait that touches another, and leaves those that are not safe', () => {
    const swap = (from: string, to: string, safe: boolean): RuleEntry => ({
      id: `test/${from}`,
      rule: defineRule({
        summary: '',
        why: '',
        severity: 'warning',
        scope: 'document',
        *check({ report: { model } }) {
          for (const { index } of model.text.toString().matchAll(new RegExp(from, 'g'))) {
            const at = { from: index, to: index + from.length };
            const fixes = [{ title: `${from} to ${to}`, safe, edits: () => [{ span: at, insert: to }] }];
            yield { at, message: from, fixes };
          }
        },
      }),
    });
    const fixed = (text: string, rules: readonly RuleEntry[]) => {
      const library = libraryWith([FRAMEWORK]);
      const input = {
        path: 'a.report.md',
        syntax: 'markdown',
        library,
        config: DEFAULT_CONFIG,
        inPack: false,
      } as const;
      const { analysis, applied, rounds } = fixAll(analyse({ ...input, text: SourceText.of(text), rules }));
      const titles = applied.map(({ title }) => title);
      return { text: analysis.input.text.toString(), titles, rounds: rounds.length };
    };
    const overlap = [swap('one two', '1 two', true), swap('two three', '2 three', true)];
    const titles = ['one two to 1 two', 'two three to 2 three'];
    assert.deepEqual(fixed('one two three', overlap), { text: '1 2 three', titles, rounds: 2 });
    assert.equal(fixed('one two, two three', overlap).rounds, 1);
    assert.equal(fixed('one two', [swap('one two', '1', false)]).rounds, 0);
    // Rules that undo each other's changes come to an end.
    assert.ok(fixed('ab', [swap('ab', 'ba', true), swap('ba', 'ab', true)]).rounds <= 2);
    assert.ok(fixed('b', [swap('b', 'ab', true)]).rounds <= 200);
    // So does one that doubles its text each time: long enough that the limit is met after few rounds.
    assert.ok(fixed('b', [swap('b', `b${' and so on'.repeat(40)} b`, true)]).text.length < 100_000);
  });

  it('leaves no safe fix, and changes nothing but what it says', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(REPORT, async ({ text, kept }) => {
        await withReport(text, async (folder) => {
          await runIn(folder, ['fix']);
          const once = read(folder);
          const again = await runIn(folder, ['fix', '--dry-run']);
          assert.equal(again.out, '', 'There is more to mend.');
          assert.match(again.err, /0 fixes to apply\. /);
          for (const line of kept) {
            const stays = once.split(line).length === 2 || once.endsWith(line.trimEnd());
            assert.ok(stays, JSON.stringify({ line, text, once }));
          }
          assert.equal(once.startsWith('\uFEFF'), text.startsWith('\uFEFF'));
        });
      }),
      { numRuns: runs(150) },
    );
  });
}

function testWriting(): void {
  it('keeps the mode, and leaves nothing behind', async () => {
    await withReport(FAULTY, async (folder) => {
      const file = path.join(folder, 'a.report.md');
      chmodSync(file, 0o640);
      await runIn(folder, ['fix']);
      assert.equal(read(folder), MENDED);
      assert.equal(statSync(file).mode & 0o777, 0o640);
      assert.deepEqual(names(folder), FILES);
    });
  });

  it('does not touch a file without a change', async () => {
    await withReport(MENDED, async (folder) => {
      const file = path.join(folder, 'a.report.md');
      utimesSync(file, 1, 1);
      const before = statSync(file);
      await runIn(folder, ['fix']);
      assert.deepEqual([statSync(file).mtimeMs, statSync(file).ino], [before.mtimeMs, before.ino]);
    });
  });

  it('leaves a link a link', async () => {
    await withReport(FAULTY, async (folder) => {
      symlinkSync('a.report.md', path.join(folder, 'link.md'));
      const { out } = await runIn(folder, ['fix', 'link.md']);
      assert.match(out, /^link\.md\n {2}fixed/);
      assert.ok(lstatSync(path.join(folder, 'link.md')).isSymbolicLink());
      assert.equal(read(folder), MENDED);
    });
  });

  it('says what may not be written, and goes on', async () => {
    await withReport(FAULTY, (folder) => {
      writeFiles(folder, [['b.report.md', FAULTY]]);
      const locked = path.join(folder, 'a.report.md');
      chmodSync(locked, 0o444);
      chmodSync(folder, 0o777);
      // Nobody may write what is nobody's, unless it is locked.
      if (process.getuid?.() === 0) {
        for (const name of names(folder)) chownSync(path.join(folder, name), 65534, 65534);
      }
      const { code, out, err } = runBundle(folder, ['fix'], { asNobody: true });
      assert.match(err, /^a\.report\.md {2}not fixed\n {2}You have no permission to write it/);
      assert.match(out, /^b\.report\.md\n {2}fixed: .*\n\n1 fix applied in 1 file\. /);
      assert.equal(read(folder), FAULTY);
      assert.equal(read(folder, 'b.report.md'), MENDED);
      assert.equal(code, 2);
    });
  });

  it('leaves a file that someone else has changed meanwhile', async () => {
    await withReport('new', async (folder) => {
      const answer = await replaceFile(path.join(folder, 'a.report.md'), 'fixed', 'old');
      assert.ok(!answer.ok && answer.problem.startsWith('Someone else has changed it'));
      assert.equal(read(folder), 'new');
      assert.deepEqual(names(folder), FILES);
    });
  });
}

const HEADINGS = [
  'Scope',
  'Quality of practice',
  'Quality of practise',
  'Planning',
  'Next steps',
  'Nextsteps',
  'Other',
];
const END = fc.constantFrom('\n', '\r\n', '\r');
const PART = fc.record({
  heading: fc.constantFrom(...HEADINGS),
  slips: fc.array(fc.constantFrom(0, 0, 0, 1, -1, 5), { maxLength: 4 }),
});

/** A report with sections in any order and slips in its numbers, and the stretches that have to stay. */
const REPORT = fc
  .record({
    parts: fc.uniqueArray(PART, { maxLength: 6, selector: ({ heading }) => heading }),
    ends: fc.array(END, { minLength: 1, maxLength: 12 }),
    mark: fc.boolean(),
    lastEnd: fc.boolean(),
  })
  .map(({ parts, ends, mark, lastEnd }) => {
    const lines = HEAD.trimEnd().split('\n');
    const kept: string[] = [];
    let number = 0;
    for (const { heading, slips } of parts) {
      lines.push('', `## ${heading}`);
      for (const slip of slips) {
        number += 1;
        const words = `Words ${lines.length} stay.`;
        lines.push('', `${Math.max(1, number + slip)}. ${words}`, '', `Plain ${words}`);
      }
    }
    const endOf = (index: number) => ends[index % ends.length] ?? '\n';
    const text = lines.map((line, index) => line + (index + 1 < lines.length || lastEnd ? endOf(index) : ''));
    for (const [index, line] of text.entries()) {
      const stays = /Plain .*$/s.exec(line)?.[0];
      // The last line of all may get an end.
      if (stays !== undefined && index + 1 < text.length) kept.push(stays);
    }
    return { text: (mark ? '\uFEFF' : '') + text.join(''), kept };
  });
