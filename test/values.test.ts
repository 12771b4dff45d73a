import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { findDates, readDate } from '../server/values/dates.ts';
import { parseDecimal } from '../server/values/decimal.ts';
import { readPeriod } from '../server/values/periods.ts';
import { readQuantities } from '../server/values/quantity.ts';
import { processorTime } from './harness/growth.ts';
import { runs } from './harness/thorough.ts';

describe('values in hostile text', function () {
  this.timeout(20_000);
  const units = [
    '1',
    '1,',
    '1,000,',
    ' ',
    '1 of ',
    '(1%) ',
    '1.',
    '1-',
    '1/',
    'aged 1, ',
    'one hundred and ',
    'twenty-',
    'section 1, ',
    '£',
    '1 May ',
    "'",
    'a@',
  ];
  for (const unit of units) {
    it(`${JSON.stringify(unit)} a hundred thousand characters long is read in time`, () => {
      const text = unit.repeat(Math.ceil(100_000 / unit.length));
      const time = processorTime(() => {
        readQuantities(text);
        findDates(text);
        readDate(text);
        readPeriod(text);
        parseDecimal(text);
      });
      assert.ok(time < 10_000);
    });
  }

  it('of any kind is read without error and within its bounds', () => {
    const word = fc.constantFrom(
      '1',
      '2,000',
      '%',
      'of',
      'out',
      '(',
      ')',
      'three',
      'hundred',
      'May',
      '2020',
      '-',
      '/',
      '£',
      'aged',
      'section',
      '½',
      ' ',
      '.',
      'per',
      'cent',
      '’',
      '\ud83d',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 40 }),
        fc.string({ unit: 'grapheme' }),
        fc.boolean(),
        (words, any, spaced) => {
          const text = words.join(spaced ? ' ' : '') + any;
          let end = 0;
          for (const { start, span, numberSpan } of readQuantities(text)) {
            assert.ok(end <= start && start <= span.from && span.from <= numberSpan.from);
            assert.ok(numberSpan.from < numberSpan.to && numberSpan.to <= span.to && span.to <= text.length);
            end = span.to;
          }
          findDates(text);
        },
      ),
      { numRuns: runs(2000) },
    );
  });
});
