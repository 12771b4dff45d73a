import type { Span } from '../../text/span.ts';
import type { JudgementReader } from './judgement.ts';
import type { JudgedRow } from './judgementRows.ts';
import type { Line } from './lines.ts';

// A name or a judgement takes no more lines.
const MOST_LINES = 3;
// More areas than any record of judgements has; a text that repeats a name for ever must not be read again at each.
const MOST_ROWS = 20;

/**
 * Rows of a table of judgements whose columns came out one below the other: the names of two areas or more, and then
 * as many judgements. With one more or one less nobody can say whose they are, and nothing is read.
 */
export function stackedRows(
  lines: readonly Line[],
  start: number,
  judgements: JudgementReader,
  isKnown: (name: string) => boolean,
): readonly JudgedRow[] {
  const names = inTurn(lines, start, isKnown);
  const last = names.at(-1);
  if (last === undefined || names.length < 2) return [];
  const labels = inTurn(lines, last.next, (text) => judgements.isJudgement(text));
  if (labels.length !== names.length) return [];
  return names.flatMap(({ text, spans }, index) => {
    const label = labels[index];
    return label === undefined ? [] : [{ name: text, cells: [spans, label.spans], next: label.next }];
  });
}

interface Cell {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly next: number;
}

/** The cells of a column that follow each other from `start`; of several readings of one the longest is meant. */
function inTurn(lines: readonly Line[], start: number, isCell: (text: string) => boolean): readonly Cell[] {
  const cells: Cell[] = [];
  while (cells.length < MOST_ROWS) {
    const cell = cellAt(lines, cells.at(-1)?.next ?? start, isCell);
    if (cell === undefined) break;
    cells.push(cell);
  }
  return cells;
}

function cellAt(lines: readonly Line[], start: number, isCell: (text: string) => boolean): Cell | undefined {
  let first = start;
  while (lines[first]?.text === '') first += 1;
  for (let taken = MOST_LINES; taken > 0; taken -= 1) {
    const some = lines.slice(first, first + taken);
    if (some.length < taken || some.some((line) => line.text === '')) continue;
    const text = some.map((line) => line.text).join(' ');
    if (isCell(text)) return { text, spans: some.map(({ from, to }) => ({ from, to })), next: first + taken };
  }
  return undefined;
}
