import { whenOf } from '../report/series.ts';
import { intervalOf } from '../values/quantity.ts';
import { type Facts, type PlacedSeries, pointSpan, pointsIn } from './facts.ts';
import { cellFigure, compared, type RepetitionTie } from './repetition.ts';

/** Measures that two tables of a document give for the same times: one tie a measure. */
export function seriesTwice(facts: Facts): readonly RepetitionTie[] {
  return [...facts.series.values()].flatMap((all) => {
    const [first, ...others] = all;
    if (first === undefined || others.length === 0) return [];
    return others.flatMap((other) => tieOf(first, other));
  });
}

function sameName({ series: a }: PlacedSeries, { series: b }: PlacedSeries): boolean {
  const [x, y] = [a.names[0], b.names[0]];
  return x !== undefined && x.key === y?.key && x.details.join() === y.details.join() && a !== b && a.isPercent === b.isPercent;
}

function tieOf(first: PlacedSeries, other: PlacedSeries): readonly RepetitionTie[] {
  if (!sameName(first, other) || first.series.measure === other.series.measure) return [];
  const { isPercent } = first.series;
  const later = new Map(pointsIn(other, 'actual').map((point) => [point.key, point]));
  const pairs = pointsIn(first, 'actual').flatMap((point) => {
    const twin = later.get(point.key);
    const [a, b] = [cellFigure(point, isPercent), twin && cellFigure(twin, isPercent)];
    if (twin === undefined || a === undefined || b === undefined) return [];
    return { point, twin, a, b, verdict: compared(intervalOf(a), intervalOf(b)) };
  });
  const wrong = pairs.filter(({ verdict }) => verdict === 'contradiction');
  // Where most figures differ the two tables are of different people, whatever their rows are called.
  if (pairs.length === 0 || 2 * wrong.length >= pairs.length) return [];
  const [shown] = wrong.length > 0 ? wrong : pairs;
  if (shown === undefined) return [];
  const name = `"${first.series.measure.name.text}"`;
  const [at, before] = [pointSpan(other, shown.twin), pointSpan(first, shown.point)];
  const more = wrong.length > 1 ? ` ${wrong.length} of the ${pairs.length} figures that both give differ.` : '';
  return [
    {
      kind: 'series',
      form: 'two tables',
      verdict: wrong.length > 0 ? 'contradiction' : 'holds',
      message: () =>
        wrong.length > 0
          ? `${name} is ${shown.twin.text.trim()} here for ${whenOf(shown.twin)}, and ${shown.point.text.trim()} in another table of this document.${more}`
          : `All ${pairs.length} figures of ${name} agree with those of another table.`,
      at,
      figures: pairs.flatMap(({ point, twin, a, b }) => [
        { quantity: b, role: 'same' as const, at: pointSpan(other, twin) },
        { quantity: a, role: 'same' as const, at: pointSpan(first, point) },
      ]),
      hypotheses: [],
      related: [{ at: before, message: `Here it is ${shown.point.text.trim()}.` }],
    },
  ];
}
