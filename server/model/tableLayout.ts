import { isDelimiterRow, splitRow } from '../syntax/cells.ts';
import type { TextEdit } from '../text/edit.ts';
import type { SourceText } from '../text/sourceText.ts';
import { type Span, shift } from '../text/span.ts';
import { displayWidth } from '../values/displayWidth.ts';

/** Where the cells of a table stand, line by line. */
export interface TableLines {
  /** The header row, then the body's. */
  readonly rows: readonly TableLine[];
  /** The line below the header. */
  readonly rule: TableLine;
}

/** One line of a table. All places are those of the document. */
export interface TableLine {
  /** Behind what the table is indented or quoted with. */
  readonly from: number;
  /** The end of the line. */
  readonly to: number;
  /** Without the blanks around each; an empty one stands between its pipes. */
  readonly cells: readonly Span[];
}

/** A cell that takes more columns is not filled up to: beside prose nothing could be read if it were. */
const WIDEST = 60;
/** A delimiter takes no fewer. */
const NARROWEST = 3;

/**
 * The lines of a table whose rows stand at these places, the header first. Undefined where they do not stand on lines
 * of their own one below the other, as in YAML that folds its lines.
 */
export function tableLines(text: SourceText, rows: readonly Span[]): TableLines | undefined {
  const [header] = rows;
  if (header === undefined) return undefined;
  const first = text.lineAt(header.from).number;
  const under = text.line(first + 1);
  const start = under.from + (/^[ \t>]*/.exec(under.text)?.[0].length ?? 0);
  if (under.number !== first + 1 || !isDelimiterRow(text.slice(start, under.to))) return undefined;
  const lines: TableLine[] = [];
  for (const [index, { from, to }] of rows.entries()) {
    const line = text.lineAt(from);
    const isOwn = line.number === first + index + (index > 0 ? 1 : 0) && line.to >= to;
    if (!isOwn || text.slice(to, line.to).trim() !== '') return undefined;
    lines.push(tableLine(text, from, line.to));
  }
  return { rows: lines, rule: tableLine(text, start, under.to) };
}

/** A line of a table, which begins at `from`, behind what it is indented or quoted with. */
export function tableLine(text: SourceText, from: number, to: number): TableLine {
  return { from, to, cells: splitRow(text.slice(from, to)).map((cell) => shift(cell, from)) };
}

/** Where the stretch of each cell begins, behind the pipe before it. */
export function slotStarts(text: SourceText, { from, cells }: TableLine): readonly number[] {
  return cells.map((cell, index) => {
    const before = cells[index - 1]?.to ?? from;
    const pipe = text.slice(before, cell.from).lastIndexOf('|');
    return before + pipe + 1;
  });
}

/**
 * Whether an author keeps the columns of a table below each other: all lines, but for one that is being written, have their
 * pipes where the line below the header has them, up to a column of long cells.
 */
export function isKeptAligned(text: SourceText, { rows, rule }: TableLines, but?: TableLine): boolean {
  const ends = pipes(text, rule);
  return rows.every((row) => {
    if (row === but) return true;
    const long = row.cells.findIndex(({ from, to }) => to - from > WIDEST);
    const own = pipes(text, row);
    const count = long < 0 ? ends.length : long;
    return own.length === ends.length && own.slice(0, count).every((end, index) => end === ends[index]);
  });
}

/** The column of the screen in which the stretch of each cell ends. */
function pipes(text: SourceText, line: TableLine): readonly number[] {
  const starts = slotStarts(text, line);
  return line.cells.map((_, index) =>
    displayWidth(text.slice(line.from, starts[index + 1] ?? line.to).trimEnd()),
  );
}

type Side = 'left' | 'right' | 'centre';

interface Column {
  /** Undefined for a column whose cells are not filled up. */
  readonly width: number | undefined;
  readonly side: Side;
}

/** The changes of blanks and pipes that put the cells of each column below each other. No cell changes. */
export function alignedTable(text: SourceText, rows: readonly Span[]): readonly TextEdit[] {
  const lines = tableLines(text, rows);
  if (lines === undefined) return [];
  const columns = columnsOf(text, lines);
  return [
    // A line without a pipe may be no row in its author's eyes.
    ...lines.rows
      .filter(({ from, to }) => text.slice(from, to).includes('|'))
      .flatMap((line) => alignedLine(text, line, columns)),
    ...ruleEdits(text, lines.rule, columns),
  ];
}

