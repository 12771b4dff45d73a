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
      const other = otherLetters(name, unknown) ?? otherWords(name, unknown);
      const entry = other ?? slipFor(names, [...unknown]);
      if (entry === undefined) continue;
      unknown.delete(entry);
      yield finding(entry, name, entry === other);
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

/** Other words for fields that every document may have. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  organisation: ['local authority', 'council'],
  author: ['written by', 'report author'],
  date: ['report date', 'date of report', 'document date'],
  published: ['publication date', 'date of publication', 'date published', 'published on'],
  inspected: [
    'inspection date',
    'inspection dates',
    'date of inspection',
    'dates of inspection',
    'inspected on',
  ],
  period: ['reporting period'],
  version: ['version number'],
};

function otherWords(name: string, unknown: ReadonlySet<MetaEntry>): MetaEntry | undefined {
  return [...unknown].find(({ key }) => OTHER_WORDS[name]?.includes(normaliseName(key)) === true);
}

function finding(entry: MetaEntry, name: string, isSame: boolean): Draft<Span> {
  return {
    at: entry.keySpan,
    message: isSame
      ? `The field "${entry.key}" is not read under that name: write "${name}", letter for letter.`
      : `There is no field "${entry.key}". Is "${name}" meant? Then write its name so.`,
    fixes: [renameField(entry, name)],
  };
}
