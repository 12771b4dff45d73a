import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import { readPdf } from '../server/convert/pdf/readPdf.ts';
import { flowOf, problemOf } from './convert/pdf/flowOf.ts';
import { encrypted, pageOf, withContent } from './convert/pdf/makeOdd.ts';
import { makeTagged, type Page } from './convert/pdf/makeTagged.ts';

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
