import { widthOf } from './screen.ts';

/** Rows below their headings, each column as wide as its widest cell. A column without any text is left out. */
export function tableLines(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const all = [headings, ...rows];
  const columns = headings.flatMap((_, column) => {
    if (rows.every((row) => (row[column] ?? '') === '')) return [];
    return [{ column, width: Math.max(...all.map((row) => widthOf(row[column] ?? ''))) }];
  });
  return all.map((row) =>
    columns
      .map(({ column, width }) => padded(row[column] ?? '', width))
      .join('  ')
      .trimEnd(),
  );
}

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - widthOf(cell)));
}
