import type { FieldDef } from '../../framework/framework.ts';
import { nearest, normaliseName } from '../../framework/name.ts';
import { type MetaEntry, metaText } from '../../model/model.ts';
import { AUDIENCES } from '../../report/audience.ts';
import type { Span } from '../../text/span.ts';
import { listedWords } from '../../values/listing.ts';
import { offered } from '../choice.ts';
import { type Draft, defineRule } from '../rule.ts';
import { isUnfilled } from '../unfilled.ts';
import { dateFault, periodFault, rangeFault } from './dateFaults.ts';
import { statusFaults } from './statusFaults.ts';

type Kind = Pick<FieldDef, 'type' | 'values'>;

const STATUSES = ['draft', 'review', 'final'];
/** What authors write for a status, and which of the three it is. */
const STATUS_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    final: [
      'published',
      'approved',
      'agreed',
      'signed off',
      'complete',
      'completed',
      'finished',
      'issued',
      'finalised',
    ],
    review: ['in review', 'under review', 'reviewing', 'for review', 'consultation', 'for comment', 'proof'],
    draft: [
      'in progress',
      'in preparation',
      'work in progress',
      'wip',
      'drafting',
      'unfinished',
      'first draft',
    ],
  }).flatMap(([status, words]) => words.map((word) => [word, status] as const)),
);

/** The fields that every document may have, whatever its framework. */
const BUILT_IN: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['date', { type: 'date', values: [] }],
  ['published', { type: 'date', values: [] }],
  ['inspected', { type: 'date-range', values: [] }],
  ['period', { type: 'period', values: [] }],
  ['status', { type: 'text', values: STATUSES }],
  ['audience', { type: 'text', values: AUDIENCES }],
]);

export default defineRule({
  scope: 'document',
  summary: 'Dates, periods, statuses and set values must be readable and possible.',
  why: 'What is overdue or out of date is judged by these fields, so one that cannot be read switches other checks off.',
  severity: 'error',
  reads: ['fields', 'statusRows'],
  *check({ report }) {
    const defs = new Map(report.fields.map(({ def, entry }) => [entry, def]));
    for (const entry of report.model.meta) {
      const kind = defs.get(entry) ?? BUILT_IN.get(entry.key);
      const text = metaText(entry.value).trim();
      if (kind === undefined || text === '' || isUnfilled(text)) continue;
      const fault = kind.values.length > 0 ? valueFault(entry, text, kind.values) : dayFault(entry, kind);
      if (fault !== undefined) yield fault;
    }
    yield* statusFaults(report);
  },
});

function valueFault(entry: MetaEntry, text: string, values: readonly string[]): Draft<Span> | undefined {
  if (values.includes(text)) return undefined;
  const same = values.find((value) => normaliseName(value) === normaliseName(text));
  const meant = entry.key === 'status' ? STATUS_WORDS.get(normaliseName(text)) : undefined;
  const near = same === undefined ? nearest(text, values, (value) => value) : [same];
  const likely = meant === undefined ? near : [meant];
  return {
    at: entry.valueSpan,
    message: `"${entry.key}" says "${text}", which is none of its values. ${advice(values, same, meant)}`,
    fixes: (same === undefined ? offered(likely, values) : likely).map((value) => ({
      title: `Change to "${value}"`,
      safe: same !== undefined,
      likely: likely.length === 1 && value === likely[0],
      edits: (edit) => edit.setMeta(entry.key, value),
    })),
  };
}

function advice(values: readonly string[], same: string | undefined, meant: string | undefined): string {
  if (same !== undefined) return `Write "${same}", letter for letter.`;
  if (meant !== undefined) return `Write "${meant}": it is one of ${listedWords(values, 'and')}.`;
  return `Write ${listedWords(values, 'or')}.`;
}

function dayFault(entry: MetaEntry, { type }: Kind): Draft<Span> | undefined {
  if (type === 'date') return dateFault(entry);
  if (type === 'date-range') return rangeFault(entry);
  return type === 'period' ? periodFault(entry) : undefined;
}
