import { editDistance, normaliseName } from '../../framework/name.ts';
import { wordsOf } from '../../framework/slip.ts';
import type { SectionRole } from '../../framework/vocabulary.ts';
import type { Section } from '../../report/report.ts';

/** A heading that the framework does not know, made ready to be compared with many names. */
export interface UnknownHeading {
  readonly section: Section;
  /** Normalised. */
  readonly name: string;
  /** As `wordsOf` gives them. */
  readonly words: string;
}

/** The headings among sections that the framework does not know. */
export function unknownHeadings(sections: readonly Section[]): readonly UnknownHeading[] {
  return sections
    .filter(({ heading, content }) => heading !== undefined && content.role === undefined)
    .map((section) => ({ section, name: section.content.name, words: wordsOf(section.content.name) }));
}

/**
 * The heading that was probably meant to be a section that must be there, of those that the framework does not
 * know: much may differ, since the section is missing.
 */
export function nearestHeading(
  { def }: SectionRole,
  unknown: readonly UnknownHeading[],
): UnknownHeading | undefined {
  const names = [def.heading, ...def.aliases].map(normaliseName);
  for (const name of names) {
    const near = nearestTo(name, unknown);
    if (near !== undefined) return near;
  }
  const keys = new Set(names.map(wordsOf).filter((key) => key !== ''));
  return keys.size === 0 ? undefined : unknown.find((one) => keys.has(one.words));
}

/** At most a third of the letters differ, and never more than four. */
function nearestTo(name: string, unknown: readonly UnknownHeading[]): UnknownHeading | undefined {
  let limit = Math.min(4, Math.floor(name.length / 3));
  let best: UnknownHeading | undefined;
  for (const one of unknown) {
    const distance = editDistance(name, one.name, limit);
    if (distance > limit) continue;
    best = one;
    limit = distance - 1;
    if (limit < 0) break;
  }
  return best;
}
