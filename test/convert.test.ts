import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Imported } from '../server/convert/text/imported.ts';
import { importText } from '../server/convert/text/importText.ts';
import type { Vocabulary } from '../server/framework/vocabulary.ts';
import { testAnyText } from './convert/anyText.ts';
import { coverageFaults, lostWords } from './convert/coverage.ts';
import { readImportCases } from './convert/fixtures.ts';
import { noteLines, testFolder } from './convert/folders.ts';
import {
  headings,
  headingsInOrder,
  itemsBelow,
  paged,
  placesInProse,
  read,
  wrapped,
} from './convert/reports.ts';
import { quickest } from './harness/growth.ts';
import { libraryWith } from './harness/library.ts';
import { runs, someOf } from './harness/thorough.ts';
import { UPDATING, updateFences } from './harness/update.ts';

const SEEDS = path.resolve('../shared/seeds');
const library = libraryWith([readFileSync('test/convert/framework.yaml', 'utf8')]);
const safeguarding = vocabularyOf('ofsted-safeguarding-2012');
const review = vocabularyOf('early-help-review');

function vocabularyOf(id: string): Vocabulary {
  const entry = library.get(id);
  assert.ok(entry, `There is no framework ${id}.`);
  return entry.vocabulary;
}

describe('convert: text', () => {
  for (const file of readdirSync('test/convert').filter((name) => name.endsWith('.md'))) {
    describe(file.replace('.md', ''), () => {
      const changes: Parameters<typeof updateFences>[1][number][] = [];
      for (const { name, source, markdown, notes } of readImportCases(path.join('test/convert', file))) {
        it(name, () => {
          const imported = importText(source, review);
          assert.deepEqual(lostWords(source, imported), []);
          assert.deepEqual(coverageFaults(source, imported), []);
          if (UPDATING) {
            changes.push({ fence: markdown, text: body(imported) });
            if (notes !== undefined) changes.push({ fence: notes, text: noteLines(imported, source) });
            return;
          }
          assert.equal(body(imported), markdown.text);
          if (notes !== undefined) assert.equal(noteLines(imported, source), notes.text);
        });
      }
      after(() => updateFences(path.join('test/convert', file), changes));
    });
  }
});

/** The Markdown without the front matter's first lines, which all cases have alike. */
function body({ markdown }: Imported): string {
  return markdown.replace(/^---\nframework: early-help-review\n(?:---\n\n?)?/, '').trimEnd();
}

describe('convert: letters', () =>
  testFolder('test/convert/letter', vocabularyOf('ofsted-monitoring-visit')));

describe('convert: plans', () => testFolder('test/convert/plan', vocabularyOf('improvement-plan-dashboard')));

describe('convert: papers', () => {
  for (const file of readdirSync('test/convert/papers')) {
    const id = file.replace('.md', '');
    testFolder('test/convert/papers', vocabularyOf(id), (name) => name === file);
  }
});

