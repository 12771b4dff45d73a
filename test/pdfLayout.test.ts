import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layOut } from '../server/convert/pdf/layout/layOut.ts';
import type { PdfItem, PdfPage } from '../server/convert/pdf/page.ts';
import { drawnPage } from './convert/layout/drawnPage.ts';
import { LAYOUTS } from './convert/layout/layouts.ts';
import { shownFlow } from './convert/layout/shownFlow.ts';
import { runs } from './harness/thorough.ts';

describe('a PDF read by position', () => {
  for (const { name, pages, shown } of LAYOUTS) {
    it(name, () => {
      const flow = layOut(pages.map((page, index) => drawnPage(page, index + 1)));
      assert.deepEqual(shownFlow(flow), shown);
    });
  }

  it('reads boxes to tick from the numbers that symbol fonts have for them', () => {
    const [page] = [drawnPage('\n\uF0FE On target  \uF0A8 At risk  \uF0FC done')];
    assert.equal(layOut([page]).text, '☑ On target ☐ At risk ✓ done');
  });

  it('says where each page begins, also within a paragraph', () => {
    const pages = ['\nThe plan of the service tells what its teams and', '\ntheir partners do.', ''];
    const flow = layOut(pages.map((page, index) => drawnPage(page, index + 1)));
    assert.deepEqual(
      flow.pages.map((at) => flow.text.slice(at, at + 5)),
      ['The p', 'their', ''],
    );
  });

  it('has every word of any page once, in a block', () => {
    fc.assert(
      fc.property(fc.array(anyPage, { maxLength: 3 }), (drafts) => {
        const pages = drafts.map((items, index): PdfPage => ({ ...drawnPage('', index + 1), items }));
        const flow = layOut(pages);
        const covered = [...flow.text].filter((_, at) =>
          spansOf(flow).some(({ from, to }) => from <= at && at < to),
        );
        const wanted = pages.flatMap(({ items }) => items.map(({ text }) => text)).join('');
        assert.deepEqual(lettersOf(covered.join('')), lettersOf(wanted));
        assert.deepEqual(lettersOf(flow.text), lettersOf(wanted));
      }),
      { numRuns: runs(300) },
    );
  });

  it('reads a page with very many texts', function () {
    this.timeout(20_000);
    const items = Array.from({ length: 100_000 }, (_, at) =>
      item(`w${at}`, (at % 400) * 40, Math.floor(at / 400) * 3),
    );
    assert.equal(
      lettersOf(layOut([{ ...drawnPage(''), items }]).text).length,
      lettersOf(items.map(({ text }) => text).join('')).length,
    );
  });
});

const WORDS = [
  'plan',
  '1.',
  '2',
  '•',
  'The',
  '(a)',
  'self-',
  'evaluation',
  'Page 1',
  '...... 4',
  'Contents',
  '*',
  '–',
  '2.3',
  'ends.',
];

const anyPage = fc.array(
  fc
    .record({
      text: fc.constantFrom(...WORDS),
      x: fc.integer({ min: 0, max: 560 }),
      y: fc.integer({ min: 0, max: 70 }),
      size: fc.constantFrom(6, 8, 11, 18),
      bold: fc.boolean(),
      turned: fc.constantFrom(false, false, false, true),
    })
    .map(({ text, x, y, ...face }) => ({ ...item(text, x, y * 12), ...face })),
  { maxLength: 60 },
);

function item(text: string, x: number, y: number): PdfItem {
  return {
    ...{
      text,
      x,
      y,
      width: text.length * 6,
      size: 11,
      bold: false,
      italic: false,
      font: 'Arial',
      before: ' ',
    },
    ...{ spaced: false, content: undefined, artifact: false, turned: false },
  };
}

/** Letters and marks in any order; a hyphen may go where it only cut a word. */
function lettersOf(text: string): string {
  return [...text.replace(/[\s\u00AD-]/g, '')].sort().join('');
}

function spansOf({ blocks }: ReturnType<typeof layOut>): readonly { from: number; to: number }[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'leftOut') return [block.span];
    if (block.kind === 'picture') return [];
    const cells =
      block.kind === 'table' ? block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks)) : [];
    const own = block.kind === 'paragraph' ? [block] : block.kind === 'footnote' ? block.blocks : cells;
    const label = block.kind === 'footnote' && block.label !== undefined ? [block.label] : [];
    return [
      ...label,
      ...own.flatMap(({ span, list }) => (list?.span === undefined ? [span] : [list.span, span])),
    ];
  });
}
