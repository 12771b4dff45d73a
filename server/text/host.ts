import type { OpenedWorkbook } from './workbook.ts';

/** What the core may ask of the world. Paths are opaque strings with `/` between their parts. */
export interface Host {
  /** The bytes of a file, or undefined when it cannot be read. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** The paths of all files below a folder whose name satisfies `wanted`, in a stable order. */
  list(folder: string, wanted: (name: string) => boolean): Promise<readonly string[]>;
  /** A path as people write it, from a folder that it is in: addresses have their escapes undone. */
  relative(folder: string, path: string): string;
  /** The path of a file as people write it from a folder: `data/kpis.xlsx`, `../kpis.xlsx`. */
  resolve(folder: string, written: string): string;
  /** What the cells of a workbook or a file of comma-separated values hold; undefined when it cannot be read. */
  workbook(path: string): Promise<OpenedWorkbook | undefined>;
}
