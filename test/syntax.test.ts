import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyse } from '../server/features/analysis.ts';
import { FrameworkLibrary } from '../server/framework/library.ts';
import { DEFAULT_CONFIG } from '../server/rules/config.ts';
import type { Comment, Leaf, SyntaxBlock } from '../server/syntax/block.ts';
import { type MarkdownReading, readMarkdown } from '../server/syntax/markdown.ts';
import type { Prose } from '../server/syntax/prose.ts';
import { SourceText } from '../server/text/sourceText.ts';
import type { Span } from '../server/text/span.ts';
import { processorTime } from './harness/growth.ts';
import { MARKDOWN_SAMPLE } from './harness/sample.ts';
import { STRIDE } from './harness/thorough.ts';
import { DOCUMENTS } from './incremental/documents.ts';

function read(text: string): MarkdownReading {
  return readMarkdown(SourceText.of(text), 0);
}

function blocksOf(text: string): readonly SyntaxBlock[] {
  return read(text).blocks.map(({ block }) => block);
}

const SAMPLES = [MARKDOWN_SAMPLE, ...DOCUMENTS.map(({ text }) => text)];

describe('The Markdown blocks of a text', () => {
  it('stand in order and in range, with all spans inside, after each character of a document', () => {
    for (const sample of SAMPLES) {
      for (let length = 0; length <= sample.length; length += STRIDE) checkNesting(sample.slice(0, length));
    }
  }).timeout(60_000);

  it('map what a reader sees to where it stands in the source', () => {
    for (const sample of [...SAMPLES, readFileSync('examples/safeguarding-2012/report.md', 'utf8')]) {
      for (const block of blocksOf(sample))
        for (const prose of prosesOf(block)) checkMapping(prose, block.source);
    }
  });

  it('map a prose whose lines are indented, quoted and full of markup', () => {
    const source = '> 1. A **bold**  \n>    word, [a\n>    link](x "t") &amp; `code`<!-- aside -->  end\\*.';
    const [block] = blocksOf(source);
    const prose = block?.leaves[0]?.prose;
    assert.equal(prose?.text, 'A bold word, a link & code  end*.');
    assert.deepEqual(prose?.breaks, [6, 14]);
    assert.deepEqual(prose?.strong, [{ from: 2, to: 6 }]);
    if (block !== undefined && prose !== undefined) checkMapping(prose, block.source);
  });
});

function checkNesting(text: string): void {
  let end = 0;
  for (const { from, block } of read(text).blocks) {
    assert.ok(from >= end, `Blocks overlap at ${from} of ${JSON.stringify(text)}.`);
    end = from + block.source.length;
    assert.equal(text.slice(from, end), block.source);
    for (const span of spansOf(block)) {
      const inside = span.from >= 0 && span.from <= span.to && span.to <= block.source.length;
      assert.ok(inside, `${JSON.stringify(span)} leaves the block ${JSON.stringify(block.source)}.`);
    }
  }
}

function spansOf({ leaves, tables, comments, marker }: SyntaxBlock): readonly Span[] {
  const rows = tables.flatMap((table) => table.rows);
  const cells = rows.flatMap((row) => row.cells.map((cell) => ({ row, cell })));
  for (const { row, cell } of cells) {
    assert.ok(row.span.from <= cell.span.from && cell.span.to <= row.span.to, 'A cell leaves its row.');
  }
  const opened = leaves.flatMap((leaf: Leaf) => leaf.marker ?? []);
  return [...leaves, ...rows, ...comments, ...opened, ...(marker === undefined ? [] : [marker])]
    .map(({ span }) => span)
    .concat(comments.map(({ textAt, text }: Comment) => ({ from: textAt, to: textAt + text.length })));
}

function prosesOf({ leaves, tables }: SyntaxBlock): readonly Prose[] {
  return [...leaves, ...tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells))].map(
    ({ prose }) => prose,
  );
}

/** Letters and figures stand in the source as they are; only entities stand for something else. */
function checkMapping(prose: Prose, source: string): void {
  for (const match of prose.text.matchAll(/[\p{L}\p{N}]/gu)) {
    const at = prose.sourceOffset(match.index);
    assert.equal(source.slice(at, at + match[0].length), match[0], `At ${match.index} of "${prose.text}".`);
  }
}

describe('Markdown as authors leave it', () => {
  const table = (text: string) =>
    blocksOf(text).map(({ kind, tables }) => [
      kind,
      tables.flatMap(({ rows }) => rows.map((row) => row.cells.map((cell) => cell.prose.text))),
    ]);

  it('is a table with empty cells and with blanks behind the delimiter row', () => {
    assert.deepEqual(table('| A | B |\n| --- | :-: |  \n| 1 | |\n|  | **2** |\n| 3 |'), [
      ['table', [['A', 'B'], ['1', ''], ['', '2'], ['3']]],
    ]);
  });

  it('is a table with escaped pipes and without outer pipes, directly below a paragraph', () => {
    assert.deepEqual(table('Words.\nA | B\n-- | --\n1 \\| 2 | 3\n\nMore.'), [
      ['paragraph', []],
      [
        'table',
        [
          ['A', 'B'],
          ['1 | 2', '3'],
        ],
      ],
      ['paragraph', []],
    ]);
  });

  it('has an empty cell between its pipes, where it can be filled', () => {
    const source = '| A | B |\n| - | - |\n| 1 |   |';
    const cell = blocksOf(source)[0]?.tables[0]?.rows[1]?.cells[1];
    assert.deepEqual(cell?.span, { from: 26, to: 26 });
    assert.equal(source.slice(24, 29), '|   |');
  });

  it('keeps footnotes out of the prose', () => {
    const [block] = blocksOf('Seen in time.[^audit] Then[^1] more.\n\n[^audit]: An audit.');
    assert.equal(block?.leaves[0]?.prose.text, 'Seen in time. Then more.');
  });

  it('nests lists, and each outermost item is a block', () => {
    const blocks = blocksOf('1. One\n   - deep\n     1) deeper\n\n   More.\n2. Two\n\nText');
    assert.deepEqual(
      blocks.map(({ kind, marker, first, leaves }) => [
        kind,
        marker?.number,
        first,
        leaves.map((leaf) => [leaf.depth, leaf.prose.text, leaf.marker?.number]),
      ]),
      [
        [
          'item',
          '1',
          true,
          [
            [0, 'One', undefined],
            [1, 'deep', undefined],
            [2, 'deeper', '1'],
            [0, 'More.', undefined],
          ],
        ],
        ['item', '2', false, [[0, 'Two', undefined]]],
        ['paragraph', undefined, false, [[0, 'Text', undefined]]],
      ],
    );
  });
});

