import type { Severity } from '../text/problem.ts';
import { SEVERITIES } from '../text/problem.ts';
import type { CheckDef } from './checkDef.ts';
import { readCheck } from './checks.ts';
import {
  type MeasureDraft,
  type PartDraft,
  readConstraint,
  readMeasure,
  readPart,
  readStatusScale,
  readTable,
  type StatusScaleDraft,
  type TableDraft,
} from './draftContents.ts';
import { readScale, type ScaleDraft } from './draftScales.ts';
import {
  flag,
  type Keyed,
  numberOf,
  oneOf,
  readInForce,
  readSource,
  texts,
  type Unsaid,
  unique,
} from './draftValues.ts';
import type {
  ConstraintDef,
  EvidenceAsked,
  FieldDef,
  Framework,
  FrameworkSource,
  InForce,
  QuantityWord,
  SectionDef,
  SummaryRowDef,
  TermDef,
} from './framework.ts';
import { child, entries, items, type Located, textOf } from './locate.ts';
import { readTerm } from './terms.ts';

/** What a framework file itself says: nothing inherited, and nothing put in for what it leaves out. */
export interface Draft {
  readonly id: string;
  readonly title: string | undefined;
  readonly inspectorate: string | undefined;
  readonly kind: string | undefined;
  readonly audience: string | undefined;
  readonly source: FrameworkSource | undefined;
  readonly inForce: InForce | undefined;
  readonly titles: readonly string[] | undefined;
  readonly notCovered: readonly string[] | undefined;
  readonly scales: readonly ScaleDraft[];
  readonly statuses: readonly StatusScaleDraft[];
  readonly fields: readonly FieldDraft[];
  readonly sections: readonly SectionDraft[];
  readonly patterns: readonly PatternDraft[];
  readonly numbering: Framework['numbering'] | undefined;
  readonly tables: readonly TableDraft[];
  readonly measures: readonly MeasureDraft[];
  readonly parts: readonly PartDraft[];
  readonly constraints: readonly ConstraintDef[] | undefined;
  readonly checks: readonly CheckDef[];
  readonly quantityWords: readonly QuantityWord[] | undefined;
  readonly acronyms: ReadonlyMap<string, string>;
  readonly terms: readonly TermDef[];
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
}

export type FieldDraft = { readonly id: string } & Unsaid<Omit<FieldDef, 'id'>>;

export interface SectionDraft
  extends Unsaid<Omit<SectionDef, 'id' | 'judgement' | 'fields' | 'sections' | 'ofPattern'>> {
  readonly id: string;
  readonly judgement: Unsaid<NonNullable<SectionDef['judgement']>> | undefined;
  readonly fields: readonly FieldDraft[];
  readonly sections: readonly SectionDraft[];
}

export interface PatternDraft {
  readonly id: string;
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
    audience: textOf(child(root, 'audience')),
    source: readSource(child(root, 'source')),
    inForce: readInForce(child(root, 'in-force')),
    titles: texts(child(root, 'titles')),
    notCovered: texts(child(root, 'not-covered')),
    scales: unique(entries(child(root, 'scales'))).map((scale) => readScale(scale.key.name, scale)),
    statuses: unique(entries(child(root, 'statuses'))).map(readStatusScale),
    fields: readFields(root),
    sections: items(child(root, 'sections')).flatMap(readSection),
    patterns: unique(entries(child(root, 'patterns'))).map((pattern) => ({
      id: pattern.key.name,
      sections: items(child(pattern, 'sections')).flatMap(readSection),
    })),
    numbering: oneOf(child(root, 'numbering'), NUMBERINGS),
    tables: unique(entries(child(root, 'tables'))).map(readTable),
    measures: items(child(root, 'measures')).flatMap(readMeasure),
    parts: items(child(root, 'parts')).flatMap(readPart),
    constraints: child(root, 'constraints') && items(child(root, 'constraints')).flatMap(readConstraint),
    checks: items(child(root, 'checks')).flatMap(readCheck),
    quantityWords:
      child(root, 'quantity-words') && items(child(root, 'quantity-words')).flatMap(readQuantityWord),
    acronyms: readTexts(child(root, 'acronyms')),
    terms: items(child(root, 'terms')).flatMap(readTerm),
    rules: readRules(child(root, 'rules')),
  };
}

const NUMBERINGS: readonly Framework['numbering'][] = ['document', 'section', 'none'];
const FIELD_TYPES: readonly FieldDef['type'][] = [
  'text',
  'person',
  'date',
  'date-range',
  'period',
  'judgement',
  'status',
  'measure',
  'page-range',
  'block',
  'list',
];
const EVIDENCE: readonly EvidenceAsked[] = ['required', 'for-judgement'];
const LEVELS: readonly (Severity | 'off')[] = ['off', ...SEVERITIES];

function readFields(place: Located): readonly FieldDraft[] {
  return unique(entries(child(place, 'fields'))).map(readField);
}

function readField(place: Keyed): FieldDraft {
  return {
    id: place.key.name,
    label: textOf(child(place, 'label')),
    aliases: texts(child(place, 'aliases')),
    scale: textOf(child(place, 'scale')),
    ofMeasures: flag(child(place, 'of-measures')),
    type: oneOf(child(place, 'type'), FIELD_TYPES),
    required: flag(child(place, 'required')),
    values: texts(child(place, 'values')),
    description: textOf(child(place, 'description')),
    evidence: oneOf(child(place, 'evidence'), EVIDENCE),
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
      begins: texts(child(place, 'begins')),
      subjects: texts(child(place, 'subjects')),
      required: flag(child(place, 'required')),
      repeated: flag(child(place, 'repeated')),
      anyHeading: flag(child(place, 'any-heading')),
      inForce: readInForce(child(place, 'in-force')),
      fields: readFields(place),
      tables: child(place, 'tables') && items(child(place, 'tables')).flatMap(readTableUse),
      statusSummary: flag(child(place, 'status-summary')),
      judgement: judgement && {
        scale: textOf(child(judgement, 'scale')),
        required: flag(child(judgement, 'required')),
        inSummary: flag(child(judgement, 'in-summary')),
      },
      evidence: oneOf(child(place, 'evidence'), EVIDENCE),
      guidance: textOf(child(place, 'guidance')),
      template: textOf(child(place, 'template')),
      pattern: textOf(child(place, 'pattern')),
      recommendations: recommendations && { groups: texts(child(recommendations, 'groups')) ?? [] },
      judgementSummary: flag(child(place, 'judgement-summary')),
      rows: rows && items(rows).flatMap(readRow),
      sections: items(child(place, 'sections')).flatMap(readSection),
    },
  ];
}

/** A table is named alone where there need be none, or with `required`. */
function readTableUse(place: Located): SectionDef['tables'] {
  const table = textOf(place) ?? textOf(child(place, 'table'));
  return table === undefined ? [] : [{ table, required: flag(child(place, 'required')) ?? false }];
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
      inForce: readInForce(child(place, 'in-force')),
    },
  ];
}

function readQuantityWord(place: Located): readonly QuantityWord[] {
  const word = textOf(child(place, 'word'));
  if (word === undefined) return [];
  const [from, to] = [numberOf(child(place, 'from')), numberOf(child(place, 'to'))];
  return [{ word, aliases: texts(child(place, 'aliases')) ?? [], from, to }];
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
