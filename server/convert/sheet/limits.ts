/** How much of a workbook is read, so that a hostile one takes neither time nor memory. */
export const LIMITS = {
  /** Of the file as it lies on the disk. */
  bytes: 50_000_000,
  /** Of a file of comma-separated values, whose cells take far more than their bytes. */
  textBytes: 10_000_000,
  sheets: 200,
  /** Rows of one sheet. */
  rows: 100_000,
  /** Cells of all sheets together. */
  cells: 500_000,
  columns: 16_384,
  strings: 500_000,
  /** Characters of one cell: no more fit into one in Excel. */
  text: 32_767,
  merges: 10_000,
} as const;

/** What a reader throws for a file that cannot be read; its message is a sentence for the file's author. */
export class Unreadable extends Error {}

/** What a reader throws when it has seen enough of a part. */
export class Enough extends Error {}
