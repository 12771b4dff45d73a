import { child, descend, elementsOf, textOf, within, type XmlElement } from '../office/xml.ts';
import { formatValue } from './chartValues.ts';
import { numberOf } from './properties.ts';

/** A chart as the table that it was drawn from: its first row names the series, its first column the categories. */
export interface Chart {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

interface Series {
  readonly name: string;
  readonly categories: ReadonlyMap<number, string>;
  readonly values: ReadonlyMap<number, string>;
}

const MOST_POINTS = 2000;

/** Reads the figures that a chart keeps of its workbook, which is not opened. */
export function readChart(root: XmlElement): Chart {
  const chart = child(root, 'c:chart');
  const series = within(child(chart, 'c:plotArea'), 'c:ser').map(readSeries);
  const categories = new Map<number, string>();
  for (const one of series)
    for (const [at, words] of one.categories) if (!categories.has(at)) categories.set(at, words);
  const points = new Set([...categories.keys(), ...series.flatMap(({ values }) => [...values.keys()])]);
  const rows = [...points]
    .sort((a, b) => a - b)
    .slice(0, MOST_POINTS)
    .map((at) => [categories.get(at) ?? '', ...series.map(({ values }) => values.get(at) ?? '')]);
  const title = richText(child(chart, 'c:title'));
  if (rows.length === 0) return { title, rows: [] };
  return { title, rows: [['', ...series.map(({ name }) => name)], ...rows] };
}

function readSeries(element: XmlElement): Series {
  const values = child(element, 'c:val') ?? child(element, 'c:yVal');
  const categories = child(element, 'c:cat') ?? child(element, 'c:xVal');
  const [name = ''] = points(child(element, 'c:tx')).values();
  return {
    name: name || textOf(descend(element, 'c:tx', 'c:v')),
    categories: points(categories),
    values: points(values),
  };
}

/** The cached points of a reference, by their index; levels of categories are joined, the outermost first. */
function points(holder: XmlElement | undefined): ReadonlyMap<number, string> {
  const levels = within(holder, 'c:lvl');
  if (levels.length > 0) return joinedLevels(levels.toReversed());
  const found = new Map<number, string>();
  for (const cache of ['c:strCache', 'c:numCache', 'c:strLit', 'c:numLit'].flatMap((name) =>
    within(holder, name),
  )) {
    const format = cache.name.startsWith('c:num')
      ? textOf(child(cache, 'c:formatCode')) || 'General'
      : undefined;
    for (const point of elementsOf(cache)) {
      const at = point.name === 'c:pt' ? numberOf(point.attributes.idx) : undefined;
      const raw = textOf(child(point, 'c:v')).trim();
      if (at === undefined || raw === '') continue;
      found.set(at, format === undefined ? raw : formatValue(raw, point.attributes.formatCode ?? format));
    }
  }
  return found;
}

function joinedLevels(levels: readonly XmlElement[]): ReadonlyMap<number, string> {
  const rows = levels.map((level) => {
    const own = new Map<number, string>();
    for (const point of elementsOf(level)) {
      const at = numberOf(point.attributes.idx);
      if (at !== undefined) own.set(at, textOf(child(point, 'c:v')).trim());
    }
    return own;
  });
  const inner = rows.at(-1) ?? new Map<number, string>();
  return new Map(
    [...inner].map(([at, words]) => {
      // An outer category is said once, for all that stand below it.
      const outer = rows
        .slice(0, -1)
        .map((row) => row.get(Math.max(...[...row.keys()].filter((one) => one <= at))));
      return [at, [...outer, words].filter((one) => one !== undefined && one !== '').join(' ')];
    }),
  );
}

function richText(title: XmlElement | undefined): string {
  const lines = within(title, 'a:p').map((line) => within(line, 'a:t').map(textOf).join(''));
  const own = lines.filter((line) => line.trim() !== '').join('\n');
  return own !== '' ? own : [...points(child(title, 'c:tx')).values()].join(' ');
}
