import { normaliseName, normalisePhrase } from '../framework/name.ts';
import type { Area, SectionRole, Vocabulary } from '../framework/vocabulary.ts';

/** What the name of a row stands for. */
export interface RowName {
  readonly area: Area | undefined;
  /** It names a section that has no judgement of its own: those below it follow. */
  readonly group: boolean;
}

/**
 * What the names of a summary's rows stand for, in their order. Where areas share a name, as those of two groups do,
 * the group that was named last decides, and without one the order.
 */
export function readRowNames(names: readonly string[], vocabulary: Vocabulary): readonly RowName[] {
  const named = new Set<Area>();
  let group: readonly SectionRole[] = [];
  return names.map((name) => {
    const { areas, roles } = meantBy(name, vocabulary);
    const here = areas.filter(
      ({ section }) => section?.parent !== undefined && group.includes(section.parent),
    );
    const likely = here.length > 0 ? here : areas;
    const area = likely.find((one) => !named.has(one)) ?? likely[0];
    if (area !== undefined) named.add(area);
    else if (roles.length > 0) group = roles;
    return { area, group: area === undefined && roles.length > 0 };
  });
}

/** The areas and sections of that name. A section's own name counts before what areas are called in running text. */
function meantBy(
  name: string,
  { areas, areasByName, sectionsByName }: Vocabulary,
): { readonly areas: readonly Area[]; readonly roles: readonly SectionRole[] } {
  if (name === '') return { areas: [], roles: [] };
  const phrase = normalisePhrase(name);
  const roles =
    [normaliseName(name), phrase, `the ${phrase}`].map((key) => sectionsByName.get(key)).find(Boolean) ?? [];
  if (roles.length > 0)
    return { areas: areas.filter(({ section }) => section && roles.includes(section)), roles };
  const area = areasByName.get(phrase);
  return { areas: area === undefined ? [] : [area], roles };
}
