import { numberOf, oneOf, readInForce, readSource, texts, type Unsaid } from './draftValues.ts';
import type { Scale, ScaleValue } from './framework.ts';
import { child, items, type Located, textOf } from './locate.ts';

export type ScaleDraft = { readonly id: string } & Unsaid<Omit<Scale, 'id'>>;

const DIRECTIONS: readonly Scale['better'][] = ['lower-grade', 'higher-grade', 'earlier'];

/** Reads what is said of a scale. */
export function readScale(id: string, place: Located): ScaleDraft {
  const values = child(place, 'values');
  return {
    id,
    title: textOf(child(place, 'title')),
    inspectorate: textOf(child(place, 'inspectorate')),
    source: readSource(child(place, 'source')),
    better: oneOf(child(place, 'better'), DIRECTIONS),
    values: values && items(values).flatMap(readScaleValue),
    inForce: readInForce(child(place, 'in-force')),
  };
}

function readScaleValue(place: Located): readonly ScaleValue[] {
  const label = textOf(child(place, 'label'));
  if (label === undefined) return [];
  const grade = textOf(child(place, 'grade'));
  const short = textOf(child(place, 'short'));
  const aliases = texts(child(place, 'aliases')) ?? [];
  return [
    {
      label,
      grade: grade !== undefined && /^-?\d{1,9}$/.test(grade) ? Number(grade) : undefined,
      meaning: textOf(child(place, 'meaning')),
      short,
      aliases: short === undefined || aliases.includes(short) ? aliases : [short, ...aliases],
      phrases: texts(child(place, 'phrases')) ?? [],
      band: readBand(child(place, 'band')),
    },
  ];
}

function readBand(place: Located | undefined): ScaleValue['band'] {
  const [from, to] = [numberOf(child(place, 'from')), numberOf(child(place, 'to'))];
  return from === undefined || to === undefined ? undefined : { from, to };
}
