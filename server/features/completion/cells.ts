import { normaliseName } from '../../framework/name.ts';
import type { Vocabulary } from '../../framework/vocabulary.ts';
import type { TextSlot } from '../../model/slot.ts';
import type { Column, ColumnPart, ReportTable } from '../../report/contents.ts';
import { anchorSpan, type Report, type Section } from '../../report/report.ts';
import { scaleOf } from '../../report/sectionFields.ts';
import { isDelimiterRow, splitRow } from '../../syntax/cells.ts';
import type { Span } from '../../text/span.ts';
import type { TablePlace } from '../tableAt.ts';
import { judgements, statuses } from './fields.ts';
import { type Asked, type Draft, value, wordsAround } from './item.ts';
import { commonest, counted } from './packWords.ts';
import { nextHeading } from './periods.ts';

/**
 * The period that comes next, in a row of headers that has more of them than there are dashes below: that is how a table
 * gets a column more, and until its other rows have it too, it is none.
 */
export function addedHeader({ model: { text } }: Report, slot: TextSlot): readonly Draft[] {
  const { line, from, cursor } = slot;
  const { number } = text.lineAt(from);
  if (!line.startsWith('|') || number === text.lines) return [];
  const below = text.line(number + 1).text.trim();
  const begun =
    line.trimEnd().endsWith('|') && cursor > line.trimEnd().length ? [{ from: cursor, to: cursor }] : [];
  const cells = [...splitRow(line), ...begun];
  if (!isDelimiterRow(below) || splitRow(below).length >= cells.length) return [];
  const column = cells.findIndex((cell) => cell.from <= cursor && cursor <= cell.to);
  const cell = cells[column];
  const headers = cells.map((one) => line.slice(one.from, one.to));
  const next = nextHeading(headers.slice(0, Math.max(0, column)));
  if (cell === undefined || next === undefined || headers.includes(next)) return [];
  return [
    value(next, { from: from + cell.from, to: from + cell.to }, { detail: 'next period', commit: ['|'] }),
  ];
}

/** What could stand in a cell of a table that is drawn with pipes. */
export function cellDrafts(
  report: Report,
  place: TablePlace,
  offset: number,
  asked: Asked,
): readonly Draft[] {
  const { section, known, row, column } = place;
  // Between the words of a cell and its pipes the cursor would not be in what is replaced.
  const isIn = place.span.from <= offset && offset <= place.span.to;
  const span = isIn ? place.span : { from: offset, to: offset };
  if (!isIn && place.span.from !== place.span.to) return [];
  const found = inRow(report, place, span);
  return found.map((draft) => ({
    ...draft,
    insert: inCell(report, draft.insert, span),
    commit: ['|'],
  }));

  function inRow(all: Report, { table }: TablePlace, at: Span): readonly Draft[] {
    if (row < table.rows.length - (known?.body.length ?? 0)) return headings(known, column, at);
    const judged = summaryRow(section, place.span);
    if (judged !== undefined) return judgements(all, judged, at, ({ label }) => label);
    if (known === undefined) return [];
    return columnDrafts(all, section, { table: known, column: known.columns[column], row }, at, asked);
  }
}

/** Words as they are written in a cell: apart from its pipes, with its own pipes escaped. */
function inCell({ model: { text } }: Report, words: string, { from, to }: Span): string {
  const before = text.slice(from - 1, from) === '|' ? ' ' : '';
  const behind = text.slice(to, to + 1) === '|' ? ' ' : '';
  return `${before}${words.replace(/(?<!\\)\|/g, '\\|')}${behind}`;
}

function summaryRow(section: Section, { from, to }: Span) {
  return section.content.summary?.rows.find(({ cell }) => {
    return cell !== undefined && overlaps(anchorSpan(section, cell), { from: from - 1, to: to + 1 });
  })?.area;
}

