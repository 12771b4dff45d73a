import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import type { Flow, FlowParagraph } from '../server/convert/flow/flow.ts';
import { readPdf } from '../server/convert/pdf/readPdf.ts';
import { type Element, makeTagged, type Page, type Words } from './convert/pdf/makeTagged.ts';

const CORPUS = '../shared/corpus';

async function flowOf(bytes: Uint8Array): Promise<Flow> {
  const opened = await readPdf(bytes);
  assert.ok(opened.ok, opened.ok ? '' : opened.problem);
  assert.ok(opened.source.format === 'pdf');
  return opened.source.flow;
}

async function problemOf(bytes: Uint8Array): Promise<string> {
  const opened = await readPdf(bytes);
  return opened.ok ? 'It was read.' : opened.problem;
}

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

describe('PDF that is damaged or hostile', () => {
  const hello: Page = { words: [{ text: 'Hello there.', x: 70, y: 700 }] };
  const none = 'This file cannot be read as a PDF: it is damaged, or no PDF at all.';
  const tooLarge = /^This PDF unpacks to far more than any report has/;

  it('says in a sentence what cannot be read', async () => {
    assert.equal(await problemOf(new Uint8Array()), 'This file is empty: there is nothing to read.');
    assert.equal(await problemOf(Buffer.from('This is no PDF at all.')), none);
    assert.equal(await problemOf(Buffer.from('%PDF-1.7\n')), none);
    assert.match(
      await problemOf(makeTagged([{ words: [] }])),
      /^This PDF has no text, only pictures of pages: it needs OCR/,
    );
  });

  it('reads what can be read of a file that was cut off, or says that it is damaged', async () => {
    const whole = makeTagged(Array.from({ length: 20 }, () => hello));
    for (const part of [0.1, 0.5, 0.9, 0.99]) {
      const opened = await readPdf(whole.slice(0, whole.length * part));
      if (!opened.ok) assert.match(opened.problem, /damaged/);
    }
  });

  it('reads what opens without a password, and asks for no other', async () => {
    const { text } = await flowOf(encrypted('', 'Nobody needs a password.'));
    assert.equal(text.trim(), 'Nobody needs a password.');
    assert.equal(
      await problemOf(encrypted('secret', 'Hidden.')),
      'This PDF is protected by a password. Save it without one, then try again.',
    );
  });

  it('reads what was filled into a form', async () => {
    const field = '<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(Director of services)/Rect[70 600 300 620]>>';
    const { text } = await flowOf(pageOf('', `/Annots[${field}]`));
    assert.equal(text.trim(), 'Director of services');
  });

  it('runs no script', async () => {
    const { text } = await flowOf(makeTagged([hello], '/OpenAction<</S/JavaScript/JS(throw 1)>>'));
    assert.equal(text.trim(), 'Hello there.');
  });

  it('reads 500 pages, and says when there are too many', async function () {
    this.timeout(60_000);
    const flow = await flowOf(makeTagged(Array.from({ length: 500 }, () => hello)));
    assert.equal(flow.pages.length, 500);
    const many = await problemOf(makeTagged(Array.from({ length: 5001 }, () => ({ words: [] }))));
    assert.equal(many, 'This PDF has 5001 pages; at most 5000 can be read. Split it.');
  });

  it('stops at streams that unpack without end', async function () {
    this.timeout(60_000);
    const bomb = deflateSync(Buffer.alloc(300_000_000, ' ')).toString('latin1');
    const twice = deflateSync(Buffer.from(bomb, 'latin1')).toString('latin1');
    assert.match(await problemOf(withContent(bomb, '/FlateDecode')), tooLarge);
    assert.match(await problemOf(withContent(twice, '[/FlateDecode/FlateDecode]')), tooLarge);
    // The next one has an account of its own.
    assert.equal((await flowOf(makeTagged([hello]))).text.trim(), 'Hello there.');
  });
});

/** A PDF whose only page has a packed content. */
function withContent(content: string, filter: string): Uint8Array {
  return pageOf(content, '', `/Filter ${filter}`);
}

function pageOf(content: string, more: string, stream = '', trailer = ''): Uint8Array {
  const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
  const bodies = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F0 ${font}>>>>/Contents 4 0 R${more}>>`,
    `<</Length ${content.length}${stream}>>\nstream\n${content}\nendstream`,
  ];
  const objects = bodies.map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.7\n${objects}trailer\n<</Root 1 0 R${trailer}>>\n%%EOF\n`, 'latin1');
}

const PADDING = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');

/** A PDF that is encrypted as the oldest ones are, which opens with that password. */
function encrypted(password: string, text: string): Uint8Array {
  const id = Buffer.alloc(16, 7);
  const owner = Buffer.alloc(32, 9);
  const padded = Buffer.concat([Buffer.from(password), PADDING]).subarray(0, 32);
  const allowed = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const key = md5(Buffer.concat([padded, owner, allowed, id])).subarray(0, 5);
  const ofContent = md5(Buffer.concat([key, Buffer.from([4, 0, 0, 0, 0])])).subarray(0, 10);
  const content = rc4(ofContent, Buffer.from(`BT /F0 11 Tf 70 700 Td (${text}) Tj ET`)).toString('latin1');
  const [o, u, i] = [owner, rc4(key, PADDING), id].map((bytes) => bytes.toString('hex'));
  return pageOf(
    content,
    '',
    '',
    `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${o}>/U<${u}>>>/ID[<${i}><${i}>]`,
  );
}

function md5(bytes: Buffer): Buffer {
  return createHash('md5').update(bytes).digest();
}

function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
    }),
  );
}

describe('published PDFs', () => {
  const files = existsSync(CORPUS) ? readdirSync(CORPUS).filter((name) => name.endsWith('.pdf')) : [];
  if (files.length === 0) it.skip('are not here');

  for (const file of files) {
    it(`keeps every word of ${file}, in its order`, async function () {
      this.timeout(60_000);
      const name = path.join(CORPUS, file);
      const flow = await flowOf(new Uint8Array(readFileSync(name)));
      const labels = flow.blocks.flatMap((block) =>
        block.kind === 'paragraph' && block.list?.ordered === true && block.list.depth === 0
          ? [Number.parseInt(block.list.label, 10)]
          : [],
      );
      const jumps = labels.filter((label, index) => label !== 1 && label !== (labels[index - 1] ?? 0) + 1);
      assert.deepEqual(jumps, [], 'Numbered paragraphs follow each other.');
      const peer = pdftotext(name);
      if (peer === undefined) return this.skip();
      assert.deepEqual(differences(peer, flow.text), []);
    });
  }
});

function pdftotext(name: string): string | undefined {
  try {
    return execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', name, '-'], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
  } catch {
    return undefined;
  }
}

/** Words that one text has more often; a word is what stands between blanks and hyphens, since lines are cut there. */
function differences(a: string, b: string): readonly string[] {
  const counts = new Map<string, number>();
  const count = (text: string, by: number): void => {
    // The signs of symbol fonts are the bullets that one program tells and another does not.
    for (const word of text
      .normalize('NFKC')
      .replace(/[\uF000-\uF0FF]/g, ' ')
      .split(/[\s\-‐‑]+/))
      if (word !== '') counts.set(word, (counts.get(word) ?? 0) + by);
  };
  count(a, 1);
  count(b, -1);
  return [...counts].flatMap(([word, times]) => (times === 0 ? [] : [`${word} ${times}`]));
}
