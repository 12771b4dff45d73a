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
