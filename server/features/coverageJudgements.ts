import { type Area, formatJudgement } from '../framework/vocabulary.ts';
import {
  anchorSpan,
  headingSpan,
  type PlacedStatement,
  type Section,
  sectionsOf,
  sectionsWithin,
  statedValue,
  statementsOn,
} from '../report/report.ts';
import type { Analysis } from './analysis.ts';
import { type CoverageGroup, type CoverageItem, sharedGroup } from './coverageItem.ts';
import { allFigures } from './numbers.ts';

/** Which areas are judged, whether all places agree, and what each judgement rests on; undefined where none is judged. */
export function judgementCoverage(analysis: Analysis): CoverageGroup | undefined {
  const { report } = analysis;
  const evidence = new Evidence(analysis);
  const areas = (report.vocabulary?.areas ?? []).filter(
    (area) => isAsked(area) || (area.section !== undefined && sectionsOf(report, area.section).length > 0),
  );
  if (areas.length === 0) return undefined;
  const items = areas.map((area) => areaItem(analysis, area, evidence));
  const done = items.filter(({ state }) => state === 'held').length;
  const what =
    areas.length === 1
      ? 'judgement stated, without contradiction'
      : 'judgements stated, without contradiction';
  const lacking = items.some(({ state }) => state === 'wrong') ? 'wrong' : 'told';
  return sharedGroup('Judgements', { done, of: areas.length, what }, 'without contradiction', items, lacking);
}

function isAsked({ section, row }: Area): boolean {
  return section?.def.judgement?.required === true || (section === undefined && row !== undefined);
}

function areaItem({ report }: Analysis, area: Area, evidence: Evidence): CoverageItem {
  const stated = statementsOn(report, area);
  const [section] = area.section === undefined ? [] : sectionsOf(report, area.section);
  const [first] = stated;
  const at = first === undefined ? section && headingSpan(section).from : placeOf(first);
  const below = section === undefined || first === undefined ? [] : [evidence.of(section)];
  return {
    label: area.name,
    ...said(area, stated),
    ...(at === undefined ? {} : { at }),
    items: [...(stated.length > 1 ? stated.map(statementItem) : []), ...below],
  };
}

function said(area: Area, stated: readonly PlacedStatement[]): Pick<CoverageItem, 'detail' | 'state'> {
  if (stated.length === 0) {
    return { detail: 'no judgement stated', state: isAsked(area) ? 'wrong' : 'told' };
  }
  const values = new Set(stated.map(({ statement }) => statedValue(statement)));
  const [value] = values;
  if (values.size > 1) return { detail: 'stated in different ways', state: 'wrong' };
  if (value === undefined) return { detail: 'stated in words that are not on the scale', state: 'wrong' };
  const places = stated.length === 1 ? '' : `, in ${stated.length} places`;
  return { detail: `${formatJudgement(value)}${places}`, state: 'held' };
}

const FORMS: Readonly<Record<PlacedStatement['statement']['form'], string>> = {
  field: 'as a field',
  line: 'on a line of its own',
  heading: 'in the heading',
  prose: 'in a sentence',
  summary: 'in the summary of judgements',
};

function statementItem(placed: PlacedStatement): CoverageItem {
  const { form, text } = placed.statement;
  return { label: `"${text}"`, detail: FORMS[form], state: 'told', at: placeOf(placed), items: [] };
}

function placeOf({ section, statement }: PlacedStatement): number {
  return anchorSpan(section, statement.at).from;
}

/** What stands below a judgement that a reader could hold it against. */
class Evidence {
  readonly #analysis: Analysis;
  /** Where the quantities of the document stand, in reading order. */
  #figures: readonly number[] | undefined;

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
  }

  of(section: Section): CoverageItem {
    const within = sectionsWithin(this.#analysis.report, section);
    const blocks = within.flatMap(({ own }) => own.map(({ block }) => block));
    const counts: readonly (readonly [number, string])[] = [
      [this.#figuresIn(within), 'figure'],
      [blocks.reduce((sum, { tables }) => sum + tables.length, 0), 'table'],
      [blocks.reduce((sum, { references, links }) => sum + references.length + links.length, 0), 'reference'],
    ];
    const named = counts.flatMap(([count, noun]) =>
      count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`],
    );
    const at = headingSpan(section).from;
    return named.length === 0
      ? { label: 'Evidence', detail: 'no figure, table or reference', state: 'unchecked', at, items: [] }
      : { label: 'Evidence', detail: named.join(', '), state: 'told', at, items: [] };
  }

  #figuresIn(sections: readonly Section[]): number {
    const { numbers, report } = this.#analysis;
    this.#figures ??= allFigures(numbers)
      .filter(({ quantity }) => quantity !== undefined)
      .map(({ at }) => at.from);
    const [first] = sections;
    const next = report.sections[(sections.at(-1)?.index ?? -1) + 1];
    const from = first === undefined ? 0 : headingSpan(first).to;
    const to = next === undefined ? report.model.text.length : headingSpan(next).from;
    return this.#figures.filter((at) => at >= from && at < to).length;
  }
}
