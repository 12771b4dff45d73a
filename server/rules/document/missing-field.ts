import type { FieldDef } from '../../framework/framework.ts';
import { fieldNames } from '../../framework/vocabulary.ts';
import { type MetaEntry, metaText } from '../../model/model.ts';
import type { Report, ReportField } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { MOST_OFFERED } from '../choice.ts';
import { asking, type Draft, type DraftFix, defineRule } from '../rule.ts';
import { isUnfilled } from '../unfilled.ts';
import { missingSectionFields } from './missingSectionFields.ts';
import { renameField, slipFor, unknownFields } from './nearField.ts';

export default defineRule({
  scope: 'document',
  summary: 'A document and its sections must have every field that the framework requires.',
  why: 'Readers file, find and compare reports by these fields: who was inspected, when, and by whom.',
  severity: 'error',
  *check({ report }) {
    const unknown = unknownFields(report);
    const lacking = report.fields.filter((field) => field.def.required && !isFilled(field, report));
    const slips = new Map(
      lacking.flatMap(({ def, entry }) => {
        const slip = entry === undefined ? slipFor(fieldNames(def), unknown) : undefined;
        return slip === undefined ? [] : [[def, slip] as const];
      }),
    );
    const all = additions(lacking.filter(({ def, entry }) => entry === undefined && !slips.has(def)));
    for (const field of lacking) {
      const { def, entry } = field;
      const slip = slips.get(def);
      const at = entry?.keySpan ?? report.model.metaSpan;
      const fixes = [...filling(field), ...(entry === undefined ? all : [])];
      yield slip === undefined ? { at, message: message(field), fixes } : misspelt(slip, def);
    }
    yield* missingSectionFields(report);
  },
});

/** All that are not there at once. */
function additions(fields: readonly ReportField[]): readonly DraftFix<Span>[] {
  if (fields.length < 2) return [];
  return [
    asking(`Add all ${fields.length} missing fields, to be filled in`, (edit) =>
      fields.flatMap(({ def }, index) => edit.setMeta(def.id, `$${index + 1}`)),
    ),
  ];
}

function misspelt(slip: MetaEntry, { id }: FieldDef): Draft<Span> {
  return {
    at: slip.keySpan,
    message: `The field "${id}" is missing. Is "${slip.key}" meant to be it? Then write its name so.`,
    fixes: [renameField(slip, id)],
  };
}

/** A field that is there keeps its name, which may be its label. */
function filling({ def, entry }: ReportField): readonly DraftFix<Span>[] {
  const key = entry?.key ?? def.id;
  if (def.values.length === 0) {
    const title = entry === undefined ? `Add "${key}", to be filled in` : `Fill in "${key}"`;
    return [asking(title, (edit) => edit.setMeta(key, '$1'))];
  }
  return def.values.slice(0, MOST_OFFERED).map((value) => ({
    title: `${entry === undefined ? 'Add' : 'Write'} "${key}: ${value}"`,
    edits: (edit) => edit.setMeta(key, value),
  }));
}

function isFilled(field: ReportField, report: Report): boolean {
  // A heading above all others gives the title just as well.
  if (field.def.id === 'title' && field.entry === undefined && report.title !== undefined) return true;
  const text = textOf(field);
  return text !== '' && !isUnfilled(text);
}

/** What a field says. To YAML, `[name]` is a list with one item; to its author it is a gap to be filled in. */
function textOf({ entry, def }: ReportField): string {
  if (entry === undefined) return '';
  const text = metaText(entry.value).trim();
  const one = entry.value.kind === 'list' && entry.value.items.length === 1 && def.type !== 'list';
  return one && /^\p{Ll}/u.test(text) ? `[${text}]` : text;
}

function message(field: ReportField): string {
  const { def, entry } = field;
  const text = textOf(field);
  if (entry === undefined) return `The field "${def.id}" is missing. Add a line ${example(def)} at the top.`;
  const fault = text === '' ? 'is empty.' : `is still to be filled in: it says "${text}".`;
  return `The field "${entry.key}" ${fault} Write ${what(def)}.`;
}

function example(def: FieldDef): string {
  const value = def.values[0] ?? EXAMPLES[def.type];
  return value === undefined ? `that begins with "${def.id}:"` : `such as "${def.id}: ${value}"`;
}

function what(def: FieldDef): string {
  const value = def.values[0] ?? EXAMPLES[def.type];
  return value === undefined ? `the ${def.label.toLowerCase()}` : `a value such as "${value}"`;
}

const EXAMPLES: Partial<Record<FieldDef['type'], string>> = {
  date: '2012-03-05',
  'date-range': '6 to 10 February 2012',
  period: 'May 2020',
};
