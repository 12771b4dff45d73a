import type { TextEdit } from '../../../server/text/edit.ts';
import type { Random } from '../../incremental/random.ts';
import { insert, replace } from '../change.ts';
import { type CellPlace, cellOf, type Grid, type GridRow } from './grid.ts';
import type { PlanLandmarks } from './landmarks.ts';

/** A row of actions with the cell that says by when. */
export interface DueRow {
  readonly grid: Grid;
  readonly row: GridRow;
  readonly due: CellPlace;
}

export function drawDue({ grids }: PlanLandmarks, random: Random): DueRow {
  const grid = random.pick(grids.filter(({ kind }) => kind === 'actions'));
  const row = random.pick(grid.rows);
  return { grid, row, due: cellIn(row, 'due') };
}

/** A cell of a row of actions, which has all of them. */
export function cellIn(row: GridRow, column: string): CellPlace {
  const cell = cellOf(row, column);
  if (cell === undefined) throw new Error(`There is no ${column}.`);
  return cell;
}

export function nameOf({ cells }: GridRow): string {
  return cells[0]?.text ?? '';
}

/** Writes a timescale as the document's form wants it. */
export function written({ form }: PlanLandmarks, due: CellPlace, words: string): TextEdit {
  return replace(due.span, form === 'yaml' ? `'${words.replaceAll("'", "''")}'` : words);
}

/** A column more, in which one row says `own` and all others `other`. */
export function withStatus({ grid, row }: DueRow, own: string, other: string): readonly TextEdit[] {
  const { head, rows, isTable } = grid;
  if (!isTable) {
    return rows.map(({ span }, index) =>
      insert(span.to, `\n            status: ${rows[index] === row ? own : other}`),
    );
  }
  return [...head, ...rows].map((line, index) => {
    const words = index === 0 ? 'Status' : index === 1 ? '---' : line === row ? own : other;
    return insert(line.span.to, ` ${words} |`);
  });
}
