import type { Problem } from '../text/problem.ts';
import { checkProblems } from './checkChecks.ts';
import { contentProblems } from './checkContents.ts';
import { exampleProblems } from './examples.ts';
import type { Framework, SectionDef } from './framework.ts';
import type { FrameworkText } from './frameworkText.ts';
import { child, entries, headSpan, items, type Located, textOf, valueSpan } from './locate.ts';
import { nearest, normaliseName } from './name.ts';
import { repeatedTexts } from './repeated.ts';
import { isEmpty } from './typed.ts';

/** What a framework says that no schema can tell to be wrong. */
export function meaningProblems(text: FrameworkText): readonly Problem[] {
  return [
    ...titleProblems(text),
    ...scaleProblems(text),
    ...sectionProblems(text),
    ...contentProblems(text),
    ...checkProblems(text),
    ...exampleProblems(text.root),
  ];
}

function titleProblems({ root, base, orphan }: FrameworkText): readonly Problem[] {
  return orphan || base !== undefined ? [] : missing(root, 'title', 'framework');
}

/** The problem that a key is not there, or has nothing behind it. */
function missing(place: Located, key: string, owner: string): readonly Problem[] {
  const found = child(place, key);
  if (found === undefined) return [{ span: headSpan(place), message: `This ${owner} has no "${key}".` }];
  if (!isEmpty(found.node)) return [];
  return [{ span: headSpan(found), message: `"${key}" has no value.` }];
}

function scaleProblems({ root, base, orphan }: FrameworkText): readonly Problem[] {
  return entries(child(root, 'scales')).flatMap((scale): readonly Problem[] => {
    const values = child(scale, 'values');
    if (values === undefined) {
      if (orphan || base?.scales.has(scale.key.name)) return [];
      return [{ span: scale.key.span, message: `The scale "${scale.key.name}" has no "values".` }];
    }
    return [...labelProblems(values), ...gradeProblems(values)];
  });
}

/** Labels and aliases share one name space: a word must mean one grade. */
function labelProblems(values: Located): readonly Problem[] {
  const names = items(values).flatMap((value) => [child(value, 'label'), ...items(child(value, 'aliases'))]);
  return repeatedTexts(names, normaliseName).map(({ span, text }) => ({
    span,
    message: `"${text}" is already a label of this scale.`,
  }));
}

function gradeProblems(values: Located): readonly Problem[] {
  const grades = items(values).map((value) => child(value, 'grade'));
  return repeatedTexts(grades, (grade) => String(Number(grade))).map(({ span, text }) => ({
    span,
    message: `Another value of this scale already has the grade ${text}.`,
  }));
}

function sectionProblems(text: FrameworkText): readonly Problem[] {
  const sections = [
    ...allSections(child(text.root, 'sections'), text.base?.sections),
    ...entries(child(text.root, 'patterns')).flatMap((pattern) =>
      allSections(child(pattern, 'sections'), text.base?.patterns.get(pattern.key.name)?.sections),
    ),
  ];
  return [
    ...idProblems(sections, text.base),
    ...sections.flatMap((section) => [
      ...headingProblems(section, text),
      ...scaleNameProblems(child(child(section.place, 'judgement'), 'scale'), text),
      ...judgementProblems(section, text),
      ...items(child(section.place, 'rows')).flatMap((row) => scaleNameProblems(child(row, 'scale'), text)),
    ]),
  ];
}

interface SectionText {
  readonly place: Located;
  /** The inherited section with the same id, at the same place in the tree. */
  readonly inherited: SectionDef | undefined;
}

function allSections(
  list: Located | undefined,
  base: readonly SectionDef[] | undefined,
): readonly SectionText[] {
  return items(list).flatMap((place) => {
    const id = textOf(child(place, 'id'));
    const inherited = base?.find((section) => section.id === id);
    return [{ place, inherited }, ...allSections(child(place, 'sections'), inherited?.sections)];
  });
}

function idProblems(sections: readonly SectionText[], base: Framework | undefined): readonly Problem[] {
  const elsewhere = new Set(idsOf(base?.sections ?? []));
  const ids = sections.map(({ place }) => child(place, 'id'));
  const inherited = sections.flatMap(({ place, inherited }): readonly Problem[] => {
    const id = child(place, 'id');
    const text = textOf(id);
    if (id === undefined || text === undefined || inherited !== undefined || !elsewhere.has(text)) return [];
    const message = `The framework that this one extends has "${text}" in another place: put this section in the same place.`;
    return [{ span: valueSpan(id), message }];
  });
  const twice = repeatedTexts(ids, (id) => id).map(({ span, text }) => ({
    span,
    message: `Another section already has the id "${text}".`,
  }));
  return [...twice, ...inherited];
}

function idsOf(sections: readonly SectionDef[]): readonly string[] {
  return sections.flatMap((section) => [section.id, ...idsOf(section.sections)]);
}

function headingProblems({ place, inherited }: SectionText, { orphan }: FrameworkText): readonly Problem[] {
  if (orphan || inherited !== undefined || place.node.kind !== 'map') return [];
  return missing(place, 'heading', 'section');
}

function judgementProblems({ place, inherited }: SectionText, { orphan }: FrameworkText): readonly Problem[] {
  const judgement = child(place, 'judgement');
  if (judgement?.node.kind !== 'map' || orphan || inherited?.judgement !== undefined) return [];
  return missing(judgement, 'scale', 'judgement');
}

function scaleNameProblems(
  scale: Located | undefined,
  { framework, scales, orphan }: FrameworkText,
): readonly Problem[] {
  const name = textOf(scale);
  if (scale === undefined || name === undefined || framework.scales.has(name) || orphan) return [];
  const meant = nearest(name, [...framework.scales.keys(), ...scales.ids()], (id) => id)[0];
  const message =
    meant === undefined
      ? `There is no scale "${name}", neither in this framework nor in the library.`
      : `There is no scale "${name}"; did you mean "${meant}"?`;
  return [{ span: valueSpan(scale), message, ...(meant === undefined ? {} : { meant }) }];
}
