import type { Block } from '../model/block.ts';
import type { Table } from '../syntax/block.ts';
import type { Span } from '../text/span.ts';
import { readDistributions } from './distributions.ts';
import { readDistributionTables } from './distributionTables.ts';
import { explain } from './explain.ts';
import { explainSum } from './explainSum.ts';
import { judge, type ShareVerdict } from './judge.ts';
import { readShareTies } from './shares.ts';
import { readTableTies } from './shareTables.ts';
import type { ShareTie } from './shareTie.ts';
import { judgeSum, type SumVerdict } from './sums.ts';
import { type SumTie, spanOf } from './sumTie.ts';
import { cellSpan, cellTexts, passagesOf } from './texts.ts';
import { readTotals } from './totals.ts';
import { readTotalTables } from './totalTables.ts';

/** A tie of any kind with what is to be said of it, whether it holds or not. */
export interface BlockTie {
  readonly kind: 'share' | 'total' | 'distribution';
  /** The words or the layout that tie the figures: `n of N (p%)`. */
  readonly form: string;
  readonly verdict: ShareVerdict | SumVerdict;
  /** What was read, and what was computed from it. */
  readonly message: string;
  /** Where in the block it stands: all its figures, or in a table the one that the others make up. */
  readonly at: Span;
}

type Locate = (span: Span) => Span;

function shareTie(tie: ShareTie, at: Span): BlockTie {
  const judgement = judge(tie);
  return { kind: 'share', form: tie.form, verdict: judgement.verdict, message: explain(tie, judgement), at };
}

function sumTie(tie: SumTie, at: Span): BlockTie {
  const judgement = judgeSum(tie);
  const { kind, form } = tie;
  return { kind, form, verdict: judgement.verdict, message: explainSum(tie, judgement), at };
}

function inText(text: string, locate: Locate): readonly BlockTie[] {
  const sums = [...readTotals(text), ...readDistributions(text)];
  return [
    ...readShareTies(text).map((tie) => shareTie(tie, locate(tie.span))),
    ...sums.map((tie) => sumTie(tie, locate(spanOf(tie)))),
  ];
}

function inTable(table: Table): readonly BlockTie[] {
  const texts = cellTexts(table);
  const shares = readTableTies(texts).map(({ tie, share }) =>
    shareTie(tie, cellSpan(table.rows, share, (tie.share ?? tie.part).span)),
  );
  const sums = [...readTotalTables(texts), ...readDistributionTables(texts)].flatMap((tie) => {
    const shown = tie.whole ?? tie.parts[0];
    if (shown?.cell === undefined) return [];
    return sumTie(tie, cellSpan(table.rows, shown.cell, shown.quantity.span));
  });
  return [...shares, ...sums];
}

/** Every tie between figures of a block: those that hold too, so that silence is known to be a check that passed. */
export function blockTies(block: Block): readonly BlockTie[] {
  const passages = passagesOf(block).flatMap((prose) =>
    inText(prose.text, (span) => prose.sourceSpan(span.from, span.to)),
  );
  return [...passages, ...block.tables.flatMap(inTable)];
}
