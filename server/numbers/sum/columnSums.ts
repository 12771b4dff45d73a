import { compare, whole as wholeNumber } from '../../values/rational.ts';
import { type FigureGrid, figureAt, isPeriod, isSummed, totalLabel } from '../figureGrid.ts';
import type { CellPlace } from '../share/shareGrid.ts';
import { agrees, isClose } from './sums.ts';
import type { Figure, SumTie } from './sumTie.ts';

/** A column that others may make up, by their index. */
interface Equation {
  readonly whole: number;
  readonly parts: readonly number[];
  /** Whether the headers say so themselves: "Seen" and "Not seen". */
  readonly isNamed: boolean;
}

type Kind = 'amount' | 'share';

// With more columns than these every figure is the sum of some others.
const MOST_COLUMNS = 8;
const MOST_PARTS = 4;

/** `seen` of "Not seen within timescales"; undefined for a header that denies nothing. */
function deniedIn(header: string): string | undefined {
  const [, denied] = /\b(?:not|un)[\s-]?(\p{L}{3,})/iu.exec(header) ?? [];
  return denied?.toLowerCase();
}

/** Whether a header says what another denies: "Seen in time" and "Not seen". */
function isDeniedBy(header: string, denying: string): boolean {
  const denied = deniedIn(denying);
  if (denied === undefined || deniedIn(header) !== undefined) return false;
  return header
    .toLowerCase()
    .split(/\P{L}+/u)
    .includes(denied);
}

/** "Seen in time" beside "Not seen", "Met" beside "Not met". */
function areOpposite(a: string, b: string): boolean {
  return isDeniedBy(a, b) || isDeniedBy(b, a);
}

/** The columns that may make up each other: neighbours, and two of which one denies the other. */
function equations(columns: readonly number[], headers: readonly string[]): readonly Equation[] {
  const found: Equation[] = [];
  for (const whole of columns) {
    const others = columns.filter((column) => column !== whole);
    // Who was not seen is no part of those who were.
    const isNone = (column: number) => isDeniedBy(headers[whole] ?? '', headers[column] ?? '');
    others.forEach((first, index) => {
      for (let length = 2; length <= MOST_PARTS; length += 1) {
        const parts = others.slice(index, index + length);
        if (parts.length === length && !parts.some(isNone)) found.push({ whole, parts, isNamed: false });
      }
      for (const second of others.slice(index + 1)) {
        if (isNone(first) || isNone(second)) continue;
        if (areOpposite(headers[first] ?? '', headers[second] ?? ''))
          found.push({ whole, parts: [first, second], isNamed: true });
      }
    });
  }
  return found;
}

function tiesOf(grid: FigureGrid, { whole, parts }: Equation, kind: Kind): readonly SumTie[] {
  return grid.body.flatMap((row): SumTie[] => {
    // A row of targets sets each column its own.
    if (TARGET.test(grid.labels[row] ?? '')) return [];
    const at = (column: number): Figure | undefined => figureAt(grid, place(row, column), kind);
    const [all, figures] = [at(whole), parts.flatMap((column) => at(column) ?? [])];
    if (all === undefined || figures.length < parts.length) return [];
    if (figures.some(({ quantity }) => quantity.kind !== all.quantity.kind)) return [];
    const names = { parts: grid.labels[row] ?? '', whole: grid.headers[whole] ?? '' };
    return [
      {
        kind: 'total',
        form: 'total column',
        parts: figures,
        whole: all,
        isOpen: false,
        certainty: 'near',
        names,
      },
    ];
  });
}

const TARGET = /\b(?:targets?|benchmarks?|thresholds?|standards?|goals?|ambitions?|trajectory)\b/i;

function place(row: number, column: number): CellPlace {
  return { row, column };
}

const ZERO = wholeNumber(0);
// Below this two sums that hold may be chance where nothing says that they are meant.
const RARE = 20_000;
// The same where only one sum comes into question: the first column is all the others together.
const RARE_FIRST = 5_000;
// And for one that holds where the headers name the parts.
const RARE_NAMED = 300;

