import type { Row } from '../../syntax/block.ts';
import type { Span } from '../../text/span.ts';
import { type Quantity, readFigure } from '../../values/quantity.ts';
import { type FigureGrid, readGrid } from '../figureGrid.ts';
import { Readings } from '../readings.ts';
import type { CellPlace } from '../share/shareGrid.ts';
import { asShare, mayNameShares } from '../shareColumns.ts';
import { cellSpan } from '../texts.ts';
import { type ChangeTie, canMeasure } from './changeTie.ts';
import { judgeChange } from './judgeChange.ts';

/** A change whose figures stand in the cells of a row; their spans are in the text of their cells. */
export interface CellChange {
  readonly tie: ChangeTie;
  readonly earlier: CellPlace;
  readonly later: CellPlace;
  readonly by: CellPlace;
}

/** Where the figures of such a change stand, whose cells are those of `rows`. */
export function placeInCells({ tie, ...cells }: CellChange, rows: readonly Row[]) {
  const at = (of: Quantity) => (of === tie.by ? cells.by : of === tie.earlier ? cells.earlier : cells.later);
  return (span: Span, of: Quantity): Span => cellSpan(rows, at(of), span);
}

const DIFFERENCE =
  /\b(?:changes?|variances?|differences?|diff|var|movement|gap|increase|decrease|growth|(?:over|under)spend)\b|\+\s*\/\s*[-–−]/i;
// "Direction of change", "Reason for variance": nothing there tells by how much.
const NO_AMOUNT =
  /\b(?:direction|trend|travel|reasons?|comments?|explanation|narrative|rag|status|rate of)\b/i;

/** Whether the header of a column says that its figures are those by which others differ. */
function isDifference(header: string): boolean {
  return header.length <= 60 && DIFFERENCE.test(header) && !NO_AMOUNT.test(header);
}

type Sign = 'up' | 'down' | undefined;

/** A figure of a column of differences; without the sign, which says the way. */
interface Difference {
  readonly by: Quantity;
  readonly sign: Sign;
}

const SIGNED = /^(?<open>\(?)(?<sign>[+▲↑⬆−–▼↓⬇-]?\s?)(?<figure>[£\d].*?)(?<close>\)?)$/u;

/** `+2`, `−3.1%`, `(£1.2m)`, `↓ 4`: the amount and the way. In brackets accountants write what is less than nothing. */
function readDifference(text: string, isShare: boolean): Difference | undefined {
  const { open = '', sign = '', figure = '', close = '' } = SIGNED.exec(text)?.groups ?? {};
  if (open.length !== close.length || text.length > 30) return undefined;
  const read = readFigure(figure);
  const own = (isShare && read && asShare(read)) || read;
  if (own === undefined || own.qualifier !== 'exact' || own.isInWords) return undefined;
  const isLess = open !== '' || /[−–▼↓⬇-]/u.test(sign);
  const way = isLess ? ('down' as const) : sign === '' ? undefined : ('up' as const);
  const before = open.length + sign.length;
  const { numberSpan } = own;
  const by = {
    ...own,
    // All of the cell is the figure, so that its sign and brackets stand in what is said of it.
    span: { from: 0, to: text.length },
    start: 0,
    end: text.length,
    numberSpan: { from: numberSpan.from + before, to: numberSpan.to + before },
    text: isShare && !text.includes('%') ? text.replace(/\)?$/, '%$&') : text,
  };
  return { by, sign: way };
}

/** How a column of differences comes of two others. */
interface Layout {
  readonly ties: readonly CellChange[];
  readonly holding: number;
  readonly wrong: number;
  /** How unlikely it is that those which hold do so by chance, as so many to one. */
  readonly weight: number;
  readonly isNear: boolean;
}

/** Figures of one kind in a cell: its count, sum of money or share. */
function quantityAt({ cells }: FigureGrid, row: number, column: number): Quantity | undefined {
  const cell = cells[row]?.[column];
  return cell?.share !== undefined && cell.amount !== undefined ? undefined : (cell?.share ?? cell?.amount);
}

