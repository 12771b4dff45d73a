import { judge } from './judge.ts';
import { type BesideShare, shareOf, type WrongSum, wrongSums } from './pinpoint.ts';
import type { Readings } from './readings.ts';
import type { CellPlace } from './share/shareGrid.ts';
import { readShareTies } from './share/shares.ts';
import { readTableTies } from './share/shareTables.ts';
import type { ShareTie } from './share/shareTie.ts';
import { mayHoldDistribution, readDistributions } from './sum/distributions.ts';
import { readDistributionTables } from './sum/distributionTables.ts';
import { judgeSum } from './sum/sums.ts';
import type { SumTie } from './sum/sumTie.ts';
import { mayHoldTotal, readTotals } from './sum/totals.ts';
import { readTotalTables } from './sum/totalTables.ts';

/** What is wrong with the sums of one passage or table: each slip once, however many ties it puts wrong. */
export interface Slips {
  readonly sums: readonly WrongSum[];
  /** The sums that miss only because their shares are cut and not rounded. */
  readonly cut: readonly SumTie[];
  /** The shares that a slip told of with a sum explains: nothing more is to be said of them. */
  readonly explained: ReadonlySet<ShareTie>;
}

/** The slips in a passage. Ask it through `readings.of`, so that all rules speak of the same ties. */
export function slipsInText(text: string, readings: Readings): Slips {
  const shares = () => readings.of(readShareTies, text);
  const totals = mayHoldTotal(text) ? readings.of(readTotals, text) : [];
  const distributions = mayHoldDistribution(text) ? readings.of(readDistributions, text) : [];
  return slipsAmong([...totals, ...unlessMisstated(distributions, shares)], shares);
}

/** The slips in a table, of which the text of every cell is given. */
export function slipsInTable(rows: readonly (readonly string[])[], readings: Readings): Slips {
  const shares = () => readings.of(readTableTies, rows);
  const distributions = unlessMisstated(readings.of(readDistributionTables, rows), shares);
  return slipsAmong([...readings.of(readTotalTables, rows), ...distributions], shares);
}

function slipsAmong(ties: readonly SumTie[], shares: () => readonly BesideShare[]): Slips {
  const sums = wrongSums(ties, shares);
  const cut = ties.filter((tie) => judgeSum(tie).verdict === 'truncated');
  return { sums, cut, explained: new Set(sums.flatMap((own) => own.shares.map(shareOf))) };
}

/** Without the sums of which a share disagrees with its count: what that share should be is said by another rule. */
function unlessMisstated(
  sums: readonly SumTie[],
  readShares: () => readonly BesideShare[],
): readonly SumTie[] {
  if (sums.every((sum) => judgeSum(sum).verdict === 'holds')) return sums;
  const shares = readShares().filter((own) => judge(shareOf(own)).verdict === 'contradiction');
  const wrong = new Set(shares.map((own) => ('tie' in own ? keyOf(own.tie, own.share) : keyOf(own))));
  return sums.filter(
    ({ parts }) => !parts.some(({ quantity, cell }) => wrong.has(keyOf({ share: quantity }, cell))),
  );
}

function keyOf({ share }: Pick<ShareTie, 'share'>, cell?: CellPlace): string {
  return `${cell?.row}:${cell?.column}:${share?.span.from}`;
}
