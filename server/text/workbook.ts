/** What a workbook or a file of comma-separated values holds, as far as it can be seen in its cells. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  /** A file of comma-separated values has one sheet, without a name. */
  readonly name: string;
  readonly isHidden: boolean;
  /** Rows with something in them, from the top. Those that a filter hides are there too. */
  readonly rows: readonly SheetRow[];
  /** Whether rows were left unread because there are too many. */
  readonly isCut: boolean;
}

export interface SheetRow {
  /** Counted from 1, as it is shown. */
  readonly number: number;
  /** Only cells with something in them, from the left. What is merged stands in each of the cells that it covers. */
  readonly cells: readonly SheetCell[];
}

export interface SheetCell {
  /** Counted from 0. */
  readonly column: number;
  /** As the sheet shows it, without blanks around it. */
  readonly text: string;
  /** The number behind it in plain digits, with all places that there are; of a percentage in per cent. Undefined for a text. */
  readonly number: string | undefined;
  /** The day behind it, such as 2020-05-01, when it is shown as one. */
  readonly date: string | undefined;
}

/** A workbook, or why there is none, in a sentence for its author. */
export type OpenedWorkbook =
  | { readonly ok: true; readonly workbook: Workbook }
  | { readonly ok: false; readonly problem: string };

/** Whether a name is that of a file that workbooks are read from. */
export function isSheetFile(path: string): boolean {
  return /\.(?:xlsx|xlsm|csv|tsv)$/i.test(path);
}

/** How a cell is called: `B7`. @param column counted from 0 @param row counted from 1 */
export function cellName(column: number, row: number): string {
  return `${columnName(column)}${row}`;
}

/** The letters above a column: `A`, `Z`, `AA`. @param column counted from 0 */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`;
}
