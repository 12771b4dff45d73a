import type { Span } from '../../text/span.ts';
import { readCell } from '../../values/cell.ts';
import type { Line } from './lines.ts';

/** A cell of a row of figures: its pieces in the source, none when it is empty. */
export interface FigureCell {
  readonly pieces: readonly Span[];
  /** Where it begins, also when it is empty. */
  readonly at: number;
  /** Whether the cell goes on in the next line: "12/" above "10%". */
  readonly open: boolean;
}

/** The figures at the end of a line, which may have words before them. */
export interface Figures {
  /** Where they begin in the source; the words before end before it. */
  readonly from: number;
  readonly cells: readonly FigureCell[];
}

/**
 * Extraction joins the cells of a row by one space and leaves an empty cell empty, so that cutting at every single
 * space gives them all; the last piece is what stands behind the space at the end.
 */
export function cellsOf(line: Line, from: number): readonly FigureCell[] {
  const text = line.raw.slice(from - line.start).replaceAll('\t', ' ');
  const pieces = text.split(' ');
  if (pieces.at(-1) === '') pieces.pop();
  const cells: FigureCell[] = [];
  let at = from;
  for (const piece of pieces) {
    const span = { from: at, to: at + piece.length };
    const last = cells.at(-1);
    if (last !== undefined && piece !== '' && last.pieces.length > 0 && (last.open || goesOn(piece))) {
      cells[cells.length - 1] = { ...last, pieces: [...last.pieces, span], open: opens(piece) };
    } else cells.push({ pieces: piece === '' ? [] : [span], at, open: opens(piece) });
    at += piece.length + 1;
  }
  return cells;
}

/** The cells of two lines of a row, of which the last of the first may go on in the second. */
export function joinCells(
  first: readonly FigureCell[],
  second: readonly FigureCell[],
  source: string,
): readonly FigureCell[] {
  const last = first.at(-1);
  const [next, ...others] = second;
  if (last === undefined || next === undefined || last.pieces.length === 0) return [...first, ...second];
  const opening = next.pieces[0];
  if (opening === undefined) return [...first, ...second];
  if (!last.open && !goesOn(source.slice(opening.from, opening.to))) return [...first, ...second];
  return [
    ...first.slice(0, -1),
    { ...last, pieces: [...last.pieces, ...next.pieces], open: next.open },
    ...others,
  ];
}

/** What only goes on with a cell: a sign that its figure has lost, a stroke between two targets, a share in brackets. */
function goesOn(piece: string): boolean {
  return /^(?:%|\/.*|\(\d[\d.]*%\))$/.test(piece);
}

function opens(piece: string): boolean {
  return piece.endsWith('/');
}

/** Whether a word is what stands in the cell of a table of figures. */
function isFigure(word: string): boolean {
  if (goesOn(word)) return true;
  const bare = word.replace(/[*†‡¹²³?/]+$/u, '');
  return bare !== '' && bare.length < 24 && readCell(bare).kind !== 'text';
}

/** Whether a line holds figures and nothing else. */
export function isFigureLine({ text }: Line): boolean {
  return text !== '' && text.length < 600 && text.split(/\s+/).every(isFigure);
}

/** The figures with which a line of words ends; undefined when its last word is none. */
export function figuresBehind(line: Line): Figures | undefined {
  const words = [...line.text.matchAll(/\S+/g)];
  let first = words.length;
  while (first > 0 && isFigure(words[first - 1]?.[0] ?? '')) first -= 1;
  const before = words[first - 1];
  if (before === undefined || first === words.length) return undefined;
  // One space parts the words from the first cell; all others are empty cells before it.
  const from = line.from + before.index + before[0].length + 1;
  return { from, cells: cellsOf(line, from) };
}
