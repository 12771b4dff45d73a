import assert from 'node:assert/strict';
import { analyse } from '../../server/features/analysis.ts';
import { FrameworkLibrary } from '../../server/framework/library.ts';
import { DEFAULT_CONFIG } from '../../server/rules/config.ts';
import { RULES } from '../../server/rules/registry.generated.ts';
import { SourceText } from '../../server/text/sourceText.ts';
import { fullAnalysis } from '../incremental/state.ts';
import { type CommandLine, checkInProcess } from './process.ts';

const START = '---\nframework: ofsted-safeguarding-2012\n---\n\n';
const SHORT = `${START}# A report\n`;
const FIFTY = 50_000_000;

/** Each with the sentence that says it, in place of any check. */
const LARGE: readonly (readonly [string, () => string | Uint8Array, string])[] = [
  ['one line of 50 MB', () => START + 'a'.repeat(FIFTY), '50.0 MB, and up to 12.0 MB can be'],
  ['50 MB in short lines', () => START + 'word\n'.repeat(FIFTY / 5), '50.0 MB, and up to 12.0 MB can be'],
  ['50 MB that are no text', () => new Uint8Array(FIFTY).fill(255), '50.0 MB, and up to 12.0 MB can be'],
  [
    'five million letters',
    () => START + 'a'.repeat(5_000_000 - START.length),
    '5,000,000 characters, and up to 4,000,000 can be',
  ],
  ['200,000 lines', () => START + 'a\n'.repeat(199_996), '200,001 lines, and up to 100,000 can be'],
];

export function testLargeFiles(commandLine: () => CommandLine): void {
  for (const [name, content, sentence] of LARGE) {
    it(`are left out, with their size, and the others are checked: ${name}`, async () => {
      const { code, err, said } = await checkInProcess(commandLine(), [
        ['a.report.md', content()],
        ['b.report.md', SHORT],
      ]);
      assert.equal(err, '');
      assert.equal(code, 2);
      assert.equal(said['a.report.md']?.length, 1);
      assert.ok(said['a.report.md']?.[0]?.includes(sentence), said['a.report.md']?.[0]);
      assert.ok(
        said['b.report.md']?.some((rule) => rule.startsWith('document/missing-field')),
        JSON.stringify(said),
      );
    });
  }

  it('are nobody’s business where they are not ours', async () => {
    const { code, said } = await checkInProcess(commandLine(), [
      ['README.md', 'a'.repeat(FIFTY)],
      ['b.report.md', SHORT],
    ]);
    assert.equal(code, 1);
    assert.deepEqual(Object.keys(said), ['b.report.md']);
  });

  it('are one finding in an editor, until they are made smaller', () => {
    const large = SourceText.of(`${START}# A report\n\n${'a\n'.repeat(100_000)}`);
    const analysis = fullAnalysis(large, 'markdown');
    assert.deepEqual(
      analysis.findings.map(({ rule, message }) => [rule, message]),
      [
        [
          'syntax/limits',
          'This text is too large to be checked: it has 100,007 lines, and up to 100,000 can be. Split it into several files.',
        ],
      ],
    );
    const cut = { from: 60, to: large.length };
    const text = large.replace(cut, '');
    const input = { ...analysis.input, text };
    const change = { old: cut, now: { from: 60, to: 60 } };
    const messages = (found: typeof analysis) => found.findings.map(({ message }) => message);
    assert.deepEqual(messages(analyse(input, { analysis, change })), messages(analyse(input)));
  });

  it('have no finding where they are not ours', () => {
    const { findings } = analyse({
      path: 'README.md',
      syntax: 'markdown',
      text: SourceText.of('a\n'.repeat(100_001)),
      library: FrameworkLibrary.builtin(),
      config: DEFAULT_CONFIG,
      inPack: true,
      rules: RULES,
    });
    assert.deepEqual(findings, []);
  });

  it('of many faults show a thousand of each, and say so', () => {
    const text = SourceText.of(`${START}# A report\n\n## Service information\n\n${'TBC\n\n'.repeat(1200)}`);
    const found = fullAnalysis(text, 'markdown').findings;
    assert.equal(found.filter(({ rule }) => rule === 'prose/placeholder').length, 1000);
    assert.deepEqual(
      found.filter(({ rule }) => rule === 'syntax/limits').map(({ message }) => message),
      [
        '"prose/placeholder" finds more than 1,000 places in this document. Those from here on are not shown; mend some, and they will be.',
      ],
    );
  });
}
