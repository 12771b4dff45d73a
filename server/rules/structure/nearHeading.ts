import { nearest } from '../../framework/name.ts';
import { sameWords } from '../../framework/slip.ts';
import type { SectionRole } from '../../framework/vocabulary.ts';
import type { Section } from '../../report/report.ts';

/**
 * The heading that was probably meant to be a section that must be there, of those that the framework does not
 * know: much may differ, since the section is missing.
 */
export function nearestHeading(role: SectionRole, unknown: readonly Section[]): Section | undefined {
  const names = [role.def.heading, ...role.def.aliases];
  const near = names.flatMap((name) => nearest(name, unknown, ({ content }) => content.title))[0];
  return near ?? unknown.find(({ content }) => names.some((name) => sameWords(content.title, name)));
}
