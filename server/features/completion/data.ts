import { normaliseName } from '../../framework/name.ts';
import type { Report, Section } from '../../report/report.ts';
import { type Span, shift } from '../../text/span.ts';
import type { Analysis } from '../analysis.ts';
import { written } from '../dataCompletion.ts';
import { type Cursor, cursorsAt } from '../dataCursor.ts';
import { dataPart } from '../dataFile.ts';
import { sectionAt } from '../places.ts';
import { columnDrafts, measureNames } from './cells.ts';
import { fieldKeys, fieldValues } from './fields.ts';
import { type Asked, type Draft, value } from './item.ts';
import { actionKeys, measureKeys, periodKeys } from './rows.ts';
import { candidatesAt, sectionDraft } from './sections.ts';

/** What a section could hold where it is written as data: sections below it, fields, measures, actions. */
export function dataDrafts(analysis: Analysis, offset: number, asked: Asked): readonly Draft[] {
  const part = dataPart(analysis);
  if (part === undefined || offset < part.from || offset > part.to) return [];
  const { file, from } = part;
  for (const cursor of cursorsAt(file.input.text, file.reading, offset - from)) {
    const found = draftsFor(analysis, { ...cursor, span: shift(cursor.span, from) }, offset, asked);
    if (found.length > 0) return found;
  }
  return [];
}

function draftsFor(analysis: Analysis, cursor: Cursor, offset: number, asked: Asked): readonly Draft[] {
  const { report } = analysis;
  const { path, kind, span } = cursor;
  const at = (back: number) => path[path.length - back];
  if (at(2) === 'sections' && typeof at(1) === 'number') return sectionItems(analysis, cursor, offset);
  if (at(3) === 'sections' && at(1) === 'heading' && kind === 'value') {
    return headings(analysis, cursor, offset);
  }
  const section = sectionAt(report, offset);
  if (section === undefined || !path.includes('sections')) return [];
  if (at(1) === 'fields' && kind === 'key') {
    const keys = fieldKeys(report, section, span, cursor.colon);
    return keys.filter(({ label }) => !cursor.present.has(label));
  }
  if (at(2) === 'fields' && kind === 'value') {
    return inData(fieldValues(report, section, { name: String(at(1)), span }, asked), cursor);
  }
  if (at(3) === 'measures' && kind === 'key' && typeof at(2) === 'number') {
    return periodKeys(report, section, cursor);
  }
  if (at(2) === 'measures' && typeof at(1) === 'number' && kind === 'key') {
    return measureKeys(report, section, cursor);
  }
  if (at(2) === 'actions' && typeof at(1) === 'number' && kind === 'key') {
    return actionKeys(section, cursor);
  }
  if (at(3) === 'sections' && at(1) === 'id' && kind === 'value') return roleIds(analysis, cursor, offset);
  const isRow = (at(3) === 'measures' || at(3) === 'actions') && typeof at(2) === 'number';
  return isRow && kind === 'value'
    ? inData(columns(report, section, { key: String(at(1)), span }, asked), cursor)
    : [];
}

/** Values as data writes them. */
function inData(drafts: readonly Draft[], { quoted, flow }: Cursor): readonly Draft[] {
  return drafts.map((draft) => ({
    ...draft,
    insert: quoted ? draft.insert : written(draft.insert),
    ...(flow && !quoted ? { commit: [',', '}'] } : {}),
  }));
}

/** Sections in place of an item of a list of them that holds nothing else. */
function sectionItems({ report, input }: Analysis, cursor: Cursor, offset: number): readonly Draft[] {
  const line = input.text.lineAt(offset);
  const column = /^ *(?=-\s)/.exec(line.text)?.[0].length;
  if (column === undefined || cursor.present.size > 0 || cursor.behindKey || cursor.flow) return [];
  const span = { from: line.from + column, to: cursor.span.to };
  const depth = depthOf(cursor);
  return candidatesAt(report, line)
    .filter(({ parent }) => levelOf(parent) === depth - 1)
    .map((one) => {
      const draft = sectionDraft(report, one, span, column);
      return {
        ...draft,
        insert: draft.insert.slice(column),
        filter: draft.filter?.slice(column) ?? draft.label,
      };
    });
}

function headings({ report, input }: Analysis, cursor: Cursor, offset: number): readonly Draft[] {
  const line = input.text.lineAt(offset);
  const depth = depthOf(cursor);
  return inData(
    candidatesAt(report, line)
      .filter(({ parent }) => levelOf(parent) === depth - 1)
      .map(({ heading, required, guidance }) =>
        value(heading, cursor.span, {
          kind: 'section',
          detail: required ? 'required' : 'optional',
          documentation: guidance,
        }),
      ),
    cursor,
  );
}

/** What a section may be in its framework: first what could begin here, then what there is already. */
function roleIds({ report, input }: Analysis, cursor: Cursor, offset: number): readonly Draft[] {
  const depth = depthOf(cursor);
  const due = candidatesAt(report, input.text.lineAt(offset))
    .filter(({ parent }) => levelOf(parent) === depth - 1)
    .flatMap(({ role }) => role ?? []);
  const all = [...new Set([...due, ...(report.vocabulary?.roles ?? [])])];
  const drafts = all.map(({ def }) => {
    return value(def.id, cursor.span, { detail: def.heading, documentation: def.guidance });
  });
  return inData(drafts, cursor);
}

/** In how many lists of sections the cursor stands. */
function depthOf({ path }: Cursor): number {
  return path.filter((key) => key === 'sections').length;
}

function levelOf(section: Section | undefined): number {
  return section === undefined ? 0 : 1 + levelOf(section.parent);
}

function columns(
  report: Report,
  section: Section,
  { key, span }: { readonly key: string; readonly span: Span },
  asked: Asked,
): readonly Draft[] {
  if (key === 'measure') return measureNames(report, section, span, asked);
  for (const table of section.content.tables) {
    const column = table.columns.find(({ header }) => normaliseName(header) === normaliseName(key));
    if (column !== undefined) return columnDrafts(report, section, { table, column, row: 0 }, span, asked);
  }
  return [];
}
