import assert from 'node:assert/strict';
import { GFM, parser } from '@lezer/markdown';
import fc from 'fast-check';
import { importText } from '../../server/convert/text/importText.ts';
import type { Vocabulary } from '../../server/framework/vocabulary.ts';
import { assertGrowsAsText } from '../harness/growth.ts';
import { runs, THOROUGH } from '../harness/thorough.ts';
import { coverageFaults, lostWords } from './coverage.ts';

const commonMark = parser.configure(GFM);

/** The characters of a text; another is four times as long. */
const SIZE = THOROUGH ? 25_000 : 10_000;

/** Properties that hold for any text at all. */
export function testAnyText(review: Vocabulary): void {
  describe('convert: any text', () => {
    const piece = fc.constantFrom(
      'Overall judgement',
      'Quality of assessment',
      'Grade 2 (Secure)',
      'Contents',
      'Within two months:',
      'Record of judgements:',
      '- ',
      '• ',
      '12. ',
      '3. ',
      '7',
      '\t',
      '\n',
      '\n\n',
      '\n',
      ' ',
      '\f',
      'families were seen',
      'The team',
      'and',
      '.',
      ':',
      ',',
      '*',
      '**',
      '_',
      '<b>',
      '# ',
      '> ',
      '+ ',
      '[x]: y',
      '|',
      '\\',
      '`',
      '~~',
      '&amp;',
      '---',
      '1.2 The',
      'Review dates: 3 May 2019',
    );
    const text = fc.array(fc.oneof({ weight: 5, arbitrary: piece }, fc.string({ unit: 'grapheme' })), {
      maxLength: 60,
    });

    it('is imported without loss, and mapped exactly', () => {
      fc.assert(
        fc.property(text, (pieces) => {
          const source = pieces.join('').replace(/\r\n?/g, '\n');
          const imported = importText(source, review);
          assert.deepEqual(lostWords(source, imported), []);
          assert.deepEqual(coverageFaults(source, imported), []);
        }),
        { numRuns: runs(2000) },
      );
    });

    it('becomes no markup that its author did not mean', () => {
      const mark = fc.constantFrom(...'*_`<>[]()!~#+-=|&;:\\^ab1. \n'.split(''), '**', '](', '&lt;', '\n\n');
      // A parser may call `[x]` a link that has no target; only with a target would it become one.
      const allowed =
        /^(?:Document|Paragraph|Escape|Link|LinkMark|Image|(?:Bullet|Ordered)List|ListItem|ListMark|StrongEmphasis|EmphasisMark)$/;
      fc.assert(
        fc.property(fc.array(mark, { maxLength: 30 }), (marks) => {
          // Words at both ends keep it a paragraph, so that no part of it can be a title or a field.
          const source = `About this review\n\nThe families said ${marks.join('')} to us.`;
          const text = importText(source, review).markdown.split('---\n\n').slice(1).join('---\n\n');
          const seen: string[] = [];
          commonMark.parse(text).iterate({ enter: ({ name }) => void seen.push(name) });
          const heading = seen.indexOf('ATXHeading2');
          assert.deepEqual(
            seen.filter((name, index) => index > heading + 1 && !allowed.test(name)),
            [],
            text,
          );
        }),
        { numRuns: runs(3000) },
      );
    });

    it('is imported in a time that grows as the text does', function () {
      this.timeout(60_000);
      const line = 'Families were seen within ten days and the plan said what would change for them';
      const hostile = [
        '12. Families\n',
        'a\tb\n',
        '\n',
        '* [ ',
        '**a',
        'Overall judgement\n',
        'Contents\n',
        '7\n\n',
        'Strong x\n',
      ];
      for (const unit of [
        `${line}.\n`,
        `${line}\n\n`,
        `- ${line}\n`,
        ...hostile,
        'Record of judgements\nOverall judgement Weak\n',
      ]) {
        assertGrowsAsText((source) => importText(source, review), unit, SIZE);
      }
    });
  });
}
