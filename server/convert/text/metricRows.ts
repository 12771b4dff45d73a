import type { Span } from '../../text/span.ts';
import { cellsOf, type FigureCell, figuresBehind, isFigureLine, joinCells } from './figureCells.ts';
import type { Line } from './lines.ts';

/** A row of figures with its name, or lines that could not be told apart for sure. */
export type MetricRow =
  | {
      readonly kind: 'row';
      readonly name: readonly Span[];
      readonly cells: readonly FigureCell[];
      readonly next: number;
    }
  | { readonly kind: 'unsure'; readonly lines: readonly Line[]; readonly next: number }
  /** A note below the table, or words without figures. */
  | { readonly kind: 'text'; readonly lines: readonly Line[]; readonly next: number };

const LONGEST_NAME = 20;
const NOTE = /^(?:[*†‡¹²³]|notes?\b|nb\b|n\.b\.|source\b|key\b)/iu;

/** Reads one row of a table of figures, which has `width` cells: a row is taken only when it has exactly so many. */
export class MetricRowReader {
  readonly #source: string;
  readonly #lines: readonly Line[];
  readonly #width: number;
  readonly #to: number;
  readonly #roles: number;
  readonly #isTrimmed: boolean;

  /** @param roles how many cells stand in the columns of one period: the target, the actual figure. */
  constructor(source: string, lines: readonly Line[], width: number, roles: number, to: number) {
    this.#roles = roles;
    this.#source = source;
    this.#lines = lines;
    this.#width = width;
    this.#to = to;
    this.#isTrimmed = lines.every(({ raw }) => raw === raw.trimEnd());
  }

  /** The row whose name begins with the line at `index`, which has text. */
  at(index: number): MetricRow {
    const first = this.#lines[index];
    if (first !== undefined && NOTE.test(first.text) && !isFigureLine(first)) return this.#note(index);
    const name: Span[] = [];
    const words: Line[] = [];
    let at = index;
    for (; at < this.#to && words.length < LONGEST_NAME; at += 1) {
      const line = this.#lines[at];
      if (line === undefined || line.raw === '') continue;
      const isName = name.length > 0;
      if (isFigureLine(line) || line.text === '') {
        const found = isName ? this.#row(at, line.start) : undefined;
        if (found !== undefined) return { ...found, name };
        if (line.text === '') continue;
        // A number alone may be the end of the name; a row of figures that does not come out is none of it.
        if (!/^\d{1,3}$/.test(line.text) || !isName) break;
      } else {
        const figures = figuresBehind(line);
        const found = figures && this.#row(at, figures.from);
        if (figures !== undefined && found !== undefined) {
          const end = line.from + this.#source.slice(line.from, figures.from).trimEnd().length;
          return { ...found, name: [...name, { from: line.from, to: end }] };
        }
        // Some figures behind words are a row of their own, though nobody can say of which columns.
        if ((figures?.cells.filter(({ pieces }) => pieces.length > 0).length ?? 0) > 2) {
          return this.#rest([...words, line], at + 1);
        }
      }
      name.push({ from: line.from, to: line.to });
      words.push(line);
    }
    return this.#rest(words, at);
  }

