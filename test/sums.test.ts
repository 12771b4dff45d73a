import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { wrongSums } from '../server/numbers/pinpoint.ts';
import { mayHoldDistribution, readDistributions } from '../server/numbers/sum/distributions.ts';
import { readDistributionTables } from '../server/numbers/sum/distributionTables.ts';
import { explainSum } from '../server/numbers/sum/explainSum.ts';
import { judgeSum } from '../server/numbers/sum/sums.ts';
import type { SumTie } from '../server/numbers/sum/sumTie.ts';
import { mayHoldTotal, readTotals } from '../server/numbers/sum/totals.ts';
import { readTotalTables } from '../server/numbers/sum/totalTables.ts';
import { processorTime } from './harness/growth.ts';
import { DISTRIBUTIONS_FOUND, SILENT, TOTALS_FOUND } from './numbers/sentences.ts';
import { TABLES } from './numbers/tables.ts';

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

describe('sums in tables', () => {
  for (const [name, table, expected] of TABLES) {
    it(`${expected.length === 0 ? 'nothing' : 'found'}: ${name}`, () => {
      const rows = table.split('\n').map((line) => line.split('|'));
      const found = [...wrongSums(readTotalTables(rows)), ...wrongSums(readDistributionTables(rows))];
      const messages = found.map(({ ties: own }) => own.map((tie) => explainSum(tie)).join(' '));
      assert.deepEqual(
        messages.map((message) => message.replace(/ Rounded.*/, '')),
        expected,
      );
    });
  }
});

describe('hostile text with sums', () => {
  const units = [
    '1, ',
    '46 (1 and ',
    'a total of 3: 1; ',
    '5% and ',
    'totalling 1, ',
    '1 + ',
    'one two ',
    'of 9, 1 and ',
  ];
  for (const unit of units) {
    it(`${JSON.stringify(unit)} a hundred thousand characters long is read in time`, function () {
      this.timeout(20_000);
      const text = unit.repeat(Math.ceil(100_000 / unit.length));
      assert.ok(processorTime(() => ties(text)) < 10_000);
    });
  }
});
