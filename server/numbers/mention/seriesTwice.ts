import { whenOf } from '../../report/series.ts';
import { type Facts, type PlacedSeries, pointSpan } from './facts.ts';
import type { MentionMemo, Series, SeriesPair, SeriesPoint } from './mention.ts';
import { compared, type RepetitionTie } from './repetition.ts';

/** Measures that two tables of a document give for the same times: one tie a measure. */
export function seriesTwice(facts: Facts): readonly RepetitionTie[] {
  return [...facts.series.values()].flatMap((all) => {
    const [first, ...others] = all;
    if (first === undefined || others.length === 0) return [];
    return others.flatMap((other) => tieOf(first, other, facts.memo));
  });
}

function sameName({ series: a }: PlacedSeries, { series: b }: PlacedSeries): boolean {
  const [x, y] = [a.names[0], b.names[0]];
  return (
    x !== undefined &&
    x.key === y?.key &&
    x.details.join() === y.details.join() &&
    a !== b &&
    a.isPercent === b.isPercent
  );
}

function pairOf(a: Series, b: Series, memo: MentionMemo): SeriesPair {
  const known = memo.pairs.get(a) ?? new WeakMap<Series, SeriesPair>();
  memo.pairs.set(a, known);
  const before = known.get(b);
  if (before !== undefined) return before;
  const later = new Map(b.points('actual').map((point) => [point.key, point]));
  const points = a.points('actual').flatMap((first) => {
    const other = later.get(first.key);
    if (other === undefined) return [];
    return { first, other, agrees: compared(first.interval, other.interval) === 'holds' };
  });
  known.set(b, { points });
  return { points };
}

function tieOf(first: PlacedSeries, other: PlacedSeries, memo: MentionMemo): readonly RepetitionTie[] {
  if (!sameName(first, other)) return [];
  const { points } = pairOf(first.series, other.series, memo);
  const wrong = points.filter(({ agrees }) => !agrees);
  // Where most figures differ the two tables are of different people, whatever their rows are called.
  if (2 * wrong.length >= points.length) return [];
  const [shown = points[0]] = wrong;
  if (shown === undefined) return [];
  const name = `"${first.series.measure.name.text}"`;
  const [here, there] = [shown.other.point, shown.first.point];
  const more =
    wrong.length > 1 ? ` ${wrong.length} of the ${points.length} figures that both give differ.` : '';
  return [
    {
      kind: 'series',
      form: 'two tables',
      verdict: wrong.length > 0 ? 'contradiction' : 'holds',
      message: () =>
        wrong.length > 0
          ? `${name} is ${here.text.trim()} here for ${whenOf(here)}, and ${there.text.trim()} in another table of this document.${more}`
          : `All ${points.length} figures of ${name} agree with those of another table.`,
      at: pointSpan(other, shown.other),
      // Two long rows have many: they are placed for those who ask, not at every keystroke.
      get figures() {
        return points.flatMap((pair) => [
          { quantity: pair.other.quantity, role: 'same' as const, at: pointSpan(other, pair.other) },
          { quantity: pair.first.quantity, role: 'same' as const, at: pointSpan(first, pair.first) },
        ]);
      },
      // Of several that differ no one figure is the slip.
      hypotheses: wrong.length === 1 ? hypothesesOf(first, other, shown) : [],
      related: [{ at: pointSpan(first, shown.first), message: `Here it is ${there.text.trim()}.` }],
    },
  ];
}

/** The figure of either table in the other. */
function hypothesesOf(
  first: PlacedSeries,
  other: PlacedSeries,
  pair: { readonly first: SeriesPoint; readonly other: SeriesPoint },
): RepetitionTie['hypotheses'] {
  const [there, here] = [pair.first.point.text.trim(), pair.other.point.text.trim()];
  return [
    { title: `Change ${here} to ${there}`, at: pointSpan(other, pair.other), replacement: there },
    {
      title: `Change ${there} in the other table to ${here}`,
      at: pointSpan(first, pair.first),
      replacement: here,
    },
  ];
}
