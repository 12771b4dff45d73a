import type { Report, Section } from '../../report/report.ts';
import type { ActionRoot, NumberedRecommendation } from '../../report/roots.ts';

/** The recommendations of a document and the actions that answer them by their numbers. */
export interface Answers {
  /** From 1 on, without a gap. */
  readonly recommendations: readonly { readonly section: Section; readonly own: NumberedRecommendation }[];
  readonly roots: readonly { readonly section: Section; readonly root: ActionRoot }[];
  readonly answered: ReadonlySet<number>;
}

/** The fewest that make a list. */
const FEWEST = 2;

/**
 * Undefined where a document does not hold both, and where it is not sure which list the numbers are of: there is another
 * list, or more of the numbers than a slip or two are on none.
 */
export function answersOf({ sections }: Report): Answers | undefined {
  const roots = sections.flatMap((section) => section.content.roots.map((root) => ({ section, root })));
  if (roots.length < FEWEST) return undefined;
  const recommendations = sections
    .flatMap((section) => section.content.numberedRecommendations.map((own) => ({ section, own })))
    .sort((a, b) => a.own.number - b.own.number);
  if (recommendations.length < FEWEST) return undefined;
  if (recommendations.some(({ own }, index) => own.number !== index + 1)) return undefined;
  if (roots.some(({ root }) => root.numbers === undefined)) return undefined;
  const answered = new Set(roots.flatMap(({ root }) => root.numbers ?? []));
  const known = [...answered].filter((number) => number >= 1 && number <= recommendations.length);
  const unknown = answered.size - known.length;
  if (known.length < FEWEST || 3 * unknown > answered.size) return undefined;
  return { recommendations, roots, answered };
}