function headings(table: ReportTable | undefined, column: number, span: Span): readonly Draft[] {
  if (table === undefined) return [];
  const missing = (table.def?.columns ?? []).filter(
    ({ id }) => !table.columns.some(({ def }) => def?.id === id),
  );
  const next = nextHeading(table.columns.slice(0, column).map(({ header }) => header));
  return [
    ...(next === undefined ? [] : [value(next, span, { detail: 'next period' })]),
    ...missing.map(({ heading, required }) =>
      value(heading, span, { detail: required ? 'required column' : 'column' }),
    ),
  ];
}

/** A column in a row of a table. */
interface ColumnPlace {
  readonly table: ReportTable;
  readonly column: Column | undefined;
  readonly row: number;
}

/** What could stand in a column, be it drawn or a key of data. */
export function columnDrafts(
  report: Report,
  section: Section,
  { table, column, row }: ColumnPlace,
  span: Span,
  asked: Asked,
): readonly Draft[] {
  if (column === undefined) return [];
  const framework = report.vocabulary?.framework;
  const scale =
    column.field?.type === 'status' && framework !== undefined ? scaleOf(column.field, framework) : undefined;
  if (scale !== undefined && column.field !== undefined) {
    return statuses(scale, span, statusOfSection(report, table, row, column.field.id));
  }
  if (section.content.statusRows.length > 0 || isStatusTable(table)) {
    const isName = table.columns.indexOf(column) === 0;
    if (isName) return sectionNames(report, table, span);
  }
  if (table.kind === 'judgements' && table.columns.indexOf(column) === 0)
    return areaNames(report, table, span);
  if (column.part === 'measure') return measureNames(report, section, span, asked);
  if (column.part === 'role') return roles(report, table, span, row);
  return partDrafts(report, column.part, span, asked);
}

function isStatusTable({ kind, columns }: ReportTable): boolean {
  return kind === 'status-summary' || columns.some(({ field }) => field?.type === 'status');
}

function partDrafts(report: Report, part: ColumnPart, span: Span, asked: Asked): readonly Draft[] {
  if (part === 'status') return rags(report.vocabulary, usedIn(report, part, span), span);
  if (part === 'label') return labelsUsed(report, span).map((one) => value(one, span));
  if (part !== 'owner' && part !== 'due') return [];
  const { owners, dues } = wordsAround(asked);
  const others = commonest(part === 'owner' ? owners : dues);
  const due = part === 'due' ? timescales(report.vocabulary) : [];
  return [...new Set([...usedIn(report, part, span), ...others, ...due])].map((one) => value(one, span));
}

/**
 * Every measure that is defined, and those that only tables name, with those of this section first and those of other
 * documents last.
 */
export function measureNames(
  { measures, sections }: Report,
  own: Section,
  span: Span,
  asked: Asked,
): readonly Draft[] {
  const named = (section: Section) =>
    section.content.measures.map(({ name }) => ({ name: name.text, at: anchorSpan(section, name.at) }));
  const elsewhere = [...named(own), ...sections.flatMap(named)]
    // The name that is being written is none yet.
    .filter(({ at }) => !overlaps(at, span))
    .map(({ name }) => name);
  const defined = measures.defs.map(({ name }) => name);
  const others = commonest(wordsAround(asked).measures).filter((name) => measures.find(name) === undefined);
  return [...new Set([...elsewhere, ...defined, ...others])]
    .filter((name) => name.trim() !== '')
    .map((name) => {
      const def = measures.find(name);
      const facts = [
        def?.unit,
        def?.better === undefined || def.better === 'none' ? undefined : `${def.better} is better`,
      ];
      const told = facts.filter((one) => one !== undefined).join(', ');
      const documentation = def?.source === undefined ? undefined : `From ${def.source}`;
      return value(name, span, { detail: told === '' ? undefined : told, documentation });
    });
}

