import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { openWordPackage } from '../server/convert/word/package.ts';
import { readWord } from '../server/convert/word/readWord.ts';
import { readCases } from './convert/fixtures.ts';
import { dumpChanges, dumpFlow } from './convert/word/dump.ts';
import { type DocxParts, docxOf, zipOf } from './convert/word/maker.ts';
import { UPDATING, updateFences } from './harness/update.ts';

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
