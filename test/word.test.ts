import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Flow } from '../server/convert/flow/flow.ts';
import { readBody } from '../server/convert/word/bodyRuns.ts';
import { openWordPackage } from '../server/convert/word/package.ts';
import { readWord } from '../server/convert/word/readWord.ts';
import type { WordDocument } from '../server/convert/word/wordDocument.ts';
import { readCases } from './convert/fixtures.ts';
import { dumpChanges, dumpFlow } from './convert/word/dump.ts';
import { type DocxParts, docxOf, docxParts, escaped, paragraphOf } from './convert/word/maker.ts';
import { runs } from './harness/thorough.ts';
import { UPDATING, updateFences } from './harness/update.ts';
import { zipOf } from './harness/zipOf.ts';

const FOLDER = 'test/convert/word/flow';

async function readDocx(parts: DocxParts) {
  const opened = await readWord(await docxOf(parts));
  assert.ok(opened.ok && opened.source.format === 'word', opened.ok ? '' : opened.problem);
  return opened.source;
}

describe('word: flow', () => {
  for (const file of readdirSync(FOLDER)) {
    describe(file.replace('.md', ''), () => {
      const updates: Parameters<typeof updateFences>[1][number][] = [];
      for (const { name, fences } of readCases(path.join(FOLDER, file))) {
        it(name, async () => {
          const parts = Object.fromEntries(fences.map(({ info, text }) => [info, text]));
          const { flow, word } = await readDocx({ ...parts, body: parts.xml ?? '' });
          for (const fence of fences) {
            if (fence.info !== 'flow' && fence.info !== 'changes') continue;
            const found = fence.info === 'flow' ? dumpFlow(flow) : dumpChanges(word);
            if (UPDATING) updates.push({ fence, text: found });
            else assert.equal(found, fence.text);
          }
        });
      }
      after(() => updateFences(path.join(FOLDER, file), updates));
    });
  }
});

describe('word: package', () => {
  const BODY = `${paragraphOf('One')}<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Two</w:t></w:r></w:p>`;

  it('reads documents whose parts and prefixes have other names, and the strict form', async () => {
    const plain = (await docxParts(BODY))['word/document.xml'];
    assert.equal(typeof plain, 'string');
    const xml = String(plain);
    const strict = xml
      .replaceAll(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      )
      .replaceAll('w:', 'ns0:')
      .replace('xmlns:w=', 'xmlns:ns0=');
    const bare = `<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body>${BODY.replaceAll('<w:', '<').replaceAll('</w:', '</')}</body></document>`;
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le'));
    for (const main of [xml, strict, bare, utf16]) {
      const opened = await readWord(
        await zipOf({ 'word/document.xml': main, 'word/vbaProject.bin': 'a macro' }),
      );
      assert.ok(opened.ok && opened.source.format === 'word');
      assert.equal(dumpFlow(opened.source.flow), 'One\nh1 Two');
    }
    assert.equal(dumpFlow((await readDocx({ body: BODY, main: 'text/body2.xml' })).flow), 'One\nh1 Two');
  });

  it('says in a sentence what is wrong with a file', async () => {
    const good = await zipOf({ 'word/document.xml': '<w:document/>' });
    const cases: readonly (readonly [Uint8Array, RegExp])[] = [
      [new Uint8Array(), /is empty/],
      [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), /old Word file/],
      [new TextEncoder().encode('{\\rtf1'), /not a Word document/],
      [good.slice(0, good.length - 40), /damaged or only a part/],
      [good.slice(0, 30), /damaged or only a part/],
      [await zipOf({ 'xl/workbook.xml': '<a/>' }), /Excel workbook/],
      [await zipOf({ 'a.txt': 'a' }), /no Word document/],
      [await zipOf({ 'word/document.xml': `<w:document>${' '.repeat(40 << 20)}` }), /far more/],
    ];
    for (const [bytes, expected] of cases) {
      const opened = await openWordPackage(bytes);
      assert.match(opened.ok ? 'It was opened.' : opened.problem, expected);
    }
    assert.ok((await openWordPackage(good)).ok);
  });
});

