import type { Severity } from '../text/problem.ts';
import { SEVERITIES } from '../text/problem.ts';
import type {
  FieldDef,
  Framework,
  FrameworkSource,
  Scale,
  ScaleValue,
  SectionDef,
  SummaryRowDef,
} from './framework.ts';
import { child, entries, items, type Located, textOf } from './locate.ts';

/** What a framework file itself says: nothing inherited, and nothing put in for what it leaves out. */
export interface Draft {
  readonly id: string;
  readonly title: string | undefined;
  readonly inspectorate: string | undefined;
  readonly kind: string | undefined;
  readonly source: FrameworkSource | undefined;
  readonly scales: readonly ScaleDraft[];
  readonly fields: readonly FieldDraft[];
  readonly sections: readonly SectionDraft[];
  readonly numbering: Framework['numbering'] | undefined;
  readonly acronyms: ReadonlyMap<string, string>;
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
}

type Unsaid<T> = { readonly [K in keyof T]: T[K] | undefined };

export type ScaleDraft = { readonly id: string } & Unsaid<Omit<Scale, 'id'>>;

export type FieldDraft = { readonly id: string } & Unsaid<Omit<FieldDef, 'id'>>;

export interface SectionDraft extends Unsaid<Omit<SectionDef, 'id' | 'judgement' | 'sections'>> {
  readonly id: string;
  readonly judgement: Unsaid<NonNullable<SectionDef['judgement']>> | undefined;
  readonly sections: readonly SectionDraft[];
}

/** Reads what a framework file says. What has no meaning is passed over: the schema has reported it. */
export function readDraft(root: Located): Draft | undefined {
  const id = textOf(child(root, 'id'));
  if (id === undefined) return undefined;
  return {
    id,
    title: textOf(child(root, 'title')),
    inspectorate: textOf(child(root, 'inspectorate')),
    kind: textOf(child(root, 'kind')),
    source: readSource(child(root, 'source')),
    scales: unique(entries(child(root, 'scales'))).map(readScale),
    fields: unique(entries(child(root, 'fields'))).map(readField),
    sections: items(child(root, 'sections')).flatMap(readSection),
    numbering: oneOf(child(root, 'numbering'), NUMBERINGS),
    acronyms: readTexts(child(root, 'acronyms')),
    rules: readRules(child(root, 'rules')),
  };
}

const NUMBERINGS: readonly Framework['numbering'][] = ['document', 'section', 'none'];
const DIRECTIONS: readonly Scale['better'][] = ['lower-grade', 'higher-grade', 'earlier'];
const FIELD_TYPES: readonly FieldDef['type'][] = [
  'text',
  'person',
  'date',
  'date-range',
  'period',
  'judgement',
  'list',
];
const LEVELS: readonly (Severity | 'off')[] = ['off', ...SEVERITIES];

type Keyed = Located & { readonly key: NonNullable<Located['key']> };

function readSource(place: Located | undefined): FrameworkSource | undefined {
  const title = textOf(child(place, 'title'));
  if (title === undefined) return undefined;
  const text = (key: string) => textOf(child(place, key));
  return { title, publisher: text('publisher'), published: text('published'), url: text('url') };
}

function readScale(place: Keyed): ScaleDraft {
  const values = child(place, 'values');
  return {
    id: place.key.name,
    better: oneOf(child(place, 'better'), DIRECTIONS),
    values: values && items(values).flatMap(readScaleValue),
  };
}

function readScaleValue(place: Located): readonly ScaleValue[] {
  const label = textOf(child(place, 'label'));
  if (label === undefined) return [];
  const grade = textOf(child(place, 'grade'));
  return [
    {
      label,
      grade: grade !== undefined && /^-?\d{1,9}$/.test(grade) ? Number(grade) : undefined,
      meaning: textOf(child(place, 'meaning')),
      aliases: texts(child(place, 'aliases')) ?? [],
    },
  ];
}

function readField(place: Keyed): FieldDraft {
  return {
    id: place.key.name,
    label: textOf(child(place, 'label')),
    type: oneOf(child(place, 'type'), FIELD_TYPES),
    required: flag(child(place, 'required')),
    values: texts(child(place, 'values')),
    description: textOf(child(place, 'description')),
  };
}

/** A section without an id is named after its heading, so that it is recognised all the same. */
function readSection(place: Located): readonly SectionDraft[] {
  const heading = textOf(child(place, 'heading'));
  const id = textOf(child(place, 'id')) ?? heading?.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  if (id === undefined) return [];
  const judgement = child(place, 'judgement');
  const recommendations = child(place, 'recommendations');
  const rows = child(place, 'rows');
  return [
    {
      id,
      heading,
      aliases: texts(child(place, 'aliases')),
      subjects: texts(child(place, 'subjects')),
      required: flag(child(place, 'required')),
      judgement: judgement && {
        scale: textOf(child(judgement, 'scale')),
        required: flag(child(judgement, 'required')),
      },
      guidance: textOf(child(place, 'guidance')),
      template: textOf(child(place, 'template')),
      recommendations: recommendations && { groups: texts(child(recommendations, 'groups')) ?? [] },
      judgementSummary: flag(child(place, 'judgement-summary')),
      rows: rows && items(rows).flatMap(readRow),
      sections: items(child(place, 'sections')).flatMap(readSection),
    },
  ];
}

function readRow(place: Located): readonly SummaryRowDef[] {
  const area = textOf(child(place, 'area'));
  if (area === undefined) return [];
  return [
    {
      area,
      recordOnly: flag(child(place, 'record-only')) ?? false,
      subjects: texts(child(place, 'subjects')) ?? [],
      scale: textOf(child(place, 'scale')),
    },
  ];
}

function readTexts(place: Located | undefined): ReadonlyMap<string, string> {
  return new Map(
    unique(entries(place)).flatMap((entry) => {
      const text = textOf(entry);
      return text === undefined ? [] : [[entry.key.name, text] as const];
    }),
  );
}

function readRules(place: Located | undefined): ReadonlyMap<string, Severity | 'off'> {
  return new Map(
    unique(entries(place)).flatMap((entry) => {
      const level = oneOf(entry, LEVELS);
      return level === undefined ? [] : [[entry.key.name, level] as const];
    }),
  );
}

function texts(place: Located | undefined): readonly string[] | undefined {
  if (place?.node.kind !== 'list') return undefined;
  return items(place).flatMap((item) => textOf(item) ?? []);
}

function flag(place: Located | undefined): boolean | undefined {
  const text = textOf(place);
  return text === 'true' || text === 'false' ? text === 'true' : undefined;
}

function oneOf<T extends string>(place: Located | undefined, choices: readonly T[]): T | undefined {
  const text = textOf(place);
  return choices.find((choice) => choice === text);
}

/** The first of entries with the same key, which is the one that counts. */
function unique(all: readonly Keyed[]): readonly Keyed[] {
  const seen = new Set<string>();
  return all.filter(({ key }) => !seen.has(key.name) && seen.add(key.name));
}
