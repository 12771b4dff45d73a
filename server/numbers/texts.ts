import { type Block, cellsOf } from '../model/block.ts';
import type { Row, Table } from '../syntax/block.ts';
import type { Prose } from '../syntax/prose.ts';
import type { Span } from '../text/span.ts';
import type { CellPlace } from './share/shareGrid.ts';

/** Every passage that is read by itself: what is tied stands in one paragraph, item or cell. */
export function passagesOf(block: Block): readonly Prose[] {
  if (block.kind === 'code') return [];
  return [...block.leaves, ...cellsOf(block)].map(({ prose }) => prose);
}

/** The text of every cell of a table, the header's row first. */
export function cellTexts({ rows }: Table): readonly (readonly string[])[] {
  return rows.map(({ cells }) => cells.map(({ prose }) => prose.text));
}

/** Where in the block a stretch of a cell's text stands. */
export function cellSpan(rows: readonly Row[], { row, column }: CellPlace, span: Span): Span {
  return rows[row]?.cells[column]?.prose.sourceSpan(span.from, span.to) ?? span;
}
