import type { TableDef } from '../framework/framework.ts';
import { nameGap } from '../framework/gaps.ts';
import { gap } from './gapMarks.ts';

/** The table of a kind, with one row that is to be filled in. */
export function emptyTable({ columns }: TableDef): string {
  return table(
    columns.map(({ heading }) => heading),
    [columns.map(({ heading }) => gap(nameGap(heading)))],
  );
}

/** A table in Markdown, each column as wide as its widest cell. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return aligned([headings, headings.map(() => '---'), ...rows].map(line).join('\n'));
}

/** A text whose tables have each column as wide as its widest cell, of a snippet as it will be seen. */
export function aligned(markdown: string): string {
  return markdown.replace(/^[ \t]*\|.*\|[ \t]*(?:\n[ \t]*\|.*\|[ \t]*)+$/gm, (lines) => {
    const rows = lines.split('\n').map(cellsOf);
    const widths = (rows[0] ?? []).map((_, column) =>
      Math.max(
        3,
        ...rows.map((cells) => (DASHES.test(cells[column] ?? '') ? 0 : widthOf(cells[column] ?? ''))),
      ),
    );
    const indent = /^[ \t]*/.exec(lines)?.[0] ?? '';
    return rows.map((cells) => `${indent}| ${padded(cells, widths).join(' | ')} |`).join('\n');
  });
}

/** A tab stop is as wide as what it proposes. */
function widthOf(cell: string): number {
  return cell.replace(/(?<!\\)\$(?:\d+|\{\d+(?::([^}]*))?\})/g, '$1').length;
}

const DASHES = /^:?-+:?$/;

function cellsOf(row: string): readonly string[] {
  return row
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

function padded(cells: readonly string[], widths: readonly number[]): readonly string[] {
  return cells.map((cell, column) => {
    const width = widths[column] ?? 0;
    const colons = cell.length - cell.replaceAll(':', '').length;
    return DASHES.test(cell)
      ? cell.replace(/-+/, '-'.repeat(width - colons))
      : cell + ' '.repeat(Math.max(0, width - widthOf(cell)));
  });
}
