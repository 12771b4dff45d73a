import { normaliseName } from '../../framework/name.ts';
import type { Vocabulary } from '../../framework/vocabulary.ts';
import { placeSpan } from '../../model/block.ts';
import { scaledStatus } from '../../report/columns.ts';
import type { Column, ReportTable } from '../../report/contents.ts';
import type { Section } from '../../report/report.ts';
import { statusOf } from '../../report/sectionFields.ts';
import type { Cell, Row } from '../../syntax/block.ts';
import type { Span } from '../../text/span.ts';
import type { ChangeKind } from './change.ts';
import { dueLevel, dueValue, figureValue, statusLevel } from './levels.ts';
import { plainText } from './plainWords.ts';
import type { Part, Thing } from './thing.ts';

/** Columns that number rows: what stands in them tells a row where its words have changed. */
const NUMBERS = /^(?:no|nr|number|ref|reference|id|action (?:no|number|ref|id)|item)?$/;

/** The rows of a section's tables but for those of measures, each cell of them a part. */
export function rowThings(
  section: Section,
  vocabulary: Vocabulary | undefined,
  isTaken: (span: Span) => boolean,
): readonly Thing[] {
  return section.content.tables.flatMap((table) =>
    table.kind === 'fields' && table.columns.length <= 2
      ? []
      : table.kind === 'measures'
        ? measureNotes(section, table, isTaken)
        : table.body.flatMap((row) => rowThing({ section, table, vocabulary, isTaken }, row) ?? []),
  );
}

interface Around {
  readonly section: Section;
  readonly table: ReportTable;
  readonly vocabulary: Vocabulary | undefined;
  readonly isTaken: (span: Span) => boolean;
}

function rowThing(around: Around, row: Row): Thing | undefined {
  const { section, table } = around;
  const at = labelColumn(table, row);
  const label = row.cells[at];
  const name = label?.prose.text.trim() ?? '';
  if (label === undefined || name === '') return undefined;
  const isAction = table.kind === 'actions';
  const parts = row.cells.flatMap((cell, column) => {
    const of = table.columns[column];
    return column === at || of === undefined ? [] : (partOf(around, of, cell, column) ?? []);
  });
  const number = row.cells.find((_, column) =>
    NUMBERS.test(normaliseName(table.columns[column]?.header ?? '')),
  );
  const id = number?.prose.text.trim() ?? '';
  const own = isAction ? '' : `table ${headersOf(table)} `;
  return {
    kind: isAction ? 'action' : 'row',
    section,
    keys: [
      `${own}${plainText(name)}`,
      ...(id === '' || number === label ? [] : [`${own}number ${plainText(id)}`]),
    ],
    name: { text: name, span: spanOf(section, table, label.span) },
    subject: isAction ? `Action ${quotedName(name)}` : shortName(name),
    isWorded: true,
    parts,
    takes: [],
  };
}

/** The column that names the row: what is to be done, or else the first that is no number. */
function labelColumn({ kind, columns }: ReportTable, { cells }: Row): number {
  const action = kind === 'actions' ? columns.findIndex(({ part }) => part === 'action') : -1;
  if (action >= 0) return action;
  const named = cells.findIndex(({ prose }) => /\p{L}/u.test(prose.text));
  return Math.max(0, named);
}

/** Two tables of a section are told by their headers. */
function headersOf({ columns }: ReportTable): string {
  const [first] = columns;
  return normaliseName(first?.header ?? '');
}

function partOf(around: Around, column: Column, cell: Cell, index: number): Part | undefined {
  const { section, table, vocabulary, isTaken } = around;
  const span = spanOf(section, table, cell.span);
  const text = cell.prose.text.trim();
  if (NUMBERS.test(normaliseName(column.header)) || (text !== '' && isTaken(span))) return undefined;
  const status = statusIn(text, column, vocabulary);
  const isDue = column.part === 'due' || column.part === 'completed';
  return {
    key: `${keyOf(column)} ${nthOf(table, index)}`,
    kind: kindOf(table, column, status !== undefined, isDue),
    label: labelOf(column),
    said: { text: status?.label ?? text, span },
    value: status === undefined ? (isDue ? dueValue(text) : figureValue(text)) : plainText(status.label),
    level: status === undefined ? (isDue ? dueLevel(text) : undefined) : statusLevel(status),
  };
}

