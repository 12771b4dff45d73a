import { normaliseName } from '../../framework/name.ts';
import type { DocumentContext } from '../rule.ts';

/** Longer lists are of no help among quick fixes. */
const MOST_OFFERED = 5;
/** One heading, such as "Background", is in many frameworks. */
const FEWEST_SHARED = 2;

/**
 * The frameworks to offer to a document that names none: those whose sections it has, the most of them first. A
 * document that fits none is offered any.
 */
export function offeredFrameworks({ report, frameworks, vocabulary }: DocumentContext): readonly string[] {
  const headings = new Set(report.sections.map(({ content }) => normaliseName(content.title)));
  const fitting = frameworks
    .map((id) => {
      const roles = vocabulary(id)?.roles ?? [];
      const shared = roles.filter(({ def }) =>
        [def.heading, ...def.aliases].some((name) => headings.has(normaliseName(name))),
      ).length;
      return { id, shared, share: shared / Math.max(1, roles.length) };
    })
    .filter(({ shared }) => shared >= FEWEST_SHARED)
    .sort((a, b) => b.shared - a.shared || b.share - a.share);
  return (fitting.length > 0 ? fitting.map(({ id }) => id) : frameworks).slice(0, MOST_OFFERED);
}
