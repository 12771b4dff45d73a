/** The largest set of things that stand in their order: all others are out of place. Of two, the later. */
export function longestRise<Thing extends { readonly order: number }>(
  things: readonly Thing[],
): readonly Thing[] {
  let best: readonly Thing[] = [];
  const ending: (readonly Thing[])[] = [];
  for (const thing of things) {
    let longest: readonly Thing[] = [];
    for (const rise of ending) {
      if ((rise.at(-1)?.order ?? 0) < thing.order && rise.length >= longest.length) longest = rise;
    }
    const rise = [...longest, thing];
    ending.push(rise);
    if (rise.length >= best.length) best = rise;
  }
  return best;
}

/** The positions of the longest run of numbers that goes up, in any distance from one another. Of two, the later. */
export function indexRise(numbers: readonly number[]): ReadonlySet<number> {
  // The last positions of the best runs of each length, and what stands before each position in its run.
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  numbers.forEach((number, at) => {
    let low = 0;
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before[at] = ends[low - 1];
    ends[low] = at;
  });
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before[at]) kept.add(at);
  return kept;
}