function columnsOf(text: SourceText, { rows, rule }: TableLines): readonly Column[] {
  const widths: number[] = rule.cells.map(() => NARROWEST);
  const isWide = new Set<number>();
  for (const { cells } of rows) {
    for (const [column, { from, to }] of cells.entries()) {
      const width = displayWidth(text.slice(from, to));
      if (width > WIDEST) isWide.add(column);
      widths[column] = Math.max(widths[column] ?? 0, width);
    }
  }
  return widths.map((width, column) => {
    const cell = rule.cells[column] ?? { from: 0, to: 0 };
    return { width: isWide.has(column) ? undefined : width, side: sideOf(text.slice(cell.from, cell.to)) };
  });
}

function sideOf(delimiter: string): Side {
  if (!delimiter.endsWith(':')) return 'left';
  return delimiter.startsWith(':') ? 'centre' : 'right';
}

/** What stands before, between and behind the cells of a row, where it is to be something else. */
function alignedLine(text: SourceText, { from, to, cells }: TableLine, columns: readonly Column[]) {
  const edits: TextEdit[] = [];
  let at = from;
  let before = '| ';
  for (const [index, cell] of cells.entries()) {
    const [left, right] = filling(displayWidth(text.slice(cell.from, cell.to)), columns[index]);
    edits.push(...changed(text, { from: at, to: cell.from }, before + ' '.repeat(left)));
    at = cell.to;
    before = `${' '.repeat(right)} | `;
  }
  return [...edits, ...changed(text, { from: at, to }, before.trimEnd().padStart(before.length - 1))];
}

/** The blanks to the left and to the right of a cell. */
function filling(own: number, column: Column | undefined): readonly [number, number] {
  const blanks = Math.max(0, (column?.width ?? 0) - own);
  // An empty cell is taken to stand at the left, whatever its column.
  if (own === 0 || column === undefined || column.side === 'left') return [0, blanks];
  if (column.side === 'right') return [blanks, 0];
  return [Math.floor(blanks / 2), Math.ceil(blanks / 2)];
}

function ruleEdits(text: SourceText, { from, to, cells }: TableLine, columns: readonly Column[]) {
  const delimiters = cells.map((cell, index) => {
    const written = text.slice(cell.from, cell.to);
    const [before, behind] = [written.startsWith(':') ? ':' : '', written.endsWith(':') ? ':' : ''];
    const width = columns[index]?.width ?? NARROWEST;
    return before + '-'.repeat(width - before.length - behind.length) + behind;
  });
  return changed(text, { from, to }, `| ${delimiters.join(' | ')} |`);
}

/** The cells of each row in another order; those of the line below the header go with them. */
export function arrangedColumns(
  text: SourceText,
  rows: readonly Span[],
  order: readonly number[],
): readonly TextEdit[] {
  const lines = tableLines(text, rows);
  if (lines === undefined) return [];
  const all = [...lines.rows, lines.rule];
  if (all.some(({ cells }) => cells.length !== order.length)) return [];
  return all.flatMap(({ cells }) =>
    cells.flatMap((cell, index) => {
      const other = cells[order[index] ?? index] ?? cell;
      const words = text.slice(other.from, other.to);
      return other === cell || words === text.slice(cell.from, cell.to)
        ? []
        : [{ span: cell, insert: words }];
    }),
  );
}

/** Empty cells below new headings, before the column at an index. A row that ends before it is left as it is. */
export function widened(
  text: SourceText,
  rows: readonly Span[],
  at: number,
  headings: readonly string[],
): readonly TextEdit[] {
  const lines = tableLines(text, rows);
  if (lines === undefined) return [];
  const all = [lines.rule, ...lines.rows];
  return all.flatMap((line, index) => {
    const before = line.cells[at - 1];
    if (before === undefined) return [];
    const cells = headings.map((heading) => (index === 0 ? '---' : index === 1 ? heading : ''));
    // Behind the pipe that closes the cell before, or behind the row's last cell, which may have none.
    const pipe = text.slice(before.to, line.cells[at]?.from ?? line.to).indexOf('|');
    const from = pipe < 0 ? before.to : before.to + pipe;
    return [
      {
        span: { from, to: from },
        insert:
          cells
            .map((words) => `${pipe < 0 ? ' ' : ''}| ${words} `)
            .join('')
            .trimEnd() + (pipe < 0 ? '' : ' '),
      },
    ];
  });
}

/** Other words for a stretch, as a change of what differs between its beginning and its end alone. */
function changed(text: SourceText, { from, to }: Span, words: string): readonly TextEdit[] {
  const old = text.slice(from, to);
  if (old === words) return [];
  const most = Math.min(old.length, words.length);
  let head = 0;
  while (head < most && old[head] === words[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === words[words.length - 1 - tail]) tail += 1;
  const span = { from: from + head, to: to - tail };
  return [{ span, insert: words.slice(head, words.length - tail) }];
}
