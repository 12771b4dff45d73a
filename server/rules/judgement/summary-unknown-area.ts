import { nearest, normaliseName } from '../../framework/name.ts';
import type { Vocabulary } from '../../framework/vocabulary.ts';
import type { SummaryRow } from '../../report/report.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  scope: 'section',
  summary: 'Every row of the summary of judgements must name an area that the framework judges.',
  why: 'A row under another name cannot be matched with the section it sums up, so nobody notices when the two differ.',
  severity: 'warning',
  *check({ content, vocabulary }) {
    for (const row of content.summary?.rows ?? []) {
      if (row.area !== undefined || row.group) continue;
      const near = nearest(row.name, summaryNames(vocabulary), (name) => name);
      if (near.length === 0 && isTitle(row)) continue;
      const known = isOfOtherTimes(row, vocabulary)
        ? 'The framework does not judge it on the day of this document.'
        : 'The framework judges no such area.';
      const hint = near[0] === undefined ? known : `Is it "${near[0]}"?`;
      yield {
        at: row.at,
        message: `"${row.name}" is not an area of ${vocabulary.framework.title}. ${hint}`,
        fixes: near.slice(0, 3).map((name) => ({
          title: `Change to "${name}"`,
          edits: (edit, place) => edit.replace(place(row.at), name),
        })),
      };
    }
  },
});

/** Whether a row gives no judgement where one would stand: it names those below it. */
function isTitle({ cell }: SummaryRow): boolean {
  return cell !== undefined && cell.span.from === cell.span.to;
}

/** Whether the framework has a section of that name at another time. */
function isOfOtherTimes({ name }: SummaryRow, { atOtherTimes }: Vocabulary): boolean {
  return atOtherTimes.some(({ heading, aliases }) =>
    [heading, ...aliases].some((one) => normaliseName(one) === normaliseName(name)),
  );
}

function summaryNames(vocabulary: Vocabulary): readonly string[] {
  return [
    ...new Set([
      ...vocabulary.areas.map((area) => area.name),
      ...vocabulary.roles.map((role) => role.def.heading),
    ]),
  ];
}
