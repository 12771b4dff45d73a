/** A line with a number that may be a page's. */
export interface Chained {
  readonly index: number;
  readonly number: number;
  /** How many words of the document stand before the line. */
  readonly words: number;
}

// How many words a page holds, at least and at most: a page of charts has few, a page of small print many.
const FEWEST_WORDS = 60;
const MOST_WORDS = 1200;
// How many candidates back a line may follow on: labels of a chart may stand between two page numbers.
const REACH = 24;

/**
 * The lines, by index, whose numbers grow as the text does: at least two of them, each at the distance from
 * the one before that so many pages take. Labels of charts and numbers of tables do not.
 */
export function increasing(candidates: readonly Chained[]): readonly number[] {
  const inChain = new Set<number>();
  for (const [position, candidate] of candidates.entries()) {
    for (let back = position - 1; back >= 0 && back >= position - REACH; back -= 1) {
      const before = candidates[back];
      if (before === undefined || !follows(before, candidate)) continue;
      inChain.add(before.index);
      inChain.add(candidate.index);
      break;
    }
  }
  return [...inChain];
}

function follows(before: Chained, behind: Chained): boolean {
  const pages = behind.number - before.number;
  const words = behind.words - before.words;
  return pages > 0 && words >= pages * FEWEST_WORDS && words <= pages * MOST_WORDS;
}
