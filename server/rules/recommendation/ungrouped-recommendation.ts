import { editDistance } from '../../framework/name.ts';
import { groupKey } from '../../report/recommendations.ts';
import { anchorSpan, type Section, type UngroupedRecommendations } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { listedWords } from '../../values/listing.ts';
import { offered } from '../choice.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';
import { groupsOf } from './groups.ts';

export default defineRule({
  scope: 'document',
  summary: 'Where recommendations are grouped by timescale, each must stand in one of the groups.',
  why: 'A recommendation without a timescale is one that nobody has to act on by any day.',
  severity: 'warning',
  *check({ report }) {
    for (const section of report.sections) {
      const { ungrouped, role } = section.content;
      // A report that groups none of them has chosen not to.
      if (ungrouped.length === 0 || groupsOf(report, section).length === 0) continue;
      const names = role?.def.recommendations?.groups ?? [];
      for (const run of ungrouped) yield finding(section, run, names);
    }
  },
});

function finding(section: Section, run: UngroupedRecommendations, names: readonly string[]): Draft<Span> {
  const choice = listedWords(names, 'or');
  if (run.below !== undefined) {
    const name = run.below.text.replace(/\s*:$/, '');
    return {
      at: anchorSpan(section, run.below.at),
      message: `"${name}" is none of the groups for recommendations, which are ${listedWords(names, 'and')}.`,
      fixes: renaming(section, run.below.at.block, anchorSpan(section, run.below.at), name, names),
    };
  }
  const what =
    run.count === 1
      ? 'This recommendation stands'
      : `This recommendation and the ${run.count === 2 ? 'next' : `${run.count - 1} below it`} stand`;
  return {
    at: anchorSpan(section, run.at),
    message: `${what} in no group. Put ${run.count === 1 ? 'it' : 'them'} below ${choice}.`,
  };
}

/** Every group, that for which the line is a slip first, where its words stand in the text as they are read. */
function renaming(
  section: Section,
  block: number,
  at: Span,
  name: string,
  names: readonly string[],
): readonly DraftFix<Span>[] {
  // Two timescales differ by no more than two letters: "two months", "ten months".
  const meant = names.filter((group) => editDistance(groupKey(name), groupKey(group), 1) === 1);
  if (section.own[block]?.block.source.includes(name) !== true) return [];
  const span = { from: at.from, to: at.from + name.length };
  return offered(meant, names).map((group) => ({
    title: `Change to "${group}"`,
    likely: meant.length === 1 && group === meant[0],
    edits: (edit) => edit.replace(span, group),
  }));
}
