import { flag, type Keyed, oneOf, readInForce, texts, type Unsaid } from './draftValues.ts';
import type {
  ColumnDef,
  ConstraintDef,
  MeasureDef,
  PartDef,
  StatusScale,
  StatusValue,
  TableDef,
} from './framework.ts';
import { child, items, type Located, textOf } from './locate.ts';

export type StatusScaleDraft = { readonly id: string } & Unsaid<Omit<StatusScale, 'id'>>;

export type ColumnDraft = { readonly id: string } & Unsaid<Omit<ColumnDef, 'id'>>;

export interface TableDraft {
  readonly id: string;
  readonly kind: TableDef['kind'] | undefined;
  readonly columns: readonly ColumnDraft[];
}

export type MeasureDraft = { readonly id: string } & Unsaid<Omit<MeasureDef, 'id'>>;

export type PartDraft = { readonly id: string } & Unsaid<Omit<PartDef, 'id'>>;

const CLAIMS: readonly NonNullable<StatusValue['says']>[] = ['on-target', 'near-target', 'off-target'];
const TABLE_KINDS: readonly TableDef['kind'][] = [
  'measures',
  'breakdown',
  'status-counts',
  'actions',
  'status-summary',
  'other',
];
const UNITS: readonly NonNullable<MeasureDef['unit']>[] = [
  'percent',
  'count',
  'rate',
  'currency',
  'days',
  'ratio',
];
const DIRECTIONS: readonly NonNullable<MeasureDef['better']>[] = ['higher', 'lower', 'none'];
const PLACES: readonly PartDef['place'][] = ['beginning', 'end'];
const BASES: readonly NonNullable<MeasureDef['basis']>[] = [
  'in-month',
  'snapshot',
  'cumulative',
  'rolling-12',
];

/** A scale of statuses; its values may be words alone or maps. */
export function readStatusScale(place: Keyed): StatusScaleDraft {
  const values = child(place, 'values');
  return { id: place.key.name, values: values && items(values).flatMap(readStatusValue) };
}

function readStatusValue(place: Located): readonly StatusValue[] {
  const label = textOf(place) ?? textOf(child(place, 'label'));
  if (label === undefined) return [];
  return [
    {
      label,
      meaning: textOf(child(place, 'meaning')),
      aliases: texts(child(place, 'aliases')) ?? [],
      says: oneOf(child(place, 'says'), CLAIMS),
    },
  ];
}

/** A kind of table with the columns that can be read; one without an id is left out. */
export function readTable(place: Keyed): TableDraft {
  return {
    id: place.key.name,
    kind: oneOf(child(place, 'kind'), TABLE_KINDS),
    columns: items(child(place, 'columns')).flatMap(readColumn),
  };
}

function readColumn(place: Located): readonly ColumnDraft[] {
  const id = textOf(child(place, 'id'));
  if (id === undefined) return [];
  return [
    {
      id,
      heading: textOf(child(place, 'heading')),
      aliases: texts(child(place, 'aliases')),
      required: flag(child(place, 'required')),
      filled: flag(child(place, 'filled')),
    },
  ];
}

/** Reads one definition of a measure, in a framework, a pack or a document. */
export function readMeasure(place: Located): readonly MeasureDraft[] {
  const id = textOf(child(place, 'id'));
  if (id === undefined) return [];
  const targets = child(place, 'targets');
  return [
    {
      id,
      name: textOf(child(place, 'name')),
      aliases: texts(child(place, 'aliases')),
      unit: oneOf(child(place, 'unit'), UNITS),
      better: oneOf(child(place, 'better'), DIRECTIONS),
      basis: oneOf(child(place, 'basis'), BASES),
      of: textOf(child(place, 'of')),
      targets: targets && items(targets).flatMap(readTarget),
      amber: textOf(child(place, 'amber')),
      source: textOf(child(place, 'source')),
    },
  ];
}

function readTarget(place: Located): MeasureDef['targets'] {
  const value = textOf(place) ?? textOf(child(place, 'value'));
  return value === undefined ? [] : [{ from: textOf(child(place, 'from')), value }];
}

/** A part of a letter; none where its id is missing. */
export function readPart(place: Located): readonly PartDraft[] {
  const id = textOf(child(place, 'id'));
  if (id === undefined) return [];
  return [
    {
      id,
      label: textOf(child(place, 'label')),
      begins: texts(child(place, 'begins')),
      required: flag(child(place, 'required')),
      guidance: textOf(child(place, 'guidance')),
      place: oneOf(child(place, 'place'), PLACES),
      template: textOf(child(place, 'template')),
    },
  ];
}

/** A constraint between judgements; none unless it says which section, at what, limits which other. */
export function readConstraint(place: Located): readonly ConstraintDef[] {
  const [when, then] = [child(place, 'when'), child(place, 'then')];
  const at = textOf(child(when, 'at'));
  const limited = textOf(child(then, 'section'));
  const best = textOf(child(then, 'not-better-than'));
  if (at === undefined || limited === undefined || best === undefined) return [];
  const any = texts(child(when, 'any')) ?? [];
  const inForce = readInForce(child(place, 'in-force'));
  return [{ any, at, limited, best, because: textOf(child(place, 'because')), inForce }];
}
