import assert from 'node:assert/strict';
import { openWordPackage } from '../server/convert/word/package.ts';
import { zipOf } from './convert/word/maker.ts';

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
