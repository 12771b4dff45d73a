import { normaliseName } from '../../framework/name.ts';
import type { Area } from '../../framework/vocabulary.ts';
import { HEAD_UNITS, type Match } from './matches.ts';
import type { Named, Names } from './names.ts';

/** Something that a document has and a framework names. */
export interface Found {
  readonly words: string;
  readonly weight: number;
}

/** What of a framework is in a document, by the framework's own names for it. */
export interface Evidence {
  readonly title: string | undefined;
  /** How the document names its own kind: "Minutes of the meeting". */
  readonly called: string | undefined;
  readonly headings: Map<string, Found>;
  readonly judgements: Map<string, Found & { readonly label: string }>;
  readonly fields: Map<string, Found>;
  readonly columns: Map<string, Found>;
  readonly parts: Map<string, Found>;
}

/** Sorts what was found in a document by the frameworks that name it. */
export function gather(matches: readonly Match[], names: Names): ReadonlyMap<string, Evidence> {
  const evidence = new Map<string, Evidence>();
  for (const [index, match] of matches.entries()) {
    const apart = standsApart(matches, index);
    for (const named of match.name.named) {
      const own = evidence.get(named.framework) ?? noEvidence();
      evidence.set(named.framework, own);
      add(own, named, match, { apart, names });
    }
  }
  return evidence;
}

/** Nothing found yet. */
export function noEvidence(): Evidence {
  return {
    title: undefined,
    called: undefined,
    headings: new Map(),
    judgements: new Map(),
    fields: new Map(),
    columns: new Map(),
    parts: new Map(),
  };
}

/** All that the document has of the framework, in its own words. */
export function wordsIn({ title, called, ...found }: Evidence): readonly string[] {
  const names = Object.values(found).flatMap((one) => [...one.values()]);
  return [...[title, called].filter((one) => one !== undefined), ...names.map(({ words }) => words)];
}

/** Whether a name with its judgement stands alone, as a heading does, and not among others in a summary. */
function standsApart(matches: readonly Match[], index: number): boolean {
  const [before, own, after] = [matches[index - 1], matches[index], matches[index + 1]];
  if (own?.label === undefined) return true;
  const isBefore = before?.label !== undefined && own.from - before.to < 1;
  const isAfter = after?.label !== undefined && after.from - own.to < 1;
  return !isBefore && !isAfter;
}

interface Where {
  readonly apart: boolean;
  readonly names: Names;
}

function add(own: Evidence, named: Named, match: Match, { apart, names }: Where): void {
  const found = { words: match.words, weight: match.name.weight };
  const isHeading = match.kind === 'line' && apart;
  if (named.kind === 'section' && isHeading) keep(own.headings, normaliseName(named.section.heading), found);
  if (named.kind === 'area') {
    if (isHeading && named.area.section !== undefined && match.label !== undefined) {
      keep(own.headings, normaliseName(named.area.name), found);
    }
    const label = match.label === undefined ? undefined : labelOf(match.label, named, named.area, names);
    if (label !== undefined) keep(own.judgements, normaliseName(named.area.name), { ...found, label });
  }
  if (named.kind === 'field' && (named.ofSection || match.from < HEAD_UNITS)) {
    keep(own.fields, named.field.id, found);
  }
  if (named.kind === 'column' && match.kind !== 'item') keep(own.columns, named.column.id, found);
  if (named.kind === 'part') keep(own.parts, named.part.id, found);
}

/** The judgement as the area's scale has it; undefined when it is of another scale. */
function labelOf(text: string, { framework }: Named, { scale }: Area, names: Names): string | undefined {
  const words = text.replace(/[()]/g, ' ').replace(/\bgrade\b\s*:?\s*\d*/i, '');
  const value = names.entries.get(framework)?.vocabulary.labels.value(words, scale);
  return value === undefined ? undefined : text;
}

/** The first time that something is said counts, unless a later one says more. */
function keep<T extends Found>(into: Map<string, T>, key: string, found: T): void {
  const before = into.get(key);
  if (before === undefined || before.weight < found.weight) into.set(key, found);
}