  /** What could not be read as a row: its words and the figures behind them, up to the next words. */
  #rest(words: readonly Line[], at: number): MetricRow {
    const lines = [...words];
    let next = at;
    let figures = lines.some((line) => figuresBehind(line) !== undefined);
    for (; next < this.#to; next += 1) {
      const line = this.#lines[next];
      if (line === undefined || line.text === '') continue;
      if (!isFigureLine(line)) break;
      figures = true;
      lines.push(line);
    }
    return { kind: figures ? 'unsure' : 'text', lines, next };
  }

  #note(index: number): MetricRow {
    const lines: Line[] = [];
    let next = index;
    for (; next < this.#to && this.#lines[next]?.text !== ''; next += 1)
      lines.push(...this.#lines.slice(next, next + 1));
    return { kind: 'text', lines, next };
  }

  /** The cells that begin at an offset of a line, if they are as many as the table has columns. */
  #row(
    index: number,
    from: number,
  ): { readonly kind: 'row'; readonly cells: readonly FigureCell[]; readonly next: number } | undefined {
    const gathered: { readonly cells: readonly FigureCell[]; readonly next: number }[] = [];
    for (let at = index; at < this.#to; at += 1) {
      const line = this.#lines[at];
      if (line === undefined || (at > index && line.text !== '' && !isFigureLine(line))) break;
      if (line.raw === '') continue;
      gathered.push({ cells: cellsOf(line, at === index ? from : line.start), next: at + 1 });
    }
    // Where blanks at the ends of lines are lost, so are the cells that they stood for.
    const sure = this.#isTrimmed ? gathered.slice(0, 1) : gathered;
    const found =
      this.#full(gathered) ??
      this.#exact(sure) ??
      this.#exact(withoutBlank(sure)) ??
      this.#swallowed(gathered) ??
      (from > (this.#lines[index]?.from ?? 0) ? this.#cutShort(gathered) : undefined);
    return found && { kind: 'row', ...found };
  }

  /** As many cells as columns at the end of a line, and no figure behind them. */
  #exact(gathered: readonly Gathered[]): Gathered | undefined {
    let cells: readonly FigureCell[] = [];
    for (const [position, line] of gathered.entries()) {
      cells = joinCells(cells, line.cells, this.#source);
      if (cells.length > this.#width) return undefined;
      const isEmptyBehind = gathered.slice(position + 1).every(isEmpty);
      if (cells.length === this.#width && isEmptyBehind)
        return hasFigure(cells) ? { cells, next: line.next } : undefined;
    }
    return undefined;
  }

  /** A figure for every column: then no empty cell matters. */
  #full(gathered: readonly Gathered[]): Gathered | undefined {
    const cells = gathered
      .reduce<readonly FigureCell[]>(
        (all, line) => joinCells(all, line.cells.filter(isFilled), this.#source),
        [],
      )
      .filter(isFilled);
    const last = gathered.findLast((line) => !isEmpty(line));
    return cells.length === this.#width && last !== undefined ? { cells, next: last.next } : undefined;
  }

  /**
   * A row on two lines that lacks one cell, which was empty and stood between them. It is put back where every role
   * then has figures in all its columns or in none: at the end the figures would change their roles.
   */
  #swallowed(gathered: readonly Gathered[]): Gathered | undefined {
    const filled = gathered.filter((line) => !isEmpty(line));
    const [first, second] = filled;
    if (first === undefined || second === undefined || filled.length > 2 || gathered[0] !== first)
      return undefined;
    if (first.cells.length + second.cells.length !== this.#width - 1) return undefined;
    const empty = { pieces: [], at: this.#lines[first.next - 1]?.to ?? 0, open: false };
    const cells = [...first.cells, empty, ...second.cells];
    const isWhole = this.#isUniform(cells) && !this.#isUniform([...first.cells, ...second.cells, empty]);
    return isWhole ? { cells, next: second.next } : undefined;
  }

  /** Whether every role has a figure in all its columns or in none. */
  #isUniform(cells: readonly FigureCell[]): boolean {
    return Array.from({ length: this.#roles }, (_, role) =>
      cells.filter((_, at) => at % this.#roles === role),
    ).every((own) => own.every(isFilled) || !own.some(isFilled));
  }

  /** A row beside its name that has lost the blanks at its end: what is missing there is empty. */
  #cutShort(gathered: readonly Gathered[]): Gathered | undefined {
    const [only] = gathered;
    if (
      !this.#isTrimmed ||
      only === undefined ||
      isEmpty(only) ||
      gathered.slice(1).some((line) => !isEmpty(line))
    ) {
      return undefined;
    }
    const missing = this.#width - only.cells.length;
    // One figure behind words may as well be the number of something in them.
    if (missing <= 0 || only.cells.filter(isFilled).length < 2) return undefined;
    const at = this.#lines[only.next - 1]?.to ?? 0;
    const empty = Array.from({ length: missing }, () => ({ pieces: [], at, open: false }));
    return { cells: [...only.cells, ...empty], next: only.next };
  }
}

interface Gathered {
  readonly cells: readonly FigureCell[];
  readonly next: number;
}

function isFilled({ pieces }: FigureCell): boolean {
  return pieces.length > 0;
}

function hasFigure(cells: readonly FigureCell[]): boolean {
  return cells.some(isFilled);
}

function isEmpty({ cells }: Gathered): boolean {
  return !hasFigure(cells);
}

/** The first line of a page has a blank before it that is no cell. */
function withoutBlank(gathered: readonly Gathered[]): readonly Gathered[] {
  const [first, ...others] = gathered;
  const cell = first?.cells[0];
  if (first === undefined || cell === undefined || isFilled(cell)) return gathered;
  return [{ ...first, cells: first.cells.slice(1) }, ...others];
}
