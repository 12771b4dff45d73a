import type { FieldDef, Framework, Scale, ScaleValue, SectionDef, SummaryRowDef } from './framework.ts';
import { gapsOf } from './gaps.ts';
import { normaliseName, normalisePhrase } from './name.ts';

/** A section of a framework with its place in the whole. */
export interface SectionRole {
  readonly def: SectionDef;
  readonly parent: SectionRole | undefined;
  /** Position in reading order through all sections of the framework, from 0. */
  readonly order: number;
  readonly depth: number;
  /** The fields of the section by their id, label and aliases, normalised. */
  readonly fieldsByName: ReadonlyMap<string, FieldDef>;
}

/** An area that can carry a judgement: a judged section, or a row of the summary that has no section. */
export interface Area {
  readonly name: string;
  readonly scale: Scale;
  readonly section: SectionRole | undefined;
  readonly row: SummaryRowDef | undefined;
}

/** A framework made ready for look-ups. Made once for a framework and never changed. */
export interface Vocabulary {
  readonly framework: Framework;
  readonly roles: readonly SectionRole[];
  readonly areas: readonly Area[];
  /** Sections by their heading and aliases, normalised. */
  readonly sectionsByName: ReadonlyMap<string, readonly SectionRole[]>;
  /** Sections by the words with which their headings may begin, normalised, the longest first. */
  readonly sectionsByOpening: readonly (readonly [string, readonly SectionRole[]])[];
  readonly sectionsById: ReadonlyMap<string, SectionRole>;
  /** Areas by heading, aliases and subjects, normalised as phrases. */
  readonly areasByName: ReadonlyMap<string, Area>;
  /** Names that two areas have, such as the planning of two kinds of work: only their place tells which is meant. */
  readonly sharedAreaNames: ReadonlySet<string>;
  readonly fieldsByName: ReadonlyMap<string, FieldDef>;
  /** Sections whose headings their authors word. */
  readonly openRoles: readonly SectionRole[];
  /** Sections that the framework has at other times only. */
  readonly atOtherTimes: readonly SectionDef[];
  readonly labels: LabelReader;
  /** What a new document of the framework asks its author to replace, without the brackets around it. */
  readonly gaps: ReadonlySet<string>;
}

/** Reads the labels of a set of scales. */
export interface LabelReader {
  /** Every label and alias, the longest first, for matching in text. */
  readonly names: readonly string[];
  /** The scale value that a label or alias names, on the scale given; labels compare without case. */
  value(label: string, scale: Scale): ScaleValue | undefined;
  /** The scale value with that grade. */
  graded(grade: number, scale: Scale): ScaleValue | undefined;
}

/**
 * Compiles a framework into look-up tables.
 * @param ever the sections that it has at any time
 */
export function compile(framework: Framework, ever: readonly SectionRole[] = []): Vocabulary {
  const roles = flatten(framework.sections, undefined, 0, []);
  const now = new Set(roles.map(({ def }) => def.id));
  const areas = collectAreas(framework, roles);
  return {
    framework,
    roles,
    areas,
    sectionsByName: indexSections(roles, ({ heading, aliases }) => [heading, ...aliases]),
    sectionsByOpening: [...indexSections(roles, ({ begins }) => begins)].sort(
      ([a], [b]) => b.length - a.length,
    ),
    sectionsById: new Map(roles.map((role) => [role.def.id, role])),
    areasByName: indexAreas(areas),
    sharedAreaNames: sharedNames(areas),
    fieldsByName: indexFields(framework.fields),
    atOtherTimes: ever.map(({ def }) => def).filter(({ id }) => !now.has(id)),
    openRoles: roles.filter(({ def }) => def.anyHeading),
    labels: labelReader([...framework.scales.values()]),
    gaps: gapsOf(framework),
  };
}

function flatten(
  sections: readonly SectionDef[],
  parent: SectionRole | undefined,
  depth: number,
  into: SectionRole[],
): readonly SectionRole[] {
  for (const def of sections) {
    const role: SectionRole = {
      def,
      parent,
      order: into.length,
      depth,
      fieldsByName: indexFields(def.fields),
    };
    into.push(role);
    flatten(def.sections, role, depth + 1, into);
  }
  return into;
}

