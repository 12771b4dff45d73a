import assert from 'node:assert/strict';
import fc from 'fast-check';
import { excerpt } from '../../server/cli/output/excerpt.ts';
import { cells, visible } from '../../server/cli/output/screen.ts';
import { type Counts, summarise } from '../../server/cli/output/summary.ts';
import { FileText } from '../../server/cli/position.ts';
import { excluder } from '../../server/features/exclude.ts';
import { paragraphRanges } from '../../server/report/dump.ts';
import { SourceText } from '../../server/text/sourceText.ts';
import { runs } from '../harness/thorough.ts';

const none = { error: 0, warning: 0, info: 0, hint: 0 };
const width = (text: string) => cells(text).reduce((sum, cell) => sum + cell.width, 0);

export function testOutput(): void {
  it('sums up with the right plurals', () => {
    const sum = (
      files: number,
      filesWithFindings: number,
      counts: Partial<typeof none>,
      unchecked = 0,
      baseline: Counts['baseline'] = undefined,
    ) => {
      const bySeverity = { ...none, ...counts };
      return summarise({ files, filesWithFindings, bySeverity, unchecked, unknown: 0, baseline });
    };
    assert.equal(sum(1, 0, {}), '1 file checked, nothing found.');
    assert.equal(sum(3, 0, {}), '3 files checked, nothing found.');
    assert.equal(sum(0, 0, {}, 1), '1 file could not be checked.');
    assert.equal(sum(1, 1, { error: 1 }), '1 finding in 1 file: 1 error.');
    assert.equal(
      sum(3, 2, { error: 8, warning: 3, info: 1 }, 2),
      '12 findings in 2 of 3 files: 8 errors, 3 warnings, 1 info. 2 files could not be checked.',
    );
    assert.equal(sum(2, 1, { info: 2, hint: 2 }), '4 findings in 1 of 2 files: 2 infos, 2 hints.');
    assert.equal(
      sum(2, 0, {}, 0, { setAside: 1, outdated: 0 }),
      '2 files checked, nothing found that is new; 1 finding stands in the baseline.',
    );
    assert.equal(
      sum(2, 1, { error: 1 }, 1, { setAside: 12, outdated: 2 }),
      '1 finding in 1 of 2 files: 1 error. 12 more stand in the baseline. 1 file could not be checked. 2 findings of the baseline are found no more: --prune-baseline takes them out.',
    );
    assert.equal(
      sum(2, 0, {}, 0, { setAside: 0, outdated: 1 }),
      '2 files checked, nothing found. 1 finding of the baseline is found no more: --prune-baseline takes it out.',
    );
  });

  it('counts columns in code points', () => {
    const text = new FileText(SourceText.of('ab\n👍c\n'));
    const places = [
      { offset: 0, line: 1, column: 1 },
      { offset: 2, line: 1, column: 3 },
      { offset: 3, line: 2, column: 1 },
      // Within a character.
      { offset: 4, line: 2, column: 1 },
      { offset: 5, line: 2, column: 2 },
      { offset: 6, line: 2, column: 3 },
      { offset: 7, line: 3, column: 1 },
      { offset: 99, line: 3, column: 1 },
    ];
    // Whichever was asked for before.
    for (const { offset: before } of places) {
      for (const { offset, line, column } of places) {
        text.at(before);
        assert.deepEqual(text.at(offset), { line, column }, `${offset} after ${before}`);
      }
    }
  });

  it('shows what a terminal would obey or hide', () => {
    assert.equal(visible('a\u202Eb\u001B[31m\u200Bc\u0000'), 'a<U+202E>b<U+001B>[31m<U+200B>c<U+0000>');
    assert.equal(visible('Zürich – 日本 👩‍👧'), 'Zürich – 日本 👩‍👧');
  });

  it('measures characters as a terminal does', () => {
    assert.equal(width('Zürich'), 6);
    assert.equal(width('cafe\u0301'), 4);
    assert.equal(width('日本'), 4);
    assert.equal(width('👩‍👧'), 2);
    assert.equal(width('a\tb'), 5);
    assert.equal(width('\u202E'), 8);
  });

  it('keeps to the width, and marks what was meant', () => {
    const letters = fc.constantFrom('a', 'b', ' ', 'é', '日', '👍', '\t', '\u202E', 'e\u0301');
    const lines = fc.array(letters, { maxLength: 300 });
    fc.assert(
      fc.property(lines, fc.nat(), fc.nat(20), fc.integer({ min: 30, max: 120 }), (parts, at, size, room) => {
        const from = at % (parts.length + 1);
        const before = parts.slice(0, from).join('').length;
        const within = parts.slice(from, from + size).join('').length;
        const text = SourceText.of(`above\n${parts.join('')}\nbelow`);
        const span = { from: 6 + before, to: 6 + before + within };
        const { shown, mark, line } = excerpt(text, span, room);
        assert.equal(line, 2);
        assert.ok(width(shown) <= room, `"${shown}" takes ${width(shown)} of ${room}`);
        assert.ok(mark.width >= 1 && mark.at + mark.width <= room + 1);
      }),
      { numRuns: runs(300) },
    );
  });

  it('marks exactly the words in plain text', () => {
    const line = `${'before '.repeat(40)}HERE${' behind'.repeat(40)}`;
    const from = line.indexOf('HERE');
    const { shown, mark } = excerpt(SourceText.of(line), { from, to: from + 4 }, 60);
    assert.equal(shown.slice(mark.at, mark.at + mark.width), 'HERE');
    assert.ok(shown.startsWith('…') && shown.endsWith('…'));
  });

  it('says where a place of several lines ends', () => {
    const { shown, mark, lastLine } = excerpt(SourceText.of('one\ntwo\nthree\n'), { from: 1, to: 13 }, 60);
    assert.deepEqual({ shown, mark, lastLine }, { shown: 'one', mark: { at: 1, width: 2 }, lastLine: 3 });
  });

  it('draws paragraph numbers together', () => {
    assert.equal(paragraphRanges([]), '');
    assert.equal(paragraphRanges(['1', '2', '3', '5', '5', '6']), '1–3, 5, 5–6');
    assert.equal(paragraphRanges(['10.1', '10.2', '11.3', 'a', 'b']), '10.1–10.2, 11.3, a, b');
  });

  it('leaves out what the patterns name', () => {
    const out = (pattern: string, path: string) => excluder([pattern])(path);
    assert.ok(out('archive/**', 'archive/2019/a.md'));
    assert.ok(out('archive/**', 'archive'));
    assert.ok(!out('archive/**', 'new/archive/a.md'));
    assert.ok(out('archive', 'new/archive/a.md'));
    assert.ok(out('archive/', 'new/archive/a.md'));
    assert.ok(!out('/archive', 'new/archive/a.md'));
    assert.ok(out('*.draft.md', 'new/a.draft.md'));
    assert.ok(out('**/draft-{a,b}.md', 'draft-b.md'));
    assert.ok(out('./old/*.md', 'old/a.md'));
    assert.ok(!out('!a.md', 'b.md'), 'A pattern does not turn into all but what it names.');
    assert.ok(!out('', 'a.md'));
    assert.ok(!out('[', 'a.md'));
  });
}
