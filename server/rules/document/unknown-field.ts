import { normaliseName } from '../../framework/name.ts';
import { fieldNames } from '../../framework/vocabulary.ts';
import { type MetaEntry, metaEntry } from '../../model/model.ts';
import { BUILT_IN_FIELDS } from '../../report/builtInFields.ts';
import type { Report } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, defineRule } from '../rule.ts';
import { renameField, slipFor, unknownFields } from './nearField.ts';

export default defineRule({
  scope: 'document',
  summary: 'A field at the top whose name is nearly that of a known one must be written as that one.',
  why: 'A field under a name with a slip in it is not read, and what rests on it is not checked.',
  severity: 'warning',
  *check({ report }) {
    const unknown = new Set(unknownFields(report));
    for (const { name, names } of open(report)) {
      const entry = otherLetters(name, unknown) ?? slipFor(names, [...unknown]);
      if (entry === undefined) continue;
      unknown.delete(entry);
      yield finding(entry, name);
    }
  },
});

/** The fields that the document could have and has not. Those that it must have are missed by name already. */
function open({
  model,
  fields,
}: Report): readonly { readonly name: string; readonly names: readonly string[] }[] {
  const defs = new Set(fields.map(({ def }) => def.id));
  const builtIn = [...BUILT_IN_FIELDS.keys()].filter(
    (key) => key !== 'framework' && !defs.has(key) && metaEntry(model, key) === undefined,
  );
  return [
    ...builtIn.map((name) => ({ name, names: [name] })),
    ...fields
      .filter(({ def, entry }) => entry === undefined && !def.required)
      .map(({ def }) => ({ name: def.id, names: fieldNames(def) })),
  ];
}

/** `Date` is read as little as a slip: the fields that every document has are known letter for letter. */
function otherLetters(name: string, unknown: ReadonlySet<MetaEntry>): MetaEntry | undefined {
  return [...unknown].find(({ key }) => normaliseName(key) === normaliseName(name));
}

function finding(entry: MetaEntry, name: string): Draft<Span> {
  const same = normaliseName(entry.key) === normaliseName(name);
  return {
    at: entry.keySpan,
    message: same
      ? `The field "${entry.key}" is not read: write "${name}", letter for letter.`
      : `There is no field "${entry.key}". Is "${name}" meant? Then write its name so.`,
    fixes: [renameField(entry, name)],
  };
}
