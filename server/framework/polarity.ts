import type { Scale, ScaleValue, StatusValue } from './framework.ts';

/** How good a judgement or a status is, whatever the words of its scale. */
export type Polarity = 'best' | 'good' | 'neutral' | 'weak' | 'worst';

/** How good a judgement is: by where it stands among those of its scale. */
export function judgementPolarity(scale: Scale, value: ScaleValue): Polarity {
  const values = bestFirst(scale);
  const place = values.indexOf(value);
  // On a scale of grades what has none says that nothing was judged.
  if (place < 0 || values.length < 2) return 'neutral';
  if (place === 0) return 'best';
  if (place === values.length - 1) return 'worst';
  const middle = (values.length - 1) / 2;
  return place === middle ? 'neutral' : place < middle ? 'good' : 'weak';
}

/** Where a judgement stands among those of its scale, the best being 0; undefined for one that says nothing was judged. */
export function judgementPlace(scale: Scale, { label }: ScaleValue): number | undefined {
  const place = bestFirst(scale).findIndex((value) => value.label === label);
  return place < 0 ? undefined : place;
}

/** How good a status is: by what it says of the figures behind it. */
export function statusPolarity({ says }: StatusValue): Polarity {
  if (says === 'on-target') return 'good';
  if (says === 'near-target') return 'weak';
  return says === 'off-target' ? 'worst' : 'neutral';
}

function bestFirst({ better, values }: Scale): readonly ScaleValue[] {
  if (better === 'earlier') return values;
  const sign = better === 'lower-grade' ? 1 : -1;
  const graded = values.filter(({ grade }) => grade !== undefined);
  return [...graded].sort((a, b) => sign * ((a.grade ?? 0) - (b.grade ?? 0)));
}
