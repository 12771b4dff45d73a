import type { FlowCell, FlowParagraph, FlowRow, FlowTable } from '../flow/flow.ts';

type Attributes = Readonly<Record<string, string>>;

/** No table has more columns, and no cell reaches over more rows (HTML Standard, 4.9.11). */
const MOST_COLUMNS = 1000;
const MOST_ROWS = 65_534;

interface OpenCell {
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly header: boolean;
  readonly shade: string | undefined;
  readonly blocks: FlowParagraph[];
}

/** Puts a table together from its rows and cells as their tags come, as HTML's own algorithm forms tables. */
export class HtmlTable {
  readonly #rows: FlowRow[] = [];
  /** How many more rows each column is taken by a cell from above. */
  readonly #taken: number[] = [];
  #cells: OpenCell[] | undefined;
  #cell: OpenCell | undefined;
  #column = 0;
  #inHead = false;

  /** Where paragraphs go while a cell is open. */
  get blocks(): FlowParagraph[] | undefined {
    return this.#cell?.blocks;
  }

  head(isOpen: boolean): void {
    this.#inHead = isOpen;
  }

  row(): void {
    this.endRow();
    this.#cells = [];
    this.#column = 0;
  }

  cell(header: boolean, attributes: Attributes, shade: string | undefined): void {
    this.endCell();
    if (this.#cells === undefined) this.row();
    while ((this.#taken[this.#column] ?? 0) > 0) this.#column += 1;
    // What has no column left goes on in the last cell, so that none of its words is lost.
    if (this.#column >= MOST_COLUMNS) this.#cell = this.#cells?.pop();
    if (this.#cell !== undefined) return;
    const columns = Math.min(spanOf(attributes.colspan, MOST_COLUMNS), MOST_COLUMNS - this.#column);
    const rows = spanOf(attributes.rowspan, MOST_ROWS);
    this.#cell = { column: this.#column, columns, rows, header, shade, blocks: [] };
  }

  endCell(): void {
    const cell = this.#cell;
    this.#cell = undefined;
    if (cell === undefined) return;
    this.#cells?.push(cell);
    for (let at = cell.column; at < cell.column + cell.columns; at += 1) this.#taken[at] = cell.rows;
    this.#column = cell.column + cell.columns;
  }

  endRow(): void {
    this.endCell();
    const cells = this.#cells;
    this.#cells = undefined;
    if (cells === undefined) return;
    for (let at = 0; at < this.#taken.length; at += 1)
      this.#taken[at] = Math.max(0, (this.#taken[at] ?? 0) - 1);
    const allHeaders = cells.length > 1 && cells.every(({ header }) => header);
    if (cells.length > 0) this.#rows.push({ header: this.#inHead || allHeaders, cells });
  }

  finish(): FlowTable {
    this.endRow();
    const last = this.#rows.length;
    // No cell reaches below the last row, whatever it says.
    const cut = (cell: FlowCell, row: number) =>
      cell.rows > last - row ? { ...cell, rows: last - row } : cell;
    const rows = this.#rows.map((row, at) => ({ ...row, cells: row.cells.map((cell) => cut(cell, at)) }));
    return { kind: 'table', rows };
  }
}

function spanOf(written: string | undefined, most: number): number {
  const number = Number.parseInt(written ?? '1', 10);
  return Number.isNaN(number) || number < 1 ? 1 : Math.min(number, most);
}
