import { blockSpan, type PlacedBlock, placeSpan } from '../model/block.ts';
import type { ReportTable } from '../report/contents.ts';
import type { Section } from '../report/report.ts';
import type { Table } from '../syntax/block.ts';
import { hasPipe, isDelimiterRow, splitRow } from '../syntax/cells.ts';
import type { Span } from '../text/span.ts';
import type { Analysis } from './analysis.ts';
import { sectionAt } from './places.ts';

/** A cell of a table that is drawn with pipes. */
export interface TablePlace {
  readonly section: Section;
  readonly placed: PlacedBlock;
  readonly table: Table;
  /** The table with its columns made out; undefined where nobody knows of it. */
  readonly known: ReportTable | undefined;
  /** 0 is the header. */
  readonly row: number;
  readonly column: number;
  /** How many cells the row has. */
  readonly width: number;
  /** The words of the cell in the document. */
  readonly span: Span;
  /** The line of the row. */
  readonly line: Span;
}

/** The cell at `offset`, in Markdown wherever it stands. */
export function tableAt(analysis: Analysis, offset: number): TablePlace | undefined {
  const { report, model } = analysis;
  const line = model.text.lineAt(offset);
  if (!hasPipe(line.text) || isDelimiterRow(line.text)) return undefined;
  const section = sectionAt(report, offset);
  const block = section?.own.findLastIndex(({ from }) => from <= offset) ?? -1;
  const placed = section?.own[block];
  if (section === undefined || placed === undefined || blockSpan(placed).to < line.from) return undefined;
  for (const table of placed.block.tables) {
    const row = table.rows.findIndex(({ span }) => {
      const { from, to } = placeSpan(placed, span);
      return from <= line.to && to >= line.from;
    });
    if (row < 0) continue;
    const indent = /^[ \t>]*/.exec(line.text)?.[0].length ?? 0;
    const cells = splitRow(line.text.slice(indent));
    const at = offset - line.from - indent;
    const column = columnAt(line.text.slice(indent), cells, at);
    const cell = cells[column];
    if (column < 0 || cell === undefined) return undefined;
    const known = section.content.tables.find((one) => one.block === block && one.table === table);
    const from = line.from + indent;
    const span = { from: from + cell.from, to: from + cell.to };
    return { section, placed, table, known, row, column, width: cells.length, span, line };
  }
  return undefined;
}

/** Which cell of a row `at` is in: the first that does not end before the pipe before it. */
function columnAt(line: string, cells: readonly Span[], at: number): number {
  if (line.startsWith('|') && at === 0) return -1;
  return cells.findIndex(({ to }, index) => {
    const next = cells[index + 1];
    return at <= to || (next === undefined ? at <= line.length : !line.slice(to, at).includes('|'));
  });
}
