import assert from 'node:assert/strict';
import type { Flow, FlowParagraph } from '../server/convert/flow/flow.ts';
import { flowOf } from './convert/pdf/flowOf.ts';
import { type Element, makeTagged, type Page, type Words } from './convert/pdf/makeTagged.ts';

/** The blocks of a document, a line each. */
function shown({ text, blocks, pictures }: Flow): readonly string[] {
  const paragraph = ({ span, level, list, standsOut }: FlowParagraph): string => {
    const head = level === undefined ? (standsOut ? '! ' : '') : `${'#'.repeat(level)} `;
    const label = list === undefined ? '' : `${'  '.repeat(list.depth)}[${list.label}] `;
    return `${head}${label}${text.slice(span.from, span.to)}`;
  };
  return blocks.flatMap((block): readonly string[] => {
    if (block.kind === 'paragraph') return [paragraph(block)];
    if (block.kind === 'leftOut') return [`(${text.slice(block.span.from, block.span.to)}) ${block.message}`];
    if (block.kind === 'footnote') return [`^${block.id} ${block.blocks.map(paragraph).join(' / ')}`];
    if (block.kind === 'picture') return [`picture: ${pictures[block.picture]?.alt}`];
    return block.rows.map(({ header, cells }) => {
      const row = cells.map(({ column, columns, blocks: inside }) => {
        return `${column}${columns > 1 ? `+${columns}` : ''} ${inside.map(paragraph).join(' / ')}`;
      });
      return `${header ? '=' : '|'} ${row.join(' | ')}`;
    });
  });
}

/** Elements for lines one below the other, each a marked content. */
function page(
  lines: readonly (readonly [string, Omit<Words, 'text' | 'y'>])[],
  tree: readonly Element[],
  footer = '',
): Page {
  const words = lines.map(
    ([text, look], index): Words => ({ ...look, text, y: 760 - 14 * index, mark: look.mark ?? index }),
  );
  const edge: Words[] = footer === '' ? [] : [{ text: footer, x: 500, y: 30 }];
  return { words: [...words, ...edge], tree };
}

const AT = { x: 70 };
const el = (role: string, ...kids: readonly (Element | number)[]): Element => ({ role, kids });

