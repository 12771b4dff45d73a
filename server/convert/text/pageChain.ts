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

// So many numbers in turn, a page apart from each other, are page numbers whatever stands around them.
const LONGEST_CHANCE = 2;

/** The lines, by index, whose numbers come in turn without a gap, three or more of them, each a page apart. */
export function inTurn(candidates: readonly Chained[]): readonly number[] {
  const chains: number[][] = [];
  const open = new Map<number, { readonly last: Chained; readonly chain: number[] }>();
  for (const candidate of candidates) {
    const before = open.get(candidate.number - 1);
    const goesOn = before !== undefined && follows(before.last, candidate);
    const chain = goesOn ? before.chain : [];
    if (chain.length === 0) chains.push(chain);
    chain.push(candidate.index);
    // A label of a chart with the number of a page must not take the place of the page's in the chain.
    if (goesOn) open.delete(candidate.number - 1);
    if (goesOn || !open.has(candidate.number)) open.set(candidate.number, { last: candidate, chain });
  }
  return chains.filter((chain) => chain.length > LONGEST_CHANCE).flat();
}

function follows(before: Chained, behind: Chained): boolean {
  const pages = behind.number - before.number;
  const words = behind.words - before.words;
  return pages > 0 && words >= pages * FEWEST_WORDS && words <= pages * MOST_WORDS;
}
