import type { QuantityWord } from '../framework/framework.ts';
import type { Block } from '../model/block.ts';
import type { Table } from '../syntax/block.ts';
import type { Span } from '../text/span.ts';
import { placeInCells, readChangeColumns } from './change/changeColumns.ts';
import { mayHoldChange, readChanges } from './change/changes.ts';
import { mayHoldComparison, readComparisons } from './change/comparisons.ts';
import { placedChange } from './change/placedChange.ts';
import { readSharesInWords } from './change/sharesInWords.ts';
import { readDirectionRows } from './direction/directionRows.ts';
import { mayHoldSeries, readDirectionSeries } from './direction/directionSeries.ts';
import { placedDirection } from './direction/placedDirection.ts';
import { explain } from './explain.ts';
import { judge, type Repair } from './judge.ts';
import { Readings } from './readings.ts';
import { type BareShare, readBareShares } from './share/bareShares.ts';
import { readBareShareTables } from './share/bareShareTables.ts';
import { bareShareRepairs, explainBareShare } from './share/explainBareShare.ts';
import { readShareTies } from './share/shares.ts';
import { readTableTies } from './share/shareTables.ts';
import type { ShareTie } from './share/shareTie.ts';
import { judgeWholeCount } from './share/wholeCounts.ts';
import { mayHoldDistribution, readDistributions } from './sum/distributions.ts';
import { readDistributionTables } from './sum/distributionTables.ts';
import { explainSum } from './sum/explainSum.ts';
import { judgeSum } from './sum/sums.ts';
import { type Figure, type SumTie, spanOf } from './sum/sumTie.ts';
import { mayHoldTotal, readTotals } from './sum/totals.ts';
import { readTotalTables } from './sum/totalTables.ts';
import { cellSpan, cellTexts, passagesOf } from './texts.ts';
import type { Tie } from './tie.ts';
import { wordPack } from './word/quantityWords.ts';
import { readWordTies } from './word/wordForms.ts';
import { explainWord, judgeWord, type WordTie } from './word/wordTie.ts';

/** Where in the block a stretch of a figure's text stands. */
type Locate<Which> = (span: Span, which: Which) => Span;

function shareTie(tie: ShareTie, locate: Locate<Repair['target']>): Tie<Span> {
  const judgement = judge(tie);
  const roles = (['share', 'part', 'whole'] as const).filter((role) => tie[role] !== undefined);
  const figures = roles.flatMap((role) => {
    const quantity = tie[role];
    return quantity === undefined ? [] : [{ quantity, role, at: locate(quantity.span, role) }];
  });
  const shown = tie.share === undefined ? 'part' : 'share';
  return {
    kind: 'share',
    form: tie.form,
    verdict: judgement.verdict,
    message: () => explain(tie, judgement),
    at: locate((tie.share ?? tie.part).span, shown),
    figures,
    hypotheses: judgement.repairs.map(({ target, span, changed, replacement }) => ({
      title: `Change ${tie[target]?.text ?? target} to ${changed}`,
      at: locate(span, target),
      replacement,
    })),
  };
}

/** A share with its whole alone says something where the whole is so small that not every share is possible. */
function bareTie(own: BareShare, locate: Locate<'share' | 'whole'>): readonly Tie<Span>[] {
  const { verdict } = judgeWholeCount(own.share, own.whole);
  if (verdict === 'open') return [];
  const tied = (role: 'share' | 'whole') => ({
    quantity: own[role],
    role,
    at: locate(own[role].span, role),
  });
  return [
    {
      kind: 'share',
      form: own.form,
      verdict,
      message: () => explainBareShare(own),
      at: locate(own.share.span, 'share'),
      figures: [tied('share'), tied('whole')],
      hypotheses: bareShareRepairs(own).map((repair) => ({ ...repair, at: locate(repair.span, 'share') })),
    },
  ];
}

