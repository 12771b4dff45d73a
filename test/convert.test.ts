import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { GFM, parser } from '@lezer/markdown';
import fc from 'fast-check';
import { type Imported, importText } from '../server/convert/text/importText.ts';
import { compile } from '../server/framework/vocabulary.ts';
import { coverageFaults, lostWords } from './convert/coverage.ts';
import { readImportCases } from './convert/fixtures.ts';
import { frameworkOf } from './convert/frameworkOf.ts';
import { UPDATING, updateFences } from './harness/update.ts';

const commonMark = parser.configure(GFM);
const SEEDS = path.resolve('../shared/seeds');
const safeguarding = compile(frameworkOf('schemas/frameworks/ofsted-safeguarding-2012.yaml'));
const review = compile(frameworkOf('test/convert/framework.yaml'));

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

function noteLines({ notes }: Imported, source: string): string {
  return notes
    .map(({ kind, message, span }) => {
      const [first = ''] = source.slice(span.from, span.to).split('\n');
      return `${kind} "${first.slice(0, 30)}": ${message}`;
    })
    .join('\n');
}

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
    assert.deepEqual(numbers, Array.from({ length: 47 }, (_, index) => index + 1));
    assert.deepEqual(notes.filter(({ kind }) => kind === 'restored').map(({ message }) => /\d+/.exec(message)?.[0]), [
      '12', '15', '19', '20', '36', '38', '47',
    ]);
    assert.deepEqual(notes.filter(({ kind }) => kind === 'dropped').length, 1);
    assert.equal(itemsBelow(lines, '**Within three months:**'), 8);
    assert.equal(itemsBelow(lines, '**Within six months:**'), 3);
    assert.equal(lines.filter((line) => /^Grade \d \(\w+\)$/.test(line)).length, 6);
    assert.equal(lines.filter((line) => /^#+ .* — Grade \d \(\w+\)$/.test(line)).length, 2);
    const record = lines.slice(lines.indexOf('## Record of main findings') + 4).filter((line) => line.startsWith('|'));
    assert.equal(record.length, 11);
    assert.equal(record.filter((row) => / \| {2}\|$/.test(row)).length, 2);
    assert.deepEqual(headings(lines), headingsInOrder());
  });

  it('survives every cut of the report', () => {
    const source = read(report);
    fc.assert(
      fc.property(fc.nat(source.length), fc.nat(source.length), (a, b) => {
        const part = source.slice(Math.min(a, b), Math.max(a, b));
        assert.deepEqual(lostWords(part, importText(part, safeguarding)), []);
      }),
      { numRuns: 200 },
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
    const upper = source.replace(/^(?:Quality of provision|Leadership and management)$/gm, (name) => name.toUpperCase());
    assert.equal(importText(upper, safeguarding).markdown.toLowerCase(), whole.toLowerCase());
  });

  it('joins a paragraph that a page cuts anywhere', () => {
    const source = read(report);
    const whole = importText(source, safeguarding).markdown;
    const places = [...source.matchAll(/(?<=^(?:- )?\d+\. (?=.{200}).{60,400}?[a-z]) (?=[a-z])/gm)].map(({ index }) => index);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.constantFrom('\n\n', '\n\n- ', '\n\n9\n\n', '\n\n\f'), (place, page) => {
        const changed = `${source.slice(0, place)}${page}${source.slice(place + 1)}`;
        assert.equal(importText(changed, safeguarding).markdown, whole);
      }),
      { numRuns: 60 },
    );
  });

  it('takes less than a second for a megabyte', function () {
    this.timeout(30_000);
    const source = read(report).repeat(20);
    const times = [0, 1, 2].map(() => {
      const started = performance.now();
      importText(source, safeguarding);
      return performance.now() - started;
    });
    assert.ok(Math.min(...times) < 1000, `${times.map(Math.round)} ms`);
  });
});

