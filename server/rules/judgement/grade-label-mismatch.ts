import { formatJudgement } from '../../framework/vocabulary.ts';
import { restate } from '../restate.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  scope: 'section',
  summary: 'The number of a grade and its label must belong together.',
  why: 'When "Grade 3" stands beside "Good", nobody can tell which of the two the inspectors meant.',
  severity: 'error',
  *check({ content }) {
    for (const statement of content.statements) {
      const { label, grade } = statement;
      if (label?.value === undefined || grade?.value === undefined || label.value === grade.value) continue;
      yield {
        at: statement.at,
        message: `"${statement.text}" contradicts itself: Grade ${grade.text} is "${grade.value.label}", and "${label.value.label}" is Grade ${label.value.grade}.`,
        fixes: [label.value, grade.value].map((value) => ({
          title: `Change to ${formatJudgement(value)}`,
          edits: (edit, place) => restate(statement, value, edit, place),
        })),
      };
    }
  },
});