/** What a text may take, in milliseconds, on a machine on which the ordinary one takes that long. */
const GOOD_TIME = 2000;
const ORDINARY_TIME = 250;
const ORDINARY = 'Families were seen within ten days, and 12 of 40 plans said what would change.\n\n'.repeat(
  2000,
);

const MANY = 40_000;
const FLOOD: Readonly<Record<string, string>> = {
  quotes: `${'>'.repeat(MANY)} a`,
  'nested lists': `${'- '.repeat(MANY)}a`,
  'numbered lists': '1) '.repeat(MANY),
  brackets: '['.repeat(MANY),
  images: '![a](<b'.repeat(MANY),
  emphasis: '*a '.repeat(MANY),
  'crossed emphasis': '*a_ '.repeat(MANY),
  'runs of backticks': Array.from({ length: 280 }, (_, index) => '`'.repeat(index + 1)).join(' '),
  tags: '<a '.repeat(MANY),
  links: '[a]('.repeat(MANY),
  references: '[a]'.repeat(MANY),
  'open comments': 'a <!-- '.repeat(MANY),
  'open instructions': 'a <? '.repeat(MANY),
  definitions: '[a]: b\n'.repeat(MANY),
  strikethrough: '~~a '.repeat(MANY),
};
const MUCH: Readonly<Record<string, string>> = {
  pipes: `${'|'.repeat(MANY)}\n${'|-'.repeat(MANY)}`,
  addresses: 'www.'.repeat(MANY),
  mail: 'a@b'.repeat(MANY),
  figures: 'word 12% '.repeat(MANY / 4),
  'a long table': `| a | b |\n|---|---|\n${'| 1 | 2 |\n'.repeat(MANY / 4)}`,
  'lazy lines': `> a\n${'b\n'.repeat(MANY)}`,
  backslashes: '\\'.repeat(MANY),
  blanks: `a${' '.repeat(MANY * 5)}b`,
  'blank lines': `a${`${' '.repeat(2000)}\n`.repeat(20)}b`,
};

describe('Hostile Markdown', () => {
  const library = FrameworkLibrary.builtin();
  const check = (text: string) =>
    analyse({
      path: 'a.report.md',
      syntax: 'markdown',
      text: SourceText.of(text),
      library,
      config: DEFAULT_CONFIG,
      inPack: false,
      // How long rules take over their text is their own tests' concern.
      rules: [],
    }).findings.map(({ rule }) => rule);

  /**
   * A busy machine is a slow one too: what takes longer is held against a text as people write it, read on the same
   * machine at the same time.
   */
  const inGoodTime = (text: string) => {
    let rules: readonly string[] = [];
    const time = processorTime(() => {
      rules = check(text);
    });
    if (time >= GOOD_TIME) {
      // The first time has the compiler's work in it.
      const again = processorTime(() => check(text));
      const slow = Math.max(1, processorTime(() => check(ORDINARY)) / ORDINARY_TIME);
      const most = GOOD_TIME * slow;
      assert.ok(
        again < most,
        `It took ${time.toFixed(0)} ms, then ${again.toFixed(0)} ms of ${most.toFixed(0)} ms.`,
      );
    }
    return rules;
  };

  for (const [name, text] of Object.entries(FLOOD)) {
    it(`is read in good time, with one finding: ${name}`, () => {
      assert.deepEqual(inGoodTime(text), ['syntax/limits']);
    });
  }

  for (const [name, text] of Object.entries(MUCH)) {
    it(`is read in good time: ${name}`, () => {
      assert.deepEqual(inGoodTime(text), []);
    });
  }

  it('keeps what follows a long passage as it is', () => {
    const text = `${'*a '.repeat(600)}\n${'[b] '.repeat(600)}\n\`\`\`\n${'[c]\n'.repeat(600)}\`\`\`\n## Heading\n\n- **item**`;
    assert.deepEqual(
      blocksOf(text).map(({ kind }) => kind),
      ['paragraph', 'code', 'heading', 'item'],
    );
    assert.deepEqual(
      read(text).problems.map(({ span }) => text.slice(span.from, span.to)),
      ['['],
    );
  });

  it('finds nothing amiss with long code, which nobody reads as markup', () => {
    const text = `\`\`\`yaml\n${'- [ *a, *b ]\n'.repeat(400)}\`\`\`\n\nText`;
    assert.deepEqual(read(text).problems, []);
    assert.deepEqual(
      blocksOf(text).map(({ kind }) => kind),
      ['code', 'paragraph'],
    );
  });
});