/** How unlikely it is that these sums hold by chance: about as many to one as the product of their wholes. */
function weight(ties: readonly SumTie[]): number {
  return ties.reduce((product, { parts, whole }) => {
    const counted = parts.filter(({ quantity }) => compare(quantity.exact, ZERO) > 0);
    const size =
      Number(whole?.quantity.exact.numerator ?? 0n) / Number(whole?.quantity.exact.denominator ?? 1n);
    return counted.length > 1 ? product * Math.max(1, size) : product;
  }, 1);
}

/**
 * The sums of an equation that rows enough bear out: two and more, with at most half as many that do not. Where three hold
 * that cannot be chance the others are slips, however far they are off, and so is the one row that stands apart from shares
 * of which the first is all the others together.
 */
function meant(
  { isNamed }: Equation,
  ties: readonly SumTie[],
  isFirst: boolean,
  kind: Kind,
): readonly SumTie[] {
  const holding = ties.filter(bearsOut);
  const wrong = ties.filter((tie) => !agrees(tie));
  if (isNamed && holding.length === 1 && weight(holding) >= RARE_NAMED && areNear(wrong)) return ties;
  if (holding.length < 2 || 2 * wrong.length > holding.length) return [];
  const [isRare, isPlain] = [weight(holding) >= RARE, isFirst && weight(holding) >= RARE_FIRST];
  if (!isNamed && !isFirst && !isRare) return [];
  const certainty = isRare && holding.length > 2 ? 'explicit' : isPlain ? PLAIN[kind] : 'near';
  return ties.map((tie) => ({ ...tie, certainty }));
}

// Of cases some may not have been dealt with yet, and be none of the parts.
const PLAIN = { share: 'explicit', amount: 'likely' } as const;

/** Whether a sum that agrees says that it is meant: one of a single part and nothing does not. */
function bearsOut(tie: SumTie): boolean {
  return agrees(tie) && tie.parts.filter(({ quantity }) => compare(quantity.exact, ZERO) > 0).length > 1;
}

/** Two columns of which one denies the other are meant to make a third if they all but do so in every row: two slips are seldom large. */
function areNear(wrong: readonly SumTie[]): boolean {
  return wrong.length > 0 && wrong.length <= 2 && wrong.every(isClose);
}

/**
 * Columns that make up another without being called its parts: "Seen 86%, of it in person 76% and remotely 10%", "Seen" and
 * "Not seen". Which do is read off the figures of most rows. A column whose parts have parts of their own is found with
 * the fewest of them.
 */
export function columnSums(grid: FigureGrid): readonly SumTie[] {
  if (grid.headers.some((header) => totalLabel(header) !== undefined)) return [];
  return (['amount', 'share'] as const).flatMap((kind) => {
    const columns = grid.columns
      .slice(1)
      .filter((column) => grid.body.filter((row) => grid.cells[row]?.[column]?.[kind]).length > 2)
      .filter((column) => kind === 'share' || isSummed(grid.headers[column] ?? ''));
    if (columns.length < 3 || columns.length > MOST_COLUMNS) return [];
    if (columns.some((column) => isPeriod(grid.headers[column] ?? ''))) return [];
    const found = equations(columns, grid.headers).flatMap((equation) => {
      const isFirst =
        equation.whole === columns[0] && equation.parts.length === columns.length - 1 && columns.length <= 5;
      const ties = meant(equation, tiesOf(grid, equation, kind), isFirst, kind);
      return ties.length > 0 ? [{ equation, ties }] : [];
    });
    return withoutRepeats(found);
  });
}

interface Found {
  readonly equation: Equation;
  readonly ties: readonly SumTie[];
}

/** Each column is the whole of one equation only: of that which most rows bear out, or which has the fewest parts. */
function withoutRepeats(found: readonly Found[]): readonly SumTie[] {
  const holding = ({ ties }: Found) => ties.filter(agrees).length;
  const sorted = [...found].sort(
    (a, b) => holding(b) - holding(a) || a.equation.parts.length - b.equation.parts.length,
  );
  const wholes = new Set<number>();
  const known = new Set<string>();
  return sorted.flatMap(({ equation: { whole, parts }, ties }) => {
    // "Seen = in person + remotely" says what "in person = seen − remotely" would say.
    const key = [whole, ...parts].sort((a, b) => a - b).join(' ');
    if (wholes.has(whole) || known.has(key)) return [];
    wholes.add(whole);
    known.add(key);
    return ties;
  });
}
