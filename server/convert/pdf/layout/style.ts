import { heaviest } from './box.ts';
import type { Line } from './line.ts';

/** What most of a document looks like, against which the rest stands out. */
export interface Style {
  /** The size of the body's letters. */
  readonly body: number;
  /** Whether the body itself is bold. */
  readonly bold: boolean;
  /** The distance of two base lines of one paragraph in a size. */
  readonly leading: (size: number) => number;
}

// The distance of base lines as a share of the size, where nothing is known.
const USUAL = 1.2;

/** Measures lines that follow each other in their columns. */
export function styleOf(columns: readonly (readonly Line[])[]): Style {
  const sizes = new Map<number, number>();
  let bold = 0;
  let all = 0;
  for (const line of columns.flat()) {
    const letters = line.text.length;
    const size = rounded(line.size);
    sizes.set(size, (sizes.get(size) ?? 0) + letters);
    if (line.bold) bold += letters;
    all += letters;
  }
  const leadings = leadingsOf(columns);
  const body = heaviest(sizes, 12);
  const usual = (leadings.get(body) ?? USUAL * body) / body;
  return { body, bold: bold * 2 > all, leading: (size) => leadings.get(rounded(size)) ?? usual * size };
}

/** Sizes that differ by less are one to the eye. */
export function rounded(size: number): number {
  return Math.round(size * 2) / 2;
}

/** For each size how far the next line mostly is: of two distances that are both common, the smaller. */
function leadingsOf(columns: readonly (readonly Line[])[]): ReadonlyMap<number, number> {
  const distances = new Map<number, Map<number, number>>();
  for (const column of columns) {
    for (const [index, line] of column.entries()) {
      const before = column[index - 1];
      if (before === undefined || rounded(before.size) !== rounded(line.size)) continue;
      const distance = Math.round((line.y - before.y) * 4) / 4;
      if (distance < 0.8 * line.size || distance > 2.2 * line.size) continue;
      const counts = distances.get(rounded(line.size)) ?? new Map<number, number>();
      counts.set(distance, (counts.get(distance) ?? 0) + line.text.length);
      distances.set(rounded(line.size), counts);
    }
  }
  const mode = (counts: ReadonlyMap<number, number>): number => {
    const most = Math.max(...counts.values());
    return Math.min(...[...counts].filter(([, weight]) => weight * 3 > most).map(([distance]) => distance));
  };
  return new Map([...distances].map(([size, counts]) => [size, mode(counts)]));
}
