import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { importSource, openSource } from '../server/convert/door.ts';
import { sourceText } from '../server/convert/source.ts';
import { readWord } from '../server/convert/word/readWord.ts';
import { coverageFaults, lostWords } from './convert/coverage.ts';
import { comparableDump, examplePages, vocabularyOf } from './convert/examplePages.ts';
import { dumpChanges, dumpFlow } from './convert/word/dump.ts';
import { docxByOffice, hasOffice } from './convert/word/office.ts';

const pages = examplePages();

describe('word: documents that LibreOffice has made', function () {
  this.timeout(180_000);
  let made: ReadonlyMap<string, Uint8Array> = new Map();

  before(function () {
    if (!hasOffice()) this.skip();
    const files = pages.map(({ name, html }) => [`${name}.html`, html] as const);
    made = docxByOffice(Object.fromEntries(files), '--infilter=HTML (StarWriter)');
  });

  for (const { file, name, markdown } of pages) {
    it(`come back with the same report: ${file}`, async () => {
      const opened = await openSource('one.docx', made.get(`${name}.html`) ?? new Uint8Array());
      assert.ok(opened.ok, opened.ok ? '' : opened.problem);
      const imported = importSource(opened.source, vocabularyOf(markdown));
      assert.deepEqual(lostWords(sourceText(opened.source), imported), []);
      assert.deepEqual(coverageFaults(sourceText(opened.source), imported), []);
      assert.equal(comparableDump(imported.markdown), comparableDump(markdown));
    });
  }
});

describe('word: what LibreOffice keeps in its own way', function () {
  this.timeout(180_000);

  it('is read: merged cells, boxes, controls, tracked changes, notes, page headers', async function () {
    if (!hasOffice()) this.skip();
    const file = 'everything.fodt';
    const made = docxByOffice({ [file]: readFileSync(path.join('test/convert/word', file), 'utf8') });
    const opened = await readWord(made.get(file) ?? new Uint8Array());
    assert.ok(opened.ok && opened.source.format === 'word');
    const { flow, word } = opened.source;
    assert.deepEqual(dumpFlow(flow).split('\n'), [
      'h1 Review of early help',
      'left out "Contents⏎Findings⇥2": The list of contents was left out.',
      'h2 Findings',
      'Families wait for a long time. {note 1: } {bold: long}',
      '[^1] In 2019.',
      'left out " unseen words": Hidden text was left out.',
      'The board now meets.',
      'Judgement: Good, seen: ☒ yes',
      'Text with a box.',
      'Words in the box',
      'and a second line',
      '#1. First',
      '  #(a) Letter',
      '#2. Second',
      'Inspection dates:⇥4 March 2024',
      '|= 0:1x2 Area | 1:2x1 Status',
      '|= 1:2018 | 2:2019',
      '| 0:Visits | 1: | 2:#00b050 Met',
      'The end.',
      'left out "Review of early help": A page header was left out.',
      'left out "Page 1": A page footer was left out.',
    ]);
    assert.deepEqual(dumpChanges(word).split('\n'), [
      'inserted by Lead officer: "now "',
      'deleted by Lead officer: "seldom "',
    ]);
  });
});
