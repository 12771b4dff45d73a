import type { SectionRole } from '../../framework/vocabulary.ts';

/** The largest set of roles that stand in the framework's order: all others are out of place. Of two, the later. */
export function longestRise(roles: readonly SectionRole[]): readonly SectionRole[] {
  let best: readonly SectionRole[] = [];
  const ending: (readonly SectionRole[])[] = [];
  for (const role of roles) {
    let longest: readonly SectionRole[] = [];
    for (const rise of ending) {
      if ((rise.at(-1)?.order ?? 0) < role.order && rise.length >= longest.length) longest = rise;
    }
    const rise = [...longest, role];
    ending.push(rise);
    if (rise.length >= best.length) best = rise;
  }
  return best;
}
