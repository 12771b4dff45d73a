import { anchorSpan } from '../../report/report.ts';
import { defineRule } from '../rule.ts';
import { answersOf } from './answers.ts';

export default defineRule({
  scope: 'document',
  summary: 'Where actions answer the recommendations of a document by number, each should have an action.',
  why: 'A recommendation that nobody acts on looks like one that was overlooked.',
  severity: 'info',
  reads: ['numberedRecommendations', 'roots'],
  *check({ report }) {
    const answers = answersOf(report);
    if (answers === undefined) return;
    const { recommendations, answered } = answers;
    const open = recommendations.filter(({ own }) => !answered.has(own.number) && !own.isSettled);
    // Where many have none the actions answer a part of them on purpose.
    if (4 * open.length > recommendations.length && open.length > 1) return;
    for (const { section, own } of open) {
      yield {
        at: anchorSpan(section, own.at),
        message: `No action answers recommendation ${own.number}, and ${open.length === 1 ? 'all' : 'nearly all'} others have one. Add an action, or say why there is none.`,
      };
    }
  },
});
