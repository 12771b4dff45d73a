import { isSlip } from '../../framework/slip.ts';
import type { MetaEntry } from '../../model/model.ts';
import { BUILT_IN_FIELDS } from '../../report/builtInFields.ts';
import type { Report } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import type { DraftFix } from '../rule.ts';

/** The fields at the top of the document that nobody knows, neither the framework nor Touchstone. */
export function unknownFields({ model, fields }: Report): readonly MetaEntry[] {
  const known = new Set(fields.map(({ entry }) => entry));
  return model.meta.filter(
    (entry) => !known.has(entry) && !BUILT_IN_FIELDS.has(entry.key) && entry.key !== 'sections',
  );
}

/** The field that was probably meant to have one of these names. */
export function slipFor(names: readonly string[], unknown: readonly MetaEntry[]): MetaEntry | undefined {
  return unknown.find(({ key }) => names.some((name) => isSlip(key, name)));
}

/** Gives a field its right name. */
export function renameField({ key, keySpan }: MetaEntry, name: string): DraftFix<Span> {
  return { title: `Change "${key}" to "${name}"`, safe: true, edits: (edit) => edit.replace(keySpan, name) };
}
