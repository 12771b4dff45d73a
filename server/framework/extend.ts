import type { Draft, FieldDraft, SectionDraft } from './draft.ts';
import type { ColumnDraft, MeasureDraft, PartDraft, StatusScaleDraft, TableDraft } from './draftContents.ts';
import type {
  ColumnDef,
  FieldDef,
  Framework,
  MeasureDef,
  PartDef,
  SectionDef,
  StatusScale,
  TableDef,
} from './framework.ts';
import { withPatterns } from './patterns.ts';
import { completeScale, type ScaleLibrary, withLibraryScales } from './scales.ts';
import { joinedTerms } from './terms.ts';

/** The ids by which a framework comes back to itself through `extends`, itself first and last. */
export interface ExtendsCycle {
  readonly cycle: readonly string[];
}

/** Whether following `extends` from a framework leads back to it. A cycle further up is not its own. */
export function extendsCycle(
  id: string,
  extendsOf: (id: string) => string | undefined,
): ExtendsCycle | undefined {
  const path = [id];
  const seen = new Set(path);
  for (let next = extendsOf(id); next !== undefined; next = extendsOf(next)) {
    path.push(next);
    if (next === id) return { cycle: path };
    if (seen.has(next)) return undefined;
    seen.add(next);
  }
  return undefined;
}

/**
 * The framework that a file comes to: what it says itself wins, what it leaves out comes from the framework
 * that it extends. Fields, scales and sections with the same id are merged, section by section all the way
 * down; other lists are taken as they are.
 * @param scales the library, for the names that the framework itself does not explain
 */
export function complete(draft: Draft, base: Framework | undefined, scales: ScaleLibrary): Framework {
  const own = mergeMap(draft.scales, base?.scales, completeScale);
  const patterns = mergeMap(draft.patterns, base?.patterns, (pattern, inherited) => ({
    id: pattern.id,
    sections: mergeById(pattern.sections, inherited?.sections ?? [], completeSection),
  }));
  const sections = withPatterns(mergeById(draft.sections, base?.sections ?? [], completeSection), patterns);
  return {
    id: draft.id,
    title: draft.title ?? base?.title ?? draft.id,
    inspectorate: draft.inspectorate ?? base?.inspectorate,
    kind: draft.kind ?? base?.kind,
    audience: draft.audience ?? base?.audience,
    source: draft.source ?? base?.source,
    inForce: draft.inForce ?? base?.inForce,
    titles: draft.titles ?? base?.titles ?? [],
    notCovered: draft.notCovered ?? base?.notCovered ?? [],
    scales: withLibraryScales(own, sections, scales),
    statuses: mergeMap(draft.statuses, base?.statuses, completeStatusScale),
    fields: mergeById(draft.fields, base?.fields ?? [], completeField),
    sections,
    patterns,
    numbering: draft.numbering ?? base?.numbering ?? 'none',
    tables: mergeMap(draft.tables, base?.tables, completeTable),
    measures: mergeById(draft.measures, base?.measures ?? [], completeMeasure),
    parts: mergeById(draft.parts, base?.parts ?? [], completePart),
    constraints: draft.constraints ?? base?.constraints ?? [],
    // A check is a sentence of its own: one with the same id says it anew.
    checks: mergeById(draft.checks, base?.checks ?? [], (check) => check),
    quantityWords: draft.quantityWords ?? base?.quantityWords ?? [],
    acronyms: new Map([...(base?.acronyms ?? []), ...draft.acronyms]),
    terms: joinedTerms(base?.terms ?? [], draft.terms),
    rules: new Map([...(base?.rules ?? []), ...draft.rules]),
  };
}

function mergeMap<D extends { readonly id: string }, T extends { readonly id: string }>(
  own: readonly D[],
  base: ReadonlyMap<string, T> | undefined,
  completeItem: (draft: D, base: T | undefined) => T,
): ReadonlyMap<string, T> {
  const merged = mergeById(own, [...(base?.values() ?? [])], completeItem);
  return new Map(merged.map((item) => [item.id, item]));
}

function completeStatusScale(draft: StatusScaleDraft, base: StatusScale | undefined): StatusScale {
  return { id: draft.id, values: draft.values ?? base?.values ?? [] };
}

function completeTable(draft: TableDraft, base: TableDef | undefined): TableDef {
  return {
    id: draft.id,
    kind: draft.kind ?? base?.kind ?? 'other',
    columns: mergeById(draft.columns, base?.columns ?? [], completeColumn),
  };
}

function completeColumn(draft: ColumnDraft, base: ColumnDef | undefined): ColumnDef {
  return {
    id: draft.id,
    heading: draft.heading ?? base?.heading ?? inWords(draft.id),
    aliases: draft.aliases ?? base?.aliases ?? [],
    required: draft.required ?? base?.required ?? false,
    filled: draft.filled ?? base?.filled ?? false,
  };
}