/** The words of a text, without what parts them. */
function wordsOf(text: string): string {
  return text.replace(/[\s\u00ad]+/g, '');
}

describe('word: every word', () => {
  const word = fc.stringMatching(/^[a-zA-Zà-ÿ0-9.,;:()&<>"-]{1,8}$/);
  const run = fc.record({
    text: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => ` ${words.join(' ')} `),
    wrap: fc.constantFrom('', 'hyperlink', 'ins', 'sdt', 'smartTag', 'del', 'vanish', 'box', 'field'),
  });
  type Run = typeof run extends fc.Arbitrary<infer T> ? T : never;
  const paragraph = fc.record({
    runs: fc.array(run, { maxLength: 4 }),
    style: fc.constantFrom('', 'Heading1', 'TOC1', 'Title'),
    joins: fc.boolean(),
  });
  const blocks = fc.array(
    fc.oneof(
      paragraph,
      fc.array(fc.array(paragraph, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    ),
    { maxLength: 6 },
  );

  const runXml = ({ text, wrap }: Run): string => {
    const inside = `<w:t xml:space="preserve">${escaped(text)}</w:t>`;
    const plain = `<w:r>${inside}</w:r>`;
    switch (wrap) {
      case '':
        return plain;
      case 'del':
        return `<w:del w:id="1"><w:r><w:delText xml:space="preserve">${escaped(text)}</w:delText></w:r></w:del>`;
      case 'vanish':
        return `<w:r><w:rPr><w:vanish/></w:rPr>${inside}</w:r>`;
      case 'sdt':
        return `<w:sdt><w:sdtContent>${plain}</w:sdtContent></w:sdt>`;
      case 'box':
        return `<w:r><w:pict><v:textbox><w:txbxContent><w:p>${plain}</w:p></w:txbxContent></v:textbox></w:pict></w:r>`;
      case 'field':
        return `<w:fldSimple w:instr="REF a">${plain}</w:fldSimple>`;
      default:
        return `<w:${wrap}>${plain}</w:${wrap}>`;
    }
  };
  const paragraphXml = ({
    runs,
    style,
    joins,
  }: typeof paragraph extends fc.Arbitrary<infer T> ? T : never): string =>
    `<w:p><w:pPr><w:pStyle w:val="${style}"/>${joins ? '<w:rPr><w:del w:id="2"/></w:rPr>' : ''}</w:pPr>${runs.map(runXml).join('')}</w:p>`;

  it('is in the text once, in a block, and at its place in the file', () =>
    fc.assert(
      fc.asyncProperty(blocks, async (all) => {
        const body = all
          .map((block) => {
            if (!Array.isArray(block)) return paragraphXml(block);
            const rows = block.map(
              (cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraphXml(cell)}</w:tc>`).join('')}</w:tr>`,
            );
            return `<w:tbl>${rows.join('')}</w:tbl>`;
          })
          .join('');
        const { flow, word: file } = await readDocx({ body });
        const runs = all.flat(2).flatMap(({ runs }) => runs);
        const sorted = (texts: readonly string[]): string => [...wordsOf(texts.join(''))].sort().join('');
        const seen = runs.filter(({ wrap }) => wrap !== 'del').map(({ text }) => text);
        assert.equal(sorted([flow.text]), sorted(seen));
        const gone = runs.filter(({ wrap }) => wrap === 'del').map(({ text }) => text);
        const deleted = file.changes
          .filter(({ kind }) => kind === 'deleted')
          .map(({ words }) => words.replaceAll('¶', ''));
        assert.equal(sorted(deleted), sorted(gone));
        assert.deepEqual(uncovered(flow), []);
        await atTheirPlaces(file, flow.text);
      }),
      { numRuns: runs(150) },
    ));
});

/** Words of the flow that are in none of its blocks. */
function uncovered(flow: Flow): readonly string[] {
  const spans = flow.blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.list?.span, block.span];
    if (block.kind === 'leftOut') return [block.span];
    if (block.kind === 'picture') return [];
    const inside =
      block.kind === 'footnote'
        ? block.blocks
        : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks));
    return inside.flatMap(({ list, span }) => [list?.span, span]);
  });
  const left = [...flow.text];
  for (const span of spans) if (span !== undefined) left.fill(' ', span.from, span.to);
  return left
    .join('')
    .split(/\s+/)
    .filter((one) => one !== '');
}

