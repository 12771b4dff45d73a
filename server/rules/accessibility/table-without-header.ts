import type { Table } from '../../syntax/block.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  scope: 'block',
  summary: 'The first row of a table must say what its columns hold.',
  why: 'Who hears a table is told the heading of a column before each cell; without one figures are mere figures.',
  severity: 'warning',
  *check({ block }) {
    for (const table of block.tables) {
      const [header] = table.rows;
      if (header === undefined || !isBare(table)) continue;
      yield {
        at: { from: header.span.from, to: header.span.to },
        message:
          'The header of this table is empty. Write above each column what it holds, or move the first row up if it says so.',
      };
    }
  },
});

/** An empty header above columns. One row or column alone is no table, but words that are set beside each other. */
function isBare({ rows: [header, ...body] }: Table): boolean {
  const isEmpty = header?.cells.every(({ prose }) => prose.text === '') === true;
  const filled = body.filter(({ cells }) => cells.filter(({ prose }) => prose.text !== '').length > 1);
  return isEmpty && (header?.cells.length ?? 0) > 1 && filled.length > 1;
}