/** A measure with what its definition leaves out put in; also of one that a document defines itself. */
export function completeMeasure(draft: MeasureDraft, base: MeasureDef | undefined): MeasureDef {
  return {
    id: draft.id,
    name: draft.name ?? base?.name ?? inWords(draft.id),
    aliases: draft.aliases ?? base?.aliases ?? [],
    unit: draft.unit ?? base?.unit,
    better: draft.better ?? base?.better,
    basis: draft.basis ?? base?.basis,
    of: draft.of ?? base?.of,
    targets: draft.targets ?? base?.targets ?? [],
    amber: draft.amber ?? base?.amber,
    source: draft.source ?? base?.source,
  };
}

function completePart(draft: PartDraft, base: PartDef | undefined): PartDef {
  return {
    id: draft.id,
    label: draft.label ?? base?.label ?? inWords(draft.id),
    begins: draft.begins ?? base?.begins ?? [],
    required: draft.required ?? base?.required ?? false,
    guidance: draft.guidance ?? base?.guidance,
    place: draft.place ?? base?.place ?? 'beginning',
    template: draft.template ?? base?.template,
  };
}

function completeField(draft: FieldDraft, base: FieldDef | undefined): FieldDef {
  return {
    id: draft.id,
    label: draft.label ?? base?.label ?? inWords(draft.id),
    aliases: draft.aliases ?? base?.aliases ?? [],
    type: draft.type ?? base?.type ?? 'text',
    scale: draft.scale ?? base?.scale,
    ofMeasures: draft.ofMeasures ?? base?.ofMeasures ?? false,
    required: draft.required ?? base?.required ?? false,
    values: draft.values ?? base?.values ?? [],
    description: draft.description ?? base?.description,
    evidence: draft.evidence ?? base?.evidence,
  };
}

function completeSection(draft: SectionDraft, base: SectionDef | undefined): SectionDef {
  return {
    id: draft.id,
    heading: draft.heading ?? base?.heading ?? inWords(draft.id),
    aliases: draft.aliases ?? base?.aliases ?? [],
    begins: draft.begins ?? base?.begins ?? [],
    subjects: draft.subjects ?? base?.subjects ?? [],
    required: draft.required ?? base?.required ?? false,
    repeated: draft.repeated ?? base?.repeated ?? false,
    anyHeading: draft.anyHeading ?? base?.anyHeading ?? false,
    inForce: draft.inForce ?? base?.inForce,
    fields: mergeById(draft.fields, base?.fields ?? [], completeField),
    tables: draft.tables ?? base?.tables ?? [],
    statusSummary: draft.statusSummary ?? base?.statusSummary ?? false,
    judgement: completeJudgement(draft.judgement, base?.judgement),
    evidence: draft.evidence ?? base?.evidence,
    guidance: draft.guidance ?? base?.guidance,
    template: draft.template ?? base?.template,
    pattern: draft.pattern ?? base?.pattern,
    ofPattern: undefined,
    recommendations: draft.recommendations ?? base?.recommendations,
    judgementSummary: draft.judgementSummary ?? base?.judgementSummary ?? false,
    rows: draft.rows ?? base?.rows ?? [],
    sections: mergeById(draft.sections, base?.sections ?? [], completeSection),
  };
}

function completeJudgement(
  draft: SectionDraft['judgement'],
  base: SectionDef['judgement'],
): SectionDef['judgement'] {
  const scale = draft?.scale ?? base?.scale;
  if (scale === undefined) return undefined;
  return {
    scale,
    required: draft?.required ?? base?.required ?? false,
    inSummary: draft?.inSummary ?? base?.inSummary ?? true,
  };
}

/** "quality-of-provision" as "Quality of provision": what stands in for a name that nobody gave. */
function inWords(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The inherited items in their order, each with what is said of it here. An item that is new comes behind
 * the inherited one that it follows here, or else in front of the one that it precedes.
 */
function mergeById<D extends { readonly id: string }, T extends { readonly id: string }>(
  own: readonly D[],
  base: readonly T[],
  completeItem: (draft: D, base: T | undefined) => T,
): readonly T[] {
  const inherited = new Set(base.map((item) => item.id));
  // Of two items with one id the first counts, as everywhere.
  const drafts = new Map([...own].reverse().map((draft) => [draft.id, draft]));
  const merged = base.map((item) => {
    const draft = drafts.get(item.id);
    return draft === undefined ? item : completeItem(draft, item);
  });
  const indexOf = (id: string) => merged.findIndex((item) => item.id === id);
  const anchor = own.find((draft) => inherited.has(draft.id));
  let position = anchor === undefined ? merged.length : indexOf(anchor.id);
  for (const draft of own) {
    if (inherited.has(draft.id)) position = indexOf(draft.id) + 1;
    else merged.splice(position++, 0, completeItem(draft, undefined));
  }
  return merged;
}
