import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Guess, guessFramework } from '../server/convert/guess/guess.ts';
import { read } from './convert/reports.ts';
import { PUBLISHED, publishedHere, readPublished } from './evaluate/published.ts';
import { plainText } from './guess/plainText.ts';
import { libraryWith } from './harness/library.ts';

const OWN = readFileSync('test/guess/review.framework.yaml', 'utf8');
const library = libraryWith([OWN]);
const shipped = libraryWith([]);

function guess(text: string, known = library): Guess {
  return guessFramework({ format: 'text', text }, known);
}

function textsIn(folder: string): readonly { readonly name: string; readonly text: string }[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.map((name) => ({ name: name.replace('.txt', ''), text: read(path.join(folder, name)) }));
}

/** A report of a board to a committee is a report to a committee that has all that the narrower framework asks for. */
const NARROWER: Readonly<Record<string, string>> = { 'committee-report': 'improvement-board-report' };

describe('guess: what the framework of a document is', () => {
  for (const name of readdirSync('examples/library')) {
    it(`knows ${name} as plain text`, () => {
      const written = readFileSync(path.join('examples/library', name), 'utf8');
      const { framework = '', text } = plainText(written);
      const { framework: guessed, reasons } = guess(text);
      assert.equal(guessed, NARROWER[framework] ?? framework, reasons.join('\n'));
      assert.ok(reasons.length >= 2, reasons.join('\n'));
    });
  }

  for (const { name, text } of textsIn('test/guess/known')) {
    it(`knows ${name}`, () => {
      const { framework, reasons } = guess(text);
      assert.equal(framework, name, reasons.join('\n'));
    });
  }

  it("does not know a document of a workspace's own framework where that is not there", () => {
    const { framework } = guess(read('test/guess/known/northshire-early-help-review.txt'), shipped);
    assert.equal(framework, undefined);
  });

  for (const published of PUBLISHED) {
    it(`knows ${path.basename(published.file)} ${published.part ?? ''}`, function () {
      if (!existsSync(published.file)) return this.skip();
      const { framework, reasons } = guess(readPublished(published));
      const expected = NARROWER[published.framework] ?? published.framework;
      assert.equal(framework, expected, reasons.join('\n'));
    });
  }

  it('leaves open what a pack of several papers is, and names them', function () {
    const [pack] = publishedHere().filter(({ part }) => part === 'agenda');
    if (pack === undefined) return this.skip();
    const { framework, others, reasons } = guess(read(pack.file));
    assert.equal(framework, undefined);
    assert.match(reasons[0] ?? '', /^It may follow "/);
    assert.ok(others.some((other) => other.framework === 'committee-agenda'));
  });
});

describe('guess: texts that follow no framework', () => {
  for (const { name, text } of textsIn('test/guess/none')) {
    it(`knows none for the ${name}`, () => {
      const { framework, reasons } = guess(text);
      assert.equal(framework, undefined, reasons.join('\n'));
      assert.equal(reasons.length, 1);
    });
  }

  for (const text of ['', '\n\n', '1', 'Ofsted', '\t\t\t']) {
    it(`knows none for ${JSON.stringify(text)}`, () => {
      const { framework, others } = guess(text);
      assert.equal(framework, undefined);
      assert.deepEqual(others, []);
    });
  }
});

describe('guess: reasons', () => {
  const text = read('test/guess/known/ofsted-ilacs-inspection.txt');

  it("quotes the document's own words", () => {
    const { reasons } = guess(text);
    assert.deepEqual(reasons, [
      'Its title is "Inspection of children’s social care services".',
      'It has 5 of the 5 sections of this framework, such as "What needs to improve", "The experiences and progress of children in care and care leavers" and "The impact of leaders on social work practice with children and families".',
      'Its headings stand in the order of this framework.',
      'It judges "The impact of leaders on social work practice with children and families" to be "Good", on the scale of this framework.',
      'It gives "Lead inspector" and "Inspection dates".',
      'It is of 4 February 2019, when the framework was in force.',
    ]);
  });

  it('quotes nothing that the document does not say', () => {
    const plain = (words: string) => words.replace(/\s+/g, ' ');
    for (const { text } of textsIn('test/guess/known')) {
      for (const reason of guess(text).reasons) {
        for (const [, words = ''] of reason.matchAll(/"([^"]+)"/g)) {
          assert.ok(plain(text).includes(words.replace(/ …$/, '')), reason);
        }
      }
    }
  });

  it('holds a framework for unlikely that was not in force then', () => {
    const earlier = text.replaceAll('2019', '2014');
    const { reasons } = guess(earlier);
    assert.ok(reasons.some((reason) => reason.includes('not in force')));
  });

  it('takes time that grows with the text alone', () => {
    const long = 'The Overall Effectiveness Of A Line That Is Prose And Of Leaders\n'.repeat(20_000);
    const { framework } = guess(long);
    assert.equal(framework, undefined);
  });
});
