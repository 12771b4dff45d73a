import { normaliseName } from '../../framework/name.ts';
import { judgementPlace } from '../../framework/polarity.ts';
import type { Area } from '../../framework/vocabulary.ts';
import { anchorSpan, type PlacedStatement, type Report, statedValue } from '../../report/report.ts';
import type { SectionPairs } from './sections.ts';
import type { Level, Part, Thing } from './thing.ts';

/** Where a judgement is stated most officially comes first. */
const FORMS: readonly PlacedStatement['statement']['form'][] = [
  'heading',
  'field',
  'line',
  'summary',
  'prose',
];

/** The areas that a version judges, each with all that it says of how good it is. */
export function judgementThings(
  { sections, statements }: Report,
  placeOf: SectionPairs['placeOf'],
  version: 'before' | 'after',
): readonly Thing[] {
  return [...statements].flatMap(([area, stated]) => {
    // A section that comes again and again is judged each time for itself.
    const apart = new Map<string, PlacedStatement[]>();
    for (const one of stated) {
      const key = area.section?.def.repeated === true ? placeOf(one.section, version) : '';
      const known = apart.get(key);
      if (known === undefined) apart.set(key, [one]);
      else known.push(one);
    }
    return [...apart].flatMap(([key, own]) => {
      const home = sections.find(({ content }) => content.area === area);
      return areaThing(area, own, key, apart.size > 1 ? own[0]?.section : (home ?? own[0]?.section)) ?? [];
    });
  });
}

function areaThing(
  area: Area,
  stated: readonly PlacedStatement[],
  key: string,
  section: Thing['section'],
): Thing | undefined {
  const ranked = [...stated].sort((a, b) => rank(a) - rank(b));
  const [first] = ranked;
  if (first === undefined) return undefined;
  const title = key === '' ? area.name : (section?.content.title ?? area.name);
  return {
    kind: 'judgement',
    section,
    keys: [`${normaliseName(area.name)} ${key}`],
    name: { text: title, span: spanOf(first) },
    subject: title,
    isWorded: false,
    parts: [judgementPart(ranked, first)],
    takes: stated.map(spanOf),
  };
}

/** What is stated, and where a document contradicts itself what it says besides. */
function judgementPart(ranked: readonly PlacedStatement[], first: PlacedStatement): Part {
  const words = [...new Set(ranked.map(wordsOf))];
  const nth = new Map<string, number>();
  const places = ranked.map((one) => {
    const { form } = one.statement;
    nth.set(form, (nth.get(form) ?? 0) + 1);
    return [`${form} ${nth.get(form)}`, { value: wordsOf(one), span: spanOf(one) }] as const;
  });
  const [own = '', ...others] = words;
  return {
    key: 'judgement',
    kind: 'judgement',
    label: undefined,
    said: {
      text: others.length === 0 ? own : `${own} (elsewhere ${others.join(', ')})`,
      span: spanOf(first),
    },
    value: words.map(normaliseName).join(' / '),
    places: new Map(places),
    level: levelOf(first),
  };
}

function levelOf({ statement }: PlacedStatement): Level | undefined {
  const { scale } = statement.area;
  const value = statedValue(statement);
  const place = value && judgementPlace(scale, value);
  // Labels mean what their scale says: those of two scales are not held against each other.
  return place === undefined ? undefined : { on: scale.id, value: -place, up: 'better', down: 'worse' };
}

function wordsOf({ statement }: PlacedStatement): string {
  return statedValue(statement)?.label ?? statement.text;
}

function spanOf({ section, statement }: PlacedStatement) {
  return anchorSpan(section, statement.at);
}

function rank({ statement }: PlacedStatement): number {
  return FORMS.indexOf(statement.form);
}
