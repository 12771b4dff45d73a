import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { importSource, openSource } from '../server/convert/door.ts';
import { sourceText } from '../server/convert/source.ts';
import { readWord } from '../server/convert/word/readWord.ts';
import { dumpReport } from '../server/report/dump.ts';
import { coverageFaults, lostWords } from './convert/coverage.ts';
import { dumpChanges, dumpFlow } from './convert/word/dump.ts';
import { htmlOf } from './convert/word/htmlOf.ts';
import { docxByOffice, hasOffice } from './convert/word/office.ts';
import { analyseText, everyRule } from './harness/check.ts';
import { libraryWith } from './harness/library.ts';

const library = libraryWith([]);
const EXAMPLES = ['examples/library', 'examples/gloucestershire-2020', 'examples/safeguarding-2012'];
const files = EXAMPLES.flatMap((folder) =>
  readdirSync(folder)
    // Word counts paragraphs by itself, so that none of its documents has numbers that are out of order.
    .filter((name) => name.endsWith('.md') && !/README|contradictions/.test(name))
    .map((name) => path.posix.join(folder, name)),
);

function vocabularyOf(markdown: string) {
  const id = /^framework: (.*)$/m.exec(markdown)?.[1] ?? '';
  const entry = library.get(id);
  assert.ok(entry, id);
  return entry.vocabulary;
}

function dumpOf(text: string): string {
  const { report } = analyseText({ path: 'one.md', syntax: 'markdown', text }, everyRule(library));
  return dumpReport(report);
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A dump with days as ISO has them, and without what letters say in no line of theirs; a letter's title is its subject. */
function comparable(dump: string): string {
  const isLetter = /^ {2}addressee: /m.test(dump);
  return dump
    .split('\n')
    .filter((line) => !isLetter || !/^(?:title| {2}organisation| {2}visited| {2}copy): /.test(line))
    .join('\n')
    .replace(/\b(\d{1,2}) ([A-Z][a-z]+) (\d{4})\b/g, (all, day: string, name: string, year: string) => {
      const month = MONTHS.indexOf(name) + 1;
      return month === 0 ? all : `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
    });
}

describe('word: documents that LibreOffice has made', function () {
  this.timeout(180_000);
  let made: ReadonlyMap<string, Uint8Array> = new Map();

  before(function () {
    if (!hasOffice()) this.skip();
    const pages = files.map((file) => {
      const markdown = readFileSync(file, 'utf8');
      const { fieldsByName } = vocabularyOf(markdown);
      const labels = new Map([...fieldsByName.values()].map(({ id, label }) => [id, label]));
      return [
        file.replaceAll('/', '-').replace(/md$/, 'html'),
        htmlOf(markdown, (id) => labels.get(id)),
      ] as const;
    });
    made = docxByOffice(Object.fromEntries(pages), '--infilter=HTML (StarWriter)');
  });

  for (const file of files) {
    it(`come back with the same report: ${file}`, async () => {
      const markdown = readFileSync(file, 'utf8');
      const opened = await openSource(
        'one.docx',
        made.get(file.replaceAll('/', '-').replace(/md$/, 'html')) ?? new Uint8Array(),
      );
      assert.ok(opened.ok, opened.ok ? '' : opened.problem);
      const imported = importSource(opened.source, vocabularyOf(markdown));
      assert.deepEqual(lostWords(sourceText(opened.source), imported), []);
      assert.deepEqual(coverageFaults(sourceText(opened.source), imported), []);
      assert.equal(comparable(dumpOf(imported.markdown)), comparable(dumpOf(markdown)));
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