function sumTie(tie: SumTie, at: Span, locate: Locate<Figure>): Tie<Span> {
  const judgement = judgeSum(tie);
  const { kind, form, parts, whole } = tie;
  const tied = (figure: Figure, role: 'part' | 'whole') => ({
    quantity: figure.quantity,
    role,
    at: locate(figure.quantity.span, figure),
  });
  return {
    kind,
    form,
    verdict: judgement.verdict,
    message: () => explainSum(tie, judgement),
    at,
    figures: [...(whole ? [tied(whole, 'whole')] : []), ...parts.map((part) => tied(part, 'part'))],
    hypotheses: judgement.repairs.map(({ figure, span, text, replacement }) => ({
      title: `Change ${figure.quantity.text} to ${text}`,
      at: locate(span, figure),
      replacement,
    })),
  };
}

function wordTie(tie: WordTie, locate: (span: Span) => Span): Tie<Span> {
  const figures = tie.figures.flatMap((own) =>
    (['share', 'part', 'whole'] as const).flatMap((role) => {
      const quantity = own[role];
      return quantity === undefined ? [] : [{ quantity, role, at: locate(quantity.span) }];
    }),
  );
  return {
    kind: 'quantity word',
    form: tie.form,
    verdict: judgeWord(tie),
    message: () => explainWord(tie, undefined),
    at: locate(tie.word.span),
    figures,
    hypotheses: [],
  };
}

function inText(text: string, readings: Readings, locate: (span: Span) => Span): readonly Tie<Span>[] {
  const sums = [
    ...(mayHoldTotal(text) ? readings.of(readTotals, text) : []),
    ...(mayHoldDistribution(text) ? readings.of(readDistributions, text) : []),
  ];
  const changes = [
    ...(mayHoldChange(text) ? readChanges(text, readings) : []),
    ...(mayHoldComparison(text) ? readComparisons(text, readings) : []),
    ...readSharesInWords(text, readings),
  ];
  return [
    ...readings.of(readShareTies, text).map((tie) => shareTie(tie, locate)),
    ...readings.of(readBareShares, text).flatMap((own) => bareTie(own, locate)),
    ...sums.map((tie) => sumTie(tie, locate(spanOf(tie)), locate)),
    ...changes.map((tie) => placedChange(tie, locate)),
    ...(mayHoldSeries(text) ? readDirectionSeries(text, readings) : []).map((tie) =>
      placedDirection(tie, locate),
    ),
  ];
}

function inTable(table: Table, readings: Readings): readonly Tie<Span>[] {
  const texts = readings.of(cellTexts, table);
  const shares = readings
    .of(readTableTies, texts)
    .map((own) => shareTie(own.tie, (span, which) => cellSpan(table.rows, own[which], span)));
  const locate = (span: Span, { cell }: Figure) =>
    cell === undefined ? span : cellSpan(table.rows, cell, span);
  const sums = [
    ...readings.of(readTotalTables, texts),
    ...readings.of(readDistributionTables, texts),
  ].flatMap((tie) => {
    const shown = tie.whole ?? tie.parts[0];
    return shown === undefined ? [] : [sumTie(tie, locate(shown.quantity.span, shown), locate)];
  });
  const bare = readBareShareTables(texts, readings).flatMap((own) =>
    bareTie(own, (span, which) => cellSpan(table.rows, own.cells[which], span)),
  );
  const directions = readDirectionRows(texts, readings).map((tie) =>
    placedDirection(tie, (span, cell) => (cell === undefined ? span : cellSpan(table.rows, cell, span))),
  );
  const changes = readChangeColumns(texts, readings).map((own) =>
    placedChange(own.tie, placeInCells(own, table.rows)),
  );
  return [...shares, ...bare, ...sums, ...changes, ...directions];
}

const NO_WORDS: readonly QuantityWord[] = [];

/** Every tie between figures of a block: those that hold too, so that silence is known to be a check that passed. */
export function blockTies(
  block: Block,
  words: readonly QuantityWord[] = NO_WORDS,
  readings: Readings = new Readings(),
): readonly Tie<Span>[] {
  const pack = readings.of(wordPack, words);
  const passages = readings.of(passagesOf, block).flatMap((prose) => {
    const locate = (span: Span) => prose.sourceSpan(span.from, span.to);
    return [
      ...inText(prose.text, readings, locate),
      ...readWordTies(prose.text, pack, readings).map((tie) => wordTie(tie, locate)),
    ];
  });
  return [...passages, ...block.tables.flatMap((table) => inTable(table, readings))];
}
