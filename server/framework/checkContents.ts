import type { Problem } from '../text/problem.ts';
import { readPeriod } from '../values/periods.ts';
import type { SectionDef } from './framework.ts';
import type { FrameworkText } from './frameworkText.ts';
import { child, entries, items, type Located, textOf, valueSpan } from './locate.ts';
import { normaliseName } from './name.ts';
import { repeatedTexts } from './repeated.ts';
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
    ...inForceProblems(root, sections),
    ...statusProblems(root),
    ...twice(items(child(root, 'measures')), 'id', 'measure'),
    ...twice(items(child(root, 'parts')), 'id', 'part'),
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

/** Days of which nothing can be made. */
function inForceProblems(root: Located, sections: readonly Located[]): readonly Problem[] {
  const rows = sections.flatMap((section) => items(child(section, 'rows')));
  const others = [...entries(child(root, 'scales')), ...items(child(root, 'constraints'))];
  return [root, ...sections, ...rows, ...others].flatMap((owner) =>
    ['from', 'until'].flatMap((key): readonly Problem[] => {
      const place = child(child(owner, 'in-force'), key);
      const text = textOf(place);
      if (place === undefined || text === undefined || readPeriod(text) !== undefined) return [];
      const message = `"${text}" is no day that can be read. Write it as in 2026-04-01.`;
      return [{ span: valueSpan(place), message }];
    }),
  );
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