function tieOf(earlier: Quantity, later: Quantity, { by, sign }: Difference, isSigned: boolean): ChangeTie {
  const isNone = by.value.digits === 0n;
  const claim = isNone || !isSigned ? undefined : (sign ?? 'up');
  return {
    kind: 'change',
    form: 'x | y | change',
    earlier,
    later,
    otherLater: [],
    claim,
    claimSpan: by.span,
    claimText: by.text,
    by,
    times: undefined,
    better: undefined,
    certainty: 'likely',
  };
}

/** The least that bears out a layout: two rows, and no more of the others than one in three. */
function isBorneOut({ holding, wrong, weight, isNear }: Layout): boolean {
  return holding >= 2 && wrong <= Math.max(1, holding / 3) && weight >= (isNear ? 20 : 1000);
}

/** What the columns `from` and `to` make of the differences in `column`. */
function layoutOf(
  grid: FigureGrid,
  differences: ReadonlyMap<number, Difference>,
  { from, to, column, isNear }: { from: number; to: number; column: number; isNear: boolean },
): Layout {
  const isSigned = [...differences.values()].some(({ sign }) => sign !== undefined);
  const ties: CellChange[] = [];
  let [holding, wrong, weight] = [0, 0, 1];
  for (const [row, own] of differences) {
    const [earlier, later] = [quantityAt(grid, row, from), quantityAt(grid, row, to)];
    if (earlier === undefined || later === undefined || earlier.kind !== later.kind) continue;
    if (earlier.exact.numerator < 0n || later.exact.numerator < 0n || !canMeasure(own.by, later)) continue;
    const tie = tieOf(earlier, later, own, isSigned);
    ties.push({ tie, earlier: { row, column: from }, later: { row, column: to }, by: { row, column } });
    const { verdict } = judgeChange(tie);
    if (verdict === 'contradiction') wrong += 1;
    else if (own.by.value.digits > 0n) {
      holding += 1;
      weight *= Number(own.by.value.digits) + 1;
    }
  }
  return { ties, holding, wrong, weight, isNear };
}

function layoutsOf(
  grid: FigureGrid,
  rows: readonly (readonly string[])[],
  column: number,
): readonly Layout[] {
  const header = grid.headers[column] ?? '';
  const differences = new Map(
    grid.body.flatMap((row) => {
      const read = readDifference((rows[row]?.[column] ?? '').trim(), mayNameShares(header));
      return read === undefined ? [] : [[row, read] as const];
    }),
  );
  if (differences.size < 2) return [];
  const before = grid.columns.filter(
    (other) => other > 0 && other < column && grid.body.some((row) => quantityAt(grid, row, other)),
  );
  const near = before.slice(-2);
  return before.flatMap((first, index) =>
    before.slice(index + 1).flatMap((second) => {
      const isNear = near.includes(first) && near.includes(second);
      return [
        layoutOf(grid, differences, { from: first, to: second, column, isNear }),
        layoutOf(grid, differences, { from: second, to: first, column, isNear }),
      ];
    }),
  );
}

/**
 * The columns of a table that say by how much two others differ: "2022 | 2023 | Change", "Budget | Spent | Variance". Which two,
 * which way round, and whether in units or per cent, is what the figures of most rows bear out. In: the text of every cell, the
 * header's row first. Out: a tie for each row, those that do not hold among them.
 */
export function readChangeColumns(
  rows: readonly (readonly string[])[],
  readings = new Readings(),
): readonly CellChange[] {
  if (!rows[0]?.some(isDifference)) return [];
  const grid = readings.of(readGrid, rows);
  if (grid === undefined) return [];
  return grid.columns.flatMap((column) => {
    if (column < 3 || !isDifference(grid.headers[column] ?? '')) return [];
    const meant = layoutsOf(grid, rows, column).filter(isBorneOut);
    const [best] = meant.sort(
      (a, b) => b.holding - a.holding || a.wrong - b.wrong || Number(b.isNear) - Number(a.isNear),
    );
    return best?.ties ?? [];
  });
}