describe('PDF with structure', () => {
  it('reads headings, paragraphs over lines and labels of lists', async () => {
    const bytes = makeTagged([
      page(
        [
          ['Safeguarding', { ...AT, size: 16, bold: true }],
          ['Leaders know their services well and have put a long-', AT],
          ['term plan in place.', AT],
          ['1.', AT],
          ['Social workers visit children often.', { x: 90 }],
          ['\x95', { x: 90 }],
          ['Most visits are recorded.', { x: 104 }],
          ['2.', AT],
          ['Managers read what is recorded.', { x: 90 }],
          ['A whole sentence that was given the style of a heading so that it is bold in print.', AT],
        ],
        [
          el('H1', 0),
          el('P', 1, 2),
          el(
            'L',
            el('LI', el('Lbl', 3), el('LBody', 4)),
            el('LI', el('LBody', 5, 6)),
            el('LI', el('LBody', 7, 8)),
          ),
          el('H2', 9),
        ],
      ),
    ]);
    assert.deepEqual(shown(await flowOf(bytes)), [
      '# Safeguarding',
      'Leaders know their services well and have put a long-term plan in place.',
      '[1.] Social workers visit children often.',
      '  [•] Most visits are recorded.',
      '[2.] Managers read what is recorded.',
      'A whole sentence that was given the style of a heading so that it is bold in print.',
    ]);
  });

  it('joins what pages cut, and leaves out what they repeat', async () => {
    const text = (number: number, first: string, last: string): Page =>
      page(
        [
          [first, AT],
          [last, AT],
        ],
        [el('P', 0), el('P', 1)],
        `Our report | page ${number}`,
      );
    const bytes = makeTagged([
      text(1, 'The first paragraph.', 'The second goes on where the'),
      text(2, 'next page begins.', 'The third is short.'),
      text(3, 'The fourth stands alone.', 'The fifth ends all.'),
    ]);
    const flow = await flowOf(bytes);
    assert.deepEqual(
      shown(flow).filter((line) => !line.startsWith('(')),
      [
        'The first paragraph.',
        'The second goes on where the next page begins.',
        'The third is short.',
        'The fourth stands alone.',
        'The fifth ends all.',
      ],
    );
    assert.equal(
      shown(flow).filter((line) => line.endsWith('A header or footer of the page was left out.')).length,
      3,
    );
    assert.equal(flow.text.slice(flow.pages[1]).startsWith('next page begins.'), true);
  });

  it('keeps a heading that begins several pages, where the text of others begins', async () => {
    const found = (what: string): Page =>
      page(
        [
          ['What we found', { ...AT, bold: true }],
          [`The ${what} are kept well.`, AT],
        ],
        [el('H2', 0), el('P', 1)],
      );
    const more = (what: string): Page =>
      page([[`Those who look after the ${what} were asked.`, AT]], [el('P', 0)]);
    const parts = ['ships', 'quays', 'crews'];
    const bytes = makeTagged([
      ...parts.flatMap((part) => [found(part), more(part)]),
      page([['All was told to the council.', AT]], [el('P', 0)]),
    ]);
    assert.deepEqual(shown(await flowOf(bytes)), [
      ...parts.flatMap((part) => [
        '## What we found',
        `The ${part} are kept well.`,
        `Those who look after the ${part} were asked.`,
      ]),
      'All was told to the council.',
    ]);
  });

  it('reads lines that look as its headings do as headings, behind the first page', async () => {
    const bold = { ...AT, bold: true };
    const bytes = makeTagged([
      page(
        [
          ['Services need to improve', bold],
          ['The board says so.', AT],
        ],
        [el('P', 0), el('P', 1)],
      ),
      page(
        [
          ['Homes', bold],
          ['There are five homes.', AT],
          ['Local leaders', bold],
          ['The director has been here for a year.', AT],
          ['At once:', bold],
          ['Look at all of the cases.', AT],
          ['A longer line', { ...bold, size: 14 }],
          ['Nothing else looks as it does.', AT],
        ],
        [el('H3', 0), ...[1, 2, 3, 4, 5, 6, 7].map((mark) => el('P', mark))],
      ),
    ]);
    assert.deepEqual(shown(await flowOf(bytes)), [
      '! Services need to improve',
      'The board says so.',
      '### Homes',
      'There are five homes.',
      '### Local leaders',
      'The director has been here for a year.',
      '! At once:',
      'Look at all of the cases.',
      '! A longer line',
      'Nothing else looks as it does.',
    ]);
  });

  it('reads tables with their header rows, merged and empty cells, and text laid out in tables as text', async () => {
    const cell = (text: string, x: number, y: number, mark: number, bold = false): Words => ({
      text,
      x,
      y,
      mark,
      bold,
    });
    const bytes = makeTagged([
      {
        words: [
          cell('Inspection dates:', 70, 760, 0, true),
          cell('1 to 5 May', 200, 760, 1),
          cell('A long sentence that stands in a table with nothing beside it, as text.', 70, 730, 2),
          cell('Measure', 70, 700, 3, true),
          cell('Target', 300, 700, 4, true),
          cell('Actual', 400, 700, 5, true),
          cell('Visits', 70, 680, 6),
          cell('90%', 300, 680, 7),
          cell('Reviews', 70, 660, 8),
          cell('not reported', 300, 660, 9),
        ],
        tree: [
          el('Table', el('TR', el('TD', el('P', 0)), el('TD', el('P', 1))), el('TR', el('TD', el('P', 2)))),
          el(
            'Table',
            el('THead', el('TR', el('TH', el('P', 3)), el('TH', el('P', 4)), el('TH', el('P', 5)))),
            el(
              'TBody',
              el('TR', el('TD', el('P', 6)), el('TD', el('P', 7)), el('TD')),
              el('TR', el('TD', el('P', 8)), el('TD', el('P', 9))),
            ),
          ),
        ],
      },
    ]);
    assert.deepEqual(shown(await flowOf(bytes)), [
      'Inspection dates: 1 to 5 May',
      'A long sentence that stands in a table with nothing beside it, as text.',
      '= 0 ! Measure | 1 ! Target | 2 ! Actual',
      '| 0 Visits | 1 90% | 2 ',
      '| 0 Reviews | 1+2 not reported',
    ]);
  });

  it('reads a table of a single column with its head, and its rows on the next page', async () => {
    const row = (role: string, mark: number): Element => el('TR', el(role, el('P', mark)));
    const bytes = makeTagged([
      page(
        [
          ['Areas for change', { ...AT, bold: true }],
          ['Visit families sooner.', AT],
          ['Write plans that all who', AT],
        ],
        [el('Table', row('TH', 0), row('TH', 1), row('TH', 2))],
      ),
      page(
        [
          ['need them can read.', AT],
          ['Listen to children.', AT],
          ['A box around words is text.', AT],
          ['So is a row without a head.', AT],
        ],
        [el('Table', row('TH', 0), row('TH', 1)), el('Table', row('TD', 2)), el('Table', row('TH', 3))],
      ),
    ]);
    assert.deepEqual(shown(await flowOf(bytes)), [
      '= 0 ! Areas for change',
      '| 0 Visit families sooner.',
      '| 0 Write plans that all who need them can read.',
      '| 0 Listen to children.',
      'A box around words is text.',
      'So is a row without a head.',
    ]);
  });

  it('parts the paragraphs that blank lines part in a single one, and not what a sentence goes on in', async () => {
    const lines: readonly (readonly [string, number])[] = [
      ['The first outcome of the review', 760],
      ['is good.', 746],
      ['Another visit comes in a year.', 718],
      ['It will be', 704],
      ['announced', 676],
      ['before.', 662],
    ];
    const words = lines.map(([text, y], mark): Words => ({ text, x: 70, y, mark }));
    const bytes = makeTagged([{ words, tree: [el('P', ...words.map((_, mark) => mark))] }]);
    assert.deepEqual(shown(await flowOf(bytes)), [
      'The first outcome of the review is good.',
      'Another visit comes in a year. It will be\nannounced\nbefore.',
    ]);
  });

  it('keeps footnotes, pictures with words for them, lists of contents, and words outside the structure', async () => {
    const bytes = makeTagged([
      {
        words: [
          { text: 'Contents', x: 70, y: 790, mark: 0 },
          { text: 'Findings', x: 70, y: 770, mark: 1 },
          { text: '3', x: 500, y: 770, mark: 1 },
          { text: 'The board met often', x: 70, y: 700, mark: 2 },
          { text: '1', x: 168, y: 704, size: 6, mark: 2 },
          { text: 'last year.', x: 176, y: 700, mark: 2 },
          { text: 'Nobody marked these words.', x: 70, y: 660 },
          { text: 'The end.', x: 70, y: 620, mark: 4 },
          { text: '1', x: 70, y: 104, size: 6, mark: 3 },
          { text: 'Eight times.', x: 78, y: 100, size: 9, mark: 3 },
        ],
        tree: [
          el('P', 0),
          el('TOC', el('TOCI', 1)),
          el('P', 2),
          el('Note', el('P', 3)),
          { role: 'Figure', alt: 'A map of the county', kids: [5] },
          el('P', 4),
        ],
      },
    ]);
    const flow = await flowOf(bytes);
    assert.deepEqual(shown(flow), [
      '(Contents\nFindings 3) The list of contents was left out.',
      'The board met often1 last year.',
      '^1 Eight times.',
      'picture: A map of the county',
      'Nobody marked these words.',
      'The end.',
    ]);
  });

  it('reads by position what is marked in the wrong order', async () => {
    const lines = Array.from(
      { length: 12 },
      (_, index) => [`Sentence number ${index + 1} is here.`, AT] as const,
    );
    const bytes = makeTagged([
      page(
        lines,
        Array.from({ length: 12 }, (_, index) => el('P', (index * 5) % 12)),
      ),
    ]);
    const { text } = await flowOf(bytes);
    const order = [...text.matchAll(/number (\d+)/g)].map((match) => Number(match[1]));
    assert.deepEqual(
      order,
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
  });
});
