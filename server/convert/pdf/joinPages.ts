import { continues } from '../text/continuation.ts';
import { endsSentence, isFinished, startsLower, wordCount } from '../text/prose.ts';
import { firstWordWidth, plainText } from './joinWords.ts';
import type { Look } from './look.ts';
import {
  boxAround,
  type CellPart,
  type OutPart,
  type ParagraphPart,
  type Part,
  piecesOf,
  type RowPart,
  type TablePart,
} from './parts.ts';

const HEADER_AGAIN = 'A header row that comes again where its table goes on was left out.';

/** Puts the parts of pages behind each other; what the end of a page has cut in two is one again. */
export function joinPages(pages: readonly (readonly Part[])[], look: Look): readonly Part[] {
  const joiner = new Joiner(look);
  for (const page of pages) joiner.add(page);
  return joiner.parts;
}

class Joiner {
  readonly parts: Part[] = [];
  readonly #look: Look;
  #lastNumber = 0;

  constructor(look: Look) {
    this.#look = look;
  }

  add(read: readonly Part[]): void {
    const at = this.parts.findLastIndex(isText);
    const open = this.parts[at];
    const page = read.flatMap((part): readonly Part[] => {
      if (part.kind !== 'table' || !isBareColumn(part)) return [part];
      const isRest = open?.kind === 'table' && part === read.find(isText) && isSameTable(open, part);
      return isRest ? [part] : part.rows.flatMap(({ cells }) => cells.flatMap(({ parts }) => parts));
    });
    const first = page.findIndex(isText);
    const next = page[first];
    let rest = page;
    if (open?.kind === 'paragraph' && next?.kind === 'paragraph' && this.#goesOn(open, next)) {
      this.parts[at] = { ...open, pieces: [...open.pieces, ...next.pieces] };
      rest = page.filter((_, index) => index !== first);
    } else if (open?.kind === 'table' && next?.kind === 'table' && isSameTable(open, next)) {
      const { rows, again } = below(open, next, this.#look);
      this.parts[at] = { ...open, rows };
      // What was left out stands before the next part.
      rest = page.flatMap((part, index): readonly Part[] => (index === first ? again : [part]));
    }
    for (const part of rest) {
      const last = this.parts.at(-1);
      if (part.kind === 'paragraph' && last?.kind === 'paragraph' && isCutInTwo(last, part)) {
        this.parts[this.parts.length - 1] = { ...last, pieces: [...last.pieces, ...part.pieces] };
        continue;
      }
      this.parts.push(part);
      if (part.kind === 'paragraph') this.#lastNumber = numberOf(part) ?? this.#lastNumber;
    }
  }

  #goesOn(open: ParagraphPart, next: ParagraphPart): boolean {
    const [end, begin] = [open.pieces.at(-1), next.pieces[0]];
    if (end === undefined || begin === undefined || end.page !== begin.page - 1) return false;
    if (next.isRest === true && open.list !== undefined) return true;
    if (next.list !== undefined && !isStrayBullet(next)) return false;
    if (open.level !== next.level || Math.abs(end.item.size - begin.item.size) > 0.7) return false;
    const tail = plainText(open.pieces);
    const text = plainText(next.pieces);
    const bulleted = open.list?.ordered === false;
    const goesOn = continues(
      {
        bulleted,
        numbered: open.list?.ordered === true,
        firstText: tail,
        tail,
        tailBegins: false,
        words: wordCount(tail),
        hasSentence: endsSentence(tail),
      },
      {
        marker: { bullet: next.list?.label, number: undefined, value: undefined, from: 0, text },
        ...{ gap: true, lastNumber: this.#lastNumber, listGoesOn: false },
      },
    );
    return goesOn || (next.list === undefined && this.#fillsLine(open, next, tail));
  }

  /** Whether a sentence ends with the page by chance: the next word had no room, and stands where the lines do. */
  #fillsLine(open: ParagraphPart, next: ParagraphPart, tail: string): boolean {
    const [end, begin] = [open.pieces.at(-1), next.pieces[0]];
    if (end === undefined || begin === undefined || open.level !== undefined) return false;
    const lines = open.pieces.filter(({ item }) => item.before === '\n').slice(1);
    const left = (lines.at(-1) ?? open.pieces[0])?.item.x ?? 0;
    if (lines.length === 0 || Math.abs(left - begin.item.x) > 3 || !isFinished(tail)) return false;
    if (begin.item.bold !== end.item.bold) return false;
    const { x, width, size } = end.item;
    return x + width + firstWordWidth(begin) + size * 0.3 > this.#look.rightOf(end);
  }
}

/** Whether a sentence goes on in the next line, which was marked as a paragraph of its own. */
function isCutInTwo(open: ParagraphPart, next: ParagraphPart): boolean {
  const [end, begin] = [open.pieces.at(-1), next.pieces[0]];
  if (end === undefined || begin === undefined || end.page !== begin.page) return false;
  if (next.list !== undefined || next.level !== open.level || end.item.bold !== begin.item.bold) return false;
  const { size, y } = end.item;
  const below = begin.item.y - y;
  const isNextLine = below > size * 0.5 && below < size * 1.7 && Math.abs(begin.item.size - size) < 0.7;
  return isNextLine && startsLower(begin.item.text) && !isFinished(plainText(open.pieces));
}

function isText(part: Part): boolean {
  return part.kind === 'paragraph' || part.kind === 'table';
}

function isStrayBullet({ list }: ParagraphPart): boolean {
  return list !== undefined && !list.ordered;
}

function numberOf({ list }: ParagraphPart): number | undefined {
  const digits = /^\d{1,3}(?=[.)]$)/.exec(list?.label ?? '')?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** Whether a table has a single column without a head: the rest of one on the page before, or text with lines drawn. */
function isBareColumn(table: TablePart): boolean {
  return widthOf(table) === 1 && table.rows[0]?.header !== true;
}

function isSameTable(open: TablePart, next: TablePart): boolean {
  const [end, begin] = [piecesOf(open).at(-1), piecesOf(next)[0]];
  if (end === undefined || begin === undefined || end.page !== begin.page - 1) return false;
  return widthOf(open) === widthOf(next) && Math.abs(leftOf(open) - leftOf(next)) < 12;
}

function widthOf({ rows }: TablePart): number {
  return rows
    .flatMap(({ cells }) => cells)
    .reduce((most, { column, columns }) => Math.max(most, column + columns), 0);
}

function leftOf(table: TablePart): number {
  return boxAround(piecesOf(table)).left;
}

/** The rows of a table and those of its next page; a row that the page's end has cut is one again. */
function below(
  open: TablePart,
  next: TablePart,
  look: Look,
): { readonly rows: readonly RowPart[]; readonly again: readonly OutPart[] } {
  const repeated = next.rows.findIndex((row, index) => {
    const above = open.rows[index];
    return above === undefined || textOf(above) !== textOf(row) || !isHead(above, index);
  });
  const heads = repeated < 0 ? 0 : repeated;
  const again = next.rows.slice(0, heads).map(
    (row): OutPart => ({
      kind: 'out',
      pieces: piecesOf({ kind: 'table', rows: [row] }),
      message: HEADER_AGAIN,
    }),
  );
  const [first, ...rest] = next.rows.slice(heads);
  const last = open.rows.at(-1);
  if (first === undefined || last === undefined) return { rows: open.rows, again };
  if (!isCut(last, first) && !isOverflow(last, first, open, look))
    return { rows: [...open.rows, first, ...rest], again };
  return { rows: [...open.rows.slice(0, -1), joined(last, first), ...rest], again };
}

function isHead(row: RowPart, index: number): boolean {
  return row.header || index === 0;
}

function textOf({ cells }: RowPart): string {
  return cells.map(({ parts }) => plainText(parts.flatMap(piecesOf))).join('\t');
}

/** Whether a row goes on with the one before: a cell breaks off, and the one below begins in lower case. */
function isCut(last: RowPart, first: RowPart): boolean {
  return first.cells.some((cell) => {
    const above = last.cells.find(({ column }) => column === cell.column);
    const [tail, text] = [cellText(above), cellText(cell)];
    return tail !== '' && !isFinished(tail) && /^\p{Ll}/u.test(text);
  });
}

/**
 * Whether a row is all that had no room in the one before: most of its cells are empty, and the words of the others
 * look like those above them, had no room behind them, and no sentence ends there.
 */
function isOverflow(last: RowPart, first: RowPart, table: TablePart, look: Look): boolean {
  const filled = first.cells.filter(({ parts }) => parts.length > 0);
  if (filled.length === 0 || filled.length * 2 > first.cells.length) return false;
  return filled.every(({ column, parts }) => {
    const above = last.cells.find((cell) => cell.column === column);
    const [end, begin] = [above?.parts.at(-1)?.pieces.at(-1), parts[0]?.pieces[0]];
    if (end === undefined || begin === undefined || parts[0]?.list !== undefined) return false;
    if (isFinished(cellText(above)) || end.item.bold !== begin.item.bold) return false;
    const { x, width, size } = end.item;
    const edge = leftOfColumn(table, column + 1) ?? look.rightOf(end);
    return x + width + size * 0.3 + firstWordWidth(begin) > edge;
  });
}

/** Where the words of a column begin. */
function leftOfColumn({ rows }: TablePart, column: number): number | undefined {
  const cells = rows.flatMap((row) => row.cells.filter((cell) => cell.column === column));
  const pieces = cells.flatMap(({ parts }) => parts.flatMap(piecesOf));
  return pieces.length === 0 ? undefined : boxAround(pieces).left;
}

function cellText(cell: CellPart | undefined): string {
  return cell === undefined ? '' : plainText(cell.parts.flatMap(piecesOf));
}

function joined(last: RowPart, first: RowPart): RowPart {
  const cells = last.cells.map((cell) => {
    const more = first.cells.find(({ column }) => column === cell.column);
    const [begin, ...rest] = more?.parts ?? [];
    const end = cell.parts.at(-1);
    if (begin === undefined) return cell;
    if (end === undefined || begin.list !== undefined || isFinished(cellText(cell)))
      return { ...cell, parts: [...cell.parts, begin, ...rest] };
    const whole = { ...end, pieces: [...end.pieces, ...begin.pieces] };
    return { ...cell, parts: [...cell.parts.slice(0, -1), whole, ...rest] };
  });
  return { ...last, cells };
}
