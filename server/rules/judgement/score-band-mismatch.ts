import type { ScaleValue } from '../../framework/framework.ts';
import {
  anchorSpan,
  type PlacedStatement,
  type Report,
  type Section,
  statedValue,
  statementsOn,
} from '../../report/report.ts';
import type { Score } from '../../report/scores.ts';
import type { Span } from '../../text/span.ts';
import { restate } from '../restate.ts';
import { type Draft, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'document',
  summary: 'A score and the rating that follows from it must fit each other.',
  why: 'Where a rating is worked out from a score, one of the two is wrong when they do not fit, and the rating is what gets quoted.',
  severity: 'error',
  *check({ report }) {
    for (const section of report.sections) {
      for (const score of section.content.scores) yield* misfits(report, section, score);
    }
  },
});

function* misfits(report: Report, section: Section, score: Score): Iterable<Draft<Span>> {
  const right = score.area.scale.values.find((value) => isWithin(score, value));
  // Between two bands lie scores that cannot be got; what they would come to nobody says.
  if (right === undefined) return;
  const wrong = statementsOn(report, score.area).filter(({ statement }) => {
    const value = statedValue(statement);
    return value !== undefined && value !== right && value.band !== undefined;
  });
  const [first] = wrong;
  const rated = first && statedValue(first.statement);
  if (first === undefined || rated === undefined) return;
  yield {
    at: anchorSpan(section, score.at),
    message: `The score "${score.text}" is rated "${first.statement.text}", but it lies in "${right.label}" (${band(right, score)}). "${rated.label}" takes ${band(rated, score)}. Correct the score or the rating.`,
    related: wrong.map(({ section: other, statement }) => ({
      at: anchorSpan(other, statement.at),
      message: `Rated "${statement.text}" here.`,
    })),
    fixes: [{ title: `Change the rating to ${right.label}`, edits: (edit) => rerate(wrong, right, edit) }],
  };
}

function rerate(
  wrong: readonly PlacedStatement[],
  value: ScaleValue,
  edit: Parameters<typeof restate>[2],
): ReturnType<typeof restate> {
  return wrong.flatMap(({ section, statement }) =>
    restate(statement, value, edit, (at) => anchorSpan(section, at)),
  );
}

function isWithin({ share }: Score, { band }: ScaleValue): boolean {
  return band !== undefined && band.from <= share && share <= band.to;
}

/** The scores that come to a judgement, in points where the score counts points: "63% to 87%", "19 to 30 of 36". */
function band({ band }: ScaleValue, { outOf }: Score): string {
  if (band === undefined) return '';
  if (outOf === undefined || outOf === 100) return `${band.from}% to ${band.to}%`;
  const points = (share: number) => (share * outOf) / 100;
  return `${Math.ceil(points(band.from))} to ${Math.floor(points(band.to))} of ${outOf}`;
}
