import { placeSpan } from '../../model/block.ts';
import type { Section } from '../../report/report.ts';
import { datedField } from '../../report/speaksFrom.ts';
import { namesTime, type UndatedMemo, undatedIn } from '../../report/undatedFigures.ts';
import { defineRule } from '../rule.ts';

/** Documents that are read long after they were written. What inspectors report is dated by their inspection. */
const KINDS = /^(?!inspection\b)[a-z-]{0,40}\b(?:evaluation|plan|grid|report)$/;

export default defineRule({
  scope: 'document',
  summary: 'A figure that is said to hold "currently" must say of when it is.',
  why: 'A self-evaluation or a report to a committee is read months later. "Currently 86%" cannot be checked then, nor compared with the next figure.',
  severity: 'info',
  *check({ report, undated }) {
    const kind = report.vocabulary?.framework.kind;
    if (kind === undefined || !KINDS.test(kind)) return;
    // What a document reports on is the time of its figures.
    if (datedField(report, ['period', 'reporting-period']) !== undefined) return;
    for (const section of report.sections) {
      for (const placed of section.own) {
        const found = undatedIn(placed.block, undated);
        if (found.length === 0 || isDated(section, undated)) continue;
        for (const { at, text } of found) {
          yield {
            at: placeSpan(placed, at),
            message: `"${text}" does not say of when it is. Give the day or the month of the figure.`,
          };
        }
      }
    }
  },
});

/** Whether a section names a time: its figures may be of that. So may those below a title with one. */
function isDated(section: Section, memo: UndatedMemo): boolean {
  if (section.own.some(({ block }) => namesTime(block, memo))) return true;
  for (let at: Section | undefined = section; at !== undefined; at = at.parent)
    if (at.heading !== undefined && namesTime(at.heading.block, memo)) return true;
  return false;
}
