import type { ConstraintDef, Scale, ScaleValue } from '../../framework/framework.ts';
import { type Area, formatJudgement, type LabelReader } from '../../framework/vocabulary.ts';
import {
  anchorSpan,
  type PlacedStatement,
  type Report,
  statedValue,
  statementsOn,
} from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { restate } from '../restate.ts';
import { type Draft, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'document',
  summary: 'A judgement that the framework limits must not be better than its limit.',
  why: 'Where the framework lets one judgement limit another, a better one cannot stand: readers and lawyers will ask how it came about.',
  severity: 'error',
  *check({ report }) {
    if (report.vocabulary === undefined) return;
    const { framework, labels } = report.vocabulary;
    for (const constraint of framework.constraints) {
      const limited = judged(report, constraint.limited);
      const limit = limited && labels.value(constraint.best, limited.area.scale);
      if (limited === undefined || limit === undefined) continue;
      if (!isBetter(limited.value, limit, limited.area.scale)) continue;
      const causes = constraint.any
        .flatMap((id) => judged(report, id) ?? [])
        .filter(isReached(constraint, labels));
      if (causes.length > 0) yield finding(constraint, limited, limit, causes);
    }
  },
});

/** An area with the judgement that all its places agree on. */
interface Judged {
  readonly area: Area;
  readonly value: ScaleValue;
  readonly places: readonly PlacedStatement[];
}

/** What a section is judged; places that differ are another rule's matter, and nothing follows from them. */
function judged(report: Report, id: string): Judged | undefined {
  const area = report.vocabulary?.areas.find(({ section }) => section?.def.id === id);
  const places = area === undefined ? [] : statementsOn(report, area);
  const values = new Set(places.map(({ statement }) => statedValue(statement)));
  const [value] = values;
  return area === undefined || value === undefined || values.size > 1 ? undefined : { area, value, places };
}

/** Whether a judgement is as bad as the constraint says, or worse. */
function isReached({ at }: ConstraintDef, labels: LabelReader) {
  return ({ area, value }: Judged): boolean => {
    const bar = labels.value(at, area.scale);
    return bar !== undefined && !isBetter(value, bar, area.scale);
  };
}

function isBetter(a: ScaleValue, b: ScaleValue, { better, values }: Scale): boolean {
  if (better === 'earlier' || a.grade === undefined || b.grade === undefined) {
    return values.indexOf(a) < values.indexOf(b);
  }
  return better === 'lower-grade' ? a.grade < b.grade : a.grade > b.grade;
}

function finding(
  { because }: ConstraintDef,
  limited: Judged,
  limit: ScaleValue,
  causes: readonly Judged[],
): Draft<Span> {
  const [cause] = causes;
  const name = limited.area.name;
  return {
    at: placeOf(limited),
    message: `"${name}" is judged "${limited.value.label}", but can be no better than "${limit.label}", since "${cause?.area.name}" is judged "${cause?.value.label}".${because === undefined ? '' : ` ${because}`}`,
    related: causes.map((one) => ({
      at: placeOf(one),
      message: `"${one.area.name}" is judged "${one.value.label}".`,
    })),
    fixes: [
      {
        title: `Change "${name}" to ${formatJudgement(limit)}`,
        edits: (edit) =>
          limited.places.flatMap(({ section, statement }) =>
            restate(statement, limit, edit, (at) => anchorSpan(section, at)),
          ),
      },
    ],
  };
}

function placeOf({ places }: Judged): Span {
  const [first] = places;
  return first === undefined ? { from: 0, to: 0 } : anchorSpan(first.section, first.statement.at);
}
