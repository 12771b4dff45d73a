import type { Problem } from '../text/problem.ts';
import { compareDates } from '../values/calendar.ts';
import { readPeriod } from '../values/periods.ts';
import { numberOf } from './draftValues.ts';
import type { SectionDef } from './framework.ts';
import type { FrameworkText } from './frameworkText.ts';
import { daysOf } from './inForce.ts';
import { child, entries, items, type Located, textOf, valueSpan } from './locate.ts';
import { normaliseName } from './name.ts';
import { repeatedTexts } from './repeated.ts';
import { termProblems } from './terms.ts';
import { twice, unknownName } from './unknownName.ts';

/** What is wrong with the statuses, tables, measures, parts and constraints of a framework, and with what names them. */
export function contentProblems(text: FrameworkText): readonly Problem[] {
  const { root } = text;
  const sections = [root, ...entries(child(root, 'patterns'))].flatMap((place) =>
    placesOfSections(child(place, 'sections')),
  );
  const fields = [root, ...sections].flatMap((place) => entries(child(place, 'fields')));
  return [
    ...fields.flatMap((field) => unknownName(child(field, 'scale'), 'scale', scaleIds(text), text)),
    ...sections.flatMap((section) => tableProblems(section, text)),
    ...sections.flatMap((section) =>
      unknownName(child(section, 'pattern'), 'pattern', [...text.framework.patterns.keys()], text),
    ),
    ...nestedPatterns(root),
    ...inForceProblems(root, sections),
    ...bandProblems(root),
    ...statusProblems(root),
    ...twice(items(child(root, 'measures')), 'id', 'measure'),
    ...twice(items(child(root, 'parts')), 'id', 'part'),
    ...termProblems(child(root, 'terms')),
    ...entries(child(root, 'tables')).flatMap((table) =>
      twice(items(child(table, 'columns')), 'id', 'column'),
    ),
    ...items(child(root, 'constraints')).flatMap((constraint) => constraintProblems(constraint, text)),
  ];
}

function scaleIds({ framework }: FrameworkText): readonly string[] {
  return [...framework.scales.keys(), ...framework.statuses.keys()];
}

function placesOfSections(list: Located | undefined): readonly Located[] {
  return items(list).flatMap((place) => [place, ...placesOfSections(child(place, 'sections'))]);
}

function tableProblems(section: Located, text: FrameworkText): readonly Problem[] {
  const known = [...text.framework.tables.keys()];
  return items(child(section, 'tables')).flatMap((use) =>
    unknownName(textOf(use) === undefined ? child(use, 'table') : use, 'table', known, text),
  );
}

/** Patterns below the sections of a pattern, which would be left out without a word. */
function nestedPatterns(root: Located): readonly Problem[] {
  return entries(child(root, 'patterns'))
    .flatMap((pattern) => placesOfSections(child(pattern, 'sections')))
    .flatMap((section) => child(section, 'pattern') ?? [])
    .map((place) => ({
      span: valueSpan(place),
      message: 'A section of a pattern cannot repeat a pattern. Write the sections below it out.',
    }));
}

/** Days of which nothing can be made. */
function inForceProblems(root: Located, sections: readonly Located[]): readonly Problem[] {
  const rows = sections.flatMap((section) => items(child(section, 'rows')));
  const others = [...entries(child(root, 'scales')), ...items(child(root, 'constraints'))];
  return [root, ...sections, ...rows, ...others].flatMap((owner) => {
    const inForce = child(owner, 'in-force');
    return [...unreadableDays(inForce), ...endBeforeBegin(inForce)];
  });
}

function unreadableDays(inForce: Located | undefined): readonly Problem[] {
  return ['from', 'until'].flatMap((key): readonly Problem[] => {
    const place = child(inForce, key);
    const text = textOf(place);
    if (place === undefined || text === undefined || readPeriod(text) !== undefined) return [];
    const message = `"${text}" is no day that can be read. Write it as in 2026-04-01.`;
    return [{ span: valueSpan(place), message }];
  });
}

function endBeforeBegin(inForce: Located | undefined): readonly Problem[] {
  const [from, until] = [textOf(child(inForce, 'from')), textOf(child(inForce, 'until'))];
  const place = child(inForce, 'until');
  const days = daysOf({ from, until });
  if (place === undefined || days.from === undefined || days.until === undefined) return [];
  if (compareDates(days.from, days.until) <= 0) return [];
  return [{ span: valueSpan(place), message: `"${until}" is before "${from}", so this is never in force.` }];
}

/** Bands that no score can lie in. */
function bandProblems(root: Located): readonly Problem[] {
  const values = entries(child(root, 'scales')).flatMap((scale) => items(child(scale, 'values')));
  return values.flatMap((value): readonly Problem[] => {
    const place = child(child(value, 'band'), 'to');
    const [from, to] = [numberOf(child(child(value, 'band'), 'from')), numberOf(place)];
    if (place === undefined || from === undefined || to === undefined || from <= to) return [];
    return [{ span: valueSpan(place), message: `This band ends at ${to}, before it begins at ${from}.` }];
  });
}

/** Labels and aliases of a scale share one name space: a word must mean one status. */
function statusProblems(root: Located): readonly Problem[] {
  return entries(child(root, 'statuses')).flatMap((scale) => {
    const names = items(child(scale, 'values')).flatMap((value) =>
      textOf(value) === undefined ? [child(value, 'label'), ...items(child(value, 'aliases'))] : [value],
    );
    return repeatedTexts(names, normaliseName).map(({ span, text }) => ({
      span,
      message: `"${text}" is already a label of this scale.`,
    }));
  });
}

/** A constraint names sections that are judged, and labels of their scales. */
function constraintProblems(constraint: Located, text: FrameworkText): readonly Problem[] {
  const [when, then] = [child(constraint, 'when'), child(constraint, 'then')];
  const judged = flatten(text.framework.sections).filter(({ judgement }) => judgement !== undefined);
  const ids = judged.map(({ id }) => id);
  const any = items(child(when, 'any'));
  const limited = child(then, 'section');
  return [
    ...[...any, limited].flatMap((place) => unknownName(place, 'judged section', ids, text)),
    ...labelProblems(child(when, 'at'), any.map(textOf), judged, text),
    ...labelProblems(child(then, 'not-better-than'), [textOf(limited)], judged, text),
  ];
}

function flatten(sections: readonly SectionDef[]): readonly SectionDef[] {
  return sections.flatMap((section) => [section, ...flatten(section.sections)]);
}

function labelProblems(
  place: Located | undefined,
  ids: readonly (string | undefined)[],
  judged: readonly SectionDef[],
  text: FrameworkText,
): readonly Problem[] {
  const scales = judged
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ judgement }) => text.framework.scales.get(judgement?.scale ?? '') ?? []);
  const labels = [...new Set(scales.flatMap(({ values }) => values.map(({ label }) => label)))];
  return labels.length === 0 ? [] : unknownName(place, 'judgement', labels, text);
}
