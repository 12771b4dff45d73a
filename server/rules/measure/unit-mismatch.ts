import type { MeasureDef } from '../../framework/framework.ts';
import type { Anchor, Measure, Point } from '../../report/contents.ts';
import { saysCount, saysPercent, unitShown, WRITTEN_AS } from '../../report/measureSense.ts';
import { pointsOf } from '../../report/series.ts';
import { compareDecimals, integer } from '../../values/decimal.ts';
import { type Draft, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'section',
  summary: 'The figures of one measure must all be percentages, or all plain numbers.',
  why: 'A reader cannot tell whether 84 among percentages is a share or a number of children, and no figure can be held against another of a different kind.',
  severity: 'warning',
  *check({ content, measures }) {
    for (const measure of content.measures) {
      const points = measure.rows
        .filter(({ role }) => role === 'target' || role === 'actual')
        .flatMap((row) => pointsOf(row).filter(isTold));
      const odd = oddOnes(points, measure, measures.find(measure.name.text));
      if (odd !== undefined) yield finding(odd, measure);
    }
  },
});

interface Odd {
  readonly points: readonly Point[];
  readonly first: Point;
  /** What the figures should be. */
  readonly wanted: 'percent' | 'number';
  readonly isDefined: boolean;
}

/** Whether a figure shows what it is counted in. Nought is nought, and below a sign for per cent none is needed. */
function isTold({ cell, header }: Point): boolean {
  const unit = unitShown(cell);
  if (unit !== 'percent' && unit !== 'number') return false;
  if (unit === 'number' && /%|per ?cent/i.test(header)) return false;
  return unit === 'percent' || cell.kind !== 'figure' || cell.value.digits !== 0n;
}

function oddOnes(points: readonly Point[], { name }: Measure, def: MeasureDef | undefined): Odd | undefined {
  const shares = points.filter(({ cell }) => unitShown(cell) === 'percent');
  const counts = points.filter(({ cell }) => unitShown(cell) === 'number');
  if (def?.unit !== undefined) {
    const allowed = WRITTEN_AS[def.unit];
    const isPlain = def.unit === 'percent' && shares.length === 0 && saysPercent(name.text);
    if (isPlain || (allowed.has('percent') && allowed.has('number'))) return undefined;
    return allowed.has('percent') ? oddOf(counts, 'percent', true) : oddOf(shares, 'number', true);
  }
  if (shares.length === 0 || counts.length === 0) return undefined;
  const isShare =
    shares.length === counts.length
      ? saysPercent(name.text) || !saysCount(name.text)
      : shares.length > counts.length;
  return isShare ? oddOf(counts, 'percent', false) : oddOf(shares, 'number', false);
}

function oddOf(points: readonly Point[], wanted: Odd['wanted'], isDefined: boolean): Odd | undefined {
  const [first] = points;
  return first && { points, first, wanted, isDefined };
}

function finding({ points, first, wanted, isDefined }: Odd, { name }: Measure): Draft<Anchor> {
  const others = points.slice(1);
  const [one, many, right] =
    wanted === 'percent'
      ? ['a plain number', 'plain numbers', 'percentages']
      : ['a percentage', 'percentages', 'plain numbers'];
  const subject =
    others.length === 0
      ? `"${first.text}" is ${one}`
      : `"${first.text}" and ${others.length} more are ${many}`;
  const rest = isDefined
    ? `the figures of "${name.text}" are defined as ${right}`
    : `the other figures of "${name.text}" are ${right}`;
  return {
    at: first.at,
    message: `${subject}, but ${rest}. Write all of them in one way.`,
    related: others.slice(0, 5).map(({ at, text }) => ({ at, message: `"${text}" is ${one} too.` })),
    fixes: wanted === 'percent' && points.every(isShareLike) ? [percentFix(points)] : [],
  };
}

function isShareLike({ cell }: Point): boolean {
  return (
    cell.kind === 'figure' &&
    compareDecimals(cell.value, integer(0)) >= 0 &&
    compareDecimals(cell.value, integer(100)) <= 0
  );
}

function percentFix(points: readonly Point[]): NonNullable<Draft<Anchor>['fixes']>[number] {
  const [first] = points;
  return {
    title: points.length === 1 ? `Write "${first?.text}%"` : 'Write them all as percentages',
    edits: (edit, place) => points.flatMap(({ at, text }) => edit.replace(place(at), `${text}%`)),
  };
}
