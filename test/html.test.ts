import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Flow } from '../server/convert/flow/flow.ts';
import { readHtml } from '../server/convert/html/readHtml.ts';
import { readImportCases } from './convert/fixtures.ts';
import { flowDump } from './harness/flowDump.ts';
import { UPDATING, updateFences } from './harness/update.ts';

async function read(page: string | Uint8Array): Promise<Flow> {
  const opened = await readHtml(typeof page === 'string' ? new TextEncoder().encode(page) : page);
  assert.ok(opened.ok, 'problem' in opened ? opened.problem : '');
  assert.ok(opened.source.format === 'html');
  return opened.source.flow;
}

describe('html: what a page becomes', () => {
  for (const name of readdirSync('test/html')) {
    const file = path.join('test/html', name);
    describe(name.replace('.md', ''), () => {
      const changes: Parameters<typeof updateFences>[1][number][] = [];
      for (const one of readImportCases(file)) {
        it(one.name, async () => {
          const dump = flowDump(await read(one.source));
          if (UPDATING) changes.push({ fence: one.markdown, text: dump });
          else assert.equal(dump, one.markdown.text);
        });
      }
      after(() => updateFences(file, changes));
    });
  }
});

describe('html: bytes', () => {
  const ENCODED: readonly (readonly [string, readonly number[]])[] = [
    ['UTF-8', [0xe2, 0x80, 0x99]],
    ['Windows-1252 that nobody names', [0x92]],
  ];
  for (const [name, quote] of ENCODED) {
    it(`reads ${name}`, async () => {
      const bytes = new Uint8Array([...'<p>children'].map((c) => c.charCodeAt(0)).concat(quote, [0x73]));
      assert.equal((await read(bytes)).text.trim(), 'children’s');
    });
  }

  it('reads UTF-16 with its mark, and what a page names', async () => {
    const wide = [...'<p>día'].flatMap((c) => [c.charCodeAt(0), 0]);
    assert.equal((await read(new Uint8Array([0xff, 0xfe, ...wide]))).text.trim(), 'día');
    const named = '<meta charset="iso-8859-2"><p>\xb3';
    const bytes = Uint8Array.from(named, (c) => c.charCodeAt(0));
    assert.equal((await read(bytes)).text.trim(), 'ł');
  });

  for (const page of [
    '',
    ' \n',
    '<html><head><title>Empty</title></head><body></body></html>',
    '<p hidden>x</p>',
  ]) {
    it(`says that ${JSON.stringify(page.slice(0, 20))} has no words`, async () => {
      const opened = await readHtml(new TextEncoder().encode(page));
      assert.deepEqual(opened, { ok: false, problem: 'The page has no words: there is nothing to read.' });
    });
  }
});
