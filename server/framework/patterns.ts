import type { PatternDef, SectionDef } from './framework.ts';

/**
 * The sections with those below them that their patterns ask for, in front of their own. What a pattern puts
 * below a section has an id of its own: the section's, a hyphen, and the one that it has in the pattern.
 */
export function withPatterns(
  sections: readonly SectionDef[],
  patterns: ReadonlyMap<string, PatternDef>,
): readonly SectionDef[] {
  return sections.map((section) => {
    // What was inherited has its pattern's sections already, and the pattern may say something else here.
    const own = section.sections.filter(({ ofPattern }) => ofPattern === undefined);
    const repeated = patterns.get(section.pattern ?? '')?.sections ?? [];
    if (section.pattern === undefined && own.length === 0) return section;
    const added = repeated.map((one) => below(one, section.id, section.pattern));
    return { ...section, sections: [...added, ...withPatterns(own, patterns)] };
  });
}

function below(section: SectionDef, prefix: string, pattern: string | undefined): SectionDef {
  const id = `${prefix}-${section.id}`;
  const sections = section.sections.map((one) => below(one, id, pattern));
  return { ...section, id, ofPattern: pattern, sections };
}
