import type { ScaleValue } from '../framework/framework.ts';
import type { Area, Vocabulary } from '../framework/vocabulary.ts';
import type { Cell, Row, Table } from '../syntax/block.ts';
import type { Anchor } from './contents.ts';
import { readJudgement } from './judgementText.ts';
import type { Statement, SummaryRow } from './report.ts';
import { statement } from './statement.ts';
import { readRowNames } from './summaryNames.ts';

/**
 * The rows of a table that has a column for each step of the scale, with the areas that were judged so below it.
 * Undefined for any other table.
 */
export function readByGrade(
  table: Table,
  block: number,
  vocabulary: Vocabulary,
): readonly SummaryRow[] | undefined {
  const headers = (table.rows[0]?.cells ?? []).map(({ prose }) => prose.text.trim());
  const body = table.rows.slice(1);
  const named = body.flatMap((row) => row.cells.map((cell, column) => ({ row, cell, column })));
  const filled = named.filter(({ cell }) => cell.prose.text.trim() !== '');
  const names = readRowNames(
    filled.map(({ cell }) => cell.prose.text),
    vocabulary,
  );
  const first = names.find(({ area }) => area !== undefined)?.area;
  if (first === undefined || headers.length < 2) return undefined;
  const steps = headers.map((header) => readJudgement(header, first.scale, vocabulary.labels)?.label?.value);
  if (steps.some((step) => step === undefined)) return undefined;
  return filled.map(({ row, cell, column }, index) => {
    const { area, group } = names[index] ?? { area: undefined, group: false };
    const at = { block, span: cell.span };
    const stated =
      area && below(headers[column] ?? '', area, cell, at, boxesOf(row, body, steps, block), vocabulary);
    return {
      name: cell.prose.text,
      at,
      area,
      group,
      cell: undefined,
      statement: stated,
      expectsJudgement: false,
    };
  });
}

/** What the column of a cell says of the area that the cell names. */
function below(
  header: string,
  area: Area,
  cell: Cell,
  at: Anchor,
  boxes: ReadonlyMap<ScaleValue, Anchor>,
  { labels }: Vocabulary,
): Statement | undefined {
  const read = readJudgement(header, area.scale, labels);
  if (read === undefined) return undefined;
  return { ...statement(area, 'summary', read, header, () => at), ticked: { mark: cell.prose.text, boxes } };
}

/** An empty cell below each judgement, in the row itself where there is one: there the name of an area may go. */
function boxesOf(
  own: Row,
  body: readonly Row[],
  steps: readonly (ScaleValue | undefined)[],
  block: number,
): ReadonlyMap<ScaleValue, Anchor> {
  const boxes = new Map<ScaleValue, Anchor>();
  for (const { cells } of [own, ...body]) {
    for (const [column, cell] of cells.entries()) {
      const step = steps[column];
      if (step === undefined || boxes.has(step) || cell.prose.text.trim() !== '') continue;
      boxes.set(step, { block, span: cell.span });
    }
  }
  return boxes;
}