/** The roles that the table's rows have, with that which the measure above still lacks before the others. */
function roles({ model: { text } }: Report, table: ReportTable, span: Span, row: number): readonly Draft[] {
  const column = table.columns.findIndex(({ part }) => part === 'role');
  const names = table.columns.findIndex(({ part }) => part === 'measure');
  const offset = table.table.rows.length - table.body.length;
  const cell = (at: number, of: number) => table.body[at - offset]?.cells[of]?.prose.text ?? '';
  const used = table.body.flatMap((_, index) =>
    index === row - offset ? [] : [cell(index + offset, column)],
  );
  const all = [...new Set([...used, 'Target', 'Actual'])].filter((one) => one !== '');
  const measure = cell(row, names);
  const taken = table.body.flatMap((_, index) =>
    index + offset !== row && cell(index + offset, names) === measure && measure !== ''
      ? [cell(index + offset, column)]
      : [],
  );
  const next = all.find((one) => taken.length > 0 && !taken.includes(one));
  return all
    .filter((one) => text.length > 0 && !taken.includes(one))
    .map((one) => value(one, span, one === next ? { preselect: true } : {}));
}

/** Words for how an action or a measure stands: those used here, or else the framework's. */
function rags(vocabulary: Vocabulary | undefined, used: readonly string[], span: Span): readonly Draft[] {
  const scales = [...(vocabulary?.framework.statuses.values() ?? [])];
  const known = scales.flatMap((scale) => statuses(scale, span));
  const names = new Set(known.map(({ label }) => label));
  return [...used.filter((one) => !names.has(one)).map((one) => value(one, span)), ...known].filter(
    ({ label }, index, all) => all.findIndex((other) => other.label === label) === index,
  );
}

/** What actions have in a column anywhere else in the document, the commonest first. */
function usedIn({ sections }: Report, part: ColumnPart, own: Span): readonly string[] {
  const all = sections.flatMap((section) =>
    section.content.actions.flatMap((action) => {
      const words = part === 'owner' ? action.owner : part === 'due' ? action.due : action.status;
      return words === undefined || overlaps(anchorSpan(section, words.at), own) ? [] : [words.text];
    }),
  );
  return commonest(counted(all));
}

function overlaps(a: Span, b: Span): boolean {
  return a.from <= b.to && a.to >= b.from;
}

/** What breakdowns count elsewhere. */
function labelsUsed({ sections }: Report, own: Span): readonly string[] {
  return sections.flatMap((section) =>
    section.content.tables.flatMap(({ columns, body, block }) => {
      const column = columns.findIndex(({ part }) => part === 'label');
      const cells = column < 0 ? [] : body.flatMap(({ cells: all }) => all[column] ?? []);
      return cells
        .filter(({ span }) => !overlaps(anchorSpan(section, { block, span }), own))
        .map(({ prose }) => prose.text.trim())
        .filter((one) => one !== '');
    }),
  );
}

/** By when a framework wants things done. */
function timescales(vocabulary: Vocabulary | undefined): readonly string[] {
  return (vocabulary?.roles ?? []).flatMap(({ def }) => def.recommendations?.groups ?? []);
}

/** The sections that give a status, without those which the table has. */
function sectionNames({ sections }: Report, table: ReportTable, span: Span): readonly Draft[] {
  const there = namesIn(table);
  return sections
    .filter(({ content }) => content.fields.some(({ def }) => def?.type === 'status'))
    .filter(({ content }) => !there.has(content.name))
    .map(({ content }) => value(content.title, span));
}

/** The areas that are judged, without those which the summary has. */
function areaNames({ vocabulary }: Report, table: ReportTable, span: Span): readonly Draft[] {
  const there = namesIn(table);
  return (vocabulary?.areas ?? [])
    .filter(({ name }) => !there.has(normaliseName(name)))
    .map(({ name }) => value(name, span));
}

function namesIn({ body }: ReportTable): ReadonlySet<string> {
  return new Set(body.map(({ cells }) => normaliseName(cells[0]?.prose.text ?? '')));
}

/** What the section that a row names says itself. */
function statusOfSection(report: Report, table: ReportTable, row: number, field: string): string | undefined {
  const offset = table.table.rows.length - table.body.length;
  const name = normaliseName(table.body[row - offset]?.cells[0]?.prose.text ?? '');
  const section = report.sections.find(({ content }) => content.name === name);
  return section?.content.fields.find(({ def }) => def?.id === field)?.status?.label;
}
