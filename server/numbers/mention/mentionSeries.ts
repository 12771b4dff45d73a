import type { MeasureDef } from '../../framework/framework.ts';
import type { Measure } from '../../report/contents.ts';
import type { MeasureDictionary } from '../../report/measureDictionary.ts';
import { saysPercent, unitShown } from '../../report/measureSense.ts';
import type { SectionContent } from '../../report/report.ts';
import { isFigure } from '../../report/series.ts';
import { intervalOf } from '../../values/quantity.ts';
import { measureWords } from './measureWords.ts';
import type { MeasureWords, MentionMemo, MentionRole, Series, SeriesPoint } from './mention.ts';
import { periodKey } from './mentionTimes.ts';
import { cellFigure } from './repetition.ts';

/** The measures of a section's tables with the words of their names, and of the other names that are defined for them. */
export function seriesIn(
  content: SectionContent,
  dictionary: MeasureDictionary,
  memo: MentionMemo,
): readonly Series[] {
  const known = memo.sections.get(content);
  if (known !== undefined) return known;
  const series = content.measures.map((measure) => seriesOf(measure, dictionary.find(measure.name.text)));
  memo.sections.set(content, series);
  return series;
}

function seriesOf(measure: Measure, def: MeasureDef | undefined): Series {
  const known = new Map<MentionRole, readonly SeriesPoint[]>();
  const isShare = isPercent(measure, def);
  const points = (role: MentionRole) => {
    const read = known.get(role) ?? pointsIn(measure, isShare, role, def);
    known.set(role, read);
    return read;
  };
  return { measure, names: namesOf(measure, def), isPercent: isShare, points };
}

function pointsIn(
  { steps }: Measure,
  isShare: boolean,
  role: MentionRole,
  def: MeasureDef | undefined,
): readonly SeriesPoint[] {
  return steps.flatMap((step) => {
    const point = role === 'target' ? step.target : step.actual;
    const quantity = isFigure(point) ? cellFigure(point, isShare, def?.unit) : undefined;
    if (point === undefined || quantity === undefined || step.period === undefined) return [];
    return [{ point, key: periodKey(step.period), quantity, interval: intervalOf(quantity) }];
  });
}

function namesOf({ name: { text } }: Measure, def: MeasureDef | undefined): readonly MeasureWords[] {
  const names = def === undefined ? [text] : [text, def.name, ...def.aliases];
  const byKey = new Map(names.map((name) => measureWords(name, false)).map((words) => [words.key, words]));
  return [...byKey.values()].filter(({ count }) => count > 0);
}

function isPercent({ name, rows }: Measure, def: MeasureDef | undefined): boolean {
  const figures = rows.flatMap(({ points }) => points.filter(isFigure));
  const units = new Set(figures.map(({ cell }) => unitShown(cell)));
  if (units.has('percent')) return !units.has('currency') && !units.has('rate') && !units.has('days');
  return units.size === 1 && units.has('number') && (def?.unit === 'percent' || saysPercent(name.text));
}