/** Looks up each piece in the file and compares its words. */
async function atTheirPlaces({ bytes, pieces }: WordDocument, text: string): Promise<void> {
  const opened = await openWordPackage(bytes);
  assert.ok(opened.ok);
  let end = 0;
  // What writes comments into the file counts its paragraphs and runs by itself.
  const { runAt } = readBody(opened.word.mainText);
  for (const { at, length, run, before, paragraph } of pieces) {
    assert.equal(runAt.get(run.from)?.paragraph, paragraph - 1);
    assert.ok(at >= end);
    end = at + length;
    const xml: string = opened.word.mainText.slice(run.from, run.to);
    const words: string = /<w:t [^>]*>([^<]*)<\/w:t>/.exec(xml)?.[1] ?? '';
    const shown: string = words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    assert.match(xml, /^<w:r>.*<\/w:r>$/s);
    assert.equal(shown.slice(before, before + length), text.slice(at, at + length));
  }
}

describe('word: hostile files', () => {
  const deep = 100_000;
  const cases: Readonly<Record<string, DocxParts>> = {
    'nested deeply': { body: '<w:sdt><w:sdtContent>'.repeat(deep) },
    'tables in tables': { body: '<w:tbl><w:tr><w:tc>'.repeat(deep) },
    'runs without end': { body: `<w:p>${'<w:r><w:t>a</w:t></w:r>'.repeat(2_000_000)}</w:p>` },
    'entities of its own': {
      body: paragraphOf('x').replace('x', '&lol9;'),
      files: {
        'word/styles.xml': '<!DOCTYPE a [<!ENTITY lol "lol"><!ENTITY lol9 "&lol;&lol;">]><w:styles/>',
      },
    },
    'styles in a circle': {
      body: paragraphOf('x'),
      styles:
        '<w:style w:styleId="A" w:type="paragraph" w:default="1"><w:name w:val="A"/><w:basedOn w:val="A"/></w:style>',
    },
    'relationships to nowhere': {
      body: `${paragraphOf('x')}<w:p><w:r><w:footnoteReference w:id="9"/><w:drawing><a:blip r:embed="gone"/></w:drawing></w:r></w:p>`,
      relationships:
        '<Relationship Id="gone" Type="x/image" Target="../../../../etc/passwd"/><Relationship Id="s" Type="x/styles" Target="nowhere.xml"/>',
    },
    'huge numbers': {
      body: `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>${paragraphOf('x')}</w:tc></w:tr></w:tbl><w:p><w:pPr><w:numPr><w:ilvl w:val="999"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>y</w:t></w:r></w:p>`,
      numbering:
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1%2%9"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    },
    'fields that never end': {
      body: `<w:p><w:r>${'<w:fldChar w:fldCharType="begin"/>'.repeat(deep)}</w:r></w:p>${paragraphOf('x')}`,
    },
    'long text': { body: paragraphOf('word '.repeat(4_000_000)) },
    'lists without end': {
      body: `<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>1. x</w:t></w:r></w:p>`.repeat(
        20_000,
      ),
      numbering:
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    },
  };
  for (const [name, parts] of Object.entries(cases)) {
    it(`are read, or told of in a sentence: ${name}`, async () => {
      const opened = await readWord(await docxOf(parts));
      if (opened.ok) assert.ok(opened.source.format === 'word' && opened.source.flow.text !== '');
      else assert.match(opened.problem, /^(?:The|This) .*\.$/);
    });
  }

  it('say that nothing can be read where there is no XML', async () => {
    for (const text of ['', 'no XML at all', '<html/>']) {
      const bytes = await zipOf({ 'word/document.xml': text });
      const opened = await readWord(bytes);
      assert.match(opened.ok ? '' : opened.problem, /damaged/);
    }
  });
});
