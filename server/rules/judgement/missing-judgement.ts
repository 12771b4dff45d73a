import { formatJudgement } from '../../framework/vocabulary.ts';
import { headingSpan, type Section } from '../../report/report.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  scope: 'document',
  summary: 'A section that the framework judges must state its judgement.',
  why: 'A reader looks for the judgement first; a section without one leaves the report unfinished.',
  severity: 'error',
  *check({ report }) {
    for (const section of report.sections) {
      const { area, role, statements, title } = section.content;
      const { heading } = section;
      if (area === undefined || heading === undefined || role?.def.judgement?.required !== true) continue;
      if (statements.some((statement) => statement.area === area)) continue;
      yield {
        at: headingSpan(section),
        message: `"${title}" states no judgement. Write one below the heading, such as "${example(section)}".`,
        fixes: area.scale.values.map((value) => ({
          title: `State the judgement: ${formatJudgement(value)}`,
          edits: (edit) => edit.setField(heading, 'Judgement', formatJudgement(value)),
        })),
      };
    }
  },
});

function example(section: Section): string {
  const value = section.content.area?.scale.values[1] ?? section.content.area?.scale.values[0];
  return value === undefined ? '' : formatJudgement(value);
}
