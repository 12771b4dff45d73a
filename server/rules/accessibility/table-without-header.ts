import type { Block } from '../../model/block.ts';
import type { Row, Table } from '../../syntax/block.ts';
import type { Span } from '../../text/span.ts';
import { readCell } from '../../values/cell.ts';
import { listed } from '../../values/listing.ts';
import { asking, type DraftFix, defineRule } from '../rule.ts';
import { shortly } from '../shortly.ts';

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
        fixes: [naming(header), ...raising(table, block)],
      };
    }
  },
});

/** Puts the cursor into each cell of the header. */
function naming({ cells }: Row): DraftFix<Span> {
  return asking('Write above each column what it holds', (edit, place) =>
    cells.flatMap(({ span }, index) => edit.setCell(place(span), `$${index + 1}`)),
  );
}

/** The first row in the header's place, where it may head the others: all its cells hold words. */
function raising({ rows: [header, first] }: Table, { source }: Block): readonly DraftFix<Span>[] {
  const mayHead =
    first !== undefined &&
    first.cells.length === header?.cells.length &&
    first.cells.every(({ prose }) => prose.text !== '' && readCell(prose.text).kind === 'text');
  if (!mayHead || header === undefined) return [];
  const words = first.cells.map(({ span }) => source.slice(span.from, span.to));
  const named = first.cells.map(({ prose }) => `"${shortly(prose.text)}"`);
  return [
    {
      title: `Head the columns with the first row: ${listed(named, 'and')}`,
      edits: (edit, place) => [
        ...header.cells.flatMap(({ span }, index) => edit.setCell(place(span), words[index] ?? '')),
        ...edit.removeRow(place(first.span)),
      ],
    },
  ];
}

/** An empty header above columns. One row or column alone is no table, but words that are set beside each other. */
function isBare({ rows: [header, ...body] }: Table): boolean {
  const isEmpty = header?.cells.every(({ prose }) => prose.text === '') === true;
  const filled = body.filter(({ cells }) => cells.filter(({ prose }) => prose.text !== '').length > 1);
  return isEmpty && (header?.cells.length ?? 0) > 1 && filled.length > 1 && !filled.every(isLabelled);
}

/** A label with what belongs to it, as on a cover: "Report to:" and the committee. Above these there is nothing to say. */
function isLabelled({ cells }: Row): boolean {
  const [label] = cells;
  return cells.length === 2 && label !== undefined && /\S\s*[:?]$/.test(label.prose.text.trim());
}