function collectAreas(framework: Framework, roles: readonly SectionRole[]): readonly Area[] {
  const judged = roles.flatMap((role): Area[] => {
    const scale = framework.scales.get(role.def.judgement?.scale ?? '');
    if (scale === undefined) return [];
    const row = roles
      .flatMap((other) => other.def.rows)
      .find((r) => !r.recordOnly && normaliseName(r.area) === normaliseName(role.def.heading));
    return [{ name: role.def.heading, scale, section: role, row }];
  });
  const recordOnly = roles.flatMap((role) =>
    role.def.rows
      .filter((row) => row.recordOnly)
      .flatMap((row): Area[] => {
        const scale = framework.scales.get(row.scale ?? '') ?? judged[0]?.scale;
        return scale === undefined ? [] : [{ name: row.area, scale, section: undefined, row }];
      }),
  );
  return [...judged, ...recordOnly];
}

function indexSections(
  roles: readonly SectionRole[],
  names: (def: SectionDef) => readonly string[],
): ReadonlyMap<string, readonly SectionRole[]> {
  const index = new Map<string, SectionRole[]>();
  for (const role of roles) {
    for (const name of new Set(names(role.def).map(normaliseName))) {
      index.set(name, [...(index.get(name) ?? []), role]);
    }
  }
  return index;
}

/** The sections that a heading may be of: those of its name, or else those whose words it begins with. */
export function sectionsNamed(
  { sectionsByName, sectionsByOpening }: Vocabulary,
  heading: string,
): readonly SectionRole[] | undefined {
  const name = normaliseName(heading);
  return (
    sectionsByName.get(name) ??
    sectionsByOpening.find(([words]) => name === words || name.startsWith(`${words} `))?.[1]
  );
}

function indexAreas(areas: readonly Area[]): ReadonlyMap<string, Area> {
  const index = new Map<string, Area>();
  for (const area of areas) {
    for (const name of areaNames(area)) {
      const key = normalisePhrase(name);
      if (!index.has(key)) index.set(key, area);
    }
  }
  return index;
}

function sharedNames(areas: readonly Area[]): ReadonlySet<string> {
  const names = areas.flatMap((area) => [...new Set(areaNames(area).map(normalisePhrase))]);
  return new Set(names.filter((name, index) => names.indexOf(name) < index));
}

/** Every name by which a document may call the area. */
export function areaNames(area: Area): readonly string[] {
  const def = area.section?.def;
  return [area.name, ...(def?.aliases ?? []), ...(def?.subjects ?? []), ...(area.row?.subjects ?? [])];
}

function indexFields(fields: readonly FieldDef[]): ReadonlyMap<string, FieldDef> {
  return new Map(fields.flatMap((field) => fieldNames(field).map((name) => [name, field] as const)));
}

/** Every name under which documents write a field, normalised. */
export function fieldNames({ id, label, aliases }: FieldDef): readonly string[] {
  return [...new Set([id, label, ...aliases].map(normaliseName))];
}

function labelReader(scales: readonly Scale[]): LabelReader {
  const names = new Set(
    scales.flatMap((scale) => scale.values.flatMap((value) => [value.label, ...value.aliases])),
  );
  return {
    names: [...names].sort((a, b) => b.length - a.length || a.localeCompare(b)),
    value(label, scale) {
      const wanted = normaliseName(label);
      return scale.values.find((value) =>
        [value.label, ...value.aliases].some((name) => normaliseName(name) === wanted),
      );
    },
    graded(grade, scale) {
      return scale.values.find((value) => value.grade === grade);
    },
  };
}

/** How a value is written in full: "Adequate (Grade 3)", or "Adequate" on a scale without numbers. */
export function formatJudgement(value: ScaleValue): string {
  return value.grade === undefined ? value.label : `${value.label} (Grade ${value.grade})`;
}
