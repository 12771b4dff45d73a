import type { Block } from '../../model/block.ts';
import type { Column, Point, ReportTable } from '../../report/contents.ts';
import type { Section } from '../../report/report.ts';
import type { Row } from '../../syntax/block.ts';
import { readCell } from '../../values/cell.ts';
import type { Period } from '../../values/periods.ts';
import { intervalOf } from '../../values/quantity.ts';
import type { Time } from '../../values/times.ts';
import { measureWords } from './measureWords.ts';
import type { MentionMemo, Series } from './mention.ts';
import { periodKey } from './mentionTimes.ts';
import { cellFigure } from './repetition.ts';

/** Fewer words than these do not say what a cell is a share of. */
const FEWEST = 3;

/**
 * The shares of a section's breakdowns as measures of one figure: a row's label says of whom, the column's header what, and
 * the sentence above the table when. A table without such a sentence gives none.
 */
export function breakdownsIn(
  { content, own }: Section,
  timesOf: (block: Block) => readonly Time[],
  memo: MentionMemo,
): readonly Series[] {
  const known = memo.breakdowns.get(content);
  if (known !== undefined) return known;
  const series = content.tables.flatMap((table) => {
    const above = own[table.block - 1]?.block;
    const period = table.kind === 'breakdown' && above !== undefined ? onlyPeriod(timesOf(above)) : undefined;
    return period === undefined ? [] : seriesOf(table, period);
  });
  memo.breakdowns.set(content, series);
  return series;
}

function onlyPeriod(times: readonly Time[]): Period | undefined {
  const [first, second] = times;
  return second === undefined && first?.kind === 'period' ? first.period : undefined;
}

function seriesOf(table: ReportTable, period: Period): readonly Series[] {
  return table.columns.flatMap((column, index) =>
    holdsShares(table, column, index)
      ? table.body.flatMap((row) => shareOf(table, row, column, index, period))
      : [],
  );
}

/** Whether a column has a share for each row, and nothing else: what it is called alone does not say so. */
function holdsShares({ body }: ReportTable, { part, period }: Column, index: number): boolean {
  if ((part !== 'share' && part !== 'other') || period !== undefined) return false;
  return body.every(({ cells }) => /^\d+(?:\.\d+)? ?%$/.test(cells[index]?.prose.text.trim() ?? ''));
}

function shareOf(
  { block, columns }: ReportTable,
  { cells }: Row,
  { header }: Column,
  index: number,
  period: Period,
): readonly Series[] {
  const [label, cell] = [cells[columns.findIndex(({ part }) => part === 'label')], cells[index]];
  if (label === undefined || cell === undefined) return [];
  const text = cell.prose.text;
  const at = { block, span: cell.span };
  const point: Point = { period, header, cell: readCell(text), text, at };
  const quantity = cellFigure(point, true);
  const name = `${label.prose.text}: ${header}`;
  const words = measureWords(name, false);
  if (quantity === undefined || words.count < FEWEST) return [];
  const points = [{ point, key: periodKey(period), quantity, interval: intervalOf(quantity) }];
  const measure = {
    name: { text: name, at: { block, span: label.span } },
    ...{ table: block, rows: [], steps: [], status: undefined },
  };
  return [{ measure, names: [words], isPercent: true, points: (role) => (role === 'actual' ? points : []) }];
}
