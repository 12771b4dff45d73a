import type { FrameworkLibrary } from '../../framework/library.ts';
import type { Model } from '../../model/model.ts';
import type { Derived, DerivedSection } from './derived.ts';
import { structureFindings } from './fit.ts';
import { writeFramework } from './write.ts';

/** What is asked for no more when a document has it otherwise, by the rules that then find something. */
const RELAXED: readonly { readonly rule: RegExp; readonly relax: (derived: Derived) => Derived }[] = [
  { rule: /^table\/|^structure\/missing-table$/, relax: withoutRequiredTables },
  { rule: /^judgement\/summary/, relax: inSections((section) => ({ ...section, summary: undefined })) },
  {
    rule: /^judgement\/missing/,
    relax: inSections((section) => ({
      ...section,
      judgement: section.judgement && { ...section.judgement, required: false },
    })),
  },
];

/** The framework without what its own documents speak against: two of its kinds of table may be too much alike. */
export function relaxed(derived: Derived, models: readonly Model[], library: FrameworkLibrary): Derived {
  const own = library.including({ path: 'derived.framework.yaml', text: writeFramework(derived) });
  const found = new Set(
    models.flatMap((model) => structureFindings(model, own, derived.id)).map(({ rule }) => rule),
  );
  return RELAXED.filter(({ rule }) => [...found].some((id) => rule.test(id))).reduce(
    (result, { relax }) => relax(result),
    derived,
  );
}

function inSections(change: (section: DerivedSection) => DerivedSection) {
  const all = (section: DerivedSection): DerivedSection => ({
    ...change(section),
    sections: section.sections.map(all),
  });
  return (derived: Derived): Derived => ({
    ...derived,
    sections: derived.sections.map(all),
    patterns: derived.patterns.map(({ id, sections }) => ({ id, sections: sections.map(all) })),
  });
}

function withoutRequiredTables(derived: Derived): Derived {
  const tables = derived.tables.map((table) => ({
    ...table,
    columns: table.columns.map((column) => ({ ...column, required: false })),
  }));
  const change = inSections((section) => ({
    ...section,
    tables: section.tables.map(({ table }) => ({ table, required: false })),
  }));
  return change({ ...derived, tables });
}
