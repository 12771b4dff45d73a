import type { Anchor, Point, ReportTable } from '../../report/contents.ts';
import { type CellAt, writeCell } from '../asked.ts';
import { asking, type DraftFix } from '../rule.ts';

/**
 * Fixes for cells of a measure that are empty or still to come: the cursor in each of them, or N/A in all.
 * @param what what is given or is not there, as titles have it: `the figure`, `the targets for May and June 2020`
 */
export function fillIn(
  tables: readonly ReportTable[],
  points: readonly (Point | undefined)[],
  what: string,
): readonly DraftFix<Anchor>[] {
  const cells = points.flatMap((point) => (point === undefined ? [] : (cellHeaded(tables, point) ?? [])));
  if (cells.length < points.length || cells.length === 0) return [];
  return [
    asking(`Give ${what}`, (edit, place) =>
      cells.flatMap((cell, index) => writeCell(edit, place, cell, `$${index + 1}`)),
    ),
    {
      title: `Write N/A instead of ${what}`,
      edits: (edit, place) => cells.flatMap((cell) => writeCell(edit, place, cell, 'N/A')),
    },
  ];
}

/** The cell of a figure, by its place and the header of its column. */
function cellHeaded(tables: readonly ReportTable[], { at, header }: Point): CellAt | undefined {
  for (const { block, body, columns } of tables) {
    if (block !== at.block) continue;
    const index = columns.findIndex((column) => column.header === header);
    const row = body.find(({ cells }) => {
      const span = cells[index]?.span;
      return span?.from === at.span.from && span.to === at.span.to;
    });
    if (row !== undefined) return { at, row: { block, span: row.span }, header };
  }
  return undefined;
}