describe('convert: published reports', () => {
  const report = path.join(SEEDS, 'ofsted-safeguarding-gloucestershire-2012.txt');

  before(function () {
    if (existsSync(report)) return;
    console.log(`      There is no ${SEEDS}: the published reports are not tested.`);
    this.skip();
  });

  it('accounts for every word of every kind of document', () => {
    for (const file of readdirSync(SEEDS).filter((name) => name.endsWith('.txt'))) {
      const source = read(path.join(SEEDS, file));
      const imported = importText(source, safeguarding);
      assert.deepEqual(lostWords(source, imported), [], file);
      assert.deepEqual(coverageFaults(source, imported), [], file);
    }
  });

  it('reads the safeguarding report whole', () => {
    const { markdown, notes } = importText(read(report), safeguarding);
    const lines = markdown.split('\n');
    const numbers = lines.flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? []).map(Number);
    assert.deepEqual(
      numbers,
      Array.from({ length: 47 }, (_, index) => index + 1),
    );
    assert.deepEqual(
      notes
        .filter(({ kind, message }) => kind === 'restored' && !message.includes('the field'))
        .map(({ message }) => /\d+/.exec(message)?.[0]),
      ['12', '15', '19', '20', '36', '38', '47'],
    );
    assert.deepEqual(notes.filter(({ kind }) => kind === 'dropped').length, 1);
    assert.equal(itemsBelow(lines, '**Within three months:**'), 8);
    assert.equal(itemsBelow(lines, '**Within six months:**'), 3);
    assert.equal(lines.filter((line) => /^Grade \d \(\w+\)$/.test(line)).length, 6);
    assert.equal(lines.filter((line) => /^#+ .* — Grade \d \(\w+\)$/.test(line)).length, 2);
    const record = lines
      .slice(lines.indexOf('## Record of main findings') + 4)
      .filter((line) => line.startsWith('|'));
    assert.equal(record.length, 11);
    assert.equal(record.filter((row) => / \| {2}\|$/.test(row)).length, 2);
    assert.deepEqual(headings(lines), headingsInOrder(safeguarding));
  });

  it('survives every cut of the report', () => {
    const source = read(report);
    fc.assert(
      fc.property(fc.nat(source.length), fc.nat(source.length), (a, b) => {
        const part = source.slice(Math.min(a, b), Math.max(a, b));
        assert.deepEqual(lostWords(part, importText(part, safeguarding)), []);
      }),
      { numRuns: runs(200) },
    );
  });

  it('restores any one number that is lost, and moves any that is displaced', () => {
    const source = read(report);
    const whole = importText(source, safeguarding).markdown;
    for (let number = 1; number < 47; number += 1) {
      const lost = source.replace(new RegExp(`^(- )?${number}\\. `, 'm'), '$1');
      assert.equal(importText(lost, safeguarding).markdown, whole, `${number} lost`);
      const moved = source.replace(new RegExp(`^(- |)${number}\\. ((?:\\S+ ){4})`, 'm'), `$1$2${number}. `);
      assert.equal(importText(moved, safeguarding).markdown, whole, `${number} displaced`);
    }
  });

  it('reads the same document whatever form its bullets, its contents and its headings have', () => {
    const source = read(report);
    const whole = importText(source, safeguarding).markdown;
    const same = (name: string, changed: string): void =>
      assert.equal(importText(changed, safeguarding).markdown, whole, name);
    for (const bullet of ['•', '◼', '–', '*']) same(bullet, source.replace(/^( ?)- /gm, `$1${bullet} `));
    same('dotted leaders', source.replace(/^(.+)\t(\d+)$/gm, '$1 ........ $2'));
    same('pages behind a space', source.replace(/^(.+)\t(\d+)$/gm, '$1 $2'));
    same('no colon', source.replace('Record of main findings:', 'Record of main findings'));
    same('no tab at the end', source.replace(/\t+$/gm, ''));
    const upper = source.replace(/^(?:Quality of provision|Leadership and management)$/gm, (name) =>
      name.toUpperCase(),
    );
    assert.equal(importText(upper, safeguarding).markdown.toLowerCase(), whole.toLowerCase());
  });

  it('joins a paragraph that a page cuts anywhere', () => {
    const source = read(report);
    const whole = importText(source, safeguarding).markdown;
    const places = placesInProse(source);
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom('\n\n', '\n\n- ', '\n\n9\n\n', '\n\n\f'),
        (place, page) => {
          const changed = `${source.slice(0, place)}${page}${source.slice(place + 1)}`;
          assert.equal(importText(changed, safeguarding).markdown, whole);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reads the same document whatever the width and the furniture of its pages', () => {
    const source = read(report);
    const whole = importText(source, safeguarding).markdown;
    const furniture: Record<string, (page: number) => string> = {
      'a number': (page) => `\n${page}\n`,
      'a number in the text': (page) => String(page),
      'a number and a header': (page) => `\n${page}\n\nInspection of safeguarding Gloucestershire\n`,
      'a footer with a number': (page) => `\nInspection of safeguarding: Gloucestershire ${page}\n`,
      'page of pages': (page) => `\nPage ${page} of 20\n`,
      'the title': () => '\n\fInspection of safeguarding\n',
      'a form feed': () => '\f',
    };
    for (const width of [70, 100]) {
      const lines = wrapped(source, width);
      assert.equal(importText(lines.join('\n'), safeguarding).markdown, whole, `${width} wide`);
      for (const [name, page] of Object.entries(furniture)) {
        for (const length of someOf([31, 37, 44, 52, 59])) {
          const { markdown, notes } = importText(paged(lines, length, page).join('\n'), safeguarding);
          // Where a page ends behind a full stop and a number is missing too, nobody can tell what is whose.
          const unclear = notes.some(
            ({ kind, message }) => kind === 'kept' && message.includes('missing here'),
          );
          if (!unclear) assert.equal(markdown, whole, `${name} every ${length} lines`);
        }
      }
    }
  });

  it('keeps what it can when a section is gone or stands elsewhere', () => {
    const source = read(report);
    const recordAt = source.indexOf('Record of main findings:');
    const first = source.lastIndexOf('About this inspection');
    const moved = `${source.slice(0, first)}${source.slice(recordAt)}\n\n${source.slice(first, recordAt)}`;
    const found = headings(importText(moved, safeguarding).markdown.split('\n'));
    assert.deepEqual(found, [
      ...headingsInOrder(safeguarding).slice(-1),
      ...headingsInOrder(safeguarding).slice(0, -1),
    ]);
    const noHeading = importText(
      source.replace('\nAreas for improvement\n', '\n'),
      safeguarding,
    ).markdown.split('\n');
    assert.equal(itemsBelow(noHeading, '**Within three months:**'), 8);
    assert.deepEqual(
      headings(noHeading),
      headingsInOrder(safeguarding).filter((heading) => !heading.includes('Areas')),
    );
  });

  it('takes less than a second for a megabyte', function () {
    this.timeout(30_000);
    const source = read(report).repeat(20);
    const time = quickest(() => importText(source, safeguarding), 3, 1000);
    assert.ok(time < 1000, `${Math.round(time)} ms`);
  });
});

testAnyText(review);
