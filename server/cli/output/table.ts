import { cells, visible, widthOf } from './screen.ts';

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

/** A column of a table that is to fit on a terminal. */
export interface Column {
  readonly heading: string;
  /** Where its cells may be cut; those of figures never are, and stand at the right. */
  readonly cut: 'start' | 'end' | 'never';
}

const GAP = 2;
const CUT = '…';
/** A column that is cut further says nothing. */
const NARROWEST = 10;

/** The same, not wider than a terminal: the widest cells that may be cut are. */
export function fittedTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number | undefined,
): readonly string[] {
  const all = [columns.map(({ heading }) => heading), ...rows];
  const used = columns.flatMap((column, index) =>
    rows.every((row) => ['', '0'].includes(row[index] ?? '')) ? [] : [{ ...column, index }],
  );
  const widths = used.map(({ index }) => Math.max(...all.map((row) => widthOf(row[index] ?? ''))));
  if (width !== undefined) narrow(widths, used, width);
  return all.map((row) =>
    used
      .map(({ index, cut }, at) => fitted(row[index] ?? '', widths[at] ?? 0, cut))
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

/** Takes from the widest column for as long as there is one to take from and not enough room. */
function narrow(widths: number[], columns: readonly Column[], room: number): void {
  const total = () => widths.reduce((sum, one) => sum + one, GAP * (widths.length - 1));
  for (let over = total() - room; over > 0; over -= 1) {
    const sizes = widths.map((one, index) => (columns[index]?.cut === 'never' ? 0 : one));
    const widest = Math.max(...sizes);
    if (widest <= NARROWEST) return;
    widths[sizes.indexOf(widest)] = widest - 1;
  }
}

function fitted(cell: string, width: number, cut: Column['cut']): string {
  if (cut === 'never') return ' '.repeat(Math.max(0, width - widthOf(cell))) + cell;
  const shown = visible(cell);
  const characters = cells(shown).map((one) => shown.slice(one.from, one.to));
  if (widthOf(shown) <= width) return padded(shown, width);
  while (widthOf(characters.join('')) > width - 1) cut === 'start' ? characters.shift() : characters.pop();
  return padded(cut === 'start' ? CUT + characters.join('') : characters.join('') + CUT, width);
}
