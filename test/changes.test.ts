import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mayHoldChange, readChanges } from '../server/numbers/change/changes.ts';
import { mayHoldComparison, readComparisons } from '../server/numbers/change/comparisons.ts';
import { explainChange } from '../server/numbers/change/explainChange.ts';
import { judgeChange } from '../server/numbers/change/judgeChange.ts';
import { readSharesInWords } from '../server/numbers/change/sharesInWords.ts';
import { mayHoldSeries, readDirectionSeries } from '../server/numbers/direction/directionSeries.ts';
import { explainDirection, judgeDirection } from '../server/numbers/direction/directionTie.ts';
import type { TieVerdict } from '../server/numbers/tie.ts';
import { AMOUNTS, NO_AMOUNTS, NO_SHARES_IN_WORDS, SHARES_IN_WORDS } from './numbers/amounts.ts';
import { RIGHT, SLIPS } from './numbers/changeSentences.ts';

/** Every tie of a text between two times or two places: its verdict, and what is said of it. */
function judged(text: string): readonly (readonly [TieVerdict, string])[] {
  const changes = [
    ...(mayHoldChange(text) ? readChanges(text) : []),
    ...(mayHoldComparison(text) ? readComparisons(text) : []),
    ...readSharesInWords(text),
  ];
  const series = mayHoldSeries(text) ? readDirectionSeries(text) : [];
  return [
    ...changes.map((tie) => [judgeChange(tie).verdict, explainChange(tie)] as const),
    ...series.map((tie) => [judgeDirection(tie), explainDirection(tie)] as const),
  ];
}

function wrong(text: string): readonly string[] {
  return judged(text).flatMap(([verdict, message]) => (verdict === 'contradiction' ? message : []));
}

describe('changes, comparisons and series in sentences', () => {
  for (const [right, slip, message] of [...SLIPS, ...AMOUNTS, ...SHARES_IN_WORDS]) {
    it(`found in: ${slip}`, () => {
      const said = wrong(slip);
      assert.ok(
        said.some((one) => one.startsWith(message)),
        `${message} … is not said, but ${said.join(' | ')}`,
      );
    });
    it(`holds in: ${right}`, () => {
      assert.deepEqual(wrong(right), []);
      assert.ok(
        judged(right).some(([verdict]) => verdict === 'holds'),
        'No tie is read.',
      );
    });
  }
});

describe('right sentences about changes and comparisons', () => {
  for (const text of [...RIGHT, ...NO_AMOUNTS, ...NO_SHARES_IN_WORDS])
    it(text, () => assert.deepEqual(wrong(text), []));
});
