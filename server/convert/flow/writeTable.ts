import { normaliseName } from '../../framework/name.ts';
import type { SectionRole, Vocabulary } from '../../framework/vocabulary.ts';
import { ENGLISH_ACTION_COLUMNS } from '../../values/actionColumnWords.ts';
import type { Emitter } from '../text/emit.ts';
import type { JudgementReader } from '../text/judgement.ts';
import { columnTitles } from '../text/tableTitles.ts';
import type { Flow, FlowCell, FlowTable } from './flow.ts';
import { writeInline } from './inlineMarks.ts';
import { type GridRow, gridOf, reaching, type TableGrid } from './tableGrid.ts';

interface TableContext {
  readonly vocabulary: Vocabulary;
  readonly judgements: JudgementReader;
  /** The section that the table stands in. */
  readonly role: SectionRole | undefined;
}

const CELL = { cell: true, lineBreak: '<br>' };

/**
 * Writes a table. A merged cell stands where it begins; but who does several actions, and by when, stands with each of
 * them. Names of columns that stand in several rows are joined.
 */
export function writeTable(out: Emitter, flow: Flow, table: FlowTable, context: TableContext): void {
  const isJudged = (cell: FlowCell | undefined) =>
    cell !== undefined && context.judgements.isJudgement(textOf(flow, cell));
  const grid = gridOf(table, isJudged);
  if (grid.width === 0) return;
  const body = grid.head.length > 0 ? grid.body : besideJudgements(grid.body, isJudged);
  const writer = new TableWriter(out, flow, body[0]?.length ?? grid.width);
  if (grid.head.length > 0) writer.header(grid.head);
  else writer.titles(titlesFor(flow, body, context));
  const common = grid.head.length > 0 ? commonOf(flow, grid) : [];
  for (const [index, row] of body.entries()) writer.row(row, common[index]);
}

/** Of each row the cells above that tell of its action too. */
function commonOf(flow: Flow, { head, body }: TableGrid): readonly GridRow[] {
  const parts = Array.from({ length: body[0]?.length ?? 0 }, (_, column) => {
    const names = head.flatMap((row) => (row[column] === undefined ? [] : textOf(flow, row[column])));
    const name = normaliseName(names.join(' '));
    return (['action', 'owner', 'due'] as const).find((part) => ENGLISH_ACTION_COLUMNS[part].test(name));
  });
  const action = parts.indexOf('action');
  return reaching(body).map((row, index) => {
    const isAction = (body[index]?.[action]?.blocks.length ?? 0) > 0;
    return row.map((cell, column) => (isAction && parts[column] !== undefined ? cell : undefined));
  });
}

/**
 * The rows of a table without a header whose last cells are judgements, with one name beside each: the names of areas
 * below others stand further to the right, and so in a column of their own.
 */
function besideJudgements(
  rows: readonly GridRow[],
  isJudged: (cell: FlowCell | undefined) => boolean,
): readonly GridRow[] {
  const isSummary = rows.length > 1 && rows.every((row) => row.length > 2 && isJudged(row.at(-1)));
  if (!isSummary) return rows;
  return rows.map((row) => {
    const names = row.slice(0, -1).filter((cell) => cell !== undefined && cell.blocks.length > 0);
    const [first] = names;
    const name = first && { ...first, blocks: names.flatMap((cell) => cell?.blocks ?? []) };
    return [name, row.at(-1)];
  });
}

/** Titles for the columns of a table that has none. */
function titlesFor(
  flow: Flow,
  rows: readonly GridRow[],
  { vocabulary, judgements, role }: TableContext,
): readonly string[] {
  const texts = rows.map((row) => row.map((cell) => (cell === undefined ? '' : textOf(flow, cell))));
  const table = { kind: 'table' as const, rows: [], headed: false, role };
  return columnTitles(table, texts, vocabulary, judgements) ?? [];
}

function textOf({ text }: Flow, { blocks }: FlowCell): string {
  return blocks
    .map(({ span }) => text.slice(span.from, span.to))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

class TableWriter {
  readonly #out: Emitter;
  readonly #flow: Flow;
  readonly #width: number;

  constructor(out: Emitter, flow: Flow, width: number) {
    this.#out = out;
    this.#flow = flow;
    this.#width = width;
  }

  /** The rows above the figures as one: of each column what stands above it, from the top down. */
  header(rows: readonly GridRow[]): void {
    this.#cells((column) => {
      let isFirst = true;
      for (const row of rows) {
        const own = row[column];
        const around = own === undefined ? spanning(row, column) : undefined;
        const words = around === undefined ? '' : textOf(this.#flow, around);
        if (!isFirst && (own?.blocks.length ?? words.length) > 0) this.#out.insert(' ');
        if (own !== undefined) this.#words(own, false);
        else this.#out.insert(words);
        isFirst &&= (own?.blocks.length ?? words.length) === 0;
      }
    });
    this.#rule();
  }

  titles(titles: readonly string[]): void {
    this.#cells((column) => this.#out.insert(titles[column] ?? ''));
    this.#rule();
  }

  /** @param common the cells above that the row has too */
  row(row: GridRow, common: GridRow = []): void {
    const whole = row.every((cell) => cell === undefined || cell.blocks.every(({ standsOut }) => standsOut));
    this.#cells((column) => {
      const cell = row[column];
      const above = common[column];
      if (cell !== undefined) this.#words(cell, !whole);
      else if (above !== undefined) this.#again(above);
    });
  }

  #rule(): void {
    this.#out.insert(`|${' --- |'.repeat(this.#width)}\n`);
  }

  #cells(write: (column: number) => void): void {
    this.#out.insert('|');
    for (let column = 0; column < this.#width; column += 1) {
      this.#out.insert(' ');
      write(column);
      this.#out.insert(' |');
    }
    this.#out.insert('\n');
  }

  /** Words that stand in the result already, where they were read. */
  #again(cell: FlowCell): void {
    this.#out.insert(textOf(this.#flow, cell).replaceAll('|', '\\|'), cell.blocks[0]?.span.from);
  }

  /** Bold in one cell of a row says something of it; of a row that is bold it says nothing of a cell. */
  #words({ blocks }: FlowCell, emphasis: boolean): void {
    for (const [index, { span, list, marks }] of blocks.entries()) {
      if (index > 0) this.#out.insert('<br>');
      if (list?.span !== undefined) {
        this.#out.copy(list.span);
        this.#out.insert(' ');
      } else if (list !== undefined) this.#out.insert(`${list.label} `, span.from);
      writeInline(this.#out, this.#flow.text, span, marks, { ...CELL, emphasis });
    }
  }
}

/** The cell that began further to the left and reaches over a column. */
function spanning(row: GridRow, column: number): FlowCell | undefined {
  for (let at = column - 1; at >= 0; at -= 1) {
    const cell = row[at];
    if (cell !== undefined)
      return cell.column + cell.columns > cell.column + (column - at) ? cell : undefined;
  }
  return undefined;
}
