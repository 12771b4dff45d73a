import { anchorSpan, headingSpan } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, defineRule } from '../rule.ts';
import { shortly } from '../shortly.ts';
import { type Answers, answersOf } from './answers.ts';

export default defineRule({
  scope: 'document',
  summary: 'An action must name a recommendation that the document has.',
  why: 'Nobody can tell why the action is taken, and the recommendation that was meant seems to have no answer.',
  severity: 'warning',
  *check({ report }) {
    const answers = answersOf(report);
    if (answers === undefined) return;
    yield* strangers(answers);
    yield* blanks(answers);
  },
});

/** Numbers that no recommendation has. */
function* strangers({ recommendations, roots }: Answers): Iterable<Draft<Span>> {
  const count = recommendations.length;
  const [first] = recommendations;
  for (const { section, root } of roots) {
    const wrong = root.numbers?.find((number) => number < 1 || number > count);
    if (wrong === undefined || first === undefined) continue;
    yield {
      at: anchorSpan(section, root.words.at),
      message: `"${shortly(root.action)}" is to answer recommendation ${wrong}, and there are ${count}. Correct the number.`,
      related: [{ at: headingSpan(first.section), message: `There are ${count} recommendations here.` }],
    };
  }
}

/** The only action that names none, where a recommendation is written again in each of its rows. */
function* blanks({ roots }: Answers): Iterable<Draft<Span>> {
  const [only, other] = roots.filter(({ root }) => root.words.text === '');
  if (only === undefined || other !== undefined) return;
  if (!roots.some(({ root }) => root.isRepeated)) return;
  yield {
    at: anchorSpan(only.section, only.root.words.at),
    message: `"${shortly(only.root.action)}" does not say which recommendation it answers, as all other actions do. Give its number.`,
  };
}
