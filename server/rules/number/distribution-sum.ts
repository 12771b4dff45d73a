import { mayHoldDistribution, readDistributions } from '../../numbers/distributions.ts';
import { readDistributionTables } from '../../numbers/distributionTables.ts';
import { judge } from '../../numbers/judge.ts';
import { readShareTies } from '../../numbers/shares.ts';
import type { CellPlace } from '../../numbers/shareTables.ts';
import { readTableTies, type TableTie } from '../../numbers/shareTables.ts';
import type { ShareTie } from '../../numbers/shareTie.ts';
import { judgeSum } from '../../numbers/sums.ts';
import type { SumTie } from '../../numbers/sumTie.ts';
import type { Quantity } from '../../values/quantity.ts';
import { defineRule } from '../rule.ts';
import { sumDrafts } from '../sums.ts';

export default defineRule({
  scope: 'block',
  summary: 'Percentages that share out one whole must add up to 100, but for rounding.',
  why: 'Shares that leave a gap or overlap show that a group was left out, counted twice or copied wrongly.',
  severity: 'error',
  check({ block, readings }) {
    return sumDrafts(block, readings, {
      mayHold: mayHoldDistribution,
      inText: (text) =>
        unlessMisstated(readDistributions(text, readings), () => readShareTies(text, readings)),
      inTable: (rows) =>
        unlessMisstated(readDistributionTables(rows, readings), () => readTableTies(rows, readings)),
    });
  },
});

/** Without the sums of which a share disagrees with its count: what that share should be is said by another rule. */
function unlessMisstated(
  sums: readonly SumTie[],
  readShares: () => readonly (ShareTie | TableTie)[],
): readonly SumTie[] {
  if (sums.every((sum) => judgeSum(sum).verdict === 'holds')) return sums;
  const shares = readShares().filter(
    (own) => judge('tie' in own ? own.tie : own).verdict === 'contradiction',
  );
  const wrong = new Set(shares.map((own) => ('tie' in own ? keyOf(own.tie, own.share) : keyOf(own))));
  return sums.filter(
    ({ parts }) => !parts.some(({ quantity, cell }) => wrong.has(keyOf({ share: quantity }, cell))),
  );
}

function keyOf({ share }: { readonly share?: Quantity }, cell?: CellPlace): string {
  return `${cell?.row}:${cell?.column}:${share?.span.from}`;
}
