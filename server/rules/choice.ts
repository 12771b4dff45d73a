/** A longer list of values is of no help as quick fixes. */
export const MOST_OFFERED = 8;

/** What may have been meant, before whatever else may be written: a few, without any twice. */
export function offered<T>(meant: readonly T[], all: readonly T[]): readonly T[] {
  return [...new Set([...meant, ...all])].slice(0, Math.max(MOST_OFFERED, meant.length));
}
