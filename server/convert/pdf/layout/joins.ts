import { breaksOff, isFinished, startsLower, wordCount } from '../../text/prose.ts';
import type { Block, LeftOutBlock, TableBlock, TableRow, TextBlock } from './blocks.ts';
import type { Line } from './line.ts';
import { rounded } from './style.ts';

/** The blocks of columns, one after the other, with what the end of a column cut in two made whole again. */
export function joinColumns(columns: readonly (readonly Block[])[]): readonly Block[] {
  const blocks: Block[] = [];
  let tail = -1;
  for (const column of columns) {
    const first = column.findIndex(isBody);
    const [before, head, behind] = [
      column.slice(0, Math.max(0, first)),
      column[first],
      column.slice(first + 1),
    ];
    if (head === undefined) {
      blocks.push(...column);
      continue;
    }
    const joined = join(blocks[tail], head);
    if (joined === undefined) blocks.push(...column);
    else {
      blocks.splice(tail, 1, joined.whole);
      blocks.push(...before, ...joined.leftOut, ...behind);
    }
    tail = blocks.findLastIndex(isBody);
  }
  return blocks;
}

function isBody({ kind }: Block): boolean {
  return kind === 'text' || kind === 'table';
}

interface Joined {
  readonly whole: Block;
  readonly leftOut: readonly LeftOutBlock[];
}

function join(tail: Block | undefined, head: Block): Joined | undefined {
  if (tail?.kind === 'text' && head.kind === 'text' && goesOn(tail, head)) {
    return {
      whole: { ...head, label: tail.label, left: tail.left, lines: [...tail.lines, ...head.lines] },
      leftOut: [],
    };
  }
  return tail?.kind === 'table' && head.kind === 'table' ? joinTables(tail, head) : undefined;
}

/** Whether a paragraph at the top of a column is the rest of the one at the foot of the column before. */
function goesOn(tail: TextBlock, head: TextBlock): boolean {
  const [last, first] = [tail.lines.at(-1), head.lines[0]];
  if (last === undefined || first === undefined || head.label !== undefined) return false;
  if (rounded(last.size) !== rounded(first.size) || last.bold !== first.bold) return false;
  if (isBelowItem(tail, head, first)) return true;
  if (isFinished(last.text)) return false;
  if (startsLower(first.text)) return true;
  const words = tail.lines.reduce((sum, { text }) => sum + wordCount(text), 0);
  return breaksOff(last.text) ? words > 3 : tail.full && words >= 12 && !last.bold;
}

const NEAR = 4;

/** Whether a line stands right of where labels stand, below the full line of an item: a paragraph would have a label. */
function isBelowItem({ label, lines, left, full }: TextBlock, head: TextBlock, first: Line): boolean {
  const text = (lines[0]?.x1 ?? left) - left;
  if (label === undefined || !full || text - (label.line.x1 - left) < 6) return false;
  return Math.abs(first.x1 - head.left - text) < NEAR;
}
const REPEATED = 'The header of a table, which comes again on the next page, was left out.';

/** A table that goes on at the top of the next page: its columns are as wide, and it has no header of its own. */
function joinTables(tail: TableBlock, head: TableBlock): Joined | undefined {
  const shift = (head.xs[0] ?? 0) - (tail.xs[0] ?? 0);
  const alike =
    tail.xs.length === head.xs.length &&
    tail.xs.every((x, at) => Math.abs((head.xs[at] ?? 0) - x - shift) < NEAR);
  if (!alike || head.page <= tail.page) return undefined;
  const top = headers(tail.rows);
  const again = headers(head.rows);
  const repeats =
    top.length > 0 && top.length === again.length && top.every((row, at) => said(row) === said(again[at]));
  if (again.length > 0 && !repeats) return undefined;
  const rest = repeats ? head.rows.slice(again.length) : head.rows;
  const lines = repeats
    ? again.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks.flatMap(linesOf)))
    : [];
  const leftOut = lines.length === 0 ? [] : [{ kind: 'leftOut' as const, lines, message: REPEATED }];
  return { whole: { ...tail, page: head.page, rows: joinRows(tail.rows, rest) }, leftOut };
}

function headers(rows: readonly TableRow[]): readonly TableRow[] {
  const end = rows.findIndex(({ header }) => !header);
  return end < 0 ? [] : rows.slice(0, end);
}

function linesOf({ label, lines }: TextBlock): TextBlock['lines'] {
  return label === undefined ? lines : [label.line, ...lines];
}

function said(row: TableRow | undefined): string {
  return (row?.cells ?? [])
    .map(({ blocks }) => blocks.flatMap((block) => linesOf(block).map(({ text }) => text)).join(' '))
    .join('\t');
}

/** Rows one after the other; the page's end may have cut the last one in two. */
function joinRows(rows: readonly TableRow[], rest: readonly TableRow[]): readonly TableRow[] {
  const [last, first] = [rows.at(-1), rest[0]];
  if (last === undefined || first === undefined || last.header || !isRestOf(last, first))
    return [...rows, ...rest];
  const cells = last.cells.map((cell) => {
    const more = first.cells.find(({ column }) => column === cell.column)?.blocks ?? [];
    return {
      ...cell,
      blocks: [...joinColumns([cell.blocks, more])].filter((block) => block.kind === 'text'),
    };
  });
  return [...rows.slice(0, -1), { ...last, cells }, ...rest.slice(1)];
}

/** Whether a row goes on with the sentences of another in some cells and says nothing in the others. */
function isRestOf(last: TableRow, first: TableRow): boolean {
  if (last.cells.length !== first.cells.length) return false;
  let goes = false;
  return (
    first.cells.every((cell) => {
      const [head, tail] = [
        cell.blocks[0],
        last.cells.find(({ column }) => column === cell.column)?.blocks.at(-1),
      ];
      if (head === undefined) return true;
      if (tail === undefined || cell.rows > 1) return false;
      const on = goesOn(tail, head) || (isFinishedBlock(tail) && head.label !== undefined);
      if (goesOn(tail, head)) goes = true;
      return on;
    }) && goes
  );
}

function isFinishedBlock({ lines }: TextBlock): boolean {
  return isFinished(lines.at(-1)?.text ?? '');
}
