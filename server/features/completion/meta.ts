import type { FieldDef, FieldType } from '../../framework/framework.ts';
import { normaliseName } from '../../framework/name.ts';
import type { Slot } from '../../model/slot.ts';
import { BUILT_IN_FIELDS } from '../../report/builtInFields.ts';
import type { Analysis } from '../analysis.ts';
import { written } from '../dataCompletion.ts';
import { duePeriods } from './duePeriods.ts';
import { type Asked, type Draft, value, wordsAround } from './item.ts';
import { commonest } from './packWords.ts';

/** The fields that the document does not have yet. */
export function metaKeys(
  { report, ours, input }: Analysis,
  slot: Slot & { readonly kind: 'meta-key' },
): readonly Draft[] {
  const present = new Set(report.model.meta.map((entry) => normaliseName(entry.key)));
  const own = report.fields.map(({ def }) => ({
    key: def.id,
    detail: detailOf(def),
    documentation: def.description,
  }));
  const names = new Set(own.map(({ key }) => key));
  const builtIn = [...BUILT_IN_FIELDS]
    .filter(([key]) => !names.has(key))
    .map(([key, field]) => ({ key, detail: undefined, documentation: field.description }));
  // In a file that is nobody's yet, all that is offered is to make it ours, to those who begin to.
  const offered = ours
    ? [...own, ...builtIn]
    : builtIn.filter(({ key }) => key === 'framework' && slot.typed !== '');
  const isKey = input.text.slice(slot.span.to, slot.span.to + 1) === ':';
  return offered
    .filter(({ key }) => !present.has(normaliseName(key)) || key === slot.typed)
    .map(({ key, detail, documentation }) => ({
      label: key,
      kind: 'field',
      detail,
      documentation: documentation ?? BUILT_IN_FIELDS.get(key)?.description,
      span: slot.span,
      insert: isKey ? key : `${key}: `,
      snippet: false,
    }));
}

function detailOf(def: FieldDef): string {
  return def.required ? `${def.label} (required)` : def.label;
}

/** The values that a field of the document may have. */
export function metaValues(
  { input, report, ours }: Analysis,
  slot: Slot & { readonly kind: 'meta-value' },
  asked: Asked,
): readonly Draft[] {
  // Directly behind the colon a blank is missing.
  const lead = input.text.slice(slot.span.from - 1, slot.span.from) === ':' ? ' ' : '';
  const offer = (text: string, more: Partial<Draft> = {}) =>
    value(text, slot.span, { insert: lead + text, ...more });
  if (slot.key === 'framework') {
    return input.library.ids().map((id) => {
      const framework = input.library.get(id)?.vocabulary.framework;
      const { title, inspectorate } = framework ?? {};
      // Authors know it by its title.
      return offer(id, { detail: title, documentation: inspectorate, filter: `${id} ${title ?? ''}` });
    });
  }
  const def = report.fields.find(({ entry }) => entry?.key === slot.key)?.def;
  const values =
    def === undefined || def.values.length === 0 ? BUILT_IN_FIELDS.get(slot.key)?.values : def.values;
  if (values !== undefined && values.length > 0) return values.map((text) => offer(text));
  // A map or a list has keys and items of its own.
  if (!ours || /^[[{]/.test(slot.typed)) return [];
  const type = def?.type ?? (slot.key === 'period' ? 'period' : undefined);
  if (type === 'period') return duePeriods(report, asked).map(({ text, ...more }) => offer(text, more));
  if (isOwn(slot.key, type)) return [];
  return commonest(wordsAround(asked).meta.get(slot.key)).map((text) =>
    offer(text, { insert: lead + written(text) }),
  );
}

/** Fields in which no two documents say the same. */
const OWN = new Set(['title', 'version', 'supersedes', 'date', 'published', 'inspected']);

function isOwn(key: string, type: FieldType | undefined): boolean {
  return OWN.has(key) || type === 'date' || type === 'date-range';
}
