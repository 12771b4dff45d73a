import type { Measure } from '../report/contents.ts';
import { anchorSpan, type Report, type Section } from '../report/report.ts';
import { standingsOf } from '../rules/measure/sectionStatus.ts';
import { standingOf } from '../rules/measure/standing.ts';
import { type Measured, measuredIn } from '../rules/measure/statusRows.ts';
import { type CoverageGroup, type CoverageItem, sharedGroup } from './coverageItem.ts';

/** Which measures could be held against their targets, and why the others could not; undefined where there are none. */
export function measureCoverage(report: Report): CoverageGroup | undefined {
  const measured = measuredIn(report);
  const items = report.sections.flatMap((section) => itemsOf(report, section, measured));
  if (items.length === 0) return undefined;
  const done = items.filter(({ state }) => state === 'held').length;
  const what = items.length === 1 ? 'measure held against its target' : 'measures held against their targets';
  return sharedGroup('Measures', { done, of: items.length, what }, 'held against target', items, 'unchecked');
}

function itemsOf(report: Report, section: Section, measured: Measured): readonly CoverageItem[] {
  if (section.content.measures.length === 0) return [];
  const standings = new Map(
    standingsOf(report, section, measured).map((placed) => [placed.standing.measure, placed]),
  );
  return section.content.measures.map((measure): CoverageItem => {
    const placed = standings.get(measure);
    const common = { label: measure.name.text, at: anchorSpan(section, measure.name.at).from, items: [] };
    return placed === undefined
      ? { ...common, detail: whyNot(report, section, measure, measured), state: 'unchecked' }
      : { ...common, detail: placed.text, state: 'held' };
  });
}

/** Why a measure cannot be held against a target. */
function whyNot(report: Report, section: Section, measure: Measure, { end }: Measured): string {
  const def = report.measures.find(measure.name.text);
  const hasTargets =
    (def?.targets.length ?? 0) > 0 || measure.steps.some(({ target }) => (target?.text.trim() ?? '') !== '');
  if (!hasTargets) return 'no target is given';
  const standing = standingOf(measure, def, section.content.tables[measure.table], end);
  if (standing === undefined) return 'no figure with a target for the time that the document reports on';
  if (standing.better === undefined) return 'nothing tells whether higher or lower is better';
  if (standing.better === 'none') return 'neither higher nor lower is better';
  return 'its figure and its target cannot be compared';
}
