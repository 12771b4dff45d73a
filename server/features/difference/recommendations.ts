import { normaliseName } from '../../framework/name.ts';
import type { Anchor } from '../../report/contents.ts';
import { anchorSpan, type Section } from '../../report/report.ts';
import { plainText } from './plainWords.ts';
import { quotedName } from './rows.ts';
import type { Part, Thing } from './thing.ts';

/** Headings below which each item of a list asks for something. */
const TITLE =
  /^(?:(?:our|key|main|the|all|list of|summary of|priority) ){0,2}(?:recommendations?|areas? for (?:improvement|development|priority action)|what needs to improve|priority actions?)(?: .{0,60})?$/;

interface Asked {
  readonly at: Anchor;
  readonly text: string;
  /** The timescale that it stands below. */
  readonly group: string | undefined;
  readonly number: string | undefined;
}

/** What a section recommends, item by item, by number and words. */
export function recommendationThings(section: Section): readonly Thing[] {
  return askedIn(section).map(({ at, text, group, number }) => {
    const span = anchorSpan(section, at);
    const timescale: Part = {
      key: 'timescale',
      kind: 'recommendation',
      label: 'timescale',
      said: { text: group ?? '', span },
      value: normaliseName(group ?? ''),
    };
    return {
      kind: 'recommendation',
      section,
      keys: [plainText(text), ...(number === undefined ? [] : [`number ${number}`])],
      name: { text, span },
      subject: `Recommendation ${quotedName(text)}`,
      isWorded: true,
      parts: group === undefined ? [] : [timescale],
      takes: [span],
    };
  });
}

function askedIn(section: Section): readonly Asked[] {
  const { recommendations, name } = section.content;
  // One that has a heading of its own is a section.
  const numberedRecommendations = section.content.numberedRecommendations.filter(({ at }) => at.block >= 0);
  const numbers = new Map(numberedRecommendations.map(({ at, number }) => [at.block, String(number)]));
  const grouped = recommendations.flatMap(({ name: group, items }) =>
    items.map((at) => asked(section, at, group, numbers)),
  );
  if (grouped.length > 0) return grouped;
  if (!TITLE.test(name))
    return numberedRecommendations.map(({ at }) => asked(section, at, undefined, numbers));
  return section.own.flatMap(({ block }, index) => {
    const [leaf] = block.leaves;
    if (block.kind !== 'item' || leaf === undefined || block.tables.length > 0) return [];
    const span = leaf.prose.sourceSpan(0, leaf.prose.text.length);
    return [asked(section, { block: index, span }, undefined, numbers)];
  });
}

function asked(
  section: Section,
  at: Anchor,
  group: string | undefined,
  numbers: ReadonlyMap<number, string>,
): Asked {
  const leaf = section.own[at.block]?.block.leaves.find(({ prose }) => {
    const own = prose.sourceSpan(0, prose.text.length);
    return own.from >= at.span.from && own.to <= at.span.to;
  });
  return { at, text: leaf?.prose.text ?? '', group, number: numbers.get(at.block) };
}
