/** What several actions may have in common, so that authors merge its cells. */
const MERGED = ['owner', 'due', 'impact'] as const;

export type SharedPart = (typeof MERGED)[number];

/** Which cells of a row are empty; undefined for one that is not there. */
export type EmptyCells = readonly (boolean | undefined)[];

/**
 * The parts that each row of a table of actions may share with the row above. Where cells are merged over rows only the
 * first row has their words. One empty cell alone is a gap; several below each other, or side by side in one row, or
 * behind an empty cell that stands before the action, may be merged ones.
 */
export function sharedParts(
  rows: readonly EmptyCells[],
  parts: readonly (string | undefined)[],
): readonly ReadonlySet<SharedPart>[] {
  const places = MERGED.flatMap((part) => {
    const index = parts.indexOf(part);
    return index < 0 ? [] : { part, below: emptyBelow(rows, index) };
  });
  const before = parts.slice(0, Math.max(0, parts.indexOf('action')));
  const leads = before.map((_, index) => emptyBelow(rows, index));
  return rows.map((_, at) => {
    const empty = places.filter(({ below }) => below[at]);
    const goesOn = empty.length > 1 || leads.some((below) => below[at]);
    const isRun = (below: readonly boolean[]) => below[at - 1] === true || below[at + 1] === true;
    return new Set(empty.filter(({ below }) => goesOn || isRun(below)).map(({ part }) => part));
  });
}

/** For each row whether its cell of a column is empty and one above it is not. */
function emptyBelow(rows: readonly EmptyCells[], index: number): readonly boolean[] {
  let isTold = false;
  return rows.map((cells) => {
    if (cells[index] === false) isTold = true;
    return isTold && cells[index] === true;
  });
}