function read(file: string): string {
  return readFileSync(file, 'utf8').replace(/\r\n?/g, '\n');
}

function itemsBelow(lines: readonly string[], line: string): number {
  const below = lines.slice(lines.indexOf(line) + 2);
  return below.findIndex((other) => !other.startsWith('- '));
}

function headings(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => /^##/.test(line)).map((line) => line.replace(/ — .*/, ''));
}

function headingsInOrder(): readonly string[] {
  return safeguarding.roles.map(({ def, depth }) => `${'#'.repeat(depth + 2)} ${def.heading}`);
}

describe('convert: any text', () => {
  const piece = fc.constantFrom(
    'Overall judgement', 'Quality of assessment', 'Grade 2 (Secure)', 'Contents', 'Within two months:', 'Record of judgements:',
    '- ', '• ', '12. ', '3. ', '7', '\t', '\n', '\n\n', '\n', ' ', '\f', 'families were seen', 'The team', 'and', '.', ':', ',',
    '*', '**', '_', '<b>', '# ', '> ', '+ ', '[x]: y', '|', '\\', '`', '~~', '&amp;', '---', '1.2 The', 'Review dates: 3 May 2019',
  );
  const text = fc.array(fc.oneof({ weight: 5, arbitrary: piece }, fc.string({ unit: 'grapheme' })), { maxLength: 60 });

  it('is imported without loss, and mapped exactly', () => {
    fc.assert(
      fc.property(text, (pieces) => {
        const source = pieces.join('').replace(/\r\n?/g, '\n');
        const imported = importText(source, review);
        assert.deepEqual(lostWords(source, imported), []);
        assert.deepEqual(coverageFaults(source, imported), []);
      }),
      { numRuns: 2000 },
    );
  });

  it('becomes no markup that its author did not mean', () => {
    const mark = fc.constantFrom(...'*_`<>[]()!~#+-=|&;:\\^ab1. \n'.split(''), '**', '](', '&lt;', 'www', '\n\n');
    const allowed = /^(?:Document|Paragraph|Escape|(?:Bullet|Ordered)List|ListItem|ListMark|StrongEmphasis|EmphasisMark)$/;
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 30 }), (marks) => {
        // Words at both ends keep it a paragraph, so that no part of it can be a title or a field.
        const source = `About this review\n\nThe families said ${marks.join('')} to us.`;
        const text = body(importText(source, review));
        const seen: string[] = [];
        commonMark.parse(text).iterate({ enter: ({ name }) => void seen.push(name) });
        const heading = seen.indexOf('ATXHeading2');
        assert.deepEqual(seen.filter((name, index) => index > heading + 1 && !allowed.test(name)), [], text);
      }),
      { numRuns: 3000 },
    );
  });

  it('is imported in a time that grows as the text does', function () {
    this.timeout(60_000);
    const line = 'Families were seen within ten days and the plan said what would change for them';
    const hostile = ['12. Families\n', 'a\tb\n', '\n', '* [ ', '**a', 'Overall judgement\n', 'Contents\n', '7\n\n', 'Strong x\n'];
    for (const unit of [`${line}.\n`, `${line}\n\n`, `- ${line}\n`, ...hostile, 'Record of judgements\nOverall judgement Weak\n']) {
      const [small, large] = [timeOf(unit, 50_000), timeOf(unit, 200_000)];
      // Four times the text may take somewhat more than four times as long, yet never sixteen times.
      assert.ok(large < 12 * Math.max(small, 20), `${JSON.stringify(unit)}: ${small} ms, then ${large} ms`);
    }
  });
});

/** The milliseconds that a text of that many characters takes, the best of two runs. */
function timeOf(unit: string, size: number): number {
  const source = unit.repeat(Math.ceil(size / unit.length));
  const times = [0, 1].map(() => {
    const started = performance.now();
    importText(source, review);
    return performance.now() - started;
  });
  return Math.min(...times);
}
