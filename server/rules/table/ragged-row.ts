import type { Row } from '../../syntax/block.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'block',
  summary: 'Every row of a table must have as many cells as its header.',
  why: 'Cells beyond the last column are not printed at all, and a cell left out moves every figure behind it under the wrong heading.',
  severity: 'warning',
  *check({ block }) {
    for (const { rows } of block.tables) {
      const width = rows[0]?.cells.length ?? 0;
      for (const row of rows.slice(1)) yield* ragged(row, width);
    }
  },
});

function* ragged({ cells, span }: Row, width: number): Iterable<Draft<Span>> {
  if (cells.length === width) return;
  if (cells.length > width) {
    const first = cells[width];
    const lost = cells.slice(width).flatMap(({ prose }) => (prose.text === '' ? [] : [`"${prose.text}"`]));
    // Empty cells at the end of a row are never missed.
    if (first === undefined || lost.length === 0) return;
    yield {
      at: { from: first.span.from, to: span.to },
      message: `This row has ${cells.length} cells and the header ${width}, so that ${lost.join(', ')} ${lost.length === 1 ? 'is' : 'are'} not printed. Take out a cell, or give the header another column.`,
    };
    return;
  }
  const missing = width - cells.length;
  yield {
    at: span,
    severity: 'info',
    message: `This row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'} and the header ${width}: the last ${missing === 1 ? 'column stays' : `${missing} columns stay`} empty. Check that no cell was left out before them.`,
    fixes: [
      {
        title: missing === 1 ? 'Add an empty cell' : `Add ${missing} empty cells`,
        edits: (edit, place) => edit.addCells(place(span), missing),
      },
    ],
  };
}
