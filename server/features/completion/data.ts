import { normaliseName } from '../../framework/name.ts';
import type { Report, Section } from '../../report/report.ts';
import { type Span, shift } from '../../text/span.ts';
import type { Analysis } from '../analysis.ts';
import { written } from '../dataCompletion.ts';
import { type Cursor, cursorsAt } from '../dataCursor.ts';
import { dataPart } from '../dataFile.ts';
import { sectionAt } from '../places.ts';
import { columnDrafts, measureNames } from './cells.ts';
import { undefinedAcronyms, undefinedMeasures } from './definitions.ts';
import { fieldKeys, fieldValues, namedJudgements } from './fields.ts';
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
  const { path, kind } = cursor;
  if (path[0] !== 'sections') return definitionDrafts(analysis, cursor);
  const [list, item, key] = [path.at(-3), path.at(-2), path.at(-1)];
  if (item === 'sections' && typeof key === 'number') return sectionItems(analysis, cursor, offset);
  if (list === 'sections' && key === 'heading' && kind === 'value') {
    const judged = quotedHeading(analysis.report, cursor);
    return judged.length > 0 ? judged : headings(analysis, cursor, offset);
  }
  if (list === 'sections' && key === 'id' && kind === 'value') return roleIds(analysis, cursor, offset);
  const section = sectionAt(analysis.report, offset);
  return section === undefined ? [] : contentDrafts(analysis.report, section, cursor, asked);
}

/** What stands in a section: its fields, and rows of measures and actions. */
function contentDrafts(report: Report, section: Section, cursor: Cursor, asked: Asked): readonly Draft[] {
  const { path, kind, span } = cursor;
  const [list, item, key] = [path.at(-3), path.at(-2), path.at(-1)];
  if (key === 'fields' && kind === 'key') {
    const keys = fieldKeys(report, section, span, cursor.colon);
    return keys.filter(({ label }) => !cursor.present.has(label));
  }
  const place = { key: String(key), span };
  if (item === 'fields' && kind === 'value') {
    return inData(fieldValues(report, section, { name: place.key, span }, asked), cursor);
  }
  const isRow = (list === 'measures' || list === 'actions') && typeof item === 'number';
  if (isRow && kind === 'value') return inData(columns(report, section, place, asked), cursor);
  if (kind !== 'key') return [];
  if (isRow && list === 'measures') return periodKeys(report, [section], cursor);
  if (typeof key !== 'number') return [];
  if (item === 'measures') return measureKeys(report, section, cursor);
  return item === 'actions' ? actionKeys(section, cursor) : [];
}

/** What a document defines of measures and acronyms: those that it has itself. */
function definitionDrafts(analysis: Analysis, cursor: Cursor): readonly Draft[] {
  const { report } = analysis;
  const { path, kind, span } = cursor;
  const [list, , key] = path;
  if (list === 'acronyms' && path.length === 1 && kind === 'key') return undefinedAcronyms(analysis, cursor);
  if (list !== 'measures' || path.length !== 3) return [];
  if (key === 'name' && kind === 'value') return inData(undefinedMeasures(report, span), cursor);
  return key === 'targets' && kind === 'key' ? periodKeys(report, report.sections, cursor) : [];
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

/** The judgements behind the name of an area, in a heading that has quotes around it. */
function quotedHeading(report: Report, { span, quoted }: Cursor): readonly Draft[] {
  const [lead, name = ''] = /^(.+?):[ \t]*/.exec(report.model.text.slice(span.from, span.to)) ?? [];
  if (lead === undefined || !quoted) return [];
  return namedJudgements(report, name, { from: span.from + lead.length, to: span.to }, !/\s$/.test(lead));
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
