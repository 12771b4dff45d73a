import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mayHoldDistribution, readDistributions } from '../server/numbers/distributions.ts';
import { explainSum } from '../server/numbers/explainSum.ts';
import { judgeSum } from '../server/numbers/sums.ts';
import type { SumTie } from '../server/numbers/sumTie.ts';
import { mayHoldTotal, readTotals } from '../server/numbers/totals.ts';
import { DISTRIBUTIONS_FOUND, SILENT, TOTALS_FOUND } from './numbers/sentences.ts';

function ties(text: string): readonly SumTie[] {
  const totals = mayHoldTotal(text) ? readTotals(text) : [];
  return [...totals, ...(mayHoldDistribution(text) ? readDistributions(text) : [])];
}

/** What is said against a text. */
function wrong(text: string): string[] {
  return ties(text)
    .filter((tie) => judgeSum(tie).verdict === 'contradiction')
    .map((tie) => explainSum(tie));
}

describe('totals in sentences', () => {
  for (const [right, other, message] of TOTALS_FOUND) {
    it(`found in: ${other}`, () => assert.deepEqual(wrong(other), [message]));
    it(`holds in: ${right}`, () => {
      assert.deepEqual(wrong(right), []);
      assert.ok(
        ties(right).some((tie) => judgeSum(tie).verdict === 'holds'),
        'No tie is read.',
      );
    });
  }
});

describe('distributions in sentences', () => {
  for (const [right, other, message] of DISTRIBUTIONS_FOUND) {
    it(`found in: ${other}`, () =>
      assert.deepEqual(
        wrong(other).map((one) => one.replace(/ Rounded.*/, '')),
        [message],
      ));
    it(`holds in: ${right}`, () => {
      assert.deepEqual(wrong(right), []);
      assert.ok(
        ties(right).some((tie) => judgeSum(tie).verdict === 'holds'),
        'No tie is read.',
      );
    });
  }
});

describe('sentences without a wrong sum', () => {
  for (const text of SILENT) it(text, () => assert.deepEqual(wrong(text), []));
});
