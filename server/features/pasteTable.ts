import { blockSpan, type PlacedBlock } from '../model/block.ts';
import { isKeptAligned, type TableLines } from '../model/tableLayout.ts';
import { composed } from '../text/compose.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import { type Analysis, analyse } from './analysis.ts';
import { tableFormatting } from './formatting.ts';
import { type TablePlace, tablePlace } from './tableCells.ts';

/** What pasting cells comes to, or a sentence that says why it cannot be done here. */
export type PastedTable =
  | { readonly kind: 'table' | 'cells'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'problem'; readonly problem: string };

/**
 * Puts rows of cells into the table at a place, from the cell that is there on, or a new table where text may stand
 * and in place of a table that is selected as a whole.
 * Undefined where neither can be: in code, comments and data.
 * @param rows cells as Markdown, all rows of one width
 */
export function pasteTable(
  analysis: Analysis,
  at: Span,
  rows: readonly (readonly string[])[],
): PastedTable | undefined {
  const place = tablePlace(analysis, at.from);
  if (place !== undefined && !covers(at, place.lines)) return filled(analysis, place, rows);
  const { model } = analysis.report;
  // A row alone is the header of nothing.
  if (rows.length < 2 || model.blocks.some((placed) => isClosed(placed, at.from))) return undefined;
  const edits = model.editing.insertTable(at, rows);
  return edits.length === 0 ? undefined : { kind: 'table', edits };
}

/** Whether a whole table is selected, and not cells of it. */
function covers({ from, to }: Span, lines: TableLines): boolean {
  const [header] = lines.rows;
  return header !== undefined && from <= header.from && to >= lastOf(lines).to;
}

/** Whether a place stands in what is no text, such as code or a comment. */
function isClosed(placed: PlacedBlock, offset: number): boolean {
  if (!['code', 'comment', 'other'].includes(placed.block.kind)) return false;
  const { from, to } = blockSpan(placed);
  return from < offset && offset < to;
}

function filled(
  analysis: Analysis,
  { lines, row, column }: TablePlace,
  rows: readonly (readonly string[])[],
): PastedTable {
  const { editing, text } = analysis.report.model;
  const width = lines.rule.cells.length;
  const wanted = rows[0]?.length ?? 0;
  if (column + wanted > width) return { kind: 'problem', problem: tooWide(wanted, width - column) };
  const own = lines.rows.slice(row, row + rows.length);
  if (own.some(({ cells }) => cells.length < column + wanted)) return { kind: 'problem', problem: RAGGED };
  const edits = rows.flatMap((cells, index) => {
    const line = own[index];
    if (line === undefined) return editing.addRow(lastOf(lines), padded(cells, column, width));
    return cells.flatMap((words, at) => {
      const cell = line.cells[column + at];
      return cell === undefined ? [] : editing.setCell(cell, words);
    });
  });
  const last = lines.rows[row] ?? lastOf(lines);
  return {
    kind: 'cells',
    edits: isKeptAligned(text, lines) ? alignedAfter(analysis, last.from, edits) : edits,
  };
}

const RAGGED =
  'A row of the table has fewer cells than what is pasted needs. Give it the missing cells first, as its quick fix does.';

function tooWide(wanted: number, left: number): string {
  const columns = left === 1 ? '1 column' : `${left} columns`;
  return `What is pasted has ${wanted} columns, and the table has ${columns} from here on. Paste it elsewhere, or give the table more columns first.`;
}

function lastOf({ rows, rule }: TableLines): Span {
  return rows.length > 1 ? (rows.at(-1) ?? rule) : rule;
}

function padded(cells: readonly string[], column: number, width: number): readonly string[] {
  return [...Array<string>(column).fill(''), ...cells, ...Array<string>(width).fill('')].slice(0, width);
}

/** The same changes with those that keep the table aligned. */
function alignedAfter(analysis: Analysis, at: number, edits: readonly TextEdit[]): readonly TextEdit[] {
  const { input } = analysis;
  const text = SourceText.of(applyEdits(input.text.toString(), edits));
  const after = analyse({ ...input, text, rules: [] });
  return composed(input.text.length, [edits, tableFormatting(after, at)]);
}
