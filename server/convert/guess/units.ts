import type { Span } from '../../text/span.ts';
import { columnHead } from '../flow/columnHeads.ts';
import type { Flow, FlowBlock, FlowTable } from '../flow/flow.ts';
import type { Source } from '../source.ts';
import { readLines } from '../text/lines.ts';
import { readMarker } from '../text/marker.ts';

/** A stretch of a source that may be a title, a heading, a label or a cell: a line of it. */
export interface Unit {
  readonly text: string;
  /** An item of a list with bullets is no heading. */
  readonly kind: 'line' | 'item' | 'cell';
  /** Cells with the same number stand in one row; undefined for what is no cell. */
  readonly row: number | undefined;
  /** Whether a blank line stands before it. */
  readonly apart: boolean;
}

const CELL_GAP = /\t+| {3,}/;
/** In a list of contents: the dots and the page behind a heading. */
const PAGE = /(?:[\s.…]*[.…]{2}[\s.…]*|\t|\s{2,})\d{1,3}$/;

/** The lines of a source in reading order; what has no place in its own text is left out. */
export function unitsOf(source: Source): readonly Unit[] {
  return source.format === 'text' ? unitsOfText(source.text) : unitsOfFlow(source.flow);
}

function unitsOfText(text: string): readonly Unit[] {
  const units: Unit[] = [];
  let apart = false;
  for (const [row, line] of readLines(text).entries()) {
    if (line.text === '') {
      apart = true;
      continue;
    }
    const { bullet, text: words } = readMarker(line);
    const cells = line.text.replace(PAGE, '').split(CELL_GAP);
    if (cells.length > 1) {
      units.push(...cells.map((cell) => ({ text: cell, kind: 'cell' as const, row, apart })));
    } else if (bullet === undefined) {
      units.push({ text: cells[0] ?? '', kind: 'line', row: undefined, apart });
    } else {
      units.push({ text: words, kind: 'item', row: undefined, apart });
    }
    apart = false;
  }
  return units;
}

function unitsOfFlow(flow: Flow): readonly Unit[] {
  let row = 0;
  return flow.blocks.flatMap((block) => {
    if (block.kind === 'table') row += block.rows.length;
    return unitsOfBlock(block, flow.text, row);
  });
}

function unitsOfBlock(block: FlowBlock, text: string, row: number): readonly Unit[] {
  if (block.kind === 'table') return unitsOfTable(block, text, row);
  if (block.kind !== 'paragraph') return [];
  const kind = block.list === undefined || block.list.ordered ? 'line' : 'item';
  return linesOf(text, block.span).map((line) => ({ text: line, kind, row: undefined, apart: false }));
}

function unitsOfTable(table: FlowTable, text: string, before: number): readonly Unit[] {
  const head = columnHead(table);
  return table.rows.flatMap(({ cells }, index) =>
    cells.flatMap(({ blocks }): readonly Unit[] => {
      const words = blocks.flatMap(({ span }) => linesOf(text, span)).join(' ');
      if (words === '') return [];
      if (head !== undefined && blocks.includes(head))
        return [{ text: words, kind: 'line', row: undefined, apart: false }];
      return [{ text: words, kind: 'cell', row: before + index, apart: false }];
    }),
  );
}

function linesOf(text: string, { from, to }: Span): readonly string[] {
  const lines = text.slice(from, to).split('\n');
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}
