import { placeSpan } from '../../model/block.ts';
import { type MetaEntry, metaText } from '../../model/model.ts';
import type { EvidenceMemo } from '../../report/evidence.ts';
import { evidenceAge, newest } from '../../report/evidenceAge.ts';
import { reckoningDay } from '../../report/reckoningDay.ts';
import { type Report, type Section, sectionsWithin } from '../../report/report.ts';
import { datedField } from '../../report/speaksFrom.ts';
import type { Span } from '../../text/span.ts';
import { type CalendarDate, monthsBetween } from '../../values/calendar.ts';
import { type Draft, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'document',
  summary: 'What is known must not rest on old evidence alone.',
  why: 'Services change within two years. An audit or a figure from before says how good practice was, and not how good it is.',
  severity: 'info',
  options: {
    months: {
      type: 'integer',
      default: 24,
      description: 'The number of months before the document up to which evidence is not old.',
    },
  },
  *check({ report, evidence, options }) {
    const day = dayOf(report);
    if (day === undefined) return;
    for (const section of report.sections) {
      if ((section.content.role?.def.evidence ?? section.binding.block?.evidence) !== 'required') continue;
      const found = stale(section, sectionsWithin(report, section), evidence, day, Number(options.months));
      if (found !== undefined) yield found;
    }
  },
});

interface Day {
  readonly day: CalendarDate;
  readonly entry: MetaEntry;
}

/** The day before which evidence is old. Of a document on a longer time it is the first of that. */
function dayOf(report: Report): Day | undefined {
  const { day, entry } = reckoningDay(report) ?? {};
  if (day !== undefined && entry !== undefined) return { day, entry };
  const period = datedField(report, ['period']);
  return period && { day: period.start, entry: period.entry };
}

function stale(
  { content }: Section,
  within: readonly Section[],
  memo: EvidenceMemo,
  { day, entry }: Day,
  months: number,
): Draft<Span> | undefined {
  const placed = within.flatMap(({ own }) => own);
  const age = newest(placed.map(({ block }) => evidenceAge(block, memo)));
  if (typeof age === 'string') return undefined;
  const old = monthsBetween(age.last, day);
  const at = placed.find(({ block }) => evidenceAge(block, memo) === age);
  if (at === undefined || old <= months) return undefined;
  return {
    at: placeSpan(at, age.at),
    message: `Nothing that "${content.title}" names is newer than "${age.text}", ${old} months before the document's ${entry.key}, "${metaText(entry.value).trim()}". Name newer evidence, or say why this still holds.`,
  };
}
