import type { Block } from '../model/block.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Quantity } from '../values/quantity.ts';
import { figuresOfCell, figuresOfText, type TextFigure } from './otherFigures.ts';
import { Readings } from './readings.ts';
import { cellSpan, cellTexts, passagesOf } from './texts.ts';
import type { Tie, TieVerdict } from './tie.ts';

/** A figure of a block, whatever it was read as. */
export interface ReadFigure<At> {
  /** All of it, with its unit. */
  readonly at: At;
  readonly text: string;
  /** What it was read as: `percentage`, `count`, `statute`, `age`, `date` … */
  readonly readAs: TextFigure['readAs'];
  /** Undefined for what is no quantity. */
  readonly quantity: Quantity | undefined;
  /** Whether it stands in a table, and how many other quantities its passage or table has. */
  readonly inTable: boolean;
  readonly others: number;
}

/**
 * How a figure stands after all ties have been judged. `not checkable` is a quantity that nothing is tied to, `no quantity` a
 * date, an age and the like.
 */
export type Standing = 'held' | 'contradicted' | 'unsure' | 'not checkable' | 'no quantity';

export interface CoveredFigure<At> extends ReadFigure<At> {
  readonly standing: Standing;
  /** Why it is not checkable or no quantity, as a sentence without its full stop; empty for the others. */
  readonly why: string;
  /** The ties that it is part of. */
  readonly ties: readonly Tie<At>[];
}

/** Every figure of a block in reading order: the quantities, and what has figures but is none. Spans of the block. */
export function figuresOf(block: Block, readings: Readings = new Readings()): readonly ReadFigure<Span>[] {
  const inText = readings.of(passagesOf, block).flatMap((prose) => {
    const figures = readings.of(figuresOfText, prose.text);
    return placed(figures, false, countOf(figures), ({ from, to }) => prose.sourceSpan(from, to));
  });
  const inTables = block.tables.flatMap((table) => {
    // A header is read as prose is: "2019" above a column is a year.
    const cells = readings.of(cellTexts, table).map((row, index) =>
      row.map((text) => ({
        figures: readings.of(index === 0 ? figuresOfText : figuresOfCell, text),
        isProse: PROSE.test(text),
      })),
    );
    const count = countOf(cells.flat().flatMap(({ figures }) => figures));
    return cells.flatMap((row, index) =>
      row.flatMap(({ figures, isProse }, column) =>
        placed(figures, !isProse, isProse ? countOf(figures) : count, (span) =>
          cellSpan(table.rows, { row: index, column }, span),
        ),
      ),
    );
  });
  // The passages of cells are read above too; there nothing knows that they are cells.
  const seen = new Set(inTables.map(({ at }) => at.from));
  return [...inText.filter(({ at }) => !seen.has(at.from)), ...inTables].sort(
    (a, b) => a.at.from - b.at.from,
  );
}

/** What a cell says in so many words is read as prose is: the figures around the cell do not belong to it. */
const PROSE = /(?:\p{L}{2,}\P{L}+){5}/u;

function countOf(figures: readonly TextFigure[]): number {
  return figures.filter(({ quantity }) => quantity !== undefined).length;
}

function placed(
  figures: readonly TextFigure[],
  inTable: boolean,
  quantities: number,
  place: (span: Span) => Span,
): ReadFigure<Span>[] {
  return figures.map(({ span, text, readAs, quantity }) => {
    const others = quantities - Number(quantity !== undefined);
    return { at: place(span), text, readAs, quantity, inTable, others };
  });
}

const WRONG: ReadonlySet<TieVerdict> = new Set<TieVerdict>(['contradiction', 'impossible', 'truncated']);

/** Says of every figure how it stands, given all ties at places of the same kind: those of a block, or of a whole document. */
export function coverage(
  figures: readonly ReadFigure<Span>[],
  ties: readonly Tie<Span>[],
): readonly CoveredFigure<Span>[] {
  const byEnd = new Map<number, Tie<Span>[]>();
  for (const tie of ties) {
    for (const end of new Set(tie.figures.map(({ at }) => at.to))) {
      const known = byEnd.get(end);
      if (known) known.push(tie);
      else byEnd.set(end, [tie]);
    }
  }
  return figures.map((figure) => {
    const own = (figure.quantity && byEnd.get(figure.at.to)) ?? [];
    const standing = standingOf(figure, own);
    return { ...figure, standing, why: whyNot(figure, standing), ties: own };
  });
}

/**
 * A figure is contradicted where a contradiction stands at it, or where it is part of one and no other tie bears it out: of
 * twelve figures of a column that do not make their total, one is wrong, and rows that add up say of eleven that they are not.
 */
function standingOf({ quantity, at }: ReadFigure<Span>, ties: readonly Tie<Span>[]): Standing {
  if (quantity === undefined) return 'no quantity';
  const wrong = ties.filter(({ verdict }) => WRONG.has(verdict));
  if (wrong.some((tie) => overlaps(tie.at, at))) return 'contradicted';
  if (ties.some(({ verdict }) => verdict === 'holds')) return 'held';
  if (wrong.length > 0) return 'contradicted';
  return ties.length > 0 ? 'unsure' : 'not checkable';
}

/** What nobody can check, and why, in words for the author. */
function whyNot({ readAs, inTable, others, quantity }: ReadFigure<Span>, standing: Standing): string {
  if (standing === 'no quantity')
    return readAs === 'unread' ? 'it cannot be read as a number' : `it is ${article(readAs)}`;
  if (standing !== 'not checkable') return '';
  if (quantity?.kind === 'ordinal') return 'it says which one, such as "second", not how many';
  if (others === 0) return 'no other figure stands near';
  return inTable
    ? 'in a table, but in no total or share of it, and not repeated in the text'
    : 'no words tie it to the figures near it';
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}