/** What is told of an action goes by what it is, however its column is called; all else by its column. */
function keyOf({ part, field, header }: Column): string {
  return field?.id ?? LABELS[part] ?? normaliseName(header);
}

/** Of several columns of one kind, which one. */
function nthOf({ columns }: ReportTable, index: number): number {
  const own = columns[index];
  return own === undefined
    ? 0
    : columns.slice(0, index).filter((column) => keyOf(column) === keyOf(own)).length;
}

function statusIn(text: string, { part, field }: Column, vocabulary: Vocabulary | undefined) {
  if (vocabulary === undefined) return undefined;
  if (field !== undefined) return statusOf(text, field, vocabulary.framework);
  return part === 'status' ? scaledStatus(text, vocabulary)?.value : undefined;
}

function kindOf({ kind }: ReportTable, { part }: Column, isStatus: boolean, isDue: boolean): ChangeKind {
  if (isStatus) return 'status';
  if (isDue) return 'date';
  if (kind === 'actions') return 'action';
  if (part === 'count' || part === 'share' || part === 'period' || part === 'actual') return 'figure';
  return part === 'target' ? 'target' : 'row';
}

/** What a part of an action is called in a sentence; of other rows the column's header. */
const LABELS: Readonly<Partial<Record<Column['part'], string>>> = {
  owner: 'owner',
  due: 'due',
  status: 'status',
  progress: 'progress',
  completed: 'completed',
  impact: 'impact',
};

function labelOf({ part, header, field }: Column): string | undefined {
  const own = field?.label ?? header.trim();
  return field === undefined ? (LABELS[part] ?? (own === '' ? undefined : own)) : own;
}

/** Cells beside the figures of measures that are no figures: what is said of a row. */
function measureNotes(
  section: Section,
  table: ReportTable,
  isTaken: (span: Span) => boolean,
): readonly Thing[] {
  const named = table.columns.findIndex(({ part }) => part === 'measure');
  const role = table.columns.findIndex(({ part }) => part === 'role');
  const noted = table.columns.flatMap(({ part }, column) => (part === 'other' ? [column] : []));
  if (noted.length === 0) return [];
  let last: Cell | undefined;
  return table.body.flatMap((row): readonly Thing[] => {
    const cell = row.cells[Math.max(0, named)];
    if (cell !== undefined && cell.prose.text.trim() !== '') last = cell;
    if (last === undefined) return [];
    const around = { section, table, vocabulary: undefined, isTaken };
    const parts = noted.flatMap((column) => {
      const [of, own] = [table.columns[column], row.cells[column]];
      return of === undefined || own === undefined ? [] : (partOf(around, of, own, column) ?? []);
    });
    const name = last.prose.text.trim();
    const key = `note ${plainText(name)} ${plainText(row.cells[role]?.prose.text ?? '')}`;
    const span = spanOf(section, table, last.span);
    return [
      {
        kind: 'row',
        section,
        keys: [key],
        name: { text: name, span },
        subject: name,
        isWorded: false,
        parts,
        takes: [],
      },
    ];
  });
}

function spanOf(section: Section, { block }: ReportTable, span: Span): Span {
  const placed = section.own[block];
  return placed === undefined ? span : placeSpan(placed, span);
}

/** A name as a line begins with it, cut where it is long. */
export function shortName(name: string): string {
  if (name.length <= LONGEST) return name;
  const cut = name.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).trimEnd()}…`;
}

export function quotedName(name: string): string {
  return `"${shortName(name)}"`;
}

const LONGEST = 80;
